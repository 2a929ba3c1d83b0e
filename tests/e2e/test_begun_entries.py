"""A blank entry is not left behind when its page closes before the person leaves its screen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests import actions

# A screen, the button that begins an entry on it, and a field of that entry.
BEGUN = (
    ("/case/visits", "Add a visit", "Who will you see?"),
    ("/case/tasks", "Add something to do", "What do you need to do?"),
    ("/case/doctors", "Add a doctor", "Name"),
)


@pytest.mark.parametrize(("address", "button", "label"), BEGUN)
def test_a_blank_entry_does_not_outlive_its_page(ana: Page, address: str, button: str, label: str) -> None:
    actions.start_case(ana, "My left knee")
    entry = begin(ana, address, button, label)
    actions.open_screen(ana, "/")
    expect(rows_to(ana, entry)).to_have_count(0)
    actions.open_screen(ana, address)
    expect(ana.get_by_role("button", name=button)).to_be_visible()
    expect(rows_to(ana, entry)).to_have_count(0)


@pytest.mark.parametrize(("address", "button", "label"), BEGUN)
def test_its_form_stands_after_a_reload_and_keeps_what_is_typed_then(
    ana: Page, address: str, button: str, label: str
) -> None:
    actions.start_case(ana, "My left knee")
    entry = begin(ana, address, button, label)
    ana.reload()
    ana.get_by_role("main").get_by_label(label, exact=True).fill("Written later")
    actions.saved(ana)
    actions.open_screen(ana, address)
    expect(rows_to(ana, entry)).to_have_count(1)


def test_a_form_that_another_tab_shows_is_left_alone(ana: Page) -> None:
    actions.start_case(ana, "My left knee")
    entry = begin(ana, "/case/tasks", "Add something to do", "What do you need to do?")
    other = ana.context.new_page()
    actions.open_screen(other, "/case/tasks")
    other.wait_for_timeout(1000)
    ana.get_by_label("What do you need to do?").fill("Call the clinic")
    actions.saved(ana)
    expect(rows_to(other, entry)).to_have_count(1)


def begin(page: Page, address: str, button: str, label: str) -> str:
    """Ends on the blank form, which is stored by then; returns its address."""
    actions.open_screen(page, address)
    page.get_by_role("button", name=button).click()
    expect(page.get_by_role("main").get_by_label(label, exact=True)).to_be_visible()
    return actions.saved(page)


def rows_to(page: Page, address: str) -> Locator:
    return page.locator(f"a[href^='{address}']")
