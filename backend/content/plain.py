"""The guidance as one plain page, for a browser that cannot run the app: "Get help now" first, then the whole guide.

Invariant: it says what the bundle says, no more and no less. The only HTML let through is a card's own, which was
sanitised. Must not import flask: the route renders what this prepares.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

LINES = ("emergency_text", "urgent", "crisis", "ward")


@dataclass(frozen=True)
class PlainWords:
    """The words around the guidance."""

    title: str
    why: str
    newer: str
    again: str
    contents: str
    help: str
    your_number: str
    numbers: str
    call: str
    no_number: str
    checked: str
    guide: str
    to_do: str
    unverified: str
    sources: str
    second_hand: str
    unread: str

    def prose(self) -> str:
        """Its full sentences, for the readability check."""
        return "\n".join([self.why, self.newer, self.no_number, self.unread])


def plain_view(bundle: Mapping[str, Any], words: PlainWords) -> dict[str, Any]:
    """What the template shows."""
    card_by_id = {card["id"]: card for card in bundle["cards"]}
    return {
        "words": words,
        "language": bundle["language"],
        "version": bundle["version"],
        "help": {**bundle["help"], "cards": [_help_card(card, words) for card in bundle["help"]["cards"]]},
        "countries": [{**country, "lines": list(_lines(country))} for country in bundle["countries"]],
        "sections": [
            {**section, "cards": [card_by_id[card_id] for card_id in section["cards"]]}
            for section in bundle["sections"]
        ],
    }


def _help_card(card: Mapping[str, Any], words: PlainWords) -> dict[str, Any]:
    named = {name: (card[name] or "").replace("{number}", words.your_number) for name in ("heading", "closing")}
    return {**card, **named}


def _lines(country: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    return (country[name] for name in LINES if country[name] is not None)


def said_day(day: str) -> str:
    """A day as the app writes it: 22 November 2026."""
    read = date.fromisoformat(day)
    return f"{read.day} {read:%B} {read.year}"


def dialled(number: str) -> str:
    """A number as a tel: link has it."""
    return "".join(character for character in number if character.isdigit() or character == "+")
