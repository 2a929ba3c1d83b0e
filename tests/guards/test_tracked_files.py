"""The guard finds what is planted in a small repository, which is built here so that this file is not a finding."""

import subprocess
from pathlib import Path

import pytest

from tests.guards.tracked_files import findings


def joined(*parts: str) -> str:
    return "".join(parts)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    track(
        tmp_path, "README.md", "Open http://127.0.0.1:8000/work/ and /workshop, $HOME/home/ana, docs/root/a, ./root/b\n"
    )
    return tmp_path


def track(repository: Path, name: str, text: str) -> None:
    path = repository / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    subprocess.run(["git", "add", "--force", name], cwd=repository, check=True)


def test_ordinary_words_are_left_alone(repository: Path) -> None:
    assert list(findings(repository)) == []


@pytest.mark.parametrize(
    "words",
    [
        joined("see https://py", "pi.org/project/x"),
        joined("https://files.python", "hosted.org/x"),
        joined("registry.npm", "js.org"),
        joined("https://registry.yarn", "pkg.com/x"),
        joined("pip install --extra-", "index-url somewhere"),
        joined("index", "-url = somewhere"),
        joined("regis", "try=somewhere"),
        joined("@scope:regis", "try=somewhere"),
    ],
)
def test_a_registry_is_found(repository: Path, words: str) -> None:
    track(repository, "docs/install.md", f"First line.\n{words}\n")
    assert [finding.partition(":")[0] for finding in findings(repository)] == ["docs/install.md"]
    assert "docs/install.md:2 names a package registry" in next(findings(repository))


@pytest.mark.parametrize("start", ["/ro", "/wo", "/home/a", "/Users/a"])
def test_a_path_of_one_machine_is_found(repository: Path, start: str) -> None:
    end = {"/ro": "ot/", "/wo": "rk/"}.get(start, "na/")
    track(repository, "backend/config.py", f'ROOT = "{start}{end}project"\n')
    assert list(findings(repository)) == [f"backend/config.py:1 names a path of one machine: {start}{end}"]


@pytest.mark.parametrize(
    "name",
    [
        "uv.lock",
        "pylock.toml",
        "pylock.dev.toml",
        "frontend/dist/index.html",
        "instance/x",
        "a.sqlite3-wal",
        "pictures/a",
    ],
)
def test_a_built_or_private_file_that_is_tracked_is_found(repository: Path, name: str) -> None:
    track(repository, name, "x\n")
    assert list(findings(repository)) == [f"{name} must not be tracked"]


def test_source_in_a_folder_of_a_built_folders_name_is_left_alone(repository: Path) -> None:
    track(repository, "tests/pictures/scenes.py", "x\n")
    track(repository, "docs/distances.md", "x\n")
    assert list(findings(repository)) == []


def test_a_file_that_git_does_not_track_is_left_alone(repository: Path) -> None:
    (repository / "uv.lock").write_text(joined("py", "pi.org"))
    assert list(findings(repository)) == []


def test_a_tracked_file_that_was_deleted_is_no_error(repository: Path) -> None:
    (repository / "README.md").unlink()
    assert list(findings(repository)) == []
