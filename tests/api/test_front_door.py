"""What a stranger's bytes cost before the server knows who sent them, and what a known device's bytes cost at most.

Costs are counted (calls, bytes held, elements), never timed.
"""

from __future__ import annotations

import io
import json
import sys
import tracemalloc
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.api.people import Person, json_of, refused

FULL_BODY = 2 * 1024 * 1024
MOST_BYTES_HELD = 20_000_000
MOST_CALLS = 50_000  # an honest push of 500 envelopes makes about 36,000


class Watched(io.BytesIO):
    """A body that remembers whether it was read."""

    was_read = False

    def read(self, size: int | None = -1, /) -> bytes:
        self.was_read = True
        return super().read(size)

    def readinto(self, buffer: Any, /) -> int:
        self.was_read = True
        return super().readinto(buffer)


def send(client: FlaskClient, method: str, url: str, token: bytes | None, body: bytes) -> tuple[TestResponse, Watched]:
    watched = Watched(body)
    headers = {"Authorization": f"Bearer {token.hex()}"} if token else {}
    answer = client.open(
        url,
        method=method,
        input_stream=watched,
        content_length=len(body),
        content_type="application/json",
        headers=headers,
    )
    return answer, watched


def calls_with_a_body(person: Person) -> dict[str, tuple[str, str, bytes]]:
    """By name: method, address and the token that gives access."""
    return {
        "push": ("POST", f"{person.log_url}/entries", person.phone.token),
        "putting back": ("PUT", f"{person.log_url}/entries", person.phone.token),
        "incarnation": ("POST", f"{person.log_url}/incarnations", person.phone.token),
        "grant": ("PUT", f"{person.log_url}/grants/{'ab' * 32}", person.owner_token),
    }


@pytest.mark.parametrize("call", ["push", "putting back", "incarnation", "grant"])
def test_the_body_of_a_stranger_is_not_read(ana: Person, mallory: Person, call: str) -> None:
    method, url, token = calls_with_a_body(ana)[call]
    _answer, watched = send(ana.client, method, url, token, b"{")
    assert watched.was_read
    for wrong, status, code in ((mallory.phone.token, 404, "not_found"), (None, 401, "token_required")):
        answer, watched = send(ana.client, method, url, wrong, b"{")
        refused(answer, status, code)
        assert not watched.was_read


def test_the_body_of_a_claim_without_the_code_is_not_read(client: FlaskClient) -> None:
    answer, watched = send(client, "POST", f"/api/v1/invites/{'ab' * 16}/claim", bytes(32), b"{")
    refused(answer, 404, "not_found")
    assert not watched.was_read


def test_only_what_carries_envelopes_may_be_long(ana: Person) -> None:
    long = b" " * 20_000
    for method, url, token in list(calls_with_a_body(ana).values())[2:]:
        refused(send(ana.client, method, url, token, long)[0], 413, "too_large")
    invite = f"/api/v1/invites/{'ab' * 16}"
    refused(send(ana.client, "PUT", invite, ana.phone.token, long)[0], 413, "too_large")
    for method in ("POST", "PUT"):
        refused(send(ana.client, method, f"{ana.log_url}/entries", ana.phone.token, long)[0], 400, "malformed_json")


