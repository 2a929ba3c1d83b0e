"""A list is written where it stands: type, Return, the next one. What is moved stays in sight.

Taps are counted: a tap is a press of a finger, on the page or on the keyboard's own Return key.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from tests import actions
from tests.e2e.conftest import NewPhone
from tests.e2e.keyboard import tab_to
from tests.e2e.touches import point_of

SIX = (
    "What happens if I wait?",
    "What else could help?",
    "What would you advise your own sister?",
    "Can I still kneel in the garden?",
    "How long until I can drive?",
    "Who would do the operation?",
)
LISTS = (
    ("/case/questions", "Add a question"),
    ("/case/medicines", "Add a medicine"),
    ("/case/records", "Add a record"),
    ("/case/decide/options", "Add an option"),
    ("/case/contacts", "Add someone to call"),
)
PHONE = {"width": 390, "height": 844}
# The same phone with its keyboard open
KEYBOARD_OPEN: ViewportSize = {"width": 390, "height": 400}


@pytest.fixture
def knee(new_phone: NewPhone) -> Page:
    phone = new_phone(has_touch=True, is_mobile=True, viewport=PHONE)
    actions.start_case(phone, "My left knee")
    return phone


class Finger:
    """Counts its taps. Letters are no taps; Return is one."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.taps = 0

    def tap(self, target: Locator) -> None:
        self.taps += 1
        actions.before_the_next_tap(self.page)
        target.tap()

    def types_and_returns(self, text: str) -> None:
        self.taps += 1
        self.page.keyboard.type(text)
        self.page.keyboard.press("Enter")


@pytest.mark.parametrize(("address", "label"), LISTS)
def test_six_entries_take_at_most_eight_taps(knee: Page, address: str, label: str) -> None:
    actions.open_screen(knee, address)
    finger = Finger(knee)
    finger.tap(actions.last_row(knee, label))
    for text in SIX:
        finger.types_and_returns(text)
        expect(actions.last_row(knee, label)).to_have_value("")
    for text in SIX:
        expect(shown(knee, text)).to_be_visible()
    assert finger.taps <= 8
    actions.saved(knee)
    actions.open_screen(knee, address)
    for text in SIX:
        expect(shown(knee, text)).to_be_visible()


@pytest.mark.parametrize(("address", "label"), LISTS)
def test_what_is_typed_and_not_added_is_kept_when_the_page_closes(knee: Page, address: str, label: str) -> None:
    actions.open_screen(knee, address)
    actions.last_row(knee, label).press_sequentially("Half a line")
    expect(shown(knee, "Half a line")).to_have_count(0)
    actions.saved(knee)
    actions.open_screen(knee, address)
    expect(shown(knee, "Half a line")).to_be_visible()
    expect(actions.last_row(knee, label)).to_have_value("")


@pytest.mark.parametrize(("address", "label"), LISTS)
def test_what_is_typed_and_erased_leaves_nothing(knee: Page, address: str, label: str) -> None:
    actions.open_screen(knee, address)
    entries = knee.get_by_role("main").locator("a").filter(has_text="Kept")
    row = actions.last_row(knee, label)
    row.press_sequentially("Kept")
    row.press("Enter")
    expect(entries).to_have_count(1)
    before = knee.get_by_role("main").get_by_role("link").count()
    row.press_sequentially("Gone")
    for _ in "Gone":
        row.press("Backspace")
    row.press("Enter")
    actions.saved(knee)
    actions.open_screen(knee, address)
    expect(entries).to_have_count(1)
    assert knee.get_by_role("main").get_by_role("link").count() == before


def test_several_lines_that_are_pasted_become_an_entry_each(knee: Page) -> None:
    actions.open_screen(knee, "/case/questions")
    row = actions.last_row(knee, "Add a question")
    row.focus()
    knee.keyboard.insert_text("\n".join(SIX[:3]))
    expect(row).to_have_value(SIX[2])
    expect(knee.locator(".question-link")).to_have_text(list(SIX[:2]))


def test_a_question_goes_from_the_sixth_place_to_the_first_in_two_taps(knee: Page) -> None:
    finger = with_six_questions(knee)
    finger.tap(handle(knee, SIX[5]))
    finger.tap(knee.get_by_role("button", name=f"Make it first: {SIX[5]}"))
    assert finger.taps <= 2
    expect(knee.locator(".question-link")).to_have_text([SIX[5], *SIX[:5]])
    expect(handle(knee, SIX[5])).to_be_focused()
    expect(handle(knee, SIX[5])).to_be_in_viewport()
    knee.get_by_role("button", name="Undo").tap()
    expect(knee.locator(".question-link")).to_have_text(list(SIX))


