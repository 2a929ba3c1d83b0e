"""Two phones write the same case without a signal: no entry of any kind is lost, and short fields keep both values."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from tests import actions
from tests.e2e.conftest import NewPhone
from tests.e2e.console_errors import ConsoleErrors
from tests.e2e.pair_of_phones import find_signal, forgive_cut_requests, lose_signal, pair
from tests.guards import ROOT


@dataclass(frozen=True)
class Kind:
    """Where an entry is added and read, the button that adds it, and the field for its words."""

    address: str
    button: str
    label: str
    shown_at: str = ""


KINDS = {
    "reasons": Kind("/case/reasons/own", "Add my own worry", "What worries you?"),
    "notes": Kind("/journal/note/new", "", "Your note", "/journal"),
    "questions": Kind("/case/questions", "Add a question", "Your question"),
    "records": Kind("/case/records", "Add a record", "What is it?"),
    "letters": Kind("/case/letters/new", "Someone else", "Who gets the letter?", "/case/records"),
    "medicines": Kind("/case/medicines", "Add a medicine", "Name"),
    "conditions": Kind("/case/health", "Add an illness or operation", "What is it?"),
    "allergies": Kind("/case/health", "Add an allergy", "What are you allergic to?"),
    "symptoms": Kind("/case/health", "Write down how you feel", "What do you feel?"),
    "doctors": Kind("/case/doctors", "Add a doctor", "Name"),
    "visits": Kind("/case/visits", "Add a visit", "Who will you see?"),
    "opinions": Kind("/case/opinions", "Add what a doctor said", "Which doctor?"),
    "options": Kind("/case/decide/options", "Add an option", "What is this option?"),
    "points": Kind("/case/options/waiting", "Add a way it may help", "How it may help, point 1"),
    "decisions": Kind("/case/decide/decision", "Write down my decision", "In your own words"),
    "contacts": Kind("/case/contacts", "Add someone to call", "Who is it?"),
    "tasks": Kind("/case/tasks", "Add something to do", "What do you need to do?"),
}
# Short fields in which two phones write different things at once: the entry, its field, the two values.
CONFLICTS = [
    ("medicines", "Dose", "10 mg", "2.5 mg"),
    ("allergies", "What happened?", "A rash", "Trouble breathing"),
    ("conditions", "Since when?", "2011", "1998"),
    ("records", "Who has it?", "City Clinic", "Lake Hospital"),
    ("symptoms", "What do you feel?", "Pain on the stairs", "A swollen knee"),
]


TWO_VALUES = re.compile("Two versions: choose one")


@pytest.fixture
def second(ana: Page, new_phone: NewPhone, console_errors: ConsoleErrors) -> Page:
    """Ana's other phone, with the same case on it."""
    forgive_cut_requests(console_errors)
    page = new_phone()
    pair(ana, page)
    return page


def test_every_kind_of_entry_is_told_here() -> None:
    source = (ROOT / "frontend" / "src" / "domain" / "case" / "entries.ts").read_text()
    listed = re.search(r"entryKinds = \[(.*?)\]", source, re.DOTALL)
    assert listed is not None
    assert set(re.findall(r'"(\w+)"', listed[1])) == set(KINDS)


def test_an_entry_of_every_kind_from_both_phones_is_there_on_both(ana: Page, second: Page) -> None:
    lose_signal(ana, second)
    for name, kind in KINDS.items():
        add(ana, kind, f"{name} of Ana")
        add(second, kind, f"{name} of Ben")
    find_signal(ana, second, ana)
    for page, other in ((ana, "Ben"), (second, "Ana")):
        # It was written last: everything else arrived before it
        actions.open_screen(page, "/case/tasks")
        expect(page.get_by_text(f"tasks of {other}").last).to_be_visible()
    missing = [lacking for page in (ana, second) for lacking in not_shown(page)]
    assert missing == []


def add(page: Page, kind: Kind, words: str) -> None:
    if kind.button:
        actions.add_entry(page, kind.address, kind.button, {kind.label: words})
        return
    actions.open_screen(page, kind.address)
    page.get_by_label(kind.label).fill(words)
    actions.saved(page)


def not_shown(page: Page) -> list[str]:
    lacking: list[str] = []
    for name, kind in KINDS.items():
        actions.open_screen(page, kind.shown_at or kind.address)
        expect(page.get_by_text("Opening…")).to_have_count(0)
        typed = page.locator("main textarea, main input").evaluate_all("(fields) => fields.map((one) => one.value)")
        shown = [page.get_by_role("main").inner_text(), *typed]
        lacking += [
            f"{name} of {who}"
            for who in ("Ana", "Ben")
            if not any(f"{name} of {who}".lower() in words.lower() for words in shown)
        ]
    return lacking


def test_two_values_written_at_once_are_both_kept_until_someone_chooses(ana: Page, second: Page) -> None:
    places = [written(ana, kind, "First words") for kind, *_ in CONFLICTS]
    actions.sent(ana)
    actions.open_screen(second, "/case/health")
    find_signal(second)
    lose_signal(ana, second)
    for place, (_, label, *values) in zip(places, CONFLICTS, strict=True):
        for page, value in zip((ana, second), values, strict=True):
            actions.open_form(page, place)
            page.get_by_label(label, exact=True).fill(value)
            actions.saved(page)
    find_signal(ana, second, ana)
    for place, (_, label, *values) in zip(places, CONFLICTS, strict=True):
        for page in (ana, second):
            actions.open_screen(page, place)
            both = page.get_by_role("region", name=TWO_VALUES).get_by_role("button")
            expect(both).to_have_count(2)
        both.first.click()
        actions.saved(second)
        expect(both).to_have_count(0)
        actions.open_form(second, place)
        assert second.get_by_label(label, exact=True).input_value() in values
    actions.sent(second)
    find_signal(ana)
    for place, (_, label, *_values) in zip(places, CONFLICTS, strict=True):
        for page in (ana, second):
            actions.open_form(page, place)
        expect(ana.get_by_label(label, exact=True)).to_have_value(second.get_by_label(label, exact=True).input_value())


def written(page: Page, kind: str, words: str) -> str:
    one = KINDS[kind]
    return actions.add_entry(page, one.address, one.button, {one.label: words})


def test_two_dates_to_decide_by_are_both_kept(ana: Page, second: Page) -> None:
    lose_signal(ana, second)
    for page, day in ((ana, "2032-01-14"), (second, "2032-02-28")):
        actions.open_screen(page, "/case/decide-by")
        page.get_by_label("The date your doctor gave").fill(day)
        actions.saved(page)
    find_signal(ana, second, ana)
    for page in (ana, second):
        actions.open_screen(page, "/case/decide-by")
        for day in ("14 January 2032", "28 February 2032"):
            expect(page.get_by_role("button", name=day)).to_be_visible()
