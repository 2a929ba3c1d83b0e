"""Strange texts, impossible days, far too many entries and equal ones, on the screens of every tool: it just works.

What a screen cannot read it leaves out or shows as it is; it never stops, and nothing is cut off silently.
"""

from __future__ import annotations

import re
from datetime import datetime
from itertools import cycle
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests import actions
from tests.e2e.accessibility_checks import at_rest
from tests.e2e.filled_case import bring_story, go, screens
from tests.e2e.test_bad_input import STRANGE, flat
from tests.e2e.test_two_devices_any_kind import KINDS, Kind
from tests.e2e.users import A_LOOK
from tests.seed.story import DAY_FIELDS, story

TEXTS = {**STRANGE, "one long word": "W" * 120}
# What is in no calendar, and years outside our range
IMPOSSIBLE = ("2026-02-30", "2026-13-01", "tomorrow", "0000-00-00", "9999-12-31", "0001-01-01", "2026-11-31T25:61")
DATES = {*DAY_FIELDS.values(), "answeredOn", "when", "date"}
NOT_FOR_PEOPLE = re.compile(r"Invalid|NaN|undefined|\[object|\bnull\b")
MANY = 500


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_a_strange_text_is_kept_by_every_tool(ana: Page, text: str) -> None:
    actions.start_case(ana, "My left knee")
    written = [(kind, *typed(ana, kind, text)) for kind in KINDS.values()]
    actions.saved(ana)
    ana.reload()
    expect(ana.get_by_role("heading", level=1)).to_be_visible()
    for kind, address, value in written:
        seen(ana, address)
        if ana.get_by_role("link", name="Edit", exact=True).count() > 0:
            seen(ana, f"{address}?edit")
        expect(field_of(ana, kind), kind.label).to_have_value(value)
        seen(ana, kind.shown_at or kind.address)


def typed(page: Page, kind: Kind, text: str) -> tuple[str, str]:
    """Returns the entry's address, and the text as a one-line field takes it: line ends become spaces."""
    go(page, kind.address)
    if kind.button in actions.IN_PLACE:
        actions.add_in_place(page, kind.button, "A word")
    elif kind.button:
        # The button is where the last one was: pressed too soon, it would count as the same tap made twice.
        page.wait_for_timeout(1000 * A_LOOK)
        page.get_by_role("button", name=kind.button, exact=True).click()
    field = field_of(page, kind)
    field.fill(text)
    value = field.input_value()
    assert flat(value) == flat(text)
    return actions.path_of(page), value


def field_of(page: Page, kind: Kind) -> Locator:
    return page.get_by_role("main").get_by_label(kind.label, exact=True).last


def seen(page: Page, address: str) -> None:
    if page.evaluate("location.pathname + location.search") != address:
        go(page, address)
    at_rest(page)
    assert page.title() != "taken over", address
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address


def test_days_that_no_calendar_has_stop_no_screen(ana: Page) -> None:
    """As another version of the app, or another program, may write them."""
    told = demo()
    impossible = cycle(IMPOSSIBLE)
    for event in told["cases"][0]["events"]:
        event.update({name: next(impossible) for name in DATES & event.keys()})
    told["cases"][0]["events"].append(
        {"kind": "case-field", "name": "patientBirthDate", "value": "2026-02-30", "at": told["cases"][0]["at"]}
    )
    every_screen_stands(ana, screens(bring_story(ana, told)))


def every_screen_stands(page: Page, addresses: list[str]) -> None:
    for address in addresses:
        go(page, address)
        at_rest(page)
        assert page.get_by_role("heading", level=1).inner_text() != "This page stopped", address
        assert not NOT_FOR_PEOPLE.search(page.get_by_role("main").inner_text()), address


def test_five_hundred_records_of_one_name_are_all_there(ana: Page) -> None:
    told = demo()
    case = told["cases"][0]
    first = {"kind": "record", "of": "report", "status": "need", "what": "Report", "holder": "City Clinic"}
    case["events"] += [{**first, "at": case["at"]} for _ in range(MANY)]
    addresses = screens(bring_story(ana, told))
    every_screen_stands(ana, addresses)
    actions.open_screen(ana, "/case/records")
    expect(ana.get_by_text(re.compile(rf"of {MANY + 6} records are here"))).to_be_visible()
    actions.open_screen(ana, "/case/seen")
    expect(ana.get_by_role("button", name=re.compile(r"Show \d+ more rows"))).to_be_visible()


def test_equal_names_stay_two_entries(ana: Page) -> None:
    actions.start_case(ana, "My left knee")
    for name in ("doctors", "medicines", "tasks", "opinions"):
        kind = KINDS[name]
        written = {actions.add_entry(ana, kind.address, kind.button, {kind.label: "Dr Osei"}) for _ in range(2)}
        assert len(written) == 2
        actions.open_screen(ana, kind.address)
        for address in written:
            expect(ana.locator(f'main a[href="{address}"]').first, name).to_contain_text("Dr Osei")


def demo() -> dict[str, Any]:
    return story("knee", today=datetime.now().astimezone().date())
