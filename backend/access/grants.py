"""Who may read and write a log: given, listed and revoked by the holder of the owner token.

Invariant: grants change under the log's lock, so that no write of a device follows the answer that revoked it.
"""

from __future__ import annotations

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from backend.access.models import Grant
from backend.errors import ApiError
from backend.logs.models import Log


def give(session: Session, log: Log, wanted: Grant, most: int) -> tuple[Grant, bool]:
    """The grant as it now stands, and whether it is new. A device that already has one gets the new role and token."""
    grants = list_grants(session, log)
    if any(other.token_hash == wanted.token_hash and other.device != wanted.device for other in grants):
        raise ApiError("invalid_request", 422, "Another device has this token.", {"token_hash": ["Already in use."]})
    for present in grants:
        if present.device == wanted.device:
            present.role, present.token_hash = wanted.role, wanted.token_hash
            return present, False
    if len(grants) >= most:
        raise ApiError("too_many", 413, "This log has as many devices as it may have.", {"most": most})
    session.add(wanted)
    return wanted, True


def admit(session: Session, log: Log, wanted: Grant, most: int) -> None:
    """Lets a new device in. A grant that already exists stays as it is: an invite must not change an owner's."""
    if session.get(Grant, (log.id, wanted.device)) is not None:
        raise ApiError("invalid_request", 422, "This device has a grant already.", {"device": ["Already in use."]})
    give(session, log, wanted, most)


def list_grants(session: Session, log: Log) -> list[Grant]:
    """Every grant of the log, oldest first."""
    return list(session.scalars(select(Grant).where(Grant.log_id == log.id).order_by(Grant.created_at, Grant.device)))


def revoke(session: Session, log: Log, device: bytes) -> None:
    """Revokes a device's grant; does nothing when it has none."""
    session.execute(delete(Grant).where(Grant.log_id == log.id, Grant.device == device))
