"""A captive portal, a broken proxy or a maintenance page answers in the server's place, at every important moment.

Each time nothing of it is believed or kept, the guide and the numbers stay, nothing false is said, and all is well
again when the server is.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests import actions
from tests.e2e.builds import Builds, is_next, until_next
from tests.e2e.conftest import NewPhone, NewServer
from tests.e2e.console_errors import ConsoleErrors
from tests.e2e.hostile_proxy import EVERY_NONSENSE, PORTAL, Network, Nonsense, network_before

READY = "Ready for offline"
NOT_READY = "Not ready for offline"
PORTAL_WORDS = re.compile("free clinic wifi", re.IGNORECASE)


@pytest.fixture
def ana(network: Network, new_phone: NewPhone, console_errors: ConsoleErrors) -> Page:
    """Her phone reaches the server through the network; the browser's complaints about the nonsense are ignored."""
    console_errors.expect(r"Failed to load resource|ERR_|fetching the script|MIME type|Failed to load module script")
    return new_phone(on=network)


def choose_country(page: Page) -> None:
    actions.open_screen(page, "/more/country")
    page.get_by_label("England").check()


def knows_whom_to_call(page: Page) -> None:
    actions.open_screen(page, "/help")
    expect(page.get_by_role("link", name="Call 999", exact=True)).to_have_attribute("href", "tel:999")


def has_the_guide(page: Page) -> None:
    """The guide and the rights of the chosen country."""
    actions.open_screen(page, "/guide/card/W1")
    expect(page.locator(".prose")).to_contain_text(re.compile(r"\w+ \w+"))
    actions.open_screen(page, "/guide/section/rights")
    expect(page.get_by_text(re.compile("England")).first).to_be_visible()
    expect(page.get_by_text(PORTAL_WORDS)).to_have_count(0)


def loses_the_network(page: Page, network: Network) -> None:
    network.answers("gone")
    page.context.set_offline(True)


def finds_the_network(page: Page, network: Network) -> None:
    network.is_well()
    page.context.set_offline(False)


@pytest.mark.parametrize("nonsense", EVERY_NONSENSE)
def test_at_a_start_nothing_of_it_is_believed(ana: Page, network: Network, nonsense: Nonsense) -> None:
    choose_country(ana)
    actions.start_case(ana, "My left knee")
    actions.write_note(ana, "Before the portal.")
    actions.ready_for_offline(ana)
    network.answers(nonsense)
    for address in ("/", "/help", "/journal"):
        actions.open_screen(ana, address)
    expect(ana.get_by_text("Before the portal.")).to_be_visible()
    if nonsense != "hang":  # the worker asks again without the page, at most once for each load
        ana.wait_for_function("() => document.readyState === 'complete'")
        assert any("/content/en" in request for request in network.answered), "it never met the nonsense"
    loses_the_network(ana, network)
    knows_whom_to_call(ana)
    has_the_guide(ana)
    actions.ready_for_offline(ana)
    actions.open_screen(ana, "/journal")
    expect(ana.get_by_text("Before the portal.")).to_be_visible()
    assert nothing_of_the_portal_is_kept(ana)
    finds_the_network(ana, network)
    actions.write_note(ana, "After it.")
    actions.sent(ana)


def nothing_of_the_portal_is_kept(page: Page) -> bool:
    held: list[str] = page.evaluate(
        """async () => {
            const texts = [];
            for (const name of await caches.keys()) {
                const cache = await caches.open(name);
                for (const request of await cache.keys()) texts.push(await (await cache.match(request)).text());
            }
            return texts;
        }"""
    )
    assert len(held) > 20, "the phone holds nothing"
    return not any(text in ("", "{}", PORTAL.decode()) for text in held)


@pytest.mark.parametrize("nonsense", EVERY_NONSENSE)
def test_at_a_first_start_it_helps_and_says_that_it_is_not_ready(
    ana: Page, network: Network, nonsense: Nonsense
) -> None:
    """The page itself got through; everything that it requests in the background is answered by someone else."""
    part = "tools-"  # screens that nobody has opened
    network.answers(nonsense, rf"/api/|/assets/{part}|/manifest")
    actions.open_screen(ana, "/help")
    expect(ana.get_by_role("heading", name=re.compile("^Call your local emergency number")).first).to_be_visible()
    actions.open_screen(ana, "/more/storage")
    if nonsense == "hang":
        expect(ana.get_by_text("Getting ready…", exact=True)).to_be_visible()
    else:
        expect(ana.get_by_text(NOT_READY, exact=True)).to_be_visible()
    expect(ana.get_by_text(READY, exact=True)).to_have_count(0)
    network.is_well()
    ana.get_by_role("button", name="Check again").click(timeout=90_000)
    expect(ana.get_by_text(READY, exact=True)).to_be_visible()
    choose_country(ana)
    loses_the_network(ana, network)
    knows_whom_to_call(ana)
    has_the_guide(ana)


@pytest.mark.parametrize("nonsense", EVERY_NONSENSE)
def test_at_an_update_the_app_stays_what_it_is(
    new_phone: NewPhone, new_server: NewServer, builds: Builds, nonsense: Nonsense, console_errors: ConsoleErrors
) -> None:
    console_errors.expect(r"Failed to load resource|ERR_|fetching the script|MIME type")
    with network_before(new_server(dist=builds.served)) as network:
        ana = new_phone(on=network)
        choose_country(ana)
        actions.start_case(ana, "My left knee")
        actions.write_note(ana, "Before the update.")
        actions.ready_for_offline(ana)
        builds.publish_the_next()
        # The list of files is the real one. Every other file is not.
        network.answers(nonsense, but="/sw.js")
        ana.reload()
        until_the_new_worker_has_failed(ana, is_hanging=nonsense == "hang")
        actions.open_screen(ana, "/more")
        expect(ana.get_by_role("heading", name="A new version is here")).to_have_count(0)
        started_cold(ana, network)
        assert not is_next(ana)
        loses_the_network(ana, network)
        knows_whom_to_call(ana)
        has_the_guide(ana)
        actions.ready_for_offline(ana)
        actions.open_screen(ana, "/journal")
        expect(ana.get_by_text("Before the update.")).to_be_visible()
        finds_the_network(ana, network)
        actions.open_screen(ana, "/more")
        expect(ana.get_by_role("heading", name="A new version is here")).to_be_visible()
        ana.get_by_role("button", name="Update now").click()
        until_next(ana)
        actions.open_screen(ana, "/journal")
        expect(ana.get_by_text("Before the update.")).to_be_visible()


def until_the_new_worker_has_failed(page: Page, *, is_hanging: bool) -> None:
    """Or hangs in its installation: then it has at least begun."""
    page.evaluate(
        """async (isHanging) => {
            const registration = await navigator.serviceWorker.getRegistration();
            if (!isHanging) await registration.update().catch(() => {});
            while ((registration.installing !== null) !== isHanging)
                await new Promise((resolve) => setTimeout(resolve, 100));
        }""",
        is_hanging,
    )


def started_cold(page: Page, network: Network) -> None:
    """No page of the app is open, as when the phone was off overnight: a waiting version would take over now."""
    page.goto("about:blank")
    page.wait_for_timeout(1_000)
    page.goto(network.address)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
