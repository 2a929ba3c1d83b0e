"""What holds for all addresses: one error shape, the security headers, no caching of the API."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.exc import OperationalError
from werkzeug.routing import Rule

from backend.extensions import db
from tests.api.people import Person, json_of, refused
from tests.conftest import make_app

METHODS = ("GET", "PUT", "POST", "DELETE", "PATCH")
EXAMPLE_BY_ARGUMENT = {
    "log": bytes(16),
    "device": bytes(32),
    "invite": bytes(16),
    "slot": bytes(16),
    "language": "en",
    "path": "journal",
}
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def addresses(app: Flask) -> Iterator[tuple[Rule, str]]:
    for rule in app.url_map.iter_rules():
        built = rule.build({name: EXAMPLE_BY_ARGUMENT[name] for name in rule.arguments})
        assert built is not None
        yield rule, built[1]


def test_every_address_answers_every_method_with_the_headers_and_the_one_error_shape(
    app: Flask, client: FlaskClient
) -> None:
    asked = 0
    for rule, url in addresses(app):
        for method in METHODS:
            response = client.open(url, method=method)
            asked += 1
            assert response.headers["X-Content-Type-Options"] == "nosniff"
            if response.status_code >= 400 and response.mimetype == "application/json":
                refused(response, response.status_code, json_of(response)["code"])
            elif response.status_code >= 400:
                assert "is not built yet" in response.text, (method, rule.rule)
    assert asked >= 5 * 15


def test_every_method_that_an_address_does_not_take_is_said(app: Flask, client: FlaskClient) -> None:
    for rule, url in addresses(app):
        if rule.rule.startswith("/api/v2/content"):
            response = client.open(url, method="PATCH")
            refused(response, 405, "method_not_allowed")
            assert "GET" in response.headers["Allow"]


@pytest.mark.parametrize(
    "url", ["/", "/manifest.json", "/healthz", "/api/v1/nothing", "/api/v2/content/en", "/assets/x.js"]
)
def test_every_answer_carries_the_security_headers(client: FlaskClient, url: str) -> None:
    headers = client.get(url).headers
    policy = headers["Content-Security-Policy"]
    for directive in ("default-src 'self'", "script-src 'self'", "object-src 'none'", "frame-ancestors 'none'"):
        assert directive in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert headers["Permissions-Policy"].startswith("camera=(self)")
    assert {name: headers[name] for name in HEADERS} == HEADERS


def test_what_the_api_says_of_a_log_is_not_cached(ana: Person) -> None:
    assert ana.pull().headers["Cache-Control"] == "no-store"


def test_a_bug_says_nothing_of_the_inside(
    app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails() -> str:
        raise KeyError("inner secret")

    monkeypatch.setitem(app.view_functions, "health.healthz", fails)
    response = client.get("/healthz")
    refused(response, 500, "server_error")
    assert "inner secret" not in response.text
    assert "inner secret" in caplog.text


def test_a_missing_table_is_a_bug_and_not_busy(tmp_path: Path) -> None:
    app = make_app(f"sqlite:///{tmp_path / 'empty.sqlite3'}")
    refused(app.test_client().get("/healthz"), 500, "server_error")
    with app.app_context():
        db.engine.dispose()


def test_a_lost_connection_is_busy_on_other_databases(
    app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails() -> str:
        raise OperationalError("SELECT 1", None, ConnectionError("server closed the connection"))

    monkeypatch.setitem(app.view_functions, "health.healthz", fails)
    refused(client.get("/healthz"), 503, "busy")


def test_the_machine_readable_description_names_every_call_of_the_api(app: Flask, client: FlaskClient) -> None:
    described = json_of(client.get("/api/v1/openapi.json"))
    calls = {(path, method) for path, item in described["paths"].items() for method in item if method != "parameters"}
    assert ("/api/v1/logs/{log}/entries", "post") in calls
    assert ("/api/v1/invites/{invite}/claim", "post") in calls
    assert ("/api/v1/logs/{log}/entries", "put") in calls
    assert ("/api/v1/slots/{slot}", "get") in calls
    assert len(calls) == 19
    error = described["components"]["schemas"]["Error"]
    assert set(error["properties"]) == {"code", "message", "details"}


def test_an_address_longer_than_any_file_name_is_not_found(
    client: FlaskClient, dist: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert dist.is_dir()  # otherwise nothing would be searched for
    for path in (
        "/assets/" + "a" * 300 + ".js",
        "/" + "b" * 3000,
        "/" + "c/" * 2000 + "d.js",
        "/x%00y.js",
        "/" + "é" * 200,
    ):
        assert client.get(path).status_code in {404, 503}  # 503: the app shell, which is not built here
    assert not [record for record in caplog.records if record.exc_info]
