"""The recovery code and the slot that it opens, of docs/protocol.md section 4, for tests.

It must stay independent of backend/: the server never sees a code.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from tests.protocol.envelope import hkdf
from tests.protocol.fixed_bytes import CASE_KEY, LOG, fixed_bytes
from tests.protocol.pairing import ALPHABET, base32

CHECK_PREFIX = b"second-look/recovery-check/v1\x00"
GROUPS = 7


@dataclass(frozen=True)
class RecoveryCode:
    """Everything that is derived from the 128 bits of a code."""

    secret: bytes

    @property
    def slot(self) -> bytes:
        return hkdf(self.secret, b"second-look/slot-id/v1", 16)

    @property
    def bearer(self) -> bytes:
        return hkdf(self.secret, b"second-look/slot-bearer/v1", 32)

    @property
    def key(self) -> bytes:
        return hkdf(self.secret, b"second-look/slot-seal/v1", 32)

    def seal(self, version: int, nonce: bytes, plaintext: bytes) -> bytes:
        return nonce + AESGCM(self.key).encrypt(nonce, plaintext, self.slot + version.to_bytes(4))

    def open(self, version: int, sealed: bytes) -> bytes:
        return AESGCM(self.key).decrypt(sealed[:12], sealed[12:], self.slot + version.to_bytes(4))


def recovery_text(secret: bytes) -> str:
    check = int.from_bytes(hashlib.sha256(CHECK_PREFIX + secret).digest()[:2]) >> 4
    data = base32(int.from_bytes(secret) << 12 | check, 4 * GROUPS)
    groups = [data[at : at + 4] for at in range(0, len(data), 4)]
    return "-".join(group + check_character(number, group) for number, group in enumerate(groups, start=1))


def read_recovery_code(text: str) -> bytes | None:
    """The 128 bits of a code as it is printed, or None."""
    bits = 0
    for letter in "".join(group[:4] for group in text.split("-")):
        bits = bits << 5 | ALPHABET.index(letter)
    secret = (bits >> 12).to_bytes(16)
    return secret if recovery_text(secret) == text else None


def check_character(number: int, group: str) -> str:
    """In the field of 32 elements: the group's number times x⁵ plus the first character times x⁴, and so on."""
    check = number
    for letter in group:
        check = times_x(check) ^ ALPHABET.index(letter)
    return ALPHABET[times_x(check)]


def times_x(value: int) -> int:
    return value << 1 if value < 16 else value << 1 & 31 ^ 5


def wrong_groups(text: str) -> list[int]:
    """The numbers of the groups whose check character is wrong. Expects seven groups of five, in capitals."""
    return [
        number
        for number, group in enumerate(text.split("-"), start=1)
        if check_character(number, group[:4]) != group[4]
    ]


def recovery_vector(secret: bytes) -> dict[str, Any]:
    text = recovery_text(secret)
    return {
        "secret": secret.hex(),
        "text": text,
        "also_read": [
            text.lower(),
            text.replace("-", " "),
            text.replace("-", ""),
            text.replace("0", "o").replace("1", "L"),
        ],
    }


def look_alikes(text: str) -> str:
    return text.replace("0", "o").replace("1", "L")


def recovery_refused() -> list[dict[str, Any]]:
    """Codes with something wrong, and the group that must be named; null when no single group is."""
    groups = recovery_text(fixed_bytes("recovery code", 16)).split("-")
    other = recovery_text(fixed_bytes("another recovery code", 16)).split("-")
    mistyped = ("0" if groups[2][1] != "0" else "2").join((groups[2][:1], groups[2][2:]))
    swapped = groups[4][1] + groups[4][0] + groups[4][2:]
    cases: list[tuple[str, list[str], int | None]] = [
        ("one character of group 3 mistyped", [*groups[:2], mistyped, *groups[3:]], 3),
        ("two neighbours of group 5 swapped", [*groups[:4], swapped, *groups[5:]], 5),
        ("a character of group 2 left out", [groups[0], groups[1][1:], *groups[2:]], 2),
        ("groups 6 and 7 swapped", [*groups[:5], groups[6], groups[5]], 6),
        ("U is not in the alphabet", ["U" + groups[0][1:], *groups[1:]], 1),
        ("group 4 of another code", [*groups[:3], other[3], *groups[4:]], None),
        ("the last group missing", groups[:6], None),
    ]
    return [{"why": why, "text": "-".join(parts), "group": group} for why, parts, group in cases]


def slot_vector(secret: bytes, version: int) -> dict[str, Any]:
    code, nonce = RecoveryCode(secret), fixed_bytes(f"nonce of the slot, version {version}", 12)
    keyring = {"log": LOG.hex(), "key": CASE_KEY.hex(), "ownerToken": fixed_bytes("owner token", 32).hex()}
    plaintext = json.dumps({"v": 1, "keyring": keyring}, separators=(",", ":")).encode()
    return {
        "secret": secret.hex(),
        "slot": code.slot.hex(),
        "bearer": code.bearer.hex(),
        "bearer_hash": hashlib.sha256(code.bearer).hexdigest(),
        "slot_key": code.key.hex(),
        "version": version,
        "nonce": nonce.hex(),
        "plaintext_utf8": plaintext.decode(),
        "sealed": code.seal(version, nonce, plaintext).hex(),
    }
