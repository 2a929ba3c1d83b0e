"""Two phones of one person, one case: what is written on one, with or without a signal, appears on the other later."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests import actions
from tests.e2e.conftest import NewPhone
from tests.e2e.console_errors import ConsoleErrors
from tests.e2e.pair_of_phones import find_signal, forgive_cut_requests, lose_signal, pair

WAITING = re.compile(r"\d+ waiting for signal")
SENT = re.compile(r"Saved · Synced \d")


@pytest.fixture
def second(ana: Page, new_phone: NewPhone, console_errors: ConsoleErrors) -> Page:
    """Ana's other phone, with the same case on it."""
    forgive_cut_requests(console_errors)
    page = new_phone()
    pair(ana, page)
    return page


def test_a_note_written_without_signal_arrives(ana: Page, second: Page) -> None:
    lose_signal(ana)
    note = actions.write_note(ana, "Dr Osei draws the knee on paper.")
    expect(actions.status(ana)).to_contain_text("1 waiting for signal")
    actions.open_screen(second, "/journal")
    expect(second.get_by_text("Dr Osei draws")).to_have_count(0)
    find_signal(ana)
    expect(actions.status(ana)).to_have_text(SENT)
    find_signal(second)
    expect(second.get_by_text("Dr Osei draws the knee on paper.")).to_be_visible()
    actions.open_screen(second, note)
    expect(second.get_by_label("Your note")).to_have_value("Dr Osei draws the knee on paper.")


def test_both_texts_survive_when_both_edit_one_note_without_signal(ana: Page, second: Page) -> None:
    note = actions.write_note(ana, "The operation takes an hour.")
    actions.sent(ana)
    actions.open_screen(second, "/journal")
    find_signal(second)
    actions.open_screen(second, note)
    lose_signal(ana, second)
    type_at(ana, "End", " Two nights in hospital.")
    type_at(second, "Home", "Dr Lindqvist says: ")
    for page in (ana, second):
        actions.saved(page)
        expect(actions.status(page)).to_contain_text(WAITING)
    find_signal(ana, second, ana)
    both = "Dr Lindqvist says: The operation takes an hour. Two nights in hospital."
    for page in (ana, second):
        expect(page.get_by_label("Your note")).to_have_value(both)
        page.reload()
        expect(page.get_by_label("Your note")).to_have_value(both)


def test_both_words_survive_when_both_type_at_the_same_place(ana: Page, second: Page) -> None:
    note = actions.write_note(ana, "He said: ")
    actions.sent(ana)
    actions.open_screen(second, "/journal")
    find_signal(second)
    actions.open_screen(second, note)
    lose_signal(ana, second)
    type_at(ana, "End", "wait")
    type_at(second, "End", "operate")
    actions.saved(ana)
    actions.saved(second)
    find_signal(ana, second, ana)
    expect(ana.get_by_label("Your note")).to_have_value(re.compile("^He said: (waitoperate|operatewait)$"))
    expect(second.get_by_label("Your note")).to_have_value(ana.get_by_label("Your note").input_value())


def test_a_ticked_question_and_its_answer_arrive(ana: Page, second: Page) -> None:
    question = actions.write_question(ana, "What happens if I wait?")
    actions.sent(ana)
    actions.open_screen(second, "/case/questions")
    find_signal(second)
    expect(second.get_by_text("What happens if I wait?")).to_be_visible()
    lose_signal(ana)
    ana.get_by_label("What the doctor said").press_sequentially("Nothing before spring.")
    expect(ana.get_by_role("checkbox", name=re.compile("^Answered"))).to_be_checked()
    actions.saved(ana)
    find_signal(ana, second)
    expect(second.get_by_text(re.compile("^Answered "))).to_be_visible()
    actions.open_screen(second, question)
    expect(second.get_by_label("What the doctor said")).to_have_value("Nothing before spring.")
    expect(second.get_by_role("checkbox", name=re.compile("^Answered"))).to_be_checked()


def test_two_doses_written_at_once_are_both_kept_until_someone_chooses(ana: Page, second: Page) -> None:
    medicine = actions.add_medicine(ana, "Amlodipine", "5 mg", "once a day")
    actions.sent(ana)
    actions.open_screen(second, "/case/medicines")
    find_signal(second)
    actions.open_form(second, medicine)
    lose_signal(ana, second)
    ana.get_by_label("Dose").fill("10 mg")
    second.get_by_label("Dose").fill("2.5 mg")
    actions.saved(ana)
    actions.saved(second)
    find_signal(ana, second, ana)
    for page in (ana, second):
        for dose in ("10 mg", "2.5 mg"):
            expect(page.get_by_role("button", name=dose, exact=True)).to_be_visible()
    ana.get_by_role("button", name="10 mg", exact=True).click()
    actions.saved(ana)
    find_signal(ana, second)
    expect(second.get_by_role("button", name="2.5 mg", exact=True)).to_have_count(0)
    expect(second.get_by_label("Dose")).to_have_value("10 mg")


def type_at(page: Page, place: str, text: str) -> None:
    field = page.get_by_label("Your note")
    field.press(place)
    field.press_sequentially(text)
