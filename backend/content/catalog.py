"""The guidance as the server sends it: one ready-made JSON bundle for each language.

Invariant: the version is a hash of the content, so equal content has an equal version everywhere.
Built once and never changed. Must not import flask.
"""

import gzip
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from backend.content.countries import FACT_NAMES, Country, CountryFact, EmergencyNumber
from backend.content.files import ContentError, languages, read_guide
from backend.content.models import Card, Guide, Source
from backend.content.render import to_html


@dataclass(frozen=True)
class PackedBundle:
    """A bundle as bytes, plain and gzipped."""

    version: str
    body: bytes
    gzipped: bytes


@dataclass(frozen=True)
class Catalog:
    """Every language in content/."""

    bundle_by_language: Mapping[str, PackedBundle]


def load_catalog(root: Path) -> Catalog:
    """Reads, renders and packs every language; ContentError when a file is invalid."""
    bundles = {code: build_bundle(read_guide(root, code)) for code in languages(root)}
    if not bundles:
        raise ContentError(str(root), "holds no language folder")
    return Catalog({code: _pack(bundle) for code, bundle in bundles.items()})


def build_bundle(guide: Guide) -> dict[str, Any]:
    """The bundle as BundleSchema describes it."""
    bundle: dict[str, Any] = {
        "language": guide.language,
        "sections": _sections(guide),
        "cards": [_card_out(card, guide.source_by_key) for card in _in_order(guide)],
        "glossary": [asdict(term) for term in guide.glossary],
        "help": _help_out(guide),
        "countries": [_country_out(country, guide.source_by_key) for country in guide.countries],
    }
    version = hashlib.sha256(_canonical(bundle)).hexdigest()[:16]
    return {"language": guide.language, "version": version, **bundle}


def _pack(bundle: dict[str, Any]) -> PackedBundle:
    body = _canonical(bundle)
    # mtime=0: the same content must give the same bytes on every server.
    return PackedBundle(bundle["version"], body, gzip.compress(body, 9, mtime=0))


def _canonical(bundle: dict[str, Any]) -> bytes:
    text = json.dumps(bundle, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8")


def _in_order(guide: Guide) -> list[Card]:
    place = {section.id: index for index, section in enumerate(guide.sections)}
    return sorted(guide.cards, key=lambda card: (place[card.front.section], card.front.order))


def _sections(guide: Guide) -> list[dict[str, Any]]:
    return [
        {
            "id": section.id,
            "title": section.title,
            "cards": [card.id for card in _in_order(guide) if card.front.section == section.id],
        }
        for section in guide.sections
    ]


def _card_out(card: Card, source_by_key: dict[str, Source]) -> dict[str, Any]:
    front = card.front
    return {
        "id": card.id,
        "section": front.section,
        "title": front.title,
        "summary": front.summary,
        "words": front.words,
        "body_html": to_html(card.body),
        "do": [asdict(step) for step in front.do],
        "sources": _sources_out(front.sources, source_by_key, card.file),
        "unverified": front.unverified,
        "reviewed_on": front.reviewed_on.isoformat(),
        "review_by": front.review_by.isoformat(),
        "read_by_clinician": front.read_by_clinician,
    }


def _help_out(guide: Guide) -> dict[str, Any]:
    return asdict(guide.help) | {
        "sources": _sources_out(guide.help.sources, guide.source_by_key, "help.yaml"),
        "reviewed_on": guide.help.reviewed_on.isoformat(),
    }


def _country_out(country: Country, source_by_key: dict[str, Source]) -> dict[str, Any]:
    sources = _sources_out(country.sources(), source_by_key, "countries.yaml")
    answer_time = country.answer_time
    return {
        "code": country.code,
        "name": country.name,
        "emergency": [_number_out(line, source_by_key) for line in country.emergency],
        **{name: _fact_out(country.facts().get(name), source_by_key) for name in FACT_NAMES},
        "answer_time": asdict(answer_time) if answer_time else None,
        "sources": sources,
        "checked_on": country.checked_on.isoformat(),
    }


def _fact_out(fact: CountryFact | None, source_by_key: dict[str, Source]) -> dict[str, Any] | None:
    if fact is None:
        return None
    marks = {source_by_key[key].second_hand for key in fact.sources}
    said = asdict(fact) | {"second_hand": marks == {True}, "part_second_hand": marks == {True, False}}
    return _without_the_usual(said, "text_number", "part_second_hand")


def _number_out(line: EmergencyNumber, source_by_key: dict[str, Source]) -> dict[str, Any]:
    second_hand = all(source_by_key[key].second_hand for key in line.sources)
    return {"number": line.number, "label": line.label, "second_hand": second_hand}


def _sources_out(keys: Iterable[str], source_by_key: dict[str, Source], file: str) -> list[dict[str, Any]]:
    unknown = [key for key in keys if key not in source_by_key]
    if unknown:
        raise ContentError(file, f"unknown source: {', '.join(unknown)}")
    return [_without_the_usual(_source_out(key, source_by_key[key]), "site_only") for key in keys]


def _source_out(key: str, source: Source) -> dict[str, Any]:
    return {
        "key": key,
        "text": _source_text(source),
        "url": source.url,
        "second_hand": source.second_hand,
        "site_only": source.site_only,
        "checked_on": source.checked_on.isoformat(),
    }


def _without_the_usual(said: dict[str, Any], *names: str) -> dict[str, Any]:
    """Leaves these names out where they are empty or false: a phone stores every byte of it."""
    return {name: value for name, value in said.items() if value or name not in names}


def _source_text(source: Source) -> str:
    when = f" ({source.year})" if source.year else ""
    title = f" {source.title}." if source.title else ""
    return f"{source.authors}{when}.{title} {source.where}."
