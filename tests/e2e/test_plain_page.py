"""Where the app cannot run, a plain page appears instead: whom to call, and the whole guide. Never a blank one.

No browser of those years is available. How it would treat the app's files is simulated here: it skips
`type="module"`, or it stops at syntax that it does not know. Page, plain script and server are the real ones.
"""

from __future__ import annotations

import re
from typing import Literal

import pytest
from playwright.sync_api import Page, Route, expect

from tests import actions
from tests.e2e.conftest import NewPhone
from tests.e2e.console_errors import ConsoleErrors
from tests.e2e.hostile_proxy import Network

ENTRY = re.compile(r"/assets/frame-[\w-]+\.js$")
How = Literal["no modules", "unknown syntax"]


def make_too_old(page: Page, how: How) -> None:
    if how == "unknown syntax":
        # What a parser of 2018 says to `a ??= b`, here for every script.
        page.route(ENTRY, lambda route: route.fulfill(content_type="text/javascript", body="let a = ;"))
    else:
        page.route(re.compile(r"/$"), without_modules)


def without_modules(route: Route) -> None:
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text().replace('type="module"', 'type="of-another-age"'))


@pytest.mark.parametrize("how", ["no modules", "unknown syntax"])
def test_a_browser_that_is_too_old_gets_help_and_the_guide(
    new_phone: NewPhone, how: How, console_errors: ConsoleErrors
) -> None:
    console_errors.expect("Unexpected token")
    ana = new_phone()
    make_too_old(ana, how)
    ana.goto("/")
    has_help_and_the_guide(ana)


def test_without_scripts_help_stands_there_and_the_guide_is_one_tap_away(new_phone: NewPhone) -> None:
    ana = new_phone(java_script_enabled=False)
    ana.goto("/")
    expect(ana.get_by_role("link", name="999").first).to_be_visible()
    ana.get_by_role("link", name="Get help now and the guide, as a plain page").click()
    has_help_and_the_guide(ana)


@pytest.mark.parametrize("nonsense", ["page", "braces", "511", "gone"])
def test_when_somebody_else_answers_for_the_files_the_numbers_stand_there(
    network: Network,
    new_phone: NewPhone,
    nonsense: Literal["page", "braces", "511", "gone"],
    console_errors: ConsoleErrors,
) -> None:
    console_errors.expect(r"Failed to load resource|ERR_|MIME type|Failed to load module script|Unexpected token")
    network.answers(nonsense, but="GET /$|/plain.js")
    ana = new_phone(on=network)
    # The network gets well only after it has answered nonsense for the guide too, which would replace this page.
    with ana.expect_request("**/plain"):
        ana.goto("/")
    ana.wait_for_load_state("networkidle")
    expect(ana.get_by_role("link", name="999").first).to_have_attribute("href", "tel:999")
    expect(ana.get_by_text("In an emergency, call your local emergency number now.")).to_be_visible()
    expect(ana.get_by_text("free clinic wifi")).to_have_count(0)
    network.is_well()
    ana.get_by_role("link", name="Try again").click()
    expect(ana.get_by_role("heading", level=1)).to_have_text("You may ask another doctor. We go with you.")
    expect(ana.locator("#plain")).to_have_count(0)


def test_nothing_of_it_is_left_or_seen_where_the_app_opens(ana: Page) -> None:
    seen: list[str] = []
    ana.on("request", lambda request: seen.append(request.url))
    actions.open_screen(ana, "/")
    expect(ana.locator("#plain")).to_have_count(0)
    ana.wait_for_load_state()
    assert not any(url.endswith("/plain") for url in seen)


def test_the_plain_page_comes_from_the_server_also_where_the_app_is_kept(ana: Page) -> None:
    actions.ready_for_offline(ana)
    ana.goto("/plain")
    has_help_and_the_guide(ana)


def has_help_and_the_guide(page: Page) -> None:
    expect(page.get_by_role("heading", name="Get help now")).to_be_visible()
    expect(page.get_by_role("link", name="Call 999").first).to_have_attribute("href", "tel:999")
    expect(page.get_by_role("heading", name="Whom to call, by country")).to_be_visible()
    expect(page.locator("#W1")).to_be_visible()
    expect(page.locator("#R4")).to_be_visible()
