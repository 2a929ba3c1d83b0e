"""`make bench`: measures the app on a slow phone and prints a table. Not a test: figures are for people to judge.

`--smoke` takes each figure once, on small cases: it shows whether the bench still works, and nothing about speed.

Each figure is the median of several runs. Phones are filled over the real server with sealed notes, and one of them is
attacked. Then the server is stopped, so that every start measured after that is a start without a signal.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

from playwright.sync_api import Playwright, sync_playwright

from backend.config import ROOT
from tests.bench.attacked_case import ATTACKS, attack_it, attacked_starts
from tests.bench.bare_site import bare_site
from tests.bench.every_screen import every_screen, filled_profile
from tests.bench.extent import SMOKE, WHOLE, Extent
from tests.bench.filled_phone import Profile, bare_phone, phone_with
from tests.bench.first_visit import first_visits
from tests.bench.large_case import HUGE_TOGETHER, huge_case, large_case
from tests.bench.slow_phone import SLOWER
from tests.bench.starts import starts
from tests.bench.table import HEADINGS, Figure, line, row
from tests.guards import bundle_size
from tests.harness import CHROMIUM_ARGS, built_front_end, chromium, running_server
from tests.seed.story import many_notes

SMALL_CASE = {"title": "Small", "at": "2020-01-01T10:00:00.000Z", "events": []}


def main() -> None:
    extent = SMOKE if "--smoke" in sys.argv[1:] else WHOLE
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        dist = built_front_end(folder)
        print(f"First-load JavaScript  {bundle_size.kb(bundle_size.first_load(dist))} (gzip)")
        print(f"Kept for offline       {bundle_size.kb(kept_for_offline(dist))} (gzip)\n", flush=True)
        print(line(HEADINGS), flush=True)
        for figure in figures(playwright, folder, dist, extent):
            print(line(row(figure)), flush=True)
        print(f"\nMedian (fastest to slowest); {SLOWER} times slower than this machine, 390 x 844. {busy()}")


def busy() -> str:
    """How far the times can be trusted: with more work than processors they include other programs."""
    load, processors = os.getloadavg()[0], os.cpu_count() or 1
    return f"Load {load:.1f} on {processors} processors" + ("; trust the ratios only." if load > processors else ".")


def kept_for_offline(dist: Path) -> int:
    return bundle_size.precached(dist, ROOT / "manifest.json") + bundle_size.guidance(ROOT / "content")


def figures(playwright: Playwright, folder: Path, dist: Path, extent: Extent) -> Iterator[Figure]:
    with ExitStack() as ends:
        server = ends.enter_context(running_server(folder, dist))
        bare_port = ends.enter_context(bare_site())
        browser = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM_ARGS)
        yield from first_visits(browser, server.port, bare_port, extent.runs)
        browser.close()

        thousand = Profile(playwright, folder / "thousand", server.address)
        large = Profile(playwright, folder / "large", server.address)
        huge = Profile(playwright, folder / "huge", server.address)
        bare = Profile(playwright, folder / "bare", f"http://127.0.0.1:{bare_port}")
        today = datetime.now().astimezone().date()
        phone_with(thousand, server, [many_notes(extent.small, today)])
        attacked = {name: Profile(playwright, folder / name, server.address) for name in ATTACKS}
        for name, profile in attacked.items():
            phone_with(profile, server, [many_notes(extent.small, today)])
            attack_it(profile, server, name)
        phone_with(large, server, [SMALL_CASE, many_notes(extent.large, today)])
        phone_with(huge, server, [SMALL_CASE, many_notes(extent.huge, today, HUGE_TOGETHER)])
        knee = Profile(playwright, folder / "knee", server.address)
        addresses = filled_profile(knee)
        bare_phone(bare)
    # Both servers are stopped from here on.
    yield from starts(f"{extent.small:,} notes", thousand, bare, extent.runs)
    yield from attacked_starts(f"{extent.small:,} notes", attacked, thousand, extent.runs)
    yield from large_case(large, bare, extent)
    yield from huge_case(huge, extent)
    yield from every_screen(knee, addresses[:: extent.screens], extent.runs)


if __name__ == "__main__":
    main()
