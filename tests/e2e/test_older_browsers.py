"""Browsers that lack a feature, or report something wrong. Each is tried in turn: the app works, or says why not.

Chromium has all features, so the test removes them before the app runs; the address without https is a real one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from tests import actions, harness, other_phones
from tests.e2e.conftest import NewPhone, phone_context
from tests.e2e.console_errors import ConsoleErrors
from tests.harness import CHROMIUM_ARGS, PHONE, Server

LACKS = {
    "BroadcastChannel": "delete globalThis.BroadcastChannel",
    "AbortSignal.timeout": "delete AbortSignal.timeout",
    "locks": "Object.defineProperty(Navigator.prototype, 'locks', { value: undefined })",
    "a true onLine": "Object.defineProperty(Navigator.prototype, 'onLine', { value: false })",
}
IS_GONE = {
    "BroadcastChannel": "() => !('BroadcastChannel' in globalThis)",
    "AbortSignal.timeout": "() => AbortSignal.timeout === undefined",
    "locks": "() => navigator.locks === undefined",
    "a true onLine": "() => navigator.onLine === false",
}


@pytest.mark.parametrize("lacking", LACKS)
def test_what_is_written_is_stored_and_sent(new_phone: NewPhone, lacking: str) -> None:
    ana = new_phone()
    ana.context.add_init_script(LACKS[lacking])
    actions.start_case(ana, "My left knee")
    assert ana.evaluate(IS_GONE[lacking]), "it was not taken away"
    actions.write_note(ana, "He draws the knee.")
    actions.sent(ana)
    second = new_phone()
    other_phones.join_by_code(second, other_phones.offer_phone(ana).code, ana)
    actions.open_screen(second, "/journal")
    expect(second.get_by_text("He draws the knee.")).to_be_visible()


@pytest.mark.parametrize("lacking", ["BroadcastChannel", "locks"])
def test_a_second_tab_shows_it_within_seconds_and_both_are_sent(new_phone: NewPhone, lacking: str) -> None:
    first = new_phone()
    first.context.add_init_script(LACKS[lacking])
    actions.start_case(first, "My left knee")
    second = first.context.new_page()
    actions.open_screen(second, "/journal")
    actions.write_note(first, "From the first tab.")
    expect(second.get_by_text("From the first tab.")).to_be_visible()
    actions.write_note(second, "From the second tab.")
    actions.open_screen(first, "/journal")
    for text in ("From the first tab.", "From the second tab."):
        expect(first.get_by_text(text)).to_have_count(1)
    actions.sent(first)
    actions.sent(second)


@pytest.fixture
def on_the_local_network(playwright: Playwright, server: Server, console_errors: ConsoleErrors) -> Iterator[Page]:
    """A phone that reaches the server by a name without https, as at home: no WebCrypto, no service worker."""
    host = "second-look.home"
    args = [*CHROMIUM_ARGS, f"--host-resolver-rules=MAP {host} 127.0.0.1"]
    browser: Browser = playwright.chromium.launch(executable_path=harness.chromium(), args=args)
    context = browser.new_context(base_url=f"http://{host}:{server.port}", viewport=PHONE, locale="en-GB")
    console_errors.listen_to(context)
    # The browser complains that a header has no effect at such an address.
    console_errors.expect("Cross-Origin-Opener-Policy header has been ignored")
    yield context.new_page()
    browser.close()


def test_an_address_without_https_is_named_as_the_reason_and_help_still_works(on_the_local_network: Page) -> None:
    ana = on_the_local_network
    actions.open_screen(ana, "/")
    assert ana.evaluate("() => !isSecureContext && crypto.subtle === undefined && !('serviceWorker' in navigator)")
    expect(ana.get_by_role("heading", name="This address is not secure")).to_be_visible()
    expect(ana.get_by_text(re.compile("begins with “https”"))).to_be_visible()
    actions.open_screen(ana, "/more/storage")
    expect(ana.get_by_text("This address is not secure", exact=True)).to_be_visible()
    for address in ("/", "/more/storage", "/more/phones", "/cases/new"):
        actions.open_screen(ana, address)
        expect(ana.get_by_text(re.compile("private", re.IGNORECASE))).to_have_count(0)
    actions.open_screen(ana, "/guide/card/W1")
    expect(ana.locator(".prose")).to_be_visible()
    actions.open_screen(ana, "/more/country")
    ana.get_by_label("Ireland", exact=True).check()
    actions.open_screen(ana, "/help")
    expect(ana.get_by_role("link", name=re.compile("^Call (112|999)")).first).to_be_visible()


def test_a_browser_without_service_workers_says_what_it_cannot_do(browser: Browser, server: Server) -> None:
    context = phone_context(browser, server)
    context.add_init_script("delete Navigator.prototype.serviceWorker")
    ana = context.new_page()
    actions.start_case(ana, "My left knee")
    actions.write_note(ana, "Stored all the same.")
    actions.sent(ana)
    actions.open_screen(ana, "/more/storage")
    expect(ana.get_by_text("This browser cannot work offline", exact=True)).to_be_visible()
    expect(ana.get_by_text(re.compile("private", re.IGNORECASE))).to_have_count(0)
    context.close()
