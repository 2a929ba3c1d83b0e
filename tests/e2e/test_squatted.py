"""The server is wiped, and a person who knows a case's id creates its log before the owner does."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from http.client import HTTPConnection

import pytest
from playwright.sync_api import Page, expect

from tests import actions, other_phones
from tests.e2e.conftest import NewPhone, NewServer
from tests.e2e.console_errors import ConsoleErrors
from tests.e2e.hostile_device import attack
from tests.e2e.pair_of_phones import CASE, LOGS, find_signal, forgive_cut_requests, lose_signal, wake
from tests.harness import Server

pytestmark = pytest.mark.hostile

NOT_OURS = "The server says that a case here is not yours"


def rows(server: Server, statement: str, *values: object) -> list[tuple[bytes, ...]]:
    """What a statement finds or changes in the database of a stopped server."""
    with closing(sqlite3.connect(server.database)) as database, database:
        return database.execute(statement, values).fetchall()


def make_log(server: Server, log: bytes, token: bytes) -> int:
    """The status with which the server answers a request to create this log."""
    with closing(HTTPConnection(server.address.removeprefix("http://"))) as connection:
        connection.request("PUT", f"/api/v1/logs/{log.hex()}", headers={"Authorization": f"Bearer {token.hex()}"})
        return connection.getresponse().status


@pytest.fixture
def server(new_server: NewServer, console_errors: ConsoleErrors) -> Server:
    forgive_cut_requests(console_errors)
    console_errors.expect(r"status of 404 .*\(.*/api/v1/logs/")  # how the phone notices
    console_errors.expect("ERR_CONNECTION_(RESET|REFUSED)")
    return new_server()


@pytest.fixture
def ana(new_phone: NewPhone, server: Server) -> Page:
    ana = new_phone(on=server)
    actions.start_case(ana, CASE)
    actions.write_note(ana, "Written before.")
    actions.sent(ana)
    lose_signal(ana)
    return ana


def test_a_wiped_server_gives_a_case_to_nobody_but_its_owner(ana: Page, server: Server) -> None:
    server.stop()
    logs = [log for (log,) in rows(server, "SELECT id FROM log")]
    for table in ("log_entry", '"grant"', "invite", "log"):
        rows(server, f"DELETE FROM {table}")  # noqa: S608 - the four names above
    server.start()
    token = os.urandom(32)
    assert [make_log(server, log, token) for log in logs] == [404] * LOGS
    find_signal(ana)
    actions.write_note(ana, "Written after.")
    actions.sent(ana)
    assert {log for (log,) in rows(server, "SELECT id FROM log")} == set(logs)


def test_the_owner_of_a_log_that_somebody_else_took_is_told_and_loses_nothing(ana: Page, server: Server) -> None:
    server.stop()
    kept = rows(server, "SELECT owner_token_hash, id FROM log")
    rows(server, "UPDATE log SET owner_token_hash = ?", os.urandom(32))
    rows(server, 'DELETE FROM "grant"')
    server.start()
    wake(ana)
    expect(actions.trouble(ana)).to_contain_text(NOT_OURS)
    actions.write_note(ana, "Written meanwhile.")
    expect(actions.trouble(ana)).to_contain_text(NOT_OURS)
    server.stop()
    for owner, log in kept:
        rows(server, "UPDATE log SET owner_token_hash = ? WHERE id = ?", owner, log)
    server.start()
    find_signal(ana)
    expect(ana.get_by_text(NOT_OURS)).to_have_count(0)
    actions.open_screen(ana, "/journal")
    for note in ("Written before.", "Written meanwhile."):
        expect(ana.get_by_text(note)).to_be_visible()


def test_a_case_of_before_whose_log_somebody_took_moves_with_all_its_words(ana: Page, server: Server) -> None:
    find_signal(ana)
    known = {log for (log,) in rows(server, "SELECT id FROM log")}
    attack(server, "caseOfBefore", other_phones.offer_phone(ana).code, ana)
    actions.open_screen(ana, "/cases")
    wake(ana)
    expect(ana.get_by_role("heading", name="My old hip")).to_be_visible()
    ana.get_by_role("button", name="Open", exact=True).click()
    expect(ana.get_by_role("heading", level=1)).not_to_have_text("Cases")
    actions.write_note(ana, "Written before it was taken.")
    actions.sent(ana)
    lose_signal(ana)
    actions.write_note(ana, "Written without a signal.")
    server.stop()
    ((taken,),) = [row for row in rows(server, "SELECT id FROM log") if row[0] not in known]
    for table in ("log_entry", '"grant"', "log"):
        rows(server, f"DELETE FROM {table} WHERE {'id' if table == 'log' else 'log_id'} = ?", taken)  # noqa: S608 - the names above
    server.start()
    assert make_log(server, taken, os.urandom(32)) == 201
    ana.context.set_offline(False)
    actions.status(ana).get_by_role("link", name="See what happened").click()
    expect(ana.get_by_text("Please invite your companions again.")).to_be_visible()
    actions.sent(ana)
    actions.open_screen(ana, "/journal")
    for note in ("Written before it was taken.", "Written without a signal."):
        expect(ana.get_by_text(note)).to_be_visible()
    assert rows(server, "SELECT id FROM log WHERE id = ? AND head_seq = 0", taken) == [(taken,)]
    assert len(rows(server, "SELECT id FROM log WHERE head_seq > 0")) == LOGS + 1
