"""A case in which a companion wrote what the app would choke on, beside the same case left in peace.

Each of its starts looks at those rows again. It is to open within twice the usual time.
"""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import expect

from tests import doing
from tests.bench.filled_phone import Profile
from tests.bench.starts import CASE, both
from tests.bench.table import Figure
from tests.e2e.hostile_device import attack
from tests.running import Server


def attack_it(profile: Profile, server: Server) -> None:
    """All that was seen to freeze a case, from one companion; returns when the phone has it and has said so."""
    with profile.on() as context:
        page = context.pages[0]
        attack(server, "freezing", doing.invite_companion(page, "Ana").code, None)
        doing.open_screen(page, "/more/storage")
        expect(page.get_by_text("It was set aside").first).to_be_visible(timeout=60_000)
        doing.open_screen(page, "/")
        doing.sent(page)


def attacked_starts(name: str, attacked: Profile, in_peace: Profile, runs: int) -> Iterator[Figure]:
    attacked_restarted, attacked_warm = both(attacked, "/", CASE, runs)
    restarted, warm = both(in_peace, "/", CASE, runs)
    yield Figure(f"{name}, attacked | in peace: restarted", attacked_restarted, None, restarted)
    yield Figure(f"{name}, attacked | in peace: warm", attacked_warm, None, warm)
