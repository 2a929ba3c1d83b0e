"""Starting without a signal on a phone with many sealed notes: in a browser just started, and in one that is warm."""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench.filled_phone import Profile
from tests.bench.slow_phone import Wanted, slow_page, time_to
from tests.bench.table import Figure

RESTARTED_MS, WARM_MS = 600, 400
CASE = Wanted("ol.stages")
JOURNAL = Wanted(".note-text")
ROWS = Wanted("li")


def starts(name: str, app: Profile, bare: Profile, runs: int) -> Iterator[Figure]:
    bare_restarted, bare_warm = both(bare, "/", ROWS, runs)
    for screen, path, wanted in (("case", "/", CASE), ("journal", "/journal", JOURNAL)):
        restarted, warm = both(app, path, wanted, runs)
        yield Figure(f"{name}, {screen}: browser restarted", restarted, RESTARTED_MS, bare_restarted)
        yield Figure(f"{name}, {screen}: warm", warm, WARM_MS, bare_warm)


def both(profile: Profile, path: str, wanted: Wanted, runs: int) -> tuple[list[float], list[float]]:
    pairs = [restarted_and_warm(profile, path, wanted) for _ in range(runs)]
    return [restarted for restarted, _ in pairs], [warm for _, warm in pairs]


def restarted_and_warm(profile: Profile, path: str, wanted: Wanted) -> tuple[float, float]:
    with profile.on() as context:
        page = slow_page(context, {"shown": wanted})
        address = f"{profile.address}{path}"
        restarted = time_to(page, address, "shown")
        time_to(page, address, "shown")
        return restarted, time_to(page, address, "shown")
