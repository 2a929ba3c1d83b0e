"""Too many requests from one address."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from backend.extensions import db, limiter
from tests.api.people import refused
from tests.conftest import make_app


@pytest.fixture
def hurried(tmp_path: Path) -> Iterator[FlaskClient]:
    limits = {"RATELIMIT_ENABLED": True, "RATE_LIMIT": "3 per minute", "CLAIM_RATE_LIMIT": "1 per minute"}
    app = make_app(f"sqlite:///{tmp_path / 'limited.sqlite3'}", limits)
    with app.app_context():
        db.metadata.create_all(db.engine)
        yield app.test_client()
        limiter.reset()
        limiter.enabled = False
        db.engine.dispose()


def test_an_address_that_asks_too_often_is_told_when_to_come_back(hurried: FlaskClient) -> None:
    answers = [hurried.get("/api/v2/content/en") for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    refused(answers[-1], 429, "rate_limited")
    assert 0 < int(answers[-1].headers["Retry-After"]) <= 61
    assert "Retry-After" not in answers[0].headers


def test_claims_have_a_tighter_limit(hurried: FlaskClient) -> None:
    url, token = f"/api/v1/invites/{'ab' * 16}/claim", {"Authorization": f"Bearer {'cd' * 32}"}
    refused(hurried.post(url, json={"claimant": "ef" * 16}, headers=token), 404, "not_found")
    refused(hurried.post(url, json={"claimant": "ef" * 16}, headers=token), 429, "rate_limited")


def test_the_app_itself_is_not_counted(hurried: FlaskClient) -> None:
    assert [hurried.get("/manifest.json").status_code for _ in range(6)] == [200] * 6
