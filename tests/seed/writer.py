"""Hands a story to the phone without a screen and takes back its offer to another phone."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tests.running import FRONT_END, with_node

SECONDS_TO_WRITE = 300


@dataclass(frozen=True)
class Offer:
    """Opens the cases on another phone, once, until it runs out. `ids` by the keys of the story, case by case."""

    code: str
    link: str
    ids: Sequence[Mapping[str, str]]


def write(story: dict[str, Any], server: str) -> Offer:
    """Writes the story into new cases on the server. Raises with the writer's own words when it fails."""
    done = subprocess.run(
        ["node", "tests/writer/run.mjs", "/tests/writer/write.ts", server],
        cwd=FRONT_END,
        env=with_node(),
        input=json.dumps(story),
        capture_output=True,
        text=True,
        timeout=SECONDS_TO_WRITE,
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(f"the story could not be written: {done.stderr}")
    answer = json.loads(done.stdout)
    return Offer(answer["code"], answer["link"], answer["ids"])
