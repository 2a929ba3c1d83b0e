"""Each rule about cards, proven by one planted violation in a clean copy."""

from datetime import date
from pathlib import Path

import pytest

from backend.content import check as content_check
from backend.content.check import check
from backend.content.rules import Problem
from tests.content.conftest import TODAY, Plant

CARD = "en/choose/C2-ask-your-own-doctor-who-to-see.md"
PLAIN = "en/prepare/P2-put-your-story-on-one-page.md"


def codes(problems: list[Problem], file: str) -> set[str]:
    assert {problem.file for problem in problems} == {file}
    return {problem.code for problem in problems}


def test_a_point_without_a_card_is_named(content: Path) -> None:
    (content / CARD).unlink()
    assert check(content, TODAY) == [Problem("en", "missing_card", "no card for C2")]


def test_a_point_with_two_cards_is_named(content: Path) -> None:
    (content / "en/choose/C2-again.md").write_bytes((content / CARD).read_bytes())
    found = check(content, TODAY)
    assert Problem("en", "duplicate_card", "2 cards for C2") in found


def test_a_card_for_no_point_is_named(content: Path) -> None:
    (content / CARD).rename(content / "en/choose/C5-extra.md")
    found = {problem.code for problem in check(content, TODAY)}
    assert found == {"missing_card", "unknown_card"}


def test_a_card_in_the_wrong_section_is_named(plant: Plant) -> None:
    found = plant(CARD, "section: choose", "section: rights")
    assert Problem(CARD, "misplaced", "C2 belongs to section and folder 'choose'") in found


def test_two_cards_in_the_same_place_are_named(plant: Plant) -> None:
    assert codes(plant(CARD, "order: 2", "order: 1"), CARD) == {"same_order"}


def test_a_source_that_nobody_explains_is_named(plant: Plant) -> None:
    found = plant(CARD, "sources: [guide, shmueli-2017]", "sources: [guide, shmueli-2017, nobody-1999]")
    assert found == [Problem(CARD, "unknown_source", "'nobody-1999' is not in sources.yaml")]


def test_a_fact_whose_source_the_card_does_not_show_is_named(plant: Plant) -> None:
    found = plant(CARD, "sources: [guide, shmueli-2017]", "sources: [guide]")
    assert codes(found, CARD) == {"fact_without_source"}


def test_a_fact_without_a_source_is_refused(plant: Plant) -> None:
    found = plant(CARD, "    source: shmueli-2017\n", "")
    assert codes(found, CARD) == {"invalid"}
    assert "'source': ['Missing data for required field.']" in found[0].message


def test_a_card_without_sources_is_refused(plant: Plant) -> None:
    assert codes(plant(PLAIN, "sources: [guide]", "sources: []"), PLAIN) == {"invalid"}


@pytest.mark.parametrize("figure", ["4 in 5", "62 %", "nine in ten", "Half of all", "30 days", "three weeks", "1,200"])
def test_a_figure_that_no_fact_states_is_named(plant: Plant, figure: str) -> None:
    found = plant(PLAIN, "Use your own words.", f"{figure} people do this. Use your own words.")
    assert "figure_without_fact" in codes(found, PLAIN)


def test_a_figure_in_the_summary_needs_a_fact_too(plant: Plant) -> None:
    found = plant(PLAIN, "summary: A short page", "summary: For 9 in 10 people a short page")
    assert codes(found, PLAIN) == {"figure_without_fact"}


def test_a_card_with_two_statistics_is_named_though_both_are_proven(content: Path) -> None:
    path = content / CARD
    text = path.read_text(encoding="utf-8")
    proven = text.replace("unverified:", "  - claim: 2 in 5 came back\n    source: shmueli-2017\nunverified:", 1)
    path.write_text(proven, encoding="utf-8")
    assert check(content, TODAY) == []
    path.write_text(proven + "\nOf these, 2 in 5 came back.\n", encoding="utf-8")
    assert codes(check(content, TODAY), CARD) == {"too_many_figures"}


def test_a_card_that_is_too_hard_is_named(plant: Plant) -> None:
    hard = "Institutional bureaucracies systematically underestimate considerable organisational complexity. " * 8
    found = plant(PLAIN, "Use your own words.", hard)
    assert codes(found, PLAIN) == {"too_hard"}
    assert {problem.message.split()[0] for problem in found} == {"school", "SMOG"}


def test_a_sentence_may_have_twenty_words_but_not_one_more(content: Path) -> None:
    path = content / PLAIN
    text = path.read_text(encoding="utf-8")
    twenty = " ".join(["We"] + ["go"] * 19)
    path.write_text(f"{text}\n{twenty}.\n", encoding="utf-8")
    assert check(content, TODAY) == []
    path.write_text(f"{text}\n{twenty} on.\n", encoding="utf-8")
    assert codes(check(content, TODAY), PLAIN) == {"long_sentence"}


def test_a_card_past_its_review_day_is_named(content: Path) -> None:
    def of_the_card(today: date) -> list[str]:
        return [problem.code for problem in check(content, today) if problem.file == CARD]

    assert of_the_card(date(2027, 11, 26)) == []
    assert of_the_card(date(2027, 11, 27)) == ["over_age"]


def test_a_review_more_than_a_year_ago_is_named_whatever_it_promises(plant: Plant) -> None:
    assert codes(plant(CARD, "reviewed_on: 2026-11-26", "reviewed_on: 2025-11-20"), CARD) == {"over_age"}


def test_a_review_in_the_future_is_named(plant: Plant) -> None:
    assert codes(plant(CARD, "reviewed_on: 2026-11-26", "reviewed_on: 2026-11-27"), CARD) == {"future_review"}


def test_raw_html_is_named(plant: Plant) -> None:
    assert codes(plant(PLAIN, "Use your own words.", "Use <b>your</b> own words."), PLAIN) == {"raw_html"}


def test_an_unknown_field_is_refused(plant: Plant) -> None:
    assert codes(plant(CARD, "order: 2", "order: 2\nauthor: me"), CARD) == {"invalid"}


def test_a_screen_that_does_not_exist_is_refused(plant: Plant) -> None:
    assert codes(plant(CARD, "screen: doctors", "screen: rating"), CARD) == {"invalid"}


def test_front_matter_that_is_not_yaml_is_refused_by_name(plant: Plant) -> None:
    assert codes(plant(CARD, "title: Ask", "title: [Ask"), CARD) == {"invalid"}


def test_the_command_prints_a_line_a_problem_and_fails(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert content_check.main(content, TODAY) == 0
    assert capsys.readouterr().out == ""
    (content / CARD).unlink()
    assert content_check.main(content, TODAY) == 1
    assert capsys.readouterr().out == "en: missing_card: no card for C2\n"


@pytest.mark.parametrize(
    "said", ["", "read_by_clinician: nobody\n", 'read_by_clinician: "no"\n', "read_by_clinician:\n"]
)
def test_a_card_must_say_plainly_whether_a_clinician_has_read_it(plant: Plant, said: str) -> None:
    assert codes(plant(CARD, "read_by_clinician: false\n", said), CARD) == {"invalid"}
