"""The visit itself: before, in the room, after."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests import actions
from tests.e2e.users import User


def brings_first_words(user: User) -> None:
    user.press("Before")
    user.is_at("Before the visit")
    user.sees("1 more goes along.")
    user.tick("Another doctor has advised a treatment.")


def checks_her_medicines(user: User) -> None:
    user.sees("1 medicine is on your list.")
    user.press("I have checked this list")
    user.sees(re.compile("You checked it on"))
    user.press("Show it to the doctor")
    large = user.page.get_by_text("Amlodipine").last
    assert float(large.evaluate("(element) => parseFloat(getComputedStyle(element).fontSize)")) >= 28
    expect(user.page.get_by_role("main")).to_contain_text("5 mg")
    user.step_back()
    user.is_at("Before the visit")


def brings_someone(user: User) -> None:
    user.write("Who is coming with you?", "My daughter Ben")
    expect(user.page.get_by_role("link", name="Let them write on their own phone")).to_be_visible()


def asks_one_question_a_screen(user: User) -> None:
    """One is answered, one is kept for later; both are still there."""
    user.press("Start the visit")
    user.sees("Another doctor has advised a treatment. Before I say yes, I would like a second opinion.")
    user.press("Go to the first question")
    user.sees(re.compile(r"Question 1 of 4"))
    for button in user.page.get_by_role("button").filter(visible=True).all():
        box = button.bounding_box()
        assert box is not None
        assert box["height"] >= 48, button.inner_text()
    user.write("What the doctor says", "Exercise first, or the operation.")
    user.press("Answered, next")
    user.sees(re.compile(r"Question 2 of 4"))
    user.press("Skip", actions.trouble(user.page))
    user.sees(re.compile(r"Question 3 of 4"))
    user.press("Note")
    user.write("Your note", "She bent both knees.")
    user.press("Back to the question")
    user.sees(re.compile(r"Question 3 of 4"))


def says_it_back(user: User) -> None:
    user.press("The visit is over")
    user.is_at("After the visit")
    user.sees("1 of 3 · Say it back")
    user.sees("Exercise first, or the operation.")
    user.sees("She bent both knees.")
    user.sees("Not asked yet")
    user.write("So, in my own words: …", "Exercise for twelve weeks, then we look again.")
    user.press("Next: what was advised")
