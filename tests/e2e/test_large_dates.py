"""A day and a time are shown whole, even at twice the text size on the narrowest phone.

Browsers cut off what does not fit into these fields, inside a part of them that no page can inspect.
"""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, CDPSession, Page, ViewportSize, expect

from tests import actions
from tests.e2e.conftest import phone_context
from tests.harness import Server

NARROW: ViewportSize = {"width": 320, "height": 640}
EDIT, FIELD = "-webkit-datetime-edit", re.compile("-webkit-datetime-edit-.*-field")
# Without the rule that lets a day wrap, and without the space for one line.
ON_ONE_SHORT_LINE = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`.date-day > .field-box { flex: none; inline-size: 5rem }
        .field-box::-webkit-datetime-edit-fields-wrapper { white-space: pre !important }`);
    document.adoptedStyleSheets = [sheet];
}"""

Node = dict[str, Any]


@pytest.fixture(scope="module")
def large(large_text: Browser, server: Server) -> Page:
    """A phone whose owner has set text of twice the size for all pages."""
    return phone_context(large_text, server, viewport=NARROW).new_page()


def test_days_and_times_are_shown_whole_in_large_letters(large: Page) -> None:
    actions.start_case(large, "My left knee")
    actions.add_visit(large, "Dr Lindqvist", "Lake Hospital", "2031-12-23T10:30")
    assert cut(large) == []
    actions.add_record(large, "MRI", "City Clinic", "Asked for")
    large.get_by_label("Asked on").fill("2031-12-23")
    assert cut(large) == []
    actions.open_screen(large, "/case/letters/new")
    large.get_by_role("button", name="Someone else").click()
    large.get_by_label("Who gets the letter?").fill("City Clinic")
    large.get_by_role("button", name="Done").click()
    actions.before_the_next_tap(large)
    large.get_by_role("button", name="I have sent it").click()
    large.get_by_label("They got it on").fill("2031-12-23")
    assert cut(large) == []
    actions.open_screen(large, "/case/decide-by")
    large.get_by_label("The date your doctor gave").fill("2031-12-23")
    assert cut(large) == []


def test_a_cut_day_would_be_noticed(large: Page) -> None:
    actions.open_screen(large, "/case/decide-by")
    expect(large.get_by_label("The date your doctor gave")).to_be_visible()
    large.evaluate(ON_ONE_SHORT_LINE)
    assert "-webkit-datetime-edit-year-field" in cut(large)


def cut(page: Page) -> list[str]:
    """The days, months, years and times that do not fit into their visible part."""
    tools = page.context.new_cdp_session(page)
    tools.send("DOM.enable")
    nodes = tools.send("DOM.getFlattenedDocument", {"depth": -1, "pierce": True})["nodes"]
    by_id = {node["nodeId"]: node for node in nodes}
    fields = [node for node in nodes if FIELD.fullmatch(part_of(node))]
    assert len(fields) >= 3, "the browser builds these fields in another way"
    return [part_of(field) for field in fields if right(tools, field) > right(tools, window_of(field, by_id)) + 1]


def part_of(node: Node) -> str:
    attributes = node.get("attributes", [])
    return str(dict(zip(attributes[::2], attributes[1::2], strict=True)).get("pseudo", ""))


def window_of(field: Node, by_id: dict[int, Node]) -> Node:
    return field if part_of(field) == EDIT else window_of(by_id[field["parentId"]], by_id)


def right(tools: CDPSession, node: Node) -> float:
    corners: list[float] = tools.send("DOM.getBoxModel", {"nodeId": node["nodeId"]})["model"]["content"]
    return corners[2]
