"""My team's number: typed once, called with a tap, still there tomorrow; before any case, and whatever was typed."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests import actions
from tests.e2e.accessibility_checks import is_cut
from tests.e2e.conftest import NewPhone, NewServer, Profiles
from tests.e2e.test_help_now import choose
from tests.e2e.users import A_LOOK

REFUSE = "Storage.prototype.setItem = () => { throw new DOMException('refused', 'QuotaExceededError'); }"


def team(page: Page) -> Locator:
    """The card for people on cancer treatment."""
    return page.locator("[data-part=team]")


def type_number(page: Page, typed: str, button: str = "Add") -> None:
    looked(page)
    team(page).get_by_role("button", name=re.compile(f"^{button} my team")).click()
    field = team(page).get_by_role("textbox")
    expect(field).to_be_focused()
    field.fill(typed)


def looked(page: Page) -> None:
    """Waits as long as a person needs to see what the last tap did; a sooner tap at the same place is ignored."""
    page.wait_for_timeout(1000 * A_LOOK)


def done(page: Page) -> None:
    looked(page)
    team(page).get_by_role("button", name="Done").click()


def test_it_is_kept_without_a_case_and_called_when_the_phone_is_opened_again_with_no_signal(
    profiles: Profiles, new_server: NewServer
) -> None:
    server = new_server()
    ana = profiles.open("ana", server)
    actions.ready_for_offline(ana)
    actions.open_screen(ana, "/help")
    expect(team(ana).locator("a[href^='tel:']")).to_have_count(0)
    type_number(ana, "020 7946 0018 ext 12")
    expect(team(ana)).to_contain_text("The button will call 02079460018.")
    done(ana)
    ana.context.close()
    server.stop()

    ana = profiles.open("ana", server, offline=True)
    actions.open_screen(ana, "/help")
    link = team(ana).get_by_role("link", name="My team · 020 7946 0018 ext 12")
    expect(link).to_have_attribute("href", "tel:02079460018")
    type_number(ana, "+44 (0)20 7946 0019", "Change")
    ana.keyboard.press("Enter")
    link = team(ana).get_by_role("link", name="My team · +44 (0)20 7946 0019")
    expect(link).to_have_attribute("href", "tel:+442079460019")
    type_number(ana, "", "Change")
    done(ana)
    expect(team(ana).get_by_role("button", name=re.compile("^Add my team"))).to_be_visible()


def test_the_card_sends_what_cannot_wait_for_the_team_to_the_emergency_number(ana: Page) -> None:
    actions.open_screen(ana, "/help")
    choose(ana, "United Kingdom")
    expect(team(ana)).to_contain_text("Chest pain, hard to breathe, heavy bleeding, or no answer? Call 999.")
    expect(team(ana)).to_contain_text("No doctor has read this card yet.")


@pytest.mark.parametrize("typed", ["ask the ward", "7", "0800 CALL NOW", "*#06#", "<b>20</b>", "x" * 240])
def test_what_is_no_number_is_shown_and_never_called(ana: Page, typed: str) -> None:
    ana.set_viewport_size({"width": 320, "height": 568})
    actions.open_screen(ana, "/help")
    type_number(ana, typed)
    expect(team(ana)).to_contain_text("We see no whole phone number in this.")
    done(ana)
    expect(team(ana)).to_contain_text(f"My team · {typed}")
    expect(team(ana).locator("a[href^='tel:']")).to_have_count(0)
    assert is_cut(ana) == []


def test_a_phone_that_keeps_nothing_says_so_and_calls_until_the_page_is_closed(new_phone: NewPhone) -> None:
    phone = new_phone()
    phone.add_init_script(REFUSE)
    actions.open_screen(phone, "/help")
    type_number(phone, "020 7946 0018")
    expect(team(phone)).to_contain_text("This phone could not keep it. Write it on paper too.")
    done(phone)
    expect(team(phone).get_by_role("link", name="My team · 020 7946 0018")).to_be_visible()
    choose(phone, "Germany")
    expect(phone.get_by_role("link", name="Call 112", exact=True)).to_be_visible()
    phone.get_by_role("link", name="Back").click()
    phone.get_by_role("link", name="Get help now").click()
    expect(team(phone).get_by_role("link", name="My team · 020 7946 0018")).to_be_visible()


def test_a_marked_contact_is_on_get_help_now_without_a_signal_beside_what_was_typed_there(
    profiles: Profiles, new_server: NewServer
) -> None:
    server = new_server()
    ana = profiles.open("ana", server)
    actions.ready_for_offline(ana)
    actions.open_screen(ana, "/help")
    type_number(ana, "020 7946 0018")
    done(ana)
    actions.start_case(ana, "My left knee")
    actions.open_screen(ana, "/case/contacts")
    looked(ana)
    ana.get_by_role("button", name="Add it to this list").click()
    expect(ana.get_by_role("main").get_by_role("link", name="My team")).to_contain_text("24-hour number")
    expect(ana.get_by_role("button", name="Add it to this list")).to_have_count(0)
    ward = actions.add_entry(
        ana, "/case/contacts", "Add someone to call", {"Who is it?": "Ward 4", "Phone": "020 7946 0019"}
    )
    actions.open_screen(ana, ward)
    ana.get_by_label(re.compile("^This is my team.s 24-hour number")).check()
    actions.saved(ana)
    actions.open_screen(ana, "/help")
    expect(team(ana).get_by_role("link", name="My team · 020 7946 0019")).to_have_attribute("href", "tel:02079460019")
    ana.context.close()
    server.stop()

    ana = profiles.open("ana", server, offline=True)
    actions.open_screen(ana, "/help")
    expect(team(ana).get_by_role("link", name="My team · 020 7946 0019")).to_have_attribute("href", "tel:02079460019")
    expect(team(ana).get_by_role("link", name="My team · 020 7946 0018")).to_have_attribute("href", "tel:02079460018")
