"""Someone else answers in the server's place while phones send, pair, invite and close access.

Each time nothing is called done that is not, nothing is lost, and every request is carried out when the server is
reached.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests import actions, other_phones
from tests.e2e.by_hand import more_by_hand
from tests.e2e.conftest import NewPhone
from tests.e2e.console_errors import ConsoleErrors
from tests.e2e.hostile_proxy import EVERY_NONSENSE, Network, Nonsense
from tests.e2e.pair_of_phones import lose_signal, wake

pytestmark = pytest.mark.hostile

CASE = "My left knee"
NOTE = "The nurse takes blood."
SOME: tuple[Nonsense, ...] = ("page", "braces", "hang", "cut")
# An answer without a body cannot be cut short.
TO_A_DELETE: tuple[Nonsense, ...] = ("page", "braces", "redirect", "hang", "yes")


@pytest.fixture
def ana(network: Network, new_phone: NewPhone, console_errors: ConsoleErrors) -> Page:
    """Her phone reaches the server through the network; the browser's complaints about the nonsense are ignored."""
    console_errors.expect(r"Failed to load resource|ERR_")
    page = new_phone(on=network)
    actions.start_case(page, CASE)
    actions.sent(page)
    return page


@pytest.mark.parametrize("nonsense", more_by_hand(EVERY_NONSENSE, "page"))
def test_what_was_written_waits_until_the_server_itself_has_it(
    ana: Page, network: Network, nonsense: Nonsense, new_phone: NewPhone
) -> None:
    network.answers(nonsense, "/logs/")
    note = actions.write_note(ana, NOTE)
    wake(ana)
    until_asked(ana, network)
    expect(actions.status(ana)).to_contain_text(re.compile("waiting|Sending", re.IGNORECASE))
    expect(actions.status(ana)).not_to_contain_text(re.compile(r"Synced \d"))
    actions.open_screen(ana, note)
    expect(ana.get_by_label("Your note")).to_have_value(NOTE)
    network.is_well()
    wake(ana)
    actions.sent(ana)
    other = new_phone()
    other_phones.join_by_code(other, other_phones.offer_phone(ana).code, ana)
    actions.open_screen(other, "/journal")
    expect(other.get_by_text(NOTE)).to_be_visible()


def test_what_the_server_throws_away_is_not_called_sent(ana: Page, network: Network, new_phone: NewPhone) -> None:
    actions.write_note(ana, "The place that the server will name is taken.")
    actions.sent(ana)
    network.answers("swallowed", "^POST .*/entries")
    actions.write_note(ana, NOTE)
    for _ in range(2):
        wake(ana)
        until_asked(ana, network)
        network.answered.clear()
    expect(actions.status(ana)).to_contain_text("1 waiting")
    expect(actions.status(ana)).not_to_contain_text(re.compile(r"Synced \d"))
    network.is_well()
    wake(ana)
    actions.sent(ana)
    other = new_phone()
    other_phones.join_by_code(other, other_phones.offer_phone(ana).code, giver=ana)
    actions.open_screen(other, "/journal")
    expect(other.get_by_text(NOTE)).to_be_visible()


@pytest.fixture
def in_a_hurry(network: Network, new_phone: NewPhone, console_errors: ConsoleErrors) -> Page:
    """Her phone with a case, on which a minute can pass at once."""
    console_errors.expect(r"Failed to load resource|ERR_")
    page = new_phone(on=network)
    page.clock.install()
    actions.start_case(page, CASE)
    actions.write_note(page, "So that the case has been sent, and not only its name.")
    actions.sent(page)
    return page


@pytest.mark.parametrize("nonsense", more_by_hand(["page", "401", "404"], "401"))
def test_that_nothing_comes_in_is_said_after_a_minute(in_a_hurry: Page, network: Network, nonsense: Nonsense) -> None:
    ana = in_a_hurry
    network.answers(nonsense, "^GET .*/entries|^PUT .*/logs/")
    ana.clock.fast_forward(31_000)  # by then the phone has asked again
    until_asked(ana, network)
    expect(actions.status(ana)).to_contain_text(re.compile(r"Synced \d"))
    before = actions.status(ana).bounding_box()
    ana.clock.fast_forward(61_000)
    expect(actions.status(ana)).to_contain_text(re.compile(r"Not synced since \d"))
    assert actions.status(ana).bounding_box() == before
    network.is_well()
    wake(ana)
    actions.sent(ana)


def test_a_server_that_shows_only_its_past_is_said_after_a_minute(in_a_hurry: Page, network: Network) -> None:
    ana = in_a_hurry
    network.answers("frozen", "^GET .*/entries")
    actions.write_note(ana, NOTE)
    until_asked(ana, network)
    ana.clock.fast_forward(61_000)
    expect(actions.status(ana)).to_contain_text("1 waiting")
    expect(ana.get_by_text("The server does not show what this phone sent.")).to_be_visible()
    network.is_well()
    wake(ana)
    actions.sent(ana)


