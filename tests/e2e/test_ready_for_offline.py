"""“Ready for offline” is said when it is true, and only then."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests import doing
from tests.e2e.complaints import Complaints
from tests.e2e.conftest import NewPhone, NewServer
from tests.e2e.faults import start_with_faults

READY = "Ready for offline"
NOT_READY = "Not ready for offline"


@pytest.fixture(params=["guidance", "screen"])
def missing(request: pytest.FixtureRequest, dist: Path) -> str:
    """The address of something that has to be on the phone: the guidance, or a screen that nobody has opened yet."""
    return r"^/api/v2/content/en$" if request.param == "guidance" else a_part(dist)


def a_part(dist: Path) -> str:
    """The file of one screen, which no other one needs."""
    (part,) = (dist / "assets").glob("pair-*.js")
    return rf"^/assets/{re.escape(part.name)}$"


def test_it_is_not_said_while_something_is_on_its_way(
    new_phone: NewPhone, new_server: NewServer, dist: Path, tmp_path: Path
) -> None:
    server, faults = start_with_faults(new_server, tmp_path)
    faults.delay(a_part(dist), seconds=3)
    page = new_phone(on=server)
    doing.open_screen(page, "/more/storage")
    expect(page.get_by_text("Getting ready…", exact=True)).to_be_visible()
    assert lacks(page) != []
    expect(page.get_by_text(READY, exact=True)).to_be_visible(timeout=20_000)
    assert lacks(page) == []


def test_it_is_not_said_when_something_could_not_be_had(
    new_phone: NewPhone, new_server: NewServer, missing: str, tmp_path: Path, complaints: Complaints
) -> None:
    complaints.expect("status of 500")
    server, faults = start_with_faults(new_server, tmp_path)
    faults.refuse(missing)
    page = new_phone(on=server)
    doing.open_screen(page, "/more/storage")
    expect(page.get_by_text(NOT_READY, exact=True)).to_be_visible(timeout=20_000)
    expect(page.get_by_text(READY, exact=True)).to_have_count(0)
    faults.none()
    page.get_by_role("button", name="Check again").click()
    expect(page.get_by_text(READY, exact=True)).to_be_visible(timeout=20_000)


def test_it_is_not_said_any_more_when_the_browser_has_thrown_a_part_away(ana: Page, dist: Path) -> None:
    doing.ready_for_offline(ana)
    forget(ana, a_part(dist))
    doing.open_screen(ana, "/more/storage")
    expect(ana.get_by_text(NOT_READY, exact=True)).to_be_visible()
    expect(ana.get_by_text(READY, exact=True)).to_have_count(0)


def forget(page: Page, part: str) -> None:
    """Removes from every cache what a browser short of room might remove."""
    removed = page.evaluate(
        """async (part) => {
            let removed = 0;
            for (const name of await caches.keys()) {
                const cache = await caches.open(name);
                for (const request of await cache.keys())
                    if (new RegExp(part).test(new URL(request.url).pathname)) removed += await cache.delete(request);
            }
            return removed;
        }""",
        part,
    )
    assert removed == 1


def lacks(page: Page) -> list[str]:
    """What the worker says is not in its caches; everything while there is no active worker."""
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
