"""What a content folder holds, after it has been read and validated.

Invariant: every value here passed a schema; nothing in this file reads, renders or judges.
Must not import flask: the check and the catalog run without a server.
"""

from dataclasses import dataclass
from datetime import date

from backend.content.countries import Country

SECTION_BY_LETTER = {
    "W": "when",
    "P": "prepare",
    "C": "choose",
    "D": "visit",
    "A": "after",
    "F": "pitfalls",
    "R": "rights",
}
CARD_IDS = tuple(f"{letter}{number}" for letter in SECTION_BY_LETTER for number in range(1, 5))
LANGUAGES = ("en", "es", "ar")
SCREENS = (
    "case",
    "notes",
    "reasons",
    "rights",
    "questions",
    "question-bank",
    "records",
    "letter",
    "health",
    "medicines",
    "summary",
    "show",
    "doctors",
    "visits",
    "companions",
    "seen",
    "opinions",
    "compare",
    "decide",
    "decide-by",
    "tasks",
    "timeline",
    "help",
)


@dataclass(frozen=True)
class Step:
    """One thing to do, and the screen where it is done."""

    text: str
    screen: str | None


@dataclass(frozen=True)
class Fact:
    """A claim taken from a study or a law, with the key of its source."""

    claim: str
    source: str


@dataclass(frozen=True)
class FrontMatter:
    """The fields above the text of a card."""

    title: str
    summary: str
    words: list[str]
    section: str
    order: int
    do: list[Step]
    sources: list[str]
    facts: list[Fact]
    unverified: list[str]
    reviewed_on: date
    review_by: date
    read_by_clinician: bool


@dataclass(frozen=True)
class Card:
    """One point of the guide; `file` is its path below the content folder."""

    id: str
    file: str
    front: FrontMatter
    body: str


@dataclass(frozen=True)
class Source:
    """Where a statement comes from. `document` is the paper that the app is based on: it has no address.
    `second_hand`: read on another site than that of the body that published it.
    `site_only`: the address is that of the whole website, because the page's own was not recorded."""

    authors: str
    title: str | None
    year: int | None
    where: str
    url: str | None
    document: bool
    second_hand: bool
    site_only: bool
    checked_on: date


@dataclass(frozen=True)
class Section:
    """A heading of the guide."""

    id: str
    title: str


@dataclass(frozen=True)
class Term:
    """A word that cannot be avoided."""

    term: str
    meaning: str


@dataclass(frozen=True)
class HelpCard:
    """A call to action, the signs that call for it, and its closing sentence."""

    heading: str
    signs: list[str]
    closing: str | None
    calls_team: bool
    read_by_clinician: bool


@dataclass(frozen=True)
class Help:
    """What 'Get help now' says in every country."""

    do_not_wait: str
    cards: list[HelpCard]
    checked_note: str
    sources: list[str]
    reviewed_on: date


@dataclass(frozen=True)
class Guide:
    """Everything in one language."""

    language: str
    sections: list[Section]
    cards: list[Card]
    source_by_key: dict[str, Source]
    glossary: list[Term]
    help: Help
    countries: list[Country]
