"""The bytes of docs/protocol.md sections 1 to 3, implemented a second time with another library.

Tests seal and open real envelopes with this. It must stay independent of backend/, because it checks it.
"""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

UPDATE, ROSTER, SNAPSHOT = 1, 2, 3
PLAIN, DEFLATED = 0, 1
SIGNATURE_PREFIX = b"second-look/envelope/v1\x00"
CHAIN_PREFIX = b"second-look/chain/v1\x00"
LOG_ID_PREFIX = b"second-look/log-id/v1\x00"
ZERO_HASH = bytes(32)


@dataclass(frozen=True)
class Head:
    """What a device last verified of the server's log; zeros when it has verified nothing yet."""

    incarnation: bytes = bytes(16)
    seq: int = 0
    hash: bytes = ZERO_HASH


@dataclass(frozen=True)
class Header:
    """The clear part of an envelope; `through` occurs in snapshots only."""

    kind: int
    log: bytes
    epoch: int
    key_id: bytes
    device: bytes
    counter: int
    previous: bytes
    head: Head
    through: tuple[int, bytes] | None = None
    version: int = 1

    def encode(self) -> bytes:
        start = struct.pack(">BB16sI16s", self.version, self.kind, self.log, self.epoch, self.key_id)
        start += struct.pack(">32sQ32s", self.device, self.counter, self.previous)
        end = struct.pack(">16sQ32s", self.head.incarnation, self.head.seq, self.head.hash)
        return start + end + (struct.pack(">Q32s", *self.through) if self.through else b"")


def log_id(owner_token: bytes) -> bytes:
    """The id of the log that this token may create: a UUID of version 8, derived from the token's hash."""
    number = int.from_bytes(hashlib.sha256(LOG_ID_PREFIX + owner_token).digest()[:16])
    number = number & ~(0xF << 76) | 8 << 76  # version
    number = number & ~(0x3 << 62) | 2 << 62  # variant
    return number.to_bytes(16)


def fresh_log(keyring_key: bytes, log: bytes, owner_token: bytes) -> tuple[bytes, bytes]:
    """The owner token and the key with which a case continues when another person has taken its log."""

    def made(name: bytes) -> bytes:
        return HKDF(SHA256(), 32, b"", name + log).derive(keyring_key + owner_token)

    return made(b"second-look/fresh-token/v1"), made(b"second-look/fresh-key/v1")


class FindingError(Exception):
    """Why an envelope could not be opened; the text is a finding of docs/protocol.md section 3."""


def seal(header: Header, case_key: bytes, device_seed: bytes, nonce: bytes, padded: bytes) -> bytes:
    """The whole envelope for an already padded plaintext."""
    key = seal_key(case_key, header.log, header.epoch, header.device)
    unsigned = header.encode() + nonce + AESGCM(key).encrypt(nonce, padded, header.encode())
    return unsigned + Ed25519PrivateKey.from_private_bytes(device_seed).sign(SIGNATURE_PREFIX + unsigned)


def open_envelope(envelope: bytes, log: bytes, case_key: bytes) -> tuple[int, bytes]:
    """Format and payload, or the first finding in the order that the protocol fixes."""
    size = 206 if envelope[1:2] == bytes([SNAPSHOT]) else 166
    if len(envelope) < size + 12 + 16 + 64 or envelope[0] != 1 or envelope[1] not in (UPDATE, ROSTER, SNAPSHOT):
        raise FindingError("malformed")
    if envelope[2:18] != log:
        raise FindingError("malformed")
    if envelope[22:38] != key_id(case_key):
        raise FindingError("unknown_key")
    epoch, device = struct.unpack(">I", envelope[18:22])[0], envelope[38:70]
    try:
        Ed25519PublicKey.from_public_bytes(device).verify(envelope[-64:], SIGNATURE_PREFIX + envelope[:-64])
    except InvalidSignature as error:
        raise FindingError("bad_signature") from error
    nonce, ciphertext = envelope[size : size + 12], envelope[size + 12 : -64]
    try:
        padded = AESGCM(seal_key(case_key, log, epoch, device)).decrypt(nonce, ciphertext, envelope[:size])
    except InvalidTag as error:
        raise FindingError("bad_seal") from error
    return unpad(padded)


def pad(payload: bytes, form: int = PLAIN) -> bytes:
    framed = struct.pack(">BI", form, len(payload)) + payload
    return framed.ljust(padme(len(framed)), b"\x00")


def unpad(padded: bytes) -> tuple[int, bytes]:
    if len(padded) < 5:
        raise FindingError("bad_padding")
    form, length = struct.unpack(">BI", padded[:5])
    rest = padded[5 + length :]
    if form not in (PLAIN, DEFLATED) or len(padded) != padme(5 + length) or any(rest):
        raise FindingError("bad_padding")
    return form, padded[5 : 5 + length]


def padme(length: int) -> int:
    if length < 2:
        return length
    exponent = length.bit_length() - 1
    mask = (1 << (exponent - exponent.bit_length())) - 1
    return (length + mask) & ~mask


def key_id(case_key: bytes) -> bytes:
    return hkdf(case_key, b"second-look/key-id/v1", 16)


def seal_key(case_key: bytes, log: bytes, epoch: int, device: bytes) -> bytes:
    return hkdf(case_key, b"second-look/seal/v1" + log + struct.pack(">I", epoch) + device, 32)


def device_id(seed: bytes) -> bytes:
    return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()


def entry_hash(envelope: bytes) -> bytes:
    return hashlib.sha256(envelope).digest()


def chain(before: bytes, entry: bytes) -> bytes:
    return hashlib.sha256(CHAIN_PREFIX + before + entry).digest()


def hkdf(key: bytes, info: bytes, size: int) -> bytes:
    return HKDF(SHA256(), size, None, info).derive(key)
