"""A passkey opens the app lock beside the PIN, and is not offered where the browser has none."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests import actions
from tests.e2e.accessibility_checks import is_cut, violations
from tests.e2e.conftest import NewPhone
from tests.e2e.lock_steps import is_locked, set_lock, type_pin, unlock
from tests.harness import Server

# The phone's own reader of fingers, as the browser's tools imitate it
AUTHENTICATOR = {
    "protocol": "ctap2",
    "ctap2Version": "ctap2_1",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "hasPrf": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def ask_to_change(page: Page) -> None:
    page.get_by_role("button", name="Change the PIN or switch off").click()
    type_pin(page, label="Your PIN now")
    expect(page.get_by_role("button", name="Switch the lock off")).to_be_visible()


def looks_right(page: Page) -> None:
    assert is_cut(page) == []
    assert violations(page) == []


def test_a_passkey_opens_the_lock_until_it_is_removed_and_the_pin_always_does(
    new_phone: NewPhone, server: Server
) -> None:
    # Browsers have no passkeys for an address that is a number.
    ana = new_phone(base_url=server.address.replace("127.0.0.1", "localhost"))
    browser = ana.context.new_cdp_session(ana)
    browser.send("WebAuthn.enable")
    finger = browser.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})["authenticatorId"]
    actions.start_case(ana, "My left knee")
    set_lock(ana)
    expect(ana.get_by_role("button", name="Open with finger or face")).to_have_count(0)
    unlock(ana)
    ask_to_change(ana)
    looks_right(ana)
    ana.get_by_role("button", name="Use your finger or face too").click()
    expect(ana.get_by_text("opens the app too.")).to_be_visible()
    ana.reload()
    is_locked(ana)
    expect(ana.get_by_role("button", name="Open with finger or face")).to_be_visible()
    looks_right(ana)
    actions.before_the_next_tap(ana)
    ana.get_by_role("button", name="Open with finger or face").click()
    expect(ana.get_by_text("The app lock is on.")).to_be_visible()
    # Another finger opens nothing, and the PIN still does.
    ana.reload()
    browser.send("WebAuthn.setUserVerified", {"authenticatorId": finger, "isUserVerified": False})
    actions.before_the_next_tap(ana)
    ana.get_by_role("button", name="Open with finger or face").click()
    expect(ana.get_by_text("Your phone did not open the lock. Type your PIN.")).to_be_visible()
    unlock(ana)
    ask_to_change(ana)
    actions.before_the_next_tap(ana)
    ana.get_by_role("button", name="Use only the PIN").click()
    expect(ana.get_by_text("Only your PIN opens the app now.")).to_be_visible()
    ana.reload()
    is_locked(ana)
    expect(ana.get_by_role("button", name="Open with finger or face")).to_have_count(0)
    unlock(ana)


def test_none_is_offered_where_the_browser_has_none(ana: Page) -> None:
    actions.start_case(ana, "My left knee")
    set_lock(ana)
    unlock(ana)
    ask_to_change(ana)
    ana.wait_for_timeout(500)
    expect(ana.get_by_role("button", name="Use your finger or face too")).to_have_count(0)
