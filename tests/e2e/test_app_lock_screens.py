"""The screens of the app lock for everybody: by keyboard, narrow, in every colour, with large text, and short."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import actions
from tests.e2e.accessibility_checks import is_cut, violations
from tests.e2e.conftest import NewPhone, phone_context
from tests.e2e.keyboard import tab_to
from tests.e2e.lock_steps import PIN, set_lock, unlock
from tests.harness import PHONE, Server

NARROW = {"width": 320, "height": 568}
MOST_PHONES = 2.5


@pytest.mark.parametrize("theme", ["Light", "Dark", "High contrast"])
def test_by_keyboard_on_a_narrow_screen_with_nothing_cut_and_nothing_that_axe_finds(
    new_phone: NewPhone, theme: str
) -> None:
    ana = new_phone(viewport=NARROW)
    actions.start_case(ana, "My left knee")
    actions.open_screen(ana, "/more/display")
    ana.get_by_label(theme).check()
    through_all_screens(ana)


def test_nothing_is_cut_at_twice_the_text_size(large_text: Browser, server: Server) -> None:
    ana = phone_context(large_text, server, viewport=NARROW).new_page()
    actions.start_case(ana, "My left knee")
    through_all_screens(ana)


def through_all_screens(page: Page) -> None:
    actions.open_screen(page, "/more/app-lock")
    expect(page.get_by_label("New PIN")).to_be_visible()
    looks_right(page)
    set_lock(page)
    looks_right(page)
    expect(page.get_by_label("Your PIN", exact=True)).to_be_focused()
    page.keyboard.type(PIN)
    actions.before_the_next_tap(page)
    page.keyboard.press("Enter")
    expect(page.get_by_text("The app lock is on.")).to_be_visible()
    looks_right(page)
    change = page.get_by_role("button", name="Change the PIN or switch off")
    tab_to(page, change)
    page.keyboard.press("Enter")
    expect(page.get_by_label("Your PIN now")).to_be_focused()
    looks_right(page)
    page.reload()
    forgotten = page.get_by_role("button", name="I forgot my PIN")
    expect(forgotten).to_be_visible()
    tab_to(page, forgotten)
    page.keyboard.press("Enter")
    expect(page.get_by_label("Recovery code")).to_be_focused()
    looks_right(page)


def looks_right(page: Page) -> None:
    assert is_cut(page) == []
    assert violations(page) == []


def test_no_screen_of_it_is_longer_than_two_and_a_half_phones(ana: Page) -> None:
    actions.start_case(ana, "My left knee")
    actions.open_screen(ana, "/more/app-lock")
    expect(ana.get_by_label("New PIN")).to_be_visible()
    is_short(ana)
    set_lock(ana)
    is_short(ana)
    unlock(ana)
    is_short(ana)


def is_short(page: Page) -> None:
    height: int = page.evaluate("document.documentElement.scrollHeight")
    assert height / PHONE["height"] <= MOST_PHONES, page.get_by_role("heading", level=1).inner_text()
