"""Reads the log in pages. One page shows one point in time: its head, entries and incarnation belong together.

Must not write.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Row, and_, bindparam, func, select
from sqlalchemy.orm import Session

from backend.config import Limits
from backend.logs.models import Log
from backend.sync.envelope import CHAIN_START, hash_of
from backend.sync.log import Head, head_of
from backend.sync.models import LogEntry

# Reading and hashing bytes costs less than sending them.
READ_WITHOUT_SENDING = 4

# Built once, because every page needs them.
AFTER = and_(LogEntry.log_id == bindparam("log"), LogEntry.seq > bindparam("after"))
ENTRIES = select(LogEntry.seq, LogEntry.envelope).where(AFTER, LogEntry.seq <= bindparam("last")).order_by(LogEntry.seq)
SIZES = select(LogEntry.seq, LogEntry.size).where(AFTER).order_by(LogEntry.seq).limit(bindparam("entries")).subquery()
TOTALS = select(func.sum(SIZES.c.size).over(order_by=SIZES.c.seq).label("bytes")).subquery()
FITTING = select(func.count()).where(TOTALS.c.bytes <= bindparam("most_bytes"))


@dataclass(frozen=True)
class Page:
    """Entries after a seq, and the chain hash there; None when the log does not reach it."""

    incarnation: bytes
    after_hash: bytes | None
    entries: list[Row[int, bytes]]
    head: Head


@dataclass(frozen=True)
class HashPage:
    """LogEntry hashes after a seq, in seq order."""

    incarnation: bytes
    hashes: list[bytes]
    head: Head


def page(session: Session, log: Log, after: int, limit: int, limits: Limits) -> Page:
    """At most `limit` entries and at most a page's bytes, but at least one entry if there is one."""
    last = _last_of_page(session, log, after, min(limit, limits.page_entries), limits.page_bytes)
    wanted = {"log": log.id, "after": after, "last": last}
    entries = list(session.execute(ENTRIES, wanted)) if last > after else []
    return Page(log.incarnation, _chain_at(session, log, after), entries, head_of(log))


def hash_page(session: Session, log: Log, after: int, limit: int, limits: Limits) -> HashPage:
    """At most `limit` entry hashes, as the log's chain has them."""
    wanted = select(LogEntry.hash).where(LogEntry.log_id == log.id, LogEntry.seq > after).order_by(LogEntry.seq)
    hashes = session.scalars(wanted.limit(min(limit, limits.page_hashes)))
    return HashPage(log.incarnation, list(hashes), head_of(log))


def hash_page_of_bytes(session: Session, log: Log, after: int, limit: int, limits: Limits) -> HashPage:
    """The hashes of the bytes as they are on the disk now, of a few pages' bytes at most."""
    most_bytes = limits.page_bytes * READ_WITHOUT_SENDING
    last = _last_of_page(session, log, after, min(limit, limits.page_hashes), most_bytes)
    wanted = select(LogEntry.envelope).where(*_between(log, after, last)).order_by(LogEntry.seq)
    envelopes = session.scalars(wanted.execution_options(yield_per=100)) if last > after else ()
    return HashPage(log.incarnation, [hash_of(envelope) for envelope in envelopes], head_of(log))


def _between(log: Log, after: int, last: int) -> tuple[ColumnElement[bool], ...]:
    return LogEntry.log_id == log.id, LogEntry.seq > after, LogEntry.seq <= last


def _last_of_page(session: Session, log: Log, after: int, entries: int, most_bytes: int) -> int:
    """The seq at which a page ends, found from the sizes alone: the bytes of what does not fit are never read."""
    asked = {"log": log.id, "after": after, "entries": entries, "most_bytes": most_bytes}
    fitting = session.scalar(FITTING, asked) or 0
    return after + max(fitting, 1 if log.head_seq > after else 0)


def _chain_at(session: Session, log: Log, seq: int) -> bytes | None:
    """The chain hash at a seq."""
    if seq == 0:
        return CHAIN_START
    if seq == log.head_seq:
        return log.head_hash
    return session.scalar(select(LogEntry.chain).where(LogEntry.log_id == log.id, LogEntry.seq == seq))
