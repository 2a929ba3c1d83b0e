"""No tracked file names a package registry or a path on somebody's machine, and nothing built is tracked.

Reads what git tracks, as it is in the working tree. Must not name a registry itself, not even to forbid it.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.guards import ROOT, report

# Each is written so that it does not match itself.
FORBIDDEN = {
    "a package registry": re.compile(r"\b(?:pypi|pythonhosted|npmjs|yarnpkg|jsr)\.(?:org|com|io)\b", re.IGNORECASE),
    "a package registry's setting": re.compile(
        r"(?:^|\s)--(?:extra-)?index-url\b|^\s*(?:extra-)?index-url\s*=|^\s*(?:@[\w-]+:)?registry\s*=", re.MULTILINE
    ),
    "a path of one machine": re.compile(
        r"(?<![\w.:/$}~-])(?:/root|/work|/home/\w[\w.-]*|/Users/\w[\w.-]*|[A-Z]:\\Users)[/\\]"
    ),
}
NEVER_TRACKED = re.compile(
    r"^(?:\.venv|instance|pictures|test-results|frontend/dist|frontend/coverage)/"
    r"|(?:^|/)(?:node_modules|__pycache__)/|(?:^|/)(?:uv\.lock|pylock[^/]*\.toml)$|\.sqlite3"
)


def findings(root: Path) -> Iterator[str]:
    for name in tracked(root):
        if NEVER_TRACKED.search(name):
            yield f"{name} must not be tracked"
        yield from forbidden_words(root, name)


def tracked(root: Path) -> list[str]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, text=True, check=True)
    return [name for name in listed.stdout.split("\0") if name]


def forbidden_words(root: Path, name: str) -> Iterator[str]:
    path = root / name
    # A file deleted but not yet committed is not a finding.
    text = path.read_bytes().decode(errors="ignore") if path.is_file() else ""
    for what, pattern in FORBIDDEN.items():
        found = pattern.search(text)
        if found:
            line = text.count("\n", 0, found.end()) + 1
            yield f"{name}:{line} names {what}: {found[0].strip()}"


if __name__ == "__main__":
    report(findings(ROOT), "No tracked file names a registry or a machine's path, and nothing built is tracked.")
