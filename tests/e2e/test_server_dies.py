"""The server loses its data. Both phones notice, say so plainly and put back what is missing: no word is lost."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests import actions, other_phones
from tests.e2e.conftest import NewPhone, NewServer
from tests.e2e.console_errors import ConsoleErrors
from tests.e2e.pair_of_phones import find_signal, forgive_cut_requests, lose_signal, pair
from tests.harness import Server

LOST = "The server had lost"
WENT_BACK = "The server had gone back to an older state"


class Family:
    """Two phones in step, and the server whose data is about to be harmed."""

    def __init__(self, new_phone: NewPhone, server: Server) -> None:
        self.server = server
        self._new_phone = new_phone
        self.ana, self.second = new_phone(on=server), new_phone(on=server)
        pair(self.ana, self.second)

    def both(self) -> tuple[Page, Page]:
        return self.ana, self.second

    def everyone_knows(self, *notes: str) -> None:
        """Both phones, and a third that only now gets everything from the server."""
        third = self._new_phone(on=self.server)
        other_phones.join_by_code(third, other_phones.offer_phone(self.ana).code, self.ana)
        expect(third.get_by_text("All here").first).to_be_visible()
        for page in (*self.both(), third):
            actions.open_screen(page, "/journal")
            for note in notes:
                expect(page.get_by_text(note)).to_be_visible()


@pytest.fixture
def family(new_phone: NewPhone, new_server: NewServer, console_errors: ConsoleErrors) -> Family:
    forgive_cut_requests(console_errors)
    console_errors.expect(r"status of (404|409) .*\(.*/api/v1/logs/")  # how the phones notice
    console_errors.expect("ERR_CONNECTION_(RESET|REFUSED)")
    return Family(new_phone, new_server())


def forget_everything(server: Server, empty: Path) -> None:
    server.stop()
    restore(server, empty)
    server.start()


def restore(server: Server, backup: Path) -> None:
    """Replaces the present database file, which must not be in use, by another one."""
    for leftover in server.folder.glob(f"{server.database.name}-*"):
        leftover.unlink()
    shutil.copy(backup, server.database)


def says(page: Page, words: str) -> None:
    """The status line points to the words, which are on their own screen until they have been read."""
    actions.status(page).get_by_role("link", name="See what happened").click()
    expect(page.get_by_role("heading", name="What happened")).to_be_visible()
    expect(page.get_by_text(re.compile(words)).first).to_be_visible()
    expect(page.get_by_text("Nothing of yours is lost.").first).to_be_visible()
    read = page.get_by_role("button", name="I have read this")
    while read.count():
        before = read.count()
        actions.before_the_next_tap(page)
        read.first.click()
        expect(read).to_have_count(before - 1)
    expect(page.get_by_role("heading", name="What happened")).to_have_count(0)


def test_a_wiped_server_is_filled_again_by_the_phones(family: Family, empty_database: Path) -> None:
    ana, second = family.both()
    actions.write_note(ana, "Written on the first phone.")
    actions.sent(ana)
    actions.open_screen(second, "/journal")
    find_signal(second)
    actions.write_note(second, "Written on the second phone.")
    actions.sent(second)
    lose_signal(ana, second)
    actions.write_note(ana, "Written while nobody had a signal.")
    forget_everything(family.server, empty_database)
    find_signal(ana, second, ana)
    for page in family.both():
        says(page, LOST)
    family.everyone_knows(
        "Written on the first phone.", "Written on the second phone.", "Written while nobody had a signal."
    )


def test_an_older_copy_of_the_server_is_brought_up_to_date_by_the_phones(family: Family, tmp_path: Path) -> None:
    ana, second = family.both()
    actions.write_note(ana, "Before the backup.")
    actions.sent(ana)
    family.server.stop()
    backup = tmp_path / "backup.sqlite3"
    shutil.copy(family.server.database, backup)
    family.server.start()
    actions.write_note(ana, "After the backup, by the first phone.")
    actions.sent(ana)
    actions.open_screen(second, "/journal")
    find_signal(second)
    actions.write_note(second, "After the backup, by the second phone.")
    actions.sent(second)
    find_signal(ana)
    lose_signal(ana, second)
    family.server.stop()
    restore(family.server, backup)
    family.server.start()
    find_signal(ana, second, ana)
    says(ana, WENT_BACK)
    says(second, f"{LOST}|{WENT_BACK}")  # the second phone meets a server that has begun a new incarnation
    family.everyone_knows(
        "Before the backup.", "After the backup, by the first phone.", "After the backup, by the second phone."
    )
