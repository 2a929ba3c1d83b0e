"""Today: the visit first, what to do with its reason, and every tool at most two taps away."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests import actions
from tests.e2e.conftest import NewPhone
from tests.e2e.filled_case import bring, go
from tests.e2e.first_minute_steps import skip_first_minute
from tests.guards import ROOT
from tests.guards.coverage import patterns

# They belong to one entry, one tool or the settings, which lead to them.
WITHIN_A_TOOL = {
    "/case/companions/before",
    "/case/compare/all",
    "/case/copy",
    "/case/doctors/side-by-side",
    "/case/helping",
    "/case/letters/new",
    "/case/opinions/discuss",
    "/case/records/usual",
}


def links(page: Page) -> list[str]:
    found: list[str] = (
        page.get_by_role("main")
        .locator("a[href^='/']")
        .evaluate_all("(all) => all.map((link) => link.getAttribute('href'))")
    )
    return found


def in_hours(hours: int) -> str:
    return (datetime.now().astimezone() + timedelta(hours=hours)).strftime("%Y-%m-%d")


def test_d4_on_the_day_one_tap_leads_into_the_room(ana: Page) -> None:
    actions.start_case(ana, "My left knee")
    visit = actions.add_visit(ana, "Dr Lindqvist", "Lake Hospital", in_hours(0))
    actions.open_screen(ana, "/")
    first = ana.get_by_role("main").get_by_role("region").first
    expect(first).to_contain_text("Dr Lindqvist")
    first.get_by_role("link", name="In the room").click()
    ana.wait_for_url(f"**{visit}/during")
    ana.get_by_role("link", name="Back", exact=True).click()
    ana.wait_for_url(re.compile(r"/$"))


def test_d4_the_visit_of_the_week_has_its_card_and_a_later_one_has_none(ana: Page) -> None:
    actions.start_case(ana, "My left knee")
    visit = actions.add_visit(ana, "Dr Lindqvist", "Lake Hospital", in_hours(24 * 6))
    actions.open_screen(ana, "/")
    card = ana.get_by_role("region", name="Dr Lindqvist")
    expect(card.get_by_role("link", name="Get ready")).to_have_attribute("href", f"{visit}/before")
    actions.open_screen(ana, visit)
    ana.get_by_label("When?", exact=True).fill(in_hours(24 * 9))
    actions.saved(ana)
    actions.open_screen(ana, "/")
    expect(ana.locator("ol.stages")).to_be_visible()
    expect(card).to_have_count(0)


def test_no_tool_is_more_than_two_taps_from_today_and_none_stands_twice(ana: Page) -> None:
    bring(ana, "knee")
    on_today = links(ana)
    go(ana, "/papers")
    on_shelf = links(ana)
    for shown in (on_today, on_shelf):
        assert sorted(shown) == sorted(set(shown))
    tools = {pattern for pattern in patterns(ROOT) if pattern.startswith("/case/") and ":" not in pattern}
    assert len(tools) > 15
    assert tools - WITHIN_A_TOOL <= set(on_shelf)


def test_p3_a_new_case_shows_its_first_three_questions_until_there_is_more_to_show(ana: Page) -> None:
    skip_first_minute(ana)
    ana.get_by_role("button", name="Keep these").click()
    first = ana.get_by_role("region", name="Look over your 3 questions")
    expect(first.get_by_role("listitem")).to_have_text(
        ["What do you think I have?", "What are all my options?", "What may happen if I wait?"]
    )
    actions.saved(ana)
    actions.write_question(ana, "Can I still kneel in the garden?")
    actions.open_screen(ana, "/")
    expect(ana.get_by_text("Can I still kneel")).to_have_count(0)
    assert sorted(links(ana)) == sorted(set(links(ana)))
    ana.get_by_role("link", name="Look over your 4 questions").click()
    expect(ana.get_by_role("heading", level=1)).to_have_text("Questions")
    expect(ana.get_by_text("Can I still kneel")).to_be_visible()

    # A visit that has no day yet stands nowhere here, so the questions stay.
    actions.add_visit(ana, "Dr Osei")
    actions.open_screen(ana, "/")
    expect(ana.get_by_role("link", name="Look over your 4 questions")).to_be_visible()

    actions.add_visit(ana, "Dr Lindqvist", "Lake Hospital", in_hours(24 * 20))
    actions.open_screen(ana, "/")
    expect(ana.locator("ol.stages")).to_be_visible()
    expect(ana.locator("ol.first-questions")).to_have_count(0)


def test_f2_no_rush_is_an_answer_and_the_app_stops_asking(ana: Page) -> None:
    actions.start_case(ana, "My left knee")
    actions.write_question(ana, "What if I wait?")
    actions.open_screen(ana, "/")
    ask = ana.get_by_role("link", name="Ask your doctor when you need to decide")
    ask.click()
    ana.get_by_role("button", name="My doctor said: no rush").click()
    expect(ana.get_by_label("In your doctor’s own words")).to_have_value("There is no rush.")  # noqa: RUF001 - as shown
    actions.saved(ana)
    actions.before_the_next_tap(ana)
    ana.get_by_role("link", name="Back", exact=True).click()
    expect(ana.get_by_text("There is no rush.")).to_be_visible()
    expect(ask).to_have_count(0)


@pytest.mark.parametrize("start", ["/papers", "/journal", "/case/timeline"])
def test_back_leads_where_one_came_from_and_from_outside_to_the_screen_above(ana: Page, start: str) -> None:
    actions.start_case(ana, "My left knee")
    actions.open_screen(ana, start)
    go(ana, "/case/doctors")
    ana.reload()
    expect(ana.get_by_role("heading", level=1)).to_have_text("Doctors you may ask")
    ana.get_by_role("link", name="Back", exact=True).click()
    ana.wait_for_url(f"**{start}")
    actions.open_screen(ana, "/case/doctors")
    ana.get_by_role("link", name="Back", exact=True).click()
    ana.wait_for_url(re.compile(r"/$"))


def test_the_name_of_the_case_leads_to_the_other_cases_the_phones_and_the_settings(new_phone: NewPhone) -> None:
    page = new_phone()
    actions.start_case(page, "My left knee")
    actions.start_case(page, "Mum’s heart")  # noqa: RUF001 - as typed
    page.get_by_role("heading", level=1).get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Cases and settings")
    for name in ("Your cases", "Who helps me", "Your phones", "Country", "Display"):
        expect(page.get_by_role("main").get_by_role("link", name=name)).to_be_visible()
    page.get_by_role("button", name="My left knee").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("My left knee")
