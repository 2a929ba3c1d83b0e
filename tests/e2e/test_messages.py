"""Every screen says its messages in words: none shows a key, as the built app does for a key without a message."""

from __future__ import annotations

import re

from playwright.sync_api import Page

from tests.e2e.filled_case import fill, go

# What is left of a key when it has no message: "0_", "a_", "emptyTitle". "iPhone" is a word.
KEY = re.compile(r"(?<![\w@/.])(?!iPhone\b)(?:[0-9a-z]{1,2}_|[a-z]+[A-Z]\w*)(?![\w.])")


def test_a_key_would_be_noticed() -> None:
    assert KEY.findall("0_ Dose a_ emptyTitle iPhone 5 mg") == ["0_", "a_", "emptyTitle"]


def test_every_screen_shows_words_and_no_keys(ana: Page) -> None:
    shown = {}
    for address in fill(ana):
        go(ana, address)
        shown[address] = KEY.findall(ana.locator("body").inner_text())
    assert {address: keys for address, keys in shown.items() if keys} == {}
