"""Should I ask? Reasons become words and questions; nothing is counted, and nobody tells her what to do."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.e2e.hands import Hand

SCORE = re.compile(r"\b\d+ (?:of|out of|/) \d+\b|%|\bscore\b|you should", re.IGNORECASE)


def has_doubts(hand: Hand) -> None:
    hand.tool("/case/reasons")
    hand.sees("Nothing ticked yet")
    hand.tick("I have doubts about what I was told")
    hand.write("In your own words", "Operation after five minutes.")
    hand.sees("Good reasons to ask another doctor")


def much_is_at_stake(hand: Hand) -> None:
    hand.tick("The treatment would change my life")
    hand.sees("“This is a big step for me. May I ask another doctor before I say yes?”")
    expect(hand.page.get_by_role("main")).not_to_contain_text(SCORE)


def choices_are_unclear(hand: Hand) -> None:
    hand.tick("I cannot say what my options are.")
    suggested = hand.page.get_by_role("region", name="Questions to ask")
    hand.press("Add: What are all my options?", suggested)
    expect(suggested.get_by_role("button", name="Add: What are all my options?")).to_have_count(0)


def was_not_heard(hand: Hand) -> None:
    hand.tick("I said what worries me, and it was not answered.")
    hand.sees("Talk to your first doctor about this first")
    hand.sees("“There is one thing that worries me most. I would like to talk about it first.”")
    hand.press("Add it to my to-do list")
    hand.sees("On your to-do list")
    hand.tick("Yes, I will ask")


def someone_is_not_pleased(hand: Hand) -> None:
    """The words for it stand where the worries are, and again among the rights."""
    hand.sees("If someone takes it badly")
    hand.sees("“This is not about you. It is a big step, and I want to feel sure.”")


def knows_the_rules(hand: Hand) -> None:
    """The country is asked for and never guessed; it is chosen on the phone."""
    hand.tool("/case/rights")
    hand.sees("Which country are you in?")
    hand.press("Choose your country")
    hand.tick("England")
    hand.tool("/case/rights")
    hand.sees("You have no right in law to a second opinion, but you can ask, and doctors should respect it.")
    hand.sees(re.compile("Checked .* Rules change: ask your clinic."))


def knows_what_is_proven(hand: Hand) -> None:
    hand.sees("What we know, and what we do not")
    hand.sees("We could not verify it.")
