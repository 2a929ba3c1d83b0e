"""Deciding by what matters to her: every option gets equal space, nothing is added up, and she may change her mind."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.e2e.users import User, beginning


def weighs_what_matters(user: User) -> None:
    user.tool("/case/decide")
    user.write("What matters most to me", "Climb to the third floor without help.")
    user.press("Next: My options")
    user.press("Add what ")
    user.sees("Wait for now")
    expect(user.page.get_by_role("main").get_by_text("How it may help").first).to_be_visible()


def is_free_to_choose(user: User) -> None:
    user.press("Next: What is still unclear?")
    user.press("Next: Who decides")
    user.tick("I decide together with my doctor")
    user.press("Next: My decision")
    user.sees("You do not have to follow it.")
    user.sees("A second opinion is advice. The choice stays with you.")


def decides_and_changes_her_mind(user: User) -> None:
    user.press("Write down my decision")
    user.tick("I have not decided yet")
    user.write("I have not decided yet, because …", "I want to hear Dr Osei first.")
    user.press("Done")
    user.press("Change my mind")
    # The new decision has a page like the old one's.
    expect(user.page.get_by_role("main").get_by_label(beginning("I have not decided yet")).first).not_to_be_checked()
    user.tick("Something else")
    user.write("In your own words", "Exercise first.")
    user.write("Why?", "It can be done at home.")
    user.tool("/case/decide")
    user.press("My decision")
    user.sees("Exercise first.")
    user.sees("I want to hear Dr Osei first.")
