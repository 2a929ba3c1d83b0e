"""Slots: what a recovery code opens. Written by an owner of a log who has the code, read by whoever has the code.

Invariant: a slot changes only for a caller who saw the version that it replaces, so of two phones one is told. Unknown
and forbidden give the same not_found. The server sees neither the code nor what is sealed, and a slot has no end.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from backend.access.tokens import Holder
from backend.errors import ApiError, not_found
from backend.logs.owners import NO_HASH, matches, token_hash
from backend.slots.models import Slot


@dataclass(frozen=True)
class Wanted:
    """A slot as a phone wants it. `replaces`: the version that the phone saw; 0 when it saw none."""

    id: bytes
    bearer: bytes
    sealed: bytes
    version: int
    replaces: int


def put(session: Session, writer: Holder, wanted: Wanted, most: int) -> tuple[Slot, bool]:
    """The slot as it now stands, and whether it is new. A retry changes nothing."""
    if writer.role != "owner":
        raise not_found()
    present = session.scalar(select(Slot).where(Slot.id == wanted.id).with_for_update())
    if present is None:
        _require_space(session, writer, most)
        made = Slot(id=wanted.id, log_id=writer.log.id, bearer_hash=token_hash(wanted.bearer))
        made.sealed, made.version = wanted.sealed, wanted.version
        session.add(made)
        return made, True
    if not matches(wanted.bearer, present.bearer_hash):
        raise not_found()
    if (present.version, present.sealed) == (wanted.version, wanted.sealed):
        return present, False
    if present.version != wanted.replaces:
        raise ApiError("slot_changed", 409, "Another phone was first.", {"version": present.version})
    if present.log_id != writer.log.id:
        _require_space(session, writer, most)
    present.log_id, present.sealed, present.version = writer.log.id, wanted.sealed, wanted.version
    return present, False


def find(session: Session, slot_id: bytes, bearer: bytes, *, lock: bool = False) -> Slot:
    """The slot, for whoever has its code."""
    wanted = select(Slot).where(Slot.id == slot_id)
    slot = session.scalar(wanted.with_for_update() if lock else wanted)
    if not matches(bearer, slot.bearer_hash if slot else NO_HASH) or slot is None:
        raise not_found()
    return slot


def delete(session: Session, slot_id: bytes, bearer: bytes) -> None:
    """Deletes the slot: its code opens nothing any more."""
    session.delete(find(session, slot_id, bearer, lock=True))


def _require_space(session: Session, writer: Holder, most: int) -> None:
    count = session.scalar(select(func.count()).where(Slot.log_id == writer.log.id)) or 0
    if count >= most:
        raise ApiError("too_many", 413, "This log has as many slots as it may have.", {"most": most})
