"""A tap made twice by mistake acts once, wherever it falls; intended taps and every key press still count."""

from __future__ import annotations

import re
from itertools import cycle

import pytest
from playwright.sync_api import Locator, Page, expect

from tests import actions
from tests.e2e.conftest import NewPhone
from tests.e2e.filled_case import bring, go
from tests.e2e.places_to_add import ADDING, ADDING_HERE, ADDING_IN_PLACE, LISTS, Adding
from tests.e2e.touches import Point, point_of, tap, tap_twice

BETWEEN_MS = (120, 200, 350)
ENTRY = re.compile(r"/[0-9a-f]{32}$")


@pytest.fixture
def phone(new_phone: NewPhone) -> Page:
    return new_phone(has_touch=True, is_mobile=True)


@pytest.fixture
def knee(phone: Page) -> Page:
    actions.start_case(phone, "My left knee")
    return phone


@pytest.mark.parametrize("adding", ADDING, ids=lambda adding: adding.button)
def test_a_button_that_adds_adds_once_and_nothing_it_added_is_deleted(knee: Page, adding: Adding) -> None:
    for turn, between_ms in enumerate(BETWEEN_MS, start=1):
        actions.open_screen(knee, adding.address)
        tap_twice(knee, point_of(knee.get_by_role("button", name=adding.button, exact=True)), between_ms)
        field = knee.get_by_role("main").get_by_label(adding.label, exact=True)
        expect(field).to_be_visible()
        nothing_was_undone(knee)
        field.fill(f"Word {turn}")
        kind = actions.saved(knee).rpartition("/")[0]
        actions.open_screen(knee, adding.listed or adding.address)
        rows = knee.get_by_role("main").locator(f'a[href^="{kind}/"]')
        expect(rows.filter(has_text=f"Word {turn}"), f"after {between_ms} ms").to_have_count(1)
        entries = [href for href in rows.evaluate_all("(all) => all.map(({ href }) => href)") if ENTRY.search(href)]
        assert len(entries) == turn, f"after {between_ms} ms"


@pytest.mark.parametrize(("address", "button", "label"), ADDING_HERE)
def test_a_button_that_adds_on_the_same_screen_adds_once(knee: Page, address: str, button: str, label: str) -> None:
    for turn, between_ms in enumerate(BETWEEN_MS, start=1):
        actions.open_screen(knee, address)
        tap_twice(knee, point_of(knee.get_by_role("button", name=button, exact=True)), between_ms)
        fields = knee.get_by_role("main").get_by_role("textbox", name=re.compile(f"^{re.escape(label)}"))
        expect(fields).to_have_count(turn)
        nothing_was_undone(knee)
        fields.last.fill(f"Word {turn}")
        actions.saved(knee)


@pytest.mark.parametrize(("address", "label", "entries"), ADDING_IN_PLACE)
def test_what_is_typed_in_the_last_row_is_added_once(knee: Page, address: str, label: str, entries: str) -> None:
    for turn, between_ms in enumerate(BETWEEN_MS, start=1):
        actions.open_screen(knee, address)
        row = actions.last_row(knee, label)
        row.fill(f"Word {turn}")
        tap_twice(knee, point_of(knee.get_by_role("button", name="Add", exact=True)), between_ms)
        expect(row).to_have_value("")
        # The second tap hits the entry that has just taken the place of the button, and opens nothing.
        assert actions.saved(knee) == address
        rows = knee.get_by_role("main").locator(f'a[href^="{entries}"]')
        expect(rows.filter(has_text=f"Word {turn}"), f"after {between_ms} ms").to_have_count(1)
        made = [href for href in rows.evaluate_all("(all) => all.map(({ href }) => href)") if ENTRY.search(href)]
        assert len(made) == turn, f"after {between_ms} ms"


def test_a_row_of_a_list_opens_its_entry_and_does_nothing_else(phone: Page) -> None:
    ids = bring(phone, "knee")
    note_after_each = (LISTS[0],) * (len(BETWEEN_MS) - 1)
    for (address, key), between_ms in zip(note_after_each + LISTS, cycle(BETWEEN_MS), strict=False):
        actions.open_screen(phone, address)
        row = phone.get_by_role("main").locator(f'a[href$="/{ids[key]}"]').first
        expect(row).to_be_visible()
        below = place_of_control(phone, row)
        pin(row, below)
        tap_twice(phone, below, between_ms)
        expect(control(phone)).to_be_visible()
        nothing_was_undone(phone)
        assert phone.url.endswith(ids[key]), (address, key, between_ms)


def control(phone: Page) -> Locator:
    """What must not be hit on the entry's own screen: Delete on a form, Edit on a page to read."""
    delete = phone.get_by_role("button", name="Delete", exact=True)
    return delete.or_(phone.get_by_role("link", name="Edit", exact=True)).last


