"""The real guidance, a copy to damage, and a client that requests it."""

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from backend.app import create_app
from backend.content.catalog import load_catalog
from backend.content.check import check
from backend.content.rules import Problem

CONTENT = Path(__file__).parents[2] / "content"
TODAY = date(2026, 11, 26)

UNITED_KINGDOM = ("GB", "GB-ENG", "GB-SCT", "GB-WLS", "GB-NIR")
CANADA = ("CA-ON", "CA-BC", "CA-AB", "CA-QC", "CA")

Countries = dict[str, dict[str, Any]]
Plant = Callable[[str, str, str], list[Problem]]


@pytest.fixture(scope="session")
def clean() -> None:
    """A violation proves nothing in a folder that was already invalid."""
    assert check(CONTENT, TODAY) == []


@pytest.fixture
def content(tmp_path: Path, clean: None) -> Path:
    copy = tmp_path / "content"
    shutil.copytree(CONTENT, copy)
    return copy


@pytest.fixture
def plant(content: Path) -> Plant:
    """Replaces one passage of one file in a clean copy, and returns what the check then reports."""

    def replace(file: str, old: str, new: str) -> list[Problem]:
        path = content / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) >= 1, f"{file} does not say {old!r}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return check(content, TODAY)

    return replace


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    database = tmp_path_factory.mktemp("content") / "unused.sqlite3"
    app = create_app({"DATABASE_URL": f"sqlite:///{database}", "CONTENT_DIR": str(CONTENT)})
    return app.test_client()


@pytest.fixture(scope="session")
def countries() -> Countries:
    """The real countries by their codes, as a phone gets them."""
    bundle = json.loads(load_catalog(CONTENT).bundle_by_language["en"].body)
    return {country["code"]: country for country in bundle["countries"]}
