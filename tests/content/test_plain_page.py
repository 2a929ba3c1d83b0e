"""/plain: the guidance for a browser that cannot run the app: complete, safe and without a script."""

from __future__ import annotations

import html
import json
import re
from typing import Any

import pytest
from flask.testing import FlaskClient

from backend.content.plain import dialled, said_day
from tests.content.conftest import Plant


@pytest.fixture(scope="module")
def bundle(client: FlaskClient) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(client.get("/api/v2/content/en").data)
    return read


@pytest.fixture(scope="module")
def page(client: FlaskClient) -> str:
    response = client.get("/plain")
    assert (response.status_code, response.mimetype) == (200, "text/html")
    return html.unescape(response.text)


def test_it_holds_every_card_with_its_text_and_its_sources(page: str, bundle: dict[str, Any]) -> None:
    assert len(bundle["cards"]) == 28
    for card in bundle["cards"]:
        for words in (card["title"], card["summary"], html.unescape(card["body_html"])):
            assert words in page, card["id"]
        for step in card["do"]:
            assert step["text"] in page
        for source in card["sources"]:
            assert source["text"] in page


def test_it_says_of_each_card_that_no_doctor_has_read_it(page: str, bundle: dict[str, Any]) -> None:
    unread = [card for card in bundle["cards"] if not card["read_by_clinician"]]
    assert page.count("No doctor has read this card yet.") == len(unread) > 0


def test_it_calls_every_number_and_no_other(page: str, bundle: dict[str, Any]) -> None:
    lines = [line for country in bundle["countries"] for line in country["emergency"]]
    names = ("emergency_text", "urgent", "crisis", "ward")
    facts = [country[name] for country in bundle["countries"] for name in names]
    known = {dialled(line["number"]) for line in [*lines, *filter(None, facts)] if line["number"]}
    called = set(re.findall(r'href="(?:tel|sms):([^"]*)"', page))
    assert {"999", "911", "112"} <= called == known


def test_it_shows_get_help_now_before_the_guide(page: str, bundle: dict[str, Any]) -> None:
    signs = [page.index(sign) for card in bundle["help"]["cards"] for sign in card["signs"]]
    assert max(signs) < page.index('id="W1"')
    assert "{number}" not in page
    assert "{date}" not in page


def test_it_needs_no_script_and_asks_nobody_else(client: FlaskClient, page: str) -> None:
    assert "<script" not in page
    assert re.findall(r'(?:src|<link[^>]*href)="([^"]*)"', page) == ["/icons/icon.svg", "/plain.css"]
    assert "default-src 'self'" in client.get("/plain").headers["Content-Security-Policy"]


def test_it_is_not_sent_again_while_it_is_the_same(client: FlaskClient) -> None:
    first = client.get("/plain")
    assert first.headers["Cache-Control"] == "no-cache"
    assert client.get("/plain", headers={"If-None-Match": first.headers["ETag"]}).status_code == 304


def test_its_words_are_checked_like_all_others(plant: Plant) -> None:
    assert [problem.code for problem in plant("en/plain.yaml", "title: Second Look\n", "")] == ["invalid"]


def test_its_words_have_to_be_easy_to_read(plant: Plant) -> None:
    problems = plant("en/plain.yaml", "unread: No doctor", f"unread: {'so ' * 21}no doctor")
    assert "long_sentence" in [problem.code for problem in problems]


@pytest.mark.parametrize(("number", "link"), [("116 123", "116123"), ("999", "999"), ("+44 20 1234", "+44201234")])
def test_a_number_is_dialled_without_its_spaces(number: str, link: str) -> None:
    assert dialled(number) == link


def test_a_day_is_said_as_the_app_says_it() -> None:
    assert said_day("2026-11-05") == "5 November 2026"
