"""After the visits: what each doctor said and has seen, side by side, with her own marks."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.e2e.journey.choose import VISIT
from tests.e2e.journey.prepare import TODAY
from tests.e2e.users import User

OSEI = {"Diagnosis": "A torn meniscus", "What was advised": "Operate in January", "How sure they are": "Quite sure"}
LINDQVIST = {"Diagnosis": "A torn meniscus", "What was advised": "Exercise for twelve weeks"}
AMADI = {"Diagnosis": "Worn cartilage", "What was advised": "A new knee"}


def writes_down_what_was_said(user: User) -> None:
    """Saving what a second doctor said adds talking to the first one to the next steps, once."""
    user.sees("2 of 3 · What was advised")
    write_rows(user, LINDQVIST)
    user.press("Next: what happens now")
    user.sees("Talk it over with ")
    user.sees("All 3 come along to your next visit by themselves.")
    user.press("Add a next step")
    user.write("What happens next?", "Call the physiotherapist")
    user.press("Done")
    expect(user.page.locator("ol.stages")).to_be_visible()
    user.tool("/case/opinions")
    user.press("Add what a doctor said")
    user.write("Which doctor?", "Dr Osei")
    user.tick("My first doctor")
    user.name_day("Which day was it?", TODAY)
    write_rows(user, OSEI)
    user.tool("/case/tasks")
    expect(user.page.get_by_role("main").get_by_role("link", name=re.compile("Talk it over with"))).to_have_count(1)


def write_rows(user: User, words_by_row: dict[str, str]) -> None:
    for row, words in words_by_row.items():
        user.write(row, words)


def sees_who_has_seen_what(user: User) -> None:
    user.tool("/case/seen")
    user.sees(re.compile("Not ticked yet for "))
    user.press("Mark all as given to ")
    user.sees(re.compile("Everything is ticked for "))


def lays_them_side_by_side(user: User) -> None:
    user.tool("/case/compare")
    user.is_at("Diagnosis")
    user.sees(re.compile("You mark it. The app never does."))
    user.press("Same")
    user.press("Next: What was advised")
    user.is_at("What was advised")
    user.press("Different")
    user.sees(re.compile("Different opinions do not mean that one is wrong."))


def thinks_of_a_third(user: User) -> None:
    goes_on_to_the_end(user)
    user.sees("Some people now ask for a third opinion.")
    user.sees("Look at your date first.")
    user.sees(re.compile("Please let us know by then"))
    user.press("Make my list for ")
    user.sees(re.compile(r"1 question (was added|is on your list)"))


def goes_on_to_the_end(user: User) -> None:
    """Through every row in which a doctor said something."""
    heading = user.page.get_by_role("heading", level=1)
    while (row := heading.inner_text()) != "After comparing":
        user.press("Next: ")
        expect(heading).not_to_have_text(row)


def hears_a_third(user: User) -> None:
    """From the third doctor on there is a gentle question; nothing is blocked."""
    user.tool("/case/opinions")
    user.press("Add what a doctor said")
    user.write("Which doctor?", "Professor Amadi")
    user.tick("Another doctor")
    user.name_day("Which day was it?", VISIT)
    write_rows(user, AMADI)
    user.tool("/case/compare")
    goes_on_to_the_end(user)
    user.sees("You have heard 3 doctors.")
    user.write("Your own answer", "Nothing new.")
