"""A companion writes under the owner's name with an app of their own making. Her phone never says that she wrote it."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests import doing
from tests.e2e.hostile_device import attack
from tests.e2e.pair_of_phones import find_signal
from tests.running import Server

SOMEONE = "someone in this case"


def test_a_note_and_an_answer_that_somebody_else_signed_never_say_you(ana: Page, server: Server) -> None:
    doing.start_case(ana, "My left knee")
    doing.write_note(ana, "The nurse takes blood.")
    doing.write_question(ana, "How long is the wait?")
    doing.sent(ana)
    attack(server, "asOwner", doing.invite_companion(ana, "Ana").code, None)
    doing.open_screen(ana, "/journal")
    find_signal(ana)
    for _ in range(2):
        for text in ("Mallory wrote this note.", "Mallory wrote this answer."):
            expect(line(ana, text)).to_contain_text(SOMEONE, timeout=20_000)
            expect(line(ana, text)).not_to_contain_text("you")
        expect(line(ana, "The nurse takes blood.")).to_contain_text("you")
        expect(line(ana, "The nurse takes blood.")).not_to_contain_text(SOMEONE)
        doing.open_screen(ana, "/journal")
    line(ana, "Mallory wrote this note.").get_by_role("link").click()
    expect(ana.get_by_role("main")).to_contain_text(SOMEONE)


def line(page: Page, text: str) -> Locator:
    return page.get_by_role("listitem").filter(has_text=text)
