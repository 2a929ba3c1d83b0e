"""Every screen of the app with a filled case: from the tap on a link until the screen is painted, without a signal."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playwright.sync_api import Page

from tests.actions import ready_for_offline
from tests.bench.filled_phone import Profile
from tests.bench.slow_phone import Wanted, slow_page, time_from_click, time_to
from tests.bench.table import Figure
from tests.e2e.filled_case import bring, screens

SCREEN_MS = 100
# What the start, or the last screen, began must not count for the next one; and a second tap waits as a person does
AFTER_START_MS, REST_MS = 2500, 600
ENTRY = re.compile(r"[0-9a-f]{32}(\?|$)")
START = Wanted("ol.stages")
# The heading of a new screen, and no sign of anything below it that is still opening
NEW_SCREEN = Wanted(".frame:has(h1:not([data-left])) main", r"^(?![^]*Opening)")
LINK = """(to) => {
    document.querySelector("h1").dataset.left = "";
    document.querySelector("#to-be-measured")?.remove();
    const link = Object.assign(document.createElement("a"), { href: to, id: "to-be-measured", textContent: "go" });
    link.style.cssText = "position: fixed; inset-block-start: 0; inset-inline-start: 0; z-index: 99";
    document.body.append(link);
}"""


def filled_profile(profile: Profile) -> list[str]:
    """Brings the demo case to the phone; returns the address of every screen, that of the first screen last."""
    with profile.on() as context:
        page = context.pages[0]
        addresses = screens(bring(page, "knee"))
        ready_for_offline(page)
        return [*(address for address in addresses if address != "/"), "/"]


def every_screen(profile: Profile, addresses: list[str], runs: int) -> Iterator[Figure]:
    """Each run restarts the app, so that no screen has been shown before."""
    starts = [opened(profile, addresses) for _ in range(runs)]
    for index, address in enumerate(addresses):
        yield Figure(address_in_short(address), [times[index] for times in starts], SCREEN_MS)
    yield Figure("The slowest screen of each start", [max(times) for times in starts], SCREEN_MS)


def opened(profile: Profile, addresses: list[str]) -> list[float]:
    with profile.on() as context:
        page = slow_page(context, {"start": START, "screen": NEW_SCREEN})
        time_to(page, f"{profile.address}/", "start")
        page.wait_for_timeout(AFTER_START_MS)
        return [opening(page, address) for address in addresses]


def opening(page: Page, address: str) -> float:
    page.wait_for_timeout(REST_MS)
    page.evaluate(LINK, address)
    return time_from_click(page, "#to-be-measured", "screen")


def address_in_short(address: str) -> str:
    """The address without its ids, which mean nothing to a reader."""
    return "/".join("…" + part[32:] if ENTRY.match(part) else part for part in address.split("/"))
