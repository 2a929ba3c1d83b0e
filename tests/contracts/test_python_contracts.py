"""The import contracts hold, and each of them can fail: one violation of each kind is planted in a copy."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from backend.config import ROOT

# By contract: the file to change, the line to plant, and what the tool must report.
VIOLATION_BY_CONTRACT = {
    "the ground floor": (
        "access/grants.py",
        "from backend.sync import models",
        "backend.access is not allowed to import backend.sync",
    ),
    "In logs": ("logs/models.py", "from backend.logs import owners", "backend.logs.models -> backend.logs.owners"),
    "In access": (
        "access/models.py",
        "from backend.access import grants",
        "backend.access.models -> backend.access.grants",
    ),
    "In invites": (
        "invites/models.py",
        "from backend.invites import invites",
        "backend.invites.models -> backend.invites.invites",
    ),
    "In sync": ("sync/log.py", "from backend.sync import pages", "backend.sync.log -> backend.sync.pages"),
    "Logic, schemas and models": ("sync/log.py", "import flask", "backend.sync.log -> flask"),
    "The server cannot decrypt": ("access/tokens.py", "import cryptography", "backend.access.tokens -> cryptography"),
}
SIBLINGS = ("sync/pages.py", "from backend.content import routes")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "backend", tmp_path / "backend", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_contracts_hold(copy: Path) -> None:
    status, output = lint(copy)
    assert status == 0, output
    assert all(" KEPT" in line_of(contract, output) for contract in VIOLATION_BY_CONTRACT)


def test_a_planted_violation_of_each_kind_breaks_its_contract(copy: Path) -> None:
    for file, line, _named in VIOLATION_BY_CONTRACT.values():
        plant(copy, file, line)
    status, output = lint(copy)
    assert status == 1
    for contract, (_file, _line, named) in VIOLATION_BY_CONTRACT.items():
        assert " BROKEN" in line_of(contract, output), output
        assert named in output


def test_rooms_of_the_same_floor_do_not_know_each_other(copy: Path) -> None:
    plant(copy, *SIBLINGS)
    status, output = lint(copy)
    assert status == 1
    assert "backend.sync is not allowed to import backend.content" in output


def plant(copy: Path, file: str, line: str) -> None:
    path = copy / "backend" / file
    path.write_text(f"{path.read_text()}\n{line}\n")


def lint(folder: Path) -> tuple[int, str]:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache", "--no-logo"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def line_of(contract: str, output: str) -> str:
    return next(line for line in output.splitlines() if contract in line)
