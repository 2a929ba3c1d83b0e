"""Which of many similar stories run every time, and which only by hand: `make hostile` runs them all.

A kind of attack that is handled in one place needs one story in every run. Its variants are run when that place
changes.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest


def more_by_hand(faces: Iterable[str], *always: str) -> list[Any]:
    """Parameters of a story: all variants, with those that are not named in `always` marked `by_hand`."""
    told = list(faces)
    if not set(always) <= set(told):
        raise LookupError(f"{always} are not all among {told}")
    return [face if face in always else pytest.param(face, marks=pytest.mark.by_hand) for face in told]
