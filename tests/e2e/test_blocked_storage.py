"""A browser that blocks the site's storage, or deletes it: the app opens, says why, and the rest of it works."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from tests import actions
from tests.e2e.conftest import NewPhone, Profiles
from tests.e2e.console_errors import ConsoleErrors
from tests.harness import Server

BLOCKED = "Your browser blocks this site from storing anything"
WAYS = {
    "throws": """for (const name of ["localStorage", "indexedDB", "caches"]) Object.defineProperty(window, name,
        { get() { throw new DOMException("blocked", "SecurityError"); } })""",
    "has none": """for (const name of ["localStorage", "indexedDB"])
        Object.defineProperty(window, name, { value: null })""",
}


def test_blocked_cookies_are_named_and_guide_and_help_work(
    profiles: Profiles, server: Server, console_errors: ConsoleErrors
) -> None:
    console_errors.expect("denied|Access is denied|security policy")
    preferences = profiles.folder("ana") / "Default" / "Preferences"
    preferences.parent.mkdir(parents=True)
    preferences.write_text(json.dumps({"profile": {"default_content_setting_values": {"cookies": 2}}}))
    page = profiles.open("ana", server)
    page.goto("/")
    assert page.evaluate("() => { try { return localStorage.length } catch (error) { return error.name } }") == (
        "SecurityError"
    )
    says_why_and_goes_on(page)


@pytest.mark.parametrize("way", WAYS)
def test_storage_that_is_missing_or_throws_is_named(
    new_phone: NewPhone, console_errors: ConsoleErrors, way: str
) -> None:
    console_errors.expect("blocked|null")
    page = new_phone()
    page.add_init_script(WAYS[way])
    page.goto("/")
    says_why_and_goes_on(page)


def says_why_and_goes_on(page: Page) -> None:
    starting = ("/cases/new", "/begin", "/begin/soon", "/begin/visit")
    for address in ("/", "/journal", *starting, "/cases", "/more/phones", "/pair"):
        actions.open_screen(page, address)
        expect(page.get_by_role("heading", name=BLOCKED)).to_be_visible()
        expect(page.get_by_text("private window")).to_have_count(0)
    page.get_by_role("link", name="Get help now").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Get help now")
    page.get_by_role("link", name="Back").click()
    page.get_by_role("link", name="Guide", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Guide")
    expect(page.get_by_text(BLOCKED)).to_have_count(0)


def test_a_case_that_the_browser_threw_away_is_said_and_never_a_fresh_welcome(
    new_phone: NewPhone, console_errors: ConsoleErrors
) -> None:
    console_errors.expect("favicon")
    page = new_phone()
    actions.start_case(page, "My left knee")
    actions.saved(page)
    page.goto("/healthz")
    page.evaluate(
        """() => new Promise((resolve, reject) => {
            const request = indexedDB.deleteDatabase("second-look");
            request.onsuccess = resolve;
            request.onerror = request.onblocked = reject;
        })"""
    )
    actions.open_screen(page, "/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Your case is not on this phone any more")
    expect(page.get_by_role("link", name="Bring my cases here")).to_be_visible()
    for address in ("/journal", "/case/questions", "/case/medicines", "/case/summary", "/journal/note/new"):
        actions.open_screen(page, address)
        expect(page.get_by_role("heading", name="Your case is not on this phone any more")).to_be_visible()
        expect(page.get_by_role("link", name="Bring my cases here")).to_be_visible()
        expect(page.get_by_text("No case yet")).to_have_count(0)
    actions.open_screen(page, "/")
    page.get_by_role("button", name="Start again on this phone").click()
    expect(page.get_by_role("link", name="I was just told something big")).to_be_visible()
    actions.open_screen(page, "/journal")
    expect(page.get_by_text("No case yet")).to_be_visible()


def test_a_database_that_is_deleted_or_cleared_under_the_app_is_written_again(new_phone: NewPhone) -> None:
    page = new_phone()
    actions.start_case(page, "My left knee")
    note = actions.write_note(page, "It is swollen.")
    origin = page.evaluate("location.origin")
    session = page.context.new_cdp_session(page)
    session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "indexeddb"})
    page.get_by_label("Your note").press_sequentially(" And warm.")
    actions.saved(page)
    page.wait_for_timeout(1500)
    actions.open_screen(page, note)
    expect(page.get_by_label("Your note")).to_have_value("It is swollen. And warm.")
    page.evaluate("() => { indexedDB.deleteDatabase('second-look') }")
    page.wait_for_timeout(1500)
    actions.open_screen(page, note)
    expect(page.get_by_label("Your note")).to_have_value("It is swollen. And warm.")
