"""The example: a made-up case to look at and to try. It is plainly one, nothing of it is kept, one tap leaves it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import actions
from tests.e2e.accessibility_checks import COLOURS, is_cut, violations
from tests.e2e.conftest import NewPhone, phone_context
from tests.e2e.console_errors import ConsoleErrors
from tests.e2e.filled_case import go
from tests.e2e.pair_of_phones import forgive_cut_requests, lose_signal
from tests.e2e.the_example import (
    CASE,
    Sent,
    assert_finds,
    is_in_the_example,
    kept,
    line,
    look_around,
    open_example,
    write_a_note,
)
from tests.e2e.users import KeyboardUser, TouchUser, User
from tests.harness import Server

WELCOME = "You may ask another doctor"
LEAST_TO_READ = 0.6
OWN = ("/more/phones", "/more/recovery-code", "/case/copy", "/case/companions", "/pair", "/cases/new", "/begin/visit")

Users = Callable[[Page], User]


@pytest.fixture
def phone(new_phone: NewPhone) -> Page:
    return new_phone(has_touch=True)


@pytest.mark.parametrize("by", [TouchUser, KeyboardUser])
@pytest.mark.parametrize("has_signal", [True, False])
def test_it_is_looked_at_and_written_into_and_gone_with_one_tap(
    new_phone: NewPhone, console_errors: ConsoleErrors, by: Users, has_signal: bool
) -> None:
    page = new_phone(has_touch=True)
    sent = Sent(page)
    forgive_cut_requests(console_errors)
    actions.ready_for_offline(page)
    actions.open_screen(page, "/")
    before = kept(page)
    if not has_signal:
        lose_signal(page)
    user = by(page)
    open_example(user)
    look_around(user)
    write_a_note(user)
    user.press("Leave the example")
    user.is_at(WELCOME)
    expect(line(page)).to_have_count(0)
    page.reload()
    user.is_at(WELCOME)
    assert kept(page) == before
    assert sent.calls == []
    page.context.set_offline(False)

    # The same watch notices a case of one's own.
    actions.start_case(page, "My own")
    actions.write_note(page, "Own words.")
    actions.sent(page)
    assert kept(page) != before
    assert any(call.startswith("POST") for call in sent.calls)
    assert_finds(user, "own words")
    assert_finds(user, "Zebras", 0)
    assert_finds(user, "took her time", 0)


def test_it_stands_beside_a_case_of_ones_own_without_touching_it(phone: Page) -> None:
    user = TouchUser(phone)
    actions.start_case(phone, "My own")
    actions.write_note(phone, "Own words.")
    actions.sent(phone)
    actions.open_screen(phone, "/more")
    before = kept(phone)
    user.press("See an example")
    user.is_at(CASE)
    assert_finds(user, "own words", 0)
    write_a_note(user)
    go(phone, "/more")
    expect(phone.get_by_role("button", name="See an example")).to_have_count(0)
    user.press("Leave the example")
    user.is_at("Cases and settings")
    assert actions.path_of(phone) == "/more"
    phone.go_back()
    user.is_at("Note")
    assert_finds(user, "own words")
    assert_finds(user, "took her time", 0)
    phone.wait_for_timeout(2000)
    assert kept(phone) == before


def test_what_is_about_ones_own_phone_is_not_in_it(phone: Page) -> None:
    actions.open_screen(phone, "/")
    user = TouchUser(phone)
    open_example(user)
    for address in OWN:
        go(phone, address)
        user.is_at("Not in the example")
        is_in_the_example(phone)
    assert violations(phone) == []
    user.press("Leave the example", phone.get_by_role("main"))
    user.is_at(WELCOME)


def test_going_back_as_far_as_one_came_from_leaves_it(phone: Page) -> None:
    actions.open_screen(phone, "/")
    user = TouchUser(phone)
    open_example(user)
    user.press("Notes", phone.get_by_role("navigation"))
    user.is_at("Notes")
    user.step_back()
    user.is_at(CASE)
    is_in_the_example(phone)
    user.step_back()
    user.is_at(WELCOME)
    expect(line(phone)).to_have_count(0)
    phone.go_forward()
    user.is_at(WELCOME)


def test_one_tap_leaves_it_after_ever_so_many_screens_and_after_the_jump_to_the_page(phone: Page) -> None:
    actions.open_screen(phone, "/")
    user = TouchUser(phone)
    for screens in (2, 60):
        open_example(user)
        phone.get_by_role("link", name="Skip to the page").press("Enter")
        for turn in range(screens):
            go(phone, ("/journal", "/papers")[turn % 2])
        user.press("Leave the example")
        user.is_at(WELCOME)
        expect(line(phone)).to_have_count(0)


def test_closing_the_page_or_opening_it_again_ends_it(phone: Page) -> None:
    actions.open_screen(phone, "/")
    before = kept(phone)
    user = TouchUser(phone)
    open_example(user)
    write_a_note(user)
    phone.reload()
    expect(phone.get_by_role("heading", level=1)).to_be_visible()
    expect(line(phone)).to_have_count(0)
    actions.open_screen(phone, "/")
    user.is_at(WELCOME)
    assert kept(phone) == before
    # Nothing of the last time is in it when it is opened again.
    open_example(user)
    assert_finds(user, "Zebras", 0)


def test_its_today_is_for_everyone(phone: Page) -> None:
    actions.open_screen(phone, "/")
    open_example(TouchUser(phone))
    assert violations(phone) == []
    for scheme in ("dark", "light"):
        phone.emulate_media(color_scheme=scheme)
        assert violations(phone, *COLOURS) == []
    phone.set_viewport_size({"width": 320, "height": 640})
    assert is_cut(phone) == []


@pytest.mark.parametrize("width", [320, 390])
def test_the_line_stays_and_leaves_the_page_its_space_at_twice_the_text(
    large_text: Browser, server: Server, width: int
) -> None:
    context = phone_context(large_text, server, viewport={"width": width, "height": 640})
    page = context.new_page()
    actions.open_screen(page, "/")
    page.get_by_role("button", name="See an example").click()
    expect(page.get_by_role("heading", level=1, name=CASE)).to_be_visible()
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    expect(line(page).get_by_role("button", name="Leave the example")).to_be_in_viewport(ratio=1)
    below = page.evaluate("document.querySelector('.get-help').getBoundingClientRect().bottom")
    assert below <= 640 * (1 - LEAST_TO_READ)
    assert is_cut(page) == []
    context.close()
