"""What the browser prints: the pages of a PDF, their size, their words, and how large the words are."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Literal

from playwright.sync_api import Page
from pypdf import PdfReader

Paper = Literal["A4", "Letter"]
# Width and height in points
SIZE: dict[Paper, tuple[float, float]] = {"A4": (595, 842), "Letter": (612, 792)}


@dataclass(frozen=True)
class Words:
    """A run of text and its height in points."""

    text: str
    points: float


@dataclass(frozen=True)
class Sheet:
    """One printed page, its measures in points."""

    width: float
    height: float
    words: list[Words]

    @property
    def text(self) -> str:
        return flat("".join(words.text for words in self.words))


def printed(page: Page, paper: Paper) -> list[Sheet]:
    """The screen as the phone would print it on that paper, with the margins that the app asks for."""
    return [sheet(one) for one in PdfReader(BytesIO(page.pdf(format=paper))).pages]


def sheet(page: Any) -> Sheet:
    words: list[Words] = []

    def keep(text: str, outer: list[float], inner: list[float], _font: object, size: float) -> None:
        if text.strip():
            words.append(Words(text, round(size * height_of(outer) * height_of(inner), 1)))
        else:
            words.append(Words(" ", math.inf))

    page.extract_text(visitor_text=keep)
    return Sheet(float(page.mediabox.width), float(page.mediabox.height), words)


def height_of(matrix: list[float]) -> float:
    return math.hypot(matrix[2], matrix[3])


def smaller_than(points: float, sheets: list[Sheet]) -> list[Words]:
    """A tenth of a point is allowed for the printer's rounding."""
    return [words for one in sheets for words in one.words if words.points < points - 0.1]


def flat(text: str) -> str:
    """Without line ends and without the marks that isolate typed text's direction; ligatures split into letters."""
    return re.sub(r"\s+", " ", re.sub(r"[\u2066-\u2069]", "", unicodedata.normalize("NFKC", text)))
