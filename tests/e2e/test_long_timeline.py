"""A timeline of hundreds of days opens at today; days further away load on request, and all are there."""

from __future__ import annotations

from datetime import datetime, timedelta

from playwright.sync_api import Page, expect

from tests import actions
from tests.e2e.filled_case import bring_story
from tests.seed.story import story

EARLIER = 200
AT_FIRST = 30


def test_a_long_timeline_shows_the_days_near_today_first(ana: Page) -> None:
    today = datetime.now().astimezone().date()
    told = story("knee", today=today)
    case = told["cases"][0]
    for day in range(1, EARLIER + 1):
        on = (today - timedelta(days=300 + day)).isoformat()
        case["events"].append({"kind": "symptom", "what": f"Stiff knee {day}", "on": on, "at": case["at"]})
    bring_story(ana, told)
    actions.open_screen(ana, "/case/timeline")
    more = ana.get_by_role("button", name="earlier entries")
    expect(more).to_be_visible()
    days = ana.get_by_role("main").get_by_role("link")
    expect(ana.get_by_role("link", name=f"Stiff knee {EARLIER} ")).to_have_count(0)
    assert AT_FIRST <= days.count() <= 2 * AT_FIRST
    more.click()
    expect(more).to_have_count(0)
    expect(ana.get_by_role("link", name="Stiff knee")).to_have_count(EARLIER)
