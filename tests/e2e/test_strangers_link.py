"""A stranger's link, opened on a phone that has cases, brings in at most what they give, and takes nothing."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests import actions, other_phones
from tests.e2e.conftest import NewPhone
from tests.e2e.console_errors import ConsoleErrors
from tests.e2e.pair_of_phones import lose_signal, wake

pytestmark = pytest.mark.hostile

MINE = "My left knee"
BAIT = "A case from a stranger"
FROM_HER = re.compile("^Cases from")


@pytest.fixture
def ana(new_phone: NewPhone) -> Page:
    page = new_phone()
    actions.start_case(page, MINE)
    actions.sent(page)
    return page


@pytest.fixture
def mallory(new_phone: NewPhone) -> Page:
    page = new_phone()
    actions.start_case(page, BAIT)
    return page


def open_link(page: Page, link: str) -> None:
    page.goto(link)
    page.get_by_role("button", name="Bring my cases here").click()


def sees_nothing_of_hers(mallory: Page, ana: Page) -> None:
    """Nor what Ana writes from now on, once both phones have been in contact with the server."""
    actions.write_note(ana, "A later note")
    actions.sent(ana)
    actions.open_screen(mallory, "/cases")
    actions.sent(mallory)
    mallory.wait_for_timeout(5_000)
    expect(mallory.get_by_text(BAIT)).to_be_visible()
    expect(mallory.get_by_text(MINE)).to_have_count(0)


def test_a_link_opened_once_gives_the_stranger_neither_a_case_nor_a_later_note(ana: Page, mallory: Page) -> None:
    open_link(ana, other_phones.offer_phone(mallory).link)
    other_phones.give(mallory, other_phones.number_on(ana))
    # What the stranger gives does arrive, and says where it is from.
    expect(ana.get_by_role("heading", name=FROM_HER)).to_be_visible()
    actions.open_screen(ana, "/cases")
    expect(ana.get_by_role("region", name=BAIT)).to_contain_text("Brought from another phone")
    expect(ana.get_by_role("region", name=MINE)).not_to_contain_text("Brought")
    ana.get_by_role("region", name=BAIT).get_by_role("button", name="Open", exact=True).click()
    expect(ana.get_by_role("heading", level=1)).to_have_text(BAIT)
    actions.open_screen(ana, "/case/companions")
    expect(
        ana.get_by_text(re.compile("^This case came from another phone: .*Use that phone to invite"))
    ).to_be_visible()
    expect(ana.get_by_role("button", name="Invite someone")).to_have_count(0)
    actions.open_screen(ana, "/cases")
    ana.get_by_role("region", name=MINE).get_by_role("button", name="Open", exact=True).click()
    actions.open_screen(ana, "/")
    expect(ana.get_by_role("heading", level=1)).to_have_text(MINE)
    sees_nothing_of_hers(mallory, ana)


@pytest.mark.by_hand
def test_a_link_opened_twice_and_in_two_tabs_gives_nothing_either(
    ana: Page, mallory: Page, console_errors: ConsoleErrors
) -> None:
    link = other_phones.offer_phone(mallory).link
    tab = ana.context.new_page()
    open_link(ana, link)
    open_link(tab, link)
    number = other_phones.number_on(ana)
    assert other_phones.number_on(tab) == number
    other_phones.give(mallory, number)
    for page in (ana, tab):
        expect(page.get_by_role("heading", name=FROM_HER)).to_be_visible()
    tab.close()
    open_link(ana, link)
    expect(ana.get_by_role("heading", name=FROM_HER)).to_be_visible()
    actions.open_screen(ana, "/cases")
    expect(ana.get_by_role("region", name=BAIT)).to_have_count(1)
    sees_nothing_of_hers(mallory, ana)


@pytest.mark.by_hand
def test_a_link_opened_without_a_signal_says_so_and_gives_nothing_later(
    ana: Page, mallory: Page, console_errors: ConsoleErrors
) -> None:
    console_errors.expect(r"ERR_INTERNET_DISCONNECTED")
    link = other_phones.offer_phone(mallory).link
    ana.goto(link)
    lose_signal(ana)
    ana.get_by_role("button", name="Bring my cases here").click()
    expect(ana.get_by_role("alert")).to_contain_text("There is no signal")
    ana.context.set_offline(False)
    actions.before_the_next_tap(ana)
    ana.get_by_role("button", name="Bring my cases here").click()
    other_phones.give(mallory, other_phones.number_on(ana))
    expect(ana.get_by_role("heading", name=FROM_HER)).to_be_visible()
    sees_nothing_of_hers(mallory, ana)


def test_what_a_stranger_brought_can_be_taken_off_this_phone(ana: Page, mallory: Page) -> None:
    open_link(ana, other_phones.offer_phone(mallory).link)
    other_phones.give(mallory, other_phones.number_on(ana))
    expect(ana.get_by_role("heading", name=FROM_HER)).to_be_visible()
    actions.open_screen(ana, "/more/phones")
    brought = ana.get_by_role("region", name=FROM_HER)
    brought.get_by_role("button", name="Take these cases off this phone").click()
    actions.before_the_next_tap(ana)
    brought.get_by_role("button", name="Take them off now").click()
    expect(brought).to_have_count(0)
    actions.open_screen(ana, "/cases")
    expect(ana.get_by_role("heading", name=MINE)).to_be_visible()
    expect(ana.get_by_text(BAIT)).to_have_count(0)


def test_a_code_that_someone_photographed_gives_them_nothing(ana: Page, mallory: Page, new_phone: NewPhone) -> None:
    """Mallory is quicker. Ana's own new phone shows no number, so hers is not the same, and she says so."""
    code = other_phones.offer_phone(ana).code
    thief = new_phone()
    other_phones.ask_by_code(thief, code)
    other_phones.number_on(thief)
    expect(ana.get_by_role("heading", name="Is this your other phone?")).to_be_visible()
    expect(ana.get_by_role("list", name="It then gets these cases")).to_contain_text(MINE)
    ana.get_by_role("button", name="Not the same").click()
    expect(ana.get_by_role("heading", name="Nothing was given")).to_be_visible()
    expect(thief.get_by_role("alert")).to_contain_text("The other phone said no")
    actions.open_screen(thief, "/cases")
    expect(thief.get_by_text(MINE)).to_have_count(0)


