"""The only phone is lost, and the recovery sheet brings back every case. An old sheet is refused."""

from __future__ import annotations

import json
import re
import secrets
import sqlite3
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests import actions, other_phones
from tests.e2e.accessibility_checks import is_cut, violations
from tests.e2e.camera import film
from tests.e2e.conftest import NewPhone, NewServer, Profiles
from tests.e2e.console_errors import ConsoleErrors
from tests.e2e.keyboard import tab_to
from tests.e2e.pair_of_phones import lose_signal
from tests.e2e.printed_pages import SIZE, Paper, printed, smaller_than
from tests.e2e.recovery_steps import code_on, make_code, no_slot_is_said, recover, replace_code, sheet_on, type_back
from tests.e2e.secret_search import files_under, found
from tests.harness import Server
from tests.protocol.recovery import RecoveryCode, read_recovery_code

LINE = "Put your recovery code on paper"
PAPERS: tuple[Paper, ...] = ("A4", "Letter")
LEAST_POINTS = 11
NARROW = {"width": 320, "height": 568}


def test_the_sheet_alone_brings_back_every_case_and_nothing_of_it_is_on_the_server_in_clear(
    new_phone: NewPhone, new_server: NewServer
) -> None:
    server = new_server()
    words = [f"w{secrets.token_hex(8)}" for _ in range(4)]
    ana, ben = new_phone(on=server), new_phone(on=server)
    actions.start_case(ben, f"Ear {words[0]}")
    actions.write_note(ben, f"Ben: {words[0]}")
    invitation = other_phones.invite_companion(ben, "Ben").link
    actions.start_case(ana, f"Knee {words[1]}")
    actions.open_screen(ana, "/")
    expect(ana.get_by_role("link", name=LINE)).to_have_count(0)
    actions.write_note(ana, f"Before: {words[2]}")
    ana.goto(invitation)
    other_phones.join_as_companion(ana, "Ana")
    actions.open_screen(ana, "/cases")
    own = ana.get_by_role("region").filter(has=ana.get_by_role("heading", name=f"Knee {words[1]}"))
    own.get_by_role("button", name="Open", exact=True).click()
    expect(ana.get_by_role("heading", level=1)).to_have_text(f"Knee {words[1]}")
    ana.get_by_role("link", name=LINE).click()
    code = make_code_here(ana)
    on_paper(ana, code)
    type_back(ana, code)
    actions.open_screen(ana, "/")
    expect(ana.get_by_role("link", name=re.compile("recovery code"))).to_have_count(0)
    actions.write_note(ana, f"After: {words[3]}")
    actions.sent(ana)
    ana.context.close()
    fresh = new_phone(on=server)
    back_by_hand(fresh, code)
    actions.open_screen(fresh, "/cases")
    for name in (f"Knee {words[1]}", f"Ear {words[0]}"):
        expect(fresh.get_by_role("heading", name=name)).to_be_visible()
    reads(fresh, f"Knee {words[1]}", f"Before: {words[2]}", f"After: {words[3]}")
    reads(fresh, f"Ear {words[0]}", f"Ben: {words[0]}")
    actions.write_note(fresh, "From the new phone.")
    actions.sent(fresh)
    actions.open_screen(ben, "/journal")
    expect(ben.get_by_text("From the new phone.")).to_be_visible()
    actions.open_screen(fresh, "/more/phones")
    rows = fresh.get_by_role("list", name="Phones with your cases").get_by_role("listitem")
    expect(rows).to_have_count(2)
    expect(rows.filter(has_text="Last seen")).to_have_count(1)
    nothing_in_clear(server, code, words)


def make_code_here(page: Page) -> str:
    page.get_by_role("button", name="Make a recovery code").click()
    expect(page.get_by_text("Your code is ready.")).to_be_visible()
    return code_on(page)


