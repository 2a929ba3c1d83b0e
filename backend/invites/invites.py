"""Invites: a sealed message for the one phone that knows the code, for a few minutes or a day.

Invariant: the first claimant wins, and may ask again until the invite ends; anyone else is told that it is used.
The first claim fixes the claimant's reply, before it has seen what was sealed.
An invite with a role lets one device in, once: asking again never restores a grant that was revoked.
The server sees neither the code nor what is sealed.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from backend.access import grants
from backend.access.models import Grant
from backend.access.tokens import Holder, holder
from backend.config import Limits
from backend.errors import ApiError, no_space, not_found
from backend.invites.models import INVITE_BYTES, Invite
from backend.logs.models import Log
from backend.logs.owners import NO_HASH, find_log, matches, token_hash

KEPT_AFTER_END_SECONDS = 24 * 3600  # so that a late phone gets "expired", not "unknown"
MOST_FORGOTTEN_AT_ONCE = 2000


def new(invite_id: bytes, inviter: Holder, expires_at: int, **content: Any) -> Invite:
    """An open invite, not stored yet."""
    return Invite(id=invite_id, log_id=inviter.log.id, device=inviter.device, expires_at=expires_at, **content)


def put(session: Session, inviter: Holder, wanted: Invite, now: int, limits: Limits) -> tuple[Invite, bool]:
    """The invite as it now stands, and whether it is new. An open one is replaced, a used one stays."""
    if inviter.role != "owner":
        raise not_found()
    kept_since = now - KEPT_AFTER_END_SECONDS
    purge(session, kept_since)
    present = _find(session, wanted.id, lock=True)
    if present is None:
        _require_space(session, inviter.log, wanted, kept_since, limits)
        session.add(wanted)
        return wanted, True
    _require_same_inviter(present, inviter)
    if status(present, now) == "open":
        present.claim_hash, present.sealed, present.expires_at = wanted.claim_hash, wanted.sealed, wanted.expires_at
        present.role = wanted.role
    return present, False


@dataclass(frozen=True)
class Claimant:
    """The name that a claiming phone chose, and what it sealed for the inviter."""

    name: bytes
    reply: bytes | None


def claim(session: Session, invite_id: bytes, token: bytes, claimant: Claimant, now: int) -> Invite:
    """The invite, if this claimant is the first one or asks again. Only the first claim stores a reply."""
    invite = of_claimant(session, invite_id, token, lock=True)
    if invite.expires_at <= now:
        raise _expired()
    if invite.claimant_hash is None:
        invite.claimant_hash, invite.reply = token_hash(claimant.name), claimant.reply
    if not hmac.compare_digest(invite.claimant_hash, token_hash(claimant.name)):
        raise _used()
    return invite


def of_claimant(session: Session, invite_id: bytes, token: bytes, *, lock: bool = False) -> Invite:
    """The invite, for whoever knows its code."""
    invite = _find(session, invite_id, lock=lock)
    if not matches(token, invite.claim_hash if invite else NO_HASH) or invite is None:
        raise not_found()
    return invite


def let_in(session: Session, invite: Invite, log: Log | None, wanted: Grant, most: int) -> None:
    """Gives a claimant's device the grant it asks for, the first time. `log` is the invite's log, locked."""
    if invite.role is None:
        raise ApiError("invalid_request", 422, "This invite lets nobody in.", {"device": ["Not wanted here."]})
    if invite.claimed_device is not None:
        if invite.claimed_device != wanted.device:
            raise _used()
        return
    inviter = session.get(Grant, (invite.log_id, invite.device))
    if log is None or inviter is None or inviter.role != "owner":
        raise not_found()
    wanted.log_id, wanted.role = log.id, invite.role
    grants.admit(session, log, wanted, most)
    invite.claimed_device = wanted.device


def hand_over(invite: Invite, sealed: bytes, until: int, now: int) -> None:
    """Leaves something for the phone that claimed the invite, which has until `until` to fetch it."""
    if invite.claimant_hash is None:
        raise not_found()
    if invite.expires_at <= now:
        raise _expired()
    invite.handover, invite.expires_at = sealed, until


def locked_log(session: Session, invite_id: bytes) -> Log | None:
    """The log that an invite belongs to, locked. Read before the invite itself: a log's lock comes first everywhere."""
    log_id = session.scalar(select(Invite.log_id).where(Invite.id == invite_id))
    return None if log_id is None else find_log(session, log_id, lock=True)


def status(invite: Invite, now: int) -> str:
    """claimed, expired or open, as the inviting phone shows it."""
    if invite.claimant_hash is not None:
        return "claimed"
    return "expired" if invite.expires_at <= now else "open"


def take_back(session: Session, invite_id: bytes, token: bytes) -> None:
    """Deletes an invite. A used one stays, so that its inviter learns that the cancellation came too late."""
    invite = of_inviter(session, invite_id, token, lock=True)
    if invite.claimant_hash is not None:
        raise _used()
    session.delete(invite)


def of_inviter(session: Session, invite_id: bytes, token: bytes, *, lock: bool = False) -> Invite:
    """The invite, for the device that made it."""
    invite = _find(session, invite_id, lock=lock)
    if invite is None:
        matches(token, NO_HASH)
        raise not_found()
    _require_same_inviter(invite, holder(session, invite.log_id, token))
    return invite


def _require_space(session: Session, log: Log, wanted: Invite, kept_since: int, limits: Limits) -> None:
    """Invites count towards their log's quota, and a log has a limited number of them until they may be deleted."""
    kept = Invite.log_id == log.id, Invite.expires_at >= kept_since
    asked = select(func.count(), func.sum(INVITE_BYTES)).where(*kept)
    count, held = session.execute(asked).one()
    if count >= limits.log_invites:
        raise ApiError("too_many", 413, "This log has as many invites as it may have.", {"most": limits.log_invites})
    if log.sealed_bytes + (held or 0) + len(wanted.sealed) > limits.log_bytes:
        raise no_space("This log is full.")


def _expired() -> ApiError:
    return ApiError("invite_expired", 410, "This code is too old. Ask for a new one.")


def _used() -> ApiError:
    return ApiError("invite_used", 410, "This code was used already. Ask for a new one.")


def _require_same_inviter(invite: Invite, inviter: Holder) -> None:
    """Only the device that made an invite may look at it or cancel it."""
    if invite.log_id != inviter.log.id or invite.device != inviter.device:
        raise not_found()


def _find(session: Session, invite_id: bytes, *, lock: bool) -> Invite | None:
    """The invite's row; the lock admits one claimant at a time."""
    wanted = select(Invite).where(Invite.id == invite_id)
    return session.scalar(wanted.with_for_update() if lock else wanted)


def purge(session: Session, before: int) -> int:
    """Deletes invites that ended before a time, some thousands at most; returns how many.

    Bounded, because everyone's next invite waits for it: a stranger can leave hundreds of thousands in a day.
    """
    ended = select(Invite.id).where(Invite.expires_at < before).limit(MOST_FORGOTTEN_AT_ONCE)
    forgotten = delete(Invite).where(Invite.id.in_(ended)).returning(Invite.id)
    return len(session.scalars(forgotten.execution_options(synchronize_session=False)).all())
