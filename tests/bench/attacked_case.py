"""A case in which a companion wrote too much, or what would stop the app, next to the same case without an attack.

Each start inspects those rows again. The case must open within twice the usual time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from playwright.sync_api import expect

from tests import actions, other_phones
from tests.bench.filled_phone import Profile
from tests.bench.starts import CASE, both
from tests.bench.table import Figure
from tests.e2e.hostile_device import attack
from tests.harness import Server

# What the app says about each attack, by the attack's name
ATTACKS = {"freezing": "It was set aside", "much": "Someone wrote more into a case than this phone takes in"}


def attack_it(profile: Profile, server: Server, name: str) -> None:
    """Carries out one attack from one companion; returns when the phone has received it and said so."""
    with profile.on() as context:
        page = context.pages[0]
        attack(server, name, other_phones.invite_companion(page, "Ana").code, None)
        actions.open_screen(page, "/more/storage")
        expect(page.get_by_text(ATTACKS[name]).first).to_be_visible(timeout=60_000)
        actions.open_screen(page, "/")
        actions.sent(page)


def attacked_starts(label: str, attacked: Mapping[str, Profile], in_peace: Profile, runs: int) -> Iterator[Figure]:
    """`attacked` is keyed by the name of the attack."""
    restarted, warm = both(in_peace, "/", CASE, runs)
    for name, profile in attacked.items():
        attacked_restarted, attacked_warm = both(profile, "/", CASE, runs)
        yield Figure(f"{label}, {name} | in peace: restarted", attacked_restarted, None, restarted)
        yield Figure(f"{label}, {name} | in peace: warm", attacked_warm, None, warm)
