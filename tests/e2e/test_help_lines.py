"""Whom each country offers on "Get help now": its ambulance, ways to text, a crisis line, and what was not found."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests import actions
from tests.e2e.console_errors import ConsoleErrors
from tests.e2e.test_help_now import call, choose

BEFORE = "(one, other) => Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING)"


@pytest.mark.parametrize(
    ("country", "ambulance", "other"),
    [("Saudi Arabia", "997", "Emergency: 911"), ("United Arab Emirates", "998", "Police: 999")],
)
def test_at_the_border_where_997_and_998_change_places_each_side_calls_its_own_ambulance(
    ana: Page, country: str, ambulance: str, other: str
) -> None:
    actions.open_screen(ana, "/help")
    choose(ana, country)
    bar = ana.locator(".call-bar").get_by_role("link")
    expect(bar).to_have_text(f"Call {ambulance}")
    expect(bar).to_have_attribute("href", f"tel:{ambulance}")
    expect(ana.get_by_role("heading", name=f"Call {ambulance} now if someone has:")).to_be_visible()
    expect(ana.get_by_text(f"Second-hand: we read the number {ambulance} on another website")).to_be_visible()
    expect(ana.get_by_role("link", name=other)).to_be_visible()
    others = {"997", "998"} - {ambulance}
    for number in others:
        expect(ana.locator(f"a[href='tel:{number}']")).to_have_count(0)


@pytest.mark.parametrize(
    ("country", "first", "link"),
    [
        ("United Kingdom", "Register your phone first", "sms:999"),
        ("Ireland", "You must register your phone beforehand", "sms:112"),
        ("United States", "In some places you can text 911. Call if you can", "sms:911"),
        ("Australia", "A text to 000 or to 106 does not work", "sms:0423677767"),
    ],
)
def test_who_cannot_hear_or_speak_reads_what_is_true_before_the_button_that_texts(
    ana: Page, country: str, first: str, link: str
) -> None:
    actions.open_screen(ana, "/help")
    part = ana.locator("[data-part=text]")
    expect(part).to_contain_text("Tap your country at the top.")
    choose(ana, country)
    expect(part).to_contain_text(first)
    button = part.get_by_role("link")
    expect(button).to_have_attribute("href", link)
    assert part.locator("p").first.evaluate(BEFORE, button.element_handle())


def test_a_crisis_line_that_takes_texts_at_another_number_has_a_button_for_it(ana: Page) -> None:
    actions.open_screen(ana, "/help")
    for country, number, texts in (("Ireland", "116123", "50808"), ("Australia", "131114", "0477131114")):
        choose(ana, country)
        crisis = ana.locator("[data-part=crisis]")
        expect(crisis.locator(f"a[href='tel:{number}']")).to_be_visible()
        expect(crisis.locator(f"a[href='sms:{texts}']")).to_be_visible()


def test_what_was_not_found_is_said_and_is_no_gap(ana: Page) -> None:
    actions.open_screen(ana, "/help")
    choose(ana, "United Arab Emirates")
    for part in ("text", "crisis", "urgent", "ward"):
        found = ana.locator(f"[data-part={part}]")
        expect(found).to_contain_text(re.compile("United Arab Emirates: we found no .* that we could check"))
        expect(found.get_by_role("link")).to_have_count(0)
    expect(ana.locator("[data-part=crisis]")).to_contain_text("Call 998.")
    expect(ana.locator("[data-part=text]")).to_contain_text("ask them to call 998.")


def test_northern_ireland_is_not_sent_to_a_line_that_it_does_not_have(ana: Page) -> None:
    actions.open_screen(ana, "/help")
    choose(ana, "England")
    expect(call(ana, "111")).to_be_visible()
    choose(ana, "Northern Ireland")
    expect(ana.locator("[data-part=urgent]")).to_contain_text("There is no 111 line")
    expect(call(ana, "111")).to_have_count(0)
    expect(call(ana, "0808 808 8000")).to_have_attribute("href", "tel:08088088000")
    expect(call(ana, "999")).to_be_visible()


def test_a_crisis_line_can_be_found_before_a_country_is_chosen_and_without_a_signal(
    ana: Page, console_errors: ConsoleErrors
) -> None:
    # On a first visit other files are still loading when the signal goes. Sync's own file is requested again later.
    console_errors.expect(r"ERR_INTERNET_DISCONNECTED \(.*/assets/|dynamically imported module: .*/assets/phoneSync-")
    actions.open_screen(ana, "/help")
    crisis = ana.locator("[data-part=crisis]")
    expect(crisis).to_contain_text(
        "Tap your country at the top. Its crisis line then shows here, with no signal needed."
    )
    expect(crisis).to_contain_text("In danger now? Call your local emergency number.")
    expect(crisis).to_contain_text("Tell the staff.")
    expect(crisis).to_contain_text("With a signal, the website findahelpline.com")
    ana.context.set_offline(True)
    choose(ana, "United States")
    expect(call(ana, "988")).to_have_attribute("href", "tel:988")
    expect(ana.get_by_role("link", name="Text 988")).to_have_attribute("href", "sms:988")
    expect(crisis).to_contain_text("In danger now? Call 911.")
    expect(crisis).not_to_contain_text("findahelpline.com")
