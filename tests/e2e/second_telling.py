"""Tells all stories, then once more, one after the other, the few that failed.

Some five hundred stories share two cores with everything else the machine does, and now and then one of them meets a
moment that lasts longer than it waits. A real fault fails twice. What passed only the second time is named, so that it
can be mended; more than a few of them are a fault of their own.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
MOST_TOLD_AGAIN = 3
TESTS_FAILED = 1


def tell(arguments: list[str], root: Path = ROOT) -> int:
    """Returns pytest's own exit code. `arguments` are those of the first telling, paths from `root` included."""
    with TemporaryDirectory() as cache:
        code = told(root, "-o", f"cache_dir={cache}", *arguments)
        failed = failed_in(Path(cache))
    if code != TESTS_FAILED or not 0 < len(failed) <= MOST_TOLD_AGAIN:
        return code
    print(f"\nTold a second time, alone: {', '.join(failed)}", flush=True)
    return told(root, "-q", "-p", "no:cacheprovider", *failed)


def told(root: Path, *arguments: str) -> int:
    return subprocess.run([sys.executable, "-m", "pytest", *arguments], cwd=root, check=False).returncode


def failed_in(cache: Path) -> list[str]:
    """The names of the stories that failed, and of files that could not be read."""
    remembered = cache / "v" / "cache" / "lastfailed"
    return list(json.loads(remembered.read_text())) if remembered.exists() else []


if __name__ == "__main__":
    sys.exit(tell(sys.argv[1:]))
