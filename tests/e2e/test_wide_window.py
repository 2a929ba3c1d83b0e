"""From 900 pixels: the list at the left, its page at the right, the actions in the header, the name of the app."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests import actions
from tests.e2e.accessibility_checks import is_cut, violations
from tests.e2e.filled_case import bring, go

WIDTHS = (900, 1240)
# What a header with its actions takes at most
HEADER_PX = 220


@pytest.fixture
def knee(ana: Page) -> Page:
    bring(ana, "knee")
    return ana


@pytest.mark.parametrize("width", WIDTHS)
def test_the_list_stays_beside_the_page_and_the_actions_are_in_the_header(knee: Page, width: int) -> None:
    knee.set_viewport_size({"width": width, "height": 780})
    expect(knee.get_by_role("navigation").get_by_text("Second Look")).to_be_visible()
    go(knee, "/papers")
    knee.get_by_role("main").get_by_role("link", name="Questions").first.click()
    papers = knee.get_by_role("complementary", name="My papers")
    expect(papers.get_by_role("link", name="Questions").first).to_have_attribute("aria-current", "page")
    done = knee.get_by_role("button", name="Done")
    expect(done).to_be_in_viewport()
    box = done.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < HEADER_PX
    papers.evaluate("(list) => { list.dataset.stays = ''; list.scrollTop = 40; }")
    actions.before_the_next_tap(knee)
    papers.get_by_role("link", name="Medicines").click()
    expect(knee.get_by_role("heading", level=1)).to_have_text("Medicines")
    expect(papers).to_have_attribute("data-stays", "")
    assert papers.evaluate("(list) => list.scrollTop") == 40
    for address in ("/", "/papers", "/case/medicines", "/case/records", "/case/seen", "/guide/card/R2", "/help"):
        go(knee, address)
        assert is_cut(knee) == [], address
        assert violations(knee) == [], address


def test_on_a_phone_and_in_the_room_nothing_stands_beside(knee: Page) -> None:
    go(knee, "/case/visits")
    expect(knee.locator(".beside")).to_have_count(0)
    knee.set_viewport_size({"width": 1240, "height": 780})
    beside = knee.get_by_role("complementary")
    expect(beside).to_be_visible()
    knee.get_by_role("main").get_by_role("link", name="Dr Osei").first.click()
    expect(knee.get_by_role("heading", level=1)).to_have_text(re.compile("^Visit: .*Dr Osei"))
    actions.before_the_next_tap(knee)
    knee.get_by_role("main").get_by_role("link", name="In the room").click()
    expect(knee.get_by_role("navigation")).to_have_count(0)
    expect(beside).to_have_count(0)
