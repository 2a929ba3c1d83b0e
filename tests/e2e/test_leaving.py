"""The page closes in the middle of a word: reloaded, closed, or left for another address.

However soon after the last keystroke or tap, the words are there afterwards, or the browser asked whether to leave.
The phone then starts without a signal, so that nothing can come back from the server.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests import actions
from tests.e2e.conftest import NewPhone
from tests.e2e.console_errors import ConsoleErrors

NO_SIGNAL = "ERR_INTERNET_DISCONNECTED"
# A page that has just started may still be storing what the last one left; it cannot ask before anyone has touched it.
NOBODY_TO_ASK = "Blocked attempt to show a 'beforeunload' confirmation panel"
SOON = (0, 100, 300, 500)
# A page that still asks after this time has failed to store in time: a person who pauses before leaving is not asked.
LONG_ENOUGH_MS = 300
# A busy machine may store a word later than usual, but not every time.
TRIES = 3


@dataclass
class Questions:
    """What the browser asked before it left the page; the answer is always to leave."""

    asked: int = 0

    def answer(self, dialog: Dialog) -> None:
        assert dialog.type == "beforeunload"
        self.asked += 1
        dialog.accept()


def listening(page: Page) -> Questions:
    questions = Questions()
    page.on("dialog", questions.answer)
    return questions


def by_reload(page: Page) -> Page:
    page.reload()
    return page


def by_another_address(page: Page) -> Page:
    page.goto("/more/about")
    return page


def by_closing(page: Page) -> Page:
    context = page.context
    with page.expect_event("close"):
        page.close(run_before_unload=True)
    return context.new_page()


def type_note(page: Page) -> Callable[[Page], bool]:
    actions.open_screen(page, "/journal/note/new")
    words = f"Dr Osei: in {secrets.token_hex(4)}"
    page.get_by_label("Your note").press_sequentially(words)
    return lambda after: stands(after, "/journal", words)


def answer_question(page: Page) -> Callable[[Page], bool]:
    actions.write_question(page, "May I drive?")
    address = actions.path_of(page)
    page.get_by_label("What the doctor said").press_sequentially("After six weeks")
    return lambda after: holds(after, address, "What the doctor said", "After six weeks")


def tick_question(page: Page) -> Callable[[Page], bool]:
    actions.write_question(page, "May I drive?")
    address = actions.path_of(page)
    page.get_by_role("checkbox", name="Answered").tap()
    return lambda after: is_ticked(after, address, "Answered")


def write_medicine(page: Page) -> Callable[[Page], bool]:
    address = actions.add_medicine(page, "Metformin")
    page.get_by_label("Dose").press_sequentially("500 mg")
    return lambda after: holds(after, f"{address}?edit", "Dose", "500 mg")


@pytest.mark.parametrize("leave", [by_reload, by_another_address, by_closing], ids=lambda how: how.__name__)
def test_a_note_is_kept_or_the_page_asks(
    new_phone: NewPhone, console_errors: ConsoleErrors, leave: Callable[[Page], Page]
) -> None:
    console_errors.expect(f"{NO_SIGNAL}|{NOBODY_TO_ASK}")
    is_kept_or_asked(new_phone(has_touch=True), type_note, leave)


@pytest.mark.parametrize("write", [answer_question, tick_question, write_medicine], ids=lambda what: what.__name__)
def test_whatever_is_written_or_ticked_is_kept_or_the_page_asks(
    new_phone: NewPhone, console_errors: ConsoleErrors, write: Callable[[Page], Callable[[Page], bool]]
) -> None:
    console_errors.expect(f"{NO_SIGNAL}|{NOBODY_TO_ASK}")
    is_kept_or_asked(new_phone(has_touch=True), write, by_reload)


def is_kept_or_asked(
    page: Page, write: Callable[[Page], Callable[[Page], bool]], leave: Callable[[Page], Page]
) -> None:
    actions.ready_for_offline(page)
    actions.start_case(page, "My left knee")
    actions.sent(page)
    page.context.set_offline(True)
    for pause in SOON:
        for _ in range(TRIES):
            page, asked = left_after(page, pause, write, leave)
            if pause < LONG_ENOUGH_MS or not asked:
                break
        else:
            raise AssertionError(f"asked after {pause} ms, each time")


def left_after(
    page: Page, pause: int, write: Callable[[Page], Callable[[Page], bool]], leave: Callable[[Page], Page]
) -> tuple[Page, bool]:
    """Writes, waits and leaves: the words are there afterwards, or the browser asked. Returns whether it did."""
    is_there = write(page)
    questions = listening(page)
    page.wait_for_timeout(pause)
    left = page
    page = leave(page)
    assert is_there(page) or questions.asked, f"after {pause} ms"
    if not left.is_closed():
        left.remove_listener("dialog", questions.answer)
    return page, questions.asked > 0


def test_nothing_is_asked_when_nothing_is_at_stake(new_phone: NewPhone) -> None:
    page = new_phone()
    actions.start_case(page, "My left knee")
    actions.write_note(page, "The surgeon was kind.")
    questions = listening(page)
    page.reload()
    actions.open_screen(page, "/journal")
    assert questions.asked == 0


def test_the_name_of_a_case_that_is_not_made_yet_is_asked_for(new_phone: NewPhone) -> None:
    page = new_phone()
    actions.open_screen(page, "/cases/new")
    page.get_by_label("What is it about?").press_sequentially("My left knee")
    questions = listening(page)
    page.reload()
    assert questions.asked == 1


def stands(page: Page, address: str, text: str) -> bool:
    actions.open_screen(page, address)
    page.wait_for_function("() => !document.body.textContent.includes('Opening…')")
    return page.get_by_text(text).count() > 0


def holds(page: Page, address: str, label: str, text: str) -> bool:
    actions.open_screen(page, address)
    field = page.get_by_label(label)
    expect(field).to_be_visible()
    return field.input_value() == text


def is_ticked(page: Page, address: str, label: str) -> bool:
    actions.open_screen(page, address)
    box = page.get_by_role("checkbox", name=label)
    expect(box).to_be_visible()
    return box.is_checked()
