"""An app of one test's own, with its own settings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask_migrate import upgrade

from backend.extensions import db, limiter
from tests import postgres
from tests.conftest import DATABASES, make_app

BuildApp = Callable[..., Flask]


@pytest.fixture(params=DATABASES)
def own_database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database of this test's own."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'own.sqlite3'}"
    return postgres.new_database(request.getfixturevalue("postgres_url"))


@pytest.fixture
def build(own_database: str) -> Iterator[BuildApp]:
    """An app with its own database and settings."""
    made: list[Flask] = []

    def make(**settings: Any) -> Flask:
        app = make_app(own_database, settings)
        with app.app_context():
            upgrade()
        made.append(app)
        return app

    yield make
    if limiter.enabled:
        limiter.reset()
    limiter.enabled = False
    for app in made:
        if app.extensions["tallies"]:
            app.extensions["tallies"].close()
        with app.app_context():
            db.engine.dispose()
