"""What the app gives to a calendar, read by another library: added again after a change, it replaces the first one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pytest
from icalendar import Calendar
from playwright.sync_api import Page

from tests import actions


@pytest.fixture(autouse=True)
def _case(ana: Page) -> None:
    actions.start_case(ana, "My left knee")


@dataclass(frozen=True)
class Appointment:
    """An event as a calendar reads it."""

    uid: str
    sequence: int
    stamp: datetime
    start: date
    end: date
    summary: str
    location: str
    blocks: bool


def handed_over(page: Page) -> Appointment:
    """The one event of the file."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Add to my calendar").click()
    (event,) = Calendar.from_ical(waiting.value.path().read_bytes()).events
    assert not event.errors
    assert event.end > event.start
    return Appointment(
        uid=str(event.uid),
        sequence=int(event.sequence),
        stamp=event.stamp or pytest.fail("no stamp"),
        start=event.start,
        end=event.end,
        summary=str(event.summary),
        location=str(event.location),
        blocks=event.get("TRANSP") != "TRANSPARENT",
    )


def takes_its_place(first: Appointment, again: Appointment) -> bool:
    """Whether a calendar that holds the first one replaces it by the other (RFC 5545, 3.8.7.4)."""
    return first.uid == again.uid and again.sequence > first.sequence and again.stamp >= first.stamp


def test_f2_a_visit_that_moves_takes_its_old_place_in_the_calendar(ana: Page) -> None:
    actions.add_visit(ana, "Dr Lindqvist; “knees”, Lake Hospital", "Room 4, floor 2", "2031-12-31T23:30")
    first = handed_over(ana)
    assert first.start == datetime(2031, 12, 31, 23, 30)  # noqa: DTZ001 - the clinic's own clock, in no zone
    assert first.end - first.start == timedelta(hours=1)
    assert first.location == "Room 4, floor 2"
    assert "Dr Lindqvist; “knees”, Lake Hospital" in first.summary

    ana.get_by_label(actions.TIME).fill("09:15")
    actions.saved(ana)
    moved = handed_over(ana)
    assert takes_its_place(first, moved)
    assert moved.start == datetime(2031, 12, 31, 9, 15)  # noqa: DTZ001 - as above

    ana.get_by_label("Where?").fill("Room 5")
    actions.saved(ana)
    assert takes_its_place(moved, handed_over(ana))


def test_f2_a_visit_without_an_hour_takes_the_whole_day(ana: Page) -> None:
    actions.add_visit(ana, "Dr Lindqvist", when="2031-12-31")
    whole_day = handed_over(ana)
    assert (whole_day.start, whole_day.end) == (date(2031, 12, 31), date(2032, 1, 1))

    ana.get_by_label(actions.TIME).fill("09:15")
    actions.saved(ana)
    with_an_hour = handed_over(ana)
    assert takes_its_place(whole_day, with_an_hour)
    assert with_an_hour.start == datetime(2031, 12, 31, 9, 15)  # noqa: DTZ001 - the clinic's own clock


def test_f2_the_date_to_decide_by_takes_its_old_place_too(ana: Page) -> None:
    actions.open_screen(ana, "/case/decide-by")
    ana.get_by_label("The date your doctor gave").fill("2032-02-28")
    actions.saved(ana)
    first = handed_over(ana)
    assert (first.start, first.end) == (date(2032, 2, 28), date(2032, 2, 29))
    ana.get_by_label("The date your doctor gave").fill("2032-02-29")
    actions.saved(ana)
    again = handed_over(ana)
    assert takes_its_place(first, again)
    assert (again.start, again.end) == (date(2032, 2, 29), date(2032, 3, 1))
    assert not again.blocks