def place_of_control(phone: Page, row: Locator) -> Point:
    """Where that is. Returns to where it began."""
    row.click()
    expect(control(phone)).to_be_visible()
    box = control(phone).bounding_box()
    assert box is not None
    phone.go_back()
    expect(row).to_be_visible()
    phone.wait_for_timeout(500)
    return box["x"] + box["width"] / 2, min(box["y"] + box["height"] / 2, 720)


def pin(row: Locator, place: Point) -> None:
    """Brings the row to exactly that place, as a list of some length would."""
    row.evaluate(
        """(row, [x, y]) => {
            Object.assign(row.style, { position: "fixed", zIndex: 9, left: "0", right: "0", top: `${y - 24}px` });
        }""",
        place,
    )


def nothing_was_undone(page: Page) -> None:
    expect(page.get_by_role("button", name="Undo")).to_have_count(0)


def test_a_tick_that_is_tapped_twice_stays(knee: Page) -> None:
    actions.add_entry(knee, "/case/tasks", "Add something to do", {"What do you need to do?": "Call the clinic"})
    for turn, between_ms in enumerate(BETWEEN_MS):
        actions.open_screen(knee, "/case/tasks")
        tick = knee.get_by_role("checkbox", name=re.compile("Call the clinic"))
        tap_twice(knee, point_of(tick), between_ms)
        expect(tick).to_be_checked(checked=turn % 2 == 0)
        actions.saved(knee)


def test_the_way_back_tapped_twice_goes_back_once(knee: Page) -> None:
    for between_ms in BETWEEN_MS:
        actions.open_screen(knee, "/")
        actions.open_screen(knee, "/case/health")
        go(knee, "/case/medicines")
        tap_twice(knee, point_of(knee.get_by_role("link", name="Back")), between_ms)
        expect(knee.get_by_role("heading", level=1)).to_have_text("Your health")


@pytest.mark.parametrize("count", [3, 12])
def test_up_moves_the_same_question_however_quickly_it_is_pressed(knee: Page, count: int) -> None:
    """In a list that fits the screen, and in one that does not. The row stays under the finger."""
    for number in range(1, count + 1):
        actions.write_question(knee, f"Question {number}?")
    for between_ms in BETWEEN_MS:
        actions.open_screen(knee, "/case/questions")
        expect(knee.locator(".question-link")).to_have_count(count)
        last = order(knee)[-1]
        knee.get_by_role("button", name=f"Move: {last}").tap()
        up = knee.get_by_role("button", name=f"Move up: {last}")
        place = point_of(up)
        tap_twice(knee, place, between_ms)
        expect(up).to_be_focused()
        expect_place(knee, last, count - 2)
        assert point_of(up) == pytest.approx(place, abs=2)


def test_up_at_the_top_does_nothing_more(knee: Page) -> None:
    for text in ("Is it sure?", "What if I wait?"):
        actions.write_question(knee, text)
    actions.open_screen(knee, "/case/questions")
    knee.get_by_role("button", name="Move: What if I wait?").tap()
    up = knee.get_by_role("button", name="Move up: What if I wait?")
    place = point_of(up)
    for _ in range(3):
        tap(knee, place)
    expect_place(knee, "What if I wait?", 1)
    expect(up).to_have_attribute("aria-disabled", "true")


def test_keys_and_two_taps_that_are_meant_count_both(knee: Page) -> None:
    actions.open_screen(knee, "/case/options/waiting")
    add = knee.get_by_role("button", name="Add a risk or side effect", exact=True)
    fields = knee.get_by_role("textbox", name=re.compile("^Risk or side effect"))
    add.focus()
    for turn in (1, 2):
        knee.keyboard.press("Enter")
        expect(fields).to_have_count(turn)
        add.focus()
    for turn in (3, 4):
        tap(knee, point_of(add))
        expect(fields).to_have_count(turn)


def test_what_removes_something_is_not_there_at_once(knee: Page) -> None:
    """Whatever was tapped before: no finger hits it by accident, and no screen reader or key misses it later."""
    actions.write_question(knee, "What if I wait?")
    delete = knee.get_by_role("button", name="Delete", exact=True)
    seen = delete.evaluate(
        """(button) => {
            button.style.animation = "none";
            button.getBoundingClientRect();
            button.style.animation = "";
            const coming = button.getAnimations()[0];
            coming.pause();
            return [0, 200, 400, 600].map((time) => {
                coming.currentTime = time;
                return getComputedStyle(button).visibility;
            });
        }"""
    )
    assert seen == ["hidden", "hidden", "hidden", "visible"]


def order(page: Page) -> list[str]:
    return page.locator(".question-link").all_inner_texts()


def expect_place(page: Page, text: str, place: int) -> None:
    expect(page.locator(".question").nth(place - 1)).to_contain_text(text)
