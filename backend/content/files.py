"""Reads content/ into models: one function for each kind of file.

Invariant: what is returned passed its schema; anything else raises a ContentError that names the file.
Must not judge (see check) nor render (see render).
"""

from pathlib import Path
from typing import Any

import frontmatter
import yaml
from marshmallow import Schema, ValidationError

from backend.content.countries import Country
from backend.content.country_schemas import CountrySchema
from backend.content.models import LANGUAGES, Card, Guide, Help, Section, Source, Term
from backend.content.plain import PlainWords
from backend.content.schemas import (
    FrontMatterSchema,
    HelpSchema,
    PlainWordsSchema,
    SectionSchema,
    SourceSchema,
    TermSchema,
)


class ContentError(Exception):
    """A file that cannot be read or has the wrong shape."""

    def __init__(self, file: str, message: str) -> None:
        super().__init__(f"{file}: {message}")
        self.file = file
        self.message = message


def read_guide(root: Path, language: str) -> Guide:
    """Everything in one language; stops at the first invalid file."""
    return Guide(
        language=language,
        sections=read_sections(root, language),
        cards=[read_card(root, path) for path in card_paths(root, language)],
        source_by_key=read_sources(root),
        glossary=read_glossary(root, language),
        help=read_help(root, language),
        countries=read_countries(root, language),
    )


def languages(root: Path) -> list[str]:
    """The languages that have a folder, English first."""
    return [language for language in LANGUAGES if (root / language).is_dir()]


def card_paths(root: Path, language: str) -> list[Path]:
    """Every card of a language."""
    return sorted((root / language).glob("*/*.md"))


def read_card(root: Path, path: Path) -> Card:
    """One card; its id is the start of the file name."""
    file = path.relative_to(root).as_posix()
    try:
        metadata, body = frontmatter.parse(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ContentError(file, f"front matter cannot be read: {error}") from error
    front = _load(FrontMatterSchema(), metadata, file)
    return Card(id=path.stem.partition("-")[0], file=file, front=front, body=body)


def read_sections(root: Path, language: str) -> list[Section]:
    """The headings, in reading order."""
    file = f"{language}/sections.yaml"
    sections: list[Section] = _load_list(SectionSchema(), _read_yaml(root, file), file)
    return sections


def read_sources(root: Path) -> dict[str, Source]:
    """The sources by key."""
    raw = _read_yaml(root, "sources.yaml")
    if not isinstance(raw, dict):
        raise ContentError("sources.yaml", "must map a key to a source")
    return {key: _load(SourceSchema(), raw[key], f"sources.yaml#{key}") for key in raw}


def read_glossary(root: Path, language: str) -> list[Term]:
    """The terms of one language."""
    raw = _in_language(_read_yaml(root, "glossary.yaml"), language, "glossary.yaml")
    terms: list[Term] = _load_list(TermSchema(), raw, "glossary.yaml")
    return terms


def read_help(root: Path, language: str) -> Help:
    """The signs and sentences of 'Get help now'."""
    file = f"{language}/help.yaml"
    screen: Help = _load(HelpSchema(), _read_yaml(root, file), file)
    return screen


def read_plain_words(root: Path, language: str) -> PlainWords:
    """The words of the plain page."""
    file = f"{language}/plain.yaml"
    words: PlainWords = _load(PlainWordsSchema(), _read_yaml(root, file), file)
    return words


def read_countries(root: Path, language: str) -> list[Country]:
    """The countries, their texts in one language. What several share is under `shared` and used through an alias."""
    raw = _read_yaml(root, "countries.yaml")
    if not isinstance(raw, dict) or set(raw) != {"shared", "countries"}:
        raise ContentError("countries.yaml", "must hold `shared` and `countries`")
    entries = _in_language(raw["countries"], language, "countries.yaml")
    countries: list[Country] = _load_list(CountrySchema(), entries, "countries.yaml")
    return countries


def _in_language(value: Any, language: str, file: str) -> Any:
    """Numbers and dates are written once; a text is a map from language to text, replaced here."""
    if isinstance(value, list):
        return [_in_language(item, language, file) for item in value]
    if not isinstance(value, dict):
        return value
    if not value or not set(value) <= set(LANGUAGES):
        return {key: _in_language(item, language, file) for key, item in value.items()}
    if language not in value:
        raise ContentError(file, f"a text has no '{language}': {value}")
    return value[language]


def _read_yaml(root: Path, file: str) -> Any:
    try:
        return yaml.safe_load((root / file).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ContentError(file, f"cannot be read: {error}") from error


def _load_list(schema: Schema, raw: Any, file: str) -> Any:
    if not isinstance(raw, list):
        raise ContentError(file, "must be a list")
    return [_load(schema, item, f"{file}#{number}") for number, item in enumerate(raw, 1)]


def _load(schema: Schema, raw: Any, file: str) -> Any:
    try:
        return schema.load(raw)
    except ValidationError as error:
        raise ContentError(file, str(error)) from error
