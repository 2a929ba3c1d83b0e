"""Serves the app: `python -m backend.serve`. Many threads, and on PostgreSQL as many processes as PROCESSES says.

SQLite has one writer, so it is served by one process whatever the setting says. HOST and PORT choose the address.
"""

from __future__ import annotations

import logging
import os
import secrets
import signal
import socket
import sys
import time
from collections.abc import Callable
from importlib import import_module
from types import FrameType
from typing import Any, NoReturn

from waitress import wasyncore
from waitress.adjustments import Adjustments
from waitress.task import ThreadedTaskDispatcher

from backend import workers
from backend.config import MIB, processes_of, settings
from backend.connections import MOST_CONNECTIONS, Listener

APP = "backend.app:create_app()"
HOST = os.environ.get("HOST", "127.0.0.1")
PORT = os.environ.get("PORT", "8000")
NO_PROXY = (
    "PROXY_HOPS is 0: there is no HTTPS here, and phones are told apart by the address that connects. "
    "With a server in front, set PROXY_HOPS=1."
)
ONE_PROCESS = "SQLite has one writer, so one process serves, not the {asked} of PROCESSES. Several need PostgreSQL."
THREADS = 32
SWEEP_SECONDS = 1
SWEEP_BYTES = 16 * MIB  # received since the last sweep: many bodies at once can fill the memory within a second


def main(named: str = APP) -> None:
    """Serves until it is stopped."""
    config = settings(os.environ, {})
    processes = processes_of(config)
    _log_to_the_operator()
    signal.signal(signal.SIGTERM, _stop)
    module, _, factory = named.removesuffix("()").partition(":")
    make: Callable[[], Any] = getattr(import_module(module), factory)
    adjustments = _adjustments(config["MAX_CONTENT_LENGTH"])
    listening = [_bound(address, adjustments) for address in adjustments.listen]

    def say() -> None:
        say_where(config["PROXY_HOPS"])
        if processes < config["PROCESSES"]:
            print(ONE_PROCESS.format(asked=config["PROCESSES"]), flush=True)  # noqa: T201 - it is for the terminal

    if processes == 1:
        _serve(make, adjustments, listening, say, may_go_on=lambda: True)
        return
    os.environ.setdefault("TALLY_SALT", secrets.token_hex(32))  # the processes count the same addresses

    def work(ready: Callable[[], None], may_go_on: Callable[[], bool]) -> None:
        _serve(make, adjustments, listening, ready, may_go_on)

    workers.supervise(processes, work, say)


def _serve(
    make: Callable[[], Any],
    adjustments: Adjustments,
    listening: list[socket.socket],
    ready: Callable[[], None],
    may_go_on: Callable[[], bool],
) -> None:
    """One process's part: until it is stopped, or may not go on."""
    app = make()
    dispatcher = ThreadedTaskDispatcher()
    dispatcher.set_thread_count(THREADS)
    sockets: dict[int, Any] = {}
    given = {"dispatcher": dispatcher, "adj": adjustments, "bind_socket": False}
    listeners = [
        Listener(app, sockets, _sock=one, sockinfo=address, **given)
        for one, address in zip(listening, adjustments.listen, strict=True)
    ]
    try:
        ready()
        _loop(sockets, listeners, may_go_on)
    except (SystemExit, KeyboardInterrupt):
        dispatcher.shutdown()


def _bound(address: Any, adjustments: Adjustments) -> socket.socket:
    """Listens at an address before there is anyone to answer, so that all processes share it."""
    family, kind, protocol, where = address
    one = socket.socket(family, kind, protocol)
    one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if family == socket.AF_INET6:
        one.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
    try:
        one.bind(where)
        one.listen(adjustments.backlog)
    except OSError as error:
        raise SystemExit(f"{HOST}:{PORT} cannot be listened at: {error.strerror}") from error
    return one


def _adjustments(longest_body: int) -> Adjustments:
    """waitress's settings. A name like localhost may have an address of each kind."""
    return Adjustments(
        host=HOST,
        port=PORT,
        threads=THREADS,
        connection_limit=MOST_CONNECTIONS,
        asyncore_use_poll=True,
        max_request_header_size=32 * 1024,
        max_request_body_size=longest_body + MIB,  # the app itself refuses what is a little too long
        inbuf_overflow=4 * MIB,  # never a file: a full disk must not stop a request
        outbuf_overflow=4 * MIB,  # nor an answer
        recv_bytes=64 * 1024,
        ident=None,
        log_socket_errors=False,
        clear_untrusted_proxy_headers=False,  # PROXY_HOPS decides
    )


def _loop(sockets: dict[int, Any], listeners: list[Listener], may_go_on: Callable[[], bool]) -> None:
    swept = time.monotonic()
    while may_go_on():
        wasyncore.loop(timeout=SWEEP_SECONDS, use_poll=True, map=sockets, count=1)
        many = any(listener.bytes_since_sweep > SWEEP_BYTES for listener in listeners)
        if (now := time.monotonic()) - swept >= SWEEP_SECONDS or many:
            swept = now
            for listener in listeners:
                listener.sweep(now)


def say_where(hops: int) -> None:
    """Prints the address and what is not protected, for whoever typed the command."""
    shown = "127.0.0.1" if HOST == "0.0.0.0" else HOST  # noqa: S104 - shown, not bound
    shown = f"[{shown}]" if ":" in shown else shown
    print(f"Second Look is ready at http://{shown}:{PORT}", flush=True)  # noqa: T201 - it is for the terminal
    if hops == 0:
        print(NO_PROXY, flush=True)  # noqa: T201 - as above


def _log_to_the_operator() -> None:
    logging.basicConfig(format="%(asctime)s %(message)s")
    logging.getLogger("backend").setLevel(logging.INFO)
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # a busy moment is not worth a line


def _stop(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit


if __name__ == "__main__":
    main(*sys.argv[1:])
