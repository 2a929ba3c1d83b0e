"""POST /logs/{log}/incarnations"""

import os

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.api.people import Person, json_of, refused


def ask(person: Person, incarnation: str, head_seq: object, token: bytes | None = None) -> TestResponse:
    body = {"incarnation": incarnation, "head_seq": head_seq}
    return person.send("POST", f"{person.log_url}/incarnations", token or person.phone.token, body)


def test_a_device_that_saw_a_loss_starts_a_new_incarnation(ana: Person, ben: Person) -> None:
    written = ana.write(b"one")
    answer = json_of(ask(ben, ana.incarnation, 1))
    assert answer["incarnation"] != ana.incarnation
    assert answer["head"]["seq"] == 1
    assert json_of(ana.pull())["incarnation"] == answer["incarnation"]
    assert ana.pulled() == written


def test_asking_again_tells_that_it_was_done(ana: Person) -> None:
    fresh = json_of(ask(ana, ana.incarnation, 0))["incarnation"]
    assert refused(ask(ana, ana.incarnation, 0), 409, "wrong_incarnation") == {"incarnation": fresh}


def test_a_head_that_moved_in_the_meantime_is_said(ana: Person) -> None:
    ana.write(b"one")
    refused(ask(ana, ana.incarnation, 0), 409, "head_moved")
    assert json_of(ana.pull())["incarnation"] == ana.incarnation


def test_a_reader_starts_no_incarnation(cleo: Person) -> None:
    assert cleo.pull().status_code == 200
    refused(ask(cleo, cleo.incarnation, 0), 403, "read_only")


def test_a_stranger_starts_no_incarnation(ana: Person, mallory: Person) -> None:
    refused(ask(ana, ana.incarnation, 0, token=mallory.phone.token), 404, "not_found")
    refused(ask(ana, ana.incarnation, 0, token=os.urandom(32)), 404, "not_found")


def test_without_a_token_no_incarnation_starts(ana: Person, client: FlaskClient) -> None:
    answer = client.post(f"{ana.log_url}/incarnations", json={"incarnation": ana.incarnation, "head_seq": 0})
    refused(answer, 401, "token_required")


@pytest.mark.parametrize("head_seq", [-1, "0", 1.5, None, 2**63])
def test_a_head_of_the_wrong_type_is_refused(ana: Person, head_seq: object) -> None:
    assert list(refused(ask(ana, ana.incarnation, head_seq), 422, "invalid_request")) == ["head_seq"]
