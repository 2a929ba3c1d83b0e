"""PUT, GET and DELETE of /invites/{invite}, and POST /invites/{invite}/claim"""

from __future__ import annotations

import base64
import hashlib
import os
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.api.people import Person, json_of, refused
from tests.protocol.pairing import Invite

SIXTEEN_MINUTES = timedelta(minutes=16)


@dataclass
class Invitation:
    """An invite that a person leaves on the server, and a claimant's side of it."""

    by: Person
    code: Invite = field(default_factory=lambda: Invite(os.urandom(16)))
    claimant: bytes = field(default_factory=lambda: os.urandom(16))

    @property
    def url(self) -> str:
        return f"/api/v1/invites/{self.code.id.hex()}"

    def body(self, **changes: Any) -> dict[str, Any]:
        return {
            "log": self.by.phone.log.hex(),
            "claim_hash": hashlib.sha256(self.code.claim_token).hexdigest(),
            "sealed": base64.b64encode(self.code.seal(os.urandom(12), b'{"v":1}')).decode(),
            "expires_in": 900,
            **changes,
        }

    def put(self, token: bytes | None = None, **changes: Any) -> TestResponse:
        return self.by.send("PUT", self.url, token or self.by.phone.token, self.body(**changes))

    def look(self, token: bytes | None = None) -> TestResponse:
        return self.by.send("GET", self.url, token or self.by.phone.token)

    def claim(self, claimant: bytes | None = None, token: bytes | None = None) -> TestResponse:
        body = {"claimant": (claimant or self.claimant).hex()}
        return self.by.send("POST", f"{self.url}/claim", token or self.code.claim_token, body)


@pytest.fixture
def invite(ana: Person) -> Invitation:
    invitation = Invitation(ana)
    assert invitation.put().status_code == 201
    return invitation


def test_a_claim_gives_what_was_sealed_and_the_inviter_sees_it(invite: Invitation) -> None:
    assert json_of(invite.look())["status"] == "open"
    sealed = base64.b64decode(json_of(invite.claim())["sealed"])
    assert invite.code.open(sealed) == b'{"v":1}'
    assert json_of(invite.look())["status"] == "claimed"


def test_the_same_claimant_may_ask_again_and_nobody_else(invite: Invitation) -> None:
    assert json_of(invite.claim()) == json_of(invite.claim())
    refused(invite.claim(os.urandom(16)), 410, "invite_used")


def test_putting_again_replaces_an_open_invite(invite: Invitation) -> None:
    other = base64.b64encode(invite.code.seal(os.urandom(12), b"newer")).decode()
    assert invite.put(sealed=other).status_code == 200
    assert json_of(invite.claim())["sealed"] == other


def test_putting_again_does_not_open_a_used_invite(invite: Invitation) -> None:
    invite.claim()
    assert json_of(invite.put())["status"] == "claimed"
    refused(invite.claim(os.urandom(16)), 410, "invite_used")


def test_an_invite_ends_and_says_so(invite: Invitation) -> None:
    with time_machine.travel(SIXTEEN_MINUTES, tick=False):
        assert json_of(invite.look())["status"] == "expired"
        refused(invite.claim(), 410, "invite_expired")


def test_no_invite_lasts_longer_than_a_quarter_of_an_hour_or_a_day_if_it_lets_a_device_in(ana: Person) -> None:
    lets_in: dict[str, Any] = {"role": "editor"}
    for role, longest in ({}, SIXTEEN_MINUTES), (lets_in, timedelta(days=1, minutes=1)):
        invitation = Invitation(ana)
        assert invitation.put(expires_in=10_000_000, **role).status_code == 201
        with time_machine.travel(longest - timedelta(minutes=2), tick=False):
            assert json_of(invitation.look())["status"] == "open"
        with time_machine.travel(longest, tick=False):
            refused(invitation.claim(), 410, "invite_expired")


def test_an_invite_that_was_taken_back_is_gone(invite: Invitation) -> None:
    assert invite.by.send("DELETE", invite.url, invite.by.phone.token).status_code == 204
    refused(invite.claim(), 404, "not_found")
    refused(invite.look(), 404, "not_found")


def test_an_invite_that_somebody_has_used_is_not_taken_back(invite: Invitation) -> None:
    invite.claim()
    refused(invite.by.send("DELETE", invite.url, invite.by.phone.token), 410, "invite_used")
    assert json_of(invite.look())["status"] == "claimed"


def test_a_wrong_claim_token_and_an_unknown_invite_get_the_same_answer(invite: Invitation) -> None:
    wrong, unknown = invite.claim(token=os.urandom(32)), Invitation(invite.by).claim()
    refused(wrong, 404, "not_found")
    assert wrong.data == unknown.data
    assert invite.claim().status_code == 200


def test_only_an_owner_invites(ben: Person, cleo: Person) -> None:
    refused(Invitation(ben).put(), 404, "not_found")
    refused(Invitation(cleo).put(), 404, "not_found")


