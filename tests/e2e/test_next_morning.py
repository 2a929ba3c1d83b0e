"""Midnight passes while the app is open: what says "today" refers to the new day, as soon as the person looks."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from tests import actions
from tests.e2e.conftest import NewPhone
from tests.e2e.console_errors import ConsoleErrors
from tests.e2e.pair_of_phones import find_signal, forgive_cut_requests, pair

EVENING = "2031-03-10T22:15:00"
MORNING = "2031-03-11T08:00:00"
DATE = "The date your doctor gave"
# How a phone tells the page that someone looks at it again
COMING_BACK = {
    "shown": "document.dispatchEvent(new Event('visibilitychange'))",
    "from the cache": "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))",
    "touched": "dispatchEvent(new Event('focus'))",
}

Looked = tuple[str, re.Pattern[str], re.Pattern[str]]

# A screen, what it says in the evening, and what it says the next morning
SAID: tuple[Looked, ...] = (
    ("/case/tasks", re.compile("Today.*Call the clinic"), re.compile("Was planned for an earlier day.*Call the")),
    ("/case/visits", re.compile("Coming up.*Dr Lindqvist"), re.compile("Past.*Dr Lindqvist")),
    ("/case/decide", re.compile("2 days left"), re.compile("1 day left")),
    ("/", re.compile("2 days left"), re.compile("1 day left")),
    ("/case/timeline", re.compile("Today, 10 March"), re.compile("Today, 11 March")),
)


@pytest.fixture
def evening(ana: Page) -> Page:
    """A case with a task and a visit for this evening, and a date for the day after tomorrow."""
    ana.clock.install(time=EVENING)
    actions.start_case(ana, "My left knee")
    actions.add_visit(ana, "Dr Lindqvist", when="2031-03-10T23:00")
    actions.add_entry(
        ana,
        "/case/tasks",
        "Add something to do",
        {"What do you need to do?": "Call the clinic", "Which day?": "2031-03-10"},
    )
    actions.open_screen(ana, "/case/decide-by")
    ana.get_by_label(DATE).fill("2031-03-12")
    actions.saved(ana)
    return ana


@pytest.mark.parametrize(("address", "before", "after"), SAID, ids=[address for address, _, _ in SAID])
@pytest.mark.parametrize("coming_back", COMING_BACK)
def test_a_screen_left_open_overnight_says_the_new_day_when_it_is_seen_again(
    evening: Page, address: str, before: re.Pattern[str], after: re.Pattern[str], coming_back: str
) -> None:
    actions.open_screen(evening, address)
    expect(evening.get_by_role("main")).to_have_text(before)
    evening.clock.set_system_time(MORNING)
    evening.evaluate(COMING_BACK[coming_back])
    expect(evening.get_by_role("main")).to_have_text(after)


@pytest.mark.parametrize(("address", "before", "after"), SAID[:3], ids=[address for address, _, _ in SAID[:3]])
def test_a_screen_that_is_looked_at_says_the_new_day_at_midnight(
    evening: Page, address: str, before: re.Pattern[str], after: re.Pattern[str]
) -> None:
    actions.open_screen(evening, address)
    expect(evening.get_by_role("main")).to_have_text(before)
    evening.clock.fast_forward("01:50:00")
    expect(evening.get_by_role("main")).to_have_text(after)


def test_a_note_keeps_the_day_and_the_hour_on_which_it_was_written(
    new_phone: NewPhone, console_errors: ConsoleErrors
) -> None:
    """Read on a phone where it is another day than where it was written; the same for an answer."""
    forgive_cut_requests(console_errors)
    zone = "Pacific/Kiritimati" if datetime.now(ZoneInfo("UTC")).hour >= 10 else "Pacific/Pago_Pago"
    ana, ben = new_phone(timezone_id=zone), new_phone(timezone_id="Europe/London")
    pair(ana, ben)
    actions.write_note(ana, "Written far away.")
    actions.write_question(ana, "What if I wait?")
    ana.get_by_label("What the doctor said").fill("Nothing bad.")
    actions.saved(ana)
    find_signal(ana)
    actions.open_screen(ana, "/journal")
    there = datetime.now(ZoneInfo(zone))
    assert there.date() != datetime.now(ZoneInfo("Europe/London")).date()
    expect(ana.get_by_text("Nothing bad.")).to_be_visible()
    headings = ana.get_by_role("main").get_by_role("heading", level=2).all_inner_texts()
    assert headings == [f"{there:%A} {there.day} {there:%B}"]
    lines = ana.locator(".note .quiet").all_inner_texts()

    actions.open_screen(ben, "/journal")
    find_signal(ben)
    expect(ben.get_by_text("Written far away.")).to_be_visible()
    expect(ben.get_by_text("Nothing bad.")).to_be_visible()
    assert ben.get_by_role("main").get_by_role("heading", level=2).all_inner_texts() == headings
    times = [line.partition(" · ")[0] for line in lines]
    assert [line.partition(" · ")[0] for line in ben.locator(".note .quiet").all_inner_texts()] == times
    assert all(re.fullmatch(r"\d\d:\d\d", time) for time in times)
    assert {int(time[:2]) for time in times} <= {there.hour, (there - timedelta(hours=1)).hour}
    ben.get_by_role("link", name=re.compile("Written far away")).click()
    expect(ben.get_by_text(re.compile(rf"Written .*{there.day} {there:%B} {there.year}"))).to_be_visible()


def test_a_day_of_another_year_is_headed_with_its_year(ana: Page) -> None:
    actions.start_case(ana, "My left knee")
    actions.write_note(ana, "Of this year.")
    actions.open_screen(ana, "/journal")
    this_year = datetime.now(ZoneInfo("Europe/London")).year
    heading = ana.get_by_role("main").get_by_role("heading", level=2)
    expect(heading).not_to_contain_text(str(this_year))
    ana.clock.install(time=f"{this_year + 1}-06-01T08:00:00")
    actions.open_screen(ana, "/journal")
    expect(heading).to_contain_text(str(this_year))
