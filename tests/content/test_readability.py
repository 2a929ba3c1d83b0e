"""The readability measure, against values worked out by hand."""

import pytest

from backend.content.readability import measure, syllables

EASY = "The cat sat on the mat. The dog ran to the man."
HARD = "Consider investigational interventions. Evaluate comparative effectiveness."


@pytest.mark.parametrize(
    ("word", "count"),
    [
        *[(word, 1) for word in ("the", "asked", "rules", "made", "whole", "build")],
        *[(word, 2) for word in ("wanted", "table", "places", "being", "doctor", "question", "people")],
        *[(word, 3) for word in ("opinion", "previous", "quality", "delaying", "hospital", "relative")],
        *[(word, 4) for word in ("operation", "situation", "diagnosis", "appropriate", "emergency")],
        *[(word, 5) for word in ("communication", "unnecessary", "recommendations")],
    ],
)
def test_syllables_are_counted_as_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_school_grade_follows_the_published_formula() -> None:
    # 12 words of one syllable in 2 sentences: 0.39 * 6 + 11.8 * 1 - 15.59
    assert measure(EASY, []).grade == pytest.approx(-1.4, abs=0.1)


def test_smog_grows_with_the_share_of_long_words() -> None:
    assert measure(EASY, []).smog == pytest.approx(3.1, abs=0.1)
    # 6 long words in 2 sentences: 1.043 * sqrt(30 * 3) + 3.1291
    assert measure(HARD, []).smog == pytest.approx(13.0, abs=0.1)


def test_a_term_of_the_glossary_counts_as_one_short_word() -> None:
    text = "Ask for a second opinion today. Second opinions help you."
    assert measure(text, ["second opinion"]) == measure("Ask for a term today. term help you.", [])


def test_the_longest_sentence_ends_at_a_line_end_too() -> None:
    reading = measure("One two three\nfour five. Six seven eight nine.", [])
    assert reading.longest == "Six seven eight nine."
    assert reading.longest_words == 4


def test_an_empty_text_is_no_reason_to_fail() -> None:
    assert measure("", []).longest_words == 0
