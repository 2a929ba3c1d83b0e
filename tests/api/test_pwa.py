"""What the browser gets: manifest, service worker, app shell, built files, and the headers of every answer."""

import gzip
import json
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from backend.config import ROOT
from backend.pwa import PWA
from tests.api.people import refused

SHELL = "<!doctype html><title>Second Look</title>"


@pytest.fixture
def built(dist: Path) -> Path:
    """A front end as a build leaves it."""
    (dist / "assets").mkdir()
    (dist / "icons").mkdir()
    (dist / "index.html").write_text(SHELL)
    (dist / "sw.js").write_text("self.addEventListener('fetch', () => {})")
    (dist / "assets" / "main-abc123.js").write_text("export {}")
    (dist / "icons" / "icon-192.png").write_bytes(b"\x89PNG")
    return dist


def test_the_manifest_is_the_file_at_the_root_of_the_project(client: FlaskClient) -> None:
    response = client.get("/manifest.json")
    assert response.mimetype == "application/manifest+json"
    assert response.headers["Cache-Control"] == "no-cache"
    assert response.json == json.loads((ROOT / "manifest.json").read_text())


def test_the_manifest_holds_what_an_installation_asks_for(client: FlaskClient) -> None:
    manifest = client.get("/manifest.json").json
    assert manifest is not None
    assert {"name", "short_name", "start_url", "id", "lang", "dir"} <= set(manifest)
    assert manifest["display"] == "standalone"
    assert {icon["sizes"] for icon in manifest["icons"]} == {"192x192", "512x512"}
    assert "maskable" in {icon.get("purpose") for icon in manifest["icons"]}


def test_the_service_worker_has_the_root_as_its_scope_and_is_asked_for_again(client: FlaskClient, built: Path) -> None:
    response = client.get("/sw.js")
    assert response.status_code == 200
    assert response.mimetype == "text/javascript"
    assert response.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    "path", ["/", "/journal", "/guide/W1", "/case/0a1b/questions/2", "/offline", "/index.html", "/apiary"]
)
def test_every_screen_opens_by_its_own_address(client: FlaskClient, built: Path, path: str) -> None:
    response = client.get(path)
    assert (response.status_code, response.text) == (200, SHELL)
    assert response.headers["Cache-Control"] == "no-cache"


def test_the_offline_page_is_its_own_file_when_there_is_one(client: FlaskClient, built: Path) -> None:
    (built / "offline.html").write_text("no signal")
    assert client.get("/offline").text == "no signal"


def test_hashed_files_are_kept_for_ever_and_others_are_asked_for_again(client: FlaskClient, built: Path) -> None:
    hashed = client.get("/assets/main-abc123.js")
    assert hashed.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert hashed.mimetype == "text/javascript"
    icon = client.get("/icons/icon-192.png")
    assert (icon.mimetype, icon.headers["Cache-Control"]) == ("image/png", "no-cache")


def test_an_unchanged_file_is_not_sent_again(client: FlaskClient, built: Path) -> None:
    tag = client.get("/").headers["ETag"]
    assert client.get("/", headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize(("encoding", "suffix"), [("br", ".br"), ("gzip", ".gz")])
def test_a_compressed_sibling_is_sent_to_who_takes_it(
    client: FlaskClient, built: Path, encoding: str, suffix: str
) -> None:
    (built / f"assets/main-abc123.js{suffix}").write_bytes(gzip.compress(b"export {}"))
    small = client.get("/assets/main-abc123.js", headers={"Accept-Encoding": encoding})
    assert small.headers["Content-Encoding"] == encoding
    assert small.mimetype == "text/javascript"
    plain = client.get("/assets/main-abc123.js")
    assert "Content-Encoding" not in plain.headers
    assert small.headers["Vary"] == plain.headers["Vary"] == "Accept-Encoding"
    assert small.headers["ETag"] != plain.headers["ETag"]


@pytest.mark.parametrize("path", ["/assets/gone-123.js", "/assets/", "/favicon.ico", "/icons/none.png", "/sw.js"])
def test_a_file_that_is_not_there_is_not_the_app(client: FlaskClient, dist: Path, path: str) -> None:
    (dist / "index.html").write_text(SHELL)
    response = client.get(path)
    refused(response, 404, "not_found")
    assert "immutable" not in response.headers.get("Cache-Control", "")


@pytest.mark.parametrize(
    "path",
    ["/../secret.txt", "/assets/../../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/assets//etc/passwd"],
)
def test_no_path_leads_out_of_the_built_folder(client: FlaskClient, built: Path, path: str) -> None:
    (built.parent / "secret.txt").write_text("secret")
    assert (built / ".." / "secret.txt").read_text() == "secret"
    response = client.get(path)
    assert "secret" not in response.text
    assert "root:" not in response.text


def test_without_a_built_front_end_the_page_says_what_to_do(client: FlaskClient, dist: Path) -> None:
    response = client.get("/journal")
    assert response.status_code == 503
    assert "make run" in response.text
    assert response.headers["Cache-Control"] == "no-store"


def test_the_api_is_never_the_app(client: FlaskClient, built: Path) -> None:
    for path in ("/api", "/api/", "/api/v1/nothing"):
        refused(client.get(path), 404, "not_found")


def test_the_extension_can_be_given_its_app_later() -> None:
    late = Flask("late", static_folder=None)
    extension = PWA()
    extension.init_app(late)
    assert {"/manifest.json", "/sw.js", "/offline"} <= {rule.rule for rule in late.url_map.iter_rules()}


@pytest.mark.parametrize("name", ["If-Modified-Since", "If-Unmodified-Since", "If-Range"])
@pytest.mark.parametrize("date", ["Mon, 01 Jan 99999999999 00:00:00 GMT", "Mon, 01 Jan 2024 00:00:00 +99999999999"])
@pytest.mark.parametrize("path", ["/manifest.json", "/sw.js", "/plain"])
def test_a_date_that_is_none_counts_as_not_sent(
    client: FlaskClient, built: Path, name: str, date: str, path: str
) -> None:
    known = {"If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT"}
    assert path == "/plain" or client.get(path, headers=known).status_code == 304
    assert client.get(path, headers={name: date, "Range": "bytes=0-5"}).status_code in {200, 206}
