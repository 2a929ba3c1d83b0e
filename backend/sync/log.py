"""The append-only log, and the only code that adds to it. put_back.py and take_out.py deal with what rotted.

Invariants: seqs have no gaps; an envelope is stored once however often it comes; a push is stored whole or not at all.
Callers hold the log's lock for every write. Must not look inside an envelope beyond its clear header.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, bindparam, func, insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from backend.access.tokens import Holder
from backend.config import Limits
from backend.errors import ApiError, no_space, not_found
from backend.extensions import Base
from backend.logs.models import Log
from backend.logs.owners import NO_HASH, find_log, matches, may_make, token_hash
from backend.sync.envelope import CHAIN_START, Header, chain_hash, hash_of, read_header
from backend.sync.models import LogEntry

# Built once, because every push runs it.
OF_DEVICE = and_(LogEntry.log_id == bindparam("log"), LogEntry.device == bindparam("device"))
PLACES = select(LogEntry.counter, LogEntry.seq, LogEntry.hash).where(OF_DEVICE)
LAST_COUNTER = select(func.max(LogEntry.counter)).where(OF_DEVICE).scalar_subquery()
KNOWN = PLACES.where(LogEntry.counter.in_(bindparam("counters", expanding=True))).union(
    PLACES.where(LogEntry.counter == LAST_COUNTER)
)

# Of the table, not of the class: nobody looks at these rows again, so the session need not know them.
NEW_ENTRIES = insert(Base.metadata.tables[LogEntry.__tablename__])


@dataclass(frozen=True)
class Head:
    """The last seq of a log and the chain hash there."""

    seq: int
    hash: bytes


@dataclass(frozen=True)
class Pushed:
    """The seq of each envelope of a push, old or new."""

    incarnation: bytes
    seqs: list[int]
    head: Head


@dataclass(frozen=True)
class Known:
    """An envelope that is already in the log: its seq and its hash."""

    seq: int
    hash: bytes


def create(session: Session, fresh: Log, token: bytes, *, is_admitted: bool) -> tuple[Log, bool]:
    """The log, and whether it is new. To any token but its owner's an unknown log looks like a known one."""
    present = find_log(session, fresh.id, lock=True)
    if present is None and may_make(fresh.id, token):
        if not is_admitted:
            raise ApiError("admission_required", 403, "A new log needs a code from whoever runs this server.")
        try:
            with session.begin_nested():
                session.add(fresh)
        except IntegrityError:  # another request created it in the meantime
            present = find_log(session, fresh.id, lock=True)
        else:
            return fresh, True
    if not matches(token, present.owner_token_hash if present else NO_HASH) or present is None:
        raise not_found()
    return present, False


def new_log(log_id: bytes, owner_token: bytes, incarnation: bytes, now: int) -> Log:
    """An empty log, not stored yet."""
    return Log(
        id=log_id,
        owner_token_hash=token_hash(owner_token),
        incarnation=incarnation,
        head_seq=0,
        head_hash=CHAIN_START,
        sealed_bytes=0,
        created_at=now,
        used=False,
    )


def append(session: Session, by: Holder, incarnation: bytes, envelopes: Sequence[bytes], limits: Limits) -> Pushed:
    """Stores the new envelopes of a push, in its order, after what the log holds."""
    require_incarnation(by.log, incarnation)
    require_sizes(envelopes, limits)
    headers = [_own_header(index, sealed, by) for index, sealed in enumerate(envelopes)]
    known_by_counter = _known_entries(session, by, [header.counter for header in headers])
    last = max(known_by_counter, default=0)
    rows: list[dict[str, Any]] = []
    seqs = []
    head, newest = head_of(by.log), last
    for index, (header, sealed) in enumerate(zip(headers, envelopes, strict=True)):
        entry_hash = hash_of(sealed)
        if header.counter not in known_by_counter:
            _require_next(index, header, newest, known_by_counter, last)
            head = Head(head.seq + 1, chain_hash(head.hash, entry_hash))
            rows.append(_entry_row(by, header.counter, entry_hash, head, sealed))
            known_by_counter[header.counter] = Known(head.seq, entry_hash)
            newest = header.counter
        known = known_by_counter[header.counter]
        if known.hash != entry_hash:
            raise _counter_conflict(index, header.counter)
        seqs.append(known.seq)
    _store(session, by, rows, head, limits)
    return Pushed(by.log.incarnation, seqs, head)


