"""Puts back the bytes of entries that rotted on the disk, from a phone that still has them.

Invariant: only bytes whose hash is the one in the log's chain are written, and only in their own place, so the sender
can change nothing else. Callers hold the log's lock. Anything else that rots is taken out by take_out.py.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from backend.config import Limits
from backend.logs.models import Log
from backend.sync.envelope import hash_of
from backend.sync.log import Pushed, bad_envelope, head_of, header_of, require_incarnation, require_sizes
from backend.sync.models import LogEntry


def put_back(session: Session, log: Log, incarnation: bytes, envelopes: Sequence[bytes], limits: Limits) -> Pushed:
    """Writes each envelope where the log has it, unless it is intact there; all or none."""
    require_incarnation(log, incarnation)
    require_sizes(envelopes, limits)
    seqs = [_put(session, log, index, sealed) for index, sealed in enumerate(envelopes)]
    return Pushed(log.incarnation, seqs, head_of(log))


def _put(session: Session, log: Log, index: int, sealed: bytes) -> int:
    header = header_of(index, sealed)
    wanted = select(LogEntry.seq, LogEntry.hash, LogEntry.envelope).where(
        LogEntry.log_id == log.id, LogEntry.device == header.device, LogEntry.counter == header.counter
    )
    known = session.execute(wanted).one_or_none()
    if known is None or known.hash != hash_of(sealed):
        raise bad_envelope(index, "is not in this log")
    if known.envelope != sealed:
        place = (LogEntry.log_id == log.id, LogEntry.seq == known.seq)
        session.execute(update(LogEntry).where(*place).values(envelope=sealed, size=len(sealed)))
    return int(known.seq)
