"""What makes sources.yaml unfit: a source without an address, without a recent check, or that nothing uses.

Invariant: pure; the date and the keys in use come in as arguments. Must not repair anything: the writer decides.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from urllib.parse import urlsplit

from backend.content.models import Source
from backend.content.rules import Problem, reviewed


def source_problems(source_by_key: Mapping[str, Source], today: date) -> Iterator[Problem]:
    """Everything that can be judged from the sources alone."""
    for key, source in source_by_key.items():
        file = _file(key)
        if source.url is None and not source.document:
            yield Problem(file, "source_without_address", "say under `url` where it was read")
        if source.url is not None and source.document:
            yield Problem(file, "document_with_address", "what has an address is no document: drop one")
        if _is_whole_site(source.url) is not source.site_only:
            yield Problem(file, "source_of_whole_site", "say `site_only: true` of a website, and of nothing else")
        yield from reviewed(file, source.checked_on, today)
    # The one exception, and not a way around giving an address.
    for key in [key for key, source in source_by_key.items() if source.document][1:]:
        yield Problem(_file(key), "second_document", "only what the app is built on may stand without an address")


def unused_sources(source_by_key: Mapping[str, Source], used: set[str]) -> Iterator[Problem]:
    """Reports keys that no card, country or help screen of any language uses."""
    for key in source_by_key:
        if key not in used:
            yield Problem(_file(key), "unused_source", "no card, country or help screen rests on it")


def _is_whole_site(url: str | None) -> bool:
    parts = urlsplit(url or "")
    return parts.netloc != "" and parts.path in ("", "/") and not parts.query


def _file(key: str) -> str:
    return f"sources.yaml#{key}"
