"""Each line of the threat model and of the table of accidents names what shows it: a test, a folder or a make target.

A line may instead say where the person is informed of it. Must not judge what a test contains.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tests.guards import ROOT, report
from tests.guards.tracked_files import tracked

PAGES = ("docs/threat-model.md", "SECURITY.md")
SHOWN_BY = "shown by"
NAMED = re.compile(r"`([^`]+)`")
TOLD = re.compile(r"^said .*\bSECURITY\.md\b")
TARGET = re.compile(r"^([a-z-]+):", re.MULTILINE)


def findings(root: Path) -> Iterator[str]:
    files = tracked(root)
    tests = [name for name in files if "tests/" in name]
    places = {
        *tests,
        *(str(folder) for name in tests for folder in Path(name).parents),
        *TARGET.findall(makefile(root)),
    }
    endings = {Path(name).name for name in tests}
    for page, number, shown_by in rows(root):
        names = [name for name in NAMED.findall(shown_by) if "test" in name or name.startswith("make ")]
        for name in names:
            if name.removeprefix("make ") not in places and ("/" in name or name not in endings):
                yield f"{page}:{number} names {name}, which there is not"
        if not names and not TOLD.search(shown_by):
            yield f"{page}:{number} names no test"


def makefile(root: Path) -> str:
    path = root / "Makefile"
    return path.read_text() if path.is_file() else ""


def rows(root: Path) -> Iterator[tuple[str, int, str]]:
    """The last cell of each line of a table that says what shows it, with its page and the number of the line."""
    for page in PAGES:
        is_table = False
        path = root / page
        for number, line in enumerate(path.read_text().splitlines() if path.is_file() else [], start=1):
            cells = [cell.strip() for cell in line.strip().strip("|").split("|")] if line.startswith("|") else []
            if not cells:
                is_table = False
            elif cells[-1] == SHOWN_BY:
                is_table = True
            elif is_table and set(cells[-1]) != {"-"}:
                yield page, number, cells[-1]


if __name__ == "__main__":
    report(findings(ROOT), "Each line of the threat model and of the accidents names what shows it.")
