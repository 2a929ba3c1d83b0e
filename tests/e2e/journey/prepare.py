"""Getting ready: the date, the questions, the records and the letter that asks for them, the page for the doctor."""

from __future__ import annotations

import re
from datetime import date, timedelta

from playwright.sync_api import expect

from tests.e2e.users import User

TODAY = date.today()  # noqa: DTZ011 - the day on the phone, which is in the same place
LETTER_SENT = TODAY - timedelta(days=40)
LETTER_ARRIVED = TODAY - timedelta(days=38)
DECIDE_BY = TODAY + timedelta(days=22)


def has_no_date_yet(user: User) -> None:
    user.tool("/case/decide-by")
    user.sees("No date yet? Words to say")
    user.name_day("The date your doctor gave", DECIDE_BY)
    user.write("In your doctor’s own words", "Please let us know by then.")  # noqa: RUF001 - as shown
    user.write("Who said it?", "Dr Osei")


def chooses_her_questions(user: User) -> None:
    user.tool("/case/questions")
    user.sees("What are all my options?")
    user.press("Ideas")
    user.press("Add: What may happen if I wait?")
    user.press("Add: How sure are you, and why?")
    user.back()
    user.add("Add a question", "May I drive afterwards?")
    top = user.page.get_by_role("list").filter(has_text="What are all my options?").first
    expect(top.get_by_role("listitem")).to_have_count(3)


def gathers_her_records(user: User) -> None:
    user.tool("/case/records")
    user.add("Add a record", "MRI pictures of the left knee")
    user.press("MRI pictures of the left knee")
    user.press("Edit")
    user.write("Who has it?", "City Clinic")
    user.tick("Still to ask for")
    user.press("Done")
    user.back()
    user.sees("0 of 1 record is here")
    user.sees("Still to ask for")


def writes_the_letter(user: User) -> None:
    """Sent forty days ago: the month that the law allows is over, so a reminder is offered, without blame."""
    user.press("Write a letter")
    user.press("Write to ")
    user.write("What are they for?", "For a second opinion")
    user.write("Name of the patient", "Ana Keller")
    user.choose("Country of the clinic", "England")
    user.press("Done")
    user.press("I have sent it")
    user.sees("The clinic has one month from the day your request arrives.")
    user.press("Edit")
    user.name_day("Sent on", LETTER_SENT)
    user.press("Done")
    user.name_day("They got it on", LETTER_ARRIVED)
    user.sees(re.compile("If they got it on .* the usual limit was .* They may be allowed longer"))
    user.press("Show a friendly reminder")
    user.sees("I have not received them yet. I know that you are busy.")
    user.back()
    user.press("The records arrived")
    user.tool("/case/records")
    user.sees("1 of 1 record is here")


def makes_her_page(user: User) -> None:
    user.tool("/case/health")
    add(user, "Add an illness or operation", "What is it?", "High blood pressure")
    add(user, "Add an allergy", "What are you allergic to?", "Penicillin")
    add(user, "Write down how you feel", "What do you feel?", "Pain on the stairs")
    user.press("Medicines")
    user.add("Add a medicine", "Amlodipine")
    user.press("Amlodipine")
    user.press("Edit")
    user.write("Dose", "5 mg")
    user.write("How often", "once a day")
    user.tool("/case/summary")
    user.press("For any doctor")
    user.press("Edit")
    user.write("Why I am here", "An operation on my left knee was advised.")
    user.press("Done")
    page = user.page.get_by_role("article")
    for words in (
        "Penicillin",
        "Amlodipine",
        "High blood pressure",
        "What are all my options?",
        "Entered by the patient",
    ):
        expect(page).to_contain_text(words)


def add(user: User, button: str, label: str, words: str) -> None:
    user.press(button)
    user.write(label, words)
    user.back()
    user.sees(words)