def require_incarnation(log: Log, incarnation: bytes) -> None:
    """Refuses a request for another incarnation of this log."""
    if log.incarnation != incarnation:
        details = {"incarnation": log.incarnation.hex()}
        raise ApiError("wrong_incarnation", 409, "The server's log was started again.", details)


def require_sizes(envelopes: Sequence[bytes], limits: Limits) -> None:
    """Refuses more at once than a push may hold."""
    if len(envelopes) > limits.push_entries:
        raise ApiError("too_many", 413, "Too many envelopes at once.", {"most": limits.push_entries})
    if any(len(sealed) > limits.envelope_bytes for sealed in envelopes):
        raise ApiError("too_large", 413, "An envelope is too large.", {"most": limits.envelope_bytes})
    if sum(map(len, envelopes)) > limits.push_bytes:
        raise ApiError("too_large", 413, "Too many bytes at once.", {"most": limits.push_bytes})


def header_of(index: int, sealed: bytes) -> Header:
    """The header of one envelope of a push; the push is refused if it has none."""
    try:
        return read_header(sealed)
    except ValueError as error:
        raise bad_envelope(index, str(error)) from error


def _own_header(index: int, sealed: bytes, by: Holder) -> Header:
    header = header_of(index, sealed)
    if header.log != by.log.id:
        raise bad_envelope(index, "names another log")
    if header.device != by.device:
        raise bad_envelope(index, "names another device")
    return header


def _require_next(
    index: int, header: Header, newest: int, known_by_counter: dict[int, Known], last_on_server: int
) -> None:
    """A new envelope continues the device's counter and names the one before it."""
    if header.counter != newest + 1:
        raise ApiError("counter_gap", 409, "An earlier envelope is missing.", {"counter": last_on_server})
    if header.previous != (known_by_counter[newest].hash if newest else CHAIN_START):
        raise _counter_conflict(index, header.counter)


def _store(session: Session, by: Holder, rows: list[dict[str, Any]], head: Head, limits: Limits) -> None:
    if not rows:
        return
    log = by.log
    sealed_bytes = log.sealed_bytes + sum(row["size"] for row in rows)
    if head.seq > _share(by.role, limits.log_entries) or sealed_bytes > _share(by.role, limits.log_bytes):
        raise no_space("This log is full.")
    session.execute(NEW_ENTRIES, rows)
    log.head_seq, log.head_hash, log.sealed_bytes, log.used = head.seq, head.hash, sealed_bytes, True


def _share(role: str, most: int) -> int:
    """The last fifth of a log is reserved for its owner: nobody they let in can keep the owner out."""
    return most if role == "owner" else most * 4 // 5


def begin_incarnation(log: Log, incarnation: bytes, head_seq: int, fresh: bytes) -> None:
    """Begins a new incarnation of the log, for a device that saw that entries were lost."""
    require_incarnation(log, incarnation)
    if log.head_seq != head_seq:
        raise ApiError("head_moved", 409, "The log has another head by now.", {"seq": log.head_seq})
    log.incarnation = fresh


def restart(session: Session, log_id: bytes, fresh: bytes) -> None:
    """Begins a new incarnation of the log for the operator, who restored a backup."""
    log = find_log(session, log_id, lock=True)
    if log is not None:
        log.incarnation = fresh


def head_of(log: Log) -> Head:
    """Where the log ends."""
    return Head(log.head_seq, log.head_hash)


def _known_entries(session: Session, by: Holder, counters: list[int]) -> dict[int, Known]:
    """By counter, what the log holds from this device: the given counters, and its last one."""
    asked = {"log": by.log.id, "device": by.device, "counters": counters}
    return {counter: Known(seq, entry_hash) for counter, seq, entry_hash in session.execute(KNOWN, asked)}


def _entry_row(by: Holder, counter: int, entry_hash: bytes, head: Head, sealed: bytes) -> dict[str, Any]:
    return {
        "log_id": by.log.id,
        "seq": head.seq,
        "device": by.device,
        "counter": counter,
        "hash": entry_hash,
        "chain": head.hash,
        "size": len(sealed),
        "envelope": sealed,
    }


def bad_envelope(index: int, why: str) -> ApiError:
    """The error that says which envelope is refused."""
    return ApiError("bad_envelope", 422, f"An envelope {why}.", {"index": index})


def _counter_conflict(index: int, counter: int) -> ApiError:
    message = "This device's counter is taken by another envelope."
    return ApiError("counter_conflict", 409, message, {"index": index, "counter": counter})
