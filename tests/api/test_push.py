"""POST /logs/{log}/entries"""

import json
import os

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.api.people import Person, join, json_of, refused
from tests.protocol.envelope import SNAPSHOT, ZERO_HASH, chain, entry_hash
from tests.protocol.phone import Phone


def test_a_push_gives_seqs_and_the_head_that_the_phone_computes_too(ana: Person) -> None:
    envelopes = [ana.phone.seal(b"one"), ana.phone.seal(b"two")]
    answer = json_of(ana.push(*envelopes))
    expected = chain(chain(ZERO_HASH, entry_hash(envelopes[0])), entry_hash(envelopes[1]))
    assert answer == {"incarnation": ana.incarnation, "seqs": [1, 2], "head": {"seq": 2, "hash": expected.hex()}}


def test_a_companion_who_writes_may_push(ana: Person, ben: Person) -> None:
    ana.write(b"from ana")
    assert json_of(ben.push(ben.phone.seal(b"from ben")))["seqs"] == [2]


def test_a_snapshot_is_an_envelope_too(ana: Person) -> None:
    ana.write(b"one")
    assert ana.push(ana.phone.seal(kind=SNAPSHOT, through=(1, os.urandom(32)))).status_code == 200


def test_repeating_a_push_gives_the_old_seqs_and_adds_nothing(ana: Person) -> None:
    envelopes = [ana.phone.seal(), ana.phone.seal()]
    first, again = ana.push(*envelopes), ana.push(*envelopes)
    assert json_of(first) == json_of(again)
    assert ana.pulled() == envelopes


def test_a_push_that_is_half_known_adds_the_other_half(ana: Person) -> None:
    known = ana.write(b"one", b"two")
    assert json_of(ana.push(known[1], ana.phone.seal(b"three")))["seqs"] == [2, 3]


def test_the_same_envelope_twice_in_one_push_is_stored_once(ana: Person) -> None:
    envelope = ana.phone.seal()
    assert json_of(ana.push(envelope, envelope))["seqs"] == [1, 1]


def test_without_a_token_nothing_is_pushed(ana: Person, client: FlaskClient) -> None:
    response = client.post(f"{ana.log_url}/entries", json=ana.push_body(ana.phone.seal()))
    refused(response, 401, "token_required")
    assert response.headers["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize(
    "text", ["Bearer", "Bearer xyz", "Bearer " + "a" * 63, "Bearer " + "a" * 65, "Basic " + "a" * 64]
)
def test_what_cannot_be_a_token_is_none(ana: Person, client: FlaskClient, text: str) -> None:
    response = client.post(
        f"{ana.log_url}/entries", json=ana.push_body(ana.phone.seal()), headers={"Authorization": text}
    )
    refused(response, 401, "token_required")


def test_a_reader_reads_but_does_not_push(ana: Person, cleo: Person) -> None:
    ana.write(b"for cleo to read")
    assert len(cleo.pulled()) == 1
    refused(cleo.push(cleo.phone.seal()), 403, "read_only")
    assert len(ana.pulled()) == 1


def test_a_stranger_an_unknown_log_and_a_wrong_token_get_the_same_answer(ana: Person, mallory: Person) -> None:
    body = ana.push_body(ana.phone.seal())
    unknown = f"/api/v1/logs/{os.urandom(16).hex()}/entries"
    answers = [
        ana.send("POST", f"{ana.log_url}/entries", mallory.phone.token, body),
        ana.send("POST", unknown, ana.phone.token, body),
        ana.send("POST", f"{ana.log_url}/entries", os.urandom(32), body),
        ana.send("POST", f"{ana.log_url}/entries", ana.owner_token, body),
    ]
    for answer in answers:
        refused(answer, 404, "not_found")
    assert len({answer.data for answer in answers}) == 1


def test_after_revocation_nothing_is_pushed(ana: Person, ben: Person) -> None:
    ben.write(b"while ben may")
    ana.revoke(ben.phone)
    refused(ben.push(ben.phone.seal()), 404, "not_found")


def test_a_body_that_is_not_json_is_malformed(ana: Person, client: FlaskClient) -> None:
    for data in (b"", b"{", b"\xff\xfe", b"[" * 100_000):
        answer = client.post(
            f"{ana.log_url}/entries",
            data=data or b" ",
            content_type="application/json",
            headers={"Authorization": f"Bearer {ana.phone.token.hex()}"},
        )
        refused(answer, 400, "malformed_json")


def test_another_media_type_is_refused(ana: Person, client: FlaskClient) -> None:
    headers = {"Authorization": f"Bearer {ana.phone.token.hex()}"}
    for media in ("text/plain", "application/x-www-form-urlencoded", ""):
        answer = client.post(
            f"{ana.log_url}/entries",
            data=json.dumps(ana.push_body(ana.phone.seal())),
            headers=headers,
            content_type=media,
        )
        refused(answer, 415, "unsupported_media_type")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"incarnation": None}, "incarnation"),
        ({"incarnation": "AB" * 16}, "incarnation"),
        ({"incarnation": 5}, "incarnation"),
        ({"envelopes": []}, "envelopes"),
        ({"envelopes": "AAAA"}, "envelopes"),
        ({"envelopes": [7]}, "envelopes"),
        ({"envelopes": ["not base64"]}, "envelopes"),
        ({"envelopes": ["AAAA\n"]}, "envelopes"),
        ({"envelopes": ["AAB="]}, "envelopes"),
        ({"surprise": 1}, "surprise"),
    ],
)
def test_fields_of_the_wrong_type_are_named(ana: Person, change: dict[str, object], field: str) -> None:
    body = {**ana.push_body(ana.phone.seal()), **change}
    details = refused(ana.send("POST", f"{ana.log_url}/entries", ana.phone.token, body), 422, "invalid_request")
    assert list(details) == [field]


