"""Two phones of one person with one case on both, and a signal that comes and goes."""

from __future__ import annotations

import re

from playwright.sync_api import Page, Response, expect

from tests import actions, other_phones
from tests.e2e.console_errors import ConsoleErrors

CASE = "My left knee"
LOGS = 2  # the keyring and the case
PULL = re.compile(r"/logs/(\w+)/entries\?after=")


def pair(ana: Page, second: Page) -> None:
    """Starts a case on the first phone and brings it to the second."""
    actions.start_case(ana, CASE)
    other_phones.join_by_code(second, other_phones.offer_phone(ana).code, ana)
    expect(second.get_by_text("All here").first).to_be_visible()


def wake(page: Page) -> None:
    """The signal goes and returns, so the phone calls the server at once."""
    lose_signal(page)
    page.context.set_offline(False)


def lose_signal(*pages: Page) -> None:
    for page in pages:
        page.context.set_offline(True)
        page.wait_for_function("() => !navigator.onLine")


def find_signal(*pages: Page) -> None:
    """One after the other. Each calls the server again, as when a signal returns, until all that it had is sent."""
    for page in pages:
        lose_signal(page)
        asked: set[str] = set()
        with page.expect_response(lambda response: has_asked_for_all(response, asked), timeout=90_000):  # noqa: B023 - called before the next turn
            page.context.set_offline(False)
        actions.sent(page)


def has_asked_for_all(response: Response, asked: set[str]) -> bool:
    pull = PULL.search(response.url)
    if pull and response.ok:
        asked.add(pull.group(1))
    return len(asked) == LOGS


def forgive_cut_requests(console_errors: ConsoleErrors) -> None:
    """The browser complains about a request that was under way when the signal went."""
    console_errors.expect(r"ERR_INTERNET_DISCONNECTED \(.*/api/")
