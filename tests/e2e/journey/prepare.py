"""Getting ready: the date, the questions, the records and the letter that asks for them, the page for the doctor."""

from __future__ import annotations

import re
from datetime import date, timedelta

from playwright.sync_api import expect

from tests.e2e.hands import Hand

TODAY = date.today()  # noqa: DTZ011 - the day on the phone, which is in the same place
LETTER_SENT = TODAY - timedelta(days=40)
LETTER_ARRIVED = TODAY - timedelta(days=38)
DECIDE_BY = TODAY + timedelta(days=22)


def has_no_date_yet(hand: Hand) -> None:
    hand.tool("/case/decide-by")
    hand.sees("No date yet? Words to say")
    hand.name_day("The date your doctor gave", DECIDE_BY)
    hand.write("In your doctor’s own words", "Please let us know by then.")  # noqa: RUF001 - as shown
    hand.write("Who said it?", "Dr Osei")


def chooses_her_questions(hand: Hand) -> None:
    hand.tool("/case/questions")
    hand.sees("What are all my options?")
    hand.press("Ideas for questions")
    hand.press("Add: What may happen if I wait?")
    hand.press("Add: How sure are you, and why?")
    hand.back()
    hand.press("Add a question")
    hand.write("Your question", "May I drive afterwards?")
    hand.back()
    top = hand.page.get_by_role("list").filter(has_text="What are all my options?").first
    expect(top.get_by_role("listitem")).to_have_count(3)


def gathers_her_records(hand: Hand) -> None:
    hand.tool("/case/records")
    hand.press("Add a record")
    hand.write("What is it?", "MRI pictures of the left knee")
    hand.write("Who has it?", "City Clinic")
    hand.tick("Still to ask for")
    hand.back()
    hand.sees("0 of 1 record is here")
    hand.sees("Still to ask for")


def writes_the_letter(hand: Hand) -> None:
    """Forty days ago: the month that the law gives has run, so a reminder is offered, and no reproach."""
    hand.press("Write a letter")
    hand.press("Write to ")
    hand.write("What are they for?", "For a second opinion")
    hand.write("Name of the patient", "Ana Keller")
    hand.choose("Country of the clinic", "England")
    hand.press("I have sent it")
    hand.sees("The clinic has one month from the day your request arrives.")
    hand.name_day("Sent on", LETTER_SENT)
    hand.name_day("They got it on", LETTER_ARRIVED)
    hand.sees(re.compile("If they got it on .* the usual limit was .* They may be allowed longer"))
    hand.press("Show a friendly reminder")
    hand.sees("I have not received them yet. I know that you are busy.")
    hand.back()
    hand.press("The records arrived")
    hand.tool("/case/records")
    hand.sees("1 of 1 record is here")


def makes_her_page(hand: Hand) -> None:
    hand.tool("/case/health")
    add(hand, "Add an illness or operation", "What is it?", "High blood pressure")
    add(hand, "Add an allergy", "What are you allergic to?", "Penicillin")
    add(hand, "Write down how you feel", "What do you feel?", "Pain on the stairs")
    hand.press("Medicines")
    add(hand, "Add a medicine", "Name", "Amlodipine", {"Dose": "5 mg", "How often": "once a day"})
    hand.tool("/case/summary")
    hand.press("For any doctor")
    hand.write("Why I am here", "An operation on my left knee was advised.")
    page = hand.page.get_by_role("article")
    for words in (
        "Penicillin",
        "Amlodipine",
        "High blood pressure",
        "What are all my options?",
        "Entered by the patient",
    ):
        expect(page).to_contain_text(words)


def add(hand: Hand, button: str, label: str, words: str, more: dict[str, str] | None = None) -> None:
    hand.press(button)
    hand.write(label, words)
    for field, text in (more or {}).items():
        hand.write(field, text)
    hand.back()
    hand.sees(words)
