"""People whose phones speak HTTP to the relay, and checks of its answers."""

from __future__ import annotations

import base64
import hashlib
import os
from dataclasses import dataclass
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.protocol.envelope import log_id
from tests.protocol.phone import Phone

API = "/api/v1"


@dataclass
class Person:
    """Someone with a phone on a log. Every call returns the plain response."""

    client: FlaskClient
    phone: Phone
    owner_token: bytes
    incarnation: str = ""

    @property
    def log_url(self) -> str:
        return f"{API}/logs/{self.phone.log.hex()}"

    @property
    def grant_url(self) -> str:
        return f"{self.log_url}/grants/{self.phone.id.hex()}"

    def send(self, method: str, url: str, token: bytes | None, body: Any = None) -> TestResponse:
        headers = {"Authorization": f"Bearer {token.hex()}"} if token else {}
        return self.client.open(url, method=method, headers=headers, json=body)

    def make_log(self) -> TestResponse:
        response = self.send("PUT", self.log_url, self.owner_token)
        self.incarnation = response.json["incarnation"] if response.json and response.status_code < 300 else ""
        return response

    def give(self, other: Phone, role: str) -> TestResponse:
        body = {"role": role, "token_hash": hashlib.sha256(other.token).hexdigest()}
        return self.send("PUT", f"{self.log_url}/grants/{other.id.hex()}", self.owner_token, body)

    def revoke(self, other: Phone) -> TestResponse:
        return self.send("DELETE", f"{self.log_url}/grants/{other.id.hex()}", self.owner_token)

    def push(self, *envelopes: bytes, incarnation: str | None = None) -> TestResponse:
        return self.send(
            "POST", f"{self.log_url}/entries", self.phone.token, self.push_body(*envelopes, incarnation=incarnation)
        )

    def push_body(self, *envelopes: bytes, incarnation: str | None = None) -> dict[str, Any]:
        sealed = [base64.b64encode(envelope).decode() for envelope in envelopes]
        return {"incarnation": incarnation or self.incarnation, "envelopes": sealed}

    def write(self, *notes: bytes) -> list[bytes]:
        """Seals and pushes notes, which must be accepted; returns the envelopes."""
        envelopes = [self.phone.seal(note) for note in notes]
        assert self.push(*envelopes).status_code == 200
        return envelopes

    def pull(self, **query: int) -> TestResponse:
        asked = "&".join(f"{name}={value}" for name, value in query.items())
        return self.send("GET", f"{self.log_url}/entries?{asked}", self.phone.token)

    def pulled(self, **query: int) -> list[bytes]:
        """The envelopes of one page; the server must answer with one."""
        response = self.pull(**query)
        assert response.status_code == 200, response.json
        return [base64.b64decode(entry["envelope"]) for entry in json_of(response)["entries"]]


def join(owner: Person, role: str) -> Person:
    """A new person on the owner's log, with their own phone."""
    phone = Phone(owner.phone.log, owner.phone.case_key)
    assert owner.give(phone, role).status_code == 201
    return Person(owner.client, phone, os.urandom(32), owner.incarnation)


def newcomer(client: FlaskClient) -> Person:
    """Someone whose log is not on the server yet."""
    owner_token = os.urandom(32)
    return Person(client, Phone(log_id(owner_token), os.urandom(32)), owner_token)


def new_owner(client: FlaskClient) -> Person:
    """Someone with a new log on the server and an owner's grant for their phone."""
    owner = newcomer(client)
    assert owner.make_log().status_code == 201
    assert owner.give(owner.phone, "owner").status_code == 201
    return owner


def json_of(response: TestResponse) -> dict[str, Any]:
    assert isinstance(response.json, dict)
    return response.json


def refused(response: TestResponse, status: int, code: str) -> dict[str, Any]:
    """The details of an error, which must be the expected one and have the one error shape."""
    body = json_of(response)
    assert (response.status_code, body.get("code")) == (status, code), body
    assert isinstance(body["message"], str)
    assert set(body) <= {"code", "message", "details"}
    details = body.get("details", {})
    assert isinstance(details, dict)
    return details
