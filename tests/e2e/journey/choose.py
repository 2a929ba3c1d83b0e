"""Whom to ask: a sheet for each doctor, side by side, without a rating; the one she takes becomes a visit."""

from __future__ import annotations

from datetime import timedelta

from playwright.sync_api import expect

from tests.e2e.hands import Hand
from tests.e2e.journey.prepare import TODAY

VISIT = TODAY + timedelta(days=3)


def writes_a_sheet(hand: Hand) -> None:
    hand.tool("/case/doctors")
    hand.sees("Who could you ask?")
    hand.press("Add a doctor")
    hand.write("Name", "Dr Lindqvist")
    hand.write("Where do they work?", "Lake Hospital")
    hand.sees("Find out about the doctor")
    hand.tick("This is the doctor I want to ask")


def asks_how_often(hand: Hand) -> None:
    hand.write("What do they specialise in?", "Knees of older people")
    hand.write("How often do they treat your illness?", "About ten a week")
    hand.write("Where did you find this out?", "Phone call with the front desk")


def says_who_named_them(hand: Hand) -> None:
    hand.choose("Who told you about them?", "My own doctor")
    hand.write("Name of the person or group", "Dr Brandt")
    expect(hand.page.get_by_role("link", name="Read: Ask your own doctor who to see")).to_be_visible()


def checks_the_papers(hand: Hand) -> None:
    group = hand.page.get_by_role("group", name="Are they licensed here, and trained for this?")
    hand.tick("Yes", group)
    hand.write("Where did you check?", "The public list of doctors")
    hand.name_day("When did you check?", TODAY)


def looks_at_teaching_and_side_by_side(hand: Hand) -> None:
    hand.tick("Yes", hand.page.get_by_role("group", name="Is it a teaching hospital?"))
    hand.tick("Yes", hand.page.get_by_role("group", name="Are they independent of your first doctor?"))
    hand.back()
    hand.press("Add a doctor")
    hand.write("Name", "Professor Amadi")
    hand.back()
    hand.press("See them side by side")
    table = hand.page.get_by_role("region", name="Doctors side by side").get_by_role("table")
    expect(table.get_by_role("row", name="Teaching hospital")).to_contain_text("Yes")
    expect(table.get_by_role("row", name="Treats your illness")).to_contain_text("Not known yet")


def books_a_visit(hand: Hand) -> None:
    hand.back()
    hand.press("Dr Lindqvist")
    hand.press("Write down a visit with ")
    hand.is_at("Visit")
    hand.name_day("When?", VISIT, "10:30")
