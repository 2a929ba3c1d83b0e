"""What a phone has to load: the JavaScript of the first screen, and everything that is kept for offline.

Counts what is transferred (gzip, where the build wrote it) in kB of 1000 bytes. Reads a finished build; builds nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from backend.config import DEFAULTS
from backend.content.catalog import load_catalog
from tests.guards import ROOT, report

MOST_FIRST_LOAD = 70_000
MOST_PRECACHED = 300_000
# What brings a case back after a loss (recovery code, copy in a file, app lock). It is on the phone as well, but no
# screen of the journey needs it, so that it has a limit of its own.
MOST_RESCUE = 30_000
# The chunk that the entry requests at once when the app opens at "/". They count: a split must not hide anything.
ALSO_AT_START = ("home",)

NAMED_BY_PAGE = re.compile(r'<(?:script|link rel="modulepreload")[^>]* (?:src|href)="/(assets/[^"]+\.js)"')
STATIC_IMPORT = re.compile(r"""(?:\bfrom|\bimport)\s*["'`]\./([^"'`]+\.js)["'`]""")
RESCUE = re.compile(r"^/assets/rescue-[\w-]{8}\.js$")
PRECACHED_URL = re.compile(r"""["'`]?\burl["'`]?\s*:\s*["'`](/[^"'`]*)["'`]""")


def frame(dist: Path) -> int:
    """Bytes of the scripts that index.html names, static imports included."""
    return with_imports(named_by_page(dist))


def first_load(dist: Path) -> int:
    """Bytes of JavaScript until the case is on the screen."""
    return with_imports([*named_by_page(dist), *(chunk(dist, name) for name in ALSO_AT_START)])


def named_by_page(dist: Path) -> list[Path]:
    page = (dist / "index.html").read_text()
    scripts = [dist / name for name in NAMED_BY_PAGE.findall(page)]
    if not scripts:
        raise LookupError(f"{dist / 'index.html'} names no script")
    return scripts


def with_imports(scripts: list[Path]) -> int:
    waiting = list(scripts)
    loaded: set[Path] = set()
    while waiting:
        script = waiting.pop()
        if script not in loaded:
            loaded.add(script)
            waiting += [script.parent / name for name in STATIC_IMPORT.findall(script.read_text())]
    return sum(map(travelling, loaded))


def chunk(dist: Path, name: str) -> Path:
    found = [
        path for path in (dist / "assets").glob(f"{name}-*.js") if re.fullmatch(rf"{name}-[\w-]{{8}}\.js", path.name)
    ]
    if len(found) != 1:
        raise LookupError(
            f"{len(found)} chunks are called {name}: ALSO_AT_START must name what the app loads at its start"
        )
    return found[0]


def precached(dist: Path, manifest: Path) -> int:
    """Bytes of the worker and of every file in its list, without the guidance and what brings a case back."""
    built = {url for url in listed(dist) - {"/", "/manifest.json"} if not RESCUE.match(url)}
    files = [dist / "sw.js", dist / "index.html", manifest, *(dist / url[1:] for url in built)]
    return sum(map(travelling, files))


def rescue(dist: Path) -> int:
    """Bytes of what brings a case back after a loss."""
    return sum(travelling(dist / url[1:]) for url in listed(dist) if RESCUE.match(url))


def listed(dist: Path) -> set[str]:
    """The addresses that the worker keeps."""
    worker = dist / "sw.js"
    urls = set(PRECACHED_URL.findall(worker.read_text()))
    if "/" not in urls:
        raise LookupError(f"{worker} carries no list of files")
    return urls


def travelling(file: Path) -> int:
    packed = file.with_name(file.name + ".gz")
    return (packed if packed.is_file() else file).stat().st_size


def guidance(content: Path) -> int:
    """Bytes of the largest language."""
    bundles = load_catalog(content).bundle_by_language.values()
    return max(len(bundle.gzipped) for bundle in bundles)


def findings(first: int, kept: int, apart: int) -> Iterator[str]:
    for what, size, most in (
        ("First-load JavaScript", first, MOST_FIRST_LOAD),
        ("Everything kept for offline", kept, MOST_PRECACHED),
        ("What brings a case back", apart, MOST_RESCUE),
    ):
        if size > most:
            yield f"{what} is {kb(size)}: {kb(size - most)} too much"


def kb(size: int) -> str:
    return f"{size / 1000:.1f} kB"


def main() -> None:
    dist = ROOT / "frontend" / "dist"
    first = first_load(dist)
    kept = precached(dist, ROOT / "manifest.json") + guidance(Path(str(DEFAULTS["CONTENT_DIR"])))
    print(f"First-load JavaScript: {kb(first)} of {kb(MOST_FIRST_LOAD)} (gzip)")
    print(f"Of it, for the frame alone: {kb(frame(dist))} (gzip)")
    print(f"Everything kept for offline: {kb(kept)} of {kb(MOST_PRECACHED)} (gzip)")
    print(f"Besides, what brings a case back: {kb(rescue(dist))} of {kb(MOST_RESCUE)} (gzip)")
    report(findings(first, kept, rescue(dist)), "All are within their limits.")


if __name__ == "__main__":
    main()
