"""The figures as a table: what the app needs, the target, what a bare page needs on this machine, and the ratio."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

HEADINGS = ("", "Second Look", "aim", "", "bare page", "ratio")
WIDTHS = (44, 26, 10, 6, 26, 5)


@dataclass(frozen=True)
class Figure:
    """Times in milliseconds, one for each run. `aim` is for their median."""

    name: str
    app: Sequence[float]
    aim: float | None = None
    bare: Sequence[float] = ()


def line(cells: Sequence[str]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, WIDTHS, strict=True)).rstrip()


def row(figure: Figure) -> tuple[str, ...]:
    median = statistics.median(figure.app)
    aim = "" if figure.aim is None else f"<= {duration(figure.aim)}"
    verdict = "" if figure.aim is None else "met" if median <= figure.aim else "MISSED"
    if not figure.bare:
        return (figure.name, spread(figure.app), aim, verdict, "", "")
    bare = statistics.median(figure.bare)
    return (figure.name, spread(figure.app), aim, verdict, spread(figure.bare), f"{median / bare:.1f}")


def spread(times: Sequence[float]) -> str:
    """The median and, where there were several runs, the fastest and the slowest."""
    median = duration(statistics.median(times))
    return median if len(times) == 1 else f"{median} ({duration(min(times))} to {duration(max(times))})"


def duration(milliseconds: float) -> str:
    return f"{milliseconds / 1000:.2f} s" if milliseconds >= 100 else f"{milliseconds:.0f} ms"
