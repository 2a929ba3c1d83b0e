"""Phones with much data: paired with cases that were written on another phone, and bare pages with plain rows."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page, Playwright, expect

from tests.actions import ready_for_offline
from tests.harness import Server, open_profile
from tests.seed.writer import write

SECONDS_TO_ARRIVE = 120
# As the app has it (`browserPhone.ts`).
ROWS_BEFORE_STATE = 50
# How many entries the phone's storage holds, the keyring's own included.
COUNT = """store => new Promise((resolve, reject) => {
  const request = indexedDB.open("second-look");
  request.onerror = () => reject(request.error);
  request.onsuccess = () => {
    const found = request.result.transaction(store).objectStore(store).count();
    found.onsuccess = () => { request.result.close(); resolve(found.result); };
  };
})"""


@dataclass(frozen=True)
class Profile:
    """A phone that can be switched on again and again, without a signal."""

    playwright: Playwright
    folder: Path
    address: str

    @contextmanager
    def on(self) -> Iterator[BrowserContext]:
        context = open_profile(self.playwright, self.folder, base_url=self.address)
        try:
            yield context
        finally:
            context.close()


def phone_with(profile: Profile, server: Server, cases: list[dict[str, Any]]) -> None:
    """Brings the cases to the phone over the real server, and waits until it is ready for offline."""
    link = write({"phone": "Writer", "cases": cases}, server.address).link
    with profile.on() as context:
        page = context.pages[0]
        page.goto(link)
        page.get_by_role("button", name="Bring my cases here").click()
        rows = sum(len(case["events"]) // int(case.get("together", 1)) for case in cases)
        # What the screen says is not proof of it.
        until(page, "rows", rows)
        page.get_by_role("link", name="Open your case").click()
        expect(page.locator("ol.stages")).to_be_visible(timeout=SECONDS_TO_ARRIVE * 1000)
        ready_for_offline(page)
        # The oldest case is the one that is open.
        state_written(page, len(cases[0]["events"]))


def state_written(page: Page, entries: int) -> None:
    """Waits for the sealed state of a case of so many entries that is open: it is opened from that the next time."""
    if entries > ROWS_BEFORE_STATE:
        until(page, "states", 0)


def until(page: Page, store: str, count: int) -> None:
    """Waits until the store holds more than this."""
    give_up = time.monotonic() + SECONDS_TO_ARRIVE
    while page.evaluate(COUNT, store) <= count:
        if time.monotonic() > give_up:
            raise TimeoutError(f"no more than {count} {store} were stored")
        page.wait_for_timeout(200)


def bare_phone(profile: Profile) -> None:
    with profile.on() as context:
        page = context.pages[0]
        page.goto(f"{profile.address}/?fill")
        expect(page.locator("li")).to_have_count(50, timeout=SECONDS_TO_ARRIVE * 1000)
        expect(page.get_by_text("Ready for offline")).to_be_visible()
