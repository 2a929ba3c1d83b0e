"""How a screen is shown: size, colours, text size. Changes the open page; reloads nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from playwright.sync_api import Page

# The root's own size in base.css is 112.5 % of the reader's; a reader who doubles it gets this.
DOUBLED = "225%"


@dataclass(frozen=True)
class Variant:
    name: str
    width: int
    height: int
    scheme: Literal["light", "dark"] = "light"
    doubled_text: bool = False

    def show(self, page: Page) -> None:
        page.emulate_media(color_scheme=self.scheme, reduced_motion="reduce")
        page.evaluate("(size) => { document.documentElement.style.fontSize = size; }", self._text_size())
        page.set_viewport_size({"width": self.width, "height": self.height})
        page.evaluate("scrollTo(0, 0)")

    def show_all(self, page: Page) -> None:
        """As if the phone were long enough, so that the bar at the bottom hides nothing of the page."""
        self.show(page)
        length: int = page.evaluate("document.documentElement.scrollHeight")
        page.set_viewport_size({"width": self.width, "height": max(self.height, length)})

    def _text_size(self) -> str:
        return DOUBLED if self.doubled_text else ""


VARIANTS = (
    Variant("390-light", 390, 844),
    Variant("390-dark", 390, 844, "dark"),
    Variant("320-light", 320, 640),
    Variant("320-dark", 320, 640, "dark"),
    Variant("1280-light", 1280, 800),
    Variant("1280-dark", 1280, 800, "dark"),
    Variant("390-text-200", 390, 844, doubled_text=True),
)
