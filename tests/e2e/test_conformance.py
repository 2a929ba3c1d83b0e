"""The conformance suite of the front end, which the simulator's relay passes, on the real server."""

from __future__ import annotations

import subprocess

from tests.harness import FRONT_END, Server, with_node


def test_the_real_server_keeps_the_same_promises_as_the_simulated_one(server: Server) -> None:
    environ = {**with_node(), "SECOND_LOOK_SERVER": server.address, "NO_COLOR": "1"}
    command = ["npx", "vitest", "run", "tests/conformance"]
    done = subprocess.run(command, cwd=FRONT_END, env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "/hashes 200" in server.request_log.read_text(), "the suite never met the real server"
