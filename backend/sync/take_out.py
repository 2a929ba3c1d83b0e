"""Takes entries that rotted on the disk out of a log, so that phones put them back. Only the operator starts it.

A rotten entry is taken out together with every later one of the same device, because a device's counters have no gaps
and its phone sends them again byte for byte. The rest closes up, with a correct chain and a new incarnation. To every
phone this is a server that lost entries, which it heals. Invariant: what is kept is what a phone sent.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from backend.logs.models import Log
from backend.sync.envelope import CHAIN_START, Header, chain_hash, hash_of, read_header
from backend.sync.models import LogEntry

Keep = Callable[[int, bytes], None]


@dataclass
class Rest:
    """What has been kept so far on the way up the log, and the chain hash that was stored with the entry before."""

    seq: int = 0
    chain: bytes = CHAIN_START
    sealed_bytes: int = 0
    stored_chain: bytes = CHAIN_START
    last_by_device: dict[bytes, tuple[int, bytes]] = field(default_factory=dict)


def take_out_rotten(session: Session, log: Log, keep: Keep, fresh: bytes) -> int:
    """Leaves a sound log, its row locked by the caller. Returns how many entries it took out; `keep` gets each."""
    rest, gone = Rest(), 0
    seqs = session.scalars(select(LogEntry.seq).where(LogEntry.log_id == log.id).order_by(LogEntry.seq)).all()
    for seq in seqs:
        entry = session.get_one(LogEntry, (log.id, seq))
        place = (LogEntry.log_id == log.id, LogEntry.seq == seq)
        session.expunge(entry)
        if kept := _kept(entry, rest):
            session.execute(update(LogEntry).where(*place).values(kept))
        else:
            keep(seq, entry.envelope)
            session.execute(delete(LogEntry).where(*place))
            gone += 1
    log.head_seq, log.head_hash, log.sealed_bytes = rest.seq, rest.chain, rest.sealed_bytes
    log.incarnation = fresh
    return gone


def _kept(entry: LogEntry, rest: Rest) -> dict[str, object] | None:
    """The entry's row in the log that remains, or None when it cannot stay; advances `rest`."""
    entry_hash = hash_of(entry.envelope)
    # The hash or the chain may have rotted instead of the envelope.
    is_as_sent = entry.hash == entry_hash or entry.chain == chain_hash(rest.stored_chain, entry_hash)
    rest.stored_chain = entry.chain
    header = _header(entry.envelope) if is_as_sent else None
    if header is None or header.log != entry.log_id:
        return None
    counter, previous = rest.last_by_device.get(header.device, (0, CHAIN_START))
    if (header.counter, header.previous) != (counter + 1, previous):
        return None
    rest.last_by_device[header.device] = (header.counter, entry_hash)
    rest.seq, rest.chain = rest.seq + 1, chain_hash(rest.chain, entry_hash)
    rest.sealed_bytes += len(entry.envelope)
    return {
        "seq": rest.seq,
        "device": header.device,
        "counter": header.counter,
        "hash": entry_hash,
        "chain": rest.chain,
        "size": len(entry.envelope),
    }


def _header(envelope: bytes) -> Header | None:
    try:
        return read_header(envelope)
    except ValueError:
        return None
