"""Fifty kills on SQLite, then twenty of four servers on one PostgreSQL, and what was found."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests import postgres
from tests.crash.story import Outcome, kill_again_and_again

SEED = 8


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'crash.sqlite3'}"
        wrong = told("SQLite, one server, 50 kills", kill_again_and_again(url, kills=50, servers=1, seed=SEED))
    if reason := postgres.missing():
        print(f"PostgreSQL: skipped, {reason}.")
        return wrong
    with tempfile.TemporaryDirectory() as folder, postgres.running(Path(folder)) as url:
        outcome = kill_again_and_again(url, kills=20, servers=4, seed=SEED)
        return wrong + told("PostgreSQL, four servers, 20 kills of all", outcome)


def told(what: str, outcome: Outcome) -> int:
    """Prints it; returns how many things are wrong."""
    print(
        f"{what}: {outcome.acknowledged} entries acknowledged, {outcome.stored} stored, "
        f"{outcome.retries} pushes sent again, {len(outcome.wrong)} wrong."
    )
    for finding in outcome.wrong[:20]:
        print(f"  {finding}")
    return len(outcome.wrong)


if __name__ == "__main__":
    sys.exit(min(main(), 1))
