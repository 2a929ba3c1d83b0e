"""One line for each request: method, path, status, milliseconds.

Must never hold a token, a body, a query or a header. Paths hold ids only, and a fragment never reaches a server.
Invariant: a line has a limited length, whatever was requested, so that a stranger cannot fill the disk with it.
"""

from __future__ import annotations

import logging
import math
import time
from urllib.parse import quote

from flask import Flask, Response, current_app, g, request

log = logging.getLogger("backend.requests")
SECONDS_BETWEEN_WARNINGS = 3600
LONGEST_METHOD = 20
LONGEST_PATH = 200  # longer than any of ours, quoted
BEHIND_A_PROXY = (
    "X-Forwarded-For came in and PROXY_HOPS is 0: behind a proxy, set PROXY_HOPS, or all phones count as one address"
)


def init_request_log(app: Flask) -> None:
    """Starts the clock before each request and writes its line after it."""
    app.before_request(_start_clock)
    if app.config["PROXY_HOPS"] == 0:
        app.before_request(_warn_of_a_proxy)
    app.after_request(_write_line)


def _start_clock() -> None:
    g.started = time.perf_counter()


def _warn_of_a_proxy() -> None:
    """Behind a proxy that is not in the settings, all phones are one address and share its limits."""
    known = current_app.extensions.setdefault("proxy_warned_at", -math.inf)
    if "X-Forwarded-For" in request.headers and time.monotonic() - known > SECONDS_BETWEEN_WARNINGS:
        current_app.extensions["proxy_warned_at"] = time.monotonic()
        log.warning(BEHIND_A_PROXY)


def _write_line(response: Response) -> Response:
    milliseconds = (time.perf_counter() - g.get("started", time.perf_counter())) * 1000
    # Quoted again, so that a path with a line break cannot forge a second line.
    method, path = quote(request.method[:LONGEST_METHOD]), quote(request.path[:LONGEST_PATH])[:LONGEST_PATH]
    log.info("%s %s %d %.1f ms", method, path, response.status_code, milliseconds)
    return response
