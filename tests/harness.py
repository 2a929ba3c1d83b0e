"""The real server and the real browser, for whoever needs them: browser tests, pictures, bench, seed.

The server is the one that `make run` starts, on a free port with its own database. Invariant: the front end is served
from a copy, so that a later build changes nothing. Must not touch what it did not start.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

from playwright.sync_api import BrowserContext, Playwright, ViewportSize

from backend.config import ROOT

FRONT_END = ROOT / "frontend"
APP = "backend.app:create_app()"
PHONE: ViewportSize = {"width": 390, "height": 844}
CHROMIUM_ARGS = [
    "--no-sandbox",  # Chromium refuses its sandbox to root, as which containers run it
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SECONDS_TO_START = 90


class Server:
    """One server on one port with one database, which can be stopped and started again.

    `settings` are names of backend/config.py. `folder` holds the database and the server's output.
    """

    def __init__(
        self,
        folder: Path,
        dist: Path,
        settings: Mapping[str, str] | None = None,
        *,
        app: str = APP,
        host: str = "127.0.0.1",
        port: int | None = None,
    ) -> None:
        self.folder = folder
        self.dist = dist
        self.database = folder / "relay.sqlite3"
        self.request_log = folder / "request-log.txt"
        self.port = port or free_port()
        self.address = f"http://{host}:{self.port}"
        self._app = app
        self._process: subprocess.Popen[bytes] | None = None
        self._environ = {
            **with_node(),
            "DATABASE_URL": f"sqlite:///{self.database}",
            "FRONTEND_DIST": str(dist),
            "HOST": host,
            "PORT": str(self.port),
            **(settings or {}),
        }

    @property
    def process_id(self) -> int | None:
        """The server's process id while it runs."""
        return self._process.pid if self._process else None

    def migrate(self) -> None:
        """Brings the database up to date; creates a missing one."""
        command = [sys.executable, "-m", "flask", "--app", "backend.app", "db", "upgrade"]
        self._run([*command, "--directory", "backend/migrations"])

    def flask(self, *command: str) -> None:
        """Runs one of the operator's commands on this database."""
        self._run([sys.executable, "-m", "flask", "--app", "backend.app", *command])

    def configure(self, **settings: str) -> None:
        """Settings for the next start."""
        self._environ.update(settings)

    def get(self, path: str) -> bytes:
        """The body of an answer; raises OSError when nothing listens."""
        connection = HTTPConnection(self._environ["HOST"], self.port, timeout=60)
        try:
            connection.request("GET", path)
            return connection.getresponse().read()
        finally:
            connection.close()

    def start(self) -> None:
        """Returns when the server listens."""
        command = [sys.executable, "-m", "backend.serve", self._app]
        with self.request_log.open("ab") as log:
            written = log.tell()
            self._process = subprocess.Popen(
                command, cwd=ROOT, env=self._environ, stdout=log, stderr=log, start_new_session=True
            )
        give_up = time.monotonic() + SECONDS_TO_START
        while b"Second Look is ready at" not in self.request_log.read_bytes()[written:]:
            if self._process.poll() is not None or time.monotonic() > give_up:
                self.stop()
                raise RuntimeError(f"the server did not start:\n{self.request_log.read_text()}")
            time.sleep(0.05)

    def stop(self) -> None:
        """Ends the server as an operator would; does nothing when it does not run."""
        process, self._process = self._process, None
        if process is None or process.poll() is not None:
            return
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(timeout=60)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def _run(self, command: list[str]) -> None:
        done = subprocess.run(command, cwd=ROOT, env=self._environ, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"{command} failed:\n{done.stdout}{done.stderr}")


@contextmanager
def running_server(folder: Path, dist: Path, settings: Mapping[str, str] | None = None) -> Iterator[Server]:
    """A migrated server that runs until the end of the block."""
    server = Server(folder, dist, settings)
    server.migrate()
    server.start()
    try:
        yield server
    finally:
        server.stop()


def built_front_end(folder: Path) -> Path:
    """The present front end, in `folder`: a copy of frontend/dist, or a new build when its source is newer."""
    dist = folder / "dist"
    if _is_stale(FRONT_END / "dist"):
        command = ["npx", "vite", "build", "--outDir", str(dist), "--logLevel", "warn"]
        done = subprocess.run(command, cwd=FRONT_END, env=with_node(), capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"the front end does not build:\n{done.stdout}{done.stderr}")
    else:
        shutil.copytree(FRONT_END / "dist", dist)
    return dist


def _is_stale(dist: Path) -> bool:
    built = dist / "index.html"
    if not built.exists():
        return True
    sources = [ROOT / "manifest.json", FRONT_END / "index.html", FRONT_END / "vite.config.ts"]
    for folder in ("src", "public", "vite"):
        sources += [path for path in (FRONT_END / folder).rglob("*") if path.is_file()]
    return max(path.stat().st_mtime for path in sources) > built.stat().st_mtime


def chromium() -> str:
    """Where Chromium is."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        raise RuntimeError("Chromium was not found. `make test` installs it or says how.")
    return found


def open_profile(
    playwright: Playwright,
    profile: Path,
    *,
    base_url: str,
    args: tuple[str, ...] = (),
    viewport: ViewportSize = PHONE,
    offline: bool = False,
) -> BrowserContext:
    """A browser on `profile`: what it stores is there again when the same folder is opened later."""
    return playwright.chromium.launch_persistent_context(
        profile,
        executable_path=chromium(),
        args=[*CHROMIUM_ARGS, *args],
        base_url=base_url,
        viewport=viewport,
        offline=offline,
        locale="en-GB",
        timezone_id="Europe/London",
    )


def with_node() -> dict[str, str]:
    """The environment in which `node` and `npx` are found: the machine's, or those installed beside Python."""
    beside_python = str(Path(sys.executable).parent)
    return {**os.environ, "PATH": os.pathsep.join([beside_python, os.environ.get("PATH", "")])}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
