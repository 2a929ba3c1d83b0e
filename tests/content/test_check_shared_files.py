"""Each rule about sections, glossary and help, proven by one planted violation."""

from pathlib import Path

import pytest

from backend.content.check import check
from backend.content.rules import Problem
from tests.content.conftest import TODAY, Plant


def only(problems: list[Problem]) -> tuple[str, str]:
    assert len(problems) == 1, problems
    return problems[0].file, problems[0].code


def test_a_missing_section_is_named(plant: Plant) -> None:
    found = plant("en/sections.yaml", '- { id: rights, title: "Your rights" }\n', "")
    assert only(found) == ("en/sections.yaml", "sections")


@pytest.mark.parametrize(
    "file", ["sources.yaml", "glossary.yaml", "countries.yaml", "en/help.yaml", "en/sections.yaml"]
)
def test_a_missing_file_is_named(content: Path, file: str) -> None:
    (content / file).unlink()
    assert (file, "invalid") in {(problem.file, problem.code) for problem in check(content, TODAY)}


def test_a_folder_without_a_language_is_named(tmp_path: Path) -> None:
    assert only(check(tmp_path, TODAY))[1] == "no_language"


def test_a_word_that_leaves_the_glossary_counts_again(content: Path) -> None:
    card = content / "en/prepare/P2-put-your-story-on-one-page.md"
    card.write_text(card.read_text(encoding="utf-8") + "\nAn antidisestablishment." * 40 + "\n", encoding="utf-8")
    assert {problem.code for problem in check(content, TODAY)} == {"too_hard"}
    glossary = content / "glossary.yaml"
    entry = "  - term: antidisestablishment\n    meaning: A very long word.\n"
    glossary.write_text(glossary.read_text(encoding="utf-8") + entry, encoding="utf-8")
    assert check(content, TODAY) == []
