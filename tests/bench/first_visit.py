"""The first visit, on a slow network: until there is text, and until the app says that it no longer needs a network."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

from playwright.sync_api import Browser

from tests.bench.slow_link import slow_link
from tests.bench.slow_phone import Wanted, slow_page, time_to
from tests.bench.table import Figure
from tests.harness import PHONE

READY = Wanted("main b, p", "^Ready for offline$")
TEXT = Wanted("h1")


def first_visits(browser: Browser, app_port: int, bare_port: int, runs: int) -> Iterator[Figure]:
    def visits(port: int, path: str, name: str, wanted: Wanted) -> list[float]:
        return [visit(browser, port, path, name, wanted) for _ in range(runs)]

    text, bare_text = visits(app_port, "/", "text", TEXT), visits(bare_port, "/", "text", TEXT)
    yield Figure("First visit: text on screen", text, 1000, bare_text)
    ready = visits(app_port, "/more/storage", "ready", READY)
    yield Figure("First visit: ready for offline", ready, 3000, visits(bare_port, "/", "ready", READY))


def visit(browser: Browser, port: int, path: str, name: str, wanted: Wanted) -> float:
    """On a phone that has never opened the app."""
    with slow_link(port) as address, closing(browser.new_context(viewport=PHONE)) as context:
        return time_to(slow_page(context, {name: wanted}), f"{address}{path}", name)
