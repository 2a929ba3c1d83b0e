"""Each rule about where statements come from, proven by one planted violation."""

from pathlib import Path

import pytest

from backend.content.check import check
from backend.content.rules import Problem
from tests.content.conftest import TODAY, Plant

SOURCES = "sources.yaml"
UNUSED = """
nobody-1999:
  authors: Nobody
  where: Nowhere
  url: https://example.org/nowhere
  checked_on: 2026-11-25
"""


def only(problems: list[Problem]) -> tuple[str, str]:
    assert len(problems) == 1, problems
    return problems[0].file, problems[0].code


@pytest.mark.parametrize(
    ("key", "url"),
    [
        ("kinnersley-2008", "https://pmc.ncbi.nlm.nih.gov/articles/PMC2500196"),
        ("hipaa", "https://federal.elaws.us/cfr/45-cfr-164.524"),
        ("stroke-signs", "https://www.nwas.nhs.uk/our-services/managing-clinical-conditions/recognising-a-stroke/"),
    ],
)
def test_a_source_without_the_address_where_it_was_read_is_refused(content: Path, key: str, url: str) -> None:
    """A study, a law and a list of signs: whatever uses the source."""
    path = content / SOURCES
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    left = [line for line in lines if not line.startswith(f"  url: {url}")]
    assert len(left) == len(lines) - 1
    path.write_text("".join(left), encoding="utf-8")
    assert only(check(content, TODAY)) == (f"{SOURCES}#{key}", "source_without_address")


@pytest.mark.parametrize("address", ["http://cancer.org", "cancer.org", '""'])
def test_an_address_must_be_https_and_whole(plant: Plant, address: str) -> None:
    found = plant(SOURCES, "url: https://cancer.org/cancer/managing", f"url: {address}\n  title: /cancer/managing")
    assert (f"{SOURCES}#cancer-second-opinion", "invalid") in {(problem.file, problem.code) for problem in found}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  site_only: true\n", ""),
        ("articles/PMC2500196\n", "articles/PMC2500196\n  site_only: true\n"),
    ],
    ids=["a website that does not say so", "a page that is called a website"],
)
def test_a_source_says_of_a_website_alone_that_its_page_was_not_kept(content: Path, old: str, new: str) -> None:
    path = content / SOURCES
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert only(check(content, TODAY))[1] == "source_of_whole_site"


def test_a_source_without_a_day_is_refused(plant: Plant) -> None:
    found = plant(SOURCES, "articles/PMC2500196\n  checked_on: 2026-11-25\n", "articles/PMC2500196\n")
    assert f"{SOURCES}#kinnersley-2008" in {problem.file for problem in found if problem.code == "invalid"}


@pytest.mark.parametrize(("day", "code"), [("2025-11-01", "over_age"), ("2027-01-01", "future_review")])
def test_a_day_more_than_a_year_ago_or_still_to_come_is_named(plant: Plant, day: str, code: str) -> None:
    found = plant(SOURCES, "articles/PMC2500196\n  checked_on: 2026-11-25", f"articles/PMC2500196\n  checked_on: {day}")
    assert only(found) == (f"{SOURCES}#kinnersley-2008", code)


def test_the_document_that_the_app_is_built_on_needs_no_address_and_must_not_have_one(plant: Plant) -> None:
    found = plant(SOURCES, "  document: true\n", "  document: true\n  url: https://example.org/guide\n")
    assert only(found) == (f"{SOURCES}#guide", "document_with_address")


def test_no_second_source_gets_round_the_address_as_a_document(plant: Plant) -> None:
    found = plant(SOURCES, "  url: https://pmc.ncbi.nlm.nih.gov/articles/PMC2500196\n", "  document: true\n")
    assert (f"{SOURCES}#kinnersley-2008", "second_document") in {(problem.file, problem.code) for problem in found}


@pytest.mark.parametrize("flag", ["document", "second_hand"])
def test_a_flag_is_true_or_false_and_no_word(plant: Plant, flag: str) -> None:
    found = plant(SOURCES, "hipaa:\n", f'hipaa:\n  {flag}: "no"\n')
    assert (f"{SOURCES}#hipaa", "invalid") in {(problem.file, problem.code) for problem in found}


def test_a_key_that_nothing_rests_on_is_named(content: Path) -> None:
    path = content / SOURCES
    path.write_text(path.read_text(encoding="utf-8") + UNUSED, encoding="utf-8")
    assert only(check(content, TODAY)) == (f"{SOURCES}#nobody-1999", "unused_source")


@pytest.mark.parametrize(
    ("file", "use", "without", "key"),
    [
        ("en/visit/D3-bring-someone-you-trust.md", " kessels-2003,", "", "kessels-2003"),
        ("en/help.yaml", "  - fever-leeds\n", "", "fever-leeds"),
        ("countries.yaml", "[marthas-rule]", "[hipaa]", "marthas-rule"),
    ],
)
def test_a_key_whose_last_use_goes_is_named(plant: Plant, file: str, use: str, without: str, key: str) -> None:
    """Whatever used it: a card, the help screen or a country."""
    found = plant(file, use, without)
    assert Problem(f"{SOURCES}#{key}", "unused_source", "no card, country or help screen rests on it") in found


def test_no_key_is_called_unused_while_a_file_that_may_use_it_cannot_be_read(content: Path) -> None:
    (content / "en/help.yaml").write_text("cards: [", encoding="utf-8")
    assert {problem.code for problem in check(content, TODAY)} == {"invalid"}


def test_a_source_that_a_card_shows_and_no_fact_of_it_rests_on_is_named(plant: Plant) -> None:
    card = "en/prepare/P2-put-your-story-on-one-page.md"
    assert only(plant(card, "sources: [guide]", "sources: [guide, hanna-2020]")) == (card, "source_without_fact")
