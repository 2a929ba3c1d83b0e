"""Whom to ask: details of each doctor, side by side, without a rating; the one she chooses becomes a visit."""

from __future__ import annotations

from datetime import timedelta

from playwright.sync_api import expect

from tests.e2e.journey.prepare import TODAY
from tests.e2e.users import User

VISIT = TODAY + timedelta(days=3)


def writes_a_sheet(user: User) -> None:
    user.tool("/case/doctors")
    user.sees("Who could you ask?")
    user.press("Add a doctor")
    user.write("Name", "Dr Lindqvist")
    user.write("Where do they work?", "Lake Hospital")
    user.sees("Find out about the doctor")
    user.tick("This is the doctor I want to ask")


def asks_how_often(user: User) -> None:
    user.write("What do they specialise in?", "Knees of older people")
    user.write("How often do they treat your illness?", "About ten a week")
    user.write("Where did you find this out?", "Phone call with the front desk")


def says_who_named_them(user: User) -> None:
    user.choose("Who told you about them?", "My own doctor")
    user.write("Name of the person or group", "Dr Brandt")
    expect(user.page.get_by_role("link", name="Read: Ask your own doctor who to see")).to_be_visible()


def checks_the_papers(user: User) -> None:
    user.unfold("Licence and training")
    group = user.page.get_by_role("group", name="Are they licensed here, and trained for this?")
    user.tick("Yes", group)
    user.write("Where did you check?", "The public list of doctors")
    user.name_day("When did you check?", TODAY)


def looks_at_teaching_and_side_by_side(user: User) -> None:
    user.unfold("Teaching and research")
    user.tick("Yes", user.page.get_by_role("group", name="Is it a teaching hospital?"))
    user.unfold("Independent of your first doctor")
    user.tick("Yes", user.page.get_by_role("group", name="Are they independent of your first doctor?"))
    user.back()
    user.press("Add a doctor")
    user.write("Name", "Professor Amadi")
    user.back()
    user.press("See them side by side")
    table = user.page.get_by_role("region", name="Doctors side by side").get_by_role("table")
    expect(table.get_by_role("row", name="Teaching hospital")).to_contain_text("Yes")
    expect(table.get_by_role("row", name="Treats your illness")).to_contain_text("Not known yet")


def books_a_visit(user: User) -> None:
    user.back()
    user.press("Dr Lindqvist")
    user.press("Write down a visit with ")
    user.is_at("Visit")
    user.name_day("When?", VISIT, "10:30")
