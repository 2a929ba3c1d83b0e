"""The lock files say exactly what to install, and never where from.

An address in a lock ties every later install to one machine's registry. Must not contact a registry itself.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.guards import ROOT, report

ADDRESS = re.compile(r"https?://")
PINNED = re.compile(r"^(?P<name>[\w.-]+)(?:\[[^]]*\])?==(?P<version>[^\s;\\]+)", re.MULTILINE)
EXACT = re.compile(r"\d+\.\d+\.\d+(-[\w.]+)?")
# By lock: whether it holds what the app runs on, and the dependency group that it adds.
CONTENTS_BY_LOCK = {
    "requirements.lock": (True, None),
    "requirements-dev.lock": (True, "dev"),
    "requirements-node.lock": (False, "node"),
}


def findings(root: Path) -> Iterator[str]:
    yield from addresses(root)
    yield from unlocked(root)
    yield from two_versions(root)
    yield from npm_lock(root / "frontend")


def addresses(root: Path) -> Iterator[str]:
    for path in sorted({*root.glob("*.lock"), *root.glob("requirements*")}):
        for number, line in enumerate(path.read_text().splitlines(), start=1):
            if ADDRESS.search(line):
                yield f"{path.name}:{number} holds an address"


def unlocked(root: Path) -> Iterator[str]:
    """What pyproject.toml requires and a lock lacks, and what a lock holds without a hash."""
    project = tomllib.loads((root / "pyproject.toml").read_text())
    for lock, (with_app, group) in CONTENTS_BY_LOCK.items():
        wanted = project["project"]["dependencies"] if with_app else []
        wanted = [*wanted, *(project["dependency-groups"][group] if group else [])]
        held = pinned(root / lock)
        for requirement in map(Requirement, wanted):
            version = held.get(canonicalize_name(requirement.name))
            if version is None or not requirement.specifier.contains(version):
                yield f"{lock} has {version or 'nothing'} where pyproject.toml asks for {requirement}"
        yield from without_hash(root / lock)


def without_hash(lock: Path) -> Iterator[str]:
    for block in re.split(r"\n(?=\S)", lock.read_text().strip()):
        if "--hash=sha256:" not in block:
            yield f"{lock.name} has no hash for {block.splitlines()[0]}"


def two_versions(root: Path) -> Iterator[str]:
    """One environment is made from both locks, so the tests must run on the versions that are served."""
    tested = pinned(root / "requirements-dev.lock")
    for name, version in pinned(root / "requirements.lock").items():
        if tested.get(name) != version:
            yield f"requirements-dev.lock has {tested.get(name)} where requirements.lock has {name} {version}"


def pinned(lock: Path) -> dict[str, str]:
    """Versions by canonical name."""
    return {canonicalize_name(found["name"]): found["version"] for found in PINNED.finditer(lock.read_text())}


def npm_lock(folder: Path) -> Iterator[str]:
    text = (folder / "package-lock.json").read_text()
    if '"resolved"' in text:
        yield 'package-lock.json holds "resolved" addresses; frontend/.npmrc leaves them out'
    packages: dict[str, dict[str, Any]] = json.loads(text)["packages"]
    asked = json.loads((folder / "package.json").read_text())
    for kind in ("dependencies", "devDependencies"):
        if packages[""].get(kind) != asked.get(kind):
            yield f"package-lock.json is out of step with the {kind} of package.json"
        for name, version in asked.get(kind, {}).items():
            if not EXACT.fullmatch(version):
                yield f"package.json asks for {name} {version}, which is no one version"
    for name, package in packages.items():
        if name and not package.get("integrity") and not package.get("inBundle"):
            yield f"package-lock.json has no integrity for {name}"


if __name__ == "__main__":
    report(findings(ROOT), "The lock files hold everything that is asked for, with hashes and without addresses.")