def test_only_the_device_that_invited_sees_changes_and_takes_back(
    invite: Invitation, ben: Person, mallory: Person
) -> None:
    for token in (ben.phone.token, mallory.phone.token, os.urandom(32)):
        refused(invite.look(token), 404, "not_found")
        refused(invite.by.send("DELETE", invite.url, token), 404, "not_found")
    refused(invite.put(mallory.phone.token, log=mallory.phone.log.hex()), 404, "not_found")
    assert invite.claim().status_code == 200


def test_without_a_token_no_invite_is_touched(invite: Invitation, client: FlaskClient) -> None:
    refused(client.put(invite.url, json=invite.body()), 401, "token_required")
    refused(client.get(invite.url), 401, "token_required")
    refused(client.delete(invite.url), 401, "token_required")
    refused(client.post(f"{invite.url}/claim", json={"claimant": "ab" * 16}), 401, "token_required")


def test_a_sealed_invite_has_a_largest_size(ana: Person) -> None:
    refused(Invitation(ana).put(sealed=base64.b64encode(bytes(4097)).decode()), 413, "too_large")


@pytest.mark.parametrize(
    ("field_name", "value"),
    [
        ("log", "zz"),
        ("claim_hash", "ab"),
        ("sealed", "AAAA"),
        ("sealed", "?"),
        ("expires_in", 0),
        ("expires_in", "60"),
        ("surprise", 1),
    ],
)
def test_fields_of_the_wrong_type_are_named(ana: Person, field_name: str, value: object) -> None:
    assert list(refused(Invitation(ana).put(None, **{field_name: value}), 422, "invalid_request")) == [field_name]


def test_a_claimant_of_the_wrong_type_is_named(invite: Invitation) -> None:
    answer = invite.by.send("POST", f"{invite.url}/claim", invite.code.claim_token, {"claimant": "short"})
    assert list(refused(answer, 422, "invalid_request")) == ["claimant"]


def sealed_text(text: bytes) -> str:
    return base64.b64encode(text.ljust(28, b"-")).decode()


def reply_to(invite: Invitation, text: bytes, claimant: bytes | None = None) -> TestResponse:
    body = {"claimant": (claimant or invite.claimant).hex(), "reply": sealed_text(text)}
    return invite.by.send("POST", f"{invite.url}/claim", invite.code.claim_token, body)


def hand_over(invite: Invitation, text: bytes, token: bytes | None = None) -> TestResponse:
    body = {"sealed": sealed_text(text)}
    return invite.by.send("PUT", f"{invite.url}/handover", token or invite.by.phone.token, body)


def test_the_inviter_reads_the_reply_and_the_claimant_alone_gets_what_is_handed_over(invite: Invitation) -> None:
    assert json_of(invite.look())["reply"] is None
    assert json_of(reply_to(invite, b"my phone"))["handover"] is None
    assert json_of(invite.look())["reply"] == sealed_text(b"my phone")
    assert json_of(hand_over(invite, b"the keyring"))["status"] == "claimed"
    assert json_of(reply_to(invite, b"my phone"))["handover"] == sealed_text(b"the keyring")
    refused(reply_to(invite, b"mallory's", os.urandom(16)), 410, "invite_used")


def test_a_reply_cannot_be_chosen_after_the_invite_was_seen(invite: Invitation) -> None:
    reply_to(invite, b"first")
    assert reply_to(invite, b"second").status_code == 200
    assert json_of(invite.look())["reply"] == sealed_text(b"first")
    silent = Invitation(invite.by)
    silent.put()
    silent.claim()
    assert reply_to(silent, b"late").status_code == 200
    assert json_of(silent.look())["reply"] is None


def test_nothing_is_handed_over_before_somebody_claimed_nor_by_anyone_else(invite: Invitation, mallory: Person) -> None:
    refused(hand_over(invite, b"too early"), 404, "not_found")
    reply_to(invite, b"my phone")
    refused(hand_over(invite, b"mine", mallory.phone.token), 404, "not_found")
    assert json_of(invite.claim())["handover"] is None


def test_who_said_yes_at_the_last_minute_leaves_time_to_fetch_it_and_nobody_hands_over_after_the_end(
    invite: Invitation,
) -> None:
    reply_to(invite, b"my phone")
    with time_machine.travel(timedelta(minutes=14), tick=False):
        hand_over(invite, b"the keyring")
    with time_machine.travel(SIXTEEN_MINUTES, tick=False):
        assert json_of(invite.claim())["handover"] == sealed_text(b"the keyring")
    with time_machine.travel(timedelta(minutes=60), tick=False):
        refused(hand_over(invite, b"late"), 410, "invite_expired")


def test_a_reply_and_a_handover_have_a_largest_size(invite: Invitation) -> None:
    refused(reply_to(invite, bytes(4097)), 413, "too_large")
    reply_to(invite, b"my phone")
    refused(hand_over(invite, bytes(4097)), 413, "too_large")
