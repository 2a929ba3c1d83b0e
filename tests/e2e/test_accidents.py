"""Each line of “What if …?” is true: what is said to be kept is kept, and the rest is lost as said.

The accidents really happen. SECURITY.md has the same lines.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests import actions, other_phones
from tests.e2e.conftest import NewPhone, NewServer
from tests.e2e.console_errors import ConsoleErrors
from tests.e2e.pair_of_phones import forgive_cut_requests, lose_signal, wake
from tests.e2e.recovery_steps import make_code, no_slot_is_said, replace_code, type_back
from tests.e2e.test_copy import choose, save_copy
from tests.e2e.test_lost_storage import WELCOME, close_app_and_delete
from tests.e2e.test_server_dies import forget_everything
from tests.harness import Server

SENT, UNSENT = "It was sent before.", "It was never sent."


@pytest.fixture
def server_that_dies(new_server: NewServer, console_errors: ConsoleErrors) -> Server:
    forgive_cut_requests(console_errors)
    console_errors.expect("ERR_CONNECTION_(RESET|REFUSED)")
    console_errors.expect(r"status of (404|409) .*\(.*/api/v1/")
    return new_server()


def accident(page: Page, title: str, *said: str) -> Locator:
    """The part of the page that tells about it, with the words that this story checks."""
    actions.open_screen(page, "/more")
    page.get_by_role("link", name="What if …?").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What if …?")
    part = page.locator("details").filter(has=page.get_by_role("heading", name=title))
    actions.before_the_next_tap(page)
    part.locator("summary").click()
    for words in said:
        expect(part).to_contain_text(words)
    return part


def begin(page: Page) -> str:
    """A case with a note on the server and, after that, one that is only on this phone. Returns the recovery code."""
    actions.start_case(page, "My left knee")
    actions.write_note(page, SENT)
    code = make_code(page)
    actions.sent(page)
    actions.open_screen(page, "/journal/note/new")
    lose_signal(page)
    page.get_by_label("Your note").press_sequentially(UNSENT)
    actions.saved(page)
    return code


def recover_from(part: Locator, page: Page, code: str) -> None:
    part.get_by_role("link", name="I have my recovery code").click()
    page.get_by_label("Recovery code").fill(code)
    page.get_by_role("button", name="Bring my cases back").click()
    expect(page.get_by_text("All here").first).to_be_visible()


def notes(page: Page, *there: str, without: str = "") -> None:
    actions.open_screen(page, "/journal")
    for note in there:
        expect(page.get_by_text(note)).to_be_visible()
    if without:
        expect(page.get_by_text(without)).to_have_count(0)


def test_a_lost_phone(new_phone: NewPhone, console_errors: ConsoleErrors) -> None:
    forgive_cut_requests(console_errors)
    console_errors.expect(r"status of 404 .*\(.*/api/v1/logs/")
    lost, fresh = new_phone(), new_phone()
    code = begin(lost)
    part = accident(
        fresh,
        "My phone is lost",
        "What you wrote on it since its last signal.",
        "All the rest, if you have your recovery code",
        "It gets nothing new. But it keeps what it has.",
    )
    recover_from(part, fresh, code)
    notes(fresh, SENT, without=UNSENT)
    part = accident(fresh, "My phone is lost")
    part.get_by_role("link", name="Your phones").click()
    fresh.get_by_role("button", name="Take out").click()
    actions.before_the_next_tap(fresh)
    fresh.get_by_role("button", name="Take it out now").click()
    expect(fresh.get_by_text("Taken out on")).to_be_visible()
    actions.write_note(fresh, "Written after the loss.")
    actions.sent(fresh)
    lost.context.set_offline(False)
    actions.open_screen(lost, "/more/phones")
    expect(lost.get_by_text("This phone was taken out")).to_be_visible()
    notes(lost, SENT, UNSENT, without="Written after the loss.")
    notes(fresh, SENT, without=UNSENT)


def test_a_cleared_browser(ana: Page, console_errors: ConsoleErrors) -> None:
    forgive_cut_requests(console_errors)
    code = begin(ana)
    close_app_and_delete(ana, "all")
    ana.context.set_offline(False)
    actions.open_screen(ana, "/")
    expect(ana.get_by_role("heading", level=1)).to_have_text(WELCOME)
    part = accident(
        ana,
        "My browser was cleared",
        "All that was on this phone. What was not sent is gone.",
        "What was sent, if you have your recovery code",
        "If all was cleared, the app looks new.",
    )
    expect(part.get_by_role("link", name="Open a copy")).to_have_attribute("href", "/copy")
    recover_from(part, ana, code)
    notes(ana, SENT, without=UNSENT)


def test_a_server_that_is_gone(
    new_phone: NewPhone, server_that_dies: Server, empty_database: Path, tmp_path: Path
) -> None:
    server = server_that_dies
    ana, cem = new_phone(on=server), new_phone(on=server)
    code = begin(ana)
    cem.goto("/")
    actions.ready_for_offline(cem)
    server.stop()
    ana.context.set_offline(False)
    notes(ana, SENT, UNSENT)
    part = accident(
        ana,
        "The server is gone",
        "Nothing that is on your phone.",
        "You can go on. When the server is back, your phone sends it all again.",
        "While the server is gone, your recovery code opens nothing. A copy opens without it.",
    )
    expect(part.get_by_role("link", name="Save a copy")).to_have_attribute("href", "/case/copy")
    actions.write_note(ana, "Written without a server.")
    file = save_copy(ana, tmp_path, None)
    actions.open_screen(cem, "/recover")
    cem.get_by_label("Recovery code").fill(code)
    cem.get_by_role("button", name="Bring my cases back").click()
    expect(cem.get_by_role("alert")).to_be_visible()
    actions.open_screen(cem, "/copy")
    choose(cem, file)
    expect(cem.get_by_role("heading", name=re.compile("is on this phone now"))).to_be_visible()
    notes(cem, SENT, UNSENT, "Written without a server.")
    server.start()
    forget_everything(server, empty_database)
    actions.open_screen(ana, "/journal")
    actions.sent(ana)
    fresh = new_phone(on=server)
    recover_from(accident(fresh, "My phone is lost"), fresh, code)
    notes(fresh, SENT, UNSENT, "Written without a server.")


def test_a_lost_phone_of_a_companion(new_phone: NewPhone, console_errors: ConsoleErrors) -> None:
    forgive_cut_requests(console_errors)
    console_errors.expect(r"status of 404 .*\(.*/api/v1/logs/")
    ana, ben = new_phone(), new_phone()
    actions.start_case(ana, "My left knee")
    actions.write_note(ana, SENT)
    ben.goto(other_phones.invite_companion(ana, "Ana").link)
    other_phones.join_as_companion(ben, "Ben")
    notes(ben, SENT)
    actions.open_screen(ben, "/journal/note/new")
    lose_signal(ben)
    ben.get_by_label("Your note").press_sequentially(UNSENT)
    actions.saved(ben)
    part = accident(
        ana,
        "My companion’s phone is lost",  # noqa: RUF001 - as shown
        "What they wrote since their last signal.",
        "anyone who opens their phone can read what is on it.",
        "The server then sends that phone nothing more. It keeps what it has.",
    )
    part.get_by_role("link", name="Who helps me").click()
    people = ana.get_by_role("list", name="Who is in this case")
    people.get_by_role("button", name=re.compile("^Close access")).click()
    ana.get_by_role("button", name="Close access now").click()
    expect(people).to_contain_text("Access closed")
    actions.write_note(ana, "Written after the loss.")
    actions.sent(ana)
    wake(ben)
    expect(actions.status(ben)).to_contain_text("can no longer see new entries")
    notes(ben, SENT, UNSENT, without="Written after the loss.")
    notes(ana, SENT, "Written after the loss.", without=UNSENT)


def test_a_lost_recovery_code(new_phone: NewPhone, console_errors: ConsoleErrors) -> None:
    no_slot_is_said(console_errors)
    ana, finder, fresh = new_phone(), new_phone(), new_phone()
    actions.start_case(ana, "My left knee")
    actions.write_note(ana, SENT)
    old = make_code(ana)
    type_back(ana, old)
    part = accident(
        ana,
        "My recovery code is lost",
        "Nothing, while you have this phone.",
        "anyone who finds the sheet can read them.",
        "Make a new code. The old one then stops working.",
    )
    part.get_by_role("link", name="Recovery code").click()
    new = replace_code(ana)
    notes(ana, SENT)
    actions.open_screen(finder, "/recover")
    finder.get_by_label("Recovery code").fill(old)
    finder.get_by_role("button", name="Bring my cases back").click()
    expect(finder.get_by_role("alert")).to_contain_text("use the newer sheet")
    recover_from(accident(fresh, "My phone is lost"), fresh, new)
    notes(fresh, SENT)


def test_the_page_opens_by_itself_without_a_signal(ana: Page) -> None:
    actions.ready_for_offline(ana)
    lose_signal(ana)
    for address, title in (("/more/accidents", "What if …?"), ("/more/home-screen", "Put it on your home screen")):
        actions.open_screen(ana, address)
        expect(ana.get_by_role("heading", level=1)).to_have_text(title)
