"""Deciding by what matters to her: every way has the same room, nothing is added up, and she may change her mind."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.e2e.hands import Hand, beginning


def weighs_what_matters(hand: Hand) -> None:
    hand.tool("/case/decide")
    hand.write("What matters most to me", "Climb to the third floor without help.")
    hand.press("Add what ")
    hand.sees("Wait for now")
    expect(hand.page.get_by_role("main").get_by_text("How it may help").first).to_be_visible()


def is_free_to_choose(hand: Hand) -> None:
    hand.sees("You do not have to follow it.")
    hand.sees("A second opinion is advice. The choice stays with you.")
    hand.tick("I decide together with my doctor")


def decides_and_changes_her_mind(hand: Hand) -> None:
    hand.press("Write down my decision")
    hand.tick("I have not decided yet")
    hand.write("I have not decided yet, because …", "I want to hear Dr Osei first.")
    hand.press("Change my mind")
    # The new decision stands on a page like that of the old one.
    expect(hand.page.get_by_role("main").get_by_label(beginning("I have not decided yet")).first).not_to_be_checked()
    hand.tick("Something else")
    hand.write("In your own words", "Exercise first.")
    hand.write("Why?", "It can be done at home.")
    hand.tool("/case/decide")
    hand.sees("Exercise first.")
    hand.sees("I want to hear Dr Osei first.")
