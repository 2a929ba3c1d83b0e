"""The secrets of a person's phones, read from the network and with a pairing code, as only its holder can.

For tests that search for them where they must not be.
"""

from __future__ import annotations

import json
import re
import sqlite3

from playwright.sync_api import BrowserContext, Request

from tests.harness import Server
from tests.protocol.envelope import open_envelope
from tests.protocol.pairing import Invite, read_code

# What follows a slash is the id of a device, which is no secret.
HEX_KEY = re.compile(rb"(?<![0-9a-f/])[0-9a-f]{64}(?![0-9a-f])")


def keys_behind(code: str, server: Server) -> set[bytes]:
    """The code's own secret, the keyring's key and token behind it, and those of every case in that keyring."""
    secret = read_code(code)
    assert secret is not None
    invite = Invite(secret)
    with sqlite3.connect(f"file:{server.database}?mode=ro", uri=True) as database:
        ((sealed, reply, handed),) = database.execute(
            "SELECT sealed, reply, handover FROM invite WHERE id = ?", (invite.id,)
        )
        given = json.loads(invite.open_handover(sealed, reply, handed))["keyring"]
        keyring = {name: bytes.fromhex(value) for name, value in given.items()}
        rows = database.execute("SELECT envelope FROM log_entry WHERE log_id = ?", (keyring["log"],)).fetchall()
    database.close()
    inside = [open_envelope(envelope, keyring["log"], keyring["key"])[1] for (envelope,) in rows]
    of_cases = {bytes.fromhex(key.decode()) for payload in inside for key in HEX_KEY.findall(payload)}
    assert len(of_cases) >= 2, "a case has a key and an owner token"
    of_invite = {secret, invite.claim_token, invite.key, invite.reply_key, invite.handover_key(sealed, reply)}
    return {*of_invite, keyring["key"], keyring["ownerToken"], *of_cases}


class Tokens:
    """Every bearer token that phones show to the server."""

    def __init__(self, *contexts: BrowserContext) -> None:
        self.seen: set[bytes] = set()
        for context in contexts:
            context.on("request", self._note)

    def _note(self, request: Request) -> None:
        kind, _, token = request.headers.get("authorization", "").partition(" ")
        if kind == "Bearer":
            self.seen.add(bytes.fromhex(token))
