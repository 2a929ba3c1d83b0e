"""A network that answers in the server's place: a captive portal, a broken proxy, a maintenance page, silence.

Stands on loopback between the real browser and the real server, and passes on what no rule names. Must not change an
answer that it passes on.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Literal

from tests.running import Server

Nonsense = Literal["page", "redirect", "braces", "hang", "511", "cut", "gone", "yes"]
EVERY_NONSENSE: tuple[Nonsense, ...] = ("page", "redirect", "braces", "hang", "511", "cut")

PORTAL = b"<!doctype html><title>Free clinic wifi</title><h1>Log in to the free clinic wifi</h1>"
PORTAL_PATH = "/free-wifi-login"
EVERYTHING = "."
HTML = {"Content-Type": "text/html; charset=utf-8"}
ANSWER_BY_NONSENSE: dict[str | None, tuple[int, dict[str, str], bytes]] = {
    "page": (200, HTML, PORTAL),
    "redirect": (302, {"Location": PORTAL_PATH}, b""),
    "braces": (200, {"Content-Type": "application/json"}, b"{}"),
    "511": (511, HTML, PORTAL),
    "yes": (204, {}, b""),
}
NOT_PASSED_ON = {"connection", "content-length", "host", "keep-alive", "transfer-encoding"}


@dataclass
class Network:
    """What lies between. `address` is where the phone believes the server to be."""

    address: str
    behind: Server
    answered: list[str] = field(default_factory=list)
    _rules: list[tuple[re.Pattern[str], Nonsense]] = field(default_factory=list)
    _is_over: threading.Event = field(default_factory=threading.Event)

    def answers(self, nonsense: Nonsense, what: str = EVERYTHING, but: str = "") -> None:
        """From now on, and in place of any rule before: requests ("GET /path?query") that match get no other answer."""
        self._is_over.set()
        self._is_over = threading.Event()
        self.answered.clear()
        pattern = f"^(?!.*(?:{but})).*(?:{what})" if but else what
        self._rules = [(re.compile(pattern), nonsense)]

    def is_well(self) -> None:
        """Everything is passed on, and who waited for an answer is let go."""
        self._is_over.set()
        self._rules = []

    def nonsense_for(self, request: str) -> Nonsense | None:
        found = next((nonsense for pattern, nonsense in self._rules if pattern.search(request)), None)
        if found is not None:
            self.answered.append(request)
        return found

    def wait(self) -> None:
        """As long as the rule stands."""
        self._is_over.wait(timeout=120)


class Handler(BaseHTTPRequestHandler):
    """One request: passed on, or answered with nonsense."""

    network: Network

    def handle_any(self) -> None:
        self.close_connection = True
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        nonsense = "page" if self.path == PORTAL_PATH else self.network.nonsense_for(f"{self.command} {self.path}")
        if nonsense in ANSWER_BY_NONSENSE:
            self.send(*ANSWER_BY_NONSENSE[nonsense])
        elif nonsense == "hang":
            self.network.wait()
        elif nonsense != "gone":
            self.pass_on(body, cut=nonsense == "cut")

    def pass_on(self, body: bytes, *, cut: bool) -> None:
        behind = self.network.behind
        upstream = HTTPConnection("127.0.0.1", behind.port, timeout=60)
        headers = {name: value for name, value in self.headers.items() if name.lower() not in NOT_PASSED_ON}
        try:
            upstream.request(self.command, self.path, body or None, headers)
            answer = upstream.getresponse()
            content = answer.read()
        except (OSError, HTTPException):
            return
        finally:
            upstream.close()
        kept = {name: value for name, value in answer.getheaders() if name.lower() not in NOT_PASSED_ON}
        self.send(answer.status, kept, content, cut=cut)

    def send(self, status: int, headers: dict[str, str], content: bytes, *, cut: bool = False) -> None:
        try:
            self.send_response_only(status)
            for name, value in headers.items():
                self.send_header(name, value)
            if status != 204:  # which has no body
                self.send_header("Content-Length", str(len(content)))
            self.send_header("Connection", "close")
            self.end_headers()
            self.wfile.write(content[: len(content) // 2] if cut else content)
        except OSError:
            return  # the phone did not wait for it


for method in ("GET", "PUT", "POST", "DELETE"):
    setattr(Handler, f"do_{method}", Handler.handle_any)


@contextmanager
def network_before(server: Server) -> Iterator[Network]:
    """A network that is well until told otherwise."""
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    httpd.daemon_threads = True
    network = Network(f"http://127.0.0.1:{httpd.server_port}", server)
    httpd.RequestHandlerClass = type("Bound", (Handler,), {"network": network})
    thread = threading.Thread(target=httpd.serve_forever, daemon=True)
    thread.start()
    try:
        yield network
    finally:
        network.is_well()
        httpd.shutdown()
        httpd.server_close()
        thread.join()
