"""Checks of the project as a whole: locks, tracked files, sizes.

Each guard is a function from files to findings, and a command: `python -m tests.guards.<name>`. A finding is one
sentence that names the file. A guard changes nothing and uses no network.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).parents[2]


def report(findings: Iterable[str], in_order: str) -> NoReturn:
    """Ends the program: 1 with the findings, 0 with a sentence when there are none."""
    found = list(findings)
    print("\n".join(found) or in_order)
    sys.exit(1 if found else 0)
