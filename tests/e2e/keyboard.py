"""Using the app with the keyboard alone. Every stop on the way must visibly have the focus."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page

# A choice is marked on its whole card. The button inside a date or time field is the browser's own, which marks it
# where no page can see: the field then counts as the active element without having the focus itself.
RING = """() => [document.activeElement, document.activeElement.closest("label")].some((element) => {
    if (element === null) return false;
    if (element.matches("input:is([type^=date], [type=time]):not(:focus)")) return true;
    const style = getComputedStyle(element);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
})"""
MOST_STEPS = 150


def tab_to(page: Page, target: Locator, most_steps: int = MOST_STEPS) -> None:
    """Presses Tab until `target` has the focus."""
    for _ in range(most_steps):
        if has_focus(target):
            return
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            continue
        assert page.evaluate(RING), f"no focus ring on {page.evaluate('document.activeElement.outerHTML')}"
    pytest.fail(f"{target} cannot be reached by keyboard")


def has_focus(target: Locator) -> bool:
    return bool(target.evaluate("(element) => element === document.activeElement"))
