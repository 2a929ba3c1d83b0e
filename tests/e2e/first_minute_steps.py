"""Going through the first minute."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests import actions


def skip_first_minute(page: Page) -> None:
    """Answers none of its questions; its end is on the screen then."""
    actions.open_screen(page, "/begin")
    for title in ("What were you told?", "When is your next visit?", "Which country are you in?"):
        expect(page.get_by_role("heading", level=1)).to_have_text(title)
        page.locator(".dock").get_by_role("button", name="Skip").click()
        actions.before_the_next_tap(page)
