"""A private PostgreSQL for the length of a block, if the machine has one; it listens on a socket in a folder."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROGRAMS = ("initdb", "pg_ctl")


def missing() -> str | None:
    """Why there is none, or None."""
    absent = [program for program in PROGRAMS if shutil.which(program) is None]
    if absent:
        return f"{' and '.join(absent)} not found"
    if os.geteuid() == 0 and shutil.which("runuser") is None:
        return "it does not run as root, and there is no runuser"
    return None


@contextmanager
def running(folder: Path) -> Iterator[str]:
    """Its address."""
    data = folder / "data"
    folder.chmod(0o777)
    _run("initdb", "-D", str(data), "-U", "relay", "--auth", "trust")
    _run("pg_ctl", "-D", str(data), "-w", "-l", str(folder / "log"), "-o", f"-k {folder} -h ''", "start")
    try:
        yield f"postgresql://relay@/postgres?host={folder}"
    finally:
        _run("pg_ctl", "-D", str(data), "-m", "fast", "stop")


def _run(*command: str) -> None:
    # PostgreSQL refuses to run as root.
    as_nobody = ["runuser", "-u", "nobody", "--"] if os.geteuid() == 0 else []
    # Its output must not be a pipe: the server that pg_ctl starts would hold it open.
    done = subprocess.run([*as_nobody, *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed")
