"""Writes docs/vectors.json: known answers for every formula of docs/protocol.md.

Derived from fixed labels alone, so a second run writes the same bytes. Run: python -m tests.protocol.make_vectors
"""

from __future__ import annotations

import json
import zlib
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.protocol.envelope import (
    DEFLATED,
    PLAIN,
    ROSTER,
    SIGNATURE_PREFIX,
    SNAPSHOT,
    UPDATE,
    ZERO_HASH,
    Head,
    Header,
    chain,
    device_id,
    entry_hash,
    fresh_log,
    key_id,
    log_id,
    pad,
    padme,
    seal,
    seal_key,
)
from tests.protocol.fixed_bytes import CASE_KEY, LOG, fixed_bytes
from tests.protocol.invite_vectors import (
    case_invite,
    code_vector,
    codes_refused,
    invite_vector,
    pairing_vector,
    phone_invite,
)
from tests.protocol.recovery import recovery_refused, recovery_vector, slot_vector

TARGET = Path(__file__).parents[2] / "docs" / "vectors.json"
ABOUT = (
    "Known answers for docs/protocol.md. Bytes are lower-case hex. Every input stands beside its outputs. "
    "DEFLATE output differs between libraries: seal from `padded`, and check that `payload` comes back from it."
)
PADME_LENGTHS = [0, 1, 2, 5, 8, 9, 10, 17, 33, 100, 129, 255, 257, 1000, 1025, 4097, 9000, 65537, 524289, 1000000]
OWNER_TOKENS = [bytes(32), b"\xff" * 32, bytes(range(32)), fixed_bytes("owner token", 32)]
SECRETS = [bytes(16), b"\xff" * 16, bytes(range(16))]


INCARNATION = fixed_bytes("incarnation", 16)
ANA, BEN = fixed_bytes("ana's device", 32), fixed_bytes("ben's device", 32)
FIRST = Header(UPDATE, LOG, 1, key_id(CASE_KEY), device_id(ANA), 1, ZERO_HASH, Head())


def vectors() -> dict[str, Any]:
    envelopes = envelope_vectors()
    return {
        "about": ABOUT,
        "padme": [{"length": length, "padded_length": padme(length)} for length in PADME_LENGTHS],
        "keys": [key_vector(ANA, 1), key_vector(ANA, 2), key_vector(BEN, 1)],
        "envelopes": envelopes,
        "chain": chain_vectors(envelopes),
        "openings_refused": refusals(),
        "codes": [code_vector(secret) for secret in [*SECRETS, fixed_bytes("code", 16)]],
        "codes_refused": codes_refused(),
        "invites": [
            invite_vector(fixed_bytes("code", 16), fixed_bytes("nonce of the invite", 12), phone_invite()),
            invite_vector(
                fixed_bytes("code of the case", 16), fixed_bytes("nonce of the case's invite", 12), case_invite()
            ),
        ],
        "pairings": [pairing_vector(fixed_bytes("code", 16))],
        "recovery_codes": [recovery_vector(secret) for secret in [*SECRETS, fixed_bytes("recovery code", 16)]],
        "recovery_codes_refused": recovery_refused(),
        "slots": [slot_vector(fixed_bytes("recovery code", 16), version) for version in (1, 2)],
        "fresh_logs": [fresh_log_vector(token) for token in OWNER_TOKENS],
        "log_ids": [log_id_vector(token) for token in OWNER_TOKENS],
    }


def log_id_vector(owner_token: bytes) -> dict[str, str]:
    return {"owner_token": owner_token.hex(), "log_id": log_id(owner_token).hex()}


def fresh_log_vector(owner_token: bytes) -> dict[str, str]:
    keyring_key = fixed_bytes("keyring key", 32)
    token, key = fresh_log(keyring_key, LOG, owner_token)
    return {
        "keyring_key": keyring_key.hex(),
        "log_id": LOG.hex(),
        "owner_token": owner_token.hex(),
        "fresh_owner_token": token.hex(),
        "fresh_log_id": log_id(token).hex(),
        "fresh_key": key.hex(),
    }


def key_vector(seed: bytes, epoch: int) -> dict[str, Any]:
    return {
        "log_id": LOG.hex(),
        "epoch": epoch,
        "case_key": CASE_KEY.hex(),
        "key_id": key_id(CASE_KEY).hex(),
        "device_seed": seed.hex(),
        "device_id": device_id(seed).hex(),
        "seal_key": seal_key(CASE_KEY, LOG, epoch, device_id(seed)).hex(),
    }


def envelope_vectors() -> list[dict[str, Any]]:
    first = envelope_vector("first update of ana's device, no head verified yet", FIRST, ANA, b"What if we wait?")
    first_hash = bytes.fromhex(first["entry_hash"])
    seen = Head(INCARNATION, 1, chain(ZERO_HASH, first_hash))
    second_header = replace(FIRST, counter=2, previous=first_hash, head=seen)
    second = envelope_vector(
        "second update of ana's device", second_header, ANA, "Ask: ¿qué pasa si esperamos?".encode()
    )
    ben_header = replace(FIRST, device=device_id(BEN), head=seen)
    ben = envelope_vector("empty payload from ben's device", ben_header, BEN, b"")
    second_hash, ben_hash = bytes.fromhex(second["entry_hash"]), bytes.fromhex(ben["entry_hash"])
    roster_header = replace(FIRST, kind=ROSTER, counter=3, previous=second_hash, head=seen)
    roster = envelope_vector(
        "roster of ana's device, 1000 bytes", roster_header, ANA, bytes(at % 251 for at in range(1000))
    )
    after_three = chain(chain(seen.hash, second_hash), ben_hash)
    snapshot_header = replace(
        FIRST,
        kind=SNAPSHOT,
        counter=4,
        previous=bytes.fromhex(roster["entry_hash"]),
        head=Head(INCARNATION, 3, after_three),
        through=(3, after_three),
    )
    snapshot = envelope_vector(
        "snapshot of ana's device, deflated", snapshot_header, ANA, b"All notes so far. " * 20, DEFLATED
    )
    return [first, second, ben, roster, snapshot]


