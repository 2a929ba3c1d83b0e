"""What "Get help now" says in content/: the cards, and who is called for what."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from backend.config import ROOT
from backend.content import readability
from backend.content.catalog import load_catalog
from backend.content.check import help_prose
from backend.content.files import read_guide
from backend.content.render import ended
from tests.content.conftest import CONTENT

MOST_GRADE = 6.0


@pytest.fixture(scope="module")
def screen() -> dict[str, Any]:
    bundle = json.loads(load_catalog(CONTENT).bundle_by_language["en"].body)
    found: dict[str, Any] = bundle["help"]
    return found


def card(screen: dict[str, Any], start: str) -> dict[str, Any]:
    (found,) = [card for card in screen["cards"] if card["heading"].startswith(start)]
    return dict(found)


def test_every_card_is_short_and_asks_for_one_thing(screen: dict[str, Any]) -> None:
    assert screen["do_not_wait"] == "Do not wait for a second opinion."
    headings = [card["heading"] for card in screen["cards"]]
    assert len(set(headings)) == len(headings) == 6
    for each in screen["cards"]:
        assert 1 <= len(each["signs"]) <= 5
        assert not any("http" in sign or "{" in sign for sign in each["signs"])


def test_the_three_cards_for_an_ambulance_come_first_and_hold_every_sign_of_the_ambulance_services(
    screen: dict[str, Any],
) -> None:
    calls = [each for each in screen["cards"] if "{number}" in each["heading"]]
    assert calls == screen["cards"][:3]
    assert calls[1]["heading"] == "Also call {number} now for:"
    said = " · ".join(sign for each in calls for sign in each["signs"])
    for sign in (
        "chest pain",
        "trouble breathing",
        "choking",
        "stroke",
        "severe bleeding",
        "severe allergic reaction",
        "a fit that does not stop",
        "passing out",
        "sudden confusion",
        "head injury",
        "a bad fall or a crash",
        "severe burns",
        "slurred words",
        "blotchy skin or lips",
        "a rash that stays when you press a glass on it",
        "stiff neck",
    ):
        assert sign in said, sign


def test_fever_on_cancer_treatment_goes_to_the_team_and_chest_pain_does_not(screen: dict[str, Any]) -> None:
    cancer = card(screen, "On cancer treatment?")
    assert cancer["heading"] == "On cancer treatment? Call your team's 24-hour number now for:"
    assert cancer["calls_team"]
    assert [each for each in screen["cards"] if each["calls_team"]] == [cancer]
    signs = " · ".join(cancer["signs"])
    assert "37.5 °C" in signs
    assert "or the number on your card" in signs
    for urgent in ("chest pain", "breathe", "bleeding"):
        assert urgent not in signs.lower(), "these go to the emergency number, not to the team"
        assert urgent in cancer["closing"].lower()
    assert cancer["closing"] == "Chest pain, hard to breathe, heavy bleeding, or no answer? Call {number}."


def test_a_bad_back_goes_to_an_emergency_department_and_does_not_drive(screen: dict[str, Any]) -> None:
    back = card(screen, "Bad back?")
    assert "emergency department" in back["heading"]
    assert back["closing"] == "Do not drive yourself."


def test_sight_and_pregnancy_get_help_at_once_and_not_today(screen: dict[str, Any]) -> None:
    at_once = card(screen, "Get help at once")
    assert any("loss of sight in one eye" in sign for sign in at_once["signs"])
    assert any("bleeding in pregnancy" in sign for sign in at_once["signs"])
    assert "{number}" in at_once["closing"]
    assert "today" not in json.dumps(at_once)


def test_no_card_claims_a_clinician_who_has_not_read_it(screen: dict[str, Any]) -> None:
    assert [each["heading"] for each in screen["cards"] if each["read_by_clinician"]] == []


def test_every_source_has_an_address_and_says_when_it_is_second_hand(screen: dict[str, Any]) -> None:
    assert len(screen["sources"]) >= 10
    assert [source["key"] for source in screen["sources"] if source["url"] is None] == []
    second_hand = {source["key"] for source in screen["sources"] if source["second_hand"]}
    assert second_hand == {"sepsis-signs", "meningitis-signs", "back-driving", "sight-loss-both-eyes"}


def test_a_frightened_reader_can_read_it() -> None:
    guide = read_guide(Path(CONTENT), "en")
    reading = readability.measure(help_prose(guide.help), [])
    assert reading.grade <= MOST_GRADE


def test_a_frightened_reader_can_read_the_words_of_the_screen_too() -> None:
    """With the longest text for each placeholder, in a country with a long name."""
    words = json.loads((ROOT / "frontend/src/i18n/en/help.json").read_text(encoding="utf-8"))
    lines = [ended(filled(line)) for line in said(words)]
    assert len(lines) > 30
    reading = readability.measure("\n".join(lines), [])
    assert reading.grade <= MOST_GRADE
    assert reading.longest_words <= readability.SENTENCE_LIMIT, reading.longest


def said(words: Any) -> list[str]:
    return [words] if isinstance(words, str) else [line for part in words.values() for line in said(part)]


def filled(line: str) -> str:
    line = line.replace("{number}", "your local emergency number").replace("{country}", "United States")
    return re.sub(r"\{\w+\}", "this", line)
