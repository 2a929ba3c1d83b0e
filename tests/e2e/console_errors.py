"""What the browser complained about: console errors and uncaught errors.

A story that breaks something on purpose declares the complaint to expect; nothing else is allowed.
"""

from __future__ import annotations

import re

from playwright.sync_api import BrowserContext, ConsoleMessage, WebError


class ConsoleErrors:
    """Listens to any number of phones."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        # A phone calls the server even when the browser believes that there is no network; the browser reports that.
        self._expected: list[re.Pattern[str]] = [re.compile(r"ERR_INTERNET_DISCONNECTED \(.*/api/v1/")]

    def listen_to(self, context: BrowserContext) -> None:
        context.on("console", self._on_console)
        context.on("weberror", self._on_error)

    def expect(self, pattern: str) -> None:
        """Allows, from now on, what matches: "text (address)"."""
        self._expected.append(re.compile(pattern))

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._hear(f"{message.text} ({message.location['url']})")

    def _on_error(self, error: WebError) -> None:
        self._hear(f"uncaught: {error.error}")

    def _hear(self, complaint: str) -> None:
        if not any(pattern.search(complaint) for pattern in self._expected):
            self.heard.append(complaint)
