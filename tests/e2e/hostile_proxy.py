"""A network that answers in the server's place: a captive portal, a broken proxy, a maintenance page, silence, a lie.

It listens on loopback between the real browser and the real server, and passes on what no rule matches. Must not
change an answer that it passes on.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Literal

from tests.e2e.mangled_pages import Mangling, mangled
from tests.harness import Server

Nonsense = Literal[
    "page",
    "redirect",
    "braces",
    "hang",
    "511",
    "cut",
    "gone",
    "yes",
    "401",
    "404",
    "swallowed",
    "frozen",
    "flooded",
    "mangled",
]
EVERY_NONSENSE: tuple[Nonsense, ...] = ("page", "redirect", "braces", "hang", "511", "cut")

PORTAL = b"<!doctype html><title>Free clinic wifi</title><h1>Log in to the free clinic wifi</h1>"
PORTAL_PATH = "/free-wifi-login"
EVERYTHING = "."
HTML = {"Content-Type": "text/html; charset=utf-8"}
JSON = {"Content-Type": "application/json"}
Answer = tuple[int, dict[str, str], bytes]
ANSWER_BY_NONSENSE: dict[str | None, Answer] = {
    "page": (200, HTML, PORTAL),
    "redirect": (302, {"Location": PORTAL_PATH}, b""),
    "braces": (200, JSON, b"{}"),
    "511": (511, HTML, PORTAL),
    "yes": (204, {}, b""),
    "401": (401, JSON, b'{"code": "token_required", "message": "no bearer"}'),
    "404": (404, JSON, b'{"code": "not_found", "message": "no such thing"}'),
}
NOISE = secrets.token_bytes(900_000)
NOT_PASSED_ON = {"connection", "content-length", "host", "keep-alive", "transfer-encoding"}


@dataclass
class Flood:
    """A log that never ends: random bytes follow its real entries, in a chain that fits."""

    incarnation: str = ""
    chains: dict[int, bytes] = field(default_factory=dict)
    given: int = 0

    def begin(self, path: str, answer: bytes) -> None:
        """Starts the flood at the end of the real log."""
        real = json.loads(answer)
        if real.get("entries") == [] and real.get("after_hash"):
            self.incarnation = real["incarnation"]
            self.chains[after_in(path)] = bytes.fromhex(real["after_hash"])

    def page(self, after: int) -> bytes | None:
        before = self.chains.get(after)
        if before is None:
            return None
        envelope = NOISE + after.to_bytes(8)
        entry_hash = hashlib.sha256(envelope).digest()
        self.chains[after + 1] = hashlib.sha256(b"second-look/chain/v1\0" + before + entry_hash).digest()
        self.given += len(envelope)
        entry = {"seq": after + 1, "envelope": base64.b64encode(envelope).decode()}
        head = {"seq": after + 1_000_000, "hash": "ab" * 32}
        page = {"incarnation": self.incarnation, "after_hash": before.hex(), "entries": [entry], "head": head}
        return json.dumps(page).encode()


def after_in(path: str) -> int:
    return int(path.partition("after=")[2].partition("&")[0])


@dataclass
class Network:
    """What is between phone and server. `address` is where the phone believes the server to be."""

    address: str
    behind: Server
    answered: list[str] = field(default_factory=list)
    frozen: dict[str, Answer] = field(default_factory=dict)
    floods: dict[str, Flood] = field(default_factory=dict)
    mangling: Mangling | None = None
    mangled: int = 0
    _rules: list[tuple[re.Pattern[str], Nonsense]] = field(default_factory=list)
    _is_over: threading.Event = field(default_factory=threading.Event)

    def answers(self, nonsense: Nonsense, what: str = EVERYTHING, but: str = "") -> None:
        """From now on, instead of any earlier rule, requests ("GET /path?query") that match get only this answer."""
        self._is_over.set()
        self._is_over = threading.Event()
        self.answered.clear()
        self.frozen.clear()
        pattern = f"^(?!.*(?:{but})).*(?:{what})" if but else what
        self._rules = [(re.compile(pattern), nonsense)]

    def is_well(self) -> None:
        """Passes everything on again, and releases whoever waits for an answer."""
        self._is_over.set()
        self._rules = []

    def nonsense_for(self, request: str) -> Nonsense | None:
        found = next((nonsense for pattern, nonsense in self._rules if pattern.search(request)), None)
        if found is not None:
            self.answered.append(request)
        return found

    def flooded(self, path: str) -> bytes | None:
        """One page of random bytes after the real log's entries; nothing until the phone has reached their end."""
        flood = self.floods.get(path.partition("?")[0])
        return flood.page(after_in(path)) if flood else None

    def bent(self, content: bytes) -> bytes:
        """The altered page, where it can be altered; counts how many were."""
        bent = mangled(content, self.mangling) if self.mangling else None
        self.mangled += bent is not None
        return bent or content

    def wait(self) -> None:
        """Waits as long as the rule is in force."""
        self._is_over.wait(timeout=120)


class Handler(BaseHTTPRequestHandler):
    """One request: passed on, or answered with nonsense."""

    network: Network

    @property
    def place(self) -> str:
        """What is requested, without the amount: a phone that was kept waiting asks for less."""
        return self.path.partition("&limit=")[0]

    def handle_any(self) -> None:
        self.close_connection = True
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        nonsense = "page" if self.path == PORTAL_PATH else self.network.nonsense_for(f"{self.command} {self.path}")
        if nonsense in ANSWER_BY_NONSENSE:
            self.send(*ANSWER_BY_NONSENSE[nonsense])
        elif nonsense == "hang":
            self.network.wait()
        elif nonsense == "swallowed":
            self.send(200, JSON, taken(body))
        elif nonsense == "frozen" and self.place in self.network.frozen:
            self.send(*self.network.frozen[self.place])
        elif nonsense == "flooded" and (page := self.network.flooded(self.path)):
            self.send(200, JSON, page)
        elif nonsense != "gone":
            self.pass_on(body, nonsense)

    def pass_on(self, body: bytes, nonsense: Nonsense | None) -> None:
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
        if nonsense == "frozen":
            self.network.frozen[self.place] = (answer.status, kept, content)
        if nonsense == "flooded":
            self.network.floods.setdefault(self.path.partition("?")[0], Flood()).begin(self.path, content)
        if nonsense == "mangled" and answer.status == 200:
            content = self.network.bent(content)
        self.send(answer.status, kept, content, cut=nonsense == "cut")

    def send(self, status: int, headers: dict[str, str], content: bytes, *, cut: bool = False) -> None:
        try:
            self.send_response_only(status)
            for name, value in headers.items():
                self.send_header(name, value)
            if status != 204:  # a 204 has no body
                self.send_header("Content-Length", str(len(content)))
            self.send_header("Connection", "close")
            self.end_headers()
            self.wfile.write(content[: len(content) // 2] if cut else content)
        except OSError:
            return  # the phone did not wait for it


def taken(push: bytes) -> bytes:
    """What a server says to a push that it discards: each entry has the first place of the log."""
    pushed = json.loads(push)
    head = {"seq": 1, "hash": "ab" * 32}
    return json.dumps(
        {"incarnation": pushed["incarnation"], "seqs": [1] * len(pushed["envelopes"]), "head": head}
    ).encode()


for method in ("GET", "PUT", "POST", "DELETE"):
    setattr(Handler, f"do_{method}", Handler.handle_any)


@contextmanager
def network_before(server: Server) -> Iterator[Network]:
    """A network that works normally until a test changes it."""
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