def test_an_envelope_that_cannot_be_one_is_named_by_its_index(ana: Person, mallory: Person) -> None:
    good = ana.phone.seal()
    strange = {
        "empty": b"",
        "cut": good[:200],
        "version": b"\x02" + good[1:],
        "kind": good[:1] + b"\x09" + good[2:],
        "epoch zero": good[:18] + bytes(4) + good[22:],
        "counter zero": good[:70] + bytes(8) + good[78:],
        "counter beyond the database": good[:70] + b"\xff" * 8 + good[78:],
        "another log": mallory.phone.seal(),
        "another device": join(ana, "editor").phone.seal(),
    }
    for name, envelope in strange.items():
        assert refused(ana.push(good, envelope), 422, "bad_envelope") == {"index": 1}, name
    assert ana.pulled() == []


def test_the_counter_may_not_jump(ana: Person) -> None:
    ana.write(b"one")
    ana.phone.seal(b"never sent")
    assert refused(ana.push(ana.phone.seal()), 409, "counter_gap") == {"counter": 1}


def test_a_gap_inside_a_push_names_what_the_server_has(ana: Person) -> None:
    first, _lost, third = (ana.phone.seal() for _ in range(3))
    assert refused(ana.push(first, third), 409, "counter_gap") == {"counter": 0}
    assert ana.pulled() == []


def test_other_bytes_under_a_known_counter_are_a_conflict(ana: Person) -> None:
    stored = ana.write(b"one")
    copy = Phone(ana.phone.log, ana.phone.case_key, ana.phone.seed, ana.phone.token)
    assert refused(ana.push(copy.seal(b"another one")), 409, "counter_conflict") == {"index": 0, "counter": 1}
    assert ana.pulled() == stored


def test_an_envelope_that_follows_another_past_is_a_conflict(ana: Person) -> None:
    ana.write(b"one")
    copy = Phone(ana.phone.log, ana.phone.case_key, ana.phone.seed, ana.phone.token)
    copy.seal(b"another one")
    refused(ana.push(copy.seal(b"two")), 409, "counter_conflict")


def test_another_incarnation_is_refused_and_named(ana: Person) -> None:
    answer = ana.push(ana.phone.seal(), incarnation="00" * 16)
    assert refused(answer, 409, "wrong_incarnation") == {"incarnation": ana.incarnation}


def test_too_many_envelopes_are_refused_whole(app: Flask, ana: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(app.config, "MAX_PUSH_ENTRIES", 2)
    envelopes = [ana.phone.seal() for _ in range(3)]
    assert refused(ana.push(*envelopes), 413, "too_many") == {"most": 2}
    assert ana.push(*envelopes[:2]).status_code == 200


def test_five_hundred_envelopes_are_not_too_many(ana: Person) -> None:
    envelopes = [ana.phone.seal(b"") for _ in range(500)]
    assert json_of(ana.push(*envelopes))["seqs"] == list(range(1, 501))
    refused(ana.push(*envelopes, ana.phone.seal()), 413, "too_many")


def test_the_largest_padded_envelope_fits_and_the_next_size_does_not(ana: Person) -> None:
    framing, longest_padme_length_that_fits = 5, 1_032_192
    assert ana.push(ana.phone.seal(bytes(longest_padme_length_that_fits - framing))).status_code == 200
    refused(ana.push(ana.phone.seal(bytes(longest_padme_length_that_fits - framing + 1))), 413, "too_large")


def test_a_push_of_more_than_a_mebibyte_is_too_large(ana: Person) -> None:
    refused(ana.push(*[ana.phone.seal(bytes(600_000)) for _ in range(2)]), 413, "too_large")


def test_a_body_beyond_every_limit_is_too_large(ana: Person, client: FlaskClient) -> None:
    headers = {"Authorization": f"Bearer {ana.phone.token.hex()}"}
    url = f"{ana.log_url}/entries"
    answer = client.post(url, data=b" " * 3_000_000, content_type="application/json", headers=headers)
    refused(answer, 413, "too_large")


@pytest.mark.parametrize(("quota", "most"), [("LOG_QUOTA_ENTRIES", 1), ("LOG_QUOTA_BYTES", 400)])
def test_a_full_log_keeps_what_it_has_and_still_answers_retries(
    app: Flask, ana: Person, monkeypatch: pytest.MonkeyPatch, quota: str, most: int
) -> None:
    monkeypatch.setitem(app.config, quota, most)
    stored = ana.write(b"fits")
    second = ana.phone.seal(b"does not fit")
    answer = ana.push(second)
    refused(answer, 507, "log_full")
    assert int(answer.headers["Retry-After"]) > 0
    assert json_of(ana.push(*stored))["seqs"] == [1]
    monkeypatch.setitem(app.config, quota, 1_000_000)
    assert json_of(ana.push(second))["seqs"] == [2]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    body=st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["incarnation", "envelopes", "x"]), inner),
    )
)
def test_no_json_whatever_breaks_the_server(ana: Person, body: object) -> None:
    answer = ana.send("POST", f"{ana.log_url}/entries", ana.phone.token, body)
    assert answer.status_code in {400, 415, 422}
    assert {"code", "message"} <= set(json_of(answer))
