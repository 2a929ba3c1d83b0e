"""Known answers for the codes and invites of docs/protocol.md section 4, derived from the labels of make_vectors."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from tests.protocol.fixed_bytes import CASE_KEY, LOG, fixed_bytes
from tests.protocol.pairing import Invite, check_characters, code_text


def code_vector(secret: bytes) -> dict[str, Any]:
    text = code_text(secret)
    return {
        "secret": secret.hex(),
        "check_characters": check_characters(secret),
        "text": text,
        "also_read": [text.lower(), text.replace("-", " "), text.replace("0", "O").replace("1", "l")],
    }


def codes_refused() -> list[dict[str, str]]:
    text = code_text(fixed_bytes("code", 16))
    wrong = "0" if text[0] != "0" else "2"
    return [
        {"why": "one character mistyped", "text": wrong + text[1:]},
        {"why": "one character short", "text": text[:-1]},
        {"why": "U is not in the alphabet", "text": "U" + text[1:]},
        {"why": "the two spare bits are not zero", "text": spare_bits_set()},
    ]


def spare_bits_set() -> str:
    """The code of sixteen zero bytes with its last data character raised by one."""
    text = code_text(bytes(16))
    return text[:31] + "1" + text[32:]


def phone_invite() -> dict[str, Any]:
    return {"phone": "Tablet of Ana"}


def keyring_handover() -> dict[str, Any]:
    return {"keyring": {"log": LOG.hex(), "key": CASE_KEY.hex(), "ownerToken": fixed_bytes("owner token", 32).hex()}}


def case_invite() -> dict[str, Any]:
    keys = [{"epoch": 1, "key": CASE_KEY.hex()}]
    return {"case": {"log": LOG.hex(), "keys": keys, "role": "editor", "title": "Knee: “wait”?", "owner": "آنا"}}


def invite_vector(secret: bytes, nonce: bytes, content: dict[str, Any]) -> dict[str, str]:
    invite = Invite(secret)
    plaintext = json_of(content)
    return {
        "secret": secret.hex(),
        "invite_id": invite.id.hex(),
        "claim_token": invite.claim_token.hex(),
        "claim_hash": hashlib.sha256(invite.claim_token).hexdigest(),
        "invite_key": invite.key.hex(),
        "nonce": nonce.hex(),
        "plaintext_utf8": plaintext.decode(),
        "sealed": invite.seal(nonce, plaintext).hex(),
    }


def pairing_vector(secret: bytes) -> dict[str, str]:
    """One pairing: what the giving phone seals, what the other replies, the number of both, and the handover."""
    invite = Invite(secret)
    nonces = [fixed_bytes(f"nonce of the {which}", 12) for which in ("invite", "reply", "handover")]
    sealed = invite.seal(nonces[0], json_of(phone_invite()))
    reply = invite.seal_reply(nonces[1], json_of({"phone": "Tablet"}))
    key, handed = invite.handover_key(sealed, reply), json_of(keyring_handover())
    return {
        "secret": secret.hex(),
        "sealed": sealed.hex(),
        "reply_nonce": nonces[1].hex(),
        "reply_utf8": json_of({"phone": "Tablet"}).decode(),
        "reply": reply.hex(),
        "number": invite.number(sealed, reply),
        "handover_key": key.hex(),
        "handover_nonce": nonces[2].hex(),
        "handover_utf8": handed.decode(),
        "handover": (nonces[2] + AESGCM(key).encrypt(nonces[2], handed, invite.id)).hex(),
    }


def json_of(content: dict[str, Any]) -> bytes:
    return json.dumps({"v": 1, **content}, separators=(",", ":"), ensure_ascii=False).encode()
