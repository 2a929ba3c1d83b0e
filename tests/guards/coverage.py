"""From each point of the guide to its card, its screens and its tests, as docs/coverage.md.

Reads the cards (what their steps open), the names of tools, the route tables, and the names of the tests: a test covers
a point when its name holds "W1: " (TypeScript) or begins with test_w1_ (Python). With --write it writes the page;
without it, a point that lacks something is a finding, and so is a page that differs from the files.
Runs no test.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from backend.content.files import card_paths, read_card, read_sections
from backend.content.models import CARD_IDS, SECTION_BY_LETTER, Card
from tests.guards import ROOT, report

PAGE = "docs/coverage.md"
CONTENT = "content"
TOOLS = "frontend/src/ui/screens/guide/tools.ts"
PATTERN = re.compile(r'pattern: "([^"]+)"')
TOOL = re.compile(r'\[\s*"([\w-]+)",\s*"(/[^"]*)",?\s*\]')
# A test that is skipped or only planned covers nothing.
TYPESCRIPT_TEST = re.compile(
    r"\b(?:it|test|describe)(?:\.(?!skip|todo|fails)\w+(?:\([^()]*\))?)*\(\s*([\"'`])(.+?)\1", re.DOTALL
)
PYTHON_TEST = re.compile(r"^def (test_\w+)\(", re.MULTILINE)
IDS_IN_TYPESCRIPT = re.compile(r"((?:\b[WPCDAFR][1-4](?:, | and )?)+): ")
IDS_IN_PYTHON = re.compile(r"test((?:_[wpcdafr][1-4])+)_")
ID = re.compile(r"[WPCDAFR][1-4]", re.IGNORECASE)
# What is always there, whatever the point, is not a tool for it.
FOR_EVERYTHING = {"/", "/journal", "/help"}


@dataclass(frozen=True)
class Test:
    """`file` from the root of the project; `name` as it is in the file."""

    file: str
    name: str


@dataclass(frozen=True)
class Trace:
    """One point of the guide. `dead` are the tools named by its card for which there is no screen."""

    id: str
    card: Card | None
    screens: Sequence[str]
    dead: Sequence[str]
    tests: Sequence[Test]


def traces(root: Path) -> list[Trace]:
    """One for each of the guide's points, in the guide's order."""
    cards = (read_card(root / CONTENT, path) for path in card_paths(root / CONTENT, "en"))
    card_by_id = {card.id: card for card in cards}
    address_by_tool = dict(TOOL.findall((root / TOOLS).read_text()))
    known = patterns(root)
    tests = named_tests(root)
    return [trace(one, card_by_id.get(one), address_by_tool, known, tests) for one in CARD_IDS]


def trace(
    point: str, card: Card | None, address_by_tool: dict[str, str], known: list[str], tests: list[tuple[str, Test]]
) -> Trace:
    names = [step.screen for step in card.front.do if step.screen] if card else []
    alive = [name for name in names if address_by_tool.get(name) in known]
    return Trace(
        point,
        card,
        screens=list(dict.fromkeys(address_by_tool[name] for name in alive)),
        dead=[name for name in names if name not in alive],
        tests=list(dict.fromkeys(test for shown, test in tests if shown == point)),
    )


def patterns(root: Path) -> list[str]:
    """Every address of the app as the router knows it, such as /guide/card/:id, table by table."""
    tables = sorted((root / "frontend/src/ui").rglob("routes.ts"))
    return [pattern for table in tables for pattern in PATTERN.findall(table.read_text())]


def named_tests(root: Path) -> list[tuple[str, Test]]:
    """Each point that a test names, with the test; file by file."""
    found: list[tuple[str, Test]] = []
    for path in sorted((root / "frontend/tests").rglob("*.test.ts*")):
        names = [match[2] for match in TYPESCRIPT_TEST.finditer(path.read_text())]
        found += shown_in(path.relative_to(root).as_posix(), names, IDS_IN_TYPESCRIPT)
    for path in sorted((root / "tests").rglob("test_*.py")):
        found += shown_in(path.relative_to(root).as_posix(), PYTHON_TEST.findall(path.read_text()), IDS_IN_PYTHON)
    return found


def shown_in(file: str, names: list[str], ids: re.Pattern[str]) -> Iterator[tuple[str, Test]]:
    for name in names:
        for match in ids.finditer(name):
            for point in ID.findall(match[1]):
                yield point.upper(), Test(file, name)


def page(found: list[Trace]) -> str:
    """The page in Markdown. Its links lead from docs/."""
    titles = {section.id: section.title for section in read_sections(ROOT / CONTENT, "en")}
    lines = [
        "# From each point of the guide to its tool and its tests",
        "",
        "`make coverage` writes this page; `make check` fails when it is out of date, or when a point lacks a card,",
        "a screen or a test. The screens are those that the card leads to.",
        "",
    ]
    for letter, section in SECTION_BY_LETTER.items():
        lines += [f"## {titles[section]}", ""]
        for one in found:
            if one.id.startswith(letter):
                lines += entry(one)
    return "\n".join(lines)


def entry(one: Trace) -> list[str]:
    title = one.card.front.title if one.card else "no card"
    lines = [f"### {one.id} · {title}", ""]
    if one.card:
        lines.append(f"- Card: [{one.card.file}](../{CONTENT}/{one.card.file})")
    lines.append(f"- Screens: {', '.join(f'`{address}`' for address in one.screens)}")
    lines.append("- Tests:")
    for file in dict.fromkeys(test.file for test in one.tests):
        lines.append(f"  - [{file}](../{file})")
        lines += [f"    - {as_words(test.name)}" for test in one.tests if test.file == file]
    return [*lines, ""]


def as_words(name: str) -> str:
    """What a test says, on one line, without characters that mean something in Markdown."""
    return re.sub(r"([*<>`|\[\]])", r"\\\1", re.sub(r"\s+", " ", name))


def findings(found: list[Trace], written: str, wanted: str) -> Iterator[str]:
    for one in found:
        if one.card is None:
            yield f"{one.id} has no card in {CONTENT}/en"
            continue
        for name in one.dead:
            yield f"{one.card.file} opens {name}, which no screen answers to ({TOOLS}, routes.ts)"
        if not set(one.screens) - FOR_EVERYTHING:
            yield f"{one.id} has no tool of its own: {one.card.file} leads to {', '.join(one.screens) or 'no screen'}"
        if not one.tests:
            yield f'{one.id} has no test that names it ("{one.id}: …" or test_{one.id.lower()}_…)'
    if written != wanted:
        yield f"{PAGE} is out of date: make coverage"


def main() -> None:
    found = traces(ROOT)
    wanted = page(found)
    if "--write" in sys.argv[1:]:
        (ROOT / PAGE).write_text(wanted)
    written = (ROOT / PAGE).read_text() if (ROOT / PAGE).exists() else ""
    shown = len({test for one in found for test in one.tests})
    report(findings(found, written, wanted), f"Each of the {len(found)} points has card, screen and test ({shown}).")


if __name__ == "__main__":
    main()
