"""The visit itself: before, in the room, after."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.e2e.hands import Hand


def brings_first_words(hand: Hand) -> None:
    hand.press("Before")
    hand.is_at("Before the visit")
    hand.sees("1 more goes along.")
    hand.tick("Another doctor has advised a treatment.")


def checks_her_medicines(hand: Hand) -> None:
    hand.sees("1 medicine is on your list.")
    hand.press("I have checked this list")
    hand.sees(re.compile("You checked it on"))
    hand.press("Show it to the doctor")
    large = hand.page.get_by_text("Amlodipine").last
    assert float(large.evaluate("(element) => parseFloat(getComputedStyle(element).fontSize)")) >= 28
    expect(hand.page.get_by_role("main")).to_contain_text("5 mg")
    hand.step_back()
    hand.is_at("Before the visit")


def brings_someone(hand: Hand) -> None:
    hand.write("Who is coming with you?", "My daughter Ben")
    expect(hand.page.get_by_role("link", name="Let them write on their own phone")).to_be_visible()


def asks_one_question_a_screen(hand: Hand) -> None:
    """One is answered, one is kept for later; both are still there."""
    hand.press("Start the visit")
    hand.sees("Another doctor has advised a treatment. Before I say yes, I would like a second opinion.")
    hand.press("Go to the first question")
    hand.sees(re.compile(r"Question 1 of 4"))
    for button in hand.page.get_by_role("button").filter(visible=True).all():
        box = button.bounding_box()
        assert box is not None
        assert box["height"] >= 48, button.inner_text()
    hand.write("What the doctor says", "Exercise first, or the operation.")
    hand.press("Answered, next")
    hand.sees(re.compile(r"Question 2 of 4"))
    hand.press("Skip for now")
    hand.sees(re.compile(r"Question 3 of 4"))
    hand.press("Quick note")
    hand.write("Your note", "She bent both knees.")
    hand.press("Back to the question")
    hand.sees(re.compile(r"Question 3 of 4"))


def says_it_back(hand: Hand) -> None:
    hand.press("All questions")
    hand.press("The visit is over")
    hand.is_at("After the visit")
    hand.write("So, in my own words: …", "Exercise for twelve weeks, then we look again.")
    hand.sees("Exercise first, or the operation.")
    hand.sees("All 3 come along to your next visit by themselves.")
    hand.press("Add a next step")
    hand.write("What happens next?", "Call the physiotherapist")
