"""Who owns this log? Owner tokens are kept as SHA-256 only and compared in constant time.

Invariant: the answer is read in the transaction of the work itself. An unknown log, a wrong token and another person's
log all cost one comparison and give the same not_found.
"""

from __future__ import annotations

import hashlib
import hmac

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from backend.errors import not_found
from backend.logs.models import Log

NO_HASH = bytes(32)  # no token is known to hash to this
LOG_ID_PREFIX = b"second-look/log-id/v1\x00"
# Built once, because every request runs these.
LOG = select(Log).where(Log.id == bindparam("log"))
LOCKED_LOG = LOG.with_for_update()


def owned_log(session: Session, log_id: bytes, token: bytes, *, lock: bool = False) -> Log:
    """The log, when this is its owner token."""
    log = find_log(session, log_id, lock=lock)
    if not matches(token, log.owner_token_hash if log else NO_HASH) or log is None:
        raise not_found()
    return log


def find_log(session: Session, log_id: bytes, *, lock: bool) -> Log | None:
    """The log's row. The lock makes writers of one log take turns; SQLite has already locked the whole file."""
    return session.scalar(LOCKED_LOG if lock else LOG, {"log": log_id})


def may_make(log_id: bytes, owner_token: bytes) -> bool:
    """Whether this token may create a log of that id. Random ids, from before ids came from tokens, are open to all."""
    is_made_of_a_token = log_id[6] & 0xF0 == 0x80 and log_id[8] & 0xC0 == 0x80
    return not is_made_of_a_token or hmac.compare_digest(log_id_of(owner_token), log_id)


def log_id_of(owner_token: bytes) -> bytes:
    """The id derived from this token: nobody who only knows the id can create its log first and own it."""
    number = bytearray(hashlib.sha256(LOG_ID_PREFIX + owner_token).digest()[:16])
    number[6] = number[6] & 0x0F | 0x80  # a UUID of version 8, to tell it from ids that are random
    number[8] = number[8] & 0x3F | 0x80
    return bytes(number)


def token_hash(token: bytes) -> bytes:
    """What is kept of a token. It is random and 256 bits long, so one fast hash is enough."""
    return hashlib.sha256(token).digest()


def matches(token: bytes, kept: bytes) -> bool:
    """Whether this token has that hash, in constant time."""
    return hmac.compare_digest(token_hash(token), kept)
