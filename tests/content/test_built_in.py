"""What the app itself contains for when the guidance cannot be read: never a number other than content/ has."""

import json
import shutil
from pathlib import Path

import pytest
from flask import Flask

from backend.app import create_app
from backend.config import ROOT
from backend.content import built_in
from tests.content.conftest import CONTENT

WRITE_AGAIN = "write it again: .venv/bin/python -m flask --app backend.app content built-in"


@pytest.fixture
def top(tmp_path: Path) -> Path:
    """A folder with the front end's copy, to damage."""
    shutil.copytree(ROOT / built_in.FOLDER, tmp_path / "top" / built_in.FOLDER)
    return tmp_path / "top"


def test_the_app_carries_what_the_guidance_says() -> None:
    assert built_in.stale(CONTENT, ROOT) == [], WRITE_AGAIN


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("countries.yaml", 'number: "911"', 'number: "912"'),
        ("countries.yaml", 'number: "988"', 'number: "989"'),
        ("en/help.yaml", "      - chest pain\n", "      - pain in the chest\n"),
    ],
)
def test_a_number_or_a_sign_that_changed_is_noticed_and_written(
    content: Path, top: Path, file: str, old: str, new: str
) -> None:
    assert built_in.stale(content, top) == []
    text = (content / file).read_text(encoding="utf-8")
    assert old in text
    (content / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    carried = top / built_in.FOLDER / "en.json"
    assert built_in.stale(content, top) == [carried]
    assert built_in.write(content, top) == [carried]
    assert built_in.stale(content, top) == []
    assert new.removeprefix("number: ").strip(" -\n") in carried.read_text(encoding="utf-8")


def test_a_file_that_is_not_there_is_written(content: Path, tmp_path: Path) -> None:
    assert built_in.write(content, tmp_path / "new") == [tmp_path / "new" / built_in.FOLDER / "en.json"]
    assert built_in.stale(content, tmp_path / "new") == []


def test_every_country_is_there_with_its_numbers() -> None:
    carried = json.loads((ROOT / built_in.FOLDER / "en.json").read_text(encoding="utf-8"))
    numbers = {each["code"]: [line["number"] for line in each["emergency"]] for each in carried["countries"]}
    assert numbers["GB"][0] == "999", "phones of before the four nations chose this code"
    assert numbers["US"] == ["911"]
    assert numbers["other"] == [], "no number is right in every other country"


def test_the_command_says_what_is_wrong_and_how_to_mend_it(content: Path, tmp_path: Path) -> None:
    text = (content / "countries.yaml").read_text(encoding="utf-8")
    (content / "countries.yaml").write_text(text.replace('number: "911"', 'number: "912"'), encoding="utf-8")
    database = f"sqlite:///{tmp_path / 'unused.sqlite3'}"
    assert checked(CONTENT, database) == (0, "")
    status, said = checked(content, database)
    assert status == 1
    assert "en.json: is not what content/ says" in said
    assert "content built-in" in said


def checked(content: Path, database: str) -> tuple[int, str]:
    app: Flask = create_app({"DATABASE_URL": database, "CONTENT_DIR": str(content)})
    result = app.test_cli_runner().invoke(args=["content", "built-in", "--check"])
    return result.exit_code, result.output
