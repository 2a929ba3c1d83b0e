"""The steps with an app lock that several stories take: to set it, to see that it is closed, to type a PIN."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests import actions

PIN = "271828182845"
WRONG = "000000"

HIDE = """(state) => {
    Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
}"""


def set_lock(page: Page, pin: str = PIN) -> None:
    """Ends on the lock itself."""
    actions.open_screen(page, "/more/app-lock")
    choose_pin(page, pin)
    is_locked(page)


def choose_pin(page: Page, pin: str) -> None:
    page.get_by_label("New PIN").fill(pin)
    page.get_by_label("The same PIN again").fill(pin)
    actions.before_the_next_tap(page)
    page.get_by_role("button", name="Set the PIN").click()


def is_locked(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text("Second Look is locked")


def type_pin(page: Page, pin: str = PIN, label: str = "Your PIN") -> None:
    actions.before_the_next_tap(page)
    page.get_by_label(label, exact=True).fill(pin)
    page.get_by_role("button", name="Open", exact=True).click()


def unlock(page: Page, pin: str = PIN) -> None:
    """Types the PIN on the lock, at the page of the app lock."""
    type_pin(page, pin)
    expect(page.get_by_text("The app lock is on.")).to_be_visible()


def switch_off(page: Page, pin: str = PIN) -> None:
    """From the open page of the app lock."""
    page.get_by_role("button", name="Change the PIN or switch off").click()
    type_pin(page, pin, "Your PIN now")
    actions.before_the_next_tap(page)
    page.get_by_role("button", name="Switch the lock off").click()
    expect(page.get_by_role("button", name="Set the PIN")).to_be_visible()
