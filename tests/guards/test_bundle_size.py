"""The sizes are those of a small build whose bytes are known, and one byte above a limit is a finding."""

import gzip
import random
from pathlib import Path

import pytest

from tests.guards import bundle_size
from tests.guards.bundle_size import findings, first_load, frame, precached, rescue

PAGE = (
    '<script type="module" crossorigin src="/assets/index-AAAAAAA1.js"></script>'
    '<link rel="modulepreload" crossorigin href="/assets/shared-AAAAAAA2.js">'
    '<link rel="stylesheet" href="/assets/style-AAAAAAA3.css">'
)
SCRIPTS = {
    "index-AAAAAAA1.js": 'import{a}from"./shared-AAAAAAA2.js";import("./later-AAAAAAA4.js");',
    "shared-AAAAAAA2.js": 'import"./deep-AAAAAAA5.js";',
    "later-AAAAAAA4.js": "never at start" * 50,
    "deep-AAAAAAA5.js": "import*as b from`./shared-AAAAAAA2.js`;",
    "home-AAAAAAA7.js": 'export{x}from"./row-AAAAAAA8.js"',
    "row-AAAAAAA8.js": "row",
}
FRAME = {"index-AAAAAAA1.js", "shared-AAAAAAA2.js", "deep-AAAAAAA5.js"}
START = set(SCRIPTS) - {"later-AAAAAAA4.js"}


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    (tmp_path / "assets").mkdir()
    for name, text in SCRIPTS.items():
        (tmp_path / "assets" / name).write_text(text)
    (tmp_path / "index.html").write_text(PAGE)
    (tmp_path / "sw.js").write_text(
        "e([{url:`/`,revision:`a`},{url:`/assets/index-AAAAAAA1.js`,revision:null},{url:`/manifest.json`,revision:`b`}])"
    )
    return tmp_path


def test_the_frame_counts_what_the_page_names_and_all_that_it_imports(dist: Path) -> None:
    assert frame(dist) == sum(len(SCRIPTS[name]) for name in FRAME)


def test_first_load_counts_what_is_asked_for_at_once_as_well(dist: Path) -> None:
    assert first_load(dist) == sum(len(SCRIPTS[name]) for name in START)


def test_what_the_build_packed_counts_as_packed(dist: Path) -> None:
    before = frame(dist)
    packed = gzip.compress(SCRIPTS["index-AAAAAAA1.js"].encode())
    (dist / "assets" / "index-AAAAAAA1.js.gz").write_bytes(packed)
    assert frame(dist) == before - len(SCRIPTS["index-AAAAAAA1.js"]) + len(packed)


def test_precached_counts_the_worker_its_list_and_the_manifest(dist: Path, tmp_path: Path) -> None:
    manifest = tmp_path / "elsewhere.json"
    manifest.write_text("{}")
    files = [dist / "sw.js", dist / "index.html", manifest, dist / "assets" / "index-AAAAAAA1.js"]
    assert precached(dist, manifest) == sum(file.stat().st_size for file in files)


def test_what_brings_a_case_back_counts_apart(dist: Path) -> None:
    whole = precached(dist, dist / "index.html")
    name = "/assets/rescue-AAAAAAA9.js"
    (dist / name[1:]).write_text("a code on paper")
    with (dist / "sw.js").open("a") as worker:
        worker.write(f"more([{{url:`{name}`,revision:null}}])")
    assert rescue(dist) == len("a code on paper")
    assert precached(dist, dist / "index.html") == whole + len(f"more([{{url:`{name}`,revision:null}}])")


def test_a_build_that_the_guard_cannot_read_is_an_error_and_not_zero_bytes(dist: Path) -> None:
    (dist / "assets" / "home-AAAAAAA7.js").unlink()
    with pytest.raises(LookupError, match="called home"):
        first_load(dist)
    (dist / "index.html").write_text("<p>")
    with pytest.raises(LookupError, match="names no script"):
        frame(dist)
    (dist / "sw.js").write_text("nothing")
    with pytest.raises(LookupError, match="no list of files"):
        precached(dist, dist / "index.html")


def test_an_oversize_bundle_makes_the_command_fail(
    dist: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = dist / "project"
    (root / "frontend").mkdir(parents=True)
    (root / "frontend" / "dist").symlink_to(dist)
    (root / "manifest.json").write_text("{}")
    monkeypatch.setattr(bundle_size, "ROOT", root)
    assert leave() == 0
    (dist / "assets" / "index-AAAAAAA1.js.gz").write_bytes(random.Random(1).randbytes(300_000))  # noqa: S311 - only bulk
    assert leave() == 1
    said = capsys.readouterr().out
    assert "First-load JavaScript is 300." in said
    assert "Everything kept for offline is 3" in said


def leave() -> int:
    with pytest.raises(SystemExit) as left:
        bundle_size.main()
    assert isinstance(left.value.code, int)
    return left.value.code


def test_a_limit_may_be_reached_but_not_passed() -> None:
    assert list(findings(70_000, 300_000, 30_000)) == []
    assert list(findings(70_100, 300_000, 0)) == ["First-load JavaScript is 70.1 kB: 0.1 kB too much"]
    assert list(findings(70_000, 300_100, 0)) == ["Everything kept for offline is 300.1 kB: 0.1 kB too much"]
    assert list(findings(0, 0, 30_100)) == ["What brings a case back is 30.1 kB: 0.1 kB too much"]
