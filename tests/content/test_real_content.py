"""The guidance in content/."""

import json
import re
from typing import Any

import pytest

from backend.content.bundle_schema import BundleSchema
from backend.content.catalog import load_catalog
from backend.content.check import check
from backend.content.models import CARD_IDS
from tests.content.conftest import CONTENT, TODAY

Bundle = dict[str, Any]


@pytest.fixture(scope="module")
def bundle() -> Bundle:
    loaded: Bundle = json.loads(load_catalog(CONTENT).bundle_by_language["en"].body)
    return loaded


def test_the_content_has_no_problem() -> None:
    assert check(CONTENT, TODAY) == []


def test_the_bundle_has_the_shape_of_the_contract(bundle: Bundle) -> None:
    assert BundleSchema().validate(bundle) == {}
    assert BundleSchema().validate(bundle | {"surprise": 1}) == {"surprise": ["Unknown field."]}


def test_each_point_of_the_guide_stands_once_in_its_section(bundle: Bundle) -> None:
    in_sections = [card for section in bundle["sections"] for card in section["cards"]]
    assert in_sections == list(CARD_IDS)
    assert [card["id"] for card in bundle["cards"]] == in_sections
    for section in bundle["sections"]:
        assert {card["section"] for card in bundle["cards"] if card["id"] in section["cards"]} == {section["id"]}


def test_each_card_carries_sources_and_its_review_dates(bundle: Bundle) -> None:
    for card in bundle["cards"]:
        assert card["sources"], card["id"]
        assert card["reviewed_on"] < card["review_by"]


def test_the_claim_about_legal_claims_is_marked_as_not_verified(bundle: Bundle) -> None:
    (card,) = [card for card in bundle["cards"] if card["id"] == "R4"]
    assert any("legal claims" in line and "could not verify" in line for line in card["unverified"])


def test_no_other_host_is_named_than_those_of_the_sources(bundle: Bundle) -> None:
    for card in bundle["cards"]:
        assert re.search(r"https?://|<a ", card["body_html"]) is None


def test_the_bundle_stays_small_on_the_wire() -> None:
    assert len(load_catalog(CONTENT).bundle_by_language["en"].gzipped) <= 60_000


def test_no_card_claims_a_reader_that_it_has_not_had(bundle: Bundle) -> None:
    """Changes with the first card that a clinician has read, and with nothing else."""
    assert [card["id"] for card in bundle["cards"] if card["read_by_clinician"]] == []


CORRECTED = {
    "W2": ["We have only a few studies", "more often about the treatment than about the diagnosis"],
    "W4": ["Doctors who wrote about this think that"],
    "P3": ["A list helps most when your doctor looks at it with you", "How long it should be is not known"],
    "C4": ["In a study in Israel with made-up cases", "Nerve doctors did not."],
    "D3": ["none found that it did harm", "Ask before you record."],
    "A1": ["After a second opinion on a planned operation, they need not report unless you ask"],
    "A2": ["sent them on because their illness was not clear", "Nobody checked later who was right"],
    "R4": ["Their insurer sent them", "Nobody checked later who did better"],
}


@pytest.mark.parametrize("card", CORRECTED)
def test_a_card_says_of_a_study_where_it_was_made_and_what_it_did_not_find_out(bundle: Bundle, card: str) -> None:
    (body,) = [re.sub(r"<[^>]+>", "", one["body_html"]) for one in bundle["cards"] if one["id"] == card]
    said = " ".join(body.split())
    assert [words for words in CORRECTED[card] if words not in said] == []
