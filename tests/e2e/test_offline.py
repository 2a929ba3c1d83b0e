"""After one visit, without server and signal, the whole app is there, even after a restart of the browser."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Page, expect

from tests import actions
from tests.e2e.conftest import NewServer, Profiles
from tests.e2e.console_errors import ConsoleErrors
from tests.e2e.filled_case import fill
from tests.harness import Server


def test_everything_works_in_the_waiting_room(profiles: Profiles, new_server: NewServer) -> None:
    server = new_server()
    guidance = json.loads(server.get("/api/v2/content/en"))
    ana = profiles.open("ana", server)
    places = visit_once(ana)
    ana.context.close()
    server.stop()
    assert_dead(server)

    ana = profiles.open("ana", server, offline=True)
    for address in places:
        shows_its_screen(ana, address)
    assert len(guidance["cards"]) == 28
    for card in guidance["cards"]:
        shows_the_card(ana, card)
    finds_cards_by_a_word(ana)
    writes_and_asks(ana)
    knows_whom_to_call(ana, guidance)


def test_a_dead_server_alone_is_no_error(
    profiles: Profiles, new_server: NewServer, console_errors: ConsoleErrors
) -> None:
    """The phone believes in its network and the server does not answer: the words stay calm and true."""
    server = new_server()
    ana = profiles.open("ana", server)
    actions.ready_for_offline(ana)
    actions.start_case(ana, "My knee")
    actions.sent(ana)
    server.stop()
    console_errors.expect(r"ERR_CONNECTION_(RESET|REFUSED) \(http://127.0.0.1:\d+/(api/|sw\.js)")
    console_errors.expect(r"error occurred when fetching the script")
    actions.write_note(ana, "The surgeon was kind.")
    expect(actions.status(ana)).to_contain_text(re.compile("waiting for signal", re.IGNORECASE))
    expect(ana.get_by_text("error", exact=False)).to_have_count(0)


def visit_once(page: Page) -> list[str]:
    """The visit at home. Returns the address of every screen."""
    places = fill(page)
    actions.write_note(page, "Dr Osei: an operation in January.")
    actions.ready_for_offline(page)
    actions.sent(page)
    return [address for address in places if address != "/nowhere"]


def assert_dead(server: Server) -> None:
    with pytest.raises(ConnectionRefusedError):
        server.get("/healthz")


def shows_its_screen(page: Page, address: str) -> None:
    """At its own address, in a freshly loaded page."""
    actions.open_screen(page, address)
    heading = page.get_by_role("heading", level=1)
    assert heading.inner_text() not in ("", "Page not found", "This page stopped"), address
    expect(page.locator("main")).not_to_have_text("")
    expect(page.get_by_text("Opening…")).to_have_count(0)


def shows_the_card(page: Page, card: dict[str, str]) -> None:
    actions.open_screen(page, f"/guide/card/{card['id']}")
    expect(page.get_by_role("heading", level=1)).to_have_text(card["title"])
    expect(page.get_by_text(card["summary"], exact=True)).to_be_visible()
    expected = re.sub(r"<[^>]+>", " ", card["body_html"])
    shown = page.locator(".prose").inner_html()
    assert words(re.sub(r"<[^>]+>", " ", shown)) == words(expected)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def finds_cards_by_a_word(page: Page) -> None:
    actions.open_screen(page, "/search")
    page.get_by_role("searchbox").fill("records")
    page.get_by_role("region", name="In the guide").get_by_role("link").first.click()
    expect(page.get_by_text(re.compile("records", re.IGNORECASE)).first).to_be_visible()


def writes_and_asks(page: Page) -> None:
    note = actions.write_note(page, "Written with no signal at all.")
    question = actions.write_question(page, "Who would do the operation?")
    expect(actions.status(page)).to_contain_text(re.compile(r"[1-9]\d* waiting for signal"))
    actions.open_screen(page, note)
    expect(page.get_by_label("Your note")).to_have_value("Written with no signal at all.")
    actions.open_screen(page, question)
    expect(page.get_by_label("Your question")).to_have_value("Who would do the operation?")
    actions.open_screen(page, "/journal")
    expect(page.get_by_text("Dr Osei: an operation in January.")).to_be_visible()


def knows_whom_to_call(page: Page, guidance: dict[str, list[dict[str, list[dict[str, str]]]]]) -> None:
    country = next(country for country in guidance["countries"] if str(country["name"]) == "England")
    number = country["emergency"][0]["number"]
    actions.open_screen(page, "/journal")
    page.get_by_role("link", name="Get help now").click()
    call = page.get_by_role("link", name=f"Call {number}", exact=True)
    expect(call).to_have_attribute("href", f"tel:{number}")
