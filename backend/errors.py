"""ApiError, and the one shape of every error that is sent: {code, message, details?}.

The codes are those of docs/protocol.md section 5 and never change their meaning. An answer must not reveal internals.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Mapping
from typing import Any

from flask import Flask, Response, g, jsonify, request
from marshmallow import Schema, fields
from sqlalchemy.exc import DBAPIError, InternalError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionLeftError
from werkzeug.exceptions import HTTPException, UnsupportedMediaType

log = logging.getLogger("backend.errors")

CODE_BY_STATUS = {
    400: ("bad_request", "This request cannot be read."),
    404: ("not_found", "There is no such thing, or it is not yours."),
    405: ("method_not_allowed", "This address does not take that method."),
    413: ("too_large", "This is more than the server takes at once."),
    415: ("unsupported_media_type", "The body must be application/json."),
    422: ("invalid_request", "Some fields are missing or of the wrong type."),
    429: ("rate_limited", "Too many requests. Wait a little."),
    500: ("server_error", "Something went wrong on the server."),
}
BUSY_RETRY_SECONDS = 1
NO_WRITES_RETRY_SECONDS = 60
FULL_RETRY_SECONDS = 3600
REASON_BY_SQLITE_CODE = {
    sqlite3.SQLITE_BUSY: "busy",
    sqlite3.SQLITE_LOCKED: "busy",
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_READONLY: "no writes",
    sqlite3.SQLITE_IOERR: "no writes",
    sqlite3.SQLITE_CANTOPEN: "no writes",
}
REASON_BY_SQLSTATE = {"53100": "full", "25006": "no writes"}
BUG_SQLSTATES = ("XX", "42")  # the database's own bugs, and ours
MOST_DETAILS = 10
LONGEST_NAME = 100


def error_for_status(status: int) -> tuple[str, str]:
    """Code and message of an error that has none of its own; what cannot be read at all is a bad request."""
    return CODE_BY_STATUS.get(status) or CODE_BY_STATUS[400 if status < 500 or status == 501 else 500]


class ErrorSchema(Schema):
    """The body of every error."""

    code = fields.String(required=True, metadata={"description": "Stable, snake_case: see docs/protocol.md"})
    message = fields.String(required=True, metadata={"description": "For people; may change"})
    details = fields.Dict(metadata={"description": "What a program needs to act on the code"})


class ApiError(Exception):
    """An expected failure. `code` is for programs, `message` for people, `retry_after` in seconds."""

    def __init__(
        self,
        code: str,
        status: int,
        message: str,
        details: Mapping[str, Any] | None = None,
        retry_after: int | None = None,
    ) -> None:
        super().__init__(code)
        self.code = code
        self.status = status
        self.message = message
        self.details = details
        self.retry_after = retry_after


def not_found() -> ApiError:
    """The same answer for what does not exist and for what belongs to another person."""
    code, message = CODE_BY_STATUS[404]
    return ApiError(code, 404, message)


def no_space(message: str) -> ApiError:
    """Nothing more can be stored: the log's quota, the server's, or the disk. The phone keeps all and retries."""
    return ApiError("log_full", 507, message, retry_after=FULL_RETRY_SECONDS)


def init_errors(app: Flask) -> None:
    """Registers the one set of handlers; call it after every extension, because the last one registered wins."""
    app.before_request(_refuse_other_media_types)
    app.register_error_handler(ApiError, _answer)
    app.register_error_handler(HTTPException, _answer_http)
    for kind in (OperationalError, InternalError):  # PostgreSQL says "read-only" with the second one
        app.register_error_handler(kind, _answer_database)
    app.register_error_handler(NoConnectionLeftError, _answer_busy)
    app.register_error_handler(RecursionError, _answer_too_deep)
    app.register_error_handler(Exception, _answer_unexpected)


def _refuse_other_media_types() -> None:
    has_body = bool(request.content_length) or "Transfer-Encoding" in request.headers
    if has_body and request.path.startswith("/api/") and request.mimetype != "application/json":
        raise UnsupportedMediaType


def _answer(error: ApiError) -> Response:
    body: dict[str, Any] = {"code": error.code, "message": error.message}
    if error.details is not None:
        body["details"] = dict(error.details)
    response = jsonify(body)
    response.status_code = error.status
    if error.retry_after is not None:
        response.headers["Retry-After"] = str(error.retry_after)
    if error.status == 401:
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


def _answer_http(error: HTTPException) -> Response | HTTPException:
    status = error.code or 500
    if status < 400:
        return error  # a redirect, which is not an error
    if status == 500:
        return _answer_unexpected(error)
    messages = getattr(error, "data", {}).get("messages")  # set by webargs
    if status == 400 and messages:
        return _answer(ApiError("malformed_json", 400, "The body is not JSON."))
    code, message = CODE_BY_STATUS.get(status, (error.name.lower().replace(" ", "_"), error.name))
    retry_after = g.get("retry_after") if status == 429 else None  # set by the rate limiter
    response = _answer(ApiError(code, status, message, _by_field(messages), retry_after))
    if allowed := getattr(error, "valid_methods", None):
        response.headers["Allow"] = ", ".join(sorted(allowed))
    return response


def _by_field(messages: Any) -> dict[str, Any] | None:
    """Messages without the outer layer that names where the fields were (json, query)."""
    if not isinstance(messages, dict):
        return None
    found = {field: text for place in messages.values() for field, text in place.items()}
    kept: dict[str, Any] = _shortened(found)
    return kept


def _shortened(messages: Any) -> Any:
    """At most ten of each list, and no long name: what a stranger sent is not echoed in full."""
    if isinstance(messages, dict):
        first = list(messages.items())[:MOST_DETAILS]
        return {str(name)[:LONGEST_NAME]: _shortened(text) for name, text in first}
    return messages[:MOST_DETAILS] if isinstance(messages, list) else messages


def _answer_database(error: DBAPIError) -> Response:
    reason = _database_reason(error.orig)
    if reason == "full":
        log.error("the disk or the database is full")
        return _answer(no_space("This server has no more room."))
    if reason == "no writes":
        log.error("the database takes no writes: %s", type(error.orig).__name__)
        message = "The server cannot store anything now."
        return _answer(ApiError("busy", 503, message, retry_after=NO_WRITES_RETRY_SECONDS))
    return _answer_busy(error) if reason == "busy" else _answer_unexpected(error)


def _database_reason(cause: BaseException | None) -> str | None:
    """Why a database refused: full, no writes, busy; None for a bug, such as a missing table."""
    if isinstance(cause, sqlite3.Error):
        # The lowest byte of an extended code is the primary one.
        return REASON_BY_SQLITE_CODE.get(getattr(cause, "sqlite_errorcode", 0) & 0xFF)
    state = getattr(cause, "sqlstate", None) or ""
    return REASON_BY_SQLSTATE.get(state, "busy" if not state.startswith(BUG_SQLSTATES) else None)


def _answer_busy(_error: Exception) -> Response:
    return _answer(ApiError("busy", 503, "The server is busy. Try again.", retry_after=BUSY_RETRY_SECONDS))


def _answer_too_deep(error: RecursionError) -> Response:
    # Of what a stranger sends, only the JSON parser recurses.
    log.warning("nested too deeply: %s", type(error).__name__)
    return _answer(ApiError("malformed_json", 400, "The body is nested too deeply."))


def _answer_unexpected(error: Exception) -> Response:
    log.error("unexpected error", exc_info=error)
    code, message = CODE_BY_STATUS[500]
    return _answer(ApiError(code, 500, message))
