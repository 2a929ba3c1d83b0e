"""A companion deletes everything in the case. The app says so, and one tap brings it back on every phone."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests import actions, other_phones
from tests.e2e.conftest import NewPhone
from tests.e2e.console_errors import ConsoleErrors
from tests.e2e.hostile_device import attack
from tests.e2e.pair_of_phones import find_signal, forgive_cut_requests, wake
from tests.harness import Server

TEXTS = ("The nurse takes blood.", "Rest for six weeks.")


def test_what_a_companion_took_out_of_the_case_is_brought_back_on_every_phone(
    ana: Page, server: Server, new_phone: NewPhone, console_errors: ConsoleErrors
) -> None:
    forgive_cut_requests(console_errors)
    actions.start_case(ana, "My left knee")
    actions.write_note(ana, TEXTS[0])
    ben, other = new_phone(), new_phone()
    ben.goto(other_phones.invite_companion(ana, "Ana").link)
    other_phones.join_as_companion(ben, "Ben")
    actions.write_note(ben, TEXTS[1])
    actions.sent(ben)
    other_phones.join_by_code(other, other_phones.offer_phone(ana).code, ana)
    expect(other.get_by_text("All here").first).to_be_visible()
    actions.open_screen(ana, "/journal")
    find_signal(ana)
    for text in TEXTS:
        expect(ana.get_by_text(text)).to_be_visible()
    attack(server, "wipe", other_phones.invite_companion(ana, "Ana").code, None)
    actions.open_screen(ana, "/journal")
    find_signal(ana)
    expect(ana.get_by_text(TEXTS[0])).to_have_count(0)
    actions.open_screen(ana, "/more/storage")
    expect(ana.get_by_text("Someone in a case of yours removed 2 entries.")).to_be_visible()
    ana.get_by_role("link", name="See what was removed").click()
    expect(ana.get_by_role("heading", level=1)).to_have_text("What others changed")
    expect(ana.get_by_role("main")).to_contain_text("This reached your phone on")
    ana.get_by_role("button", name="See how it was before").click()
    for text in TEXTS:
        expect(ana.get_by_role("main")).to_contain_text(text)
    actions.before_the_next_tap(ana)
    ana.get_by_role("button", name="Bring it back").click()
    expect(ana.get_by_role("main")).to_contain_text("It is all here again.")
    actions.sent(ana)
    for page in (ana, ben, other):
        actions.open_screen(page, "/journal")
        wake(page)
        for text in TEXTS:
            expect(page.get_by_text(text)).to_be_visible()
