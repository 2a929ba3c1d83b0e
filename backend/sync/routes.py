"""/api/v1/logs: create, delete, push, pull, put back, and so on. Parse, one call inside one transaction, dump."""

import hmac
import secrets
import time
from typing import Any

from flask import current_app

from backend.access import tokens
from backend.access.bearer import bearer, token_first
from backend.body import Blueprint
from backend.config import Limits
from backend.endpoint import endpoint
from backend.extensions import forget_deleted_bytes, limiter, this_address, transaction
from backend.logs.deletion import delete_log as delete_for_good
from backend.logs.deletion import forget_unused, unused_logs
from backend.logs.models import EMPTY_LOG_BYTES
from backend.logs.owners import owned_log
from backend.quota import bytes_of_a_day, capacity
from backend.sync import log as the_log
from backend.sync import pages
from backend.sync.put_back import put_back
from backend.sync.schemas import (
    AdmissionSchema,
    HashPageSchema,
    HashQuerySchema,
    IncarnationQuestionSchema,
    IncarnationSchema,
    LogSchema,
    PageQuerySchema,
    PageSchema,
    PushedSchema,
    PushSchema,
)

blueprint = Blueprint("sync", __name__, url_prefix="/api/v1/logs/<hex(16):log>", description="Sealed logs")
FORGOTTEN_FOR_EACH_NEW_LOG = 2  # so that those never used become fewer, however many are made
SECONDS_OF_A_DAY = 24 * 3600


@endpoint(
    blueprint.route("", methods=["PUT"]),
    limiter.limit(
        lambda: str(current_app.config["CREATE_RATE_LIMIT"]),
        deduct_when=lambda response: response.status_code == 201,  # only a created log counts against the limit
        override_defaults=False,
    ),
    token_first(),
    blueprint.arguments(AdmissionSchema, required=False),
    blueprint.response(200, LogSchema),
    blueprint.alt_response(201, schema=LogSchema, description="The log is new"),
)
def put_log(body: dict[str, str], log: bytes) -> tuple[dict[str, Any], int]:
    """Creates a log, when its id is derived from the owner token, or shows it again. Bearer: owner token."""
    token = bearer()
    fresh = the_log.new_log(log, token, incarnation=secrets.token_bytes(16), now=int(time.time()))
    with transaction(write=True) as session:
        present, is_new = the_log.create(session, fresh, token, is_admitted=_is_admitted(body))
        capacity().take(session, EMPTY_LOG_BYTES if is_new else 0)
        shown = {"id": log, "incarnation": present.incarnation, "head": the_log.head_of(present)}
    if is_new:
        _forget_some_unused()
    return shown, 201 if is_new else 200


@endpoint(blueprint.route("", methods=["DELETE"]), blueprint.response(204))
def delete_log(log: bytes) -> None:
    """Deletes a log for good, with its entries, grants, invites and slots. Bearer: owner token."""
    with transaction(write=True) as session:
        delete_for_good(session, owned_log(session, log, bearer(), lock=True).id)
    forget_deleted_bytes()


@endpoint(
    blueprint.route("/entries", methods=["POST"]),
    bytes_of_a_day,
    token_first("log", tokens.writer, most="MAX_CONTENT_LENGTH"),
    blueprint.arguments(PushSchema),
    blueprint.response(200, PushedSchema),
)
def push(body: dict[str, Any], log: bytes) -> the_log.Pushed:
    """Appends a device's envelopes, all or none; repeating is free. Bearer: device token, not reader."""
    with transaction(write=True) as session:
        by = tokens.writer(session, log, bearer(), lock=True)
        before = by.log.sealed_bytes
        pushed = the_log.append(session, by, body["incarnation"], body["envelopes"], Limits.of(current_app.config))
        capacity().take(session, by.log.sealed_bytes - before)
        return pushed


@endpoint(
    blueprint.route("/entries", methods=["PUT"]),
    token_first("log", tokens.writer, most="MAX_CONTENT_LENGTH"),
    blueprint.arguments(PushSchema),
    blueprint.response(200, PushedSchema),
)
def put_entries(body: dict[str, Any], log: bytes) -> the_log.Pushed:
    """Puts back, byte for byte, entries of any device that rotted here. Bearer: device token, not reader."""
    with transaction(write=True) as session:
        by = tokens.writer(session, log, bearer(), lock=True)
        limits = Limits.of(current_app.config)
        return put_back(session, by.log, body["incarnation"], body["envelopes"], limits)


@endpoint(
    blueprint.route("/entries"),
    blueprint.arguments(PageQuerySchema, location="query"),
    blueprint.response(200, PageSchema),
)
def pull(query: dict[str, int], log: bytes) -> pages.Page:
    """Entries after a seq. Bearer: device token."""
    with transaction(write=False) as session:
        by = tokens.holder(session, log, bearer())
        return pages.page(session, by.log, query["after"], query["limit"], Limits.of(current_app.config))


@endpoint(
    blueprint.route("/hashes"),
    blueprint.arguments(HashQuerySchema, location="query"),
    blueprint.response(200, HashPageSchema),
)
def hashes(query: dict[str, Any], log: bytes) -> pages.HashPage:
    """LogEntry hashes after a seq, to find what a restored server lacks or what rotted. Bearer: device token."""
    page_of = pages.hash_page_of_bytes if query["of"] == "bytes" else pages.hash_page
    with transaction(write=False) as session:
        by = tokens.holder(session, log, bearer())
        return page_of(session, by.log, query["after"], query["limit"], Limits.of(current_app.config))


@endpoint(
    blueprint.route("/incarnations", methods=["POST"]),
    # Begun faster than phones can heal, they would keep everything that others write off the server.
    limiter.limit(
        lambda: str(current_app.config["INCARNATION_RATE_LIMIT"]),
        key_func=this_address,
        deduct_when=lambda response: response.status_code == 200,
        override_defaults=False,
    ),
    token_first("log", tokens.writer),
    blueprint.arguments(IncarnationQuestionSchema),
    blueprint.response(200, IncarnationSchema),
)
def post_incarnation(body: dict[str, Any], log: bytes) -> dict[str, Any]:
    """Begins a new incarnation of a log that lost entries. Bearer: device token, not reader."""
    with transaction(write=True) as session:
        by = tokens.writer(session, log, bearer(), lock=True)
        the_log.begin_incarnation(by.log, body["incarnation"], body["head_seq"], fresh=secrets.token_bytes(16))
        return {"incarnation": by.log.incarnation, "head": the_log.head_of(by.log)}


def _is_admitted(body: dict[str, str]) -> bool:
    code: str = current_app.config["ADMISSION_CODE"]
    return not code or hmac.compare_digest(body.get("admission", "").encode(), code.encode())


def _forget_some_unused() -> None:
    """One transaction for each log."""
    days: int = current_app.config["UNUSED_LOG_DAYS"]
    if days == 0:
        return
    with transaction(write=False) as session:
        unused = unused_logs(session, int(time.time()) - days * SECONDS_OF_A_DAY, FORGOTTEN_FOR_EACH_NEW_LOG)
    for log_id in unused:
        with transaction(write=True) as session:
            forget_unused(session, log_id)
