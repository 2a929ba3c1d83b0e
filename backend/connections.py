"""Connections with a deadline: what waitress lacks so that a slow phone, or many of them, hinders nobody.

waitress reads a whole request before it gives it to a thread, and buffers what a phone is slow to fetch, so a slow
connection costs a socket and no thread. Invariant: each connection has a deadline for sending or fetching something
whole. When sockets or bytes run short, the connection that has waited longest is closed, never the newest.
"""

from __future__ import annotations

import json
import time
from typing import Any

from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser, ParsingError
from waitress.server import TcpWSGIServer
from waitress.task import ErrorTask
from waitress.utilities import BadRequest

from backend.config import MIB
from backend.errors import error_for_status

MOST_CONNECTIONS = 800  # below the 1,024 files that a process may usually have open
KEPT_CONNECTIONS = 600
MOST_WAITING_BYTES = 64 * MIB
MOST_ASKED_AT_ONCE = 8  # per connection: the longest answers together stay below what waitress lets a thread leave
HEAD_SECONDS = 10
REQUEST_SECONDS = 60  # a phone gives up after 20
IDLE_SECONDS = 30
MOST_LINES_OF_CHUNKS = 4000  # two for each chunk; one chunk for each byte would cost the listener a second of CPU


class Refusal(ErrorTask):  # type: ignore[misc] # waitress has no types
    """What cannot be read as a request at all, answered in the API's one error shape."""

    def execute(self) -> None:
        code, message = error_for_status(self.request.error.code)
        body = json.dumps({"code": code, "message": message}).encode()
        self.status = f"{self.request.error.code} {self.request.error.reason}"
        self.response_headers += [("Content-Type", "application/json"), ("X-Content-Type-Options", "nosniff")]
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


class Head(HTTPRequestParser):  # type: ignore[misc] # waitress has no types
    """Reads one request. A number of 5,000 digits, or an address with half a bracket, is refused and is no bug."""

    lines_of_chunks = 0

    def received(self, data: bytes) -> int:
        if self.chunked:
            self.lines_of_chunks += data.count(b"\r\n")
        if self.lines_of_chunks <= MOST_LINES_OF_CHUNKS:
            return int(super().received(data))
        self.error = BadRequest("too many chunks")
        self.completed = True
        return len(data)

    def parse_header(self, header_plus: bytes) -> None:
        try:
            super().parse_header(header_plus)
        except ValueError as error:
            raise ParsingError("This is no request.") from error


class OneTooMany(Head):
    """Everything after the limit in one read: not read further, refused, and the connection closed."""

    def received(self, data: bytes) -> int:
        self.parse_header(b"GET / HTTP/1.0\r\n")
        self.error = BadRequest("too many requests at once")
        self.completed = True
        return len(data)


class Connection(HTTPChannel):  # type: ignore[misc] # waitress has no types
    """A connection that remembers when its unfinished request began."""

    error_task_class = Refusal

    began = 0.0
    asked_at_once = 0

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.began = time.monotonic()

    def writable(self) -> bool:
        """Whether the listener has to send something.

        A working thread sends what it writes by itself. If the listener tried too, it would ask for that thread's lock
        round after round, and each round takes CPU from the thread that holds it.
        """
        if self.waits or self.will_close or self.total_outbufs_len > self.adj.outbuf_high_watermark:
            return bool(super().writable())
        return False

    def received(self, data: bytes) -> bool:
        if self.request is None:
            self.began = time.monotonic()
        self.asked_at_once = 0
        self.server.bytes_since_sweep += len(data)
        return bool(super().received(data))

    def parser_class(self, adj: Adjustments) -> Head:
        """What reads the next request.

        A client that sends a thousand requests at once and fetches nothing would block a thread, and thirty-two such
        connections would block them all. No browser sends another request on a connection before it has the answer.
        """
        self.asked_at_once += 1
        return Head(adj) if self.asked_at_once <= MOST_ASKED_AT_ONCE else OneTooMany(adj)

    @property
    def waits(self) -> bool:
        """Whether no thread is working for it."""
        return not self.requests

    @property
    def bytes_waiting(self) -> int:
        """The bytes buffered of an unfinished request, and of answers that were not fetched."""
        return (self.request.body_bytes_received if self.request else 0) + int(self.total_outbufs_len)

    def is_too_slow(self, now: float) -> bool:
        """Whether its deadline has passed."""
        if not self.waits:
            return False
        if self.request is not None:
            limit = REQUEST_SECONDS if self.request.headers_finished else HEAD_SECONDS
            return now - self.began > limit
        return time.time() - float(self.last_activity) > IDLE_SECONDS


class Listener(TcpWSGIServer):  # type: ignore[misc] # waitress has no types
    """One listening address that closes slow connections."""

    channel_class = Connection

    bytes_since_sweep = 0

    def sweep(self, now: float) -> None:
        """Closes what is too slow, and what has waited longest while there are too many connections or bytes."""
        self.bytes_since_sweep = 0
        count = len(self.active_channels)
        waiting = sorted((one for one in self.active_channels.values() if one.waits), key=lambda one: one.began)
        held = sum(one.bytes_waiting for one in waiting)
        for one in waiting:
            is_short = count > KEPT_CONNECTIONS or held > MOST_WAITING_BYTES
            if is_short or one.is_too_slow(now):
                count, held = count - 1, held - one.bytes_waiting
                one.handle_close()
