"""The screen "Get help now" as a person in need sees it: the country first, the call always in view.

And a way for those who cannot use the call.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from tests import actions
from tests.e2e.accessibility_checks import COLOURS, at_rest, is_cut, violations
from tests.e2e.conftest import NewPhone, phone_context
from tests.harness import Server

SIZES: tuple[ViewportSize, ...] = (
    {"width": 390, "height": 844},
    {"width": 320, "height": 568},
    {"width": 844, "height": 390},
)
# What is visible at that place belongs to the element, and the whole element is inside the window.
IN_VIEW = """(element) => {
    const box = element.getBoundingClientRect();
    const seen = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return box.top >= 0 && box.bottom <= innerHeight + 1 && box.height >= 48 && element.contains(seen);
}"""


def call(page: Page, number: str) -> Locator:
    return page.get_by_role("link", name=f"Call {number}", exact=True)


def tap(page: Page, country: str) -> None:
    page.get_by_role("radio", name=country).check()


def choose(page: Page, country: str) -> None:
    """From the list of all, as a person whose country is not among the chips."""
    page.get_by_role("combobox", name="Another country").select_option(label=country)


def test_the_country_comes_first_and_nothing_is_guessed(ana: Page) -> None:
    actions.open_screen(ana, "/help")
    first = ana.get_by_role("main").locator("a, button, input, select, h2").first
    expect(first).to_have_role("radio")
    expect(ana.get_by_role("radio", name="United Kingdom")).not_to_be_checked()
    expect(ana.locator("a[href^='tel:'], a[href^='sms:']")).to_have_count(0)
    expect(ana.locator(".call-bar")).to_have_text("Call your local emergency number.")
    expect(ana.get_by_role("heading", name="Call your local emergency number now if someone has:")).to_be_visible()


def test_a_tap_on_a_country_puts_its_number_on_the_screen_at_once(ana: Page) -> None:
    actions.open_screen(ana, "/help")
    tap(ana, "United States")
    expect(call(ana, "911")).to_have_attribute("href", "tel:911")
    expect(ana.get_by_role("heading", name="Call 911 now if someone has:")).to_be_visible()
    tap(ana, "United Kingdom")
    expect(ana.get_by_role("radio", name="United Kingdom")).to_be_checked()
    expect(call(ana, "999")).to_have_attribute("href", "tel:999")
    expect(call(ana, "911")).to_have_count(0)
    choose(ana, "Germany")
    expect(call(ana, "112")).to_have_attribute("href", "tel:112")
    expect(ana.get_by_role("radio", name="United Kingdom")).not_to_be_checked()
    ana.reload()
    expect(call(ana, "112")).to_be_visible()


def test_a_country_without_a_checked_number_says_so_and_calls_nobody(ana: Page) -> None:
    actions.open_screen(ana, "/help")
    choose(ana, "Another country")
    expect(ana.locator(".call-bar")).to_have_text("Call your local emergency number.")
    expect(ana.get_by_text("Your country: we found no emergency number that we could check")).to_be_visible()
    expect(ana.get_by_text("numbers checked on")).to_have_count(0)
    expect(ana.get_by_text("Another country:")).to_have_count(0)
    expect(ana.locator(".call-bar a")).to_have_count(0)


def test_the_country_that_a_phone_chose_before_the_four_nations_still_calls_999(new_phone: NewPhone) -> None:
    phone = new_phone()
    phone.add_init_script("localStorage.setItem('second-look:country', 'GB')")
    actions.open_screen(phone, "/help")
    expect(call(phone, "999")).to_have_attribute("href", "tel:999")
    expect(phone.get_by_role("radio", name="United Kingdom")).to_be_checked()


def test_the_united_kingdom_calls_999_at_once_and_asks_for_its_part(ana: Page) -> None:
    actions.open_screen(ana, "/help")
    part = ana.get_by_role("group", name="Which part? Some numbers differ.")
    expect(part).to_have_count(0)
    tap(ana, "United Kingdom")
    expect(call(ana, "999")).to_be_visible()
    part.get_by_role("radio", name="Northern Ireland").check()
    expect(call(ana, "0808 808 8000")).to_be_visible()
    expect(call(ana, "111")).to_have_count(0)
    expect(ana.get_by_role("radio", name="United Kingdom")).to_be_checked()
    tap(ana, "United States")
    expect(part).to_have_count(0)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size['width']}x{size['height']}")
@pytest.mark.parametrize("text", ["", "twice as large"])
def test_the_call_is_in_the_first_view_and_stays_there(
    browser: Browser, large_text: Browser, server: Server, size: ViewportSize, text: str
) -> None:
    page = phone_context(large_text if text else browser, server, viewport=size).new_page()
    actions.open_screen(page, "/help")
    expect(page.locator(".call-bar")).to_be_visible()
    assert page.locator(".call-words").evaluate(IN_VIEW), "in words, before a country is chosen"
    chip = page.locator(".where-chip").first
    assert page.locator(".call-words").evaluate(
        "(words, chip) => chip.getBoundingClientRect().top < words.getBoundingClientRect().top - 20",
        chip.element_handle(),
    ), "the first country is in view above it"
    choose(page, "United Kingdom")
    assert call(page, "999").evaluate(IN_VIEW)
    for part in ("document.body.scrollHeight / 2", "document.body.scrollHeight"):
        page.evaluate(f"scrollTo(0, {part})")
        page.wait_for_function("() => scrollY > 100")
        assert call(page, "999").evaluate(IN_VIEW), part
    assert is_cut(page) == []
    page.context.close()


def test_what_would_cover_the_call_is_noticed(ana: Page) -> None:
    actions.open_screen(ana, "/help")
    choose(ana, "United Kingdom")
    assert call(ana, "999").evaluate(IN_VIEW)
    ana.locator(".call-bar").evaluate("(bar) => { bar.style.position = 'static'; }")
    assert not call(ana, "999").evaluate(IN_VIEW)


def test_a_screen_reader_meets_the_call_right_after_the_country(ana: Page) -> None:
    actions.open_screen(ana, "/help")
    choose(ana, "United Kingdom")
    names = ana.get_by_role("main").locator("a, h2, select").evaluate_all("(all) => all.map((one) => one.textContent)")
    assert names[1] == "Call 999", "the list of countries, the call, and then all the rest"


@pytest.mark.parametrize(
    ("link", "heading"),
    [
        ("I can’t hear or speak", "Cannot hear or speak on the phone?"),  # noqa: RUF001 - as on the screen
        ("I am in despair", "In despair, or thinking of ending your life?"),
        ("I am on cancer treatment", "On cancer treatment? Call your team's 24-hour number now for:"),
    ],
)
def test_a_link_at_the_top_leads_to_help_of_another_kind(ana: Page, link: str, heading: str) -> None:
    actions.open_screen(ana, "/help")
    target = ana.get_by_role("heading", name=heading)
    expect(target).not_to_be_in_viewport()
    ana.get_by_role("link", name=link).click()
    expect(target).to_be_in_viewport()
    expect(target).to_be_focused()
    assert actions.path_of(ana) == "/help"
    ana.get_by_role("link", name="Back").click()
    ana.wait_for_url("/")


def test_the_arrow_leads_back_to_where_help_was_asked_for(ana: Page) -> None:
    actions.open_screen(ana, "/guide")
    ana.get_by_role("link", name="Get help now").click()
    expect(ana.locator(".call-bar")).to_be_visible()
    ana.get_by_role("link", name="Back").click()
    expect(ana.get_by_role("heading", level=1)).to_have_text("Guide")


def test_it_is_for_everybody_in_each_state_and_colour(ana: Page) -> None:
    for theme in ("light", "dark", "contrast"):
        ana.add_init_script(f"localStorage.setItem('second-look:theme', '{theme}')")
        actions.open_screen(ana, "/help")
        for state in (None, "Germany", "Another country"):
            if state:
                choose(ana, state)
            at_rest(ana)
            rules = () if theme == "light" else COLOURS
            assert violations(ana, *rules) == [], (theme, state)
        ana.get_by_role("button", name=re.compile("^Add my team")).click()
        assert violations(ana, *rules) == [], theme
        ana.get_by_text("Where we read about these signs").click()
        assert violations(ana, *rules) == [], theme
