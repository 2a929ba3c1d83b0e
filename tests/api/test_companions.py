"""Invites that let a device in: a companion's, with the role that the owner chose."""

from __future__ import annotations

import base64
import hashlib
import os
from dataclasses import dataclass
from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from werkzeug.test import TestResponse

from tests.api.people import Person, json_of, refused
from tests.api.test_invites import Invitation
from tests.protocol.phone import Phone


@dataclass
class Opening:
    """An invite with a role on ana's log, and the phone that comes with its code."""

    invitation: Invitation
    ben: Person

    @property
    def ana(self) -> Person:
        return self.invitation.by

    def enter(self, phone: Phone | None = None, claimant: bytes | None = None) -> TestResponse:
        phone = phone or self.ben.phone
        body = {
            "claimant": (claimant or self.invitation.claimant).hex(),
            "device": phone.id.hex(),
            "token_hash": hashlib.sha256(phone.token).hexdigest(),
        }
        return self.ben.send("POST", f"{self.invitation.url}/claim", self.invitation.code.claim_token, body)


def opening(ana: Person, role: str) -> Opening:
    invitation = Invitation(ana)
    assert invitation.put(role=role).status_code == 201
    phone = Phone(ana.phone.log, ana.phone.case_key)
    return Opening(invitation, Person(ana.client, phone, os.urandom(32), ana.incarnation))


@pytest.fixture
def door(ana: Person) -> Opening:
    return opening(ana, "editor")


def grants_of(owner: Person) -> dict[str, dict[str, str]]:
    listed = json_of(owner.send("GET", f"{owner.log_url}/grants", owner.owner_token))["grants"]
    return {grant["device"]: grant for grant in listed}


def test_d3_a_claim_with_a_device_gives_the_sealed_invite_and_a_grant(door: Opening) -> None:
    refused(door.ben.pull(), 404, "not_found")
    assert door.invitation.code.open(sealed_in(door.enter())) == b'{"v":1}'
    door.ben.write(b"What did he say about the scan?")
    assert len(door.ana.pulled()) == 1
    grant = grants_of(door.ana)[door.ben.phone.id.hex()]
    assert (grant["role"], grant["token_hash"]) == ("editor", hashlib.sha256(door.ben.phone.token).hexdigest())


def test_d3_the_inviter_sees_which_device_came_in(door: Opening) -> None:
    assert json_of(door.invitation.look())["device"] is None
    door.enter()
    seen = json_of(door.invitation.look())
    assert (seen["status"], seen["device"]) == ("claimed", door.ben.phone.id.hex())


def test_d3_the_code_may_be_opened_first_and_the_device_named_later(door: Opening) -> None:
    assert door.invitation.claim().status_code == 200
    refused(door.ben.pull(), 404, "not_found")
    assert json_of(door.invitation.look())["device"] is None
    assert door.enter().status_code == 200
    assert door.ben.pull().status_code == 200


def test_d3_the_same_device_may_ask_again_and_no_other_one(door: Opening) -> None:
    assert json_of(door.enter()) == json_of(door.enter())
    other = Phone(door.ana.phone.log, door.ana.phone.case_key)
    refused(door.enter(other), 410, "invite_used")
    refused(door.enter(claimant=os.urandom(16)), 410, "invite_used")
    assert other.id.hex() not in grants_of(door.ana)


def test_d3_asking_again_does_not_bring_back_a_grant_that_was_taken_back(door: Opening) -> None:
    door.enter()
    assert door.ana.revoke(door.ben.phone).status_code == 204
    assert door.enter().status_code == 200
    refused(door.ben.pull(), 404, "not_found")
    refused(door.ben.push(door.ben.phone.seal()), 404, "not_found")


def test_d3_a_reader_reads_and_does_not_write(ana: Person) -> None:
    door = opening(ana, "reader")
    door.enter()
    ana.write(b"A note")
    assert len(door.ben.pulled()) == 1
    refused(door.ben.push(door.ben.phone.seal()), 403, "read_only")


def test_d3_an_invite_lets_nobody_take_the_place_of_a_device_that_is_in(door: Opening) -> None:
    taken = Phone(door.ana.phone.log, door.ana.phone.case_key, seed=door.ana.phone.seed)
    details = refused(door.enter(taken), 422, "invalid_request")
    assert list(details) == ["device"]
    assert grants_of(door.ana)[door.ana.phone.id.hex()]["role"] == "owner"
    same_token = Phone(door.ana.phone.log, door.ana.phone.case_key, token=door.ana.phone.token)
    assert list(refused(door.enter(same_token), 422, "invalid_request")) == ["token_hash"]
    assert door.enter().status_code == 200


