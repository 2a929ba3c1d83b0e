"""Choosing a country, as now and as an older version kept it, and where a screen speaks of it."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests import actions


def choose(page: Page, name: str) -> None:
    actions.open_screen(page, "/more/country")
    page.get_by_label(name, exact=True).check()
    page.get_by_role("link", name="See “Get help now”").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Get help now")


def was_chosen_before(page: Page, code: str) -> None:
    """As an older version of the app stored it on the phone."""
    actions.open_screen(page, "/")
    page.evaluate("code => localStorage.setItem('second-look:country', code)", code)
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def rule_of(page: Page, country: str) -> Locator:
    """What is said of the country beside a letter, a part of its form."""
    return page.locator("details").filter(has=page.get_by_role("heading", name=f"The rule: {country}"))


def region(page: Page, heading: str) -> Locator:
    return page.get_by_role("region", name=heading)
