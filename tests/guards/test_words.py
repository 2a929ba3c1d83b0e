"""The guard on words finds names in docs/words.md that do not exist, missing ones, and retired words in use."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.guards.words import ENTRIES, PAGE, findings, says

WORDS = """# Words

| Word | What it is | A person reads | Address | Screens | Domain | Kind | Type | Messages | With |
|---|---|---|---|---|---|---|---|---|---|
| visit | an appointment | “Visits” | `/case/visits` | `visits` | `visits` | `visits` | `Visit` | `visits` | - |
| allergy | what is not borne | - | - | - | - | `allergies` | `Allergy` | - | case |
| case | all of it | - | - | - | `case` | - | - | - | - |

| Word | Its one meaning | Where |
|---|---|---|
| log | what the server keeps | `backend/log.py`: `LogEntry` |
| visit note | written at a visit | `domain/visits/visitNotes`: `VisitNote.at` |

## Retired words

- consultation: visit
- putAway, closeCase: archive
"""
VISIT = "frontend/src/domain/visits/visits.ts"
NOTES = "frontend/src/domain/visits/visitNotes.ts"
ROUTES = "frontend/src/ui/screens/visits/routes.ts"
MESSAGES = "frontend/src/i18n/en/visits.json"
FILES = {
    PAGE: WORDS,
    ENTRIES: 'export const entryKinds = ["visits", "allergies"] as const;\n',
    VISIT: "// A consultation, as the law calls it.\nexport type Visit = string;\nexport type Allergy = string;\n",
    ROUTES: 'export const visitRoutes = [{ pattern: "/case/visits" }];\n',
    NOTES: "export interface VisitNote {\n  at: string;\n}\n",
    MESSAGES: '{ "visits": { "title": "Visits", "hint": "A consultation is a visit, too." } }\n',
    "tests/e2e/test_visits.py": 'OPEN = "A consultation"\n',
    "backend/log.py": "class LogEntry: ...\n",
}


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Path]:
    for name, text in FILES.items():
        put(tmp_path, name, text)
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    yield tmp_path
    shutil.rmtree(tmp_path)


def put(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def found(root: Path) -> list[str]:
    subprocess.run(["git", "add", "--all"], cwd=root, check=True)
    return list(findings(root))


def test_one_word_on_every_floor_is_in_order_and_prose_is_free(project: Path) -> None:
    assert found(project) == []


@pytest.mark.parametrize(
    ("name", "was", "now", "finding"),
    [
        (ROUTES, "/case/visits", "/case/calls", "address /case/visits is not there"),
        (PAGE, "`/case/visits`", "`/case/visit`", "address /case/visit is not there"),
        (VISIT, "type Visit", "type Meeting", "type Visit is not there"),
        (MESSAGES, '"Visits"', '"Meetings"', "nobody reads “Visits”"),
        (ENTRIES, '"visits"', '"meetings"', "kind visits is not there"),
        (ENTRIES, '"visits"', '"visits", "meetings"', "has no line for kind meetings"),
        (PAGE, "`Visit`", "`Allergy`", "type Allergy does not carry the word visit"),
        (PAGE, "`backend/log.py`", "`backend/logs.py`", "where backend/logs.py is not there"),
        (PAGE, "`domain/visits/visitNotes`", "`domain/visitNotes`", "where domain/visitNotes is not there"),
        (NOTES, "VisitNote", "Note", "where VisitNote.at is not there"),
        (PAGE, "| case |\n", "| home |\n", "with names no word: home"),
    ],
)
def test_a_floor_with_another_word_is_found(project: Path, name: str, was: str, now: str, finding: str) -> None:
    assert was in FILES[name]
    put(project, name, FILES[name].replace(was, now))
    assert any(line.startswith(PAGE) and line.endswith(finding) for line in found(project)), found(project)


@pytest.mark.parametrize(
    ("name", "finding"),
    [
        ("frontend/src/ui/screens/meetings/list.tsx", "has no line for screens meetings"),
        ("frontend/src/domain/meetings/meetings.ts", "has no line for domain meetings"),
    ],
)
def test_a_folder_that_no_line_names_is_found(project: Path, name: str, finding: str) -> None:
    put(project, name, "export const there = 1;\n")
    assert found(project) == [f"{PAGE} {finding}"]


def test_messages_that_no_line_names_are_found(project: Path) -> None:
    put(project, "frontend/src/i18n/en/meetings.json", '{ "meetings": "Meetings" }\n')
    assert found(project) == [f"{PAGE} has no line for messages meetings"]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        (VISIT, FILES[VISIT] + "export const deletedConsultations = 1;\n", "deletedConsultations"),
        (VISIT, FILES[VISIT] + 'export const at = "/case/consultations/new";\n', "/case/consultations/new"),
        (VISIT, FILES[VISIT] + 'export const key = "consultation.title";\n', "consultation.title"),
        ("frontend/src/domain/visits/consultations.ts", "export {};\n", "frontend/src/domain/visits/consultations.ts"),
        (MESSAGES, '{ "visits": { "title": "Visits", "consultation": "One" } }\n', "consultation"),
        ("tests/e2e/test_visits.py", "def test_a_consultation_is_kept() -> None: ...\n", "test_a_consultation_is_kept"),
        ("tests/e2e/test_visits.py", 'OPEN = "/case/consultations"\n', "/case/consultations"),
        ("tests/e2e/test_visits.py", 'OPEN = f"/case/consultations/{ID}"\n', "/case/consultations/{ID}"),
        ("backend/visits.py", "consultation = 1\n", "consultation"),
    ],
)
def test_a_retired_word_is_found_wherever_names_stand(project: Path, name: str, text: str, said: str) -> None:
    put(project, name, text)
    assert found(project) == [f"{name} says {said}. “consultation” is retired; say: visit"]


def test_a_word_of_several_parts_is_found_whole_and_in_any_spelling() -> None:
    assert says("hasCasesPutAway", "putAway")
    assert says("put_away", "putAway")
    assert says("/case/put-away", "putAway")
    assert not says("putKeyboardAway", "putAway")
    assert not says("inputAway", "putAway")


def test_a_page_without_words_is_no_all_clear(project: Path) -> None:
    put(project, PAGE, "# Words\n")
    with pytest.raises(LookupError):
        found(project)
