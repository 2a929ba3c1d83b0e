"""The death of a browser: every process of one profile is killed at once, as when the battery falls out.

Must only ever touch processes that were started on the given profile, and their children.
"""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path


def kill_browser(profile: Path) -> None:
    """Returns when no process of the profile is left."""
    victims = processes_of(profile)
    assert victims, "no browser runs on this profile"
    for pid in victims:
        send_kill(pid)
    give_up = time.monotonic() + 10
    while any(is_alive(pid) for pid in victims):
        assert time.monotonic() < give_up, "the browser does not die"
        time.sleep(0.02)


def processes_of(profile: Path) -> list[int]:
    """The browser itself first, then everything that it started."""
    parent_by_pid = {int(entry.name): parent_of(entry) for entry in Path("/proc").iterdir() if entry.name.isdigit()}
    wanted = f"--user-data-dir={profile}".encode()
    found = [pid for pid in parent_by_pid if wanted in arguments_of(pid)]
    for pid in found:
        found += [child for child, parent in parent_by_pid.items() if parent == pid and child not in found]
    return found


def arguments_of(pid: int) -> list[bytes]:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return []


def parent_of(entry: Path) -> int:
    try:
        return int((entry / "stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0


def send_kill(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def is_alive(pid: int) -> bool:
    """A zombie counts as dead."""
    try:
        return (Path(f"/proc/{pid}") / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
