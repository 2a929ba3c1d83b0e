"""What is known about each country: whom to call, and the rules on second opinions and records.

Invariant: what was looked for and not found is None (no emergency number: an empty list), never an empty text.
Nothing is inferred from a neighbouring country. Must not import flask.
"""

from dataclasses import dataclass
from datetime import date

# Phones chose GB before the four nations had entries of their own: it holds only what all four share.
COUNTRY_CODES = (
    "US",
    "GB",
    "GB-ENG",
    "GB-SCT",
    "GB-WLS",
    "GB-NIR",
    "IE",
    "CA-ON",
    "CA-BC",
    "CA-AB",
    "CA-QC",
    "CA",
    "AU",
    "NZ",
    "DE",
    "AT",
    "FR",
    "ES",
    "NL",
    "IL",
    "MX",
    "SA",
    "AE",
    "EG",
    "EU",
    "other",
)
UNITS = ("days", "business_days", "months")
FACT_NAMES = (
    "emergency_text",
    "urgent",
    "crisis",
    "ward",
    "second_opinion",
    "who_pays",
    "records",
    "records_cost",
    "representative",
    "register",
    "portal",
    "interpreter",
)


@dataclass(frozen=True)
class EmergencyNumber:
    """A number to call at once, with the keys of its sources."""

    number: str
    label: str
    sources: list[str]


@dataclass(frozen=True)
class CountryFact:
    """One thing that is known. `sms`: the number takes text messages; `text_number`: a separate number does.
    `url`: a page that a person may open."""

    text: str
    number: str | None
    sms: bool
    text_number: str | None
    url: str | None
    sources: list[str]


@dataclass(frozen=True)
class Span:
    """A length of time, in the unit that the rule uses."""

    count: int
    unit: str


@dataclass(frozen=True)
class OlderRecords:
    """The limit for records that are older than this many years."""

    years: int
    limit: Span


@dataclass(frozen=True)
class AnswerTime:
    """How long a clinic may take from the day it gets the request. `is_usual`: common practice, not a limit in law."""

    limit: Span
    extension: Span | None
    older: OlderRecords | None
    is_usual: bool


@dataclass(frozen=True)
class Country:
    """Numbers and rights of one country, or of a part of it that has its own."""

    code: str
    name: str
    emergency: list[EmergencyNumber]
    emergency_text: CountryFact | None
    urgent: CountryFact | None
    crisis: CountryFact | None
    ward: CountryFact | None
    second_opinion: CountryFact | None
    who_pays: CountryFact | None
    records: CountryFact | None
    records_cost: CountryFact | None
    answer_time: AnswerTime | None
    representative: CountryFact | None
    register: CountryFact | None
    portal: CountryFact | None
    interpreter: CountryFact | None
    checked_on: date

    def facts(self) -> dict[str, CountryFact]:
        """What was found, by name."""
        found = {name: getattr(self, name) for name in FACT_NAMES}
        return {name: fact for name, fact in found.items() if fact is not None}

    def sources(self) -> list[str]:
        """The keys of all sources of its numbers and facts, each once."""
        resting: list[EmergencyNumber | CountryFact] = [*self.emergency, *self.facts().values()]
        return list(dict.fromkeys(key for known in resting for key in known.sources))
