"""Reads content/ into models: one function a kind of file.

Invariant: what comes out passed its schema; what did not is a ContentError that names the file.
Must not judge (see check) nor render (see render).
"""

from pathlib import Path
from typing import Any

import frontmatter
import yaml
from marshmallow import Schema, ValidationError

from backend.content.models import LANGUAGES, Card, Country, Guide, Help, Section, Source, Term
from backend.content.schemas import (
    CountrySchema,
    FrontMatterSchema,
    HelpSchema,
    SectionSchema,
    SourceSchema,
    TermSchema,
)


class ContentError(Exception):
    def __init__(self, file: str, message: str) -> None:
        super().__init__(f"{file}: {message}")
        self.file = file
        self.message = message


def read_guide(root: Path, language: str) -> Guide:
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
    return [language for language in LANGUAGES if (root / language).is_dir()]


def card_paths(root: Path, language: str) -> list[Path]:
    return sorted((root / language).glob("*/*.md"))


def read_card(root: Path, path: Path) -> Card:
    file = path.relative_to(root).as_posix()
    try:
        metadata, body = frontmatter.parse(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ContentError(file, f"front matter cannot be read: {error}") from error
    front = load(FrontMatterSchema(), metadata, file)
    return Card(id=path.stem.partition("-")[0], file=file, front=front, body=body)


def read_sections(root: Path, language: str) -> list[Section]:
    file = f"{language}/sections.yaml"
    return load_list(SectionSchema(), read_yaml(root, file), file)


def read_sources(root: Path) -> dict[str, Source]:
    raw = read_yaml(root, "sources.yaml")
    if not isinstance(raw, dict):
        raise ContentError("sources.yaml", "must map a key to a source")
    return {key: load(SourceSchema(), raw[key], f"sources.yaml#{key}") for key in raw}


def read_glossary(root: Path, language: str) -> list[Term]:
    raw = in_language(read_yaml(root, "glossary.yaml"), language, "glossary.yaml")
    return load_list(TermSchema(), raw, "glossary.yaml")


def read_help(root: Path, language: str) -> Help:
    file = f"{language}/help.yaml"
    return load(HelpSchema(), read_yaml(root, file), file)


def read_countries(root: Path, language: str) -> list[Country]:
    raw = in_language(read_yaml(root, "countries.yaml"), language, "countries.yaml")
    return load_list(CountrySchema(), raw, "countries.yaml")


def in_language(value: Any, language: str, file: str) -> Any:
    """Numbers and dates are written once; a text is a map from language to text, replaced here."""
    if isinstance(value, list):
        return [in_language(item, language, file) for item in value]
    if not isinstance(value, dict):
        return value
    if not value or not set(value) <= set(LANGUAGES):
        return {key: in_language(item, language, file) for key, item in value.items()}
    if language not in value:
        raise ContentError(file, f"a text has no '{language}': {value}")
    return value[language]


def read_yaml(root: Path, file: str) -> Any:
    try:
        return yaml.safe_load((root / file).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ContentError(file, f"cannot be read: {error}") from error


def load_list(schema: Schema, raw: Any, file: str) -> Any:
    if not isinstance(raw, list):
        raise ContentError(file, "must be a list")
    return [load(schema, item, f"{file}#{number}") for number, item in enumerate(raw, 1)]


def load(schema: Schema, raw: Any, file: str) -> Any:
    try:
        return schema.load(raw)
    except ValidationError as error:
        raise ContentError(file, f"{error.normalized_messages()}") from error
