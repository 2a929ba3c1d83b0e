"""A copy of a case as one file: made on one phone, opened on an empty one while there is no server at all."""

from __future__ import annotations

import json
import re
import secrets
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests import actions
from tests.e2e.accessibility_checks import is_cut, violations
from tests.e2e.conftest import NewPhone, NewServer
from tests.e2e.console_errors import ConsoleErrors
from tests.e2e.keyboard import tab_to
from tests.e2e.pair_of_phones import forgive_cut_requests
from tests.e2e.secret_search import found
from tests.harness import Server

PASSPHRASE = "green garden gate in May"
SEALED = "Only someone with a passphrase"
OPEN = "Anyone who has the file"
NARROW = {"width": 320, "height": 640}


@pytest.fixture
def words() -> list[str]:
    """Words that nobody has ever written: the name of the case, a note, a question."""
    return [f"w{secrets.token_hex(8)}" for _ in range(3)]


@pytest.fixture
def apart(new_server: NewServer, console_errors: ConsoleErrors) -> Server:
    """A server that the story kills."""
    forgive_cut_requests(console_errors)
    console_errors.expect("ERR_CONNECTION_(RESET|REFUSED)")
    return new_server()


def write_case(page: Page, words: list[str]) -> None:
    name, note, question = words
    actions.start_case(page, name)
    actions.write_note(page, note)
    actions.write_question(page, question)


def save_copy(page: Page, folder: Path, passphrase: str | None) -> Path:
    actions.open_screen(page, "/more")
    page.get_by_role("link", name="Save a copy").click()
    page.get_by_label(OPEN if passphrase is None else SEALED).check()
    if passphrase is not None:
        page.get_by_label("Passphrase", exact=True).fill(passphrase)
        page.get_by_label("The same passphrase again").fill(passphrase)
    page.get_by_role("button", name="Save a copy").click()
    actions.before_the_next_tap(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save it on this device").click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    expect(page.get_by_text("The file is with your downloads")).to_be_visible()
    return file


def empty_phone_without_a_server(new_phone: NewPhone, server: Server) -> Page:
    page = new_phone(on=server)
    page.goto("/")
    actions.ready_for_offline(page)
    server.stop()
    return page


def choose(page: Page, file: Path) -> None:
    page.get_by_label("The file").or_(page.get_by_label("Choose another file")).set_input_files(file)


def open_copy(page: Page, file: Path, passphrase: str | None = None) -> None:
    page.goto("/")
    page.get_by_role("link", name="I have it on another phone").click()
    page.get_by_role("link", name="Open a copy").click()
    choose(page, file)
    if passphrase is not None:
        page.get_by_label("Passphrase").fill(passphrase)
        page.get_by_role("button", name="Open", exact=True).click()


def shows_all_of_it(page: Page, words: list[str]) -> None:
    name, note, question = words
    expect(page.get_by_role("heading", name=re.compile(f"{name}.* is on this phone now"))).to_be_visible()
    actions.before_the_next_tap(page)
    page.get_by_role("button", name="Show the case").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(name)
    actions.open_screen(page, "/journal")
    expect(page.get_by_text(note)).to_be_visible()
    expect(page.get_by_text("from a copy")).to_be_visible()
    actions.open_screen(page, "/case/questions")
    expect(page.get_by_text(question)).to_be_visible()


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE], ids=["open", "sealed"])
def test_a_copy_opens_on_an_empty_phone_without_a_server(
    new_phone: NewPhone, apart: Server, tmp_path: Path, words: list[str], passphrase: str | None
) -> None:
    ana = new_phone(on=apart)
    write_case(ana, words)
    file = save_copy(ana, tmp_path, passphrase)
    cem = empty_phone_without_a_server(new_phone, apart)
    open_copy(cem, file, passphrase)
    shows_all_of_it(cem, words)
    note = actions.write_note(cem, "written on Cem’s phone")  # noqa: RUF001 - as people type it
    apart.start()
    actions.open_screen(cem, note)
    actions.sent(cem)


def test_an_open_copy_can_be_read_and_a_sealed_one_has_no_word_in_clear(
    ana: Page, tmp_path: Path, words: list[str]
) -> None:
    write_case(ana, words)
    plain = save_copy(ana, tmp_path / "open", None)
    sealed = save_copy(ana, tmp_path / "sealed", PASSPHRASE)
    read = json.loads(plain.read_text())
    assert read["case"]["title"] == words[0]
    assert [note["text"] for note in read["entries"]["notes"]] == [words[1]]
    for word in words:
        assert found(word.encode(), [plain.read_bytes()])
    wanted = [*words, PASSPHRASE, read["case"]["id"], read["entries"]["notes"][0]["id"]]
    assert [word for word in wanted if found(word.encode(), [sealed.read_bytes()])] == []
    assert not any(word in sealed.name + plain.name for word in words)
    expect(ana.get_by_text("Last copy from this phone")).to_have_count(0)
    actions.open_screen(ana, "/case/copy")
    expect(ana.get_by_text("Last copy from this phone")).to_be_visible()


