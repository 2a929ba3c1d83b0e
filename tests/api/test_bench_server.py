"""`make bench-server` runs whole. Its figures are for people."""

from __future__ import annotations

import subprocess
import sys

from backend.config import ROOT


def test_it_pushes_and_pulls_at_both_and_prints_their_ratios() -> None:
    command = [sys.executable, "-m", "tests.bench_server", "--smoke"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    for name in ("pushes of one entry", "pushes of 100", "pull of"):
        row = next(line for line in done.stdout.splitlines() if line.startswith(name))
        assert float(row.split()[-1]) > 0
