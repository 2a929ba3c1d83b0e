"""Gives a story to the phone without a screen, and receives its offer to another phone."""

from __future__ import annotations

import json
import subprocess
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tests.harness import FRONT_END, with_node

SECONDS_TO_WRITE = 300


@dataclass(frozen=True)
class Offer:
    """Opens the cases on another phone, once, until it expires. `ids` by the keys of the story, case by case."""

    code: str
    link: str
    ids: Sequence[Mapping[str, str]]
    writing: threading.Thread

    def given(self) -> None:
        """Waits until another phone has the cases."""
        self.writing.join()


def write(story: dict[str, Any], server: str) -> Offer:
    """Writes the story into new cases on the server. Raises with the writer's own words when it fails.

    The writer stays until it has given the cases to the phone that uses the offer; it ends with this process.
    """
    writer = subprocess.Popen(
        ["node", "tests/seed/run.mjs", "/tests/seed/write.ts", server],
        cwd=FRONT_END,
        env=with_node(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert writer.stdin, "a pipe was asked for"
    assert writer.stdout, "a pipe was asked for"
    watch = threading.Timer(SECONDS_TO_WRITE, writer.kill)
    watch.start()
    writer.stdin.write(json.dumps(story) + "\n")
    writer.stdin.flush()
    line = writer.stdout.readline()
    watch.cancel()
    if not line:
        raise RuntimeError(f"the story could not be written: {writer.communicate()[1]}")
    answer = json.loads(line)
    writing = threading.Thread(target=see_off, args=(writer,), daemon=True)
    writing.start()
    return Offer(answer["code"], answer["link"], answer["ids"], writing)


def see_off(writer: subprocess.Popen[str]) -> None:
    """Waits for its end, and closes its pipes."""
    with writer:
        writer.wait()
