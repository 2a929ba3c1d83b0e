"""Too many requests from one address."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from backend.extensions import db, limiter
from tests.api.people import Person, join, json_of, new_owner, newcomer, refused
from tests.api.test_invites import Invitation
from tests.conftest import make_app


@pytest.fixture
def hurried(tmp_path: Path) -> Iterator[FlaskClient]:
    with limited(tmp_path, RATE_LIMIT="3 per minute", CLAIM_RATE_LIMIT="1 per minute") as client:
        yield client


@pytest.fixture
def generous(tmp_path: Path) -> Iterator[FlaskClient]:
    with limited(tmp_path, CLAIM_RATE_LIMIT="1 per minute", CREATE_RATE_LIMIT="2 per hour") as client:
        yield client


@contextmanager
def limited(folder: Path, **limits: str) -> Iterator[FlaskClient]:
    app = make_app(f"sqlite:///{folder / 'limited.sqlite3'}", {"RATELIMIT_ENABLED": True, **limits})
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


def test_strangers_on_the_same_network_use_up_nobodys_claims(generous: FlaskClient) -> None:
    ana = new_owner(generous)
    invitation = Invitation(ana)
    assert invitation.put().status_code == 201
    for _ in range(20):
        refused(Invitation(newcomer(generous)).claim(), 404, "not_found")
    assert invitation.claim().status_code == 200
    refused(invitation.claim(), 429, "rate_limited")


def test_strangers_on_the_same_network_use_up_nobodys_logs_without_making_any(generous: FlaskClient) -> None:
    ana, ben = newcomer(generous), newcomer(generous)
    for _ in range(20):
        refused(ben.send("PUT", ana.log_url, ben.owner_token), 404, "not_found")
        refused(ben.send("PUT", ana.log_url, None), 401, "token_required")
    assert [who.make_log().status_code for who in (ana, ben)] == [201, 201]
    assert ana.make_log().status_code == 429


def test_nobody_begins_incarnations_faster_than_the_others_heal(generous: FlaskClient) -> None:
    ana = new_owner(generous)
    ben, mallory = join(ana, "editor"), newcomer(generous)
    for _ in range(20):
        refused(begin(ana, mallory.phone.token, ana.incarnation), 404, "not_found")
    begun = 0
    while (answer := begin(ben, ben.phone.token, ana.incarnation)).status_code == 200:
        ana.incarnation, begun = json_of(answer)["incarnation"], begun + 1
    refused(answer, 429, "rate_limited")
    assert 0 < int(answer.headers["Retry-After"]) <= 61
    assert 1 <= begun <= 4
    ana.write(b"while Ben may begin no other")


def begin(person: Person, token: bytes, incarnation: str) -> TestResponse:
    body = {"incarnation": incarnation, "head_seq": 0}
    return person.send("POST", f"{person.log_url}/incarnations", token, body)


def test_the_app_itself_is_not_counted(hurried: FlaskClient) -> None:
    assert [hurried.get("/manifest.json").status_code for _ in range(6)] == [200] * 6
