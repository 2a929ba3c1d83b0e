"""What counts as a figure."""

import pytest

from backend.content.figures import figures


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("About 1 in 3 people.", ["1 in 3"]),
        ("About One  in three people.", ["one in three"]),
        ("9 out of 10 do, 9 out of 10!", ["9 out of 10"]),
        ("61.2 % plan to.", ["61.2 %"]),
        ("five percent", ["five percent"]),
        ("12 to 69 % changed.", ["12 to 69 %"]),
        ("within 30 days, or one month", ["30 days", "one month"]),
        ("half of them, a third of us", ["half of", "a third of"]),
        ("In 2017, 2,683 people", ["2017", "2,683"]),
    ],
)
def test_a_figure_is_found_in_digits_and_in_words(text: str, found: list[str]) -> None:
    assert figures(text) == found


@pytest.mark.parametrize("text", ["Two doctors differ.", "your top three questions", "a third opinion", "one of them"])
def test_plain_counting_words_are_not_figures(text: str) -> None:
    assert figures(text) == []
