"""A server that sends without end fills no phone, and keeps nobody from writing or from help."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests import actions, other_phones
from tests.e2e.conftest import NewPhone
from tests.e2e.console_errors import ConsoleErrors
from tests.e2e.hostile_proxy import Network
from tests.e2e.pair_of_phones import wake

pytestmark = pytest.mark.hostile

CASE = "My left knee"
NOTE = "The nurse takes blood."
QUOTA = 40_000_000  # what the browser gives this phone
MORE_THAN_THE_QUOTA = 60_000_000


@pytest.fixture
def ana(network: Network, new_phone: NewPhone, console_errors: ConsoleErrors) -> Page:
    """Her phone, which has little space, behind a network that works normally until a test changes it."""
    console_errors.expect(r"Failed to load resource|ERR_")
    page = new_phone(on=network)
    actions.start_case(page, CASE)
    actions.sent(page)
    quota = {"origin": network.address, "quotaSize": QUOTA}
    page.context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", quota)
    return page


def takes(page: Page, network: Network, most: int) -> int:
    """Lets the phone pull until it was given this much, or takes no more. Returns what it was given."""
    given = 0
    for _ in range(60):
        wake(page)
        page.wait_for_timeout(500)
        given = sum(flood.given for flood in network.floods.values())
        if given > most:
            break
    return given


def test_random_bytes_fill_no_phone(ana: Page, network: Network, new_phone: NewPhone) -> None:
    network.answers("flooded", "^GET .*/entries")
    assert takes(ana, network, MORE_THAN_THE_QUOTA) > MORE_THAN_THE_QUOTA
    used: int = ana.evaluate("async () => (await navigator.storage.estimate()).usage")
    assert used < QUOTA / 2
    note = actions.write_note(ana, NOTE)
    ana.get_by_role("link", name="Get help now").first.click()
    expect(ana.get_by_role("heading", name=re.compile("^Call your local emergency number")).first).to_be_visible()
    actions.open_screen(ana, "/more/storage")
    expect(ana.get_by_text("The server sent more than belongs in this case.").first).to_be_visible()
    network.is_well()
    actions.open_screen(ana, note)
    expect(ana.get_by_label("Your note")).to_have_value(NOTE)
    wake(ana)
    expect(actions.status(ana)).to_contain_text(re.compile(r"Synced \d"))
    other = new_phone()
    other_phones.join_by_code(other, other_phones.offer_phone(ana).code, giver=ana)
    actions.open_screen(other, "/journal")
    expect(other.get_by_text(NOTE)).to_be_visible()
