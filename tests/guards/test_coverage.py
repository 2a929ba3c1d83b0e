"""Each gap that is planted in a small copy of the project is found, and nothing in the copy without gaps."""

import shutil
from pathlib import Path

import pytest

from backend.content.models import CARD_IDS
from tests.guards import ROOT, coverage
from tests.guards.coverage import findings, named_tests, page, patterns, traces

POINTS = CARD_IDS
STORY = "frontend/tests/unit/story.test.ts"
TOOLS = (
    'const screenByName = new Map([\n  ["case", "/"],\n  ["notes", "/journal"],\n  ["records", "/case/records"],\n]);\n'
)
ROUTES = '{ pattern: "/" },\n{ pattern: "/journal" },\n{ pattern: "/case/records" },\n'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Each point has the real card, all of whose steps lead to one screen, and one test."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    for card in (tmp_path / "content" / "en").glob("*/*.md"):
        card.write_text(with_steps(card.read_text(), "records"))
    put(tmp_path, coverage.TOOLS, TOOLS)
    put(tmp_path, "frontend/src/ui/screens/case/routes.ts", ROUTES)
    put(tmp_path, STORY, "".join(f'it("{point}: something", () => {{}});\n' for point in POINTS))
    return tmp_path


def with_steps(card: str, tool: str) -> str:
    lines = [line for line in card.split("\n") if not line.strip().startswith("screen: ")]
    at = next(index for index, line in enumerate(lines) if line.strip().startswith("- text: "))
    return "\n".join([*lines[: at + 1], f"    screen: {tool}", *lines[at + 1 :]])


def put(root: Path, name: str, text: str) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text)


def change(root: Path, name: str, old: str, new: str) -> None:
    text = (root / name).read_text()
    assert old in text
    put(root, name, text.replace(old, new, 1))


def found(root: Path) -> list[str]:
    traced = traces(root)
    return list(findings(traced, page(traced), page(traced)))


def card_of(root: Path, point: str) -> str:
    return str(next((root / "content" / "en").glob(f"*/{point}-*.md")).relative_to(root))


def test_a_project_without_gaps_is_in_order(project: Path) -> None:
    assert len(POINTS) == 28
    assert found(project) == []


def test_a_point_without_a_card_is_found(project: Path) -> None:
    (project / card_of(project, "D3")).unlink()
    assert found(project) == ["D3 has no card in content/en"]


def test_a_card_that_leads_only_to_the_journal_has_no_tool(project: Path) -> None:
    change(project, card_of(project, "W2"), "screen: records", "screen: notes")
    assert len(found(project)) == 1
    assert found(project)[0].startswith("W2 has no tool of its own")


def test_a_tool_without_an_address_is_found(project: Path) -> None:
    change(project, coverage.TOOLS, '["records", "/case/records"],', "")
    gaps = found(project)
    assert sum("opens records, which no screen answers to" in gap for gap in gaps) == 28
    assert sum("has no tool of its own" in gap for gap in gaps) == 28


def test_an_address_that_no_route_knows_is_found(project: Path) -> None:
    change(project, "frontend/src/ui/screens/case/routes.ts", '"/case/records"', '"/case/recordings"')
    assert sum("opens records, which no screen answers to" in gap for gap in found(project)) == 28


@pytest.mark.parametrize(
    "instead",
    [
        "",
        'it("A1 something", () => {});',
        'it.skip("A1: something", () => {});',
        'it.todo("A1: something");',
        'const name = "A1: something";',
        'it("XA1: something", () => {});',
    ],
)
def test_a_point_without_a_test_is_found(project: Path, instead: str) -> None:
    change(project, STORY, 'it("A1: something", () => {});', instead)
    assert found(project) == ['A1 has no test that names it ("A1: …" or test_a1_…)']


@pytest.mark.parametrize(
    ("file", "text"),
    [
        (STORY, 'it(\n  "A1: something",\n  () => {});'),
        (STORY, 'describe("A1: something", () => {});'),
        (STORY, "it(`A1: something`, () => {});"),
        (STORY, 'it.each(["a", "b"])("A1: something %s", () => {});'),
        (STORY, 'it("F1, A1: something", () => {});'),
        ("tests/e2e/test_new.py", "def test_a1_something(ana: Page) -> None:\n"),
        ("tests/e2e/test_new.py", "def test_f1_a1_something(ana: Page) -> None:\n"),
    ],
)
def test_every_way_to_name_a_point_counts(project: Path, file: str, text: str) -> None:
    change(project, STORY, 'it("A1: something", () => {});', "")
    old = (project / file).read_text() if (project / file).exists() else ""
    put(project, file, f"{old}{text}\n")
    assert found(project) == []


def test_a_page_that_is_out_of_date_is_found(project: Path) -> None:
    traced = traces(project)
    assert list(findings(traced, page(traced)[:-1], page(traced))) == ["docs/coverage.md is out of date: make coverage"]


def test_the_page_names_card_screen_and_test_of_a_point(project: Path) -> None:
    put(project, "tests/e2e/test_new.py", "def test_f2_a_date_near(ana: Page) -> None:\n")
    text = page(traces(project))
    part = text[text.index("### F2 · ") : text.index("### F3 · ")]
    assert "(../content/en/pitfalls/F2-do-not-lose-time.md)" in part
    assert "- Screens: `/case/records`\n" in part
    assert f"- [{STORY}](../{STORY})\n    - F2: something\n" in part
    assert "    - test_f2_a_date_near\n" in part


def test_the_command_writes_the_page_and_then_finds_it_in_order(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "docs").mkdir()
    monkeypatch.setattr(coverage, "ROOT", project)
    assert leave(monkeypatch) == 1
    assert "make coverage" in capsys.readouterr().out
    assert leave(monkeypatch, "--write") == 0
    assert leave(monkeypatch) == 0
    change(project, STORY, "P1: something", "P1: something else")
    assert leave(monkeypatch) == 1


def leave(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> object:
    monkeypatch.setattr("sys.argv", ["coverage", *arguments])
    with pytest.raises(SystemExit) as left:
        coverage.main()
    return left.value.code


def test_the_real_tables_and_tests_are_read() -> None:
    assert len(patterns(ROOT)) >= 20
    assert named_tests(ROOT) != []
