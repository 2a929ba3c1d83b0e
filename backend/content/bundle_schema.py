"""The JSON bundle that a phone keeps for offline use: the contract with the front end.

Invariant: the server sends exactly these fields, so a change here changes the contract.
Shown in OpenAPI; not run on each request, because the bundle is built once.
"""

from marshmallow import Schema, fields

from backend.content.countries import UNITS


class SourceOut(Schema):
    """Where a statement comes from, and when that was last checked."""

    key = fields.String(required=True)
    text = fields.String(required=True)
    url = fields.Url(required=True, allow_none=True, schemes={"https"})
    second_hand = fields.Boolean(required=True, metadata={"description": "Read on somebody else's page"})
    site_only = fields.Boolean(metadata={"description": "A website: the page was not kept. Absent: a page"})
    checked_on = fields.Date(required=True)


class StepOut(Schema):
    """One thing to do; `screen` names the screen of the app where it is done."""

    text = fields.String(required=True)
    screen = fields.String(required=True, allow_none=True)


class CardOut(Schema):
    """One point of the guide."""

    id = fields.String(required=True)
    section = fields.String(required=True)
    title = fields.String(required=True)
    summary = fields.String(required=True)
    words = fields.List(
        fields.String(), required=True, metadata={"description": "What a search finds the card by, besides its text"}
    )
    body_html = fields.String(required=True, metadata={"description": "Sanitised HTML"})
    do = fields.List(fields.Nested(StepOut), required=True)
    sources = fields.List(fields.Nested(SourceOut), required=True)
    unverified = fields.List(fields.String(), required=True)
    reviewed_on = fields.Date(required=True)
    review_by = fields.Date(required=True)
    read_by_clinician = fields.Boolean(required=True)


class SectionOut(Schema):
    """A heading and the ids of its cards, in reading order."""

    id = fields.String(required=True)
    title = fields.String(required=True)
    cards = fields.List(fields.String(), required=True)


class TermOut(Schema):
    """A word that the cards cannot avoid."""

    term = fields.String(required=True)
    meaning = fields.String(required=True)


class HelpCardOut(Schema):
    """One call to action with at most five signs."""

    heading = fields.String(required=True, metadata={"description": "May have the placeholder {number} once"})
    signs = fields.List(fields.String(), required=True)
    closing = fields.String(
        required=True, allow_none=True, metadata={"description": "Closes the card; may have {number} once"}
    )
    calls_team = fields.Boolean(required=True, metadata={"description": "The patient's own team is the one to call"})
    read_by_clinician = fields.Boolean(required=True)


class HelpOut(Schema):
    """The part of 'Get help now' that is the same in every country."""

    do_not_wait = fields.String(required=True)
    cards = fields.List(fields.Nested(HelpCardOut), required=True)
    checked_note = fields.String(required=True)
    sources = fields.List(fields.Nested(SourceOut), required=True)
    reviewed_on = fields.Date(required=True)


class EmergencyNumberOut(Schema):
    """A number to call at once."""

    number = fields.String(required=True)
    label = fields.String(required=True)
    second_hand = fields.Boolean(required=True, metadata={"description": "None of its sources was read at first hand"})


class FactOut(Schema):
    """One thing that is known about a country."""

    text = fields.String(required=True)
    number = fields.String(required=True, allow_none=True)
    sms = fields.Boolean(required=True, metadata={"description": "The number takes text messages"})
    text_number = fields.String(metadata={"description": "Another number, for text messages"})
    url = fields.Url(required=True, allow_none=True, schemes={"https"})
    sources = fields.List(fields.String(), required=True, metadata={"description": "Keys of the country's sources"})
    second_hand = fields.Boolean(required=True, metadata={"description": "None of its sources was read at first hand"})
    part_second_hand = fields.Boolean(
        metadata={"description": "Some of its sources were read at first hand, some were not. Absent: none or all"}
    )


class SpanOut(Schema):
    """A length of time."""

    count = fields.Integer(required=True)
    unit = fields.String(required=True, metadata={"enum": list(UNITS)})


class OlderRecordsOut(Schema):
    """The limit for records that are older than this many years."""

    years = fields.Integer(required=True)
    limit = fields.Nested(SpanOut, required=True)


class AnswerTimeOut(Schema):
    """How long a clinic may take from the day it gets the request."""

    limit = fields.Nested(SpanOut, required=True)
    extension = fields.Nested(SpanOut, required=True, allow_none=True)
    older = fields.Nested(OlderRecordsOut, required=True, allow_none=True)
    is_usual = fields.Boolean(required=True, metadata={"description": "Usual, and no limit in law"})


def _fact() -> fields.Nested:
    return fields.Nested(
        FactOut, required=True, allow_none=True, metadata={"description": "null: looked for, not found"}
    )


class CountryOut(Schema):
    """Numbers and rights of one country, with the day on which they were checked."""

    code = fields.String(required=True)
    name = fields.String(required=True)
    emergency = fields.List(
        fields.Nested(EmergencyNumberOut),
        required=True,
        metadata={"description": "Empty: say 'your local emergency number'"},
    )
    emergency_text = _fact()
    urgent = _fact()
    crisis = _fact()
    ward = _fact()
    second_opinion = _fact()
    who_pays = _fact()
    records = _fact()
    records_cost = _fact()
    answer_time = fields.Nested(AnswerTimeOut, required=True, allow_none=True)
    representative = _fact()
    register = _fact()
    portal = _fact()
    interpreter = _fact()
    sources = fields.List(fields.Nested(SourceOut), required=True)
    checked_on = fields.Date(required=True)


class BundleSchema(Schema):
    """Everything a phone needs to show the guidance of one language offline."""

    language = fields.String(required=True)
    version = fields.String(required=True)
    sections = fields.List(fields.Nested(SectionOut), required=True)
    cards = fields.List(fields.Nested(CardOut), required=True)
    glossary = fields.List(fields.Nested(TermOut), required=True)
    help = fields.Nested(HelpOut, required=True)
    countries = fields.List(fields.Nested(CountryOut), required=True)
