"""The guard on wording finds a retired phrase in a message, a card and the countries, and leaves other words alone."""

from pathlib import Path

import pytest

from tests.guards.wording import INSTEAD_OF, findings

PLACES = (
    "frontend/src/i18n/en/decide.json",
    "content/en/choose/C3-check.md",
    "content/en/help.yaml",
    "content/countries.yaml",
)


@pytest.fixture
def words(tmp_path: Path) -> Path:
    write(tmp_path, PLACES[0], '{ "decide": { "title": "Decide", "about": "What it is about" } }')
    return tmp_path


def write(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_ordinary_words_are_left_alone(words: Path) -> None:
    assert list(findings(words)) == []


@pytest.mark.parametrize("place", PLACES)
def test_a_retired_phrase_is_found_wherever_people_read(words: Path, place: str) -> None:
    write(words, place, '"title": "Decide"\n"stands": "Stands now"\n')
    assert list(findings(words)) == [f"{place}:2 says “Stands now”. Say instead: Current decision"]


def test_every_replacement_is_itself_free_of_retired_phrases(words: Path) -> None:
    write(words, PLACES[1], "\n".join(INSTEAD_OF.values()))
    assert list(findings(words)) == []


def test_a_folder_without_words_is_no_all_clear(tmp_path: Path) -> None:
    with pytest.raises(LookupError):
        list(findings(tmp_path))
