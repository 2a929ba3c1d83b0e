"""The shape of every file in content/: front matter, sources, sections, glossary and help.

Invariant: an unknown field, an empty text or a wrong type is an error with the field's name.
Shape only: check.py decides whether a card is true, recent or easy to read.
"""

from marshmallow import fields, validate

from backend.content.fields import FileSchema, optional_flag, required_text, required_texts
from backend.content.models import (
    SCREENS,
    SECTION_BY_LETTER,
    Fact,
    FrontMatter,
    Help,
    HelpCard,
    Section,
    Source,
    Step,
    Term,
)
from backend.content.plain import PlainWords

DATED = validate.Regexp(r"^[^{}]*\{date\}[^{}]*$")
SECTION_IDS = tuple(SECTION_BY_LETTER.values())
MAY_NAME_THE_NUMBER = validate.Regexp(r"^[^{}]*(\{number\}[^{}]*)?$")
NAMES_THE_NUMBER = validate.Regexp(r"^[^{}]*\{number\}[^{}]*$")
NAMES_NO_NUMBER = validate.Regexp(r"^[^{}]*$")


class StepSchema(FileSchema):
    """A line of `do`."""

    makes = Step
    text = required_text(120)
    screen = fields.String(load_default=None, validate=validate.OneOf(SCREENS))


class FactSchema(FileSchema):
    """A line of `facts`; one without a source does not load."""

    makes = Fact
    claim = required_text()
    source = required_text()


class FrontMatterSchema(FileSchema):
    """The fields above a card's text."""

    makes = FrontMatter
    title = required_text(60)
    summary = required_text(200)
    # What a person may type who looks for this card: used by the search, never shown.
    words = fields.List(required_text(40), load_default=list, validate=validate.Length(max=20))
    section = fields.String(required=True, validate=validate.OneOf(SECTION_IDS))
    order = fields.Integer(required=True, strict=True, validate=validate.Range(min=1))
    do = fields.List(fields.Nested(StepSchema), required=True, validate=validate.Length(min=1, max=5))
    sources = required_texts(least=1)
    facts = fields.List(fields.Nested(FactSchema), required=True)
    unverified = required_texts()
    reviewed_on = fields.Date(required=True)
    review_by = fields.Date(required=True)
    read_by_clinician = fields.Boolean(required=True, truthy={True}, falsy={False})


class SourceSchema(FileSchema):
    """An entry of sources.yaml."""

    makes = Source
    authors = required_text()
    title = fields.String(load_default=None, validate=validate.Length(min=1))
    year = fields.Integer(load_default=None, strict=True, validate=validate.Range(1900, 2100))
    where = required_text()
    url = fields.Url(load_default=None, schemes={"https"})
    document = optional_flag()
    second_hand = optional_flag()
    site_only = optional_flag()
    checked_on = fields.Date(required=True)


class SectionSchema(FileSchema):
    """A line of sections.yaml."""

    makes = Section
    id = fields.String(required=True, validate=validate.OneOf(SECTION_IDS))
    title = required_text(60)


class TermSchema(FileSchema):
    """An entry of glossary.yaml."""

    makes = Term
    term = required_text(60)
    meaning = required_text(200)


class HelpCardSchema(FileSchema):
    """A card of help.yaml."""

    makes = HelpCard
    # The screen replaces {number} by the country's number, or by "your local emergency number".
    heading = fields.String(required=True, validate=[validate.Length(1, 80), MAY_NAME_THE_NUMBER])
    signs = fields.List(
        fields.String(validate=[validate.Length(1, 120), NAMES_NO_NUMBER]),
        required=True,
        validate=validate.Length(min=1, max=5),
    )
    closing = fields.String(load_default=None, validate=[validate.Length(1, 120), MAY_NAME_THE_NUMBER])
    calls_team = optional_flag()
    read_by_clinician = fields.Boolean(required=True, truthy={True}, falsy={False})


class HelpSchema(FileSchema):
    """The whole of help.yaml."""

    makes = Help
    do_not_wait = required_text(120)
    cards = fields.List(fields.Nested(HelpCardSchema), required=True, validate=validate.Length(min=1))
    checked_note = required_text()
    sources = required_texts(least=1)
    reviewed_on = fields.Date(required=True)


class PlainWordsSchema(FileSchema):
    """The whole of plain.yaml."""

    makes = PlainWords
    title = required_text(60)
    why = required_text(200)
    newer = required_text(200)
    again = required_text(60)
    contents = required_text(60)
    help = required_text(60)
    your_number = required_text(60)
    numbers = required_text(60)
    call = fields.String(required=True, validate=[validate.Length(1, 60), NAMES_THE_NUMBER])
    no_number = required_text(120)
    checked = fields.String(required=True, validate=[validate.Length(1, 60), DATED])
    guide = required_text(60)
    to_do = required_text(60)
    unverified = required_text(60)
    sources = required_text(60)
    second_hand = required_text(120)
    unread = required_text(120)
