"""A companion joins one case by a link, writes on their own phone, and is shut out again (D3)."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from tests import actions, other_phones
from tests.e2e.conftest import NewPhone
from tests.e2e.console_errors import ConsoleErrors
from tests.e2e.pair_of_phones import forgive_cut_requests, lose_signal, wake
from tests.e2e.test_accessible_states import wrong_with

CASE = "My left knee"
WHOSE = re.compile("^.?Ana.?.s case · you are their companion$")


@pytest.fixture
def ben(ana: Page, new_phone: NewPhone, console_errors: ConsoleErrors) -> Page:
    """Ben's phone, in Ana's case. Hers has one note in it, and another case that he must not see."""
    forgive_cut_requests(console_errors)
    actions.start_case(ana, "Teeth")
    actions.start_case(ana, CASE)
    actions.write_note(ana, "Before Ben came.")
    page = new_phone()
    page.goto(other_phones.invite_companion(ana, "Ana").link)
    other_phones.join_as_companion(page, "Ben")
    return page


def test_d3_comes_in_by_a_link_and_sees_whose_case_it_is(ana: Page, new_phone: NewPhone) -> None:
    actions.start_case(ana, CASE)
    offer = other_phones.invite_companion(ana, "Ana")
    ben = new_phone()
    asked: list[str] = []
    ben.on("request", lambda request: asked.append(request.url))
    ben.goto(offer.link)
    expect(ben.get_by_role("heading", name="Someone has invited you to their case")).to_be_visible()
    assert "#" not in ben.url
    assert not any("/claim" in url for url in asked)
    ben.get_by_role("button", name="See the invitation").click()
    expect(ben.get_by_role("heading", name=re.compile("Ana.? would like you to come along"))).to_be_visible()
    expect(ben.get_by_text(CASE)).to_be_visible()
    expect(ben.get_by_role("button", name="Join this case")).to_be_disabled()
    ben.get_by_label("Your name").fill("Ben")
    ben.get_by_role("button", name="Join this case").click()
    expect(ben.get_by_role("heading", level=1)).to_have_text(CASE)
    for address in ("/", "/journal", "/case/questions", "/case/medicines"):
        actions.open_screen(ben, address)
        expect(whose(ben)).to_have_text(WHOSE)
    expect(ana.get_by_text("Your invitation has been opened.")).to_be_visible()
    ana.get_by_role("button", name="See who has joined").click()
    expect(ana.get_by_role("list", name="Who is in this case")).to_contain_text("Ben")
    expect(whose(ana)).to_have_count(0)
    actions.open_screen(ana, "/more/phones")
    expect(ana.get_by_role("list", name="Phones with your cases").get_by_role("listitem")).to_have_count(1)


def test_d3_has_a_today_with_the_visit_one_button_for_notes_and_what_the_owner_wants_to_ask(
    ana: Page, new_phone: NewPhone
) -> None:
    actions.start_case(ana, CASE)
    tomorrow = datetime.now().astimezone() + timedelta(days=1)
    actions.add_visit(ana, "Dr Lindqvist", "Lake Hospital", f"{tomorrow:%Y-%m-%d}T10:30")
    actions.write_question(ana, "What happens if I wait?")
    ben = new_phone()
    ben.goto(other_phones.invite_companion(ana, "Ana").link)
    other_phones.join_as_companion(ben, "Ben")
    page = ben.get_by_role("main")
    expect(page.get_by_role("heading", name="Dr Lindqvist")).to_be_visible()
    expect(page.get_by_role("heading", name=re.compile("^What .?Ana.? wants to ask$"))).to_be_visible()
    expect(page.get_by_role("link", name="What happens if I wait?")).to_be_visible()
    for owners in ("Get ready", "In the room"):
        expect(page.get_by_role("link", name=owners)).to_have_count(0)
    actions.open_screen(ana, "/")
    expect(ana.get_by_role("main").get_by_role("link", name="In the room")).to_be_visible()
    page.get_by_role("link", name="Take notes").click()
    ben.get_by_label("Your note").press_sequentially("Exercise first.")
    note = actions.saved(ben)
    actions.sent(ben)
    actions.open_screen(ana, note)
    expect(ana.get_by_role("main")).to_contain_text("Dr Lindqvist")


def test_d3_comes_in_by_typing_the_code_where_own_phones_do(ana: Page, new_phone: NewPhone) -> None:
    actions.start_case(ana, CASE)
    code = other_phones.invite_companion(ana, "Ana").code
    ben = new_phone()
    actions.open_screen(ben, "/pair")
    ben.get_by_label("Code or link").fill(code)
    ben.get_by_role("button", name="Bring my cases here").click()
    expect(ben.get_by_role("heading", name="Join as a companion")).to_be_visible()
    other_phones.join_as_companion(ben, "Ben")
    expect(whose(ben)).to_have_text(WHOSE)


def test_d3_both_write_without_signal_and_both_have_all_of_it_with_names(ana: Page, ben: Page) -> None:
    actions.open_screen(ben, "/journal")
    expect(ben.get_by_text("Before Ben came.")).to_be_visible()
    expect(note(ben, "Before Ben came.")).to_contain_text("Ana")
    lose_signal(ana, ben)
    actions.write_note(ana, "Ana: he drew the knee.")
    actions.write_note(ben, "Ben: six weeks of rest.")
    expect(actions.status(ben)).to_contain_text(re.compile(r"\d+ waiting for signal"))
    for page in (ana, ben, ana):
        wake(page)
        actions.sent(page)
    for page, mine, theirs in ((ana, "Ana: he drew", "Ben: six weeks"), (ben, "Ben: six weeks", "Ana: he drew")):
        actions.open_screen(page, "/journal")
        expect(note(page, mine)).to_contain_text("you")
        expect(note(page, theirs)).to_contain_text("Ben" if page is ana else "Ana")
    actions.open_screen(ben, "/cases")
    expect(ben.get_by_text("Teeth")).to_have_count(0)


def test_d3_closing_access_is_told_and_keeps_what_each_has(ana: Page, ben: Page, console_errors: ConsoleErrors) -> None:
    console_errors.expect(r"status of 404 \(NOT FOUND\) \(.*/api/v1/logs/")
    actions.open_screen(ben, "/journal")
    expect(ben.get_by_text("Before Ben came.")).to_be_visible()
    actions.open_screen(ana, "/case/companions")
    people = ana.get_by_role("list", name="Who is in this case")
    expect(people).to_contain_text("Ben")
    people.get_by_role("button", name=re.compile("^Close access")).click()
    expect(ana.get_by_text(re.compile("has seen stays seen"))).to_be_visible()
    ana.get_by_role("button", name="Close access now").click()
    expect(people).to_contain_text("Access closed")
    actions.write_note(ana, "Only for Ana.")
    actions.sent(ana)
    wake(ben)
    expect(actions.status(ben)).to_contain_text("can no longer see new entries")
    actions.write_note(ben, "Written too late.")
    actions.open_screen(ben, "/case/companions")
    expect(ben.get_by_role("main")).to_contain_text("What you wrote here stays on this phone.")
    actions.open_screen(ben, "/journal")
    for text in ("Before Ben came.", "Written too late."):
        expect(ben.get_by_text(text)).to_be_visible()
    expect(ben.get_by_text("Only for Ana.")).to_have_count(0)
    actions.open_screen(ana, "/journal")
    expect(ana.get_by_text("Written too late.")).to_have_count(0)


def test_d3_a_companion_can_leave_and_come_back(ana: Page, ben: Page) -> None:
    actions.open_screen(ben, "/case/companions")
    ben.get_by_role("button", name="Leave this case").click()
    expect(ben.get_by_role("heading", name=CASE)).to_be_visible()
    expect(ben.get_by_text("You have left the case.")).to_be_visible()
    actions.sent(ben)
    actions.open_screen(ana, "/case/companions")
    expect(ana.get_by_role("list", name="Who is in this case")).to_contain_text("Has left this case")
    ben.get_by_role("button", name="Undo").click()
    actions.sent(ben)
    wake(ana)
    expect(ana.get_by_role("list", name="Who is in this case")).to_contain_text("Joined")


def test_d3_an_invitation_works_once(ana: Page, new_phone: NewPhone, console_errors: ConsoleErrors) -> None:
    console_errors.expect(r"status of 410 \(GONE\) \(.*/claim\)$")
    actions.start_case(ana, CASE)
    link = other_phones.invite_companion(ana, "Ana").link
    ben, mallory = new_phone(), new_phone()
    ben.goto(link)
    other_phones.join_as_companion(ben, "Ben")
    mallory.goto(link)
    mallory.get_by_role("button", name="See the invitation").click()
    expect(mallory.get_by_role("alert")).to_have_text("This invitation has been used already. Ask for a new one.")
    expect(mallory.get_by_text(CASE)).to_have_count(0)


def test_d3_the_link_opens_again_on_the_phone_whose_page_was_killed(ana: Page, new_phone: NewPhone) -> None:
    actions.start_case(ana, CASE)
    link = other_phones.invite_companion(ana, "Ana").link
    ben = new_phone()
    ben.goto(link)
    ben.get_by_role("button", name="See the invitation").click()
    expect(ben.get_by_text(CASE)).to_be_visible()
    again = ben.context.new_page()
    ben.close()
    again.goto(link)
    other_phones.join_as_companion(again, "Ben")
    expect(whose(again)).to_have_text(WHOSE)


def test_d3_every_moment_is_for_everybody(ana: Page, new_phone: NewPhone) -> None:
    actions.start_case(ana, CASE)
    actions.open_screen(ana, "/case/companions")
    assert wrong_with(ana) == []
    link = other_phones.invite_companion(ana, "Ana").link
    assert wrong_with(ana) == []
    ben = new_phone()
    actions.open_screen(ben, "/join")
    assert wrong_with(ben) == []
    ben.goto("about:blank")
    ben.goto(link)
    ben.get_by_role("button", name="See the invitation").click()
    ben.get_by_label("Your name").fill("Ben")
    assert wrong_with(ben) == []
    ben.get_by_role("button", name="Join this case").click()
    ben.wait_for_url(re.compile("/$"))
    actions.open_screen(ben, "/case/companions")
    assert wrong_with(ben) == []
    actions.open_screen(ana, "/case/companions")
    ana.get_by_role("button", name=re.compile("^Close access")).click()
    assert wrong_with(ana) == []


def whose(page: Page) -> Locator:
    """The part of the status line that says whose case it is."""
    return actions.status(page).locator("b")


def note(page: Page, text: str) -> Locator:
    return page.get_by_role("listitem").filter(has_text=text)
