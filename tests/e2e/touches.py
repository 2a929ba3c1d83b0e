"""A finger that taps twice, as a shaking or hurried person does: real touches, at the same place.

The time between the two is written into the touches, so that a slow machine does not make the taps slower.
"""

from __future__ import annotations

import time
from typing import Any

from playwright.sync_api import CDPSession, Locator, Page

Point = tuple[float, float]


def point_of(target: Locator) -> Point:
    target.scroll_into_view_if_needed()
    box = target.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def tap_twice(page: Page, place: Point, between_ms: int) -> None:
    """Two taps without a look at what the first one did; the app has handled that one when the second comes."""
    glass = page.context.new_cdp_session(page)
    first = time.time()
    _tap(glass, place, first)
    time.sleep(between_ms / 1000)
    _tap(glass, place, first + between_ms / 1000)
    glass.detach()


def tap(page: Page, place: Point) -> None:
    """One intended tap: the person has looked."""
    page.wait_for_timeout(600)
    page.touchscreen.tap(*place)


def _tap(glass: CDPSession, place: Point, at: float) -> None:
    finger: dict[str, Any] = {"x": place[0], "y": place[1], "id": 1}
    glass.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [finger], "timestamp": at})
    glass.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": [], "timestamp": at + 0.05})
