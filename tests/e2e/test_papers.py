"""Papers are read first: facts on a page, the form behind Edit, and a full-screen view to hold out to somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import actions
from tests.e2e.conftest import phone_context
from tests.e2e.filled_case import KEY_BY_PLACE, PAPERS, bring
from tests.e2e.printed_pages import flat, printed
from tests.e2e.touches import point_of
from tests.harness import Server

FIELDS = "main :is(input:not([type=checkbox]), textarea, select)"
# A screen, and words that its page must hold
READ = {
    "/case/records": "City Clinic",
    "/case/letters": "Please send me a copy of my records",
    "/case/medicines": "5 mg",
    "/case/conditions": "I have it now",
    "/case/allergies": "A rash on both arms",
    "/case/symptoms": "Blue and thick",
    "/case/doctors": "Knees of older people",
    "/case/visits": "What was advised",
    "/case/summary": "Why I am here",
    "/case/opinions": "A tear in the inner meniscus",
    "/case/decisions": "They can be done at home.",
}

# A letter that was sent asks below for the day on which it was received, an opinion for the talk with the first doctor.
ASKING = ("/case/letters", "/case/opinions")


@pytest.fixture(scope="module")
def filled(browser: Browser, server: Server) -> Iterator[tuple[Page, dict[str, str]]]:
    """The demo case, and the address of each paper in it by the screen above."""
    context = phone_context(browser, server, has_touch=True)
    page = context.new_page()
    ids = bring(page, "knee")
    yield page, {place: f"{place}/{ids[KEY_BY_PLACE[place]]}" for place in PAPERS}
    context.close()


def test_each_kind_of_paper_is_told_here() -> None:
    assert set(READ) == set(PAPERS)


@pytest.mark.parametrize("place", READ)
def test_a_paper_opens_as_a_page_and_back_from_its_form_leads_to_the_page(
    filled: tuple[Page, dict[str, str]], place: str
) -> None:
    page, addresses = filled
    actions.open_screen(page, addresses[place])
    expect(page.get_by_role("article").first).to_contain_text(READ[place])
    if place not in ASKING:
        expect(page.locator(FIELDS)).to_have_count(0)
    page.get_by_role("link", name="Edit", exact=True).click()
    expect(page.locator(FIELDS).first).to_be_visible()
    page.get_by_role("link", name="Back", exact=True).click()
    expect(page.get_by_role("link", name="Edit", exact=True)).to_be_visible()
    assert page.url.endswith(addresses[place])


def test_a_fact_that_nobody_wrote_is_left_out(ana: Page) -> None:
    actions.start_case(ana, "My left knee")
    actions.open_screen(ana, actions.add_medicine(ana, "Amlodipine", "5 mg"))
    expect(ana.get_by_role("heading", level=1)).to_have_text("Amlodipine")
    sheet = ana.get_by_role("article")
    expect(sheet).to_contain_text("5 mg")
    expect(sheet).not_to_contain_text("How often")
    actions.open_form(ana, actions.path_of(ana))
    ana.get_by_label("How often").fill("once a day")
    ana.get_by_role("button", name="Done").click()
    expect(sheet).to_contain_text(re.compile("How often.*once a day", re.DOTALL))


@pytest.mark.parametrize("place", ["/case/records", "/case/letters", "/case/visits", "/case/summary"])
def test_what_is_held_out_has_the_birth_date_and_is_not_closed_by_one_tap(
    filled: tuple[Page, dict[str, str]], place: str
) -> None:
    page, addresses = filled
    actions.open_screen(page, addresses[place])
    expect(page.get_by_role("navigation")).to_be_visible()
    page.get_by_role("link", name="Show", exact=True).tap()
    sheet = page.get_by_role("article")
    expect(sheet).to_contain_text("Maria Keller")
    expect(sheet).to_contain_text("Born 2 March 1958")
    expect(sheet).to_contain_text(READ[place])
    expect(page.get_by_role("navigation")).to_have_count(0)
    expect(page.locator(f"{FIELDS}, main :is(a, button)")).to_have_count(0)
    expect(page.get_by_role("link", name="Get help now")).to_be_visible()
    actions.before_the_next_tap(page)
    page.get_by_role("button", name="Close").tap()
    again = page.get_by_role("button", name="Tap again to close")
    expect(again).to_be_visible()
    expect(sheet).to_contain_text("Born 2 March 1958")
    again.tap()
    expect(page.get_by_role("link", name="Edit", exact=True)).to_be_visible()
    assert page.url.endswith(addresses[place])


def test_what_is_held_out_is_closed_by_holding_or_by_enter_twice(filled: tuple[Page, dict[str, str]]) -> None:
    page, addresses = filled
    for close in (hold, press_enter_twice):
        actions.open_screen(page, addresses["/case/medicines"])
        page.get_by_role("link", name="Show", exact=True).click()
        expect(page.get_by_role("article")).to_contain_text("Born 2 March 1958")
        close(page)
        expect(page.get_by_role("link", name="Edit", exact=True)).to_be_visible()
        assert page.url.endswith(addresses["/case/medicines"])


def hold(page: Page) -> None:
    page.mouse.move(*point_of(page.get_by_role("button", name="Close")))
    page.mouse.down()
    expect(page.get_by_role("link", name="Edit", exact=True)).to_be_visible()
    page.mouse.up()


def press_enter_twice(page: Page) -> None:
    button = page.get_by_role("button", name=re.compile("close", re.IGNORECASE))
    button.press("Enter")
    expect(button).to_have_text("Tap again to close")
    button.press("Enter")


def test_a_visit_that_is_over_reads_like_a_document_and_is_printed_with_its_name(
    filled: tuple[Page, dict[str, str]],
) -> None:
    page, addresses = filled
    actions.open_screen(page, addresses["/case/visits"])
    for words in (
        "Lake Hospital",
        "What this doctor said",
        "What you wrote down",
        "Notes from this visit",
        "Say it back",
    ):
        expect(page.get_by_role("article")).to_contain_text(words)
    text = flat(" ".join(one.text for one in printed(page, "A4")))
    for words in ("Dr Lindqvist", "Lake Hospital", "Notes from this visit"):
        assert words in text
    assert "Get help now" not in text
