"""How much a bench measures: everything, or just enough to see that each of its parts still works."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Extent:
    """Notes in the three filled phones, how often each figure is taken, and that every n-th screen is opened."""

    small: int
    large: int
    huge: int
    runs: int
    screens: int


WHOLE = Extent(small=1000, large=2000, huge=10_000, runs=5, screens=1)
# Enough notes for a sealed state
SMOKE = Extent(small=60, large=120, huge=300, runs=1, screens=12)
