"""The bench measures for people; this only checks that each of its parts finds what it waits for, and that it ends."""

import subprocess
import sys

from backend.config import ROOT


def test_the_bench_runs_to_its_end() -> None:
    command = [sys.executable, "-m", "tests.bench", "--smoke"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=1200)
    assert done.returncode == 0, done.stdout + done.stderr
    named = (
        "First visit: ready for offline",
        "case: browser restarted",
        "freezing | in peace: warm",
        "much | in peace: warm",
        "Opening 120 notes",
        "Opening 300 notes",
        "slowest screen of each start",
    )
    assert [name for name in named if name not in done.stdout] == []
    assert done.stdout.rstrip().splitlines()[-1].startswith("Median")
