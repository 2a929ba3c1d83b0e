"""DELETE /logs/{log}: the owner deletes a log for good."""

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select
from time_machine import travel

from backend.extensions import Base, db, transaction
from backend.logs.deletion import tables_of_logs
from backend.logs.models import Log
from tests.api.conftest import BuildApp
from tests.api.people import Person, join, json_of, new_owner, newcomer, refused
from tests.api.test_cli import run
from tests.api.test_concurrency import on_own_connection
from tests.api.test_invites import Invitation
from tests.api.test_slots import Sheet

DAY = 24 * 3600


def delete(person: Person, token: bytes | None = None) -> int:
    return person.send("DELETE", person.log_url, token or person.owner_token).status_code


def rows_of(app: Flask, log: bytes) -> dict[str, int]:
    """How many rows each table has of a log."""
    with app.app_context(), transaction(write=False) as session:
        count = {
            table.name: session.scalar(select(func.count()).select_from(table).where(table.c.log_id == log)) or 0
            for table in tables_of_logs()
        }
        return {**count, "log": session.scalar(select(func.count()).where(Log.id == log)) or 0}


def test_everything_of_the_log_goes_and_nothing_of_others(app: Flask, ana: Person, mallory: Person) -> None:
    join(ana, "editor")
    kept = mallory.write(b"hers")
    for owner in (ana, mallory):
        owner.write(b"one", b"two")
        assert Invitation(owner).put().status_code == 201
        assert Sheet(owner).put().status_code == 201
    before = rows_of(app, ana.phone.log)
    assert before == {"grant": 2, "invite": 1, "log": 1, "log_entry": 2, "slot": 1}
    assert delete(ana) == 204
    assert rows_of(app, ana.phone.log) == dict.fromkeys(before, 0)
    assert mallory.pulled()[0] == kept[0]
    assert rows_of(app, mallory.phone.log) == {"grant": 1, "invite": 1, "log": 1, "log_entry": 3, "slot": 1}


def test_afterwards_it_is_unknown_to_everyone_as_if_it_had_never_been(ana: Person, ben: Person) -> None:
    sheet, invitation = Sheet(ana), Invitation(ana)
    assert (sheet.put().status_code, invitation.put().status_code) == (201, 201)
    ben.write(b"his")
    assert delete(ana) == 204
    for who in (ana, ben):
        refused(who.pull(), 404, "not_found")
        refused(who.push(who.phone.seal()), 404, "not_found")
    refused(sheet.get(), 404, "not_found")
    refused(invitation.claim(), 404, "not_found")
    assert delete(ana) == 404
    assert ana.make_log().status_code == 201
    assert json_of(ana.send("PUT", ana.log_url, ana.owner_token))["head"]["seq"] == 0


def test_only_the_owner_token_deletes(ana: Person, ben: Person, mallory: Person) -> None:
    stored = ana.write(b"stays")
    for token in (ana.phone.token, ben.phone.token, mallory.owner_token):
        assert delete(ana, token) == 404
    refused(ana.send("DELETE", ana.log_url, None), 401, "token_required")
    assert ana.pulled() == stored


def test_no_write_follows_an_answered_deletion(app: Flask, ana: Person, ben: Person) -> None:
    writer = on_own_connection(app, ben)

    def write_until_refused() -> int:
        while (answer := writer.push(writer.phone.seal())).status_code == 200:
            pass
        return answer.status_code

    with ThreadPoolExecutor(1) as pool:
        writing = pool.submit(write_until_refused)
        while not ana.pulled():
            pass
        assert delete(ana) == 204
        gone = rows_of(app, ana.phone.log)
        assert writing.result() == 404
    assert gone == rows_of(app, ana.phone.log) == dict.fromkeys(gone, 0)


def test_the_bytes_are_gone_from_the_files_of_sqlite(build: BuildApp) -> None:
    app = build()
    ana, mallory = new_owner(app.test_client()), new_owner(app.test_client())
    with app.app_context():
        if db.engine.dialect.name != "sqlite":
            pytest.skip("PostgreSQL writes over deleted rows in its own time")
        file = Path(str(db.engine.url.database))
    sealed = [*ana.write(bytes(100), bytes(200_000)), *mallory.write(b"stays")]
    assert [piece in bytes_of(file) for envelope in sealed for piece in pieces(envelope)] == [True] * 6
    assert delete(ana) == 204
    left = bytes_of(file)
    assert [piece in left for envelope in sealed for piece in pieces(envelope)] == [False] * 4 + [True] * 2


def pieces(envelope: bytes) -> tuple[bytes, bytes]:
    """Parts that stand in one page each."""
    return envelope[-40:], envelope[250:290]


def bytes_of(file: Path) -> bytes:
    return b"".join(path.read_bytes() for path in file.parent.glob(f"{file.name}*") if not path.name.endswith("-shm"))


def test_every_table_of_logs_is_found_by_the_log_at_once() -> None:
    for table in tables_of_logs():
        keys = [list(table.primary_key.columns), *(list(index.columns) for index in table.indexes)]
        assert table.c.log_id in [columns[0] for columns in keys], table.name
    assert {table.name for table in Base.metadata.sorted_tables} - {table.name for table in tables_of_logs()} == {
        "heartbeat",
        "log",
        "tally",
    }


def test_a_log_that_never_had_an_entry_is_forgotten_after_a_month(app: Flask) -> None:
    young = new_owner(app.test_client())
    with travel(time.time() - 31 * DAY, tick=False):
        unused, used = new_owner(app.test_client()), new_owner(app.test_client())
        used.write(b"one")
    assert "1 logs forgotten that never had an entry" in run(app, "purge-expired")[1]
    assert [rows_of(app, who.phone.log)["log"] for who in (unused, used, young)] == [0, 1, 1]
    assert unused.make_log().status_code == 201


def test_each_new_log_forgets_some_that_were_never_used(build: BuildApp) -> None:
    app = build(UNUSED_LOG_DAYS=7)
    with travel(time.time() - 8 * DAY, tick=False):
        left = [new_owner(app.test_client()) for _ in range(5)]
    for still_there in (3, 1, 0):
        newcomer(app.test_client()).make_log()
        assert sum(rows_of(app, who.phone.log)["log"] for who in left) == still_there
    never = build(UNUSED_LOG_DAYS=0)
    with travel(time.time() + 99 * DAY, tick=False):
        assert "never had an entry" not in run(never, "purge-expired")[1]


def test_where_a_code_is_asked_for_only_who_has_it_makes_logs(build: BuildApp) -> None:
    ana = newcomer(build(ADMISSION_CODE="open sesame please").test_client())
    for body in (None, {"admission": "open sesame"}, {"admission": "Open Sesame Please"}):
        refused(ana.send("PUT", ana.log_url, ana.owner_token, body), 403, "admission_required")
    stranger = newcomer(ana.client)
    refused(stranger.send("PUT", ana.log_url, stranger.owner_token), 404, "not_found")
    code = {"admission": "open sesame please"}
    assert ana.send("PUT", ana.log_url, ana.owner_token, code).status_code == 201
    assert ana.make_log().status_code == 200  # a log that is there needs no code
    assert ana.give(ana.phone, "owner").status_code == 201
    ana.write(b"as ever")


def test_a_short_code_stops_the_start(build: BuildApp) -> None:
    with pytest.raises(ValueError, match="12 characters"):
        build(ADMISSION_CODE="sesame")
