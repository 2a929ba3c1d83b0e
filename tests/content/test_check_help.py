"""Each rule about "Get help now", proven by one planted violation."""

import pytest

from backend.content.rules import Problem
from tests.content.conftest import Plant

HELP = "en/help.yaml"


def only(problems: list[Problem]) -> tuple[str, str]:
    assert len(problems) == 1, problems
    return problems[0].file, problems[0].code


def test_a_sixth_sign_on_a_card_is_refused(plant: Plant) -> None:
    assert only(plant(HELP, "      - chest pain\n", "      - chest pain\n      - one more\n"))[1] == "invalid"


@pytest.mark.parametrize("heading", ["Call {nummer} now if", "Call {number} or {number} if", "Call {number now if"])
def test_a_heading_leaves_room_for_the_number_or_names_none(plant: Plant, heading: str) -> None:
    assert only(plant(HELP, "Call {number} now if", heading))[1] == "invalid"


def test_a_sign_has_no_place_for_the_number_because_nothing_would_fill_it(plant: Plant) -> None:
    assert only(plant(HELP, "      - chest pain\n", '      - "chest pain: {number}"\n'))[1] == "invalid"


def test_a_card_must_say_whether_a_clinician_has_read_it(plant: Plant) -> None:
    assert only(plant(HELP, "    read_by_clinician: false\n", ""))[1] == "invalid"
    assert only(plant(HELP, "    read_by_clinician: false\n", '    read_by_clinician: "no"\n'))[1] == "invalid"


def test_the_first_card_calls_the_emergency_number(plant: Plant) -> None:
    found = plant(HELP, "Call {number} now if someone has:", "Call your team now if someone has:")
    assert only(found) == (HELP, "call_comes_first")


def test_a_card_that_calls_the_team_says_whom_to_call_when_nobody_answers(plant: Plant) -> None:
    found = plant(HELP, "or no answer? Call {number}.", "or no answer? Call again.")
    assert only(found) == (HELP, "team_may_not_answer")


def test_signs_that_nobody_looked_at_for_more_than_a_year_are_named(plant: Plant) -> None:
    assert only(plant(HELP, "reviewed_on: 2026-11-25", "reviewed_on: 2025-11-20")) == (HELP, "over_age")


def test_an_unknown_source_is_named(plant: Plant) -> None:
    found = plant(HELP, "  - when-to-call-999\n", "  - nobody\n")
    assert only([problem for problem in found if problem.file == HELP]) == (HELP, "unknown_source")


def test_a_long_sentence_is_named(plant: Plant) -> None:
    found = plant(HELP, "      - chest pain\n", f"      - pain{' and pain' * 10}\n")
    assert only(found) == (HELP, "long_sentence")


def test_a_closing_sentence_is_measured_with_the_words_that_the_number_can_become(plant: Plant) -> None:
    sixteen = " ".join(["go"] * 16)
    assert plant(HELP, "Do not drive yourself.", f"{sixteen} call.") == []
    found = plant(HELP, f"{sixteen} call.", f"{sixteen} call {{number}}.")
    assert only(found) == (HELP, "long_sentence")
