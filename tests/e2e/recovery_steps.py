"""The steps with a recovery code that several stories take: to make one, to check it on paper, to recover with it."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests import actions
from tests.e2e.console_errors import ConsoleErrors


def make_code(page: Page) -> str:
    """Makes a code and waits until the server has been seen to hold it."""
    actions.open_screen(page, "/more/recovery-code")
    page.get_by_role("button", name="Make a recovery code").click()
    expect(page.get_by_text("Your code is ready.")).to_be_visible()
    return code_on(page)


def code_on(page: Page) -> str:
    groups = sheet_on(page).locator(".recovery-code bdi")
    expect(groups).to_have_count(7)
    return "-".join(groups.all_inner_texts())


def sheet_on(page: Page) -> Locator:
    return page.get_by_role("article", name="Recovery sheet")


def type_back(page: Page, code: str) -> None:
    """Types the two groups that the screen asks for; the first try has a mistake."""
    page.get_by_role("button", name="I have it on paper").click()
    expect(sheet_on(page)).to_have_count(0)
    fields = page.get_by_role("textbox", name=re.compile(r"^Group \d$"))
    expect(fields).to_have_count(2)
    asked = [int(label.removeprefix("Group ")) for label in page.locator("label").all_inner_texts()]
    groups = code.split("-")
    fields.first.fill(groups[asked[0] - 1].lower())
    fields.last.fill("00000" if groups[asked[1] - 1] != "00000" else "11111")
    page.get_by_role("button", name="Check").click()
    expect(page.get_by_role("alert")).to_have_text(
        f"Group {asked[1]} is not the same. Look at your paper again.", use_inner_text=True
    )
    fields.last.fill(f" {groups[asked[1] - 1]} ")
    actions.before_the_next_tap(page)
    page.get_by_role("button", name="Check").click()
    expect(page.get_by_text("You have checked it on paper.")).to_be_visible()


def no_slot_is_said(console_errors: ConsoleErrors) -> None:
    """The browser reports an address that is not there, which is what a phone asks about."""
    console_errors.expect(r"status of 404 \(NOT FOUND\) \(.*/api/v1/slots/")


def recover(page: Page, code: str) -> None:
    actions.open_screen(page, "/recover")
    page.get_by_label("Recovery code").fill(code)
    page.get_by_role("button", name="Bring my cases back").click()


def brought_back(page: Page, code: str, note: str) -> None:
    """Where the code is asked for, it brings the case back, with this note."""
    page.get_by_label("Recovery code").fill(code)
    page.get_by_role("button", name="Bring my cases back").click()
    expect(page.get_by_text("All here").first).to_be_visible()
    actions.open_screen(page, "/journal")
    expect(page.get_by_text(note)).to_be_visible()


def replace_code(page: Page) -> str:
    """Makes a new code in the place of the old one, and waits until the server has been seen to hold it alone."""
    page.get_by_role("button", name="Make a new code").click()
    actions.before_the_next_tap(page)
    page.get_by_role("button", name="Make a new code now").click()
    expect(sheet_on(page)).to_be_visible()
    expect(page.get_by_text("Your code is ready.")).to_be_visible()
    expect(page.get_by_text("Your old code still works")).to_have_count(0)
    return code_on(page)
