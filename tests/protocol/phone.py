"""A phone that seals: one device on one log, with its keys, its counter and the hash of its last envelope."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from tests.protocol.envelope import UPDATE, ZERO_HASH, Head, Header, device_id, entry_hash, key_id, pad, seal


@dataclass
class Phone:
    """Seals in order; `counter` and `previous` may be set to act as a phone whose storage was cloned or lost."""

    log: bytes
    case_key: bytes
    seed: bytes = field(default_factory=lambda: os.urandom(32))
    token: bytes = field(default_factory=lambda: os.urandom(32))
    counter: int = 0
    previous: bytes = ZERO_HASH

    @property
    def id(self) -> bytes:
        return device_id(self.seed)

    def seal(
        self, payload: bytes = b"a note", *, kind: int = UPDATE, through: tuple[int, bytes] | None = None
    ) -> bytes:
        header = Header(
            kind, self.log, 1, key_id(self.case_key), self.id, self.counter + 1, self.previous, Head(), through
        )
        envelope = seal(header, self.case_key, self.seed, os.urandom(12), pad(payload))
        self.counter, self.previous = self.counter + 1, entry_hash(envelope)
        return envelope
