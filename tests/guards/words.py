"""Each thing has one word, from its button to its table: docs/words.md lists it, and the files use it.

What a line of its tables names exists and contains the line's word. Every folder of screens and of the domain, every
stored kind and every file of messages is in a line. No retired word is left in an identifier, a path, a message
key or an address. Comments and sentences are prose and are not checked.
"""

from __future__ import annotations

import io
import json
import re
import tokenize
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from tests.guards import ROOT, report
from tests.guards.coverage import patterns
from tests.guards.tracked_files import tracked

PAGE = "docs/words.md"
SOURCE = "frontend/src"
SCREENS = f"{SOURCE}/ui/screens"
DOMAIN = f"{SOURCE}/domain"
MESSAGES = f"{SOURCE}/i18n/en"
ENTRIES = f"{DOMAIN}/case/entries.ts"

NONE = "-\N{EN DASH}"
CELL = re.compile(r"`([^`]+)`")
READ = re.compile(r"“([^”]+)”")
RETIRED = re.compile(r"^- ([\w, -]+): (.+)$", re.MULTILINE)
KINDS = re.compile(r"entryKinds = \[(.*?)\]", re.DOTALL)
WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")

CODE = re.compile(r"^(frontend/(src|tests)|backend|tests)/")
# From Python 3.12 on, what is between the braces of an f-string is a token of its own kind.
STRINGS = {tokenize.STRING, getattr(tokenize, "FSTRING_MIDDLE", tokenize.STRING)}
# It plants retired words on purpose.
TEST = "tests/guards/test_words.py"
# What is not code in TypeScript: comments, patterns, and strings, of which only addresses and keys are checked.
TYPESCRIPT = re.compile(
    r"//[^\n]*|/\*.*?\*/|(?<=[(,=:\[ ])/(?! )(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*"
    r"|(?P<string>\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|(?P<name>[A-Za-z_$][\w$]*)",
    re.DOTALL,
)
# An address (/case/visits), a message key (visits.title) or a stored kind ("visits"): no sentence looks like these.
NAME_IN_STRING = re.compile(r"^(?:/[\w/:$.{}?=#-]*|[\w$-]+(?:\.[\w$-]+)+)$")


@dataclass(frozen=True)
class Line:
    """One word: the names in the cells of its line, by the heading of their column. `beside`: see With."""

    number: int
    word: str
    names: Mapping[str, Sequence[str]]
    read: Sequence[str]
    beside: str


def findings(root: Path) -> Iterator[str]:
    page = (root / PAGE).read_text(encoding="utf-8")
    lines = list(lines_of(page))
    retired = dict(retired_of(page))
    if not lines or not retired:
        raise LookupError(f"{PAGE} holds no words, or no retired ones")
    there = what_is_there(root)
    words = {line.word for line in lines}
    for line in lines:
        yield from wrong_in(line, there)
        if line.beside and line.beside not in words:
            yield f"{PAGE}:{line.number} with names no word: {line.beside}"
    yield from unnamed(lines, there)
    yield from retired_in_use(root, retired)


def retired_in_use(root: Path, retired: Mapping[str, str]) -> Iterator[str]:
    for where, name in names_in_use(root):
        for word, instead in retired.items():
            if says(name, word):
                yield f"{where} says {name}. “{word}” is retired; say: {instead}"


def lines_of(page: str) -> Iterator[Line]:
    headings: list[str] = []
    for number, text in enumerate(page.splitlines(), start=1):
        cells = [cell.strip() for cell in text.strip("|").split("|")] if text.startswith("|") else []
        if cells[:1] == ["Word"]:
            headings = cells
        elif cells and not cells[0].startswith("---"):
            by_heading = dict(zip(headings, cells, strict=True))
            named = {heading: CELL.findall(cell) for heading, cell in by_heading.items()}
            read = READ.findall(by_heading.get("A person reads", ""))
            yield Line(number, cells[0], named, read, by_heading.get("With", "").strip(NONE))


def retired_of(page: str) -> Iterator[tuple[str, str]]:
    _, _, section = page.partition("## Retired words")
    for words, instead in RETIRED.findall(section):
        for word in words.split(","):
            yield word.strip(), instead


def what_is_there(root: Path) -> dict[str, set[str]]:
    """By the heading of its column, everything that a line may name."""
    kinds = KINDS.search((root / ENTRIES).read_text(encoding="utf-8"))
    sources = [path.read_text(encoding="utf-8") for path in (root / SOURCE).rglob("*.ts*")]
    declared = re.compile(r"^export (?:type|interface|class) (\w+)", re.MULTILINE)
    types = {name for text in sources for name in declared.findall(text)}
    return {
        "Address": set(patterns(root)),
        "Screens": folders(root / SCREENS),
        "Domain": folders(root / DOMAIN),
        "Kind": set(re.findall(r'"([^"]+)"', kinds[1])) if kinds else set(),
        "Type": types,
        "Where": types | set(places(root)) | set(names_on_the_server(root)),
        "Messages": {path.stem for path in (root / MESSAGES).glob("*.json")},
        "A person reads": {text for path in (root / MESSAGES).glob("*.json") for text in texts_of(path)},
    }


