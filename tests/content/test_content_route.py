"""GET /api/v2/content/<language>."""

import gzip
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import sleep

import pytest
from flask.testing import FlaskClient

from backend.content import routes
from backend.content.bundle_schema import BundleSchema
from backend.content.catalog import Catalog, load_catalog

URL = "/api/v2/content/en"


def test_ana_gets_the_whole_guide_as_json(client: FlaskClient) -> None:
    answer = client.get(URL)
    assert answer.status_code == 200
    assert answer.mimetype == "application/json"
    assert answer.headers["Cache-Control"] == "no-cache"
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert BundleSchema().validate(answer.get_json()) == {}


def test_the_tag_is_strong_and_holds_the_version(client: FlaskClient) -> None:
    answer = client.get(URL)
    assert answer.headers["ETag"] == f'"{answer.get_json()["version"]}"'


def test_gzip_is_sent_when_accepted_and_is_the_same_guide(client: FlaskClient) -> None:
    plain = client.get(URL)
    packed = client.get(URL, headers={"Accept-Encoding": "br, gzip;q=0.8"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert packed.headers["Vary"] == "Accept-Encoding"
    assert gzip.decompress(packed.data) == plain.data
    assert packed.headers["ETag"] != plain.headers["ETag"]


@pytest.mark.parametrize("encoding", ["identity", "br", "gzip;q=0"])
def test_gzip_is_not_sent_when_it_was_not_asked_for(client: FlaskClient, encoding: str) -> None:
    answer = client.get(URL, headers={"Accept-Encoding": encoding})
    assert "Content-Encoding" not in answer.headers
    assert json.loads(answer.data)["language"] == "en"


@pytest.mark.parametrize("first", ["identity", "gzip"])
@pytest.mark.parametrize("second", ["identity", "gzip"])
def test_a_guide_that_ana_has_is_not_sent_again_in_whatever_encoding(
    client: FlaskClient, first: str, second: str
) -> None:
    tag = client.get(URL, headers={"Accept-Encoding": first}).headers["ETag"]
    answer = client.get(URL, headers={"Accept-Encoding": second, "If-None-Match": tag})
    assert answer.status_code == 304
    assert answer.data == b""
    assert answer.headers["ETag"] == tag
    assert answer.headers["Cache-Control"] == "no-cache"
    assert answer.headers["Vary"] == "Accept-Encoding"


def test_a_tag_that_a_proxy_weakened_still_counts(client: FlaskClient) -> None:
    tag = client.get(URL).headers["ETag"]
    assert client.get(URL, headers={"If-None-Match": f'"old", W/{tag}'}).status_code == 304


def test_an_old_tag_gets_the_new_guide(client: FlaskClient) -> None:
    assert client.get(URL, headers={"If-None-Match": '"0123456789abcdef"'}).status_code == 200


@pytest.mark.parametrize("language", ["fr", "EN", "..", "sources.yaml"])
def test_an_unknown_language_is_one_clear_error(client: FlaskClient, language: str) -> None:
    answer = client.get(f"/api/v2/content/{language}")
    assert answer.status_code == 404
    assert set(answer.get_json()) == {"code", "message"}
    assert answer.get_json()["code"] == "not_found"


def test_the_catalog_is_built_once_an_app(client: FlaskClient) -> None:
    client.get(URL)
    built = client.application.extensions["content"]
    client.get(URL)
    assert client.application.extensions["content"] is built


def test_the_guide_is_described_in_openapi(client: FlaskClient) -> None:
    spec = client.get("/api/v1/openapi.json").get_json()
    answers = spec["paths"]["/api/v2/content/{language}"]["get"]["responses"]
    assert {"200", "304", "404"} <= set(answers)
    assert answers["200"]["content"]["application/json"]["schema"] == {"$ref": "#/components/schemas/Bundle"}


def test_the_address_of_the_older_shape_gives_nothing_that_an_older_app_would_stumble_over(client: FlaskClient) -> None:
    """Its worker keeps what it has unless the answer is 200: such a phone continues with the guide that it can read."""
    assert client.get(URL).status_code == 200
    assert client.get(URL.replace("/api/v2/", "/api/v1/")).status_code == 404


def test_a_crowd_at_the_start_builds_the_catalog_once(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    app, built = client.application, []

    def load_slowly(root: Path) -> Catalog:
        built.append(root)
        sleep(0.2)  # long enough for all requests to have arrived
        return load_catalog(root)

    monkeypatch.setattr(routes, "load_catalog", load_slowly)
    monkeypatch.delitem(app.extensions, "content", raising=False)
    with ThreadPoolExecutor(8) as crowd:
        answers = list(crowd.map(lambda _number: app.test_client().get(URL).status_code, range(8)))
    assert answers == [200] * 8
    assert len(built) == 1
