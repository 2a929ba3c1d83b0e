"""What people type finds what they look for: destinations of the app, the case and the guide, in one search."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, Request, expect

from tests import actions
from tests.e2e.conftest import NewPhone

EVERY_CARD = 28
PLACES, CASE, GUIDE = "In this app", "In your case", "In the guide"
NOTHING = "Nothing found. Try one plain word, or the start of a word."


@pytest.fixture(params=["en-GB", "tr-TR"])
def phone(new_phone: NewPhone, request: pytest.FixtureRequest) -> Page:
    return new_phone(locale=request.param)


def search(page: Page, words: str) -> None:
    """Clears the field first, so that nothing on the screen is left from the last search."""
    field = page.get_by_role("searchbox")
    field.fill("")
    expect(page.get_by_role("heading", name="Or try one of these")).to_be_visible()
    expect(group(page, GUIDE).or_(group(page, CASE)).or_(group(page, PLACES))).to_have_count(0)
    field.fill(words)
    expect(page.get_by_role("main").get_by_role("status")).not_to_have_text("")


def group(page: Page, name: str) -> Locator:
    return page.get_by_role("region", name=name)


def found(page: Page, name: str) -> list[str]:
    """All rows of a group."""
    more = group(page, name).get_by_role("button", name=re.compile("^Show all"))
    if more.count() > 0:
        more.click()
    return group(page, name).get_by_role("link").all_inner_texts()


def cards(page: Page, words: str) -> list[str]:
    """What the guide finds."""
    search(page, words)
    return found(page, GUIDE)


def test_the_words_that_the_search_names_itself_find_cards(ana: Page) -> None:
    actions.open_screen(ana, "/search")
    expect(ana.get_by_role("searchbox")).to_be_visible()
    hints = re.findall(r"“([^”]+)”", ana.get_by_role("main").inner_text())
    assert len(hints) >= 2
    for hint in hints:
        assert cards(ana, hint), hint


def test_every_example_is_tapped_once_and_finds_cards(ana: Page) -> None:
    actions.open_screen(ana, "/search")
    names = ana.get_by_role("region", name="Or try one of these").get_by_role("button").all_inner_texts()
    assert len(names) >= 5
    for name in names:
        ana.get_by_role("searchbox").fill("")
        actions.before_the_next_tap(ana)
        ana.get_by_role("button", name=name, exact=True).click()
        expect(ana.get_by_role("searchbox")).to_have_value(name)
        expect(group(ana, GUIDE).get_by_role("link").first).to_be_visible()


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
        ("tablts", "Bring a list of everything you take"),
        ("what is the family doctor\u2019s", "Ask your own doctor who to see"),
    ],
)
def test_a_plain_word_finds_the_card_that_fits_though_it_says_another(ana: Page, words: str, title: str) -> None:
    actions.open_screen(ana, "/search")
    of_guide = cards(ana, words)
    assert any(title in card for card in of_guide[:3]), of_guide
    assert len(of_guide) < EVERY_CARD / 4, of_guide


def test_a_card_that_only_its_text_speaks_of_shows_the_place(ana: Page) -> None:
    """Otherwise nobody sees why it was found."""
    actions.open_screen(ana, "/search")
    for word in ("mri", "tumour"):
        of_guide = cards(ana, word)
        assert of_guide
        assert [card for card in of_guide if word in card.lower()], (word, of_guide)


def test_words_that_every_card_holds_find_only_the_cards_that_are_about_them(ana: Page) -> None:
    actions.open_screen(ana, "/search")
    of_guide = cards(ana, "what to ask")
    assert any("Ask plain questions" in card for card in of_guide), of_guide
    assert len(of_guide) < EVERY_CARD / 3, of_guide
    assert cards(ana, "what to do with it") == []


def test_the_guide_is_searched_by_the_same_letters_in_every_language_of_the_phone(phone: Page) -> None:
    actions.open_screen(phone, "/search")
    for words in ("mri", "MRI", "MRİ", "mr\u0131"):
        assert any("Get your records together" in card for card in cards(phone, words)), words


def test_the_case_is_searched_by_the_same_letters_and_shows_where_it_found_them(phone: Page) -> None:
    actions.start_case(phone, "My left knee")
    actions.write_note(
        phone, f"{'The day was long. ' * 20}The doctor\u2019s MRI from Łódź came. {'We went home. ' * 20}"
    )
    actions.open_screen(phone, "/search")
    for words in ("mri", "MRİ", "doctor's", "lodz", "ŁÓDŹ", "what did the MRI"):
        search(phone, words)
        hit = group(phone, CASE).get_by_role("link", name=re.compile("doctor\u2019s MRI from Łódź"))
        expect(hit).to_have_count(1)


def test_the_case_is_found_by_other_forms_of_a_word_and_by_a_mistyped_one(ana: Page) -> None:
    actions.start_case(ana, "My left knee")
    for text in ("The letter was refused.", "A task for Ben: swimming twice a week."):
        actions.write_note(ana, text)
    actions.open_screen(ana, "/search")
    for words in ("letters", "refusing the letter", "refuse"):
        search(ana, words)
        expect(group(ana, CASE).get_by_role("link")).to_have_count(1)
        expect(group(ana, CASE)).to_contain_text("The letter was refused.")
    search(ana, "asked")
    expect(group(ana, CASE)).to_have_count(0)
    search(ana, "swiming")
    expect(group(ana, CASE)).to_contain_text("come close")
    expect(group(ana, CASE)).to_contain_text("swimming twice")


def test_one_search_finds_the_tool_the_entry_and_the_card_each_in_its_place(ana: Page) -> None:
    actions.start_case(ana, "My left knee")
    actions.add_medicine(ana, "Amlodipine tablets", "5 mg")
    for way in ("/journal", "/guide"):
        actions.open_screen(ana, way)
        ana.get_by_role("link", name="Search", exact=True).click()
        expect(ana.get_by_role("searchbox")).to_be_focused()
    search(ana, "tablets")
    headings = ana.get_by_role("main").get_by_role("heading", level=2)
    assert headings.all_inner_texts() == [PLACES, CASE, GUIDE]
    assert found(ana, PLACES)[0] == "Open your medicines"
    assert "Amlodipine tablets" in found(ana, CASE)[0]
    assert "Bring a list of everything you take" in found(ana, GUIDE)[0]


@pytest.mark.parametrize(
    ("name", "row", "screen"),
    [
        (PLACES, "Open your medicines", "Medicines"),
        (CASE, "Amlodipine tablets", "Amlodipine tablets"),
        (GUIDE, "Bring a list", "Bring a list of everything you take"),
    ],
)
def test_back_from_what_was_found_leads_to_what_else_was_found(ana: Page, name: str, row: str, screen: str) -> None:
    actions.start_case(ana, "My left knee")
    actions.add_medicine(ana, "Amlodipine tablets", "5 mg")
    actions.open_screen(ana, "/journal")
    ana.get_by_role("link", name="Search", exact=True).click()
    search(ana, "tablets")
    group(ana, name).get_by_role("link", name=re.compile(row)).first.click()
    expect(ana.get_by_role("heading", level=1)).to_have_text(screen)
    actions.before_the_next_tap(ana)
    ana.get_by_role("link", name="Back").click()
    expect(ana.get_by_role("searchbox")).to_have_value("tablets")
    expect(group(ana, name).get_by_role("link", name=re.compile(row)).first).to_be_visible()
    actions.before_the_next_tap(ana)
    ana.get_by_role("link", name="Back").click()
    expect(ana.get_by_role("heading", level=1)).to_have_text("Notes")
    ana.get_by_role("link", name="Search", exact=True).click()
    expect(ana.get_by_role("searchbox")).to_have_value("")


def test_a_search_in_vain_says_what_to_try_next(ana: Page) -> None:
    actions.start_case(ana, "My left knee")
    actions.open_screen(ana, "/search")
    search(ana, "zebra")
    expect(ana.get_by_role("main").get_by_role("status")).to_have_text(NOTHING)
    for name, heading in (("Look through the guide", "Guide"), ("Write it down as a question", "Questions")):
        ana.get_by_role("link", name=name).click()
        expect(ana.get_by_role("heading", level=1)).to_have_text(heading)
        ana.go_back()
        expect(ana.get_by_role("searchbox")).to_have_value("zebra")
    ana.get_by_role("button", name="GP").click()
    expect(group(ana, GUIDE).get_by_role("link").first).to_be_visible()


def test_what_is_searched_for_leaves_the_phone_in_no_request_and_no_address(ana: Page) -> None:
    actions.start_case(ana, "My left knee")
    actions.write_note(ana, "The zygoma is whole.")
    actions.sent(ana)
    actions.open_screen(ana, "/search")
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url + (request.post_data or ""))

    ana.on("request", note)
    ana.evaluate("fetch('/healthz?listening')")
    search(ana, "zygoma")
    expect(group(ana, CASE)).to_contain_text("The zygoma is whole.")
    assert [text for text in asked if "listening" in text]
    assert [text for text in asked if "zygoma" in text] == []
    assert "zygoma" not in ana.url + ana.title()
    ana.get_by_role("searchbox").press("Enter")
    assert "zygoma" not in ana.url + ana.title()
    expect(group(ana, CASE)).to_contain_text("The zygoma is whole.")
    expect(ana.get_by_role("searchbox")).not_to_be_focused()
