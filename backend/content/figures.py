"""Finds figures in a text: the numbers that a reader takes for a fact.

Invariant: a figure is found in digits or in words ("one in three", "half of", "two weeks").
Plain counting words ("two doctors") are not figures. English only.
"""

import re

_WORD = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty)"
_DIGITS = r"\d+(?:[.,]\d+)*"
_NUMBER = rf"(?:{_DIGITS}|{_WORD})"
_UNIT = r"(?:days?|weeks?|months?|years?)"

_FIGURE = re.compile(
    rf"""
    \b{_NUMBER}\s+(?:in|out\s+of)\s+(?:every\s+)?{_NUMBER}\b      # 1 in 3
    | \b{_DIGITS}\s+(?:to|of)\s+{_DIGITS}(?:\s*%)?                 # 12 to 69 %
    | \b{_NUMBER}\s*(?:%|per\s?cent\b)                             # 33 %
    | \b{_NUMBER}[\s-]+{_UNIT}\b                                   # 30 days
    | \b(?:half|(?:a|one|two|three)[\s-](?:thirds?|quarters?|fifths?))\s+of\b
    | \b{_DIGITS}
    """,
    re.IGNORECASE | re.VERBOSE,
)


def figures(text: str) -> list[str]:
    """Each different figure once, in order, lower case with single spaces."""
    found = (_normal(match.group()) for match in _FIGURE.finditer(text))
    return list(dict.fromkeys(found))


def _normal(text: str) -> str:
    return " ".join(text.lower().split())
