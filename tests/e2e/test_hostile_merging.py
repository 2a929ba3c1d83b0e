"""A companion writes what could stop the app. The case opens at every start, help is available, and the app says so."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests import actions, other_phones
from tests.e2e.by_hand import more_by_hand
from tests.e2e.conftest import NewPhone
from tests.e2e.hostile_device import attack
from tests.e2e.pair_of_phones import find_signal
from tests.harness import Server

pytestmark = pytest.mark.hostile
ATTACKS = ["deep", "waiting", "deletions", "crowd", "bomb", "much"]

CASE = "My left knee"
NOTE = "The nurse takes blood."


@pytest.mark.parametrize("name", more_by_hand(ATTACKS, "deep"))
def test_the_case_opens_and_help_is_there_whatever_a_companion_writes(
    ana: Page, server: Server, new_phone: NewPhone, name: str
) -> None:
    with_attack(ana, server, name)
    for _ in range(2):
        actions.open_screen(ana, "/journal")
        expect(ana.get_by_text(NOTE)).to_be_visible()
        actions.open_screen(ana, "/help")
        expect(ana.get_by_role("heading", level=1)).to_have_text("Get help now")
    actions.write_note(ana, "Written afterwards.")
    other = new_phone()
    other_phones.join_by_code(other, other_phones.offer_phone(ana).code, ana)
    expect(other.get_by_text("All here").first).to_be_visible()
    actions.open_screen(other, "/journal")
    expect(other.get_by_text(NOTE)).to_be_visible()
    expect(other.get_by_text("Written afterwards.")).to_be_visible()


def test_what_was_set_aside_is_said_and_all_from_that_phone_may_be_set_aside_and_looked_at_again(
    ana: Page, server: Server
) -> None:
    with_attack(ana, server, "deep")
    actions.open_screen(ana, "/more/storage")
    expect(ana.get_by_text("It was set aside")).to_be_visible()
    ana.get_by_role("button", name="Set aside all from that phone").click()
    expect(ana.get_by_text("All that came from that phone is set aside.")).to_be_visible()
    actions.open_screen(ana, "/journal")
    expect(ana.get_by_text(NOTE)).to_be_visible()
    actions.open_screen(ana, "/more/storage")
    ana.get_by_role("button", name="Look at it again").click()
    expect(ana.get_by_text("All that came from that phone is set aside.")).to_have_count(0)
    actions.open_screen(ana, "/journal")
    expect(ana.get_by_text(NOTE)).to_be_visible()
    actions.open_screen(ana, "/more/storage")
    expect(ana.get_by_text("It was set aside")).to_be_visible()

    ana.get_by_role("button", name="I have read this").click()
    expect(ana.get_by_text("It was set aside")).to_have_count(0)
    ana.get_by_role("button", name="Look at it again").click()
    expect(ana.get_by_text("It was set aside")).to_be_visible()


def test_more_than_a_phone_takes_in_is_said_and_more_is_let_in_when_she_looks_at_it_again(
    ana: Page, server: Server
) -> None:
    with_attack(ana, server, "much")
    actions.open_screen(ana, "/more/storage")
    said = ana.get_by_text("Someone wrote more into a case than this phone takes in at once.")
    expect(said).to_be_visible()
    ana.get_by_role("button", name="Look at it again").first.click()
    actions.open_screen(ana, "/journal")
    expect(ana.get_by_text(NOTE)).to_be_visible()
    actions.open_screen(ana, "/more/storage")
    expect(said).to_be_visible()


def with_attack(ana: Page, server: Server, name: str) -> None:
    """Her phone has the case open while the companion's writing arrives."""
    actions.start_case(ana, CASE)
    actions.write_note(ana, NOTE)
    actions.sent(ana)
    attack(server, name, other_phones.invite_companion(ana, "Ana").code, None)
    actions.open_screen(ana, "/journal")
    find_signal(ana)
