"""Draws the app's icons from icon.svg, with the Chromium that the tests use. Run after a change of the drawing:

    .venv/bin/python frontend/icons/draw.py

The pictures are kept in the repository, so that a build needs no browser.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from palette import with_palette
from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).parent
TARGET = HERE.parent / "public" / "icons"
# The browser asks for this one whenever a page is opened, so that every phone keeps it for offline.
KEPT = "icon-192.png"
# Phones cut a maskable icon to any shape: its ground fills the square and the drawing keeps to the safe inner circle.
FULL_GROUND = '<rect class="ground" width="512" height="512" rx="0"'
ROUND_GROUND = '<rect class="ground" width="512" height="512" rx="112"'


def main() -> None:
    """Writes every icon the manifest and index.html name."""
    drawing = (HERE / "icon.svg").read_text("utf-8")
    square = drawing.replace(ROUND_GROUND, FULL_GROUND)
    if square == drawing:
        raise SystemExit("icon.svg has no ground of the expected form")
    TARGET.mkdir(parents=True, exist_ok=True)
    shutil.copy(HERE / "icon.svg", TARGET / "icon.svg")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        draw(page, drawing, 192, KEPT)
        draw(page, drawing, 512, "icon-512.png")
        draw(page, square, 512, "maskable-512.png")
        draw(page, square, 180, "apple-touch-icon.png")
        browser.close()
    kept = TARGET / KEPT
    kept.write_bytes(with_palette(kept.read_bytes()))


def draw(page: Page, drawing: str, size: int, name: str) -> None:
    """Writes `drawing` as a PNG of `size` by `size` pixels; what lies outside a rounded ground is transparent."""
    page.set_viewport_size({"width": size, "height": size})
    page.set_content(f"<style>body{{margin:0}}svg{{display:block;width:{size}px;height:{size}px}}</style>{drawing}")
    page.screenshot(path=TARGET / name, omit_background=True)


if __name__ == "__main__":
    main()
