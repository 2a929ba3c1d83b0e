"""A private PostgreSQL for the length of a block, if the machine has one; it listens on a socket in a folder."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg

PROGRAMS = ("initdb", "pg_ctl")
# Where Debian and its kin keep what they do not put on the PATH.
ELSEWHERE = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name), reverse=True)
_numbers = count(1)


def missing() -> str | None:
    """Why there is none, or None."""
    absent = [program for program in PROGRAMS if _found(program) is None]
    if absent:
        return f"this machine has no PostgreSQL: {' and '.join(absent)} not found"
    if os.geteuid() == 0 and shutil.which("runuser") is None:
        return "PostgreSQL does not run as root, and there is no runuser"
    return None


@contextmanager
def running(folder: Path, *options: str) -> Iterator[str]:
    """Its address. `options` are settings, such as "fsync=off"."""
    data = folder / "data"
    folder.chmod(0o777)
    settings = " ".join(f"-c {option}" for option in options)
    _run("initdb", "-D", str(data), "-U", "relay", "--auth", "trust", "--locale", "C", "--encoding", "UTF8")
    _run("pg_ctl", "-D", str(data), "-w", "-l", str(folder / "log"), "-o", f"-k {folder} -h '' {settings}", "start")
    try:
        yield f"postgresql://relay@/postgres?host={folder}"
    finally:
        _run("pg_ctl", "-D", str(data), "-m", "fast", "stop")


def new_database(url: str) -> str:
    """The address of a new, empty database beside the one at `url`."""
    name = f"own_{os.getpid()}_{next(_numbers)}"
    tell(url, f'CREATE DATABASE "{name}"')
    return url.replace("/postgres?", f"/{name}?")


def tell(url: str, statement: str) -> None:
    """Says one thing to the database as its owner."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(statement.encode())


def _found(program: str) -> str | None:
    return shutil.which(program) or shutil.which(program, path=os.pathsep.join(map(str, ELSEWHERE)))


def _run(program: str, *arguments: str) -> None:
    # PostgreSQL refuses to run as root.
    as_nobody = ["runuser", "-u", "nobody", "--"] if os.geteuid() == 0 else []
    # Its output must not be a pipe: the server that pg_ctl starts would hold it open.
    command = [*as_nobody, _found(program) or program, *arguments]
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed")
