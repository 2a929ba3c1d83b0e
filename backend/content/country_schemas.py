"""The shape of countries.yaml.

Invariant: each field of a country has a value or the word `not_found`; a phone number is digits in quotes.
Shape only: check.py decides whether a rule is true or easy to read.
"""

from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from backend.content.countries import (
    COUNTRY_CODES,
    UNITS,
    AnswerTime,
    Country,
    CountryFact,
    EmergencyNumber,
    OlderRecords,
    Span,
)
from backend.content.fields import FileSchema, OrNotFound, optional_flag, required_text, required_texts

PHONE = validate.Regexp(r"^[0-9][0-9 ]*$")


class EmergencyNumberSchema(FileSchema):
    """A number to call at once."""

    makes = EmergencyNumber
    number = fields.String(required=True, validate=PHONE)
    label = required_text(60)
    sources = required_texts(least=1)


class CountryFactSchema(FileSchema):
    """One thing that is known, with its sources."""

    makes = CountryFact
    text = required_text(600)
    number = fields.String(load_default=None, validate=PHONE)
    sms = optional_flag()
    text_number = fields.String(load_default=None, validate=PHONE)
    url = fields.Url(load_default=None, schemes={"https"})
    sources = required_texts(least=1)

    @validates_schema
    def _a_text_message_needs_a_number(self, data: dict[str, Any], **_: object) -> None:
        if data.get("sms") and data.get("number") is None:
            raise ValidationError("takes text messages, but has no number", "sms")


class SpanSchema(FileSchema):
    """A number of days, business days or months."""

    makes = Span
    count = fields.Integer(required=True, strict=True, validate=validate.Range(1, 366))
    unit = fields.String(required=True, validate=validate.OneOf(UNITS))


class OlderRecordsSchema(FileSchema):
    """Another limit for old records."""

    makes = OlderRecords
    years = fields.Integer(required=True, strict=True, validate=validate.Range(1, 100))
    limit = fields.Nested(SpanSchema, required=True)


class AnswerTimeSchema(FileSchema):
    """The limit of `records` as a number, so that the app can count."""

    makes = AnswerTime
    limit = fields.Nested(SpanSchema, required=True)
    extension = fields.Nested(SpanSchema, load_default=None)
    older = fields.Nested(OlderRecordsSchema, load_default=None)
    is_usual = optional_flag()


def _fact() -> OrNotFound:
    return OrNotFound(fields.Nested(CountryFactSchema))


class CountrySchema(FileSchema):
    """An entry of countries.yaml."""

    makes = Country
    code = fields.String(required=True, validate=validate.OneOf(COUNTRY_CODES))
    name = required_text(60)
    emergency = OrNotFound(
        fields.List(fields.Nested(EmergencyNumberSchema), validate=validate.Length(min=1)), instead=list
    )
    emergency_text = _fact()
    urgent = _fact()
    crisis = _fact()
    ward = _fact()
    second_opinion = _fact()
    who_pays = _fact()
    records = _fact()
    records_cost = _fact()
    answer_time = OrNotFound(fields.Nested(AnswerTimeSchema))
    representative = _fact()
    register = _fact()
    portal = _fact()
    interpreter = _fact()
    checked_on = fields.Date(required=True)
