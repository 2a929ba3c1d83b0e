"""What the server logs about a request, and what it must not log."""

import base64
import logging

import pytest
from flask import Flask

from tests.api.people import Person

MARKER = b"the lump behind my ear"


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.DEBUG)
    return caplog


def test_a_line_names_method_path_status_and_time(ana: Person, lines: pytest.LogCaptureFixture) -> None:
    ana.pull(after=0)
    assert f"GET {ana.log_url}/entries 200" in lines.text
    assert " ms" in lines.text
    assert "after=" not in lines.text


def test_a_path_cannot_forge_a_second_line(app: Flask, lines: pytest.LogCaptureFixture) -> None:
    app.test_client().get("/x%0aGET /forged 200")
    assert "%0A" in lines.text
    assert "\nGET /forged" not in lines.text


def test_a_line_has_a_length_whatever_was_asked_for(app: Flask, lines: pytest.LogCaptureFixture) -> None:
    client = app.test_client()
    for path, method in (("/" + "%0a" * 9000, "GET"), ("/é" * 9000, "GET"), ("/healthz", "G" * 20_000)):
        lines.clear()
        client.open(path, method=method)
        (line,) = (record.message for record in lines.records if record.name == "backend.requests")
        assert len(line) < 300, line[:400]
    client.get("/assets/app.js")
    assert "GET /assets/app.js 404" in lines.text


def test_no_token_body_or_sealed_byte_is_written(ana: Person, lines: pytest.LogCaptureFixture) -> None:
    envelope = ana.phone.seal(MARKER)
    logging.getLogger("a search that can find").warning("%s", ana.phone.token.hex())
    assert ana.phone.token.hex() in lines.text
    lines.clear()
    ana.push(envelope)
    ana.send("POST", f"{ana.log_url}/entries", ana.phone.token, {"envelopes": 1})
    for secret in (ana.phone.token.hex(), ana.owner_token.hex(), base64.b64encode(envelope).decode()[:40]):
        assert secret not in lines.text
