"""One client on one connection that stays open: pushes what was sealed beforehand, and pulls everything back.

Times are those of the requests alone: bodies are written before the clock starts, answers are parsed after it.
"""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from http.client import HTTPConnection
from typing import Any

PAGE_ENTRIES = 500


@dataclass
class Client:
    """Speaks to the log at `url` of one server. `headers` go with every request."""

    port: int
    url: str
    headers: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        self._connection.connect()
        self._connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def close(self) -> None:
        """Ends the connection."""
        self._connection.close()

    def pushed(self, bodies: Sequence[dict[str, Any]]) -> float:
        """The seconds that these pushes take, one after the other; each must be acknowledged."""
        sent = [json.dumps(body).encode() for body in bodies]
        began = time.perf_counter()
        answers = [self._answer("POST", f"{self.url}/entries", body) for body in sent]
        seconds = time.perf_counter() - began
        for answer, body in zip(answers, bodies, strict=True):
            if len(json.loads(answer)["seqs"]) != len(body["envelopes"]):
                raise RuntimeError("a push was not acknowledged whole")
        return seconds

    def pulled(self, entries: int) -> float:
        """The seconds until this many entries have come, page by page."""
        began = time.perf_counter()
        after = 0
        while after < entries:
            page = json.loads(self._answer("GET", f"{self.url}/entries?after={after}&limit={PAGE_ENTRIES}"))
            if not page["entries"]:
                raise RuntimeError(f"the log ends at {after}")
            after = page["entries"][-1]["seq"]
        return time.perf_counter() - began

    def _answer(self, method: str, url: str, body: bytes | None = None) -> bytes:
        headers = {"Content-Type": "application/json", **self.headers}
        self._connection.request(method, url, body, headers)
        response = self._connection.getresponse()
        text = response.read()
        if response.status != 200:
            raise RuntimeError(f"{method} {url}: {response.status} {text[:200]!r}")
        return text
