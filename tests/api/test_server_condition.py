"""A disk that takes no writes, the answer of /healthz, and a proxy that nobody told the server of."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import event, text

from backend.extensions import db
from backend.request_log import BEHIND_A_PROXY
from tests import postgres
from tests.api.conftest import BuildApp
from tests.api.people import json_of, new_owner, refused
from tests.conftest import ON_POSTGRES, make_app

# What makes SQLite refuse as on a disk that is full or mounted read-only, and what undoes that.
PRAGMAS = {
    "full": ("PRAGMA max_page_count = 1", "PRAGMA max_page_count = 4294967294"),
    "read-only": ("PRAGMA query_only = ON", "PRAGMA query_only = OFF"),
}
ANSWERS = {"full": (507, "log_full"), "read-only": (503, "busy")}


@contextmanager
def refusing(app: Flask, kind: str) -> Iterator[None]:
    """Makes the database itself refuse, on every connection."""

    def tell(connection: Any, said: str, *, is_read_only: bool) -> None:
        if isinstance(connection, psycopg.Connection):
            connection.read_only = is_read_only
        else:
            connection.execute(said)

    def begin_it(connection: Any, *_of_the_pool: object) -> None:
        tell(connection, PRAGMAS[kind][0], is_read_only=True)

    def end_it(connection: Any, *_of_the_pool: object) -> None:
        tell(connection, PRAGMAS[kind][1], is_read_only=False)

    with app.app_context():
        event.listen(db.engine, "checkout", begin_it)
        yield
        event.remove(db.engine, "checkout", begin_it)
        event.listen(db.engine, "checkout", end_it)
        db.engine.connect().close()
        event.remove(db.engine, "checkout", end_it)


@pytest.mark.parametrize("kind", ANSWERS)
def test_a_disk_that_takes_no_writes_is_said_and_nothing_is_lost(
    build: BuildApp, caplog: pytest.LogCaptureFixture, kind: str
) -> None:
    app = build()
    with app.app_context():
        if db.engine.dialect.name != "sqlite" and kind == "full":
            pytest.skip("PostgreSQL is full only when its disk is: see the next test")
    ana = new_owner(app.test_client())
    stored, later = ana.write(b"before"), ana.phone.seal(bytes(200_000))
    with refusing(app, kind):
        refused(ana.push(later), *ANSWERS[kind])
        assert ana.pulled() == stored
        refused(ana.client.get("/healthz"), *ANSWERS[kind]) if kind == "read-only" else None
    assert not [record for record in caplog.records if record.exc_info]
    assert json_of(ana.push(later))["seqs"] == [2]
    assert ana.client.get("/healthz").json == {"status": "ok"}


@contextmanager
def small_disk(megabytes: int) -> Iterator[Path]:
    """A real file system that is soon full."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o777)
        if os.geteuid() != 0 or not mounted(name, f"size={megabytes}m"):
            pytest.skip("only root may mount a small disk")
        try:
            (files := Path(name) / "files").mkdir()
            shutil.chown(files, "nobody")  # as whom PostgreSQL runs
            yield files
        finally:
            subprocess.run(["umount", "--lazy", name], check=True)


def mounted(folder: Path | str, options: str) -> bool:
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@contextmanager
def on_a_small_disk(database: str, request: pytest.FixtureRequest, disk: Path) -> Iterator[str]:
    """The address of a database whose files are on this disk."""
    if database == "sqlite":
        yield f"sqlite:///{disk / 'full.sqlite3'}"
        return
    server = request.getfixturevalue("postgres_url")
    postgres.tell(server, f"CREATE TABLESPACE small LOCATION '{disk}'")
    url = postgres.new_database(server)
    name = url.split("?")[0].rsplit("/", 1)[1]
    postgres.tell(server, f'ALTER DATABASE "{name}" SET TABLESPACE small')
    yield url
    postgres.tell(server, f'DROP DATABASE "{name}" WITH (FORCE)')
    postgres.tell(server, "DROP TABLESPACE small")


@pytest.mark.parametrize("database", ["sqlite", pytest.param("postgresql", marks=ON_POSTGRES)])
def test_a_disk_that_is_really_full_is_said_and_taken_into_use_again(
    database: str, request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> None:
    with small_disk(24) as disk, on_a_small_disk(database, request, disk) as url:
        app = make_app(url)
        with app.app_context():
            upgrade()
        ana = new_owner(app.test_client())
        stored: list[bytes] = []
        while (answer := ana.push(later := ana.phone.seal(os.urandom(900_000)))).status_code == 200:
            stored.append(later)
        refused(answer, 507, "log_full")
        assert len(stored) > 3
        assert ana.pulled() == stored[:1]
        assert [record.getMessage() for record in caplog.records if record.exc_info] == []
        assert subprocess.run(["mount", "-o", "remount,size=64m", disk.parent], check=True).returncode == 0
        assert json_of(ana.push(later))["seqs"] == [len(stored) + 1]
        with app.app_context():
            with db.engine.connect() as connection:
                assert connection.scalar(text("SELECT max(seq) FROM log_entry")) == len(stored) + 1
            db.engine.dispose()


def test_a_locked_database_says_busy_and_when_to_come_back_and_then_goes_on(build: BuildApp) -> None:
    app = build(BUSY_SECONDS=0)
    ana = new_owner(app.test_client())
    with app.app_context(), db.engine.connect().execution_options(begin="BEGIN IMMEDIATE") as other:
        with other.begin():
            if db.engine.dialect.name == "postgresql":
                other.execute(text("SELECT 1 FROM log FOR UPDATE"))
            answer = ana.push(sealed := ana.phone.seal())
        refused(answer, 503, "busy")
        assert answer.headers["Retry-After"] == "1"
        assert json_of(ana.push(sealed))["seqs"] == [1]


def test_health_is_told_after_a_write_that_comes_once_a_second_at_most(build: BuildApp) -> None:
    app = build()
    written: list[str] = []
    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", lambda *call: written.append(call[2]))
        for _ in range(5):
            assert app.test_client().get("/healthz").json == {"status": "ok"}
    assert len([text for text in written if text.startswith(("UPDATE", "INSERT"))]) == 1


@pytest.mark.parametrize(("hops", "warned"), [(0, 1), (1, 0)])
def test_a_proxy_that_nobody_told_of_is_warned_of_once(
    build: BuildApp, caplog: pytest.LogCaptureFixture, hops: int, warned: int
) -> None:
    client = build(PROXY_HOPS=hops).test_client()
    client.get("/manifest.json")
    assert BEHIND_A_PROXY not in caplog.text
    for _ in range(3):
        client.get("/manifest.json", headers={"X-Forwarded-For": "192.0.2.1"})
    assert caplog.text.count(BEHIND_A_PROXY) == warned
