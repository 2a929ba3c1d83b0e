"""“Ready for offline” is shown when it is true, and only then."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tests import actions
from tests.e2e.conftest import NewPhone, NewServer
from tests.e2e.console_errors import ConsoleErrors
from tests.e2e.fault_injection import start_with_faults

READY = "Ready for offline"
NOT_READY = "Not ready for offline"


@pytest.fixture(params=["guidance", "screen"])
def missing(request: pytest.FixtureRequest, dist: Path) -> str:
    """The address of something that must be on the phone: the guidance, or a screen that nobody has opened yet."""
    return r"^/api/v2/content/en$" if request.param == "guidance" else a_part(dist)


def a_part(dist: Path) -> str:
    """The file of screens that no other file needs."""
    (part,) = (dist / "assets").glob("case-*.js")
    return rf"^/assets/{re.escape(part.name)}$"


def test_it_is_not_said_while_something_is_on_its_way(
    new_phone: NewPhone, new_server: NewServer, dist: Path, tmp_path: Path
) -> None:
    server, faults = start_with_faults(new_server, tmp_path)
    faults.delay(a_part(dist), seconds=3)
    page = new_phone(on=server)
    actions.open_screen(page, "/more/storage")
    expect(page.get_by_text("Getting ready…", exact=True)).to_be_visible()
    assert lacks(page) != []
    expect(page.get_by_text(READY, exact=True)).to_be_visible()
    assert lacks(page) == []


def test_it_is_not_said_when_something_could_not_be_had(
    new_phone: NewPhone, new_server: NewServer, missing: str, tmp_path: Path, console_errors: ConsoleErrors
) -> None:
    console_errors.expect("status of 500")
    server, faults = start_with_faults(new_server, tmp_path)
    faults.refuse(missing)
    page = new_phone(on=server)
    actions.open_screen(page, "/more/storage")
    expect(page.get_by_text(NOT_READY, exact=True)).to_be_visible()
    expect(page.get_by_text(READY, exact=True)).to_have_count(0)
    faults.none()
    page.get_by_role("button", name="Check again").click()
    expect(page.get_by_text(READY, exact=True)).to_be_visible()


def test_it_is_not_said_while_what_the_browser_has_thrown_away_cannot_be_had(
    new_phone: NewPhone, new_server: NewServer, dist: Path, tmp_path: Path, console_errors: ConsoleErrors
) -> None:
    console_errors.expect("status of 500")
    server, faults = start_with_faults(new_server, tmp_path)
    ana = new_phone(on=server)
    actions.ready_for_offline(ana)
    faults.refuse(a_part(dist))
    ana.context.new_cdp_session(ana).send("Network.clearBrowserCache")
    change_what_is_kept(ana, a_part(dist), "delete")
    actions.open_screen(ana, "/more/storage")
    expect(ana.get_by_text(NOT_READY, exact=True)).to_be_visible()
    expect(ana.get_by_text(READY, exact=True)).to_have_count(0)
    faults.none()
    ana.get_by_role("button", name="Check again").click()
    expect(ana.get_by_text(READY, exact=True)).to_be_visible()
    assert lacks(ana) == []


def test_what_the_browser_has_thrown_away_comes_back_by_itself(ana: Page, missing: str) -> None:
    actions.ready_for_offline(ana)
    change_what_is_kept(ana, missing, "delete")
    assert lacks(ana) != []
    actions.ready_for_offline(ana)
    assert lacks(ana) == []


def test_a_file_that_is_not_what_was_built_is_replaced_by_itself(ana: Page, dist: Path) -> None:
    actions.ready_for_offline(ana)
    change_what_is_kept(ana, a_part(dist), "spoil")
    assert lacks(ana) != []
    actions.ready_for_offline(ana)
    assert lacks(ana) == []


def test_everything_comes_back_when_the_browser_has_cleared_its_caches(ana: Page) -> None:
    actions.ready_for_offline(ana)
    change_what_is_kept(ana, ".", "delete")
    actions.open_screen(ana, "/journal")
    actions.ready_for_offline(ana)
    assert lacks(ana) == []
    ana.context.set_offline(True)
    for address in ("/", "/more/phones", "/guide/card/W1", "/help"):
        actions.open_screen(ana, address)
        expect(ana.get_by_role("heading", name="This page stopped")).to_have_count(0)


def change_what_is_kept(page: Page, what: str, harm: Literal["delete", "spoil"]) -> None:
    """Does to every file whose path matches what a browser or a portal might do to it."""
    changed = page.evaluate(
        """async ([what, harm]) => {
            let changed = 0;
            for (const name of await caches.keys()) {
                const cache = await caches.open(name);
                for (const request of await cache.keys()) {
                    if (!new RegExp(what).test(new URL(request.url).pathname)) continue;
                    if (harm === "delete") await cache.delete(request);
                    else await cache.put(request, new Response("<h1>Log in</h1>"));
                    changed += 1;
                }
            }
            return changed;
        }""",
        [what, harm],
    )
    assert changed == 1 or what == "."


def lacks(page: Page) -> list[str]:
    """What the worker says is missing from its caches; everything while there is no active worker."""
    missing: list[str] = page.evaluate(
        """async () => {
            const found = await navigator.serviceWorker.getRegistration();
            if (!found?.active) return ["everything"];
            const channel = new MessageChannel();
            const answer = new Promise((resolve) => { channel.port1.onmessage = (event) => resolve(event.data); });
            found.active.postMessage({ type: "what-is-missing" }, [channel.port2]);
            return answer;
        }"""
    )
    return missing
