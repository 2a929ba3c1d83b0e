"""GET /logs/{log}/entries"""

import os

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.api.people import Person, json_of, refused
from tests.protocol.envelope import ZERO_HASH, chain, entry_hash


def test_an_empty_log_gives_an_empty_page(ana: Person) -> None:
    start = ZERO_HASH.hex()
    head = {"seq": 0, "hash": start}
    assert json_of(ana.pull()) == {"incarnation": ana.incarnation, "after_hash": start, "entries": [], "head": head}


def test_everyone_on_the_log_pulls_the_same_bytes_in_seq_order(ana: Person, ben: Person, cleo: Person) -> None:
    written = [*ana.write(b"one"), *ben.write(b"two"), *ana.write(b"three")]
    assert ana.pulled() == ben.pulled() == cleo.pulled() == written


def test_a_page_begins_after_the_cursor_and_says_the_chain_there(ana: Person) -> None:
    written = ana.write(b"one", b"two", b"three")
    page = json_of(ana.pull(after=1, limit=1))
    assert [entry["seq"] for entry in page["entries"]] == [2]
    assert page["after_hash"] == chain(ZERO_HASH, entry_hash(written[0])).hex()
    assert page["head"]["seq"] == 3


def test_the_pages_join_without_a_gap_and_end_where_the_head_says(ana: Person) -> None:
    written = ana.write(*(bytes([note]) for note in range(7)))
    walked: list[bytes] = []
    while page := ana.pulled(after=len(walked), limit=3):
        walked += page
    link = ZERO_HASH
    for envelope in walked:
        link = chain(link, entry_hash(envelope))
    assert walked == written
    assert json_of(ana.pull(after=7))["after_hash"] == json_of(ana.pull())["head"]["hash"] == link.hex()


def test_past_the_head_there_is_no_chain_hash(ana: Person) -> None:
    ana.write(b"one")
    page = json_of(ana.pull(after=2))
    assert page["after_hash"] is None
    assert page["entries"] == []


def test_a_page_ends_at_its_bytes_but_holds_at_least_one(
    app: Flask, ana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = ana.write(bytes(100), bytes(100), bytes(3000), bytes(100))
    monkeypatch.setitem(app.config, "MAX_PAGE_BYTES", len(written[0]) + len(written[1]))
    assert ana.pulled() == written[:2]
    assert ana.pulled(after=2) == [written[2]]


def test_a_limit_above_the_largest_page_is_lowered(app: Flask, ana: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(app.config, "MAX_PAGE_ENTRIES", 2)
    ana.write(b"one", b"two", b"three")
    assert len(ana.pulled(limit=1000)) == 2


def test_without_a_token_nothing_is_pulled(ana: Person, client: FlaskClient) -> None:
    refused(client.get(f"{ana.log_url}/entries"), 401, "token_required")


def test_a_stranger_and_an_unknown_log_get_the_same_answer(ana: Person, mallory: Person) -> None:
    assert ana.pull().status_code == 200
    stranger = ana.send("GET", f"{ana.log_url}/entries", mallory.phone.token)
    unknown = ana.send("GET", f"/api/v1/logs/{os.urandom(16).hex()}/entries", ana.phone.token)
    refused(stranger, 404, "not_found")
    assert stranger.data == unknown.data


def test_after_revocation_nothing_is_pulled(ana: Person, cleo: Person) -> None:
    assert cleo.pull().status_code == 200
    ana.revoke(cleo.phone)
    refused(cleo.pull(), 404, "not_found")


@pytest.mark.parametrize("query", ["after=-1", "after=x", "after=1.5", f"after={2**63}", "limit=0", "limit=-5"])
def test_a_query_of_the_wrong_type_is_named(ana: Person, query: str) -> None:
    answer = ana.send("GET", f"{ana.log_url}/entries?{query}", ana.phone.token)
    assert list(refused(answer, 422, "invalid_request")) == [query.partition("=")[0]]