def test_a_question_follows_the_finger_that_holds_its_handle(knee: Page) -> None:
    with_six_questions(knee)
    glass = knee.context.new_cdp_session(knee)
    goal = point_of(handle(knee, SIX[0]))
    start = point_of(handle(knee, SIX[3]))
    row = knee.locator(".question").filter(has_text=SIX[3])

    def touch(kind: str, y: float) -> None:
        points = [] if kind == "touchEnd" else [{"x": start[0], "y": y, "id": 1}]
        glass.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", start[1])
    for share in (0.25, 0.5, 0.75, 1):
        y = start[1] + (goal[1] - 20 - start[1]) * share
        touch("touchMove", y)
        knee.wait_for_function("(row) => row.classList.contains('row-dragged')", arg=row.element_handle())
        knee.wait_for_function(
            """([row, y]) => {
                const { top, bottom } = row.getBoundingClientRect();
                return top <= y && y <= bottom;
            }""",
            arg=[row.element_handle(), y],
        )
    touch("touchEnd", 0)
    expect(knee.locator(".question-link")).to_have_text([SIX[3], *SIX[:3], *SIX[4:]])
    expect(knee.get_by_role("button", name=re.compile("^Move up"))).to_have_count(0)
    expect(knee.locator(".row-dragged")).to_have_count(0)
    actions.saved(knee)
    actions.open_screen(knee, "/case/questions")
    expect(knee.locator(".question-link").first).to_have_text(SIX[3])


def test_a_question_is_made_the_first_by_keyboard(ana: Page) -> None:
    actions.start_case(ana, "My left knee")
    with_six_questions(ana)
    tab_to(ana, handle(ana, SIX[5]))
    ana.keyboard.press("Enter")
    expect(handle(ana, SIX[5])).to_have_attribute("aria-expanded", "true")
    first = ana.get_by_role("button", name=f"Make it first: {SIX[5]}")
    tab_to(ana, first)
    ana.keyboard.press("Enter")
    expect(ana.locator(".question-link").first).to_have_text(SIX[5])
    expect(ana.get_by_role("status").filter(has_text="Now number 1 of 6")).to_be_visible()


@pytest.mark.parametrize(("address", "label"), LISTS)
def test_the_keyboard_covers_neither_the_field_nor_the_action(knee: Page, address: str, label: str) -> None:
    actions.open_screen(knee, address)
    row = actions.last_row(knee, label)
    row.tap()
    knee.set_viewport_size(KEYBOARD_OPEN)
    for text in SIX:
        knee.keyboard.type(text)
        is_free(row)
        is_free(knee.get_by_role("button", name="Add", exact=True))
        knee.keyboard.press("Enter")
        expect(row).to_have_value("")
        is_free(row)


def test_what_ends_the_list_stays_above_the_keyboard(knee: Page) -> None:
    with_six_questions(knee)
    knee.set_viewport_size(KEYBOARD_OPEN)
    done = knee.get_by_role("button", name="Done", exact=True)
    for y in (0, 200, 2000):
        knee.evaluate("(y) => scrollTo(0, y)", y)
        is_free(done)
    dock = knee.get_by_role("region", name="What to do here").bounding_box()
    assert dock is not None
    assert dock["height"] <= 0.4 * KEYBOARD_OPEN["height"]
    done.tap()
    expect(knee.get_by_role("heading", level=1)).to_have_text("My left knee")


def is_free(target: Locator) -> None:
    """In sight, with nothing over it."""
    expect(target).to_be_in_viewport(ratio=0.95)
    covered_by = """(target) => {
        const { left, top, width, height } = target.getBoundingClientRect();
        const found = document.elementFromPoint(left + width / 2, top + height / 2);
        return target.contains(found) ? "" : found?.outerHTML.slice(0, 200);
    }"""
    assert target.evaluate(covered_by) == ""


def with_six_questions(page: Page) -> Finger:
    actions.open_screen(page, "/case/questions")
    for text in SIX:
        actions.put_on_list(page, "Add a question", text)
    expect(page.locator(".question-link")).to_have_text(list(SIX))
    actions.saved(page)
    return Finger(page)


def handle(page: Page, text: str) -> Locator:
    return page.get_by_role("button", name=f"Move: {text}")


def shown(page: Page, words: str) -> Locator:
    return page.get_by_role("main").get_by_role("link").filter(has_text=words)
