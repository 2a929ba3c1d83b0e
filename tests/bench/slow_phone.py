"""A phone at a quarter of this machine's speed, and what is measured on it. Every time is taken inside the page.

The page's own work is slowed down; the browser's other threads (storage, ciphers, service worker) are not.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page

SLOWER = 4
MOST_MS = 60_000
WATCH = Path(__file__).with_name("watch.js").read_text().rstrip().rstrip(";")
TYPED = "The doctor said that it can wait until spring, and that I may call her. "
BETWEEN_KEYS_MS = 110


@dataclass(frozen=True)
class Wanted:
    """Something on the screen: an element that matches, with a text that matches. Both are JavaScript patterns."""

    selector: str
    text: str = r"\S"


def slow_page(context: BrowserContext, wanted: Mapping[str, Wanted]) -> Page:
    """A new slow page that records when it shows what is wanted."""
    page = context.new_page()
    asked = {name: {"selector": one.selector, "text": one.text} for name, one in wanted.items()}
    page.add_init_script(f"({WATCH})({json.dumps(asked)})")
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return page


def time_to(page: Page, address: str, name: str) -> float:
    """Opens the address; milliseconds from the start of the navigation until `name` was on the screen."""
    page.goto(address, wait_until="commit")
    return seen_at(page, name)


def seen_at(page: Page, name: str) -> float:
    # On a busy machine the page may be asked before its own scripts are there.
    there = "(name) => typeof measured === 'function' && typeof measured().seen[name] === 'number'"
    page.wait_for_function(there, arg=name, timeout=MOST_MS)
    return float(measured(page)["seen"][name])


def time_from_click(page: Page, selector: str, name: str) -> float:
    """Clicks; milliseconds from the click until `name` was on the screen."""
    page.evaluate("(name) => forget(name)", name)
    page.locator(selector).click()
    shown = seen_at(page, name)
    return shown - float(measured(page)["clickedAt"])


def time_of_keys(page: Page, selector: str) -> list[float]:
    """Types a sentence at the speed of a quick typist; milliseconds from each key until the screen showed it."""
    page.locator(selector).click()
    page.keyboard.type(TYPED, delay=BETWEEN_KEYS_MS)
    page.wait_for_function("(count) => measured().keys.length >= count", arg=len(TYPED), timeout=MOST_MS)
    return [float(key) for key in measured(page)["keys"]]


def measured(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate("measured()")
    return found
