"""The server answers wrongly, too late, or has no space. The phone keeps every word, says so calmly and tries again."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, Request, expect

from tests import actions, other_phones
from tests.e2e.conftest import NewPhone, NewServer
from tests.e2e.console_errors import ConsoleErrors
from tests.e2e.fault_injection import start_with_faults
from tests.harness import Server

TRY_AGAIN = re.compile(r"\d+ waiting")
REFUSED = r"status of 500 .*\(.*/api/v1/logs/"
NOTE = "The nurse takes blood."


def phone_with_a_case(new_phone: NewPhone, server: Server) -> Page:
    page = new_phone(on=server)
    actions.start_case(page, "My left knee")
    actions.sent(page)
    return page


def arrives_on_another_phone(new_phone: NewPhone, server: Server, page: Page, note: str) -> None:
    other = new_phone(on=server)
    other_phones.join_by_code(other, other_phones.offer_phone(page).code, page)
    actions.open_screen(other, "/journal")
    expect(other.get_by_text(note)).to_be_visible()


def test_errors_are_waited_out_and_then_all_is_sent(
    new_phone: NewPhone, new_server: NewServer, tmp_path: Path, console_errors: ConsoleErrors
) -> None:
    console_errors.expect(REFUSED)
    server, faults = start_with_faults(new_server, tmp_path)
    ana = phone_with_a_case(new_phone, server)
    faults.refuse("^/api/v1/logs/")
    tries: list[str] = []
    ana.on("request", lambda request: tries.append(request.url) if "/api/v1/logs/" in request.url else None)
    actions.write_note(ana, NOTE)
    expect(actions.status(ana)).to_contain_text(TRY_AGAIN)
    tried = len(tries)
    ana.wait_for_event("request", lambda request: "/api/v1/logs/" in request.url, timeout=90_000)
    assert len(tries) > tried
    faults.none()
    actions.sent(ana)
    arrives_on_another_phone(new_phone, server, ana, NOTE)


def test_a_server_that_answers_too_late_holds_nobody_up(
    new_phone: NewPhone, new_server: NewServer, tmp_path: Path
) -> None:
    server, faults = start_with_faults(new_server, tmp_path)
    ana = phone_with_a_case(new_phone, server)
    faults.delay("/entries$", seconds=25, method="POST")
    with ana.expect_event("requestfailed", is_push, timeout=90_000):
        actions.write_note(ana, NOTE)
        expect(actions.status(ana)).to_contain_text("Sending…")
        ana.get_by_label("Your note").press_sequentially(" It takes a minute.")
        actions.saved(ana)
    faults.none()
    actions.sent(ana)
    arrives_on_another_phone(new_phone, server, ana, f"{NOTE} It takes a minute.")


def is_push(request: Request) -> bool:
    return request.method == "POST" and request.url.endswith("/entries")


def test_a_full_server_is_said_calmly_and_is_filled_when_there_is_room(
    new_phone: NewPhone, new_server: NewServer, console_errors: ConsoleErrors
) -> None:
    console_errors.expect(r"status of 507 .*\(.*/entries\)$")
    console_errors.expect("ERR_CONNECTION_(RESET|REFUSED)")
    server = new_server(settings={"LOG_QUOTA_ENTRIES": "3"})
    ana = phone_with_a_case(new_phone, server)
    for number in range(5):
        actions.write_note(ana, f"Note number {number}.")
    expect(actions.trouble(ana)).to_contain_text("The server has no more room. Everything is safe on this phone.")
    ana.reload()
    actions.open_screen(ana, "/journal")
    for number in range(5):
        expect(ana.get_by_text(f"Note number {number}.")).to_be_visible()
    server.stop()
    server.configure(LOG_QUOTA_ENTRIES="1000")
    server.start()
    actions.open_screen(ana, "/journal")
    actions.sent(ana)
    arrives_on_another_phone(new_phone, server, ana, "Note number 4.")
