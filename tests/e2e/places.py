"""Every address of the app, read from the front end's own route tables, so that a new screen cannot be forgotten."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tests.running import FRONT_END

PATTERN = re.compile(r'pattern: "([^"]+)"')


def patterns() -> list[str]:
    """As the router knows them, such as /guide/card/:id."""
    tables = sorted((FRONT_END / "src" / "ui").rglob("routes.ts"))
    found = [pattern for table in tables for pattern in PATTERN.findall(table.read_text())]
    assert len(found) >= 20, "the route tables moved"
    return found


def addresses(id_by_place: Mapping[str, str]) -> list[str]:
    """One address a pattern. A pattern that ends with a place takes its id from `id_by_place`."""
    return [with_id(pattern, id_by_place) for pattern in patterns()]


def with_id(pattern: str, id_by_place: Mapping[str, str]) -> str:
    before, _, last = pattern.rpartition("/")
    return f"{before}/{id_by_place[before]}" if last.startswith(":") else pattern
