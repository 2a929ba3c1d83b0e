"""A date of the past is typed as far as it is known, in boxes in the order of the country, and kept as such."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests import actions
from tests.e2e.conftest import NewPhone


@pytest.fixture(params=["en-GB", "en-US"])
def ana(new_phone: NewPhone, request: pytest.FixtureRequest) -> Page:
    page = new_phone(locale=request.param)
    actions.start_case(page, "My left knee")
    return page


def record_form(page: Page) -> str:
    """Ends on the form of a new record; returns the entry's address."""
    actions.open_screen(page, "/case/records")
    actions.add_in_place(page, "Add a record", "MRI of the knee")
    return actions.path_of(page)


def boxes(page: Page) -> Locator:
    return page.get_by_role("group", name="Date on the record").get_by_role("textbox")


def test_a_known_date_has_its_boxes_in_the_order_of_the_country(ana: Page) -> None:
    """First as the reader writes, then as the chosen country does."""
    entry = record_form(ana)
    names = ["Day", "Month", "Year"] if "GB" in ana.evaluate("navigator.language") else ["Month", "Day", "Year"]
    for at, name in enumerate(names):
        expect(boxes(ana).nth(at)).to_have_accessible_name(name)
    actions.open_screen(ana, "/more/country")
    for country, first in (("United States", "Month"), ("Ireland", "Day")):
        actions.open_screen(ana, "/more/country")
        ana.get_by_label(country, exact=True).check()
        actions.open_form(ana, entry)
        expect(boxes(ana).first).to_have_accessible_name(first)


@pytest.mark.parametrize(
    ("known", "said"),
    [("1990", "^1990$"), ("2026-05", "^May 2026$"), ("2026-12-03", "^(3 December|December 3,) 2026$")],
)
def test_what_is_known_of_a_date_is_enough_and_is_said_in_words(ana: Page, known: str, said: str) -> None:
    entry = record_form(ana)
    actions.fill_date(ana, "Date on the record", known)
    actions.saved(ana)
    actions.open_screen(ana, entry)
    fact = ana.get_by_role("article").get_by_role("definition").filter(has_text=re.compile(said))
    expect(fact).to_have_count(1)
    actions.open_form(ana, entry)
    parts = known.split("-")
    for name, part in zip(("Year", "Month", "Day"), [*parts, "", ""], strict=False):
        box = ana.get_by_role("group", name="Date on the record").get_by_label(name, exact=True)
        expect(box).to_have_value(part)


def test_a_known_date_that_cannot_be_is_kept_as_far_as_it_can_and_not_left_in_silence(ana: Page) -> None:
    entry = record_form(ana)
    actions.fill_date(ana, "Date on the record", "2026-02-31")
    boxes(ana).last.blur()
    expect(ana.get_by_text("This date is not complete. We keep February 2026 until it is.")).to_be_visible()
    actions.saved(ana)
    ana.get_by_role("navigation").get_by_role("link").nth(1).click()
    expect(ana.get_by_text("The new date was not complete. We kept February 2026.")).to_be_visible()
    actions.open_screen(ana, entry)
    expect(ana.get_by_role("article")).to_contain_text("February 2026")


def test_a_short_year_of_a_known_date_is_asked_about(ana: Page) -> None:
    entry = record_form(ana)
    actions.fill_date(ana, "Date on the record", "58-03-02")
    boxes(ana).last.blur()
    expect(ana.get_by_text("The year says 58. Do you mean 1958?")).to_be_visible()
    ana.get_by_role("button", name="Yes, ").click()
    year = ana.get_by_role("group", name="Date on the record").get_by_label("Year", exact=True)
    expect(year).to_have_value("1958")
    actions.saved(ana)
    actions.open_screen(ana, entry)
    expect(ana.get_by_role("article")).to_contain_text("1958")