def envelope_vector(name: str, header: Header, seed: bytes, payload: bytes, form: int = PLAIN) -> dict[str, Any]:
    stored = deflate(payload) if form == DEFLATED else payload
    nonce, padded = fixed_bytes(f"nonce of {name}", 12), pad(stored, form)
    envelope = seal(header, CASE_KEY, seed, nonce, padded)
    encoded = header.encode()
    return {
        "name": name,
        **header_fields(header),
        "case_key": CASE_KEY.hex(),
        "device_seed": seed.hex(),
        "payload": payload.hex(),
        "format": form,
        "stored_payload": stored.hex(),
        "padded": padded.hex(),
        "nonce": nonce.hex(),
        "seal_key": seal_key(CASE_KEY, header.log, header.epoch, header.device).hex(),
        "header": encoded.hex(),
        "ciphertext": envelope[len(encoded) + 12 : -64].hex(),
        "signed_bytes": (SIGNATURE_PREFIX + envelope[:-64]).hex(),
        "signature": envelope[-64:].hex(),
        "envelope": envelope.hex(),
        "entry_hash": entry_hash(envelope).hex(),
    }


def header_fields(header: Header) -> dict[str, Any]:
    through = header.through and {"seq": header.through[0], "hash": header.through[1].hex()}
    return {
        "version": header.version,
        "kind": header.kind,
        "log_id": header.log.hex(),
        "epoch": header.epoch,
        "key_id": header.key_id.hex(),
        "device_id": header.device.hex(),
        "counter": header.counter,
        "previous": header.previous.hex(),
        "head": {"incarnation": header.head.incarnation.hex(), "seq": header.head.seq, "hash": header.head.hash.hex()},
        "through": through,
    }


def deflate(payload: bytes) -> bytes:
    press = zlib.compressobj(9, zlib.DEFLATED, -15)
    return press.compress(payload) + press.flush()


def chain_vectors(envelopes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    links, before = [], ZERO_HASH
    for seq, vector in enumerate(envelopes, start=1):
        after = chain(before, bytes.fromhex(vector["entry_hash"]))
        links.append(
            {"seq": seq, "before": before.hex(), "entry_hash": vector["entry_hash"], "chain_hash": after.hex()}
        )
        before = after
    return links


def refusals() -> list[dict[str, Any]]:
    """Envelopes with exactly one thing wrong, each with the finding that must name it."""
    nonce, other_key = fixed_bytes("nonce of refusals", 12), fixed_bytes("another case key", 32)
    good = seal(FIRST, CASE_KEY, ANA, nonce, pad(b"note"))
    dirty = pad(bytes(28))[:-1] + b"\x01"
    cases = {
        "truncated": ("malformed", good[:200]),
        "version 2": ("malformed", seal(replace(FIRST, version=2), CASE_KEY, ANA, nonce, pad(b"note"))),
        "kind 9": ("malformed", seal(replace(FIRST, kind=9), CASE_KEY, ANA, nonce, pad(b"note"))),
        "another log": ("malformed", seal(replace(FIRST, log=bytes(16)), CASE_KEY, ANA, nonce, pad(b"note"))),
        "another key id": (
            "unknown_key",
            seal(replace(FIRST, key_id=key_id(other_key)), other_key, ANA, nonce, pad(b"note")),
        ),
        "flipped bit in the ciphertext": ("bad_signature", good[:185] + bytes([good[185] ^ 1]) + good[186:]),
        "flipped bit in the signature": ("bad_signature", good[:-1] + bytes([good[-1] ^ 1])),
        "signed by ben in ana's name": ("bad_signature", seal(FIRST, CASE_KEY, BEN, nonce, pad(b"note"))),
        "right key id, sealed with another key": ("bad_seal", seal(FIRST, other_key, ANA, nonce, pad(b"note"))),
        "a padding byte that is not zero": ("bad_padding", seal(FIRST, CASE_KEY, ANA, nonce, dirty)),
        "length longer than the plaintext": (
            "bad_padding",
            seal(FIRST, CASE_KEY, ANA, nonce, b"\x00\x00\x00\x00\xff1234"),
        ),
        "more padding than Padme asks for": ("bad_padding", seal(FIRST, CASE_KEY, ANA, nonce, pad(b"note") + bytes(8))),
        "unknown format 7": ("bad_padding", seal(FIRST, CASE_KEY, ANA, nonce, pad(b"note", 7))),
    }
    known = {"log_id": LOG.hex(), "case_key": CASE_KEY.hex()}
    return [
        {"name": name, **known, "finding": finding, "envelope": envelope.hex()}
        for name, (finding, envelope) in cases.items()
    ]


def rendered() -> str:
    return json.dumps(vectors(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    TARGET.write_text(rendered(), encoding="utf-8")
    print(f"wrote {TARGET}")
