"""Two builds of the front end, the present one and a next one that differs in one word, and the step of publishing.

The next one is built from a copy of the source, so that its files have different hashes.
"""

from __future__ import annotations

import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from backend.config import ROOT
from tests.harness import FRONT_END, with_node

NEXT = "the next version"
SECONDS_TO_CHANGE = 60
IS_WAITING = "async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting)"


@dataclass(frozen=True)
class Builds:
    """`served` is the build that the server sends now."""

    served: Path
    next: Path

    def publish_the_next(self) -> None:
        """Replaces every file of the present build, as a new deployment does."""
        shutil.rmtree(self.served)
        shutil.copytree(self.next, self.served)


def build_the_next(folder: Path) -> Path:
    """In `folder`; returns where the build is."""
    source = folder / "frontend"
    left_out = shutil.ignore_patterns("node_modules", "dist", "coverage", "tests")
    shutil.copytree(FRONT_END, source, ignore=left_out)
    shutil.copy(ROOT / "manifest.json", folder)
    (source / "node_modules").symlink_to(FRONT_END / "node_modules")
    change(source / "index.html", 'name="description" content="', f'name="description" content="{NEXT}: ')
    change(source / "src/i18n/en/frame.json", '"saved": "', '"saved": "Indeed: ')
    command = ["npx", "vite", "build", "--logLevel", "warn"]
    done = subprocess.run(command, cwd=source, env=with_node(), capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"the next version does not build:\n{done.stdout}{done.stderr}")
    return source / "dist"


def change(file: Path, before: str, after: str) -> None:
    text = file.read_text()
    assert before in text, f"{file.name} has another form"
    file.write_text(text.replace(before, after, 1))


def until_next(page: Page) -> None:
    """Waits for the new version, which the user asked for. A remote-controlled browser does not always let the old
    worker go when it is idle; the test then tells it to."""
    browser = page.context.new_cdp_session(page)
    browser.send("ServiceWorker.enable")
    give_up = time.monotonic() + SECONDS_TO_CHANGE
    while not is_next(page):
        assert time.monotonic() < give_up, "the new version was asked for and does not come"
        page.wait_for_timeout(1_000)
        # Never the worker that serves the page by now.
        if not is_next(page) and page.evaluate(IS_WAITING):
            browser.send("ServiceWorker.stopAllWorkers")
    browser.detach()


def is_next(page: Page) -> bool:
    """Whether the page on the screen is from the next build."""
    return NEXT in (page.locator('meta[name="description"]').get_attribute("content") or "")
