"""Somebody with a code of Ana's who writes into her keyring or her case what no app writes."""

from __future__ import annotations

import json
import subprocess

from tests.running import FRONT_END, Server, with_node

SECONDS = 300


def attack(server: Server, name: str, code: str, *, as_companion: bool) -> None:
    """Carries out an attack of `frontend/tests/hostile/attacks.ts`. Returns when the server has taken all of it."""
    order = {"code": code, "as": "companion" if as_companion else "own phone", "attack": name}
    done = subprocess.run(
        ["node", "tests/writer/run.mjs", "/tests/hostile/write.ts", server.address],
        cwd=FRONT_END,
        env=with_node(),
        input=json.dumps(order),
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr
