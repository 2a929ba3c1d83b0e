"""What people type finds what they look for: in the guide and in the case, in whatever letters the phone is set to."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests import doing
from tests.e2e.conftest import NewPhone

FOUND = re.compile(r"(\d+) cards? found")
EVERY_CARD = 28


@pytest.fixture(params=["en-GB", "tr-TR"])
def phone(new_phone: NewPhone, request: pytest.FixtureRequest) -> Page:
    return new_phone(locale=request.param)


def search(page: Page, words: str) -> None:
    page.get_by_role("searchbox").fill(words)


def cards(page: Page, words: str) -> list[str]:
    """The titles that the guide finds."""
    search(page, words)
    expect(page.get_by_role("main").get_by_role("status")).not_to_have_text("")
    return page.get_by_role("main").get_by_role("link").all_inner_texts()


def test_the_words_that_the_search_names_itself_find_cards(ana: Page) -> None:
    doing.open_screen(ana, "/guide/search")
    expect(ana.get_by_role("searchbox")).to_be_visible()
    hints = re.findall(r"“([^”]+)”", ana.get_by_role("main").inner_text())
    assert len(hints) >= 2
    for hint in hints:
        assert cards(ana, hint), hint


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("afraid", "When you do not feel heard"),
        ("private", "You may ask"),
        ("money", "Find out about the doctor"),
        ("insurance", "You may ask"),
        ("tablets", "Bring a list of everything you take"),
        ("GP", "Ask your own doctor who to see"),
        ("scan", "Get your records together"),
        ("refuse", "If someone takes it badly"),
    ],
)
def test_a_plain_word_finds_the_card_that_fits_though_it_says_another(ana: Page, words: str, title: str) -> None:
    doing.open_screen(ana, "/guide/search")
    found = cards(ana, words)
    assert any(title in card for card in found), found
    assert len(found) < EVERY_CARD / 4, found


def test_a_card_that_only_its_text_speaks_of_shows_the_place(ana: Page) -> None:
    """Else nobody sees why it was found."""
    doing.open_screen(ana, "/guide/search")
    for word in ("mri", "tumour"):
        found = cards(ana, word)
        assert found
        assert [card for card in found if word in card.lower()], (word, found)


def test_words_that_every_card_holds_find_only_the_cards_that_are_about_them(ana: Page) -> None:
    doing.open_screen(ana, "/guide/search")
    found = cards(ana, "what to ask")
    assert any("Ask plain questions" in card for card in found), found
    assert len(found) < EVERY_CARD / 3, found
    assert cards(ana, "what to do with it") == []


def test_the_guide_is_searched_by_the_same_letters_in_every_language_of_the_phone(phone: Page) -> None:
    doing.open_screen(phone, "/guide/search")
    for words in ("mri", "MRI", "MRİ", "mr\u0131"):
        assert any("Get your records together" in card for card in cards(phone, words)), words


def test_the_case_is_searched_by_the_same_letters_and_shows_where_it_found_them(phone: Page) -> None:
    doing.start_case(phone, "My left knee")
    doing.write_note(phone, f"{'The day was long. ' * 20}The doctor\u2019s MRI from Łódź came. {'We went home. ' * 20}")
    doing.open_screen(phone, "/journal")
    for words in ("mri", "MRİ", "doctor's", "lodz", "ŁÓDŹ", "what did the MRI"):
        search(phone, "zebra")
        expect(phone.get_by_text("Nothing found. Try one word, or the start of a word.")).to_be_visible()
        search(phone, words)
        hit = phone.get_by_role("main").get_by_role("link", name=re.compile("doctor\u2019s MRI from Łódź"))
        expect(hit).to_have_count(1)
