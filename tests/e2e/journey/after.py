"""After the visits: what each doctor said and has seen, side by side, with her own marks."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.e2e.hands import Hand
from tests.e2e.journey.choose import VISIT
from tests.e2e.journey.prepare import TODAY

OSEI = {"Diagnosis": "A torn meniscus", "What was advised": "Operate in January", "How sure they are": "Quite sure"}
LINDQVIST = {"Diagnosis": "A torn meniscus", "What was advised": "Exercise for twelve weeks"}
AMADI = {"Diagnosis": "Worn cartilage", "What was advised": "A new knee"}


def writes_down_what_was_said(hand: Hand) -> None:
    """Saving what a second doctor said puts the talk with the first one on the list, once."""
    hand.press("Write down what this doctor said")
    write_rows(hand, LINDQVIST)
    hand.sees("Talk it over with your first doctor")
    hand.tool("/case/opinions")
    hand.press("Add what a doctor said")
    hand.write("Which doctor?", "Dr Osei")
    hand.tick("My first doctor")
    hand.name_day("Which day was it?", TODAY)
    write_rows(hand, OSEI)
    hand.tool("/case/tasks")
    expect(hand.page.get_by_role("main").get_by_role("link", name=re.compile("Talk it over with"))).to_have_count(1)


def write_rows(hand: Hand, words_by_row: dict[str, str]) -> None:
    for row, words in words_by_row.items():
        hand.write(row, words)


def sees_who_has_seen_what(hand: Hand) -> None:
    hand.tool("/case/seen")
    hand.sees(re.compile("Not ticked yet for "))
    hand.press("Mark all as given to ")
    hand.sees(re.compile("Everything is ticked for "))


def lays_them_side_by_side(hand: Hand) -> None:
    hand.tool("/case/compare")
    hand.sees("You mark what is the same and what is not. The app never does it for you.")
    mark(hand, "Diagnosis", "Same")
    mark(hand, "What was advised", "Different")
    hand.sees("Different opinions do not mean that one is wrong.")


def mark(hand: Hand, row: str, verdict: str, who: str = "Lindqvist") -> None:
    marks = hand.page.get_by_role("group", name=re.compile(f"^{row}: .*{who}"))
    hand.press(verdict, marks)


def thinks_of_a_third(hand: Hand) -> None:
    hand.sees("Some people now ask for a third opinion.")
    hand.sees("Look at your date first.")
    hand.sees(re.compile("Please let us know by then"))
    hand.press("Make my list for ")
    hand.sees(re.compile(r"1 question (was added|is on your list)"))


def hears_a_third(hand: Hand) -> None:
    """From the third doctor on a gentle question; nothing is blocked."""
    hand.tool("/case/opinions")
    hand.press("Add what a doctor said")
    hand.write("Which doctor?", "Professor Amadi")
    hand.tick("Another doctor")
    hand.name_day("Which day was it?", VISIT)
    write_rows(hand, AMADI)
    hand.tool("/case/compare")
    hand.sees("You have heard 3 doctors.")
    hand.write("Your own answer", "Nothing new.")
