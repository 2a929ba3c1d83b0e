"""The shape of every file in content/: front matter, sources, sections, glossary, help, countries.

Invariant: an unknown field, an empty text or a wrong type is an error with the field's name.
Shape only: whether a card is true, recent or easy to read is the check's business.
"""

from typing import Any, ClassVar

from marshmallow import Schema, fields, post_load, validate

from backend.content.models import (
    COUNTRY_CODES,
    SCREENS,
    SECTION_BY_LETTER,
    Country,
    EmergencyNumber,
    Fact,
    FrontMatter,
    Help,
    HelpCard,
    OtherLine,
    Section,
    Source,
    Step,
    Term,
)

SECTION_IDS = tuple(SECTION_BY_LETTER.values())


def text(most: int = 1000) -> fields.String:
    return fields.String(required=True, validate=validate.Length(min=1, max=most))


def texts(least: int = 0, most: int | None = None) -> fields.List:
    return fields.List(text(), required=True, validate=validate.Length(min=least, max=most))


def phone() -> fields.String:
    return fields.String(required=True, validate=validate.Regexp(r"^[0-9][0-9 ]*$"))


class FileSchema(Schema):
    """Loads strictly (unknown fields raise) and gives the model, not a dict."""

    makes: ClassVar[type]

    @post_load
    def to_model(self, data: dict[str, Any], **_: object) -> object:
        return self.makes(**data)


class StepSchema(FileSchema):
    makes = Step
    text = text(120)
    screen = fields.String(load_default=None, validate=validate.OneOf(SCREENS))


class FactSchema(FileSchema):
    makes = Fact
    claim = text()
    source = text()


class FrontMatterSchema(FileSchema):
    makes = FrontMatter
    title = text(60)
    summary = text(200)
    section = fields.String(required=True, validate=validate.OneOf(SECTION_IDS))
    order = fields.Integer(required=True, strict=True, validate=validate.Range(min=1))
    do = fields.List(fields.Nested(StepSchema), required=True, validate=validate.Length(min=1, max=5))
    sources = texts(least=1)
    facts = fields.List(fields.Nested(FactSchema), required=True)
    unverified = texts()
    reviewed_on = fields.Date(required=True)
    review_by = fields.Date(required=True)


class SourceSchema(FileSchema):
    makes = Source
    authors = text()
    title = fields.String(load_default=None, validate=validate.Length(min=1))
    year = fields.Integer(load_default=None, strict=True, validate=validate.Range(1900, 2100))
    where = text()
    url = fields.Url(load_default=None, schemes={"https"})
    checked_on = fields.Date(required=True)


class SectionSchema(FileSchema):
    makes = Section
    id = fields.String(required=True, validate=validate.OneOf(SECTION_IDS))
    title = text(60)


class TermSchema(FileSchema):
    makes = Term
    term = text(60)
    meaning = text(200)


class HelpCardSchema(FileSchema):
    makes = HelpCard
    # The screen puts the country's number, or "your local emergency number", in this place.
    heading = fields.String(required=True, validate=validate.Regexp(r"^[^{}]*\{number\}[^{}]*$"))
    signs = texts(least=1, most=5)


class HelpSchema(FileSchema):
    makes = Help
    do_not_wait = text(120)
    cards = fields.List(fields.Nested(HelpCardSchema), required=True, validate=validate.Length(min=1))
    checked_note = text()
    sources = texts(least=1)


class EmergencyNumberSchema(FileSchema):
    makes = EmergencyNumber
    number = phone()
    label = text(60)


class OtherLineSchema(FileSchema):
    makes = OtherLine
    heading = text(80)
    text = text(300)
    number = fields.String(load_default=None, validate=validate.Regexp(r"^[0-9][0-9 ]*$"))
    kind = fields.String(required=True, validate=validate.OneOf(("urgent", "crisis", "rule")))
    sms = fields.Boolean(load_default=False, truthy={True}, falsy={False})


class CountrySchema(FileSchema):
    makes = Country
    code = fields.String(required=True, validate=validate.OneOf(COUNTRY_CODES))
    name = text(60)
    emergency = fields.List(fields.Nested(EmergencyNumberSchema), required=True)
    other_lines = fields.List(fields.Nested(OtherLineSchema), required=True)
    second_opinion = text()
    records = text()
    records_days = fields.Integer(
        required=True, allow_none=True, strict=True, validate=validate.Range(1, 366)
    )
    sources = texts(least=1)
    checked_on = fields.Date(required=True)
