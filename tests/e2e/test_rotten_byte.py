"""A byte of the server's database rots. A phone that holds the entry puts it back within a day, or the operator acts.

Either way a new phone gets everything.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

from tests import actions, other_phones
from tests.e2e.conftest import NewPhone, NewServer
from tests.e2e.console_errors import ConsoleErrors
from tests.e2e.pair_of_phones import CASE, find_signal, forgive_cut_requests, lose_signal, pair
from tests.harness import Server

# One for each log that is checked; the others allow for a machine that is slow to start the phone's exchange.
MOST_HALF_MINUTES = 120
NOTES = ("Before it rots.", "This one rots.", "After it rotted.")


def rot(server: Server) -> None:
    """Flips one bit in an entry in the middle of the largest log."""
    with sqlite3.connect(server.database) as database:
        log, head = database.execute("SELECT id, head_seq FROM log ORDER BY head_seq DESC LIMIT 1").fetchone()
        place = (log, head // 2)
        (envelope,) = database.execute("SELECT envelope FROM log_entry WHERE log_id = ? AND seq = ?", place).fetchone()
        rotten = bytes([*envelope[:-1], envelope[-1] ^ 1])
        database.execute("UPDATE log_entry SET envelope = ? WHERE log_id = ? AND seq = ?", (rotten, *place))
    database.close()


def shows_all(page: Page) -> None:
    actions.open_screen(page, "/journal")
    for note in NOTES:
        expect(page.get_by_text(note)).to_be_visible()


def test_a_phone_that_holds_the_entry_notices_within_a_day_and_puts_it_back(
    new_phone: NewPhone, new_server: NewServer
) -> None:
    server = new_server()  # of this story alone: the largest log must be hers
    ana = new_phone(on=server)
    ana.clock.install()
    actions.start_case(ana, CASE)
    for note in NOTES:
        actions.write_note(ana, note)
        actions.sent(ana)
    rot(server)
    with pytest.raises(RuntimeError, match="the envelope is not the one that was stored"):
        server.flask("verify-log", "--all")
    ana.clock.fast_forward("25:00:00")
    actions.open_screen(ana, "/more/storage")
    said = ana.get_by_text("1 entry was damaged on the server. This phone had it whole")
    for _ in range(MOST_HALF_MINUTES):
        ana.clock.fast_forward("00:31")
        with suppress(PlaywrightTimeoutError):
            said.wait_for(timeout=1_000)
            break
    expect(said).to_be_visible()
    server.flask("verify-log", "--all")
    actions.open_screen(ana, "/")
    other = new_phone(on=server)
    other_phones.join_by_code(other, other_phones.offer_phone(ana).code, ana)
    expect(other.get_by_text("All here").first).to_be_visible()
    shows_all(other)
    actions.open_screen(other, "/more/storage")
    expect(other.get_by_text("damaged on the server")).to_have_count(0)


def test_a_rotten_byte_is_set_aside_and_healed_by_the_phones(
    new_phone: NewPhone, new_server: NewServer, console_errors: ConsoleErrors, tmp_path: Path
) -> None:
    forgive_cut_requests(console_errors)
    console_errors.expect(r"status of (404|409) .*\(.*/api/v1/logs/")  # how the phones notice
    console_errors.expect("ERR_CONNECTION_(RESET|REFUSED)")
    server = new_server()
    ana, second = new_phone(on=server), new_phone(on=server)
    pair(ana, second)
    for note in NOTES:
        actions.write_note(ana, note)
        actions.sent(ana)
    actions.open_screen(second, "/journal")
    find_signal(second)
    shows_all(second)
    lose_signal(ana, second)
    server.stop()
    rot(server)
    with pytest.raises(RuntimeError, match="the envelope is not the one that was stored"):
        server.flask("verify-log", "--all")
    server.flask("verify-log", "--all", "--repair", "--aside", str(tmp_path / "aside"))
    server.flask("verify-log", "--all")
    assert list(tmp_path.glob("aside/*.envelope"))
    server.start()
    find_signal(ana, second, ana)
    actions.sent(ana)
    third = new_phone(on=server)
    other_phones.join_by_code(third, other_phones.offer_phone(ana).code, ana)
    expect(third.get_by_text("All here").first).to_be_visible()
    shows_all(third)
