"""What people do to bring phones together: pairing their own, and inviting a companion.

Every step waits until the screen shows that it is done. Must not use anything behind the screen.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from tests import actions


@dataclass(frozen=True)
class Offer:
    """What the first phone shows: the code in groups of four, and the link that contains it."""

    code: str
    link: str


def offer_phone(page: Page) -> Offer:
    """Requests a code for another phone. The screen then shows code, link and QR code."""
    actions.open_screen(page, "/more/phones")
    page.get_by_role("button", name="Add another phone").click()
    code = code_on(page)
    origin = page.url.removesuffix("/more/phones")
    return Offer(code, f"{origin}/pair#{code}")


def code_on(page: Page) -> str:
    """The code that the page shows."""
    groups = page.locator(".pair-code bdi")
    expect(groups).to_have_count(7)
    return "-".join(groups.all_inner_texts())


def join_by_code(page: Page, code: str, giver: Page | None = None) -> None:
    """Types a code or pastes a link on the second phone; returns when that phone has joined.

    `giver` is the page that shows the code: its person confirms the number. A phone without a screen does so by itself.
    """
    ask_by_code(page, code)
    if giver is not None:
        give(giver, number_on(page))
    expect(page.get_by_text("This phone has joined.")).to_be_visible()


def ask_by_code(page: Page, code: str) -> None:
    """Types a code or pastes a link, which uses it."""
    actions.open_screen(page, "/pair")
    page.get_by_label("Code or link").fill(code)
    page.get_by_role("button", name="Bring my cases here").click()


def number_on(page: Page) -> str:
    """The number that this phone shows, for comparison with the other one's."""
    number = page.locator(".pair-number")
    expect(number).to_have_text(re.compile(r"^\d{3}\s\d{3}$"))
    return number.inner_text()


def give(page: Page, number: str | None = None) -> None:
    """On the phone that shows the code: confirms the number, which must equal `number` if that is given."""
    expect(page.get_by_role("heading", name="Is this your other phone?")).to_be_visible()
    if number is not None:
        expect(page.locator(".pair-number")).to_have_text(number)
    page.get_by_role("button", name="Same number: give cases").click()
    expect(page.get_by_text("Your other phone has joined.")).to_be_visible()


def invite_companion(page: Page, name: str) -> Offer:
    """Creates an invitation to the case on screen. The screen then shows code, link and QR code."""
    actions.open_screen(page, "/case/companions")
    page.get_by_label("Your name").fill(name)
    page.get_by_role("button", name="Invite someone").click()
    code = code_on(page)
    return Offer(code, page.url.removesuffix("/case/companions") + f"/join#{code}")


def join_as_companion(page: Page, name: str) -> None:
    """Starts on the screen that an invitation opened; ends in the case."""
    page.get_by_role("button", name="See the invitation").click()
    page.get_by_label("Your name").fill(name)
    page.get_by_role("button", name="Join this case").click()
    page.wait_for_url(re.compile(r"/$"))
    expect(actions.status(page)).to_contain_text("you are their companion")
