"""One line a request: method, path, status, milliseconds.

Must never hold a token, a body, a query or a header. Paths hold ids only, and a fragment never reaches a server.
"""

from __future__ import annotations

import logging
import time
from urllib.parse import quote

from flask import Flask, Response, g, request

log = logging.getLogger("backend.requests")


def init_request_log(app: Flask) -> None:
    """Starts the clock before each request and writes its line after it."""
    app.before_request(_start_clock)
    app.after_request(_write_line)


def _start_clock() -> None:
    g.started = time.perf_counter()


def _write_line(response: Response) -> Response:
    milliseconds = (time.perf_counter() - g.get("started", time.perf_counter())) * 1000
    # Quoted again, so that a path with a line break cannot forge a second line.
    log.info("%s %s %d %.1f ms", request.method, quote(request.path), response.status_code, milliseconds)
    return response
