"""What the server acknowledged is still there after the server was killed in the middle of its work."""

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest
from flask_migrate import upgrade

from backend.config import ROOT
from backend.extensions import db, transaction
from backend.logs.models import Log
from backend.sync.verify import findings
from tests import postgres
from tests.api.people import Person, new_owner
from tests.conftest import make_app
from tests.crash.story import ENTRIES_BETWEEN_KILLS, kill_again_and_again


def test_acknowledged_entries_survive_a_kill(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'durable.sqlite3'}"
    app = make_app(url)
    with app.app_context():
        upgrade()
    ana = new_owner(app.test_client())
    enough = Event()
    with running_server(url) as (address, server), ThreadPoolExecutor(1) as pool:
        pushing = pool.submit(push_until_it_dies, address, ana, enough)
        assert enough.wait(timeout=20)
        os.killpg(server.pid, signal.SIGKILL)
        acknowledged = pushing.result()
    stored = ana.pulled(limit=500)
    assert stored[: len(acknowledged)] == acknowledged
    assert len(stored) <= len(acknowledged) + 1
    with app.app_context():
        with transaction(write=False) as session:
            assert list(findings(session, session.get_one(Log, ana.phone.log))) == []
        db.engine.dispose()


def push_until_it_dies(address: str, person: Person, enough: Event) -> list[bytes]:
    acknowledged: list[bytes] = []
    while len(acknowledged) < 500:
        envelope = person.phone.seal()
        request = urllib.request.Request(  # noqa: S310 - the address of our own server
            f"{address}{person.log_url}/entries",
            data=json.dumps(person.push_body(envelope)).encode(),
            headers={"Content-Type": "application/json", "Authorization": f"Bearer {person.phone.token.hex()}"},
        )
        try:
            with urllib.request.urlopen(request, timeout=5) as answer:  # noqa: S310 - our own server
                assert json.load(answer)["seqs"] == [len(acknowledged) + 1]
        except OSError:
            return acknowledged
        acknowledged.append(envelope)
        if len(acknowledged) == 20:
            enough.set()
    raise AssertionError("the server was never killed")


@contextmanager
def running_server(url: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The real server in its own process group, once it says that it is ready."""
    port = free_port()
    command = [sys.executable, "-m", "backend.serve"]
    environ = {**os.environ, "DATABASE_URL": url, "HOST": "127.0.0.1", "PORT": str(port)}
    server = subprocess.Popen(
        command, cwd=ROOT, env=environ, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        start_new_session=True,
    )  # fmt: skip
    try:
        assert server.stdout is not None
        assert server.stdout.readline() == f"Second Look is ready at http://127.0.0.1:{port}\n"
        yield f"http://127.0.0.1:{port}", server
    finally:
        if server.poll() is None:
            os.killpg(server.pid, signal.SIGKILL)
        server.communicate()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def test_eight_writers_lose_nothing_that_was_acknowledged_in_three_kills(tmp_path: Path) -> None:
    outcome = kill_again_and_again(f"sqlite:///{tmp_path / 'crash.sqlite3'}", kills=3, servers=1, seed=1)
    assert outcome.wrong == []
    assert outcome.retries > 0  # otherwise no kill interrupted a request
    assert outcome.stored >= outcome.acknowledged > 3 * ENTRIES_BETWEEN_KILLS


@pytest.mark.skipif(postgres.missing() is not None, reason=str(postgres.missing()))
def test_eight_writers_on_four_servers_lose_nothing_in_two_kills_of_all() -> None:
    with tempfile.TemporaryDirectory() as folder, postgres.running(Path(folder)) as url:
        outcome = kill_again_and_again(url, kills=2, servers=4, seed=1)
    assert outcome.wrong == []
    assert outcome.retries > 0
    assert outcome.stored >= outcome.acknowledged > 2 * ENTRIES_BETWEEN_KILLS
