"""Looking for words in every file below a folder, in every form in which a program may have written them down.

Must not trust a file's name or kind. What is compressed may escape it, so whoever uses it first shows that it finds the
same kind of thing when it was written in clear.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping
from pathlib import Path


def found_in(folder: Path, word_by_name: Mapping[str, str]) -> set[str]:
    """The names of the words that stand in a file."""
    forms_by_name = {name: forms(word) for name, word in word_by_name.items()}
    names: set[str] = set()
    for file in folder.rglob("*"):
        data = file.read_bytes() if file.is_file() else b""
        names |= {name for name, written in forms_by_name.items() if any(form in data for form in written)}
    return names


def forms(word: str) -> set[bytes]:
    """The word, its hex and its base64, each as UTF-8 and as UTF-16."""
    texts = {word, word.encode().hex(), word.encode().hex().upper(), *base64_forms(word.encode())}
    return {text.encode(code) for text in texts for code in ("utf-8", "utf-16-le")}


def base64_forms(word: bytes) -> Iterator[str]:
    """However many bytes stand before it: the characters that depend on the word alone."""
    for before in range(3):
        text = b64encode(bytes(before) + word).decode()
        yield text[-(-before * 8 // 6) : (before + len(word)) * 8 // 6]
