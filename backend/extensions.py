"""The database, its transactions and the rate limiter.

Invariant: a write transaction holds the database's write lock from its first statement, and a read transaction sees
one point in time. Imports nothing else from backend/.
"""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from ipaddress import IPv4Address, ip_address, ip_network
from pathlib import Path
from sqlite3 import Connection as SQLiteConnection
from typing import Any

from flask import Flask, current_app, g, request
from flask_limiter import Limiter, RequestLimit
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import Connection, event
from sqlalchemy.orm import DeclarativeBase, Session


class Base(DeclarativeBase):
    """The parent of every table."""


# Rows stay readable after their transaction: answers are written once it has ended, without another query.
db = SQLAlchemy(model_class=Base, session_options={"expire_on_commit": False})
migrate = Migrate()
_one_writer = threading.Lock()
WITH_PORT = re.compile(r"(?:([0-9.]+)|\[([0-9A-Fa-f:.]+)\]):[0-9]{1,5}")  # as some proxies forward an address
LONGEST_WAIT_SECONDS = 3600  # a daily limit may be raised before the day is over


def _remember_reset(breached: RequestLimit) -> None:
    g.retry_after = min(max(1, breached.reset_at - int(time.time())), LONGEST_WAIT_SECONDS)


def network_of(address: str | None) -> str:
    """How an address is counted: one IPv4 address, or the /64 that is the least an IPv6 customer gets."""
    with_port = WITH_PORT.fullmatch(address or "")
    try:
        found = ip_address(with_port[1] or with_port[2] if with_port else address or "")
    except ValueError:
        return "unknown"
    if isinstance(found, IPv4Address):
        return str(found)
    return str(found.ipv4_mapped or ip_network((int(found), 64), strict=False))


def _caller() -> str:
    return network_of(request.remote_addr)


def caller_at_this_address() -> str:
    """Who asks, and for what, so that strangers on one network do not use up each other's attempts."""
    return f"{_caller()} {request.path}"


def this_address() -> str:
    """What is asked for, whoever asks."""
    return request.path


def _rate_limit() -> str:
    return str(current_app.config["RATE_LIMIT"])


limiter = Limiter(key_func=_caller, default_limits=[_rate_limit], on_breach=_remember_reset)


@limiter.request_filter
def is_not_api() -> bool:
    """Whether a request is for the app itself, which a whole clinic may load at once."""
    return not request.path.startswith("/api/")


def init_database(app: Flask) -> None:
    """Connects, creates the folder of a SQLite file, and prepares every connection."""
    db.init_app(app)
    migrate.init_app(app, db, directory=str(Path(__file__).parent / "migrations"), render_as_batch=True)
    with app.app_context():
        if db.engine.dialect.name != "sqlite":
            return
        if db.engine.url.database:
            Path(db.engine.url.database).parent.mkdir(parents=True, exist_ok=True)
        event.listen(db.engine, "connect", _arm_sqlite)
        event.listen(db.engine, "begin", _begin_sqlite)


def _arm_sqlite(connection: SQLiteConnection, _record: object) -> None:
    # The driver's own transactions begin late and deferred: two of eight writers then fail with "database is
    # locked". With isolation_level None it begins none, and _begin_sqlite chooses the kind.
    connection.isolation_level = None
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA secure_delete=ON")  # what is deleted is written over with zeros


def _begin_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


@contextmanager
def transaction(*, write: bool) -> Iterator[Session]:
    """One transaction: committed at the end of the block, rolled back when the block raises."""
    dialect, session = db.engine.dialect.name, db.session()
    with _in_line() if write and dialect == "sqlite" else nullcontext(), session.begin():
        session.expunge_all()  # otherwise rows of an earlier transaction of this request come back as they were
        session.connection(execution_options=_begin_options(dialect, write=write))
        yield session


def _begin_options(dialect: str, *, write: bool) -> dict[str, Any]:
    """How this database begins a transaction; on PostgreSQL a writer locks the log's row itself."""
    if dialect == "sqlite":
        return {"begin": "BEGIN IMMEDIATE" if write else "BEGIN"}
    return {} if write else {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}


def forget_deleted_bytes() -> None:
    """Empties SQLite's write-ahead log, where what was deleted still stands; a reader may delay it to the next time."""
    if db.engine.dialect.name == "sqlite":
        with _in_line(), db.engine.connect() as connection:
            connection.connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").close()


@contextmanager
def _in_line() -> Iterator[None]:
    # SQLite's writers wait by sleeping longer and longer, which starves some; waiting here ends as soon as the lock is
    # free. A writer that waits too long falls back to SQLite's own wait, which ends in "busy".
    held = _one_writer.acquire(timeout=current_app.config["BUSY_SECONDS"])
    try:
        yield
    finally:
        if held:
            _one_writer.release()
