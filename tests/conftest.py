"""The server under test and its people. One migrated database for all API tests: everyone has their own log.

Every API test runs on SQLite and on PostgreSQL: one that the tests start, or that of TEST_DATABASE_URL.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_migrate import downgrade, upgrade
from werkzeug.test import TestResponse

from backend.app import create_app
from backend.extensions import db
from tests import postgres
from tests.api.people import Person, join, new_owner

GIVEN = os.environ.get("TEST_DATABASE_URL")
NO_POSTGRES = None if GIVEN else postgres.missing()
ON_POSTGRES = pytest.mark.skipif(NO_POSTGRES is not None, reason=str(NO_POSTGRES))
DATABASES = ["sqlite", pytest.param("postgresql", marks=ON_POSTGRES)]


class ReadingClient(FlaskClient):
    """Reads every answer to its end, so that a file that was sent is closed."""

    def open(self, *args: Any, buffered: bool = True, follow_redirects: bool = False, **kwargs: Any) -> TestResponse:
        return super().open(*args, buffered=buffered, follow_redirects=follow_redirects, **kwargs)


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """An empty database on a PostgreSQL of the tests' own. Nobody cuts its power, so it syncs nothing."""
    if GIVEN:
        yield GIVEN
        return
    with tempfile.TemporaryDirectory() as folder, postgres.running(Path(folder), "fsync=off") as url:
        yield url


@pytest.fixture(scope="session", params=DATABASES)
def app(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    folder = tmp_path_factory.mktemp("server")
    sqlite = f"sqlite:///{folder / 'relay.sqlite3'}"
    url = sqlite if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    # A long timeout, so that a busy machine does not turn a long wait into "busy".
    app = make_app(url, {"FRONTEND_DIST": str(folder / "dist"), "BUSY_SECONDS": 30})
    with app.app_context():
        upgrade()
    yield app
    with app.app_context():
        downgrade(revision="base")
        db.engine.dispose()


def make_app(url: str, config: Mapping[str, Any] | None = None) -> Flask:
    app = create_app({"DATABASE_URL": url, "TESTING": True, "RATELIMIT_ENABLED": False, **(config or {})})
    app.test_client_class = ReadingClient
    return app


@pytest.fixture
def dist(app: Flask) -> Path:
    """The folder where the built front end would be; empty unless a test builds something."""
    folder = Path(app.config["FRONTEND_DIST"])
    folder.mkdir(exist_ok=True)
    for path in sorted(folder.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    return folder


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def ana(client: FlaskClient) -> Person:
    """Owner of the log."""
    return new_owner(client)


@pytest.fixture
def ben(ana: Person) -> Person:
    """Companion on ana's log, writes."""
    return join(ana, "editor")


@pytest.fixture
def cleo(ana: Person) -> Person:
    """Companion on ana's log, reads."""
    return join(ana, "reader")


@pytest.fixture
def mallory(client: FlaskClient) -> Person:
    """A stranger: owner of another log on the same server."""
    return new_owner(client)
