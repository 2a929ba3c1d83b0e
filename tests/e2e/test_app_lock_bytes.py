"""Neither the PIN, nor the recovery code, nor the key that they open is anywhere on the phone in clear."""

from __future__ import annotations

import json

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from playwright.sync_api import expect

from tests import actions
from tests.e2e.conftest import Profiles
from tests.e2e.lock_steps import PIN, choose_pin, set_lock, switch_off, unlock
from tests.e2e.recovery_steps import make_code
from tests.e2e.secret_search import files_under, found, read_by_the_page
from tests.harness import Server

# Opens the way in by PIN as the app does, but for the key itself, which Python derives.
LOCK_RECORD = """() => new Promise((resolve, reject) => {
    const opening = indexedDB.open("second-look");
    opening.onsuccess = () => {
        const asked = opening.result.transaction("secrets").objectStore("secrets").get("wrapping-key");
        asked.onsuccess = () => { opening.result.close(); resolve(new TextDecoder().decode(asked.result)); };
        asked.onerror = reject;
    };
})"""


def test_neither_pin_nor_code_nor_key_is_on_the_phone_in_clear(profiles: Profiles, server: Server) -> None:
    """The search finds the key where it stands in clear: once the lock is off, the browser keeps it again."""
    ana = profiles.open("ana", server)
    actions.start_case(ana, "My left knee")
    code = make_code(ana)
    set_lock(ana, "314159")
    ana.get_by_role("button", name="I forgot my PIN").click()
    ana.get_by_label("Recovery code").fill(code)
    ana.get_by_role("button", name="Open with this code").click()
    choose_pin(ana, PIN)
    expect(ana.get_by_text("The app lock is on.")).to_be_visible()
    ana.reload()
    record = json.loads(ana.evaluate(LOCK_RECORD))
    [way] = [way for way in record["ways"] if way["kind"] == "pin"]
    derived = Argon2id(
        salt=bytes.fromhex(way["salt"]), length=32, iterations=way["passes"], lanes=1, memory_cost=way["memory"]
    ).derive(PIN.encode())
    sealed = bytes.fromhex(way["sealed"])
    key = AESGCM(derived).decrypt(sealed[:12], sealed[12:], f"second-look/app-lock/v1/pin/{record['id']}".encode())
    assert len(key) == 32
    unlock(ana)
    read = read_by_the_page(ana)
    ana.context.close()
    stored = [*read, *files_under(profiles.folder("ana"))]
    secrets = (PIN.encode(), code.encode(), code.replace("-", "").encode(), derived, key)
    assert [secret for secret in secrets if found(secret, stored)] == []
    ana = profiles.open("ana", server)
    ana.goto("/more/app-lock")
    unlock(ana)
    switch_off(ana)
    ana.context.close()
    assert found(key, files_under(profiles.folder("ana")))