def test_a_bad_file_says_what_is_wrong_and_changes_nothing(ana: Page, tmp_path: Path, words: list[str]) -> None:
    write_case(ana, words)
    sealed = save_copy(ana, tmp_path, PASSPHRASE)
    whole = sealed.read_bytes()
    letter = tmp_path / "letter.txt"
    for content, says in (
        (whole[: len(whole) // 2], "This file is not whole"),
        (whole.replace(b'"memory"', b'"memoru"'), "This file was changed"),
        (b"Dear doctor,", "This file is not a copy from Second Look"),
    ):
        letter.write_bytes(content)
        actions.open_screen(ana, "/copy")
        choose(ana, letter)
        expect(ana.get_by_role("alert")).to_contain_text(says)
    choose(ana, sealed)
    ana.get_by_label("Passphrase").fill("red garden gate")
    ana.get_by_role("button", name="Open", exact=True).click()
    expect(ana.get_by_role("alert")).to_contain_text("This is not the passphrase of this file")
    actions.before_the_next_tap(ana)
    ana.get_by_label("Passphrase").fill(PASSPHRASE)
    ana.get_by_role("button", name="Open", exact=True).click()
    expect(ana.get_by_role("heading", name="This phone already had all of it")).to_be_visible()
    actions.open_screen(ana, "/cases")
    expect(ana.get_by_role("heading", level=2)).to_have_text([words[0]])


def test_a_copy_is_saved_and_opened_by_keyboard(ana: Page, tmp_path: Path, words: list[str]) -> None:
    write_case(ana, words)
    actions.open_screen(ana, "/case/copy")
    tab_to(ana, ana.get_by_label("Passphrase", exact=True))
    ana.keyboard.type(PASSPHRASE)
    tab_to(ana, ana.get_by_label("The same passphrase again"))
    ana.keyboard.type("green")
    expect(ana.get_by_text("The two are not the same yet")).to_have_count(0)
    ana.keyboard.type("house")
    expect(ana.get_by_text("The two are not the same yet")).to_be_visible()
    for _ in "house":
        ana.keyboard.press("Backspace")
    ana.keyboard.type(PASSPHRASE.removeprefix("green"))
    tab_to(ana, ana.get_by_label("Show the words"))
    ana.keyboard.press("Space")
    expect(ana.get_by_label("Passphrase", exact=True)).to_have_attribute("type", "text")
    tab_to(ana, ana.get_by_role("button", name="Save a copy"))
    ana.keyboard.press("Enter")
    button = ana.get_by_role("button", name="Save it on this device")
    expect(button).to_be_visible()
    tab_to(ana, button)
    actions.before_the_next_tap(ana)
    with ana.expect_download() as download:
        ana.keyboard.press("Enter")
    file = tmp_path / "copy.txt"
    download.value.save_as(file)
    actions.open_screen(ana, "/copy")
    tab_to(ana, ana.get_by_label("The file"))
    with ana.expect_file_chooser() as chooser:
        ana.keyboard.press("Enter")
    chooser.value.set_files(file)
    tab_to(ana, ana.get_by_label("Passphrase"))
    ana.keyboard.type(PASSPHRASE)
    ana.keyboard.press("Enter")
    expect(ana.get_by_role("heading", name="This phone already had all of it")).to_be_visible()


@pytest.mark.parametrize("look", ["narrow", "large"])
def test_its_screens_leave_nobody_out(new_phone: NewPhone, tmp_path: Path, words: list[str], look: str) -> None:
    page = new_phone(viewport=NARROW) if look == "narrow" else new_phone()
    write_case(page, words)
    if look == "large":
        actions.open_screen(page, "/more/display")
        page.get_by_label("Larger text").check()
    file = save_copy(page, tmp_path, PASSPHRASE)
    looked_at = [violations(page) + is_cut(page)]
    for address in ("/case/copy", "/copy", "/more", "/cases", "/pair"):
        actions.open_screen(page, address)
        looked_at.append(violations(page) + is_cut(page))
    actions.open_screen(page, "/copy")
    choose(page, file)
    expect(page.get_by_label("Passphrase")).to_be_visible()
    looked_at.append(violations(page) + is_cut(page))
    page.get_by_label("Passphrase").fill("wrong words")
    page.get_by_role("button", name="Open", exact=True).click()
    expect(page.get_by_role("alert")).to_be_visible()
    looked_at.append(violations(page) + is_cut(page))
    assert looked_at == [[] for _ in looked_at]
