"""What makes a country's entry unfit to print; each rule yields problems with a stable code.

Invariant: pure; the date and the known sources come in as arguments.
"""

from collections.abc import Iterator
from datetime import date

from backend.content.countries import COUNTRY_CODES, Country
from backend.content.render import ended
from backend.content.rules import Problem, hard_to_read, reviewed, unknown_sources


def country_problems(countries: list[Country], known: set[str], terms: list[str], today: date) -> Iterator[Problem]:
    """Everything that can be judged from the countries alone."""
    if sorted(country.code for country in countries) != sorted(COUNTRY_CODES):
        yield Problem("countries.yaml", "countries", f"must name each once: {', '.join(COUNTRY_CODES)}")
    for country in countries:
        file = f"countries.yaml#{country.code}"
        yield from unknown_sources(file, country.sources(), known)
        yield from reviewed(file, country.checked_on, today)
        yield from hard_to_read(file, _prose(country), terms)
        yield from _numbers(file, country)
        if country.answer_time and not country.records:
            yield Problem(file, "answer_time_without_rule", "`answer_time` counts what `records` must say")


def _prose(country: Country) -> str:
    """All its texts, one a line. Without names and labels: so short, they would hide a hard sentence."""
    return "\n".join(ended(fact.text) for fact in country.facts().values())


def _numbers(file: str, country: Country) -> Iterator[Problem]:
    if country.code != "other":
        return
    guessed = [line.number for line in country.emergency]
    guessed += [fact.number for fact in country.facts().values() if fact.number]
    for number in guessed:
        yield Problem(file, "guessed_number", f"{number} is not right in every other country")
