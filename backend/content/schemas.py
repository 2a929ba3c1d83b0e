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


def _text(most: int = 1000) -> fields.String:
    return fields.String(required=True, validate=validate.Length(min=1, max=most))


def _texts(least: int = 0, most: int | None = None) -> fields.List[str]:
    return fields.List(_text(), required=True, validate=validate.Length(min=least, max=most))


def _flag() -> fields.Boolean:
    # Only a true or false of YAML: the word "no" in quotes must not pass for one.
    return fields.Boolean(load_default=False, truthy={True}, falsy={False})


def _phone() -> fields.String:
    return fields.String(required=True, validate=validate.Regexp(r"^[0-9][0-9 ]*$"))


class FileSchema(Schema):
    """Loads strictly (unknown fields raise) and gives the model, not a dict."""

    makes: ClassVar[type]

    @post_load
    def to_model(self, data: dict[str, Any], **_: object) -> object:
        return self.makes(**data)


class StepSchema(FileSchema):
    """A line of `do`."""

    makes = Step
    text = _text(120)
    screen = fields.String(load_default=None, validate=validate.OneOf(SCREENS))


class FactSchema(FileSchema):
    """A line of `facts`; one without a source does not load."""

    makes = Fact
    claim = _text()
    source = _text()


class FrontMatterSchema(FileSchema):
    """The head of a card."""

    makes = FrontMatter
    title = _text(60)
    summary = _text(200)
    # What a person may type who looks for this card: found by, never shown.
    words = fields.List(_text(40), load_default=list, validate=validate.Length(max=20))
    section = fields.String(required=True, validate=validate.OneOf(SECTION_IDS))
    order = fields.Integer(required=True, strict=True, validate=validate.Range(min=1))
    do = fields.List(fields.Nested(StepSchema), required=True, validate=validate.Length(min=1, max=5))
    sources = _texts(least=1)
    facts = fields.List(fields.Nested(FactSchema), required=True)
    unverified = _texts()
    reviewed_on = fields.Date(required=True)
    review_by = fields.Date(required=True)


class SourceSchema(FileSchema):
    """An entry of sources.yaml."""

    makes = Source
    authors = _text()
    title = fields.String(load_default=None, validate=validate.Length(min=1))
    year = fields.Integer(load_default=None, strict=True, validate=validate.Range(1900, 2100))
    where = _text()
    url = fields.Url(load_default=None, schemes={"https"})
    document = _flag()
    second_hand = _flag()
    checked_on = fields.Date(required=True)


class SectionSchema(FileSchema):
    """A line of sections.yaml."""

    makes = Section
    id = fields.String(required=True, validate=validate.OneOf(SECTION_IDS))
    title = _text(60)


class TermSchema(FileSchema):
    """An entry of glossary.yaml."""

    makes = Term
    term = _text(60)
    meaning = _text(200)


class HelpCardSchema(FileSchema):
    """A card of help.yaml."""

    makes = HelpCard
    # The screen puts the country's number, or "your local emergency number", in this place.
    heading = fields.String(required=True, validate=validate.Regexp(r"^[^{}]*\{number\}[^{}]*$"))
    signs = _texts(least=1, most=5)


class HelpSchema(FileSchema):
    """The whole of help.yaml."""

    makes = Help
    do_not_wait = _text(120)
    cards = fields.List(fields.Nested(HelpCardSchema), required=True, validate=validate.Length(min=1))
    checked_note = _text()
    sources = _texts(least=1)


class EmergencyNumberSchema(FileSchema):
    """A number of countries.yaml."""

    makes = EmergencyNumber
    number = _phone()
    label = _text(60)


class OtherLineSchema(FileSchema):
    """Another line of countries.yaml."""

    makes = OtherLine
    heading = _text(80)
    text = _text(300)
    number = fields.String(load_default=None, validate=validate.Regexp(r"^[0-9][0-9 ]*$"))
    kind = fields.String(required=True, validate=validate.OneOf(("urgent", "crisis", "rule")))
    sms = _flag()


class CountrySchema(FileSchema):
    """An entry of countries.yaml."""

    makes = Country
    code = fields.String(required=True, validate=validate.OneOf(COUNTRY_CODES))
    name = _text(60)
    emergency = fields.List(fields.Nested(EmergencyNumberSchema), required=True)
    other_lines = fields.List(fields.Nested(OtherLineSchema), required=True)
    second_opinion = _text()
    records = _text()
    records_days = fields.Integer(required=True, allow_none=True, strict=True, validate=validate.Range(1, 366))
    sources = _texts(least=1)
    rule_sources = _texts(least=1)
    checked_on = fields.Date(required=True)
