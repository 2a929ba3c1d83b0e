"""Reads the clear header of an envelope and computes the two hashes of docs/protocol.md sections 1 and 3.

The rest of an envelope stays opaque here: no key, no cipher, no signature check. Must not import a cipher library.
"""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass

CHAIN_START = bytes(32)
CHAIN_PREFIX = b"second-look/chain/v1\x00"
VERSION, SNAPSHOT = 1, 3
KINDS = frozenset((1, 2, SNAPSHOT))
COMMON_HEADER = struct.Struct(">BB16sI16s32sQ32s16sQ32s")
SNAPSHOT_HEADER_SIZE = COMMON_HEADER.size + 40
NONCE_TAG_SIGNATURE = 12 + 16 + 64
SHORTEST_PLAINTEXT = 5
LARGEST_COUNTER = 2**63 - 1  # the largest integer that the databases hold


@dataclass(frozen=True)
class Header:
    """What the log needs to know about an envelope."""

    log: bytes
    device: bytes
    counter: int
    previous: bytes


def read_header(envelope: bytes) -> Header:
    """The header; ValueError when these bytes cannot be an envelope of version 1."""
    if len(envelope) < COMMON_HEADER.size:
        raise ValueError("shorter than a header")
    version, kind, log, epoch, _key, device, counter, previous, *_head = COMMON_HEADER.unpack_from(envelope)
    if version != VERSION or kind not in KINDS:
        raise ValueError("unknown version or kind")
    header_size = SNAPSHOT_HEADER_SIZE if kind == SNAPSHOT else COMMON_HEADER.size
    if len(envelope) < header_size + SHORTEST_PLAINTEXT + NONCE_TAG_SIGNATURE:
        raise ValueError("too short for what it claims to be")
    if epoch == 0 or not 0 < counter <= LARGEST_COUNTER:
        raise ValueError("epochs and counters start at 1")
    return Header(log, device, counter, previous)


def hash_of(envelope: bytes) -> bytes:
    """The hash that identifies an entry, signature included."""
    return hashlib.sha256(envelope).digest()


def chain_hash(before: bytes, entry: bytes) -> bytes:
    """The chain hash at a seq, from the one before it and the entry's hash."""
    return hashlib.sha256(CHAIN_PREFIX + before + entry).digest()
