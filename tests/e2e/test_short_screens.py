"""No screen of the demo case is longer than two and a half phones, unless it is a list, a card, or a page to print."""

from __future__ import annotations

import re

from playwright.sync_api import Page

from tests.e2e.filled_case import fill, go
from tests.harness import PHONE

MOST_PHONES = 2.5
LIST, CARD, SHEET = "a list grows with what it lists", "a card is read from its beginning", "it is printed"
EXCEPTED = {
    "/case/compare/all": SHEET,
    "/case/letters/:id": SHEET,
    "/case/questions/bank": LIST,
    "/case/rights": CARD,
    "/case/seen": LIST,
    "/case/summary/:id": SHEET,
    "/case/timeline": LIST,
    "/case/visits/:id": SHEET,
    "/guide/card/R2": CARD,
    "/help": LIST,
    "/journal": LIST,
    "/more/country": LIST,
    "/papers": LIST,
}


def phones(page: Page, address: str) -> float:
    go(page, address)
    page.wait_for_timeout(250)
    height: int = page.evaluate("document.documentElement.scrollHeight")
    return round(height / PHONE["height"], 2)


def pattern(address: str) -> str:
    return re.sub(r"/[0-9a-f]{32}", "/:id", address)


def test_no_screen_of_the_demo_case_is_longer_than_two_and_a_half_phones(ana: Page) -> None:
    measured = {pattern(address): phones(ana, address) for address in fill(ana)}
    assert measured["/guide/card/R2"] > MOST_PHONES, "a long card is longer"
    # What is held out to a doctor is the sheet itself.
    counted = {address for address in measured.keys() - EXCEPTED.keys() if not address.endswith("?show")}
    assert {address: measured[address] for address in counted if measured[address] > MOST_PHONES} == {}
