"""PUT, GET and DELETE of /logs/{log}/grants"""

import hashlib
import os

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.api.people import Person, join, json_of, refused
from tests.protocol.phone import Phone


def listed(person: Person, token: bytes | None = None) -> TestResponse:
    return person.send("GET", f"{person.log_url}/grants", token or person.owner_token)


def test_a_grant_lets_a_device_in_and_is_listed_with_all_it_takes_to_give_it_again(ana: Person) -> None:
    phone = Phone(ana.phone.log, ana.phone.case_key)
    response = ana.give(phone, "editor")
    assert response.status_code == 201
    grant = json_of(response)
    assert (grant["device"], grant["role"]) == (phone.id.hex(), "editor")
    assert grant["created_at"].endswith("Z")
    assert grant in json_of(listed(ana))["grants"]
    assert len(json_of(listed(ana))["grants"]) == 2
    assert grant["token_hash"] == hashlib.sha256(phone.token).hexdigest()
    assert phone.token.hex() not in listed(ana).text


def test_giving_again_changes_the_role_and_the_token(ana: Person, ben: Person) -> None:
    old_token, ben.phone.token = ben.phone.token, os.urandom(32)
    assert ana.give(ben.phone, "reader").status_code == 200
    refused(ben.push(ben.phone.seal()), 403, "read_only")
    refused(ben.send("GET", f"{ben.log_url}/entries", old_token), 404, "not_found")


def test_two_devices_may_not_share_a_token(ana: Person, ben: Person) -> None:
    other = Phone(ana.phone.log, ana.phone.case_key, token=ben.phone.token)
    assert list(refused(ana.give(other, "editor"), 422, "invalid_request")) == ["token_hash"]


def test_a_log_has_only_so_many_devices(app: Flask, ana: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(app.config, "MAX_GRANTS", 2)
    ben = join(ana, "editor")
    refused(ana.give(Phone(ana.phone.log, ana.phone.case_key), "editor"), 413, "too_many")
    assert ana.give(ben.phone, "reader").status_code == 200


def test_taking_back_works_and_repeats(ana: Person, ben: Person) -> None:
    assert ben.pull().status_code == 200
    assert [ana.revoke(ben.phone).status_code for _ in range(2)] == [204, 204]
    refused(ben.pull(), 404, "not_found")
    assert [grant["device"] for grant in json_of(listed(ana))["grants"]] == [ana.phone.id.hex()]


def test_only_the_owner_token_opens_grants(ana: Person, ben: Person, mallory: Person) -> None:
    body = {"role": "owner", "token_hash": "ab" * 32}
    assert listed(ana).status_code == 200
    for token in (ben.phone.token, ana.phone.token, mallory.owner_token, os.urandom(32)):
        refused(listed(ana, token), 404, "not_found")
        refused(ana.send("PUT", ben.grant_url, token, body), 404, "not_found")
        refused(ana.send("DELETE", ben.grant_url, token), 404, "not_found")
    assert ben.push(ben.phone.seal()).status_code == 200


def test_without_a_token_no_grant_is_touched(ana: Person, ben: Person, client: FlaskClient) -> None:
    refused(client.get(f"{ana.log_url}/grants"), 401, "token_required")
    refused(client.put(ben.grant_url, json={"role": "owner", "token_hash": "ab" * 32}), 401, "token_required")
    refused(client.delete(ben.grant_url), 401, "token_required")


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"role": "boss", "token_hash": "ab" * 32}, "role"),
        ({"role": 1, "token_hash": "ab" * 32}, "role"),
        ({"role": "editor", "token_hash": "ab"}, "token_hash"),
        ({"role": "editor"}, "token_hash"),
        ({"role": "editor", "token_hash": "ab" * 32, "log_id": "00"}, "log_id"),
    ],
)
def test_fields_of_the_wrong_type_are_named(ana: Person, ben: Person, body: dict[str, object], field: str) -> None:
    answer = ana.send("PUT", ben.grant_url, ana.owner_token, body)
    assert list(refused(answer, 422, "invalid_request")) == [field]
