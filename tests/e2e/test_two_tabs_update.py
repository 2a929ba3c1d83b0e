"""A new version reaches every tab at once, whichever asked for it, and no tab loses a word."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests import actions
from tests.e2e.builds import Builds, is_next, until_next
from tests.e2e.conftest import NewPhone, NewServer

NEW_VERSION = "A new version is here"


@pytest.fixture
def first(new_phone: NewPhone, new_server: NewServer, builds: Builds) -> Page:
    """A tab with a case, ready for offline; a new version has been published since."""
    page = new_phone(on=new_server(dist=builds.served))
    actions.start_case(page, "My left knee")
    actions.ready_for_offline(page)
    builds.publish_the_next()
    return page


def test_the_second_tab_follows_with_what_was_being_typed_in_it(first: Page) -> None:
    second = first.context.new_page()
    actions.open_screen(second, "/journal/note/new")
    offered(first)
    second.get_by_label("Your note").press_sequentially("Written in the second tab,")
    first.get_by_role("button", name="Update now").click()
    second.get_by_label("Your note").press_sequentially(" to the last word.")
    until_next(first)
    until_next(second)
    for tab in (first, second):
        actions.open_screen(tab, "/journal")
        expect(tab.get_by_text("Written in the second tab, to the last word.")).to_be_visible()


def test_the_second_tab_may_be_the_one_that_asks(first: Page) -> None:
    second = first.context.new_page()
    offered(first)
    offered(second)
    second.get_by_role("button", name="Update now").click()
    until_next(second)
    until_next(first)
    for tab in (first, second):
        actions.open_screen(tab, "/more")
        expect(tab.get_by_role("heading", name=NEW_VERSION)).to_have_count(0)


def test_a_tab_waits_while_something_stands_on_its_screen_only(first: Page) -> None:
    second = first.context.new_page()
    actions.open_screen(second, "/cases/new")
    name = second.get_by_label("What is it about?")
    name.press_sequentially("Mum: heart valve")
    offered(first)
    first.get_by_role("button", name="Update now").click()
    until_next(first)
    second.wait_for_timeout(3_000)
    assert not is_next(second)
    expect(name).to_have_value("Mum: heart valve")
    second.get_by_role("button", name="Start", exact=True).click()
    until_next(second)
    expect(second.get_by_role("heading", level=1)).to_have_text("Mum: heart valve")


def offered(tab: Page) -> None:
    actions.open_screen(tab, "/more")
    expect(tab.get_by_role("heading", name=NEW_VERSION)).to_be_visible()
