"""Nothing that was typed and no key is in clear: not on the server's disk, not in its log, not on the phone.

The search first has to find what was written in clear on purpose.
"""

from __future__ import annotations

import base64
import secrets
import sqlite3
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests import actions, other_phones
from tests.e2e.conftest import NewServer, Profiles
from tests.e2e.phone_secrets import Tokens, keys_behind
from tests.e2e.secret_search import files_under, found, read_by_the_page
from tests.harness import Server

PUT_IN_CLEAR = """(marker) => new Promise((resolve, reject) => {
    localStorage.setItem("careless", `${marker}l`);
    const opening = indexedDB.open("careless", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("words");
    opening.onsuccess = () => {
        const tx = opening.result.transaction("words", "readwrite", { durability: "strict" });
        tx.objectStore("words").put({ text: `${marker}d`, bytes: new TextEncoder().encode(`${marker}b`) }, 1);
        tx.oncomplete = () => { opening.result.close(); resolve(); };
        tx.onerror = reject;
    };
})"""


def word() -> str:
    """A word that nobody has ever written."""
    return f"w{secrets.token_hex(8)}"


def test_the_search_finds_what_a_page_stored_in_clear(profiles: Profiles, server: Server) -> None:
    marker = word()
    page = profiles.open("careless", server)
    actions.open_screen(page, "/more/about")
    page.evaluate(PUT_IN_CLEAR, marker)
    read = read_by_the_page(page)
    page.context.close()
    for place in (read, files_under(profiles.folder("careless"))):
        for kind in ("l", "d", "b"):
            assert found(f"{marker}{kind}".encode(), place)


def test_the_search_finds_what_a_database_holds_in_clear(tmp_path: Path) -> None:
    marker = word()
    database = sqlite3.connect(tmp_path / "careless.sqlite3")
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("CREATE TABLE note (text)")
    database.execute("INSERT INTO note VALUES (?)", (marker,))
    database.commit()
    assert (tmp_path / "careless.sqlite3-wal").exists()
    assert found(marker.encode(), files_under(tmp_path))
    database.close()


@pytest.mark.parametrize("shift", range(3))
def test_the_search_finds_every_form_and_only_the_word_itself(shift: int) -> None:
    secret = word().encode()
    for plain in (secret, secret.decode().encode("utf-16-le")):
        for written in (plain, plain.hex().encode(), plain.hex().upper().encode()):
            assert found(secret, [bytes(shift) + written + b" after"])
        assert found(secret, [base64.b64encode(bytes(shift) + plain + b" after")])
        assert found(secret, [base64.urlsafe_b64encode(bytes(shift) + plain)])
    assert not found(secret, [word().encode()])


def test_no_typed_word_and_no_key_is_stored_in_clear(profiles: Profiles, new_server: NewServer) -> None:
    server = new_server()
    ana, second = profiles.open("ana", server), profiles.open("second", server)
    tokens = Tokens(ana.context, second.context)
    typed = type_a_word_everywhere(ana)
    actions.sent(ana)
    code = other_phones.offer_phone(ana).code
    other_phones.join_by_code(second, code, ana)
    reads_the_words(second, typed)
    keys = keys_behind(code, server)
    read = [*read_by_the_page(ana), *read_by_the_page(second)]
    for page in (ana, second):
        page.context.close()
    assert len(tokens.seen) >= 4, "two phones, a keyring and a case"
    wanted = [*(text.encode() for text in typed), code.encode(), code.replace("-", "").encode(), *keys, *tokens.seen]
    stored = {
        "server": files_under(server.folder),
        "phones": files_under(profiles.folder("ana")) + files_under(profiles.folder("second")),
        "pages": read,
    }
    assert b"POST /api/v1/logs/" in server.request_log.read_bytes()
    betrayed = [(place, secret) for place, contents in stored.items() for secret in wanted if found(secret, contents)]
    assert betrayed == []


def type_a_word_everywhere(page: Page) -> list[str]:
    words = [word() for _ in range(12)]
    left = iter(words)
    actions.start_case(page, f"Case {next(left)}")
    actions.write_note(page, f"{next(left)} hurts")
    actions.write_question(page, f"Why {next(left)}?")
    page.get_by_label("What the doctor said").fill(f"Because {next(left)}")
    actions.add_record(page, next(left), next(left))
    actions.add_medicine(page, next(left), next(left), next(left))
    actions.add_visit(page, next(left), next(left), "2031-12-03T10:30")
    actions.open_screen(page, "/case/decide-by")
    page.get_by_label("In your doctor’s own words").fill(next(left))  # noqa: RUF001 - as on the screen
    actions.saved(page)
    assert list(left) == []
    return words


def reads_the_words(page: Page, words: list[str]) -> None:
    """The words did go through the server, so there is something to find."""
    actions.open_screen(page, "/journal")
    page.get_by_text(f"{words[1]} hurts").wait_for(timeout=90_000)
