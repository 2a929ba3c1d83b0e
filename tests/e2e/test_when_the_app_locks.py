"""The app locks by itself: untouched, left, in all tabs; what only the screen has is there again after the PIN."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests import actions, other_phones
from tests.e2e.conftest import NewPhone
from tests.e2e.lock_steps import HIDE, is_locked, set_lock, type_pin, unlock

OPACITY = "getComputedStyle(document.getElementById('app')).opacity"
STILL_HERE = "What you were doing is still here."


@pytest.fixture
def ana(new_phone: NewPhone) -> Page:
    """A phone whose lock is set, at its page, unlocked."""
    page = new_phone()
    actions.start_case(page, "My left knee")
    set_lock(page)
    unlock(page)
    return page


def test_when_nobody_has_touched_it_for_the_chosen_time(ana: Page) -> None:
    ana.get_by_label("1 minute", exact=True).check()
    # From here on the story says how late it is.
    ana.clock.install()
    ana.goto("/")
    type_pin(ana)
    expect(ana.get_by_role("heading", level=1)).to_have_text("My left knee")
    ana.clock.run_for(50_000)
    ana.mouse.click(1, 1)
    ana.clock.run_for(50_000)
    expect(ana.get_by_role("heading", level=1)).to_have_text("My left knee")
    ana.clock.run_for(20_000)
    is_locked(ana)


def test_when_the_phone_slept_longer_than_that(ana: Page) -> None:
    ana.clock.install()
    ana.goto("/")
    type_pin(ana)
    expect(ana.get_by_role("heading", level=1)).to_have_text("My left knee")
    ana.evaluate(HIDE, "hidden")
    ana.clock.fast_forward(3_600_000)
    is_locked(ana)


def test_twenty_seconds_after_it_was_left_if_the_person_wants_that(ana: Page) -> None:
    leaving = ana.get_by_label("Lock when I leave the app")
    # It shows what is stored, once it is.
    leaving.click()
    expect(leaving).to_be_checked()
    ana.clock.install()
    ana.goto("/")
    type_pin(ana)
    expect(ana.get_by_role("heading", level=1)).to_have_text("My left knee")
    ana.evaluate(HIDE, "hidden")
    assert ana.evaluate(OPACITY) == "0"
    ana.clock.fast_forward(15_000)
    ana.evaluate(HIDE, "visible")
    assert ana.evaluate(OPACITY) == "1"
    expect(ana.get_by_role("heading", level=1)).to_have_text("My left knee")
    ana.evaluate(HIDE, "hidden")
    # The page finds out while it is out of sight, or when it is seen again.
    ana.clock.fast_forward(25_000)
    is_locked(ana)


def test_locking_one_tab_locks_the_other_and_a_left_page_shows_nothing(ana: Page) -> None:
    other = ana.context.new_page()
    other.goto("/")
    type_pin(other)
    expect(other.get_by_role("heading", level=1)).to_have_text("My left knee")
    for state, wanted in (("hidden", "0"), ("visible", "1")):
        other.evaluate(HIDE, state)
        assert other.evaluate(OPACITY) == wanted
    ana.get_by_role("button", name="Lock now").click()
    is_locked(ana)
    is_locked(other)


def test_what_only_the_screen_has_is_still_there_after_locking(ana: Page) -> None:
    other = ana.context.new_page()
    other.goto("/cases/new")
    type_pin(other)
    title = other.get_by_label("What is it about?")
    title.fill("A second case")
    ana.get_by_role("button", name="Lock now").click()
    expect(other.get_by_text(STILL_HERE)).to_be_visible()
    assert other.evaluate(OPACITY) == "0"
    type_pin(other)
    expect(other.get_by_text(STILL_HERE)).to_have_count(0)
    expect(title).to_have_value("A second case")
    title.fill("")


def test_a_pairing_under_way_goes_on_after_the_pin(ana: Page, new_phone: NewPhone) -> None:
    other = ana.context.new_page()
    other.goto("/more/phones")
    type_pin(other)
    actions.before_the_next_tap(other)
    other.get_by_role("button", name="Add another phone").click()
    code = other_phones.code_on(other)
    ana.get_by_role("button", name="Lock now").click()
    expect(other.get_by_text(STILL_HERE)).to_be_visible()
    second = new_phone()
    other_phones.ask_by_code(second, code)
    number = other_phones.number_on(second)
    expect(other.get_by_role("heading", name="Is this your other phone?")).to_have_count(0)
    type_pin(other)
    other_phones.give(other, number)
    expect(second.get_by_text("This phone has joined.")).to_be_visible()
    # Nothing is held any more: what was held up comes now.
    is_locked(ana)
