"""Several processes on one PostgreSQL: they count together, and one that is killed is replaced."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest
from flask_migrate import upgrade
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from backend.capacity import Capacity
from backend.extensions import db, transaction
from backend.logs.models import BYTES_OF_LOGS, Log
from backend.serve import ONE_PROCESS
from backend.sync.verify import findings
from backend.tally import SharedLimits, Tallies
from tests import postgres
from tests.api.people import join, new_owner, refused
from tests.conftest import ON_POSTGRES, make_app
from tests.crash.writers import WRITERS, Writers
from tests.harness import Server

pytestmark = ON_POSTGRES
SECONDS = 20


@pytest.fixture
def database(postgres_url: str) -> str:
    return postgres.new_database(postgres_url)


@pytest.fixture
def server(database: str, tmp_path: Path) -> Iterator[Server]:
    """Two processes that serve one address, where an address may ask twenty times."""
    settings = {"DATABASE_URL": database, "PROCESSES": "2", "RATE_LIMIT": "20 per hour"}
    server = Server(tmp_path, tmp_path / "dist", settings)
    server.migrate()
    server.start()
    yield server
    server.stop()


def workers_of(server: Server) -> list[int]:
    assert server.process_id is not None
    listed = Path(f"/proc/{server.process_id}/task/{server.process_id}/children").read_text()
    return [int(worker) for worker in listed.split()]


def asked(server: Server) -> int:
    """The status of one request on a connection of its own."""
    connection = HTTPConnection("127.0.0.1", server.port, timeout=SECONDS)
    try:
        connection.request("GET", f"/api/v1/slots/{'ab' * 16}", headers={"Authorization": f"Bearer {'cd' * 32}"})
        return connection.getresponse().status
    finally:
        connection.close()


def test_two_processes_count_the_requests_of_an_address_together(server: Server) -> None:
    one, other = workers_of(server)
    os.kill(other, signal.SIGSTOP)
    assert [asked(server) for _ in range(12)] == [404] * 12
    os.kill(other, signal.SIGCONT)
    os.kill(one, signal.SIGSTOP)
    assert [asked(server) for _ in range(12)] == [404] * 8 + [429] * 4
    os.kill(one, signal.SIGCONT)


def test_a_killed_process_is_replaced_and_loses_nothing_that_was_acknowledged(database: str, tmp_path: Path) -> None:
    app = make_app(database, {"BUSY_SECONDS": 30})
    with app.app_context():
        upgrade()
    ana = new_owner(app.test_client())
    settings = {"DATABASE_URL": database, "PROCESSES": "4", "RATE_LIMIT": "1000000 per minute"}
    server = Server(tmp_path, tmp_path / "dist", settings)
    server.start()
    writers = Writers([server.port], [join(ana, "editor") for _ in range(WRITERS)])
    threads = writers.start()
    seen = set(workers_of(server))
    for kill in range(4):
        writers.wait_for(40)
        present = workers_of(server)
        os.kill(present[kill % len(present)], signal.SIGKILL)
        give_up = time.monotonic() + SECONDS
        while len(workers_of(server)) < 4 or present[kill % len(present)] in workers_of(server):
            assert time.monotonic() < give_up
            time.sleep(0.02)
        seen |= set(workers_of(server))
    writers.wait_for(40)
    writers.end(threads)
    server.stop()
    assert (len(seen), writers.surprises) == (8, [])
    stored: list[bytes] = []
    while page := ana.pulled(after=len(stored)):
        stored += page
    assert {seq: stored[seq - 1] for seq in writers.acknowledged} == writers.acknowledged
    with app.app_context():
        with transaction(write=False) as session:
            assert list(findings(session, session.get_one(Log, ana.phone.log))) == []
        db.engine.dispose()


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_the_processes_end_with_the_one_that_watches_them(server: Server, how: signal.Signals) -> None:
    workers = workers_of(server)
    assert len(workers) == 2
    os.kill(server.process_id or 0, how)
    give_up = time.monotonic() + SECONDS
    while any(is_running(worker) for worker in workers):
        assert time.monotonic() < give_up
        time.sleep(0.05)


def is_running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_sqlite_is_served_by_one_process_and_says_so(tmp_path: Path) -> None:
    server = Server(tmp_path, tmp_path / "dist", {"PROCESSES": "4"})
    server.migrate()
    server.start()
    try:
        assert workers_of(server) == []
        assert asked(server) == 404
        assert ONE_PROCESS.format(asked=4) in server.request_log.read_text()
    finally:
        server.stop()


def test_what_one_process_stores_counts_in_the_capacity_of_the_other(database: str) -> None:
    settings = {"PROCESSES": 2, "TALLY_SALT": "shared", "SERVER_QUOTA_BYTES": 8000}
    one, other = (make_app(database, settings) for _ in range(2))
    with one.app_context():
        upgrade()
    ana, ben = new_owner(one.test_client()), new_owner(other.test_client())  # both know the sum by now
    ana.write(bytes(3500))
    refused(ben.push(ben.phone.seal(bytes(3500))), 507, "log_full")
    assert ana.pull().status_code == 200
    for app in (one, other):
        app.extensions["tallies"].close()
        with app.app_context():
            db.engine.dispose()


def test_no_address_is_stored_and_what_is_over_is_forgotten(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    app = make_app(database)
    with app.app_context():
        upgrade()
        tallies = Tallies(app.config["SQLALCHEMY_DATABASE_URI"], "salt", 5)
        assert [tallies.add("192.0.2.7", 2, 60), tallies.add("192.0.2.7", 3, 60)] == [2, 5]
        rows = db.session.execute(db.text("SELECT key FROM tally")).scalars().all()
        assert (len(rows), b"192.0.2.7" in rows[0]) == (1, False)
        later = time.time() + 61
        monkeypatch.setattr(time, "time", lambda: later)
        assert (tallies.get("192.0.2.7")[0], tallies.add("192.0.2.8", 1, 60)) == (0, 1)
        db.session.rollback()
        assert db.session.execute(db.text("SELECT count(*) FROM tally")).scalar() == 1
        tallies.close()
        db.session.remove()
        db.engine.dispose()


def test_while_the_database_takes_no_counts_each_process_counts_for_itself() -> None:
    tallies = Tallies("postgresql+psycopg://nobody@/nothing?host=/nowhere", "salt", 0)
    with pytest.raises(OperationalError):
        tallies.add("192.0.2.7", 1, 60)
    limits = SharedLimits("tally://", tallies=tallies)
    assert [limits.incr("192.0.2.7", 60) for _ in range(3)] == [1, 2, 3]
    assert limits.get("192.0.2.7") == 3


def test_the_sum_is_read_once_for_all_processes(database: str) -> None:
    app = make_app(database)
    with app.app_context():
        upgrade()
        tallies = Tallies(app.config["SQLALCHEMY_DATABASE_URI"], "salt", 5)
        sums: list[int] = []

        class Counting(Capacity):
            def _sum(self, session: Session) -> int:
                sums.append(super()._sum(session))
                return sums[-1]

        with transaction(write=True) as session:
            for capacity in (Counting(100, [BYTES_OF_LOGS], tallies), Counting(100, [BYTES_OF_LOGS], tallies)):
                capacity.take(session, 10)
        assert len(sums) == 1
        assert tallies.get("capacity")[0] == 20
        tallies.close()
        db.engine.dispose()
