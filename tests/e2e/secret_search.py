"""Searches bytes on a disk for a secret, in every form in which a program may have written it.

It may miss what is compressed, so a test first shows that it finds the same kind of thing in clear.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from playwright.sync_api import Page

IN_THE_PAGE = """async () => {
    const found = [];
    const text = (bytes) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
    const flat = (value) => {
        if (value instanceof ArrayBuffer) return text(new Uint8Array(value));
        if (ArrayBuffer.isView(value)) return text(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
        if (Array.isArray(value)) return value.map(flat).join("\\n");
        if (typeof value === "object" && value !== null) return Object.entries(value).flat().map(flat).join("\\n");
        return text(new TextEncoder().encode(String(value)));
    };
    const asked = (request) => new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
    for (const { name } of await indexedDB.databases()) {
        const database = await asked(indexedDB.open(name));
        for (const store of database.objectStoreNames) {
            const values = database.transaction(store).objectStore(store);
            found.push(flat(await asked(values.getAllKeys())), flat(await asked(values.getAll())));
        }
        database.close();
    }
    for (const [name, value] of Object.entries(localStorage)) found.push(flat([name, value]));
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys())
            found.push(flat([request.url, await (await cache.match(request)).arrayBuffer()]));
    }
    return btoa(found.join("\\n"));
}"""


def forms(secret: bytes) -> set[bytes]:
    """As it is, in hex, and in base64 at each of its three offsets; all of these also as UTF-16."""
    written = {text for plain in (secret, utf_16(secret)) for text in (plain, *as_text(plain))}
    return {form for text in written for form in (text, utf_16(text))}


def as_text(plain: bytes) -> Iterator[bytes]:
    yield plain.hex().encode()
    yield plain.hex().upper().encode()
    for shift in range(3):
        # The letters at either end depend on the bytes next to the secret.
        written = base64.b64encode(bytes(shift) + plain)
        inner = written[4 if shift else 0 :].rstrip(b"=")[:-1]
        yield inner
        yield inner.replace(b"+", b"-").replace(b"/", b"_")


def utf_16(text: bytes) -> bytes:
    return text.decode("latin-1").encode("utf-16-le")


def found(secret: bytes, places: Iterable[bytes]) -> bool:
    written = forms(secret)
    return any(form in place for place in places for form in written)


def found_in(folder: Path, word_by_name: Mapping[str, str]) -> set[str]:
    """The names of the words that occur in any file below the folder, whatever the file's name or kind."""
    forms_by_name = {name: forms(word.encode()) for name, word in word_by_name.items()}
    names: set[str] = set()
    for data in files_under(folder):
        names |= {name for name, written in forms_by_name.items() if any(form in data for form in written)}
    return names


def read_by_the_page(page: Page) -> list[bytes]:
    """Everything the page has stored, as the browser returns it: on the disk it may be compressed."""
    return [base64.b64decode(page.evaluate(IN_THE_PAGE))]


def files_under(folder: Path) -> list[bytes]:
    """Everything in a folder, as it is on the disk."""
    return [path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()]
