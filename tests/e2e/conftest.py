"""The app in a real browser: one build and one server for all stories, a fresh phone for each.

A test that uses `ana` gets a phone whose page must end without a console error or an uncaught error.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from tests import harness
from tests.e2e.builds import Builds, build_the_next
from tests.e2e.console_errors import ConsoleErrors
from tests.e2e.hostile_proxy import Network, network_before
from tests.e2e.made_once import made_once
from tests.harness import CHROMIUM_ARGS, PHONE, Server

# Long, for busy machines: only a story that fails waits until the end.
expect.set_options(timeout=60_000)

# The stories of such a file share a phone, so one worker tells them all, in their order.
TOLD_TOGETHER = {
    f"tests/e2e/test_{name}.py"
    for name in ("accessibility", "journey", "large_dates", "long_names", "pairing", "print")
}

NewServer = Callable[..., Server]
NewPhone = Callable[..., Page]


class StoryScheduling(LoadScopeScheduling):  # type: ignore[misc]  # xdist has no types
    """One story at a time to whoever is free, but for files whose stories stay together; those go first."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return file if file in TOLD_TOGETHER else nodeid


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> StoryScheduling:
    return StoryScheduling(config, log)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_type_launch_args, "executable_path": harness.chromium(), "args": CHROMIUM_ARGS}


@pytest.fixture(scope="module")
def large_text(playwright: Playwright) -> Iterator[Browser]:
    """A browser whose owner set text twice as large for all pages."""
    args = [*CHROMIUM_ARGS, "--blink-settings=defaultFontSize=32"]
    browser = playwright.chromium.launch(executable_path=harness.chromium(), args=args)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built front end, the same for the whole session."""
    return made_once(tmp_path_factory, "front-end", harness.built_front_end)


@pytest.fixture(scope="session")
def next_dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build with new words in it, the same for the whole session."""
    return made_once(tmp_path_factory, "next-front-end", build_the_next)


@pytest.fixture
def builds(dist: Path, next_dist: Path, tmp_path: Path) -> Builds:
    """A front end of this story alone, which can be replaced by the next version."""
    return Builds(shutil.copytree(dist, tmp_path / "served"), next_dist)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory, dist: Path, empty_database: Path) -> Iterator[Server]:
    """The server shared by the stories that do not harm it."""
    # All stories come from one address, and each of them creates two logs.
    server = Server(tmp_path_factory.mktemp("server"), dist, {"CREATE_RATE_LIMIT": "10000 per hour"})
    shutil.copy(empty_database, server.database)
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory, dist: Path) -> Path:
    """The database file of a freshly set up server."""

    def set_up(folder: Path) -> Path:
        made = Server(folder, dist)
        made.migrate()
        return made.database

    return made_once(tmp_path_factory, "set-up", set_up)


@pytest.fixture
def new_server(tmp_path: Path, dist: Path, empty_database: Path) -> Iterator[NewServer]:
    """A server of this story alone: `new_server(app=…, settings={…})`, running on an empty database."""
    with ExitStack() as ends:

        def start(**how: Any) -> Server:
            folder = tmp_path / "server"
            folder.mkdir()
            server = Server(folder, **{"dist": dist, **how})
            shutil.copy(empty_database, server.database)
            ends.callback(server.stop)
            server.start()
            return server

        yield start


@pytest.fixture
def console_errors() -> Iterator[ConsoleErrors]:
    """What the browser complained about, on every phone that listens. The story fails if any is left at its end."""
    console_errors = ConsoleErrors()
    yield console_errors
    assert console_errors.heard == []


@pytest.fixture
def new_phone(
    browser: Browser, server: Server, console_errors: ConsoleErrors, new_server: NewServer
) -> Iterator[NewPhone]:
    """Phones, on the shared server unless `new_phone(on=…)` says otherwise; deleted after the story.

    Depends on `new_server` so that every phone is switched off before its server is.
    """
    with ExitStack() as ends:

        def make(on: Server = server, **more: Any) -> Page:
            context = phone_context(browser, on, **more)
            ends.callback(context.close)
            console_errors.listen_to(context)
            return context.new_page()

        yield make


@pytest.fixture
def ana(new_phone: NewPhone) -> Page:
    return new_phone()


def phone_context(browser: Browser, server: Server, **more: Any) -> BrowserContext:
    """A phone that nobody has used yet."""
    chosen = {"viewport": PHONE, "locale": "en-GB", "timezone_id": "Europe/London", **more}
    return browser.new_context(**{"base_url": server.address, **chosen})


@pytest.fixture
def network(server: Server) -> Iterator[Network]:
    """A network in front of the shared server that can be made to answer in its place: `new_phone(on=network)`."""
    with network_before(server) as network:
        yield network


class Profiles:
    """Phones that can be switched off and on again: one folder each."""

    def __init__(self, playwright: Playwright, folder: Path, console_errors: ConsoleErrors) -> None:
        self._playwright = playwright
        self._folder = folder
        self._complaints = console_errors
        self._open: list[BrowserContext] = []

    def folder(self, name: str) -> Path:
        return self._folder / name

    def open(self, name: str, server: Server, **how: Any) -> Page:
        """Switches the phone on. Close its context to switch it off."""
        context = harness.open_profile(self._playwright, self.folder(name), base_url=server.address, **how)
        self._open.append(context)
        self._complaints.listen_to(context)
        return context.pages[0]

    def close(self) -> None:
        for context in self._open:
            context.close()


@pytest.fixture
def profiles(
    playwright: Playwright, tmp_path: Path, console_errors: ConsoleErrors, new_server: NewServer
) -> Iterator[Profiles]:
    """Depends on `new_server` so that every phone is switched off before its server is."""
    profiles = Profiles(playwright, tmp_path / "profiles", console_errors)
    yield profiles
    profiles.close()
