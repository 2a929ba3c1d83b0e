"""States that a screen is in only at times are accessible too: before any case, empty, searched, deleted, offered.

Checked by axe in the phone's own light and dark colours and in its own high contrast, and at 320 pixels.
"""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests import actions, other_phones
from tests.e2e.accessibility_checks import COLOURS, at, is_cut, violations
from tests.guards import ROOT
from tests.guards.coverage import patterns

# Every screen of the tools that needs no entry; a new one is included by itself
TOOLS = [pattern for pattern in patterns(ROOT) if pattern.startswith("/case/") and ":" not in pattern]
EMPTY = ("/journal", "/journal/deleted", *TOOLS, "/case/summary/any", "/case/options/waiting")


def test_before_there_is_a_case(ana: Page) -> None:
    for address in ("/", "/begin", "/begin/soon", "/cases", "/cases/new", "/journal", "/pair", "/help", "/more/phones"):
        actions.open_screen(ana, address)
        assert wrong_with(ana) == [], address
    actions.open_screen(ana, "/pair")
    ana.get_by_label("Code or link").fill("0000-0000-0000-0000-0000-0000-0000")
    expect(ana.get_by_text("There is a typing mistake")).to_be_visible()
    assert wrong_with(ana) == []
    actions.open_screen(ana, "/pair#0000-0000-0000-0000-0000-0000-0000")
    expect(ana.get_by_role("button", name="Bring my cases here")).to_be_visible()
    assert wrong_with(ana) == []


def test_a_case_with_nothing_in_it_yet(ana: Page) -> None:
    actions.start_case(ana, "My left knee")
    assert wrong_with(ana) == []
    for address in EMPTY:
        assert wrong_with(at(ana, address)) == [], address


def test_a_case_in_use(ana: Page) -> None:
    actions.start_case(ana, "My left knee")
    for text in ("Does it have to be now?", "What if I wait?"):
        actions.write_question(ana, text)
    actions.write_note(ana, "Dr Osei: an operation in January.")
    searched(ana, "/search", "January")
    searched(ana, "/search", "records")
    searched(ana, "/search", "zebra")
    at(ana, "/case/questions").get_by_role("button", name=re.compile("^Move: ")).last.click()
    expect(ana.get_by_role("button", name=re.compile("^Move up: ")).first).to_be_visible()
    assert wrong_with(ana) == []
    for address in ("/", "/papers"):
        at(ana, address)
        assert wrong_with(ana) == [], address
    at(ana, "/journal").get_by_role("link", name=re.compile("Dr Osei")).click()
    ana.get_by_role("button", name="Delete", exact=True).click()
    expect(ana.get_by_role("button", name="Undo")).to_be_visible()
    assert wrong_with(ana) == []
    other_phones.offer_phone(ana)
    assert wrong_with(ana) == []


def searched(page: Page, address: str, word: str) -> None:
    at(page, address).get_by_role("searchbox").fill(word)
    expect(page.get_by_text(re.compile("found", re.IGNORECASE))).to_be_visible()
    assert wrong_with(page) == []


def wrong_with(page: Page) -> list[str]:
    wrong = violations(page)
    page.emulate_media(color_scheme="dark")
    wrong += [f"dark: {found}" for found in violations(page, *COLOURS)]
    page.emulate_media(color_scheme="light", contrast="more")
    wrong += [f"high contrast: {found}" for found in violations(page, *COLOURS)]
    page.emulate_media(contrast="no-preference")
    page.set_viewport_size({"width": 320, "height": 640})
    wrong += [f"narrow: {found}" for found in is_cut(page)]
    page.set_viewport_size({"width": 390, "height": 844})
    return wrong
