"""What makes a card unfit to print: one function for each rule, which yields problems with a stable code.

Invariant: pure; the date and the known sources come in as arguments.
Must not repair anything: the writer decides what to change.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from backend.content import readability
from backend.content.figures import figures
from backend.content.models import SECTION_BY_LETTER, Card, Source
from backend.content.render import ended, has_raw_html, to_plain_text

YEAR_IN_DAYS = 366


@dataclass(frozen=True)
class Problem:
    """One thing to put right: the file below content/, a stable code, a sentence for the writer."""

    file: str
    code: str
    message: str


def card_problems(card: Card, source_by_key: Mapping[str, Source], terms: list[str], today: date) -> Iterator[Problem]:
    """Everything that can be judged from one card alone."""
    yield from _place(card)
    yield from _sources(card, source_by_key)
    yield from _figures(card)
    yield from reviewed(card.file, card.front.reviewed_on, today)
    if card.front.review_by < today:
        yield Problem(card.file, "over_age", f"review was due by {card.front.review_by}")
    if has_raw_html(card.body):
        yield Problem(card.file, "raw_html", "write Markdown, not HTML")
    yield from hard_to_read(card.file, prose(card), terms)


def prose(card: Card) -> str:
    """All the text of the card that a reader sees, one paragraph a line."""
    front = card.front
    steps = [step.text for step in front.do]
    lines = [front.title, front.summary, *steps, *front.unverified]
    return "\n".join([*map(ended, lines), to_plain_text(card.body)])


def reviewed(file: str, day: date, today: date) -> Iterator[Problem]:
    """A review must have taken place, and within the last year."""
    if day > today:
        yield Problem(file, "future_review", f"reviewed or checked on {day}, which is still to come")
    elif (today - day).days > YEAR_IN_DAYS:
        yield Problem(file, "over_age", f"reviewed or checked on {day}, more than a year ago")


def hard_to_read(file: str, text: str, terms: list[str]) -> Iterator[Problem]:
    """Reports text that is too hard to read. Glossary terms do not count as hard words."""
    reading = readability.measure(text, terms)
    if reading.grade > readability.GRADE_LIMIT:
        yield Problem(file, "too_hard", f"school grade {reading.grade}, limit {readability.GRADE_LIMIT}")
    if reading.smog > readability.SMOG_LIMIT:
        yield Problem(file, "too_hard", f"SMOG {reading.smog}, limit {readability.SMOG_LIMIT}")
    if reading.longest_words > readability.SENTENCE_LIMIT:
        yield Problem(file, "long_sentence", f"{reading.longest_words} words: {reading.longest}")


def unknown_sources(file: str, keys: Iterable[str], known: set[str]) -> Iterator[Problem]:
    """Reports keys that are not in sources.yaml."""
    for key in keys:
        if key not in known:
            yield Problem(file, "unknown_source", f"'{key}' is not in sources.yaml")


def _place(card: Card) -> Iterator[Problem]:
    section = SECTION_BY_LETTER.get(card.id[:1])
    folder = card.file.split("/")[1]
    if {section, folder, card.front.section} != {section}:
        yield Problem(card.file, "misplaced", f"{card.id} belongs to section and folder '{section}'")


def _sources(card: Card, source_by_key: Mapping[str, Source]) -> Iterator[Problem]:
    yield from unknown_sources(card.file, card.front.sources, set(source_by_key))
    resting = {fact.source for fact in card.front.facts}
    for key in card.front.sources:
        # The document that the app is based on is behind every card as a whole.
        if key in source_by_key and not source_by_key[key].document and key not in resting:
            yield Problem(card.file, "source_without_fact", f"no fact rests on '{key}'")
    for fact in card.front.facts:
        if fact.source not in card.front.sources:
            yield Problem(card.file, "fact_without_source", f"'{fact.source}' is not among its sources: {fact.claim}")


def _figures(card: Card) -> Iterator[Problem]:
    proven = {figure for fact in card.front.facts for figure in figures(fact.claim)}
    said = f"{card.front.title}\n{card.front.summary}\n{to_plain_text(card.body)}"
    for figure in figures(said):
        if figure not in proven:
            yield Problem(card.file, "figure_without_fact", f"no fact states '{figure}'")
    every = figures(prose(card))
    if len(every) > 1:
        yield Problem(card.file, "too_many_figures", f"at most one number a card: {', '.join(every)}")
