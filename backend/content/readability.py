"""How hard a text is to read: US school grade (Flesch-Kincaid), SMOG, and its longest sentence.

Invariant: terms of the glossary are exempt; each counts as one short word.
English only. Counts syllables by rule: the known package for it needs a word list from the network or modules
that Python no longer includes.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

GRADE_LIMIT = 6.9
SMOG_LIMIT = 9.0
SENTENCE_LIMIT = 20

# "made", "rules", "asked": an e that is not spoken; but "table", "places", "wanted".
_SILENT = re.compile(r"(?<![aeiouyl])e$|(?<=[aeiouy]l)es?$|(?<![aeiouylscgxzh])es$|(?<![aeiouytd])ed$")
# "diary", "actual", "being": two vowels spoken apart; but "station", "opinion", "quality".
_APART = re.compile(r"(?<=[bdfhkmprvz])i(?=[aou])|(?<=[^qg])u(?=a)|[aeiouy](?=ing$)")


@dataclass(frozen=True)
class Reading:
    """The school grade, the SMOG grade and the longest sentence of a text."""

    grade: float
    smog: float
    longest: str

    @property
    def longest_words(self) -> int:
        return len(_words(self.longest))


def measure(text: str, terms: Iterable[str]) -> Reading:
    """`text` holds one paragraph a line; a sentence never continues on the next line."""
    said = _sentences(_without_terms(text, terms))
    counts = [syllables(word) for sentence in said for word in _words(sentence)]
    if not counts:
        return Reading(grade=0.0, smog=0.0, longest="")
    hard = sum(count >= 3 for count in counts)
    # The published formulas. SMOG is meant for 30 sentences, so its share of hard words is scaled.
    grade = 0.39 * len(counts) / len(said) + 11.8 * sum(counts) / len(counts) - 15.59
    smog = 1.043 * (30 * hard / len(said)) ** 0.5 + 3.1291
    longest = max(said, key=lambda sentence: len(_words(sentence)))
    return Reading(grade=round(grade, 1), smog=round(smog, 1), longest=longest)


def _without_terms(text: str, terms: Iterable[str]) -> str:
    """The text with each term, plural too, replaced by one short word."""
    # Longest first, so that a shorter term does not replace half of "second opinion".
    for term in sorted(terms, key=len, reverse=True):
        text = re.sub(rf"\b{re.escape(term)}s?\b", "term", text, flags=re.IGNORECASE)
    return text


def _sentences(text: str) -> list[str]:
    """Parts that end in a full stop, question or exclamation mark, colon, or line end."""
    parts = re.split(r"(?<=[.!?:])[”\"\u2019')]*\s+|\n", text)
    return [part.strip() for part in parts if _words(part)]


def _words(text: str) -> list[str]:
    return re.findall(r"[\w'\u2019-]+", text)


@lru_cache(maxsize=8192)
def syllables(word: str) -> int:
    """Spoken syllables of an English word, by rule; at least 1."""
    spoken = _APART.sub(r"\g<0>-", _SILENT.sub("", word.lower()))
    return max(1, len(re.findall(r"[aeiouy]+", spoken)))
