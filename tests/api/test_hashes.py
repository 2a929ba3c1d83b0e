"""GET /logs/{log}/hashes"""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.api.people import Person, json_of, refused
from tests.protocol.envelope import entry_hash


def test_the_hashes_name_what_the_log_holds(ana: Person, cleo: Person) -> None:
    written = ana.write(b"one", b"two", b"three")
    answer = json_of(cleo.send("GET", f"{ana.log_url}/hashes", cleo.phone.token))
    assert answer["hashes"] == [entry_hash(envelope).hex() for envelope in written]
    assert answer["head"] == json_of(ana.pull())["head"]
    assert answer["incarnation"] == ana.incarnation


def test_the_hashes_come_in_pages(app: Flask, ana: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(app.config, "MAX_PAGE_HASHES", 2)
    written = ana.write(b"one", b"two", b"three")
    page = json_of(ana.send("GET", f"{ana.log_url}/hashes?after=1&limit=9", ana.phone.token))
    assert page["hashes"] == [entry_hash(envelope).hex() for envelope in written[1:]]
    assert len(json_of(ana.send("GET", f"{ana.log_url}/hashes", ana.phone.token))["hashes"]) == 2


def test_without_a_token_no_hash_is_given(ana: Person, client: FlaskClient) -> None:
    refused(client.get(f"{ana.log_url}/hashes"), 401, "token_required")


def test_a_stranger_gets_no_hash(ana: Person, mallory: Person) -> None:
    refused(ana.send("GET", f"{ana.log_url}/hashes", mallory.phone.token), 404, "not_found")


@pytest.mark.parametrize("query", ["after=-1", "limit=0", "limit=many"])
def test_a_query_of_the_wrong_type_is_refused(ana: Person, query: str) -> None:
    refused(ana.send("GET", f"{ana.log_url}/hashes?{query}", ana.phone.token), 422, "invalid_request")
