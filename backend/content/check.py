"""The content check: reads all of content/ and lists every problem, not only the first.

Invariant: pure except for reading files; the same folder and day give the same list.
Must not import flask, and must not stop at the first invalid file as the catalog does.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

from backend.content.country_rules import country_problems
from backend.content.files import (
    ContentError,
    card_paths,
    languages,
    read_card,
    read_countries,
    read_glossary,
    read_help,
    read_plain_words,
    read_sections,
    read_sources,
)
from backend.content.models import CARD_IDS, SECTION_BY_LETTER, Card, Help, Section
from backend.content.render import ended
from backend.content.rules import Problem, card_problems, hard_to_read, reviewed, unknown_sources
from backend.content.source_rules import source_problems, unused_sources

Read = TypeVar("Read")


def main(root: Path, today: date) -> int:
    """Prints one line for each problem; returns 0 when there is none."""
    problems = check(root, today)
    for problem in problems:
        sys.stdout.write(f"{problem.file}: {problem.code}: {problem.message}\n")
    return 1 if problems else 0


def check(root: Path, today: date) -> list[Problem]:
    """Every problem in every language of the folder."""
    found = languages(root)
    if not found:
        return [Problem(str(root), "no_language", "holds no language folder")]
    used: set[str] = set()
    # A file that all languages share is reported once.
    problems = list(dict.fromkeys(p for language in found for p in _check_language(root, language, today, used)))
    # A file that could not be read may use any source.
    if all(problem.code != "invalid" for problem in problems):
        problems += unused_sources(read_sources(root), used)
    return problems


def _check_language(root: Path, language: str, today: date, used: set[str]) -> Iterator[Problem]:
    """Adds to `used` the keys of the sources that this language uses."""
    problems: list[Problem] = []
    source_by_key = _attempt(problems, lambda: read_sources(root)) or {}
    glossary = _attempt(problems, lambda: read_glossary(root, language)) or []
    sections = _attempt(problems, lambda: read_sections(root, language))
    help_screen = _attempt(problems, lambda: read_help(root, language))
    countries = _attempt(problems, lambda: read_countries(root, language))
    plain = _attempt(problems, lambda: read_plain_words(root, language))
    paths = card_paths(root, language)
    cards = [card for path in paths if (card := _attempt(problems, _card_reader(root, path)))]
    yield from problems

    known = set(source_by_key)
    terms = [term.term for term in glossary]
    yield from _complete(language, [path.stem.partition("-")[0] for path in paths])
    yield from _one_place_each(cards)
    for card in cards:
        used.update(card.front.sources)
        yield from card_problems(card, source_by_key, terms, today)
    if sections is not None:
        yield from _section_problems(language, sections)
    if help_screen is not None:
        used.update(help_screen.sources)
        yield from _help_problems(language, help_screen, known, terms, today)
    if plain is not None:
        yield from hard_to_read(f"{language}/plain.yaml", plain.prose(), terms)
    if countries is not None:
        used.update(key for country in countries for key in country.sources())
        yield from country_problems(countries, known, terms, today)
    yield from source_problems(source_by_key, today)


def _attempt(problems: list[Problem], read: Callable[[], Read]) -> Read | None:
    try:
        return read()
    except ContentError as error:
        problems.append(Problem(error.file, "invalid", error.message))
        return None


def _card_reader(root: Path, path: Path) -> Callable[[], Card]:
    return lambda: read_card(root, path)


def _complete(language: str, ids: list[str]) -> Iterator[Problem]:
    count = Counter(ids)
    for card_id in CARD_IDS:
        if count[card_id] == 0:
            yield Problem(language, "missing_card", f"no card for {card_id}")
        if count[card_id] > 1:
            yield Problem(language, "duplicate_card", f"{count[card_id]} cards for {card_id}")
    for card_id in sorted(set(ids) - set(CARD_IDS)):
        yield Problem(language, "unknown_card", f"{card_id} is not a point of the guide")


def _one_place_each(cards: list[Card]) -> Iterator[Problem]:
    taken: dict[tuple[str, int], str] = {}
    for card in cards:
        first = taken.setdefault((card.front.section, card.front.order), card.id)
        if first != card.id:
            yield Problem(card.file, "same_order", f"{first} has this order already")


def _section_problems(language: str, sections: list[Section]) -> Iterator[Problem]:
    if sorted(section.id for section in sections) != sorted(SECTION_BY_LETTER.values()):
        yield Problem(f"{language}/sections.yaml", "sections", "must name each section once")


def _help_problems(language: str, screen: Help, known: set[str], terms: list[str], today: date) -> Iterator[Problem]:
    file = f"{language}/help.yaml"
    yield from unknown_sources(file, screen.sources, known)
    yield from reviewed(file, screen.reviewed_on, today)
    yield from hard_to_read(file, help_prose(screen), terms)
    calls = [card for card in screen.cards if "{number}" in card.heading]
    if not calls or calls[0] != screen.cards[0]:
        yield Problem(file, "call_comes_first", "the first card must be one that calls {number}")
    for card in screen.cards:
        if card.calls_team and "{number}" not in (card.closing or ""):
            yield Problem(file, "team_may_not_answer", f"`closing` must name {{number}}: {card.heading}")


def help_prose(screen: Help) -> str:
    """All the text that a reader sees, one paragraph a line, with the longest words that can replace the number."""
    lines = [screen.do_not_wait, screen.checked_note]
    for card in screen.cards:
        lines += [card.heading, *card.signs, *([card.closing] if card.closing else [])]
    return "\n".join(map(ended, lines)).replace("{number}", "your local emergency number")