def folders(root: Path) -> set[str]:
    return {path.name for path in root.iterdir() if path.is_dir() and any(path.iterdir())}


def places(root: Path) -> Iterator[str]:
    """Every tracked file and folder as a line writes it: from the root, or from the source without its ending."""
    for file in map(Path, tracked(root)):
        for place in (file, *file.parents):
            yield str(place)
            if Path(SOURCE) in place.parents:
                yield str(place.relative_to(SOURCE).with_suffix(""))


def names_on_the_server(root: Path) -> Iterator[str]:
    for path in (root / "backend").rglob("*.py"):
        yield from re.findall(r"^(?:class|def) (\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)


def texts_of(path: Path) -> Iterator[str]:
    def walk(value: object) -> Iterator[str]:
        if isinstance(value, dict):
            for each in value.values():
                yield from walk(each)
        elif isinstance(value, str):
            yield value

    yield from walk(json.loads(path.read_text(encoding="utf-8")))


def wrong_in(line: Line, there: Mapping[str, set[str]]) -> Iterator[str]:
    for heading, names in line.names.items():
        for name in names:
            if placed(name) not in there.get(heading, {placed(name)}):
                yield f"{PAGE}:{line.number} {heading.lower()} {name} is not there"
            elif not carries(name, line.word):
                yield f"{PAGE}:{line.number} {heading.lower()} {name} does not carry the word {line.word}"
    for words in line.read:
        if words not in there["A person reads"]:
            yield f"{PAGE}:{line.number} nobody reads “{words}”"


def placed(name: str) -> str:
    """A folder without its last slash, and a member of a type (`MergeProgress.run`) as its type."""
    member = re.fullmatch(r"([A-Z]\w*)\.\w+", name)
    return member[1] if member else name.removesuffix("/") or name


def carries(name: str, word: str) -> bool:
    """Whether the name holds the word, whatever its hyphens, capitals and plural. The first screen's address is "/"."""
    letters = re.sub(r"[^a-z]", "", name.lower())
    stem = re.sub(r"[^a-z]", "", word.lower())
    return name == "/" or stem in letters or (stem.endswith("y") and f"{stem[:-1]}ies" in letters)


def unnamed(lines: Sequence[Line], there: Mapping[str, set[str]]) -> Iterator[str]:
    for heading in ("Screens", "Domain", "Kind", "Messages"):
        named = {name for line in lines for name in line.names.get(heading, ())}
        for name in sorted(there[heading] - named):
            yield f"{PAGE} has no line for {heading.lower()} {name}"


def says(name: str, word: str) -> bool:
    """Whether the words of a name contain those of `word` in sequence, in the singular or the plural."""
    held = [singular(part) for part in WORD.findall(name)]
    sought = [singular(part) for part in WORD.findall(word)]
    return any(held[at : at + len(sought)] == sought for at in range(len(held) - len(sought) + 1))


def singular(word: str) -> str:
    return word.lower().removesuffix("s")


def names_in_use(root: Path) -> Iterator[tuple[str, str]]:
    """Each path, identifier, message key and address, with its location; once a file."""
    for file in tracked(root):
        if file == TEST or not CODE.match(file):
            continue
        yield file, file
        path = root / file
        if not path.is_file():
            continue
        for name in dict.fromkeys(names_of(path)):
            yield file, name


def names_of(path: Path) -> Iterator[str]:
    text = path.read_text(encoding="utf-8") if path.suffix in {".ts", ".tsx", ".py", ".json"} else ""
    if path.suffix in {".ts", ".tsx"}:
        yield from names_in_typescript(text)
    elif path.suffix == ".py":
        yield from names_in_python(text)
    elif path.parent.name == "en":
        yield from keys_of(json.loads(text))


def names_in_typescript(text: str) -> Iterator[str]:
    for found in TYPESCRIPT.finditer(text):
        if found["name"]:
            yield found["name"]
        elif found["string"] and NAME_IN_STRING.match(found["string"][1:-1]):
            yield found["string"][1:-1]


def names_in_python(text: str) -> Iterator[str]:
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.NAME:
            yield token.string
        elif token.type in STRINGS:
            value = token.string.lstrip("bfruBFRU").strip("\"'")
            if NAME_IN_STRING.match(value):
                yield value


def keys_of(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in cast("dict[str, object]", value).items():
            yield key
            yield from keys_of(inner)


if __name__ == "__main__":
    report(findings(ROOT), "Each thing has one word, and no retired word is in use.")
