"""The line under the title says Saving, Saved, waiting and Synced in turn. The box that one writes in must not move."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import actions
from tests.e2e.conftest import NewPhone, phone_context
from tests.e2e.console_errors import ConsoleErrors
from tests.e2e.test_bad_input import NO_ROOM
from tests.harness import Server

# Every position of the box and every text of the line, as often as the browser draws.
WATCH = """(box) => {
    const line = document.querySelector(".status");
    window.seen = { places: new Set(), words: new Set() };
    const look = () => {
        window.seen.places.add(Math.round(box.getBoundingClientRect().top + scrollY));
        window.seen.words.add((line.querySelector("span:last-child")?.textContent ?? "").replace(/\\d+/g, "0"));
        requestAnimationFrame(look);
    };
    look();
}"""
ENDS_ABOVE_THE_BUTTONS = """() => {
    const top = (name) => document.querySelector(name).getBoundingClientRect();
    return top("textarea").bottom <= top(".dock").top;
}"""
SEEN = "() => ({ places: [...seen.places], words: [...seen.words] })"


@pytest.fixture(params=["390 wide", "320 wide", "twice the text"])
def phone(
    request: pytest.FixtureRequest,
    large_text: Browser,
    server: Server,
    new_phone: NewPhone,
    console_errors: ConsoleErrors,
) -> Iterator[Page]:
    console_errors.expect("ERR_INTERNET_DISCONNECTED|no room")
    if request.param != "twice the text":
        yield new_phone(viewport={"width": int(request.param[:3]), "height": 640})
        return
    yield phone_context(large_text, server).new_page()


def test_a_note_is_written_in_a_box_that_stays(phone: Page) -> None:
    actions.start_case(phone, "My left knee")
    actions.sent(phone)
    actions.open_screen(phone, "/journal/note/new")
    stays_while_the_line_changes(phone, "Your note")


def test_an_answer_is_written_in_a_box_that_stays(phone: Page) -> None:
    actions.start_case(phone, "My left knee")
    question = actions.write_question(phone, "What if I wait?")
    actions.sent(phone)
    actions.open_screen(phone, question)
    stays_while_the_line_changes(phone, "What the doctor said")


@pytest.mark.parametrize("height", [844, 640])
def test_what_is_typed_in_the_room_stays_above_the_buttons(new_phone: NewPhone, height: int) -> None:
    phone = new_phone(viewport={"width": 390, "height": height})
    actions.start_case(phone, "My left knee")
    question = actions.write_question(phone, "What if I wait, and do the exercises at home before I decide? " * 3)
    visit = actions.add_visit(phone, "Dr Osei", "City Clinic")
    actions.open_screen(phone, f"{visit}/during?at={question.rsplit('/', 1)[-1]}")
    phone.get_by_label("What the doctor says").click()
    for line in range(20):
        phone.keyboard.type(f"Line {line}")
        phone.keyboard.press("Enter")
    phone.keyboard.type("The end")
    phone.wait_for_function(ENDS_ABOVE_THE_BUTTONS)


def stays_while_the_line_changes(phone: Page, label: str) -> None:
    box = phone.get_by_label(label)
    box.click()
    box.evaluate(WATCH)
    phone.context.set_offline(True)
    box.press_sequentially("It can wait.")
    expect(actions.status(phone)).to_contain_text("Saved")
    expect(actions.status(phone)).to_contain_text("waiting for signal")
    phone.context.set_offline(False)
    actions.sent(phone)
    phone.evaluate(NO_ROOM)
    box.press_sequentially(" She said so.")
    expect(phone.get_by_text("This phone is full.")).to_be_visible()
    expect(actions.status(phone)).to_contain_text("Not saved")
    phone.evaluate("() => window.makeRoom()")
    actions.saved(phone)
    seen = phone.evaluate(SEEN)
    assert len(seen["words"]) >= 4, seen
    assert len(seen["places"]) == 1, seen
