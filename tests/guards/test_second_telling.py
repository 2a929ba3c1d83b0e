"""A story may fail once on a busy machine; a fault fails twice, and many failures are never a busy machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.second_telling import MOST_TOLD_AGAIN, tell

FAILS_ONCE = """
from pathlib import Path
def test_{n}():
    met = Path(__file__).with_suffix(".{n}")
    was_met = met.exists()
    met.touch()
    assert was_met
"""
FAILS_ALWAYS = "def test_{n}():\n    assert not {n} + 1\n"


def tell_in(folder: Path, *texts: str) -> int:
    (folder / "pytest.ini").write_text("[pytest]\n")
    (folder / "test_told.py").write_text("".join(text.format(n=n) for n, text in enumerate(texts)))
    return tell(["-q", "test_told.py"], folder)


def test_what_fails_once_is_told_again_and_named(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert tell_in(tmp_path, FAILS_ONCE) == 0
    assert "Told a second time, alone: test_told.py::test_0" in capfd.readouterr().out


def test_what_fails_twice_fails(tmp_path: Path) -> None:
    assert tell_in(tmp_path, FAILS_ALWAYS, FAILS_ONCE) == 1


def test_more_than_a_few_fail_at_once(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert tell_in(tmp_path, *[FAILS_ONCE] * (MOST_TOLD_AGAIN + 1)) == 1
    assert "Told a second time" not in capfd.readouterr().out


def test_a_file_that_cannot_be_read_fails_at_once(tmp_path: Path) -> None:
    assert tell_in(tmp_path, "import nothing_of_that_name\n") not in (0, 1)
