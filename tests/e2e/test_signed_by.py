"""A companion writes under the owner's name with a tampered app. Her phone never says that she wrote it."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests import actions, other_phones
from tests.e2e.hostile_device import attack
from tests.e2e.pair_of_phones import find_signal
from tests.harness import Server

SOMEONE = "someone in this case"


def test_a_note_and_an_answer_that_somebody_else_signed_never_say_you(ana: Page, server: Server) -> None:
    actions.start_case(ana, "My left knee")
    actions.write_note(ana, "The nurse takes blood.")
    actions.write_question(ana, "How long is the wait?")
    actions.sent(ana)
    attack(server, "asOwner", other_phones.invite_companion(ana, "Ana").code, None)
    actions.open_screen(ana, "/journal")
    find_signal(ana)
    for _ in range(2):
        for text in ("Mallory wrote this note.", "Mallory wrote this answer."):
            expect(line(ana, text)).to_contain_text(SOMEONE)
            expect(line(ana, text)).not_to_contain_text("you")
        expect(line(ana, "The nurse takes blood.")).to_contain_text("you")
        expect(line(ana, "The nurse takes blood.")).not_to_contain_text(SOMEONE)
        actions.open_screen(ana, "/journal")
    line(ana, "Mallory wrote this note.").get_by_role("link").click()
    expect(ana.get_by_role("main")).to_contain_text(SOMEONE)


def test_a_medicine_says_who_entered_it_and_who_changed_its_dose(ana: Page, server: Server) -> None:
    actions.start_case(ana, "My left knee")
    actions.write_note(ana, "The nurse takes blood.")
    amlodipine = actions.add_medicine(ana, "Amlodipine", "5 mg")
    actions.sent(ana)
    actions.open_screen(ana, amlodipine)
    expect(ana.get_by_role("main")).to_contain_text("Dose last changed by you")
    actions.open_screen(ana, "/case/medicines")
    expect(line(ana, "Amlodipine")).to_contain_text("5 mg")
    expect(line(ana, "Amlodipine")).not_to_contain_text(re.compile("by (you|some)"))
    code = other_phones.invite_companion(ana, "Ana").code
    attack(server, "doses", code, None)
    actions.open_screen(ana, "/case/medicines")
    find_signal(ana)
    expect(line(ana, "Amlodipine")).to_contain_text("500 mg")
    expect(line(ana, "Amlodipine")).to_contain_text(f"Dose last changed by {SOMEONE}")
    actions.open_screen(ana, amlodipine)
    expect(ana.get_by_role("main")).to_contain_text(f"you · Dose last changed by {SOMEONE}")
    ana.get_by_role("link", name="Edit").click()
    ana.get_by_label("Dose").fill("5 mg")
    actions.saved(ana)
    actions.open_screen(ana, "/case/medicines")
    expect(line(ana, "Amlodipine")).not_to_contain_text(SOMEONE)


def line(page: Page, text: str) -> Locator:
    return page.get_by_role("listitem").filter(has_text=text)
