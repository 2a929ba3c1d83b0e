"""The part of "Get help now" that the app itself contains: the cards, and whom to call in each country.

Invariant: computed from content/ alone. Its files in the front end are written here, never by hand, and the check
compares them byte for byte, so that the app cannot disagree with the guidance of its own version.
"""

import json
from pathlib import Path
from typing import Any

from backend.content.catalog import build_bundle
from backend.content.files import languages, read_guide

# What a person who needs help now needs to know of a country. The sources are in the guidance.
KEPT = ("code", "name", "emergency", "emergency_text", "urgent", "crisis", "ward", "checked_on")
FOLDER = Path("frontend/src/content/builtIn")


def write(content: Path, top: Path) -> list[Path]:
    """Writes the file of every language below `top`; returns those that had to change."""
    wrong = stale(content, top)
    for path in wrong:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_texts(content, top)[path], encoding="utf-8")
    return wrong


def stale(content: Path, top: Path) -> list[Path]:
    """The files that do not match content/."""
    return [path for path, text in _texts(content, top).items() if _held(path) != text]


def _texts(content: Path, top: Path) -> dict[Path, str]:
    return {
        top / FOLDER / f"{language}.json": _text(build_bundle(read_guide(content, language)))
        for language in languages(content)
    }


def _text(bundle: dict[str, Any]) -> str:
    kept = {
        "help": bundle["help"] | {"sources": []},
        "countries": [_country(country) for country in bundle["countries"]],
    }
    return json.dumps(kept, ensure_ascii=False, indent=2) + "\n"


def _country(country: dict[str, Any]) -> dict[str, Any]:
    return {name: _without_sources(country[name]) for name in KEPT}


def _without_sources(value: Any) -> Any:
    return {key: item for key, item in value.items() if key != "sources"} if isinstance(value, dict) else value


def _held(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None
