"""`make bench-server`: one client pushes and pulls, at the relay and at a log without checks, in turns.

Everything is the same for both but the application: server program, database file on the same disk, entries, client.
Not a test: figures are for people to judge, and only their ratios mean something on another machine. `--smoke` takes
few entries, once: it shows that the bench works.
"""

from __future__ import annotations

import base64
import statistics
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from backend.config import ROOT
from tests.api.people import new_owner
from tests.bench_server.client import Client
from tests.conftest import make_app
from tests.harness import Server

NOTE_BYTES = 120  # an envelope of about 400 bytes: a sentence and a half, sealed
PER_BATCH = 100
FREELY = {"RATE_LIMIT": "1000000 per minute", "CREATE_RATE_LIMIT": "1000 per hour"}
BARE = "tests.bench_server.bare_log:create_app()"


@dataclass(frozen=True)
class Extent:
    """How many entries are pushed one by one, how many in batches, and how often all of it is done."""

    singles: int
    batched: int
    runs: int


WHOLE = Extent(singles=1000, batched=9000, runs=5)
SMOKE = Extent(singles=20, batched=200, runs=1)


@dataclass
class Times:
    """Seconds, one for each run."""

    singles: list[float]
    batches: list[float]
    pull: list[float]


def main() -> None:
    extent = SMOKE if "--smoke" in sys.argv[1:] else WHOLE
    with tempfile.TemporaryDirectory() as name, ExitStack() as ends:
        relay = started(ends, Server(Path(name), ROOT / "frontend" / "dist", FREELY))
        (bare_folder := Path(name) / "bare").mkdir()
        bare = started(ends, Server(bare_folder, bare_folder, app=BARE), has_tables=False)
        for server, is_relay in ((relay, True), (bare, False)):
            measure(Times([], [], []), server, SMOKE, is_relay=is_relay)  # the first requests load and compile
        ours, theirs = Times([], [], []), Times([], [], [])
        for run in range(extent.runs):
            # Whoever comes second finds the disk busier, so they take turns.
            turns = [(ours, relay, True), (theirs, bare, False)]
            for times, server, is_relay in turns if run % 2 == 0 else reversed(turns):
                measure(times, server, extent, is_relay=is_relay)
    total = extent.singles + extent.batched
    print(f"{'':34}{'relay':>14}{'bare log':>14}{'ratio':>8}")
    print(rate(f"pushes of one entry, {extent.singles:,}", extent.singles, ours.singles, theirs.singles))
    print(rate(f"pushes of {PER_BATCH}, {extent.batched:,} entries", extent.batched, ours.batches, theirs.batches))
    print(took(f"pull of {total:,} entries", ours.pull, theirs.pull))
    print(f"\nMedian of {extent.runs}. Ratio: of pushes a second, more is better; of the pull's time, less is better.")


def started(ends: ExitStack, server: Server, *, has_tables: bool = True) -> Server:
    if has_tables:
        server.migrate()
    server.start()
    ends.callback(server.stop)
    return server


def measure(times: Times, server: Server, extent: Extent, *, is_relay: bool) -> None:
    client, singles, batches = at_the_relay(server, extent) if is_relay else at_the_bare_log(server, extent)
    times.singles.append(client.pushed(singles))
    times.batches.append(client.pushed(batches))
    client.close()
    fresh = Client(server.port, client.url, client.headers)
    times.pull.append(fresh.pulled(extent.singles + extent.batched))
    fresh.close()


Bodies = list[dict[str, Any]]


def at_the_relay(server: Server, extent: Extent) -> tuple[Client, Bodies, Bodies]:
    """A new log, and what its owner's phone will push."""
    app = make_app(f"sqlite:///{server.database}", FREELY)
    ana = new_owner(app.test_client())
    singles = [ana.push_body(ana.phone.seal(bytes(NOTE_BYTES))) for _ in range(extent.singles)]
    batches = [
        ana.push_body(*(ana.phone.seal(bytes(NOTE_BYTES)) for _ in range(PER_BATCH)))
        for _ in range(extent.batched // PER_BATCH)
    ]
    return Client(server.port, ana.log_url, {"Authorization": f"Bearer {ana.phone.token.hex()}"}), singles, batches


def at_the_bare_log(server: Server, extent: Extent) -> tuple[Client, Bodies, Bodies]:
    """What was pushed in earlier runs stays in its one log; a pull reads the first of it."""
    envelope = base64.b64encode(bytes(400)).decode()
    singles: Bodies = [{"envelopes": [envelope]}] * extent.singles
    batches: Bodies = [{"envelopes": [envelope] * PER_BATCH}] * (extent.batched // PER_BATCH)
    return Client(server.port, ""), singles, batches


def rate(name: str, entries: int, ours: list[float], theirs: list[float]) -> str:
    relay, bare = entries / statistics.median(ours), entries / statistics.median(theirs)
    return f"{name:34}{f'{relay:,.0f}/s':>14}{f'{bare:,.0f}/s':>14}{relay / bare:>8.2f}"


def took(name: str, ours: list[float], theirs: list[float]) -> str:
    relay, bare = statistics.median(ours), statistics.median(theirs)
    return f"{name:34}{f'{relay:.3f} s':>14}{f'{bare:.3f} s':>14}{relay / bare:>8.2f}"


if __name__ == "__main__":
    main()
