"""Puts the bytes of entries back that rotted on the disk, from a phone that still has them.

Invariant: only bytes with the very hash that stands in the log's chain take a place, and only the place that they had;
whoever sends them can change nothing else. Callers hold the log's lock. What else rots, repair.py takes out.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from backend.auth.models import Log
from backend.config import Limits
from backend.sync import envelope as wire
from backend.sync.log import Pushed, bad_envelope, head_of, require_incarnation, require_sizes
from backend.sync.models import Entry


def put_back(session: Session, log: Log, incarnation: bytes, envelopes: Sequence[bytes], limits: Limits) -> Pushed:
    """Writes each envelope where the log has it, unless it lies there as it should; all or none."""
    require_incarnation(log, incarnation)
    require_sizes(envelopes, limits)
    seqs = [_put(session, log, index, sealed) for index, sealed in enumerate(envelopes)]
    return Pushed(log.incarnation, seqs, head_of(log))


def _put(session: Session, log: Log, index: int, sealed: bytes) -> int:
    try:
        header = wire.parse(sealed)
    except ValueError as error:
        raise bad_envelope(index, str(error)) from error
    wanted = select(Entry.seq, Entry.hash, Entry.envelope).where(
        Entry.log_id == log.id, Entry.device == header.device, Entry.counter == header.counter
    )
    known = session.execute(wanted).one_or_none()
    if known is None or known.hash != wire.entry_hash(sealed):
        raise bad_envelope(index, "is not in this log")
    if known.envelope != sealed:
        place = (Entry.log_id == log.id, Entry.seq == known.seq)
        session.execute(update(Entry).where(*place).values(envelope=sealed, size=len(sealed)))
    return int(known.seq)