@pytest.mark.parametrize("nonsense", more_by_hand(TO_A_DELETE, "yes"))
def test_d3_access_is_closed_only_when_the_server_has_closed_it(
    ana: Page, network: Network, nonsense: Nonsense, new_phone: NewPhone, console_errors: ConsoleErrors
) -> None:
    console_errors.expect(r"status of 404 \(NOT FOUND\) \(.*/api/v1/logs/")
    ben = new_phone()
    ben.goto(on_the_server(other_phones.invite_companion(ana, "Ana").link, ben))
    other_phones.join_as_companion(ben, "Ben")
    actions.open_screen(ana, "/case/companions")
    expect(people(ana)).to_contain_text("Ben")
    network.answers(nonsense, "^DELETE ")
    people(ana).get_by_role("button", name=re.compile("^Close access")).click()
    ana.get_by_role("button", name="Close access now").click()
    until_asked(ana, network)
    expect(people(ana)).to_contain_text("Access will be closed as soon as there is a signal.")
    expect(people(ana)).not_to_contain_text(re.compile(r"Access closed"))
    actions.write_note(ben, "Ben is still in.")
    actions.sent(ben)
    network.is_well()
    wake(ana)
    expect(people(ana)).to_contain_text("Access closed")
    wake(ben)
    expect(actions.status(ben)).to_contain_text("no longer see new entries")


def people(page: Page) -> Locator:
    return page.get_by_role("list", name="Who is in this case")


def on_the_server(link: str, page: Page) -> str:
    """The same link on the address by which this phone reaches the server."""
    page.goto("/help")
    origin = page.url.removesuffix("/help")
    return re.sub(r"^http://[^/]+", origin, link)


def until_asked(page: Page, network: Network) -> None:
    for _ in range(200):
        if network.answered:
            return
        page.wait_for_timeout(100)
    raise AssertionError("the phone never met the nonsense")


@pytest.mark.parametrize("nonsense", more_by_hand(SOME, "braces"))
def test_a_code_is_made_and_taken_only_by_the_server_itself(
    ana: Page, network: Network, nonsense: Nonsense, new_phone: NewPhone
) -> None:
    network.answers(nonsense, "^PUT /api/v1/invites/")
    actions.open_screen(ana, "/more/phones")
    ana.get_by_role("button", name="Add another phone").click()
    expect(ana.get_by_role("heading", name="The code could not be made.")).to_be_visible()
    network.is_well()
    ana.get_by_role("button", name="Try again").click()
    groups = ana.locator(".pair-code bdi")
    expect(groups).to_have_count(7)
    code = "-".join(groups.all_inner_texts())
    second = new_phone(on=network)
    network.answers(nonsense, "^POST /api/v1/invites/")
    actions.open_screen(second, "/pair")
    second.get_by_label("Code or link").fill(code)
    second.get_by_role("button", name="Bring my cases here").click()
    expect(second.get_by_role("alert")).to_be_visible()
    expect(second.get_by_text("This phone has joined.")).to_have_count(0)
    network.is_well()
    other_phones.join_by_code(second, code, ana)
    expect(second.get_by_text("All here").first).to_be_visible()


@pytest.mark.parametrize("nonsense", more_by_hand(TO_A_DELETE, "redirect"))
def test_a_code_is_cancelled_only_when_the_server_has_cancelled_it(
    ana: Page, network: Network, nonsense: Nonsense, new_phone: NewPhone
) -> None:
    code = other_phones.offer_phone(ana).code
    network.answers(nonsense, "^DELETE /api/v1/invites/")
    ana.get_by_role("button", name="Cancel this code").click()
    expect(ana.get_by_role("heading", name="The code is not cancelled yet")).to_be_visible()
    expect(ana.get_by_role("heading", name="The code is cancelled")).to_have_count(0)
    network.is_well()
    wake(ana)
    expect(ana.get_by_role("heading", name="The code is cancelled")).to_be_visible()
    does_not_work(new_phone(), code)


@pytest.mark.parametrize("kind", ["phone", "companion"])
def test_d3_a_code_that_is_cancelled_without_a_signal_is_cancelled_at_the_first_one(
    ana: Page, kind: str, new_phone: NewPhone
) -> None:
    offer = other_phones.offer_phone(ana) if kind == "phone" else other_phones.invite_companion(ana, "Ana")
    place = "/more/phones" if kind == "phone" else "/case/companions"
    lose_signal(ana)
    actions.before_the_next_tap(ana)
    ana.get_by_role("button", name="Cancel this code").click()
    expect(ana.get_by_role("heading", name="The code is not cancelled yet")).to_be_visible()
    ana.context.set_offline(False)
    expect(ana.get_by_role("heading", name="The code is cancelled")).to_be_visible()
    ana.get_by_role("button", name="OK", exact=True).click()
    expect(ana.get_by_role("heading", name="The code is cancelled")).to_have_count(0)
    actions.open_screen(ana, place)
    expect(ana.get_by_role("heading", name="The code is cancelled")).to_have_count(0)
    does_not_work(new_phone(), offer.code)


def test_d3_a_code_that_was_used_before_it_could_be_cancelled_is_said_to_be_used(
    ana: Page, new_phone: NewPhone
) -> None:
    code = other_phones.offer_phone(ana).code
    lose_signal(ana)
    ana.get_by_role("button", name="Cancel this code").click()
    expect(ana.get_by_role("heading", name="The code is not cancelled yet")).to_be_visible()
    mallory = new_phone()
    other_phones.ask_by_code(mallory, code)
    other_phones.number_on(mallory)
    ana.context.set_offline(False)
    used = ana.get_by_role("heading", name="The code was used before it could be cancelled")
    expect(used).to_be_visible()
    actions.open_screen(ana, "/more/phones")
    expect(used).to_be_visible()
    expect(ana.get_by_text("Whoever used it got nothing.")).to_be_visible()
    expect(mallory.get_by_text(CASE)).to_have_count(0)


def does_not_work(page: Page, code: str) -> None:
    actions.open_screen(page, "/pair")
    page.get_by_label("Code or link").fill(code)
    page.get_by_role("button", name="Bring my cases here").click()
    expect(page.get_by_role("alert")).to_contain_text("does not know this")
