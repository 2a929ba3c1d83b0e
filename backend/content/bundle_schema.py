"""The JSON bundle that a phone keeps for offline use: the contract with the front end.

Invariant: the server sends exactly these fields, so a change here is a change of the contract.
Shown in OpenAPI; it is not run on each request, because the bundle is built once.
"""

from marshmallow import Schema, fields


class SourceOut(Schema):
    """Where a statement comes from, and when that was last looked at."""

    key = fields.String(required=True)
    text = fields.String(required=True)
    url = fields.Url(required=True, allow_none=True, schemes={"https"})
    second_hand = fields.Boolean(required=True, metadata={"description": "Read on somebody else's page"})
    checked_on = fields.Date(required=True)


class StepOut(Schema):
    """One thing to do; `screen` names the place in the app where it is done."""

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


class SectionOut(Schema):
    """A heading and the ids of its cards, in reading order."""

    id = fields.String(required=True)
    title = fields.String(required=True)
    cards = fields.List(fields.String(), required=True)


class TermOut(Schema):
    """A word the cards cannot avoid."""

    term = fields.String(required=True)
    meaning = fields.String(required=True)


class HelpCardOut(Schema):
    """One call to action with at most five signs."""

    heading = fields.String(required=True, metadata={"description": "Has the placeholder {number} once"})
    signs = fields.List(fields.String(), required=True)


class HelpOut(Schema):
    """The part of 'Get help now' that is the same in every country."""

    do_not_wait = fields.String(required=True)
    cards = fields.List(fields.Nested(HelpCardOut), required=True)
    checked_note = fields.String(required=True)


class EmergencyNumberOut(Schema):
    """A number to call at once."""

    number = fields.String(required=True)
    label = fields.String(required=True)


class OtherLineOut(Schema):
    """Help that is not the emergency number: an urgent line, a crisis line, or a rule to invoke."""

    heading = fields.String(required=True)
    text = fields.String(required=True)
    number = fields.String(required=True, allow_none=True)
    kind = fields.String(required=True, metadata={"enum": ["urgent", "crisis", "rule"]})
    sms = fields.Boolean(required=True)


class CountryOut(Schema):
    """Numbers and rights of one country, with the day they were checked."""

    code = fields.String(required=True)
    name = fields.String(required=True)
    emergency = fields.List(
        fields.Nested(EmergencyNumberOut),
        required=True,
        metadata={"description": "Empty: say 'your local emergency number'"},
    )
    other_lines = fields.List(fields.Nested(OtherLineOut), required=True)
    second_opinion = fields.String(required=True)
    records = fields.String(required=True)
    records_days = fields.Integer(required=True, allow_none=True)
    sources = fields.List(fields.Nested(SourceOut), required=True)
    rule_sources = fields.List(
        fields.String(),
        required=True,
        metadata={"description": "Keys of those sources that second_opinion and records rest on"},
    )
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
