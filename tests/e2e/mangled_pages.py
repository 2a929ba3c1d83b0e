"""What a server can do to a page of a log: each way that docs/protocol.md section 3 names.

Of each kind, some break the chain that the server itself names, and some come with a chain that fits: it is made of
hashes alone, so a lying server can compute one.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable
from typing import Any

Page = dict[str, Any]
Envelopes = list[bytes]
Mangling = Callable[[Page], Page]
CHAIN = b"second-look/chain/v1\0"
A_HASH = "ab" * 32


def mangled(content: bytes, mangling: Mangling) -> bytes | None:
    """The altered answer; None when it has fewer than two entries to alter."""
    page = json.loads(content)
    if len(page.get("entries", ())) < 2:
        return None
    return json.dumps(mangling(page)).encode()


def with_envelopes(change: Callable[[Envelopes], Envelopes]) -> Mangling:
    """Other envelopes at the same seqs, under the chain of the true ones."""

    def bend(page: Page) -> Page:
        seqs = [entry["seq"] for entry in page["entries"]]
        return {**page, "entries": entries_of(seqs, change(envelopes_of(page)))}

    return bend


def with_a_chain(change: Callable[[Envelopes], Envelopes]) -> Mangling:
    """Other envelopes, with a chain and a head that match them."""

    def bend(page: Page) -> Page:
        after = page["entries"][0]["seq"] - 1
        changed = change(envelopes_of(page))
        chain = bytes.fromhex(page["after_hash"])
        for envelope in changed:
            chain = hashlib.sha256(CHAIN + chain + hashlib.sha256(envelope).digest()).digest()
        entries = entries_of(list(range(after + 1, after + 1 + len(changed))), changed)
        return {**page, "entries": entries, "head": {"seq": after + len(changed), "hash": chain.hex()}}

    return bend


def envelopes_of(page: Page) -> Envelopes:
    return [base64.b64decode(entry["envelope"]) for entry in page["entries"]]


def entries_of(seqs: list[int], envelopes: Envelopes) -> list[Page]:
    return [
        {"seq": seq, "envelope": base64.b64encode(envelope).decode()}
        for seq, envelope in zip(seqs, envelopes, strict=False)
    ]


def first(change: Callable[[bytes], bytes]) -> Callable[[Envelopes], Envelopes]:
    """Changes the first envelope of a page and leaves the others."""
    return lambda envelopes: [change(envelopes[0]), *envelopes[1:]]


def flipped(envelope: bytes, at: int = -100) -> bytes:
    """Flips one bit, usually in the sealed part."""
    changed = bytearray(envelope)
    changed[at] ^= 1
    return bytes(changed)


def of_a_past(page: Page) -> Page:
    """As if the log had never got this far."""
    head = {"seq": page["entries"][0]["seq"] - 1, "hash": A_HASH}
    return {**page, "after_hash": A_HASH, "entries": [], "head": head}


# By name, as section 3 has them.
MANGLINGS: dict[str, Mangling] = {
    "reordered": with_envelopes(lambda all_: [all_[1], all_[0], *all_[2:]]),
    "one dropped": lambda page: {**page, "entries": page["entries"][1:]},
    "cut short": lambda page: {**page, "entries": []},
    "a bit flipped": with_envelopes(first(flipped)),
    "another chain before it": lambda page: {**page, "after_hash": A_HASH},
    "another head": lambda page: {**page, "head": {**page["head"], "hash": A_HASH}},
    "rolled back": of_a_past,
    "another life": lambda page: {**page, "incarnation": "cd" * 16},
    "reordered, with a chain": with_a_chain(lambda all_: [all_[1], all_[0], *all_[2:]]),
    "one dropped, with a chain": with_a_chain(lambda all_: all_[1:]),
    "replayed, with a chain": with_a_chain(lambda all_: [all_[0], *all_]),
    "the seal broken, with a chain": with_a_chain(first(flipped)),
    "the signature broken, with a chain": with_a_chain(first(lambda one: flipped(one, -1))),
    "of another log, with a chain": with_a_chain(first(lambda one: flipped(one, 2))),
    "under another key, with a chain": with_a_chain(first(lambda one: flipped(one, 22))),
    "no envelope at all, with a chain": with_a_chain(first(lambda one: one[:40])),
}
