"""Which device is this? Grants keep a device's bearer token as SHA-256 only, compared in constant time.

Invariant: the answer is read in the transaction of the work itself. An unknown log, a wrong token and another person's
log all cost one comparison and give the same not_found.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from backend.access.models import Grant
from backend.errors import ApiError, not_found
from backend.logs.models import Log
from backend.logs.owners import NO_HASH, find_log, matches

# Built once, because every request runs it.
GRANTS = select(Grant).where(Grant.log_id == bindparam("log"))


@dataclass(frozen=True)
class Holder:
    """A device that may at least read, and its log. In a write transaction the log's row is locked."""

    log: Log
    device: bytes
    role: str


def writer(session: Session, log_id: bytes, token: bytes, *, lock: bool = False) -> Holder:
    """The device, when it may append; a reader is refused with an error that says so."""
    found = holder(session, log_id, token, lock=lock)
    if found.role == "reader":
        raise ApiError("read_only", 403, "This device may read, but not write.")
    return found


def holder(session: Session, log_id: bytes, token: bytes, *, lock: bool = False) -> Holder:
    """The device that holds this token on this log, whatever its role."""
    log = find_log(session, log_id, lock=lock)
    grants = session.scalars(GRANTS, {"log": log_id}).all()
    # Every grant is compared, so that the time taken does not reveal a near match.
    matching = [grant for grant in grants if matches(token, grant.token_hash)]
    if log is None or not matching:
        matches(token, NO_HASH)
        raise not_found()
    return Holder(log, matching[0].device, matching[0].role)
