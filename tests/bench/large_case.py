"""A case of thousands of notes: opening it from another case, and typing in it."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from playwright.sync_api import Page

from tests.bench.extent import Extent
from tests.bench.filled_phone import Profile, state_written
from tests.bench.slow_phone import Wanted, slow_page, time_from_click, time_of_keys, time_to
from tests.bench.table import Figure

OPEN_MS, OPEN_HUGE_MS, KEY_MS = 1500, 2000, 50
# So many of its notes make one envelope: the writer's storage in memory is slow with many rows
HUGE_TOGETHER = 5
# By then the work that a start does after its first screen is over
REST_MS = 1500
OTHER_CASE = Wanted("main button", "^Open$")
# The case's own facts are on the screen, not only its name: its next step is another one than the small case's
OPENED = Wanted("main", "Ask your doctor when you need to decide")
SMALL = Wanted("li")
ROWS = Wanted("li", r"^2000\.")
FIELD = Wanted("textarea", "")


def large_case(app: Profile, bare: Profile, extent: Extent) -> Iterator[Figure]:
    opened, keys = in_app(app, extent)
    bare_opened, bare_keys = in_bare(bare, extent.runs + 1)
    # The first opening on a phone checks every signature and leaves a sealed state; later ones go on from that
    yield Figure(f"Opening {extent.large:,} notes, first time ever", opened[:1])
    yield Figure(f"Opening {extent.large:,} notes", opened[1:], OPEN_MS, bare_opened[1:])
    yield Figure("Key to paint in it, median", [statistics.median(keys)], KEY_MS, [statistics.median(bare_keys)])
    yield Figure("Key to paint in it, 19 of 20 within", [slowest(keys)], KEY_MS, [slowest(bare_keys)])
    yield Figure("Key to paint in it, slowest", [max(keys)], None, [max(bare_keys)])


def huge_case(app: Profile, extent: Extent) -> Iterator[Figure]:
    with app.on() as context:
        page = slow_page(context, {"other": OTHER_CASE, "opened": OPENED})
        opened = openings(page, app, extent.huge // HUGE_TOGETHER, extent.runs)
    yield Figure(f"Opening {extent.huge:,} notes, first time ever", opened[:1])
    yield Figure(f"Opening {extent.huge:,} notes", opened[1:], OPEN_HUGE_MS)


def slowest(times: list[float]) -> float:
    """The time that 19 of 20 stay below."""
    return statistics.quantiles(times, n=20)[-1]


def in_app(profile: Profile, extent: Extent) -> tuple[list[float], list[float]]:
    with profile.on() as context:
        page = slow_page(context, {"other": OTHER_CASE, "opened": OPENED, "field": FIELD})
        opened = openings(page, profile, extent.large, extent.runs)
        time_to(page, f"{profile.address}/journal/note/new", "field")
        return opened, time_of_keys(page, "textarea")


def openings(page: Page, profile: Profile, rows: int, runs: int) -> list[float]:
    """The first time ever, and so many later ones."""
    first = opening(page, profile)
    state_written(page, rows)
    return [first, *(opening(page, profile) for _ in range(runs))]


def opening(page: Page, profile: Profile) -> float:
    """From the list of cases, with the small one open: a page that has shown the large one would have it in memory."""
    time_to(page, f"{profile.address}/cases", "other")
    page.evaluate("localStorage.removeItem('second-look:case')")
    time_to(page, f"{profile.address}/cases", "other")
    page.wait_for_timeout(REST_MS)
    return time_from_click(page, 'role=button[name="Open"]', "opened")


def in_bare(profile: Profile, times: int) -> tuple[list[float], list[float]]:
    with profile.on() as context:
        page = slow_page(context, {"there": SMALL, "opened": ROWS, "field": FIELD})
        opened = [opening_bare(page, profile) for _ in range(times)]
        return opened, time_of_keys(page, "textarea")


def opening_bare(page: Page, profile: Profile) -> float:
    time_to(page, f"{profile.address}/", "there")
    page.wait_for_timeout(REST_MS)
    return time_from_click(page, "button", "opened")
