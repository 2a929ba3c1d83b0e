"""The migrations create the tables that the models describe, and can be undone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import inspect, text

from backend.extensions import Base, db
from tests.conftest import make_app


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Flask]:
    app = make_app(f"sqlite:///{tmp_path / 'new' / 'folder' / 'empty.sqlite3'}")
    with app.app_context():
        yield app
        db.engine.dispose()


def differences() -> list[object]:
    with db.engine.connect() as connection:
        return list(
            compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), Base.metadata)
        )


def test_from_empty_to_the_models_and_back(empty: Flask) -> None:
    assert differences()
    upgrade()
    assert differences() == []
    assert {"log", "log_entry", "grant", "invite", "slot"} <= set(inspect(db.engine).get_table_names())
    downgrade(revision="base")
    assert inspect(db.engine).get_table_names() == ["alembic_version"]
    upgrade()
    assert differences() == []


def test_a_database_of_before_keeps_its_entries_under_their_present_name(empty: Flask) -> None:
    upgrade(revision="0004")
    log, bytes_ = b"l" * 16, b"b" * 32
    with db.engine.begin() as connection:
        connection.execute(text("INSERT INTO log VALUES (:log, :b, :log, 1, :b, 6, 0)"), {"log": log, "b": bytes_})
        connection.execute(
            text("INSERT INTO entry VALUES (:log, 1, :b, 1, :b, :b, 6, :sealed)"),
            {"log": log, "b": bytes_, "sealed": b"sealed"},
        )
    upgrade()
    assert differences() == []
    with db.engine.connect() as connection:
        assert connection.execute(text("SELECT log_id, seq, envelope FROM log_entry")).all() == [(log, 1, b"sealed")]
    downgrade(revision="0004")
    with db.engine.connect() as connection:
        assert connection.execute(text("SELECT log_id, seq, envelope FROM entry")).all() == [(log, 1, b"sealed")]


def test_the_database_under_test_is_what_the_models_describe(app: Flask) -> None:
    with app.app_context():
        assert differences() == []


def test_sqlite_is_durable_strict_about_references_and_lets_readers_read(empty: Flask) -> None:
    with db.engine.connect() as connection:
        asked = {
            name: connection.scalar(text(f"PRAGMA {name}")) for name in ("journal_mode", "synchronous", "foreign_keys")
        }
        assert connection.scalar(text("PRAGMA busy_timeout")) == 5000
    assert asked == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