def on_paper(page: Page, code: str) -> None:
    """One page on each paper, in large type, with the whole code and how to use it."""
    for paper in PAPERS:
        [sheet] = printed(page, paper)
        assert (sheet.width, sheet.height) == pytest.approx(SIZE[paper], abs=2)
        assert all(group in sheet.text for group in code.split("-"))
        for words in ("Recovery sheet", "Where to keep it", "How to use it", "I have my recovery code"):
            assert words in sheet.text
        assert "Print" not in sheet.text
        assert smaller_than(LEAST_POINTS, [sheet]) == []
        assert {round(run.points) for run in sheet.words if run.text.strip() in code.split("-")} >= {22}


def back_by_hand(page: Page, code: str) -> None:
    """From the first screen of a new phone, with a mistake in the third group."""
    actions.open_screen(page, "/")
    page.get_by_role("link", name="I have it on another phone").click()
    page.get_by_role("link", name="I have my recovery code").click()
    field = page.get_by_label("Recovery code")
    go = page.get_by_role("button", name="Bring my cases back")
    groups = code.split("-")
    wrong = "2" if groups[2][0] != "2" else "3"
    field.fill(" ".join([*groups[:2], wrong + groups[2][1:], *groups[3:]]))
    expect(page.get_by_text("There is a mistake in group 3.")).to_be_visible()
    expect(go).to_be_disabled()
    field.fill(code[:20])
    expect(page.get_by_text("The code is not complete yet.")).to_be_visible()
    field.fill(code.lower().replace("-", " ").replace("0", "o").replace("1", "l"))
    expect(page.get_by_text("This code looks right.")).to_be_visible()
    go.click()
    expect(page.get_by_text("This phone has joined.")).to_be_visible()
    expect(page.get_by_role("listitem").filter(has_text="All here")).to_have_count(2)


def reads(page: Page, case: str, *notes: str) -> None:
    actions.open_screen(page, "/cases")
    region = page.get_by_role("region").filter(has=page.get_by_role("heading", name=case))
    expect(region).to_be_visible()
    opening = region.get_by_role("button", name="Open", exact=True)
    if opening.count() > 0:
        opening.click()
        expect(page.get_by_role("heading", level=1)).to_have_text(case)
    actions.open_screen(page, "/journal")
    for note in notes:
        expect(page.get_by_text(note)).to_be_visible()


def nothing_in_clear(server: Server, code: str, words: list[str]) -> None:
    """The search first finds in the same files what is there in clear on purpose: the slot's address."""
    secret = read_recovery_code(code)
    assert secret is not None
    opened = RecoveryCode(secret)
    files = files_under(server.folder)
    assert found(opened.slot, files)
    with sqlite3.connect(f"file:{server.database}?mode=ro", uri=True) as database:
        ((sealed, version),) = database.execute("SELECT sealed, version FROM slot WHERE id = ?", (opened.slot,))
    database.close()
    keyring = json.loads(opened.open(version, sealed))["keyring"]
    keys = [bytes.fromhex(keyring[name]) for name in ("key", "ownerToken")]
    secrets_of_hers = [secret, opened.bearer, opened.key, *keys, code.encode(), code.replace("-", "").encode()]
    betrayed = [one for one in [*secrets_of_hers, *(word.encode() for word in words)] if found(one, files)]
    assert betrayed == []


def test_a_code_that_was_replaced_is_refused_and_the_new_one_works_by_its_link(
    new_phone: NewPhone, console_errors: ConsoleErrors
) -> None:
    no_slot_is_said(console_errors)
    ana = new_phone()
    actions.start_case(ana, "My left knee")
    old = make_code(ana)
    type_back(ana, old)
    code = replace_code(ana)
    assert code != old
    finder = new_phone()
    recover(finder, old)
    expect(finder.get_by_role("alert")).to_contain_text("If you made a newer one, use the newer sheet.")
    fresh = new_phone()
    asked: list[str] = []
    fresh.on("request", lambda request: asked.append(request.url))
    fresh.goto(f"/recover#{code}")
    expect(fresh.get_by_role("heading", name="Bring your cases to this phone?")).to_be_visible()
    assert "#" not in fresh.url
    assert not any("/slots/" in url for url in asked)
    fresh.get_by_role("button", name="Bring my cases back").click()
    expect(fresh.get_by_text("All here").first).to_be_visible()


