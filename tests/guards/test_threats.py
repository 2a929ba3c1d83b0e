"""The guard finds what is planted in a small repository."""

import subprocess
from pathlib import Path

import pytest

from tests.guards.test_tracked_files import track
from tests.guards.threats import findings

HEAD = "# Threats\n\n| can try to | what happens | shown by |\n|---|---|---|\n"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    track(tmp_path, "tests/api/test_door.py", "")
    track(tmp_path, "frontend/tests/simulation/flood.test.ts", "")
    track(tmp_path, "Makefile", "crashes: x\n\ttrue\n")
    return tmp_path


def lines(repository: Path, *shown_by: str) -> list[str]:
    track(repository, "docs/threat-model.md", HEAD + "".join(f"| a | b | {shown} |\n" for shown in shown_by))
    return list(findings(repository))


def test_what_there_is_may_be_named_in_full_or_in_short(repository: Path) -> None:
    named = (
        "`tests/api/test_door.py`, `flood.test.ts`",
        "`frontend/tests/simulation/flood.test.ts` (`HOSTILE_SEED`)",
        "`tests/api`; `make crashes`: thirty kills",
        "said in SECURITY.md",
        "said before a phone is taken out, and in SECURITY.md",
    )
    assert lines(repository, *named) == []


@pytest.mark.parametrize(
    "name", ["tests/api/test_window.py", "test_window.py", "tests/other/test_door.py", "drought.test.ts", "make peace"]
)
def test_a_test_that_there_is_not_is_found(repository: Path, name: str) -> None:
    assert lines(repository, "`test_door.py`", f"`test_door.py`, `{name}`") == [
        f"docs/threat-model.md:6 names {name}, which there is not"
    ]


@pytest.mark.parametrize("shown_by", ["", "the README", "`HOSTILE_SEED`", "SECURITY.md"])
def test_a_line_that_names_no_test_is_found(repository: Path, shown_by: str) -> None:
    assert lines(repository, shown_by) == ["docs/threat-model.md:5 names no test"]


def test_another_table_is_left_alone(repository: Path) -> None:
    track(repository, "docs/threat-model.md", "| who | what |\n|---|---|\n| a | b |\n")
    assert list(findings(repository)) == []


def test_the_table_of_accidents_is_read_as_well(repository: Path) -> None:
    track(repository, "SECURITY.md", HEAD + "| a | b | `test_door.py` |\n| a | b | `test_window.py` |\n")
    assert lines(repository, "`test_door.py`") == ["SECURITY.md:6 names test_window.py, which there is not"]
