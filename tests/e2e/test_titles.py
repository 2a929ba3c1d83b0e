"""A page about one thing names it in its heading; the browser's history keeps only what kind of thing it is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import actions
from tests.e2e.conftest import phone_context
from tests.e2e.filled_case import KEY_BY_PLACE, bring, go, screens
from tests.harness import Server

# The beginning of the name, by the screen above
NAMES = {
    "/journal/note": "Dr Osei says the MRI",
    "/case/questions": "Dr Lindqvist is not sure",
    "/case/records": "MRI pictures of the left knee",
    "/case/letters": "City Clinic",
    "/case/medicines": "Amlodipine",
    "/case/conditions": "High blood pressure",
    "/case/allergies": "Penicillin",
    "/case/symptoms": "Swollen knee",
    "/case/doctors": "Dr Lindqvist",
    "/case/visits": "Dr Lindqvist",
    "/case/summary": "Dr Osei",
    "/case/opinions": "Dr Lindqvist",
    "/case/options": "The keyhole operation",
    "/case/decisions": "Exercises",
    "/case/tasks": "Ask if the report",
    "/case/contacts": "City Clinic appointments",
}


@pytest.fixture(scope="module")
def filled(browser: Browser, server: Server) -> Iterator[tuple[Page, dict[str, str]]]:
    """The demo case, and the name of each page about one of its entries, by its address."""
    context = phone_context(browser, server)
    page = context.new_page()
    ids = bring(page, "knee")
    entries = {f"{place}/{ids[KEY_BY_PLACE[place]]}": name for place, name in NAMES.items()}
    # A full-screen view is for whoever it is held out to, and its sheet is headed by the name.
    pages = {address: name_in(entries, address) for address in screens(ids) if not address.endswith("?show")}
    yield page, {address: name for address, name in pages.items() if name}
    context.close()


def name_in(entries: dict[str, str], address: str) -> str:
    return next((name for entry, name in entries.items() if f"{address}/?".startswith((f"{entry}/", f"{entry}?"))), "")


def test_every_kind_of_entry_with_a_page_of_its_own_is_told_here() -> None:
    assert set(NAMES) == {place for place in KEY_BY_PLACE if not place.startswith("/case/seen")}


def test_the_heading_of_every_page_names_its_thing_and_the_history_does_not(
    filled: tuple[Page, dict[str, str]],
) -> None:
    page, names = filled
    assert len(names) > 30
    for address, name in names.items():
        go(page, address)
        expect(page.get_by_role("heading", level=1), address).to_contain_text(name)
        assert name not in page.title(), address
        assert page.title() != ""


def test_a_name_that_is_being_typed_moves_nothing_and_is_the_title_next_time(ana: Page) -> None:
    actions.start_case(ana, "My left knee")
    question = actions.write_question(ana, "What if I wait?")
    actions.open_screen(ana, question)
    heading = ana.get_by_role("heading", level=1)
    expect(heading).to_contain_text("What if I wait?")
    ana.get_by_label("Your question").fill("What if I wait a year?")
    actions.saved(ana)
    expect(heading).not_to_contain_text("a year")
    actions.open_screen(ana, question)
    expect(heading).to_contain_text("What if I wait a year?")
