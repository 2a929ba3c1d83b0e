"""Strange texts, a phone without space, two tabs, a clock that jumps: nothing is lost, and the screen is honest."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests import actions
from tests.e2e.conftest import NewPhone
from tests.e2e.console_errors import ConsoleErrors
from tests.e2e.pair_of_phones import find_signal, forgive_cut_requests, pair

STRANGE = {
    "ten thousand letters": "The knee hurts. " * 625,
    "emoji": "🦵🏽 👩‍⚕️ says 👍 twice a day 🏳️‍🌈",
    "right to left": "قال الطبيب: عملية في يناير، \u200fDr Osei\u200f وافق.",
    "markup": "<script>document.title='taken over'</script><img src=x onerror=\"document.title='taken over'\">",
    "line ends and control": "one\ttwo\nthree\n\n\u0007 four \\ \" ' ` ${1} {{2}} %s",
}
NAMES = {
    "markup": STRANGE["markup"],
    "right to left": "ركبة أمي اليسرى",
    "emoji": "🦵 " * 20,
    "one long word": "W" * 120,
}
NO_ROOM = """() => {
    const put = IDBObjectStore.prototype.put;
    window.makeRoom = () => { IDBObjectStore.prototype.put = put; };
    IDBObjectStore.prototype.put = () => { throw new DOMException("no room", "QuotaExceededError"); };
}"""


@pytest.mark.parametrize("text", STRANGE.values(), ids=STRANGE.keys())
def test_a_strange_text_is_kept_and_shown_as_it_is(ana: Page, text: str) -> None:
    actions.start_case(ana, "My left knee")
    actions.open_screen(ana, "/journal/note/new")
    ana.get_by_label("Your note").fill(text)
    note = actions.saved(ana)
    actions.sent(ana)
    actions.open_screen(ana, note)
    expect(ana.get_by_label("Your note")).to_have_value(text)
    actions.open_screen(ana, "/journal")
    row = ana.get_by_role("main").get_by_role("listitem").get_by_role("link")
    assert flat(text)[:60] in flat(row.inner_text())
    assert ana.title() != "taken over"
    assert ana.evaluate("document.documentElement.scrollWidth <= innerWidth")


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_a_strange_text_arrives_unchanged_on_the_other_phone(
    ana: Page, new_phone: NewPhone, console_errors: ConsoleErrors
) -> None:
    forgive_cut_requests(console_errors)
    second = new_phone()
    pair(ana, second)
    notes = []
    for text in STRANGE.values():
        actions.open_screen(ana, "/journal/note/new")
        ana.get_by_label("Your note").fill(text)
        notes.append(actions.saved(ana))
    actions.sent(ana)
    actions.open_screen(second, "/journal")
    find_signal(second)
    for note, text in zip(notes, STRANGE.values(), strict=True):
        actions.open_screen(second, note)
        expect(second.get_by_label("Your note")).to_have_value(text)


@pytest.mark.parametrize(
    "name", [STRANGE["markup"], "ركبة أمي اليسرى", "🦵 " * 20, "W" * 120], ids=["markup", "rtl", "emoji", "long"]
)
def test_a_case_may_have_any_name(ana: Page, name: str) -> None:
    actions.start_case(ana, name.strip())
    for address in ("/", "/cases", "/journal"):
        actions.open_screen(ana, address)
        assert ana.title() != "taken over"
        assert ana.evaluate("document.documentElement.scrollWidth <= innerWidth"), address


def test_a_full_phone_says_so_keeps_the_words_on_the_screen_and_saves_when_there_is_room(
    ana: Page, console_errors: ConsoleErrors
) -> None:
    console_errors.expect("no room")  # a note that sync could not store either is reported, once for each try
    actions.start_case(ana, "My left knee")
    actions.open_screen(ana, "/journal/note/new")
    ana.evaluate(NO_ROOM)
    field = ana.get_by_label("Your note")
    field.press_sequentially("Dr Osei: an operation in January.")
    expect(ana.get_by_text("This phone is full. Your words are still here")).to_be_visible()
    expect(actions.status(ana)).not_to_contain_text(actions.SAVED)
    expect(field).to_have_value("Dr Osei: an operation in January.")
    field.press_sequentially(" Call by the 14th.")
    ana.evaluate("() => window.makeRoom()")
    expect(actions.status(ana)).to_contain_text(actions.SAVED)
    ana.reload()
    expect(ana.get_by_label("Your note")).to_have_value("Dr Osei: an operation in January. Call by the 14th.")


def test_two_tabs_of_one_phone_write_the_same_case(ana: Page) -> None:
    actions.start_case(ana, "My left knee")
    note = actions.write_note(ana, "Begun in one tab.")
    other = ana.context.new_page()
    actions.open_screen(other, note)
    field, other_field = ana.get_by_label("Your note"), other.get_by_label("Your note")
    expect(other_field).to_have_value("Begun in one tab.")
    other_field.press("End")
    other_field.press_sequentially(" Carried on in another.")
    field.press("Home")
    field.press_sequentially("Monday. ")
    both = "Monday. Begun in one tab. Carried on in another."
    for page in (ana, other):
        expect(page.get_by_label("Your note")).to_have_value(both)
        actions.sent(page)
    for page in (ana, other):
        page.reload()
        expect(page.get_by_label("Your note")).to_have_value(both)


def test_a_clock_that_jumps_decides_nothing(ana: Page, new_phone: NewPhone, console_errors: ConsoleErrors) -> None:
    forgive_cut_requests(console_errors)
    second = new_phone()
    pair(ana, second)
    note = actions.write_note(ana, "First words.")
    actions.sent(ana)
    actions.open_screen(second, "/journal")
    find_signal(second)
    second.clock.install(time="1999-12-31T23:59:00")
    actions.open_screen(second, note)
    second.clock.resume()
    field = second.get_by_label("Your note")
    field.press("End")
    field.press_sequentially(" Written on a phone that thinks it is 1999.")
    actions.saved(second)
    actions.sent(second)
    ana.clock.install(time="2099-01-01T00:00:00")
    actions.open_screen(ana, note)
    ana.clock.resume()
    both = "First words. Written on a phone that thinks it is 1999."
    expect(ana.get_by_label("Your note")).to_have_value(both)
    field = ana.get_by_label("Your note")
    field.press("End")
    field.press_sequentially(" And in 2099.")
    actions.saved(ana)
    actions.sent(ana)
    find_signal(second)
    expect(second.get_by_label("Your note")).to_have_value(f"{both} And in 2099.")
