"""The pairing code and the sealed invite of docs/protocol.md section 4, for tests.

It must stay independent of backend/: the server never sees a code.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from tests.protocol.envelope import hkdf

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CHECK_PREFIX = b"second-look/code-check/v1\x00"


@dataclass(frozen=True)
class Invite:
    """Everything that both phones derive from the 128 bits of a code."""

    secret: bytes

    @property
    def id(self) -> bytes:
        return hkdf(self.secret, b"second-look/invite-id/v1", 16)

    @property
    def claim_token(self) -> bytes:
        return hkdf(self.secret, b"second-look/invite-claim/v1", 32)

    @property
    def key(self) -> bytes:
        return hkdf(self.secret, b"second-look/invite-seal/v1", 32)

    def seal(self, nonce: bytes, plaintext: bytes) -> bytes:
        return nonce + AESGCM(self.key).encrypt(nonce, plaintext, self.id)

    def open(self, sealed: bytes) -> bytes:
        return AESGCM(self.key).decrypt(sealed[:12], sealed[12:], self.id)

    @property
    def reply_key(self) -> bytes:
        return hkdf(self.secret, b"second-look/invite-reply/v1", 32)

    def seal_reply(self, nonce: bytes, plaintext: bytes) -> bytes:
        return nonce + AESGCM(self.reply_key).encrypt(nonce, plaintext, self.id)

    def open_handover(self, sealed: bytes, reply: bytes, handed: bytes) -> bytes:
        return AESGCM(self.handover_key(sealed, reply)).decrypt(handed[:12], handed[12:], self.id)

    def number(self, sealed: bytes, reply: bytes) -> str:
        """The six digits that people compare."""
        digits = int.from_bytes(hkdf(self.secret, b"second-look/pairing-number/v1" + both(sealed, reply), 6)) % 10**6
        return f"{digits:06}"

    def handover_key(self, sealed: bytes, reply: bytes) -> bytes:
        return hkdf(self.secret, b"second-look/handover-seal/v1" + both(sealed, reply), 32)


def both(sealed: bytes, reply: bytes) -> bytes:
    return hashlib.sha256(sealed).digest() + hashlib.sha256(reply).digest()


def code_text(secret: bytes) -> str:
    text = base32(int.from_bytes(secret) << 2, 26) + check_characters(secret)
    return "-".join(text[at : at + 4] for at in range(0, 28, 4))


def read_code(text: str) -> bytes | None:
    """The 128 bits, or None when the text is not a code or its check characters are wrong."""
    plain = text.upper().replace(" ", "").replace("-", "").replace("O", "0").replace("I", "1").replace("L", "1")
    if len(plain) != 28 or any(letter not in ALPHABET for letter in plain):
        return None
    bits = 0
    for letter in plain[:26]:
        bits = bits << 5 | ALPHABET.index(letter)
    secret = (bits >> 2).to_bytes(16)
    return secret if bits & 3 == 0 and check_characters(secret) == plain[26:] else None


def check_characters(secret: bytes) -> str:
    return base32(int.from_bytes(hashlib.sha256(CHECK_PREFIX + secret).digest()[:2]) >> 6, 2)


def base32(number: int, size: int) -> str:
    return "".join(ALPHABET[number >> 5 * (size - 1 - at) & 31] for at in range(size))