def test_a_code_made_without_a_signal_is_ready_at_the_first_one_and_is_shown_on_the_other_phone(
    new_phone: NewPhone,
) -> None:
    ana, tablet = new_phone(), new_phone()
    actions.start_case(ana, "My left knee")
    other_phones.join_by_code(tablet, other_phones.offer_phone(ana).code, ana)
    actions.open_screen(ana, "/more/recovery-code")
    expect(ana.get_by_role("button", name="Make a recovery code")).to_be_visible()
    lose_signal(ana)
    ana.get_by_role("button", name="Make a recovery code").click()
    expect(ana.get_by_text("Not ready until you have a signal.")).to_be_visible()
    code = code_on(ana)
    ana.context.set_offline(False)
    expect(ana.get_by_text("Your code is ready.")).to_be_visible()
    actions.open_screen(tablet, "/more/recovery-code")
    expect(sheet_on(tablet)).to_be_visible()
    assert code_on(tablet) == code


def test_by_scanning_the_sheet(browser: Browser, ana: Page, profiles: Profiles, server: Server, tmp_path: Path) -> None:
    actions.start_case(ana, "My left knee")
    make_code(ana)
    camera = film(browser, ana.get_by_role("img", name="Square code that holds your recovery code"), tmp_path)
    fresh = profiles.open("fresh", server, args=camera)
    actions.open_screen(fresh, "/recover")
    fresh.get_by_role("button", name="Scan the square code").click()
    expect(fresh.get_by_text("All here").first).to_be_visible()


def test_by_keyboard_on_a_narrow_screen_with_nothing_cut_and_nothing_that_axe_finds(
    new_phone: NewPhone, console_errors: ConsoleErrors
) -> None:
    no_slot_is_said(console_errors)
    ana = new_phone(viewport=NARROW)
    actions.start_case(ana, "My left knee")
    actions.open_screen(ana, "/more/recovery-code")
    looks_right(ana)
    press(ana, ana.get_by_role("button", name="Make a recovery code"))
    expect(ana.get_by_text("Your code is ready.")).to_be_visible()
    looks_right(ana)
    code = code_on(ana)
    press(ana, ana.get_by_role("button", name="I have it on paper"))
    fields = ana.get_by_role("textbox", name=re.compile(r"^Group \d$"))
    expect(fields.first).to_be_focused()
    looks_right(ana)
    for at, label in enumerate(ana.locator("label").all_inner_texts()):
        tab_to(ana, fields.nth(at))
        ana.keyboard.type(code.split("-")[int(label.removeprefix("Group ")) - 1])
    press(ana, ana.get_by_role("button", name="Check"))
    expect(ana.get_by_text("You have checked it on paper.")).to_be_visible()
    looks_right(ana)
    fresh = new_phone(viewport=NARROW)
    actions.open_screen(fresh, "/recover")
    tab_to(fresh, fresh.get_by_label("Recovery code"))
    fresh.keyboard.type(code.lower())
    expect(fresh.get_by_text("This code looks right.")).to_be_visible()
    looks_right(fresh)
    press(fresh, fresh.get_by_role("button", name="Bring my cases back"))
    expect(fresh.get_by_text("All here").first).to_be_visible()
    looks_right(fresh)


def press(page: Page, button: Locator) -> None:
    tab_to(page, button)
    actions.before_the_next_tap(page)
    page.keyboard.press("Enter")


def looks_right(page: Page) -> None:
    assert is_cut(page) == []
    assert violations(page) == []
