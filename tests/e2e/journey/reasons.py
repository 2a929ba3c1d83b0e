"""Should I ask? Reasons become words and questions; nothing is counted, and nobody tells her what to do."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.e2e.users import User

SCORE = re.compile(r"\b\d+ (?:of|out of|/) \d+\b|%|\bscore\b|you should", re.IGNORECASE)


def has_doubts(user: User) -> None:
    user.tool("/case/reasons")
    user.press("What you can do now")
    user.sees("Nothing ticked yet")
    user.tool("/case/reasons")
    user.tick("I have doubts about what I was told")
    user.write("In your own words", "Operation after five minutes.")
    user.press("What you can do now")
    user.sees("Good reasons to ask another doctor")


def much_is_at_stake(user: User) -> None:
    user.tool("/case/reasons")
    user.press("Next: A lot is at stake")
    user.tick("The treatment would change my life")
    user.press("What you can do now")
    user.press("Next: What you can say")
    user.sees("“This is a big step for me. May I ask another doctor before I say yes?”")
    expect(user.page.get_by_role("main")).not_to_contain_text(SCORE)


def choices_are_unclear(user: User) -> None:
    user.tool("/case/reasons")
    user.press("Next: A lot is at stake")
    user.press("Next: Your options are not clear")
    user.tick("I cannot say what my options are.")
    user.press("What you can do now")
    user.press("Next: What you can say")
    user.press("Next: Questions to ask")
    suggested = user.page.get_by_role("region", name="Questions to ask")
    user.press("Add: What are all my options?", suggested)
    expect(suggested.get_by_role("button", name="Add: What are all my options?")).to_have_count(0)


def was_not_heard(user: User) -> None:
    for place in ("What you can say", "What you can do now", "Something else", "Being heard"):
        user.back()
        user.is_at(place)
    user.tick("I said what worries me, and it was not answered.")
    user.press("Next: Something else")
    user.press("Next: What you can do now")
    user.sees("Talk to your first doctor about this first")
    user.press("Add it to my to-do list")
    user.sees("On your to-do list")
    user.press("Next: What you can say")
    user.sees("“There is one thing that worries me most. I would like to talk about it first.”")


def someone_is_not_pleased(user: User) -> None:
    """The words for it are next to the worries, and again among the rights."""
    user.sees("If someone takes it badly")
    user.sees("“This is not about you. It is a big step, and I want to feel sure.”")
    user.press("Next: Questions to ask")
    user.press("Next: Will you ask for a second opinion?")
    user.tick("Yes, I will ask")


def knows_the_rules(user: User) -> None:
    """The app asks for the country and never guesses it; it is chosen on the phone."""
    user.tool("/case/rights")
    user.sees("Which country are you in?")
    user.press("Choose your country")
    user.tick("England")
    user.tool("/case/rights")
    user.sees("You have no right in law to a second opinion, but you can ask, and doctors should respect it.")
    user.sees(re.compile("Checked .* Rules change: ask your clinic."))


def knows_what_is_proven(user: User) -> None:
    user.sees("What we know, and what we do not")
    user.sees("We could not verify it.")
