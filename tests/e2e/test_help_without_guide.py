"""The screen "Get help now" still calls when the guide cannot be read, the signal goes, or another screen fails."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests import actions
from tests.e2e.conftest import NewPhone, NewServer, Profiles
from tests.e2e.console_errors import ConsoleErrors
from tests.e2e.fault_injection import start_with_faults
from tests.e2e.test_help_now import call, choose, tap
from tests.guards import bundle_size

OLD_SHAPE = """{"language": "en", "version": "old", "sections": [], "cards": [], "glossary": [],
    "help": {"do_not_wait": "Old words.", "cards": [{"heading": "Call {number} now for:", "signs": ["pain"]}]},
    "countries": [{"code": "GB", "name": "United Kingdom", "emergency": [], "other_lines": [], "records_days": 31}]}"""
# Closer to the present shape, but still not one that a screen could read.
HALF_SHAPE = OLD_SHAPE.replace('"other_lines": []', '"answer_time": null')
# In a browser without a service worker, as Playwright makes one, a registration resolves to nothing.
NO_WORKER = "reading 'waiting'"
# Whatever the version of the cache: each place where the guide is kept.
KEEP_INSTEAD = """async ([body, type]) => {
    const names = (await caches.keys()).filter((name) => name.startsWith("second-look-content"));
    let changed = 0;
    for (const name of names) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
            if (body === null) await cache.delete(request);
            else await cache.put(request, new Response(body, { headers: { "Content-Type": type } }));
            changed += 1;
        }
    }
    return changed;
}"""


def test_no_server_no_signal_and_no_guide_on_the_phone(
    profiles: Profiles, new_server: NewServer, console_errors: ConsoleErrors
) -> None:
    console_errors.expect(r"ERR_FAILED .*/content/en")
    server = new_server()
    ana = profiles.open("ana", server)
    actions.ready_for_offline(ana)
    assert ana.evaluate(KEEP_INSTEAD, [None, None]) > 0
    ana.context.close()
    server.stop()

    ana = profiles.open("ana", server, offline=True)
    actions.open_screen(ana, "/guide")
    expect(ana.get_by_role("button", name="Try again")).to_be_visible()
    ana.get_by_role("link", name="Get help now").click()
    calls_everywhere(ana)
    ana.context.close()
    ana = profiles.open("ana", server, offline=True)
    actions.open_screen(ana, "/help")
    expect(call(ana, "911")).to_be_visible()


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("<!doctype html><title>Sign in</title>", "text/html"),
        ("{}", "application/json"),
        (OLD_SHAPE, "application/json"),
        (HALF_SHAPE, "application/json"),
    ],
    ids=["a page to sign in", "an empty object", "an older guide", "half a guide"],
)
def test_something_else_stands_where_the_guide_should_be(
    profiles: Profiles, new_server: NewServer, body: str, kind: str
) -> None:
    server = new_server()
    ana = profiles.open("ana", server)
    actions.ready_for_offline(ana)
    assert ana.evaluate(KEEP_INSTEAD, [body, kind]) > 0
    ana.context.close()
    server.stop()

    ana = profiles.open("ana", server, offline=True)
    actions.open_screen(ana, "/help")
    calls_everywhere(ana)


def calls_everywhere(page: Page) -> None:
    """The cards and numbers are those of the guide, although it could not be read."""
    expect(page.get_by_text("Do not wait for a second opinion.")).to_be_visible()
    for heading in (
        "Also call your local emergency number now for:",
        "On cancer treatment?",
        "Bad back?",
        "Get help at once for:",
    ):
        expect(page.get_by_role("heading", name=heading)).to_have_count(1)
    tap(page, "United Kingdom")
    expect(call(page, "999")).to_have_attribute("href", "tel:999")
    expect(page.get_by_role("heading", name="Also call 999 now for:")).to_have_count(1)
    choose(page, "Germany")
    expect(call(page, "112")).to_have_attribute("href", "tel:112")
    choose(page, "United States")
    expect(call(page, "911")).to_have_attribute("href", "tel:911")


def test_another_screen_fails_and_this_one_stands(ana: Page, console_errors: ConsoleErrors) -> None:
    console_errors.expect("planted")
    actions.open_screen(ana, "/guide")
    # A little later, because the browser's own driver reads its commands with the same function.
    ana.evaluate("setTimeout(() => { String.prototype.normalize = () => { throw new Error('planted') } })")
    ana.get_by_role("link", name="Search").click()
    expect(ana.get_by_role("heading", level=1)).to_have_text("This page stopped")
    ana.get_by_role("link", name="Get help now").click()
    expect(ana.get_by_role("heading", level=1)).to_have_text("Get help now")
    tap(ana, "United Kingdom")
    expect(call(ana, "999")).to_be_visible()
    ana.get_by_role("link", name="Back").click()
    expect(ana.get_by_role("heading", level=1)).to_have_text("This page stopped")
    ana.get_by_role("link", name="Guide", exact=True).click()
    expect(ana.get_by_role("heading", level=1)).to_have_text("Guide")


def test_the_signal_goes_during_the_first_visit(
    new_phone: NewPhone, new_server: NewServer, console_errors: ConsoleErrors
) -> None:
    """Nothing is kept for offline yet: what was read when the app opened must be enough."""
    console_errors.expect(NO_WORKER)
    server = new_server()
    phone = new_phone(on=server, service_workers="block")
    with phone.expect_response(re.compile(r"/assets/help-.*\.js")):
        phone.goto("/")
    expect(phone.get_by_role("heading", level=1)).to_be_visible()
    console_errors.expect("ERR_|Failed to load|dynamically imported module")
    server.stop()
    phone.get_by_role("link", name="Get help now").click()
    tap(phone, "United Kingdom")
    expect(call(phone, "999")).to_be_visible()


def test_its_own_file_cannot_be_loaded(
    new_phone: NewPhone, new_server: NewServer, tmp_path: Path, console_errors: ConsoleErrors
) -> None:
    server, faults = start_with_faults(new_server, tmp_path)
    faults.refuse(r"^/assets/help-")
    console_errors.expect("status of 500|dynamically imported module")
    console_errors.expect(NO_WORKER)
    phone = new_phone(on=server, service_workers="block")
    actions.open_screen(phone, "/")
    phone.get_by_role("link", name="Get help now").click()
    expect(phone.get_by_text("Call your local emergency number.")).to_be_visible()


def test_its_file_needs_no_file_of_another_screen(dist: Path) -> None:
    """What it imports is on the phone as soon as the first screen is, or is the file that starts modules."""
    (own,) = (dist / "assets").glob("help-*.js")
    imported = {name for name in bundle_size.STATIC_IMPORT.findall(own.read_text()) if "runtime" not in name}
    at_start = {path.name for path in bundle_size.named_by_page(dist)}
    assert imported, "it uses the frame of every screen"
    assert imported <= at_start
