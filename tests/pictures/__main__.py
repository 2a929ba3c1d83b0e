"""`make pictures`: photographs every screen into pictures/, in all sizes and colours, and a page that shows them all.

One phone goes through the chapters: before any case, with the demo cases, with an empty one, without a signal.
Names of scenes on the command line limit it to those.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from backend.config import ROOT
from tests.harness import Server, built_front_end, open_profile, running_server
from tests.pictures.scenes import BEFORE_A_CASE, EMPTY_CASE, FULL_CASE, NO_SIGNAL, Scene, arrival
from tests.pictures.sheet import write_sheet
from tests.pictures.variants import VARIANTS
from tests.seed.story import demo_story
from tests.seed.writer import write

PICTURES = ROOT / "pictures"


def main() -> None:
    began = time.monotonic()
    wanted = set(sys.argv[1:])
    shutil.rmtree(PICTURES, ignore_errors=True)
    PICTURES.mkdir()
    taken: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with running_server(folder, built_front_end(folder)) as server, phone(folder, server) as page:
            offer = write(demo_story(datetime.now().astimezone().date()), server.address)
            for scene in chapters(server, offer.link):
                if take(page, scene, offer.ids[0], not wanted or scene.name in wanted):
                    taken.append(scene.name)
    sheet = write_sheet(PICTURES, taken, [variant.name for variant in VARIANTS])
    print(f"{len(taken)} screens, {len(taken) * len(VARIANTS)} pictures, {time.monotonic() - began:.0f} s: {sheet}")


def chapters(server: Server, link: str) -> Iterator[Scene]:
    yield from BEFORE_A_CASE
    yield from arrival(link)
    yield from FULL_CASE
    yield from EMPTY_CASE
    server.stop()
    yield from NO_SIGNAL


def take(page: Page, scene: Scene, ids: Mapping[str, str], is_wanted: bool) -> bool:
    """Every scene is played, because later ones need what was done there; only wanted scenes are photographed."""
    VARIANTS[0].show(page)
    scene.set(page, ids)
    for variant in VARIANTS if is_wanted else ():
        variant.show_all(page)
        page.screenshot(path=PICTURES / f"{scene.name}--{variant.name}.png", animations="disabled")
    return is_wanted


@contextmanager
def phone(folder: Path, server: Server) -> Iterator[Page]:
    with sync_playwright() as playwright:
        context = open_profile(playwright, folder / "profile", base_url=server.address)
        yield context.pages[0]
        context.close()


if __name__ == "__main__":
    main()