def test_d3_an_invite_without_a_role_lets_nobody_in(ana: Person) -> None:
    invitation = Invitation(ana)
    invitation.put()
    ben = Person(ana.client, Phone(ana.phone.log, ana.phone.case_key), os.urandom(32), ana.incarnation)
    assert list(refused(Opening(invitation, ben).enter(), 422, "invalid_request")) == ["device"]
    refused(ben.pull(), 404, "not_found")
    assert invitation.claim().status_code == 200


def test_d3_an_invite_lets_nobody_in_after_its_end(door: Opening) -> None:
    with time_machine.travel(timedelta(minutes=16), tick=False):
        refused(door.enter(), 410, "invite_expired")
    assert door.ben.phone.id.hex() not in grants_of(door.ana)


def test_d3_the_inviter_must_still_be_an_owner(door: Opening) -> None:
    door.ana.give(door.ana.phone, "editor")
    refused(door.enter(), 404, "not_found")
    door.ana.revoke(door.ana.phone)
    refused(door.enter(), 404, "not_found")
    assert grants_of(door.ana) == {}
    door.ana.give(door.ana.phone, "owner")
    assert door.enter().status_code == 200


def test_d3_nobody_comes_in_without_the_claim_token(door: Opening, mallory: Person) -> None:
    url = f"{door.invitation.url}/claim"
    body = {"claimant": "ab" * 16, "device": mallory.phone.id.hex(), "token_hash": "cd" * 32}
    refused(door.ana.send("POST", url, None, body), 401, "token_required")
    for token in (os.urandom(32), mallory.phone.token, mallory.owner_token):
        refused(door.ana.send("POST", url, token, body), 404, "not_found")
    refused(door.ana.send("POST", f"/api/v1/invites/{'ef' * 16}/claim", os.urandom(32), body), 404, "not_found")
    assert list(grants_of(door.ana)) == [door.ana.phone.id.hex()]
    assert door.enter().status_code == 200


def test_d3_a_full_log_lets_nobody_in_until_someone_leaves(
    app: Flask, door: Opening, cleo: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(app.config, "MAX_GRANTS", 2)
    assert refused(door.enter(), 413, "too_many") == {"most": 2}
    door.ana.revoke(cleo.phone)
    assert door.enter().status_code == 200


def test_d3_only_an_owner_lets_others_in(ben: Person, cleo: Person) -> None:
    for person in (ben, cleo):
        refused(Invitation(person).put(role="editor"), 404, "not_found")


@pytest.mark.parametrize("role", ["owner", "boss", "", 1, None])
def test_d3_no_invite_makes_an_owner(ana: Person, role: object) -> None:
    assert list(refused(Invitation(ana).put(role=role), 422, "invalid_request")) == ["role"]


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"device": None}, "device"),
        ({"device": "ab"}, "device"),
        ({"token_hash": 7}, "token_hash"),
        ({"token_hash": "AB" * 32}, "token_hash"),
        ({"role": "owner"}, "role"),
        ({"claimant": ""}, "claimant"),
    ],
)
def test_d3_fields_of_the_wrong_type_are_named(door: Opening, changes: dict[str, object], named: str) -> None:
    body = {"claimant": "ab" * 16, "device": door.ben.phone.id.hex(), "token_hash": "cd" * 32} | changes
    answer = door.ben.send("POST", f"{door.invitation.url}/claim", door.invitation.code.claim_token, body)
    assert list(refused(answer, 422, "invalid_request")) == [named]
    assert json_of(door.invitation.look())["status"] == "open"


@pytest.mark.parametrize(("given", "missing"), [("device", "token_hash"), ("token_hash", "device")])
def test_d3_a_device_comes_with_the_hash_of_its_token(door: Opening, given: str, missing: str) -> None:
    body = {"claimant": "ab" * 16, given: "cd" * 32}
    answer = door.ben.send("POST", f"{door.invitation.url}/claim", door.invitation.code.claim_token, body)
    assert list(refused(answer, 422, "invalid_request")) == [missing]


def test_d3_putting_an_open_invite_again_may_change_its_role(door: Opening) -> None:
    assert door.invitation.put(role="reader").status_code == 200
    door.enter()
    assert grants_of(door.ana)[door.ben.phone.id.hex()]["role"] == "reader"


def sealed_in(response: TestResponse) -> bytes:
    return base64.b64decode(json_of(response)["sealed"])
