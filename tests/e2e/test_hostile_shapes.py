"""A person who once had a code writes what no app writes. Every screen still works, here and on a new phone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests import actions, other_phones
from tests.e2e.conftest import NewPhone
from tests.e2e.hostile_device import attack
from tests.e2e.pair_of_phones import find_signal
from tests.harness import Server

pytestmark = pytest.mark.hostile

CASE = "My left knee"
NOTE = "The nurse takes blood."
PLACES = ["/", "/journal", "/help", "/more", "/more/phones", "/more/storage", "/cases", "/case/companions", "/guide"]
OWN_ERRORS = re.compile("does not let|storing anything|did not open|could not show this|went wrong", re.IGNORECASE)


@pytest.mark.parametrize("name", ["shapesInKeyring", "shapesInCase"])
def test_every_screen_goes_on_when_somebody_wrote_what_no_app_writes(
    ana: Page, server: Server, new_phone: NewPhone, name: str
) -> None:
    actions.start_case(ana, CASE)
    actions.write_note(ana, NOTE)
    actions.sent(ana)
    as_companion = name == "shapesInCase"
    offer = other_phones.invite_companion(ana, "Ana") if as_companion else other_phones.offer_phone(ana)
    attack(server, name, offer.code, None if as_companion else ana)
    actions.open_screen(ana, "/")
    find_signal(ana)
    expect_all_well(ana)
    other = new_phone()
    other_phones.join_by_code(other, other_phones.offer_phone(ana).code, ana)
    expect(other.get_by_text("All here").first).to_be_visible()
    expect_all_well(other)
    actions.write_note(other, "Written afterwards.")
    actions.start_case(other, "My hip")


def expect_all_well(page: Page) -> None:
    actions.open_screen(page, "/journal")
    expect(page.get_by_text(NOTE)).to_be_visible()
    for place in PLACES:
        actions.open_screen(page, place)
        expect(page.locator(".app")).not_to_contain_text(OWN_ERRORS)
    actions.open_screen(page, "/cases")
    expect(page.get_by_role("heading", name=CASE)).to_be_visible()
    actions.open_screen(page, "/help")
    expect(page.get_by_role("heading", level=1)).to_have_text("Get help now")
