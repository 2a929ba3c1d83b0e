"""Bytes that look random but are the same in every run: derived from fixed labels."""

from __future__ import annotations

import hashlib


def fixed_bytes(label: str, size: int) -> bytes:
    return hashlib.sha256(b"second-look/vectors/" + label.encode()).digest()[:size]


LOG, CASE_KEY = fixed_bytes("log", 16), fixed_bytes("case key", 32)