def test_nothing_is_given_while_nobody_has_said_that_the_numbers_are_the_same(ana: Page, new_phone: NewPhone) -> None:
    code = other_phones.offer_phone(ana).code
    second = new_phone()
    other_phones.ask_by_code(second, code)
    number = other_phones.number_on(second)
    expect(ana.get_by_role("button", name="Same number")).to_be_visible()
    second.wait_for_timeout(5_000)
    expect(second.get_by_text("Waiting for your yes on the other phone")).to_be_visible()
    expect(second.get_by_text(MINE)).to_have_count(0)
    other_phones.give(ana, number)
    expect(second.get_by_text(MINE).first).to_be_visible()


def test_two_phones_of_one_person_become_one_list_after_a_yes_on_each(ana: Page, new_phone: NewPhone) -> None:
    tablet = new_phone()
    actions.start_case(tablet, "Mum: heart valve")
    other_phones.ask_by_code(tablet, other_phones.offer_phone(ana).code)
    number = other_phones.number_on(tablet)
    other_phones.give(ana, number)
    tablet.get_by_role("button", name="See what would be given").click()
    page = tablet.get_by_role("region", name="Give your own cases to")
    expect(page.get_by_role("list", name="These cases would be given")).to_contain_text("Mum: heart valve")
    expect(page.get_by_role("list", name="These cases would be given")).not_to_contain_text(MINE)
    expect(page).to_contain_text("They can be read there for ever")
    expect(page.locator(".pair-number")).to_have_text(number)
    expect(ana.locator(".pair-number")).to_have_text(number)
    actions.open_screen(ana, "/cases")
    expect(ana.get_by_text("Mum: heart valve")).to_have_count(0)
    page.get_by_role("button", name="Same number: give cases").click()
    expect(tablet.get_by_text("All here").first).to_be_visible()
    wake(ana)
    expect(ana.get_by_text("Mum: heart valve")).to_be_visible()
    for phone in (ana, tablet):
        actions.open_screen(phone, "/more/phones")
        expect(phone.get_by_role("list", name="Phones with your cases").get_by_role("listitem")).to_have_count(2)
        expect(phone.get_by_role("heading", name="Cases from")).to_have_count(0)
