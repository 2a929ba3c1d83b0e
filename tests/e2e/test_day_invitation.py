"""An invitation that is sent to somebody works for a day, outlives its screen, and can be taken back (D3)."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from playwright.sync_api import Page, expect

from tests import actions, other_phones
from tests.e2e.conftest import NewPhone
from tests.e2e.console_errors import ConsoleErrors

OPEN = "An invitation is open"


def test_d3_an_invitation_for_a_day_is_taken_back_after_the_app_was_opened_again(
    ana: Page, new_phone: NewPhone, console_errors: ConsoleErrors
) -> None:
    # The server no longer knows it: so Ana's phone learns that it is gone, and Ben's that it was taken back.
    console_errors.expect(r"status of 404 \(NOT FOUND\) \(.*/invites/\w+(/claim)?\)$")
    link = invites_for_a_day(ana)
    actions.open_screen(ana, "/case/companions")
    expect(ana.get_by_role("heading", name=OPEN)).to_be_visible()
    ana.get_by_role("button", name="Take it back").click()
    expect(ana.get_by_role("heading", name="The code is cancelled")).to_be_visible()
    expect(ana.get_by_role("heading", name=OPEN)).to_have_count(0)
    ben = new_phone()
    ben.goto(link)
    ben.get_by_role("button", name="See the invitation").click()
    expect(ben.get_by_text("The server does not know this invitation.")).to_be_visible()


def test_d3_whoever_was_sent_it_joins_while_no_screen_shows_it_and_it_is_open_no_more(
    ana: Page, new_phone: NewPhone
) -> None:
    link = invites_for_a_day(ana)
    ben = new_phone()
    ben.goto(link)
    other_phones.join_as_companion(ben, "Ben")
    actions.sent(ben)
    actions.open_screen(ana, "/case/companions")
    expect(ana.get_by_role("list", name="Who is in this case")).to_contain_text("Ben")
    expect(ana.get_by_role("heading", name=OPEN)).to_have_count(0)


def invites_for_a_day(page: Page) -> str:
    """Returns the link. The screen that showed it is closed without cancelling it."""
    actions.start_case(page, "My left knee")
    actions.open_screen(page, "/case/companions")
    page.get_by_label("Let it work for a day").check()
    page.get_by_label("Your name").fill("Ana")
    page.get_by_role("button", name="Invite someone").click()
    groups = page.locator(".pair-code bdi")
    expect(groups).to_have_count(7)
    code = "-".join(groups.all_inner_texts())
    end = datetime.now().astimezone() + timedelta(days=1)
    expect(page.get_by_text(re.compile(rf"It works once, until .*{end.day}.*{end:%B}"))).to_be_visible()
    page.get_by_role("button", name="See who has joined").click()
    expect(page.get_by_role("heading", name=OPEN)).to_be_visible()
    return page.url.removesuffix("/case/companions") + f"/join#{code}"
