"""An app of one test's own, with its own settings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask_migrate import upgrade

from backend.extensions import db, limiter
from tests.conftest import make_app

BuildApp = Callable[..., Flask]


@pytest.fixture
def build(tmp_path: Path) -> Iterator[BuildApp]:
    """An app with its own database and settings."""
    made: list[Flask] = []

    def make(**settings: Any) -> Flask:
        app = make_app(f"sqlite:///{tmp_path / 'own.sqlite3'}", settings)
        with app.app_context():
            upgrade()
        made.append(app)
        return app

    yield make
    limiter.reset()
    limiter.enabled = False
    for app in made:
        with app.app_context():
            db.engine.dispose()
