"""PUT, GET and DELETE of /slots/{slot}"""

from __future__ import annotations

import base64
import os
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from backend.extensions import db
from backend.slots.models import Slot
from tests.api.people import Person, join, json_of, new_owner, refused
from tests.protocol.recovery import RecoveryCode


@dataclass
class Sheet:
    """A person's recovery code, and their phone that keeps its slot."""

    by: Person
    code: RecoveryCode = field(default_factory=lambda: RecoveryCode(os.urandom(16)))

    @property
    def url(self) -> str:
        return f"/api/v1/slots/{self.code.slot.hex()}"

    def body(self, version: int, content: bytes = b'{"v":1}', **changes: Any) -> dict[str, Any]:
        return {
            "log": self.by.phone.log.hex(),
            "bearer": self.code.bearer.hex(),
            "sealed": base64.b64encode(self.code.seal(version, os.urandom(12), content)).decode(),
            "version": version,
            "replaces": version - 1,
            **changes,
        }

    def put(self, version: int = 1, token: bytes | None = None, **changes: Any) -> TestResponse:
        return self.by.send("PUT", self.url, token or self.by.phone.token, self.body(version, **changes))

    def get(self, bearer: bytes | None = None) -> TestResponse:
        return self.by.send("GET", self.url, bearer or self.code.bearer)

    def delete(self, bearer: bytes | None = None) -> TestResponse:
        return self.by.send("DELETE", self.url, bearer or self.code.bearer)

    def opened(self) -> bytes:
        """What the code opens now; the server must answer with it."""
        slot = json_of(self.get())
        return self.code.open(slot["version"], base64.b64decode(slot["sealed"]))


@pytest.fixture
def sheet(ana: Person) -> Sheet:
    sheet = Sheet(ana)
    answer = sheet.put()
    assert (answer.status_code, json_of(answer)) == (201, {"version": 1})
    return sheet


def test_the_code_opens_what_was_sealed_also_years_later(sheet: Sheet) -> None:
    assert sheet.opened() == b'{"v":1}'
    with time_machine.travel(timedelta(days=3650), tick=False):
        assert sheet.opened() == b'{"v":1}'


def test_the_server_stores_a_hash_of_the_bearer_only(sheet: Sheet, app: Flask) -> None:
    with app.app_context():
        stored = db.session.get(Slot, sheet.code.slot)
        assert stored is not None
        assert sheet.code.bearer not in (stored.bearer_hash, stored.sealed, stored.id)
        db.session.remove()


def test_a_slot_is_replaced_by_whoever_saw_what_is_there(sheet: Sheet) -> None:
    assert json_of(sheet.put(2, content=b"newer")) == {"version": 2}
    assert sheet.opened() == b"newer"
    assert refused(sheet.put(2, content=b"late"), 409, "slot_changed") == {"version": 2}
    assert refused(sheet.put(9, content=b"wild", replaces=7), 409, "slot_changed") == {"version": 2}
    assert sheet.opened() == b"newer"


def test_a_retry_is_free(sheet: Sheet) -> None:
    body = sheet.body(2)
    answers = [sheet.by.send("PUT", sheet.url, sheet.by.phone.token, body) for _ in range(2)]
    assert [(answer.status_code, json_of(answer)) for answer in answers] == [(200, {"version": 2})] * 2


def test_a_lost_slot_is_put_back_under_a_version_that_goes_on(ana: Person) -> None:
    sheet = Sheet(ana)
    assert sheet.put(7, replaces=6).status_code == 201
    assert json_of(sheet.get())["version"] == 7


def test_a_deleted_slot_is_as_if_it_had_never_been(sheet: Sheet) -> None:
    assert sheet.delete().status_code == 204
    gone, never = sheet.get(), Sheet(sheet.by).get()
    refused(gone, 404, "not_found")
    assert gone.data == never.data
    refused(sheet.delete(), 404, "not_found")


def test_without_the_code_nobody_reads_changes_or_deletes(sheet: Sheet, mallory: Person, client: FlaskClient) -> None:
    unknown = Sheet(mallory)
    for bearer in (os.urandom(32), mallory.phone.token, sheet.by.phone.token, sheet.by.owner_token):
        assert sheet.get(bearer).data == unknown.get(bearer).data
        refused(sheet.get(bearer), 404, "not_found")
        refused(sheet.delete(bearer), 404, "not_found")
    theirs = {"log": mallory.phone.log.hex(), "bearer": os.urandom(32).hex()}
    refused(sheet.put(2, mallory.phone.token, **theirs), 404, "not_found")
    for method in ("PUT", "GET", "DELETE"):
        refused(client.open(sheet.url, method=method, json=sheet.body(2)), 401, "token_required")
    assert sheet.opened() == b'{"v":1}'


def test_only_an_owner_of_a_log_leaves_a_slot(ana: Person, ben: Person, cleo: Person) -> None:
    for companion in (ben, cleo):
        refused(Sheet(companion).put(), 404, "not_found")
    refused(Sheet(ana).put(token=os.urandom(32)), 404, "not_found")
    refused(Sheet(ana).put(token=ana.owner_token), 404, "not_found")


def test_any_own_phone_replaces_the_slot_that_another_made(sheet: Sheet) -> None:
    tablet = Sheet(join(sheet.by, "owner"), sheet.code)
    assert tablet.put(2, content=b"from the tablet").status_code == 200
    assert sheet.opened() == b"from the tablet"


def test_a_slot_moves_with_its_keyring_to_another_log(sheet: Sheet, client: FlaskClient) -> None:
    moved = Sheet(new_owner(client), sheet.code)
    assert moved.put(2, content=b"moved").status_code == 200
    assert sheet.opened() == b"moved"


def test_a_sealed_slot_has_a_largest_size(ana: Person) -> None:
    sealed = base64.b64encode(bytes(1025)).decode()
    assert refused(Sheet(ana).put(sealed=sealed), 413, "too_large") == {"most": 1024}


@pytest.mark.parametrize(
    ("field_name", "value"),
    [
        ("log", "zz"),
        ("bearer", "ab"),
        ("sealed", "AAAA"),
        ("version", 0),
        ("version", "2"),
        ("replaces", -1),
        ("surprise", 1),
    ],
)
def test_fields_of_the_wrong_type_are_named(ana: Person, field_name: str, value: object) -> None:
    sheet = Sheet(ana)
    answer = ana.send("PUT", sheet.url, ana.phone.token, {**sheet.body(1), field_name: value})
    assert list(refused(answer, 422, "invalid_request")) == [field_name]
