"""Which device is this? A device's bearer token stands in its grant, as SHA-256 only, compared in constant time.

Invariant: the answer is read in the transaction of the work itself, and an unknown log, a wrong token and somebody
else's log all cost a comparison and give the same not_found.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from backend.access.models import Grant
from backend.errors import ApiError, not_found
from backend.logs.models import Log
from backend.logs.owners import NO_HASH, find_log, matches

# Built once: every request asks it.
GRANTS = select(Grant).where(Grant.log_id == bindparam("log"))


@dataclass(frozen=True)
class Holder:
    """A device that may at least read, and its log. In a write transaction the log's row is locked."""

    log: Log
    device: bytes
    role: str


def writer(session: Session, log_id: bytes, token: bytes, *, lock: bool = False) -> Holder:
    """The device that may append; a reader is told that it only reads."""
    found = holder(session, log_id, token, lock=lock)
    if found.role == "reader":
        raise ApiError("read_only", 403, "This device may read, but not write.")
    return found


def holder(session: Session, log_id: bytes, token: bytes, *, lock: bool = False) -> Holder:
    """The device of this token on this log, whatever its role."""
    log = find_log(session, log_id, lock=lock)
    grants = session.scalars(GRANTS, {"log": log_id}).all()
    # Every grant is compared, so that the time does not tell which one was nearly right.
    matching = [grant for grant in grants if matches(token, grant.token_hash)]
    if log is None or not matching:
        matches(token, NO_HASH)
        raise not_found()
    return Holder(log, matching[0].device, matching[0].role)
