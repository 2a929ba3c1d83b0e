"""Serves the app: `python -m backend.serve`. One process, many threads, one line when it listens.

waitress reads a request to its end before a thread hears of it, and keeps what a phone is slow to fetch, so that a slow
connection costs a socket and no thread. Invariant: each connection has a time by which it must have said or fetched
something whole, and when sockets or bytes run short the one that waits longest goes, never the one that comes.
One process, because SQLite has one writer and the rate limits live in memory. HOST and PORT choose the address.
"""

from __future__ import annotations

import json
import logging
import os
import signal
import sys
import time
from importlib import import_module
from types import FrameType
from typing import Any, NoReturn

from waitress import wasyncore
from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel
from waitress.server import TcpWSGIServer
from waitress.task import ErrorTask, ThreadedTaskDispatcher

from backend.config import MIB
from backend.errors import error_for_status

APP = "backend.app:create_app()"
HOST = os.environ.get("HOST", "127.0.0.1")
PORT = os.environ.get("PORT", "8000")
NO_PROXY = (
    "PROXY_HOPS is 0: there is no HTTPS here, and phones are told apart by the address that connects. "
    "With a server in front, set PROXY_HOPS=1."
)
THREADS = 32
MOST_CONNECTIONS = 800  # below the 1,024 files that a process may usually have open
KEPT_CONNECTIONS = 600
MOST_WAITING_BYTES = 64 * MIB
HEAD_SECONDS = 10
REQUEST_SECONDS = 60  # a phone gives up after 20
IDLE_SECONDS = 30
SWEEP_SECONDS = 1


class Refusal(ErrorTask):  # type: ignore[misc] # waitress has no types
    """What cannot be read as a request at all, in the API's one shape."""

    def execute(self) -> None:
        code, message = error_for_status(self.request.error.code)
        body = json.dumps({"code": code, "message": message}).encode()
        self.status = f"{self.request.error.code} {self.request.error.reason}"
        self.response_headers += [("Content-Type", "application/json"), ("X-Content-Type-Options", "nosniff")]
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


class Connection(HTTPChannel):  # type: ignore[misc] # waitress has no types
    """A connection that remembers when the request began that is not whole yet."""

    error_task_class = Refusal

    began = 0.0

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.began = time.monotonic()

    def writable(self) -> bool:
        """Whether the listener has to send something.

        A thread at work sends what it writes by itself. Tried here too, its lock would be asked for round after round,
        each of which takes the processor from the thread that holds the lock.
        """
        if self.waits or self.will_close or self.total_outbufs_len > self.adj.outbuf_high_watermark:
            return bool(super().writable())
        return False

    def received(self, data: bytes) -> bool:
        if self.request is None:
            self.began = time.monotonic()
        return bool(super().received(data))

    @property
    def waits(self) -> bool:
        """Whether no thread is at work for it."""
        return not self.requests

    @property
    def bytes_waiting(self) -> int:
        """What is kept of a request that is not whole yet, and of answers that were not fetched."""
        return (self.request.body_bytes_received if self.request else 0) + int(self.total_outbufs_len)

    def is_too_slow(self, now: float) -> bool:
        """Whether its time is over."""
        if not self.waits:
            return False
        if self.request is not None:
            limit = REQUEST_SECONDS if self.request.headers_finished else HEAD_SECONDS
            return now - self.began > limit
        return time.time() - float(self.last_activity) > IDLE_SECONDS


class Listener(TcpWSGIServer):  # type: ignore[misc] # waitress has no types
    """One listening address, whose slow connections are let go."""

    channel_class = Connection

    def sweep(self, now: float) -> None:
        """Closes what is too slow, and what waits longest while there are too many connections or bytes."""
        count = len(self.active_channels)
        waiting = sorted((one for one in self.active_channels.values() if one.waits), key=lambda one: one.began)
        held = sum(one.bytes_waiting for one in waiting)
        for one in waiting:
            is_short = count > KEPT_CONNECTIONS or held > MOST_WAITING_BYTES
            if is_short or one.is_too_slow(now):
                count, held = count - 1, held - one.bytes_waiting
                one.handle_close()


def main(named: str = APP) -> None:
    """Serves until it is told to stop."""
    module, _, factory = named.removesuffix("()").partition(":")
    app = getattr(import_module(module), factory)()
    _log_to_the_operator()
    signal.signal(signal.SIGTERM, _stop)
    adjustments = _adjustments(app.config["MAX_CONTENT_LENGTH"])
    dispatcher = ThreadedTaskDispatcher()
    dispatcher.set_thread_count(THREADS)
    sockets: dict[int, Any] = {}
    given = {"dispatcher": dispatcher, "adj": adjustments}
    try:
        listeners = [Listener(app, sockets, sockinfo=address, **given) for address in adjustments.listen]
    except OSError as error:
        raise SystemExit(f"{HOST}:{PORT} cannot be listened at: {error.strerror}") from error
    say_where(app.config["PROXY_HOPS"])
    try:
        _loop(sockets, listeners)
    except (SystemExit, KeyboardInterrupt):
        dispatcher.shutdown()


def _adjustments(longest_body: int) -> Adjustments:
    """waitress's settings. A name like localhost may have an address of each kind."""
    return Adjustments(
        host=HOST,
        port=PORT,
        threads=THREADS,
        connection_limit=MOST_CONNECTIONS,
        asyncore_use_poll=True,
        max_request_header_size=32 * 1024,
        max_request_body_size=longest_body + MIB,  # what is a little too long the app refuses in its own words
        inbuf_overflow=4 * MIB,  # never a file: a full disk must stop no request
        outbuf_overflow=4 * MIB,  # and no answer
        recv_bytes=64 * 1024,
        ident=None,
        log_socket_errors=False,
        clear_untrusted_proxy_headers=False,  # PROXY_HOPS decides
    )


def _loop(sockets: dict[int, Any], listeners: list[Listener]) -> NoReturn:
    swept = time.monotonic()
    while True:
        wasyncore.loop(timeout=SWEEP_SECONDS, use_poll=True, map=sockets, count=1)
        if (now := time.monotonic()) - swept >= SWEEP_SECONDS:
            swept = now
            for listener in listeners:
                listener.sweep(now)


def say_where(hops: int) -> None:
    """Where to go, and what is not protected, for whoever typed the command."""
    shown = "127.0.0.1" if HOST == "0.0.0.0" else HOST  # noqa: S104 - shown, not bound
    shown = f"[{shown}]" if ":" in shown else shown
    print(f"Second Look is ready at http://{shown}:{PORT}", flush=True)  # noqa: T201 - it is for the terminal
    if hops == 0:
        print(NO_PROXY, flush=True)  # noqa: T201 - as above


def _log_to_the_operator() -> None:
    logging.basicConfig(format="%(asctime)s %(message)s")
    logging.getLogger("backend").setLevel(logging.INFO)
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # a busy moment is no news


def _stop(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit


if __name__ == "__main__":
    main(*sys.argv[1:])
