"""A second phone joins by camera, link or typing; every case arrives, and the screen shows the progress."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import actions, other_phones
from tests.e2e.camera import film
from tests.e2e.conftest import NewPhone, NewServer, Profiles, phone_context
from tests.e2e.console_errors import ConsoleErrors
from tests.e2e.fault_injection import start_with_faults
from tests.harness import Server

CASES = ["My left knee", "Mum: heart valve"]


@pytest.fixture(scope="module")
def ana(browser: Browser, server: Server) -> Iterator[Page]:
    """The phone that has the cases, shared by all stories: each creates its own code."""
    console_errors = ConsoleErrors()
    context = phone_context(browser, server, permissions=["clipboard-read", "clipboard-write"])
    console_errors.listen_to(context)
    page = context.new_page()
    for name in CASES:
        actions.start_case(page, name)
        actions.write_note(page, f"A note about: {name}")
    actions.sent(page)
    yield page
    context.close()
    assert console_errors.heard == []


def expect_all_cases(page: Page) -> None:
    actions.open_screen(page, "/cases")
    for name in CASES:
        expect(page.get_by_role("heading", name=name)).to_be_visible()
    has_its_note(page, open_case(page))
    actions.open_screen(page, "/cases")
    has_its_note(page, open_case(page))


def open_case(page: Page) -> str:
    """Opens the case that is not open now; returns its name."""
    button = page.get_by_role("button", name="Open", exact=True)
    closed = page.get_by_role("region").filter(has=button).get_by_role("heading")
    expect(closed).to_have_count(1)
    name = closed.inner_text().strip()
    button.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    return name


def has_its_note(page: Page, name: str) -> None:
    actions.open_screen(page, "/journal")
    expect(page.get_by_text(f"A note about: {name}")).to_be_visible()


def test_by_scanning_the_square_code(
    browser: Browser, ana: Page, profiles: Profiles, server: Server, tmp_path: Path
) -> None:
    other_phones.offer_phone(ana)
    camera = film(browser, ana.get_by_role("img", name=re.compile("Square code")), tmp_path)
    second = profiles.open("second", server, args=camera)
    actions.open_screen(second, "/pair")
    second.get_by_role("button", name="Scan the square code").click()
    other_phones.give(ana, other_phones.number_on(second))
    expect(second.get_by_text("This phone has joined.")).to_be_visible()
    expect(second.get_by_text("All here").first).to_be_visible()
    expect_all_cases(second)


def test_by_pasting_the_link(ana: Page, new_phone: NewPhone) -> None:
    other_phones.offer_phone(ana)
    actions.before_the_next_tap(ana)
    ana.get_by_role("button", name="Copy the link").click()
    expect(ana.get_by_text("Copied", exact=True)).to_be_visible()
    link = ana.evaluate("navigator.clipboard.readText()")
    second = new_phone()
    actions.open_screen(second, "/pair")
    second.get_by_label("Code or link").fill(link)
    second.get_by_role("button", name="Bring my cases here").click()
    other_phones.give(ana, other_phones.number_on(second))
    expect(second.get_by_text("All here").first).to_be_visible()
    expect_all_cases(second)


def test_by_opening_the_link_only_after_saying_yes(ana: Page, new_phone: NewPhone) -> None:
    offer = other_phones.offer_phone(ana)
    second = new_phone()
    asked: list[str] = []
    second.on("request", lambda request: asked.append(request.url))
    second.goto(offer.link)
    expect(second.get_by_role("heading", name="Bring your cases to this phone?")).to_be_visible()
    assert "#" not in second.url
    assert not any("/claim" in url for url in asked)
    second.get_by_role("button", name="Bring my cases here").click()
    other_phones.give(ana, other_phones.number_on(second))
    expect(second.get_by_text("All here").first).to_be_visible()
    assert any("/claim" in url for url in asked)
    expect_all_cases(second)


def test_by_typing_the_code_slip_of_the_finger_included(ana: Page, new_phone: NewPhone) -> None:
    code = other_phones.offer_phone(ana).code
    second = new_phone()
    actions.open_screen(second, "/pair")
    field = second.get_by_label("Code or link")
    join = second.get_by_role("button", name="Bring my cases here")
    field.press_sequentially(code.lower().replace("-", " ")[:-1])
    expect(second.get_by_text("The code is not complete yet.")).to_be_visible()
    expect(join).to_be_disabled()
    wrong = "3" if code[-1] != "3" else "4"
    field.press_sequentially(wrong)
    expect(second.get_by_text("There is a typing mistake")).to_be_visible()
    expect(join).to_be_disabled()
    field.press("Backspace")
    field.press_sequentially(code[-1].lower())
    expect(second.get_by_text("This code looks right.")).to_be_visible()
    join.click()
    other_phones.give(ana, other_phones.number_on(second))
    expect(second.get_by_text("All here").first).to_be_visible()
    expect_all_cases(second)


def test_a_code_works_once(ana: Page, new_phone: NewPhone, console_errors: ConsoleErrors) -> None:
    console_errors.expect(r"status of 410 \(GONE\) \(.*/claim\)$")
    code = other_phones.offer_phone(ana).code
    other_phones.join_by_code(new_phone(), code, ana)
    mallory = new_phone()
    actions.open_screen(mallory, "/pair")
    mallory.get_by_label("Code or link").fill(code)
    mallory.get_by_role("button", name="Bring my cases here").click()
    expect(mallory.get_by_text("This code has been used already.")).to_be_visible()
    actions.open_screen(mallory, "/cases")
    for name in CASES:
        expect(mallory.get_by_text(name)).to_have_count(0)


def test_progress_is_shown_while_a_case_arrives(new_phone: NewPhone, new_server: NewServer, tmp_path: Path) -> None:
    server, faults = start_with_faults(new_server, tmp_path, MAX_PAGE_ENTRIES="3")
    ana = new_phone(on=server)
    actions.start_case(ana, CASES[0])
    for number in range(6):
        actions.write_note(ana, f"Note {number}")
    actions.sent(ana)
    code = other_phones.offer_phone(ana).code
    faults.delay(r"/entries$", seconds=0.5, method="GET")
    second = new_phone(on=server)
    other_phones.join_by_code(second, code, ana)
    expect(second.get_by_text(re.compile(r"^[1-9]\d* of \d+ entries$")).first).to_be_visible()
    faults.none()
    expect(second.get_by_text("All here").first).to_be_visible()
