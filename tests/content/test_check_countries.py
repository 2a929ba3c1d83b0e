"""Each rule about countries, proven by one planted violation."""

from pathlib import Path

import pytest

from backend.content.check import check
from backend.content.countries import COUNTRY_CODES, FACT_NAMES
from backend.content.files import ContentError, read_countries
from backend.content.rules import Problem
from tests.content.conftest import TODAY, Plant

FILE = "countries.yaml"
CHECKED = "    checked_on: 2026-11-25\n"
DESPAIR = "Call or text 988. There is a chat too, and help in Spanish."


def only(problems: list[Problem]) -> tuple[str, str]:
    assert len(problems) == 1, problems
    return problems[0].file, problems[0].code


@pytest.fixture
def other(content: Path) -> tuple[Path, str, str]:
    """The file, and its text before and inside the last entry, for every other country."""
    path = content / FILE
    before, entry = path.read_text(encoding="utf-8").split("  - code: other\n")
    return path, before + "  - code: other\n", entry


def test_a_missing_country_is_named(plant: Plant) -> None:
    assert only(plant(FILE, "- code: DE", "- code: EU")) == (FILE, "countries")


def test_a_country_without_a_checked_day_is_refused(plant: Plant) -> None:
    assert only(plant(FILE, CHECKED, "")) == (f"{FILE}#1", "invalid")


def test_a_country_checked_more_than_a_year_ago_is_named(plant: Plant) -> None:
    found = plant(FILE, CHECKED, "    checked_on: 2025-11-01\n")
    assert only(found) == (f"{FILE}#US", "over_age")


@pytest.mark.parametrize("name", [*FACT_NAMES, "emergency", "answer_time"])
def test_a_field_with_neither_a_value_nor_the_word_not_found_is_refused(
    other: tuple[Path, str, str], content: Path, name: str
) -> None:
    path, before, entry = other
    written = f"    {name}: not_found\n"
    assert entry.count(written) == 1
    for neither in ("", f"    {name}:\n", f"    {name}: []\n", f"    {name}: unknown\n"):
        path.write_text(before + entry.replace(written, neither), encoding="utf-8")
        with pytest.raises(ContentError, match=f"'{name}'"):
            read_countries(content, "en")


def test_the_check_names_a_field_that_was_left_out(other: tuple[Path, str, str], content: Path) -> None:
    path, before, entry = other
    path.write_text(before + entry.replace("    register: not_found\n", ""), encoding="utf-8")
    (problem,) = check(content, TODAY)
    assert (problem.file, problem.code) == (f"{FILE}#{len(COUNTRY_CODES)}", "invalid")
    assert "register" in problem.message


def test_a_country_with_an_unknown_source_is_named(plant: Plant) -> None:
    assert only(plant(FILE, "sources: [hipaa]\n", "sources: [hippa]\n")) == (f"{FILE}#US", "unknown_source")


def test_a_fact_without_a_source_is_refused(plant: Plant) -> None:
    assert only(plant(FILE, "      sources: [hipaa]\n", "")) == (f"{FILE}#1", "invalid")
    assert only(plant(FILE, "sources: [ama-1-1-3]", "sources: []")) == (f"{FILE}#1", "invalid")


def test_an_emergency_number_without_a_source_is_refused(plant: Plant) -> None:
    assert (
        only(plant(FILE, "label: { en: Emergency }, sources: [us-911-text] }", "label: { en: Emergency } }"))[1]
        == "invalid"
    )


@pytest.mark.parametrize("field", ["emergency", "urgent"])
def test_a_number_for_every_other_country_is_refused(other: tuple[Path, str, str], content: Path, field: str) -> None:
    path, before, entry = other
    guess = {
        "emergency": "[{ number: '112', label: { en: Emergency }, sources: [ie-112] }]",
        "urgent": "{ text: { en: Call. }, number: '111', sources: [uk-111] }",
    }
    assert f"    {field}: not_found\n" in entry
    path.write_text(before + entry.replace(f"{field}: not_found", f"{field}: {guess[field]}"), encoding="utf-8")
    assert only(check(content, TODAY)) == (f"{FILE}#other", "guessed_number")


@pytest.mark.parametrize("number", ["911", '"call 911"', '""', '"9-1-1"', '" 911"'])
def test_a_number_must_be_digits_in_quotes(plant: Plant, number: str) -> None:
    assert only(plant(FILE, '"911"', number))[1] == "invalid"


def test_a_line_that_takes_texts_needs_a_number(plant: Plant) -> None:
    assert only(plant(FILE, '      number: "988"\n', "")) == (f"{FILE}#1", "invalid")


def test_an_address_must_be_https(plant: Plant) -> None:
    assert "invalid" in only(plant(FILE, "url: https://", "url: http://"))[1]


def test_an_answer_time_without_the_rule_that_it_counts_is_named(other: tuple[Path, str, str], content: Path) -> None:
    path, before, entry = other
    answer_time = "answer_time: { limit: { count: 30, unit: days } }"
    path.write_text(before + entry.replace("answer_time: not_found", answer_time), encoding="utf-8")
    assert only(check(content, TODAY)) == (f"{FILE}#other", "answer_time_without_rule")


@pytest.mark.parametrize(
    "span", ["{ count: 0, unit: days }", "{ count: 30, unit: weeks }", "{ count: '30', unit: days }", "30"]
)
def test_a_limit_is_a_count_and_a_unit(plant: Plant, span: str) -> None:
    assert only(plant(FILE, "limit: { count: 30, unit: days }", f"limit: {span}"))[1] == "invalid"


@pytest.mark.parametrize("said", [DESPAIR, "Ethics rules for doctors say that you may ask for a second opinion."])
def test_hard_words_in_any_text_of_a_country_are_named(plant: Plant, said: str) -> None:
    hard = "Jurisdictional regulations necessitate organisational accountability. " * 6
    found = plant(FILE, said, hard)
    assert {(problem.file, problem.code) for problem in found} == {(f"{FILE}#US", "too_hard")}


def test_a_text_without_the_language_is_refused(plant: Plant) -> None:
    assert only(plant(FILE, '{ en: "Australia" }', '{ es: "Australia" }')) == (FILE, "invalid")


def test_the_file_holds_what_is_shared_and_the_countries(plant: Plant) -> None:
    assert only(plant(FILE, "\nshared:\n", "\ncommon:\n")) == (FILE, "invalid")
