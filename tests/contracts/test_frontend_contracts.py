"""The rules for the front end's folders and doors hold, and each can fail: violations are planted in a copy."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from backend.config import ROOT

FRONTEND = ROOT / "frontend"
CONFIGS = ("package.json", "tsconfig.json", "biome.json", "doors.grit", "checked.grit", "dependency-cruiser.cjs")

# A file to plant, the line in it, and the rule and the import that dependency-cruiser must name.
FORBIDDEN_IMPORTS = [
    ("sync", 'import "../crypto/seal";', "sync-imports-only-", "crypto/seal.ts"),
    ("storage", 'import "../cases/documents/book";', "storage-imports-only-", "cases/documents/book.ts"),
    ("crypto", 'import "../storage/database";', "crypto-imports-only-", "storage/database.ts"),
    ("domain", 'import "../cases/documents/book";', "domain-imports-only-", "cases/documents/book.ts"),
    ("ui", 'import "../sync/engine";', "ui-imports-only-", "sync/engine.ts"),
    ("ui", 'import "../crypto/seal";', "ui-imports-only-", "crypto/seal.ts"),
    ("content", 'import type { Row } from "../storage/schema";', "content-imports-only-", "storage/schema.ts"),
    ("sw", 'import "../storage/database";', "sw-imports-only-", "storage/database.ts"),
    ("ui", 'import "yjs";', "one-door-for-yjs", "/yjs/"),
    ("cases", 'import "idb";', "one-door-for-idb", "/idb/"),
    ("domain", 'import "preact";', "one-door-for-preact", "/preact/"),
    ("cases", 'import "@noble/ed25519";', "one-door-for-noble", "/@noble/ed25519/"),
    ("kitchen", 'import "../domain/journal/notes";', "unknown-folder", "domain/journal/notes.ts"),
    ("i18n", 'import "./not-there";', "not-resolved", "not-there"),
    ("cases/documents", 'import "../sharing/pairing";', "only-sharing-knows-of-sharing", "sharing/pairing.ts"),
    ("cases/keys", 'import type { Access } from "../sharing/access";', "only-sharing-knows", "sharing/access.ts"),
    ("ui/start", 'import "../screens/help/help";', "start-imports-only-start", "help/help.tsx"),
    ("ui/start", 'import "../components/textField";', "start-imports-only-start", "components/textField.tsx"),
    ("ui/start", 'import words from "../../i18n/en/home.json";', "start-imports-only-start", "en/home.json"),
    ("ui/screens/home", 'import "../case/newCase";', "home-imports-only-start", "case/newCase.tsx"),
    ("ui/screens/home", 'import words from "../../../i18n/en/tasks.json";', "home-imports-only-start", "en/tasks.json"),
]
# A folder, and a line that Biome must refuse there.
FORBIDDEN_GLOBALS = [
    ("ui", 'export const asked = fetch("/healthz");'),
    ("sync", 'export const asked = fetch("/healthz");'),
    ("cases", 'export const asked = new WebSocket("/");'),
    ("cases", 'export const hashed = crypto.subtle.digest("SHA-256", new Uint8Array());'),
    ("sync", "export const drawn = crypto.getRandomValues(new Uint8Array(1));"),
    ("storage", "export const drawn = crypto.randomUUID();"),
    ("cases", 'export const opened = indexedDB.open("x");'),
    ("ui", 'export const opened = indexedDB.open("x");'),
    ("crypto", "export const kept = localStorage.length;"),
    ("ui", "export const kept = sessionStorage.length;"),
    ("ui", 'export const held = caches.open("x");'),
    ("sync", 'export const asked = window.fetch("/healthz");'),
    ("sync", "export const sealing = globalThis.crypto.subtle;"),
    ("ui", "export const opened = self?.indexedDB;"),
    ("ui", 'export const opened = globalThis["indexedDB"];'),
    ("cases", "export const read = (doc: { getMap(name: string): Map<string, { x: 1 }> }) => doc.getMap('cases');"),
    ("domain", "export const read = (doc: { getText(name: string): string }) => doc.getText('why');"),
]
ALLOWED_GLOBALS = [
    ("crypto", "export const drawn = crypto.randomUUID();"),
    ("storage", 'export const opened = indexedDB.open("x");'),
    ("sync", 'export const asked = (fetch: (url: string) => void): void => fetch("/healthz");'),
]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(FRONTEND / "src", tmp_path / "src")
    for name in CONFIGS:
        shutil.copy(FRONTEND / name, tmp_path)
    (tmp_path / "node_modules").symlink_to(FRONTEND / "node_modules")
    return tmp_path


def test_the_rooms_and_the_doors_hold(copy: Path) -> None:
    status, output = run(copy, "depcruise", "--config", "dependency-cruiser.cjs", "src")
    assert status == 0, output
    assert refused(copy) == set()


def test_every_forbidden_import_is_named(copy: Path) -> None:
    planted = [plant(copy, f"{folder}/planted{at}.ts", line) for at, (folder, line, *_) in enumerate(FORBIDDEN_IMPORTS)]
    status, output = run(copy, "depcruise", "--config", "dependency-cruiser.cjs", "src")
    assert status != 0
    found = [line for line in output.splitlines() if line.lstrip().startswith("error ")]
    unnamed = [
        (file, rule)
        for file, (_room, _line, rule, target) in zip(planted, FORBIDDEN_IMPORTS, strict=True)
        if not any(rule in line and file in line and target in line.partition("→")[2] for line in found)
    ]
    assert unnamed == [], output


def test_a_table_of_addresses_loads_its_screens_only_when_they_are_wanted(copy: Path) -> None:
    plant(copy, "ui/screens/planted/home.tsx", "export const Home = () => null;")
    plant(copy, "ui/screens/planted/routes.ts", 'export const load = () => import("./home");')
    assert run(copy, "depcruise", "--config", "dependency-cruiser.cjs", "src")[0] == 0
    plant(copy, "ui/screens/planted/routes.ts", 'export { Home } from "./home";')
    status, output = run(copy, "depcruise", "--config", "dependency-cruiser.cjs", "src")
    assert status != 0
    assert "routes-imports-only-start: src/ui/screens/planted/routes.ts → src/ui/screens/planted/home.tsx" in output


def test_a_file_of_words_that_no_screen_imports_is_named(copy: Path) -> None:
    plant(copy, "i18n/en/planted.json", '{ "planted": "Nobody says this." }')
    status, output = run(copy, "depcruise", "--config", "dependency-cruiser.cjs", "src")
    assert status != 0
    assert "words-that-nobody-says: src/i18n/en/planted.json" in output


def test_every_global_outside_its_door_is_refused(copy: Path) -> None:
    planted = {plant(copy, f"{folder}/planted{at}.ts", line) for at, (folder, line) in enumerate(FORBIDDEN_GLOBALS)}
    assert refused(copy) == planted


def test_a_global_at_its_own_door_is_welcome(copy: Path) -> None:
    for at, (folder, line) in enumerate(ALLOWED_GLOBALS):
        plant(copy, f"{folder}/planted{at}.ts", line)
    assert refused(copy) == set()


def test_a_function_of_more_than_forty_lines_is_refused_in_every_folder(copy: Path) -> None:
    body = "\n".join(f"  console.info({at});" for at in range(40))
    folders = ("cases", "storage", "sync", "ui")
    for folder in folders:
        plant(copy, f"{folder}/short.ts", f"export function short(): void {{\n{body}\n}}")
        plant(copy, f"{folder}/long.ts", f"export function long(): void {{\n{body}\n  console.info(40);\n}}")
    _status, output = run(copy, "biome", "lint", "--reporter=github", "--max-diagnostics=none", "src")
    found = re.findall(r"::error title=lint/complexity/noExcessiveLinesPerFunction,file=[^,]*?(src/[^,]+),", output)
    assert sorted(found) == [f"src/{folder}/long.ts" for folder in folders], output


def plant(copy: Path, name: str, line: str) -> str:
    path = copy / "src" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"{line}\n")
    return f"src/{name}"


def refused(copy: Path) -> set[str]:
    """The files in which Biome sees a global outside its door; its other rules do not matter here."""
    status, output = run(copy, "biome", "lint", "--reporter=github", "--max-diagnostics=none", "src")
    assert " errored: " not in output, output
    found = re.findall(r"::error title=(?:plugin|lint/style/noRestrictedGlobals),file=[^,]*?(src/[^,]+),", output)
    assert status != 0 or not found
    return set(found)


def run(folder: Path, tool: str, *arguments: str) -> tuple[int, str]:
    command = [str(folder / "node_modules" / ".bin" / tool), *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr
