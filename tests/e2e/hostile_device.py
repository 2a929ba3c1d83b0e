"""An attacker with a code of Ana's who writes into her keyring or her case what no app writes."""

from __future__ import annotations

import json
import subprocess

from playwright.sync_api import Page

from tests import other_phones
from tests.harness import FRONT_END, Server, with_node

SECONDS = 300


def attack(server: Server, name: str, code: str, giver: Page | None) -> None:
    """Carries out an attack of `frontend/tests/hostile/attacks.ts`. Returns when the server has stored all of it.

    As a companion; or, with a `giver`, as a phone to which the person at that page gives everything.
    """
    order = {"code": code, "as": "own phone" if giver else "companion", "attack": name}
    with subprocess.Popen(
        ["node", "tests/seed/run.mjs", "/tests/hostile/write.ts", server.address],
        cwd=FRONT_END,
        env=with_node(),
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as attacker:
        assert attacker.stdin, "a pipe was asked for"
        attacker.stdin.write(json.dumps(order))
        attacker.stdin.close()
        attacker.stdin = None
        if giver is not None:
            other_phones.give(giver)
        _, errors = attacker.communicate(timeout=SECONDS)
    assert attacker.returncode == 0, errors
