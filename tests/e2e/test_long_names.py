"""Long words never widen a page: every screen of a case in which each field has 240 letters without a space."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import actions
from tests.e2e.accessibility_checks import at, is_cut
from tests.e2e.conftest import phone_context
from tests.e2e.console_errors import ConsoleErrors
from tests.e2e.filled_case import bring_story, screens
from tests.harness import Server
from tests.seed.story import story

ONE_LONG_WORD = "Donaudampfschiff" * 15
# The fields that people type, by their names in the story; all others are choices, days or keys
TYPED = {
    "affiliation",
    "alternatives",
    "benefits",
    "companion",
    "credentialsCheckedAt",
    "diagnosis",
    "dose",
    "examined",
    "experience",
    "experienceCheckedAt",
    "extra",
    "field",
    "harms",
    "holder",
    "how",
    "howOften",
    "ifWait",
    "name",
    "notes",
    "opening",
    "phone",
    "place",
    "reaction",
    "recommended",
    "saidBy",
    "sayBack",
    "seen",
    "since",
    "suggestedByWhom",
    "sure",
    "text",
    "to",
    "wait",
    "what",
    "where",
    "who",
    "why",
    "words",
}

Phone = tuple[Page, list[str]]


@pytest.fixture(scope="module")
def phone(browser: Browser, server: Server) -> Iterator[Phone]:
    """A phone with that case, and the address of every screen."""
    console_errors = ConsoleErrors()
    context = phone_context(browser, server)
    console_errors.listen_to(context)
    page = context.new_page()
    ids = bring_story(page, in_long_words(story("knee", today=datetime.now().astimezone().date())))
    yield page, screens(ids)
    context.close()
    assert console_errors.heard == []


def in_long_words(told: dict[str, Any]) -> dict[str, Any]:
    for case in told["cases"]:
        case["title"] = ONE_LONG_WORD
        for event in case["events"]:
            for name in set(event) & TYPED:
                if not (event["kind"].startswith("case-") and name == "name"):
                    event[name] = as_one_word(event[name])
            if event.get("name") == "ownerName":
                event["value"] = ONE_LONG_WORD
    return told


def as_one_word(text: str) -> str:
    """240 letters, the same for the same text, so that one doctor stays one doctor."""
    letters = "".join(letter for letter in text if letter.isalnum())
    return (letters + ONE_LONG_WORD)[: len(ONE_LONG_WORD)]


@pytest.mark.parametrize("width", [390, 320])
def test_no_text_widens_a_page_or_is_cut(phone: Phone, width: int) -> None:
    page, places = phone
    page.set_viewport_size({"width": width, "height": 844})
    wrong = {address: found for address in places if (found := is_cut(at(page, address)))}
    assert wrong == {}


def test_a_text_that_does_not_break_would_be_noticed(phone: Phone) -> None:
    page, _ = phone
    at(page, "/journal").evaluate("document.body.style.whiteSpace = 'nowrap'")
    assert is_cut(page) != []
    page.reload()


def test_a_search_for_a_long_word_shows_it_within_the_page(phone: Phone) -> None:
    page, _ = phone
    actions.open_screen(page, "/search")
    page.get_by_role("searchbox").fill(ONE_LONG_WORD[:40])
    expect(page.get_by_role("main").get_by_role("link").first).to_be_visible()
    assert is_cut(page) == []


def test_a2_a_long_name_is_not_cut_above_the_comparison(ana: Page) -> None:
    actions.start_case(ana, "My left knee")
    for name in ("Dr Osei", ONE_LONG_WORD):
        actions.add_entry(ana, "/case/opinions", "Add what a doctor said", {"Which doctor?": name, "Diagnosis": "Worn"})
    for width in (390, 320):
        ana.set_viewport_size({"width": width, "height": 700})
        actions.open_screen(ana, "/case/compare")
        heading = ana.get_by_role("link", name=ONE_LONG_WORD)
        expect(heading).to_be_visible()
        cell = heading.locator("xpath=../..")
        assert cell.evaluate("(cell) => cell.scrollWidth <= cell.clientWidth"), f"cut at {width} pixels"
