"""A disk that takes no writes, the answer of /healthz, and a proxy that nobody told the server of."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event

from backend.extensions import db
from backend.request_log import BEHIND_A_PROXY
from tests.api.conftest import BuildApp
from tests.api.people import json_of, new_owner, refused


@contextmanager
def pragma(app: Flask, text: str, undone: str) -> Iterator[None]:
    """Makes SQLite itself refuse, as on a disk that is full or mounted read-only."""

    def tell(connection: Any, _record: object, _proxy: object) -> None:
        connection.execute(text)

    with app.app_context():
        event.listen(db.engine, "checkout", tell)
        yield
        event.remove(db.engine, "checkout", tell)
        with db.engine.connect() as connection:
            connection.exec_driver_sql(undone)


REFUSALS = {
    "full": ("PRAGMA max_page_count = 1", "PRAGMA max_page_count = 4294967294", 507, "log_full"),
    "read-only": ("PRAGMA query_only = ON", "PRAGMA query_only = OFF", 503, "busy"),
}


@pytest.mark.parametrize("kind", REFUSALS)
def test_a_disk_that_takes_no_writes_is_said_and_nothing_is_lost(
    build: BuildApp, caplog: pytest.LogCaptureFixture, kind: str
) -> None:
    text, undone, status, code = REFUSALS[kind]
    app = build()
    ana = new_owner(app.test_client())
    stored, later = ana.write(b"before"), ana.phone.seal(bytes(200_000))
    with pragma(app, text, undone):
        refused(ana.push(later), status, code)
        assert ana.pulled() == stored
        refused(ana.client.get("/healthz"), status, code) if kind == "read-only" else None
    assert not [record for record in caplog.records if record.exc_info]
    assert json_of(ana.push(later))["seqs"] == [2]
    assert ana.client.get("/healthz").json == {"status": "ok"}


def test_health_is_told_after_a_write_that_comes_once_a_second_at_most(build: BuildApp) -> None:
    app = build()
    written: list[str] = []
    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", lambda *call: written.append(call[2]))
        for _ in range(5):
            assert app.test_client().get("/healthz").json == {"status": "ok"}
    assert len([text for text in written if text.startswith(("UPDATE", "INSERT"))]) == 1


@pytest.mark.parametrize(("hops", "warned"), [(0, 1), (1, 0)])
def test_a_proxy_that_nobody_told_of_is_warned_of_once(
    build: BuildApp, caplog: pytest.LogCaptureFixture, hops: int, warned: int
) -> None:
    client = build(PROXY_HOPS=hops).test_client()
    client.get("/manifest.json")
    assert BEHIND_A_PROXY not in caplog.text
    for _ in range(3):
        client.get("/manifest.json", headers={"X-Forwarded-For": "192.0.2.1"})
    assert caplog.text.count(BEHIND_A_PROXY) == warned
