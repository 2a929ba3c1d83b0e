"""Every address of the app, read from the front end's own route tables, so that a new screen cannot be forgotten."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from backend.config import ROOT
from tests.guards.coverage import patterns


def addresses(id_by_place: Mapping[str, str]) -> list[str]:
    """One address for each pattern. A placeholder gets its id from `id_by_place`, by the pattern up to the placeholder.

    So /case/records/:id asks for "/case/records", and /case/visits/:id/during for "/case/visits".
    """
    known = patterns(ROOT)
    assert len(known) >= 20, "the route tables moved"
    return ["/".join(parts(pattern, id_by_place)) for pattern in known]


def parts(pattern: str, id_by_place: Mapping[str, str]) -> Iterator[str]:
    before: list[str] = []
    for part in pattern.split("/"):
        yield id_by_place["/".join(before)] if part.startswith(":") else part
        before.append(part)
