"""“Saved on this phone” is a promise: the browser is killed at that very moment, and the words are there afterwards.

The phone starts again without a signal, so that nothing can come back from the server.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests import actions
from tests.e2e.browser_processes import kill_browser
from tests.e2e.conftest import Profiles
from tests.harness import Server

WHEN_SAVED = """(word) => {
    const line = document.querySelector(`[aria-label="Saved and sent"]`)?.textContent ?? "";
    return line.includes(word);
}"""

GO_DARK = """() => {
    Object.defineProperty(document, "visibilityState", { value: "hidden" });
    document.dispatchEvent(new Event("visibilitychange"));
}"""


def until(page: Page, word: str) -> None:
    """Looks at every frame that the browser draws, so that nothing happens between the word and the return."""
    page.wait_for_function(WHEN_SAVED, arg=word, polling="raf")


def type_note(page: Page) -> Callable[[Page], None]:
    actions.open_screen(page, "/journal/note/new")
    page.get_by_label("Your note").press_sequentially("Dr Osei: an operation in January.")
    until(page, "Saving")
    until(page, "Saved")
    address = actions.path_of(page)
    return lambda page: holds(page, address, "Your note", "Dr Osei: an operation in January.")


def type_on_without_a_rest(page: Page) -> Callable[[Page], None]:
    """Saving does not wait for a pause for ever: what was typed when the word appeared is kept, the rest may be."""
    actions.open_screen(page, "/journal/note/new")
    field = page.get_by_label("Your note")
    field.press_sequentially("At first ")
    until(page, "Saving")
    until(page, "Saved")
    field.press_sequentially("then more", delay=5)
    address = actions.path_of(page)
    return lambda page: begins(page, address, "At first ")


def edit_note(page: Page) -> Callable[[Page], None]:
    address = actions.write_note(page, "The knee.")
    page.reload()
    field = page.get_by_label("Your note")
    field.press("End")
    field.press_sequentially(" The left one.")
    until(page, "Saving")
    until(page, "Saved")
    return lambda page: holds(page, address, "Your note", "The knee. The left one.")


def answer_question(page: Page) -> Callable[[Page], None]:
    address = actions.write_question(page, "May I drive?")
    page.get_by_label("What the doctor said").press_sequentially("After six weeks.")
    until(page, "Saving")
    until(page, "Saved")
    return lambda page: holds(page, address, "What the doctor said", "After six weeks.")


def leave_the_screen(page: Page) -> Callable[[Page], None]:
    """Going back stores at once, without a pause in typing."""
    actions.open_screen(page, "/journal/note/new")
    page.get_by_label("Your note").press_sequentially("Left in a hurry.")
    page.get_by_role("link", name="Back").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Notes")
    until(page, "Saved")
    return in_journal


def phone_locks_in_the_room(page: Page) -> Callable[[Page], None]:
    """In the middle of a word, without a signal: the screen goes dark, and the system ends the app."""
    actions.write_question(page, "What if I wait?")
    visit = actions.add_visit(page, "Dr Lindqvist")
    page.context.set_offline(True)
    actions.open_screen(page, f"{visit}/before")
    page.get_by_text("Start the visit").click()
    actions.before_the_next_tap(page)
    page.get_by_text("Go to the first question").click()
    page.get_by_label("What the doctor says").press_sequentially("Probably nothing b")
    page.evaluate(GO_DARK)
    until(page, "Saved")
    address = page.evaluate("location.pathname + location.search")
    return lambda page: holds(page, address, "What the doctor says", "Probably nothing b")


def in_journal(page: Page) -> None:
    actions.open_screen(page, "/journal")
    expect(page.get_by_text("Left in a hurry.")).to_be_visible()


@pytest.mark.parametrize(
    "write",
    [type_note, type_on_without_a_rest, edit_note, answer_question, leave_the_screen, phone_locks_in_the_room],
    ids=lambda w: w.__name__,
)
def test_what_was_called_saved_survives_a_kill(
    profiles: Profiles, server: Server, write: Callable[[Page], Callable[[Page], None]]
) -> None:
    page = profiles.open("ana", server)
    actions.ready_for_offline(page)
    actions.start_case(page, "My left knee")
    still_there = write(page)
    kill_browser(profiles.folder("ana"))
    again = profiles.open("ana", server, offline=True)
    still_there(again)


def test_a_case_that_was_just_started_survives_a_kill(profiles: Profiles, server: Server) -> None:
    page = profiles.open("ana", server)
    actions.ready_for_offline(page)
    actions.start_case(page, "My left knee")
    kill_browser(profiles.folder("ana"))
    again = profiles.open("ana", server, offline=True)
    actions.open_screen(again, "/")
    expect(again.get_by_role("heading", level=1)).to_have_text("My left knee")


def holds(page: Page, address: str, label: str, text: str) -> None:
    actions.open_screen(page, address)
    expect(page.get_by_label(label)).to_have_value(text)


def begins(page: Page, address: str, text: str) -> None:
    actions.open_screen(page, address)
    field = page.get_by_label("Your note")
    expect(field).to_be_visible()
    assert field.input_value().startswith(text)
