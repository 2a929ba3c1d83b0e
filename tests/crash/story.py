"""One story: servers that share a database are killed at random times from a seed; nothing acknowledged is lost."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from flask_migrate import upgrade

from backend.config import ROOT
from backend.extensions import db, transaction
from backend.logs.models import Log
from backend.sync.verify import findings
from tests.api.people import Person, join, json_of, new_owner
from tests.conftest import make_app
from tests.crash.writers import WRITERS, Writers
from tests.harness import free_port

ENTRIES_BETWEEN_KILLS = 60
LONGEST_PAUSE_SECONDS = 0.3


@dataclass
class Outcome:
    """What one story found; `wrong` is empty when nothing was lost and the log is sound."""

    acknowledged: int
    stored: int
    retries: int
    wrong: list[str]


def kill_again_and_again(url: str, kills: int, servers: int, seed: int) -> Outcome:
    """Eight writers, this many kills of every server at once, and a check of the log at the end."""
    app = make_app(url, {"BUSY_SECONDS": 30})
    with app.app_context():
        upgrade()
    ana = new_owner(app.test_client())
    people = [join(ana, "editor") for _ in range(WRITERS)]
    moments = random.Random(seed)  # noqa: S311 - no secret
    writers = Writers([free_port() for _ in range(servers)], people)
    with ExitStack() as last:
        threads = writers.start()
        for kill in range(kills + 1):
            with ExitStack() as running:
                for port in writers.ports:
                    (running if kill < kills else last).enter_context(serving(url, port))
                writers.wait_for(ENTRIES_BETWEEN_KILLS)
                time.sleep(moments.uniform(0, LONGEST_PAUSE_SECONDS))
        writers.end(threads)
    with app.app_context():
        outcome = looked_through(ana, writers)
        db.engine.dispose()
    return outcome


@contextmanager
def serving(url: str, port: int) -> Iterator[None]:
    """A server that is killed without warning at the end of the block."""
    environ = {**os.environ, "DATABASE_URL": url, "PORT": str(port), "RATE_LIMIT": "1000000 per minute"}
    server = subprocess.Popen(
        [sys.executable, "-m", "backend.serve"],
        cwd=ROOT,
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        assert server.stdout is not None
        assert b"is ready" in server.stdout.readline()
        yield
    finally:
        os.killpg(server.pid, signal.SIGKILL)
        server.communicate()


def looked_through(ana: Person, writers: Writers) -> Outcome:
    """Every acknowledged entry is under its seq, byte for byte; seqs have no gaps; the chain is right."""
    stored: list[bytes] = []
    while page := ana.pulled(after=len(stored)):
        stored += page
    head = json_of(ana.pull())["head"]["seq"]
    wrong = list(writers.surprises)
    wrong += [
        f"seq {seq} is not what was acknowledged"
        for seq, envelope in sorted(writers.acknowledged.items())
        if seq > len(stored) or stored[seq - 1] != envelope
    ]
    if head != len(stored):
        wrong.append(f"the head says {head}, there are {len(stored)} entries")
    with transaction(write=False) as session:
        wrong += findings(session, session.get_one(Log, ana.phone.log))
    return Outcome(len(writers.acknowledged), len(stored), writers.retries, wrong)
