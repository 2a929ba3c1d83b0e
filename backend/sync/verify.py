"""Checks a stored log against itself: gapless seqs, the chain, each device's counters, and the sums in the log's row.

Reads only, through the database's own cursor. Must not repair anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.logs.models import Log
from backend.sync.envelope import CHAIN_START, chain_hash, hash_of, read_header
from backend.sync.models import LogEntry


@dataclass
class Walk:
    """What has been seen so far on the way up the log."""

    seq: int = 0
    chain: bytes = CHAIN_START
    sealed_bytes: int = 0
    last_by_device: dict[bytes, tuple[int, bytes]] = field(default_factory=dict)


def findings(session: Session, log: Log) -> Iterator[str]:
    """Everything that is wrong with a log, in words; nothing when it is sound."""
    walk = Walk()
    wanted = select(LogEntry).where(LogEntry.log_id == log.id).order_by(LogEntry.seq)
    for entry in session.scalars(wanted.execution_options(yield_per=100)):
        for finding in _wrong_with(entry, walk):
            yield f"seq {entry.seq}: {finding}"
        session.expunge(entry)
    if (walk.seq, walk.chain) != (log.head_seq, log.head_hash):
        yield f"the head says seq {log.head_seq}, the entries end at {walk.seq} or have another chain"
    if walk.sealed_bytes != log.sealed_bytes:
        yield f"the log's row says {log.sealed_bytes} bytes, the entries have {walk.sealed_bytes}"


def _wrong_with(entry: LogEntry, walk: Walk) -> Iterator[str]:
    """What is wrong with the next entry; advances `walk`."""
    if entry.seq != walk.seq + 1:
        yield f"does not follow {walk.seq}"
    if entry.hash != hash_of(entry.envelope) or entry.size != len(entry.envelope):
        yield "the envelope is not the one that was stored"
    walk.seq, walk.chain = entry.seq, chain_hash(walk.chain, entry.hash)
    walk.sealed_bytes += entry.size
    if entry.chain != walk.chain:
        yield "the chain breaks here"
    yield from _wrong_with_counter(entry, walk)


def _wrong_with_counter(entry: LogEntry, walk: Walk) -> Iterator[str]:
    """Whether the entry continues its device's counters."""
    try:
        header = read_header(entry.envelope)
    except ValueError:
        yield "the header cannot be read"
        return
    counter, previous = walk.last_by_device.get(entry.device, (0, CHAIN_START))
    walk.last_by_device[entry.device] = (entry.counter, entry.hash)
    if (header.log, header.device, header.counter) != (entry.log_id, entry.device, entry.counter):
        yield "the header names another log, device or counter"
    if (header.counter, header.previous) != (counter + 1, previous):
        yield "it does not continue its device's counter"