def many(element: str) -> Callable[[str], str]:
    """A body filled with one element repeated."""
    return lambda incarnation: _envelopes(incarnation, ",".join([element] * ((FULL_BODY - 100) // (len(element) + 1))))


def _envelopes(incarnation: str, elements: str) -> str:
    return f'{{"incarnation":"{incarnation}","envelopes":[{elements}]}}'


HOSTILE = {
    "numbers": (many("0"), 413, "too_many"),
    "empty lists": (many("[]"), 413, "too_many"),
    "empty objects": (many("{}"), 413, "too_many"),
    "short texts": (many('"A"'), 413, "too_many"),
    "unknown fields": (
        lambda _incarnation: "{" + ",".join(f'"{n}":0' for n in range(180_000)) + "}",
        413,
        "too_many",
    ),
    "nested lists": (lambda incarnation: _envelopes(incarnation, "[" * 1_000_000), 400, "malformed_json"),
    "a long number": (lambda incarnation: _envelopes(incarnation, "1" * (FULL_BODY - 100)), 400, "malformed_json"),
    "one long name": (
        lambda incarnation: f'{{"incarnation":"{incarnation}","{"x" * (FULL_BODY - 100)}":0}}',
        422,
        "invalid_request",
    ),
    "a wide letter": (
        lambda incarnation: _envelopes(incarnation, f'"\\ud83d\\ude00{"A" * (FULL_BODY - 200)}"'),
        422,
        "invalid_request",
    ),
    "letters that are wide themselves": (
        lambda incarnation: _envelopes(incarnation, f'"{chr(0x1F600) * ((FULL_BODY - 200) // 4)}"'),
        400,
        "malformed_json",
    ),
    "one envelope of nothing": (
        lambda incarnation: _envelopes(incarnation, f'"{"A" * (FULL_BODY - 200 - FULL_BODY % 4)}"'),
        413,
        "too_large",
    ),
    "five hundred wrong texts": (
        lambda incarnation: _envelopes(incarnation, ",".join([f'"{"*" * 4000}"'] * 500)),
        422,
        "invalid_request",
    ),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_full_body_costs_little_whatever_it_holds(ana: Person, kind: str) -> None:
    build, status, code = HOSTILE[kind]
    body = build(ana.incarnation).encode()
    assert 1_000_000 < len(body) <= FULL_BODY
    url, token = f"{ana.log_url}/entries", ana.phone.token
    refused(send(ana.client, "POST", url, token, b"{")[0], 400, "malformed_json")  # a single one has what it needs
    tracemalloc.start()
    answer = send(ana.client, "POST", url, token, body)[0]
    held = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    details = refused(answer, status, code)
    assert held < MOST_BYTES_HELD
    assert len(json.dumps(details)) < 2000
    assert calls_made(lambda: send(ana.client, "POST", url, token, body)) < MOST_CALLS


def test_an_honest_push_is_what_the_cost_is_held_to(ana: Person) -> None:
    body = json.dumps(ana.push_body(*[ana.phone.seal(b"") for _ in range(500)])).encode()
    counted = calls_made(lambda: send(ana.client, "POST", f"{ana.log_url}/entries", ana.phone.token, body))
    assert 1_000 < counted < 2 * MOST_CALLS  # PostgreSQL's driver makes half of them
    assert json_of(ana.pull())["head"]["seq"] == 500


def calls_made(work: Callable[[], object]) -> int:
    """How many Python and C functions were called."""
    made = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal made
        made += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return made


def test_at_most_ten_mistakes_are_told(ana: Person) -> None:
    url, token = f"{ana.log_url}/entries", ana.phone.token
    body = {"incarnation": ana.incarnation, "envelopes": ["*"] * 50, **{f"f{n}": 0 for n in range(50)}}
    details = refused(ana.send("POST", url, token, body), 422, "invalid_request")
    assert len(details) == 10
    del body["envelopes"]
    body = {"incarnation": ana.incarnation, "envelopes": ["*"] * 50}
    details = refused(ana.send("POST", url, token, body), 422, "invalid_request")
    assert list(details) == ["envelopes"]
    assert len(details["envelopes"]) == 10
    query = "&".join(f"x{n}=1" for n in range(50)) + f"&{'y' * 3000}=1"
    answer = ana.send("GET", f"{url}?{query}", token)
    assert len(answer.text) < 2000


@pytest.mark.parametrize("number", ["9" * 5000, "1e400", "-1e400", "NaN", "Infinity", "1.5", "9" * 19, "true"])
def test_a_number_that_is_none_of_ours_is_refused_quietly(
    ana: Person, caplog: pytest.LogCaptureFixture, number: str
) -> None:
    url = f"{ana.log_url}/incarnations"
    body = f'{{"incarnation":"{ana.incarnation}","head_seq":%s}}'
    assert send(ana.client, "POST", url, ana.phone.token, (body % "0").encode())[0].status_code == 200
    answer, _watched = send(ana.client, "POST", url, ana.phone.token, (body % number).encode())
    assert 400 <= answer.status_code < 500
    refused(answer, answer.status_code, json_of(answer)["code"])
    for name in ("after", "limit"):
        answer = ana.send("GET", f"{ana.log_url}/entries?{name}={number}", ana.phone.token)
        assert answer.status_code in {200, 422}
    assert not [record for record in caplog.records if record.exc_info]
