"""Whoever the database knew a minute ago is not looked up before their body is read, but always before they write."""

from __future__ import annotations

import time

import pytest
from sqlalchemy import event

from backend.access.bearer import MOST_KNOWN, SECONDS_KNOWN, LatelyKnown
from backend.extensions import db
from tests.api.people import Person, join


def test_a_device_whose_access_ended_writes_nothing_though_it_was_known_a_moment_ago(ana: Person) -> None:
    ben = join(ana, "editor")
    ben.write(b"known")
    assert ana.revoke(ben.phone).status_code == 204
    refused = ben.push(ben.phone.seal(b"too late"))
    assert refused.status_code == 404
    assert len(ana.pulled()) == 1


def test_a_second_push_looks_its_device_up_only_once(ana: Person) -> None:
    ana.write(b"first")
    assert transactions_of(ana) == 1


def test_a_minute_later_it_is_looked_up_twice_again(ana: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    ana.write(b"first")
    later = time.monotonic() + SECONDS_KNOWN + 1
    monkeypatch.setattr(time, "monotonic", lambda: later)
    assert transactions_of(ana) == 2


def test_only_so_many_are_kept_and_the_latest_stay() -> None:
    known = LatelyKnown()
    for number in range(MOST_KNOWN + 1):
        known.add(number.to_bytes(4))
    assert not known.has((0).to_bytes(4))
    assert known.has(MOST_KNOWN.to_bytes(4))


def transactions_of(ana: Person) -> int:
    """How many transactions one push begins."""
    begun: list[object] = []

    def remember(connection: object) -> None:
        begun.append(connection)

    with ana.client.application.app_context():
        event.listen(db.engine, "begin", remember)
        ana.write(b"another")
        event.remove(db.engine, "begin", remember)
    return len(begun)
