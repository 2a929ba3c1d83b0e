"""How much may be stored: by one address in a day, by one log with its invites, by all together, and on the disk."""

from __future__ import annotations

import base64
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import event
from time_machine import travel

from backend.extensions import db, limiter, network_of
from backend.request_log import BEHIND_A_PROXY
from tests.api.people import Person, join, json_of, new_owner, newcomer, refused
from tests.api.test_invites import Invitation
from tests.api.test_slots import Sheet
from tests.conftest import make_app

BuildApp = Callable[..., Flask]


@pytest.fixture
def build(tmp_path: Path) -> Iterator[BuildApp]:
    """An app with its own database and settings."""
    made: list[Flask] = []

    def make(**settings: Any) -> Flask:
        app = make_app(f"sqlite:///{tmp_path / 'own.sqlite3'}", settings)
        with app.app_context():
            upgrade()
        made.append(app)
        return app

    yield make
    limiter.reset()
    limiter.enabled = False
    for app in made:
        with app.app_context():
            db.engine.dispose()


def from_address(app: Flask, person: Person, address: str) -> Person:
    """The same person, with requests that come from this address."""
    client = app.test_client()
    client.environ_base["REMOTE_ADDR"] = address
    return Person(client, person.phone, person.owner_token, person.incarnation)


def sealed_of(length: int) -> str:
    return base64.b64encode(bytes(length)).decode()


def limited(build: BuildApp, **settings: Any) -> Flask:
    return build(RATELIMIT_ENABLED=True, RATE_LIMIT="1000 per minute", BYTES_PER_DAY=5000, **settings)


def push_until_refused(person: Person) -> int:
    """How many pushes of about a kilobyte were accepted."""
    for taken in range(20):
        answer = person.push(person.phone.seal(bytes(300)))
        if answer.status_code != 200:
            refused(answer, 429, "rate_limited")
            assert 0 < int(answer.headers["Retry-After"]) <= 3600
            return taken
    raise AssertionError("nothing was refused")


def test_an_address_may_store_so_many_bytes_in_a_day(build: BuildApp) -> None:
    app = limited(build)
    ana = new_owner(app.test_client())
    with travel(time.time(), tick=False) as clock:
        assert 3 <= push_until_refused(ana) < 10
        assert ana.pull().status_code == 200
        refused(Invitation(ana).put(sealed=sealed_of(900)), 429, "rate_limited")
        elsewhere = from_address(app, ana, "192.0.2.9")
        refused(elsewhere.push(elsewhere.phone.seal()), 409, "counter_gap")  # accepted, then told what is missing
        clock.shift(24 * 3600)
        assert Invitation(ana).put(sealed=sealed_of(900)).status_code == 201


def test_invites_count_among_the_bytes_of_a_day(build: BuildApp) -> None:
    ana = new_owner(limited(build).test_client())
    statuses = [Invitation(ana).put(sealed=sealed_of(900)).status_code for _ in range(6)]
    assert (statuses[0], statuses[-1]) == (201, 429)
    refused(ana.push(ana.phone.seal(bytes(900))), 429, "rate_limited")


def test_a_stranger_uses_up_nobodys_allowance(build: BuildApp) -> None:
    app = limited(build)
    ana = new_owner(app.test_client())
    mallory = Person(ana.client, ana.phone, bytes(32), ana.incarnation)
    for _ in range(20):
        body = ana.push_body(ana.phone.seal(bytes(300)))
        refused(mallory.send("POST", f"{ana.log_url}/entries", bytes(32), body), 404, "not_found")
    fresh = new_owner(app.test_client())
    assert push_until_refused(fresh) >= 3


def test_the_phones_of_one_ipv6_network_share_an_allowance_and_others_do_not(build: BuildApp) -> None:
    app = limited(build)
    people = [new_owner(app.test_client()) for _ in range(3)]
    first, neighbour, other = (
        from_address(app, person, address)
        for person, address in zip(people, ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "2001:db8:1:3::1"), strict=True)
    )
    assert push_until_refused(first) >= 3
    assert push_until_refused(neighbour) == 0
    assert push_until_refused(other) >= 3


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("192.0.2.7:50123", "192.0.2.7"),
        ("[2001:db8:1:2::9]:443", "2001:db8:1:2::/64"),
        ("192.0.2.7:", "unknown"),
        ("not an address", "unknown"),
        (None, "unknown"),
    ],
)
def test_an_address_is_counted_as_its_network(address: str | None, counted: str) -> None:
    assert network_of(address) == counted


def test_a_log_has_so_many_invites_at_most(build: BuildApp) -> None:
    ana = new_owner(build(MAX_INVITES=2).test_client())
    first = Invitation(ana)
    assert [first.put().status_code, Invitation(ana).put().status_code] == [201, 201]
    assert refused(Invitation(ana).put(), 413, "too_many") == {"most": 2}
    assert first.put().status_code == 200
    assert ana.send("DELETE", first.url, ana.phone.token).status_code == 204
    assert Invitation(ana).put().status_code == 201


def test_invites_count_in_the_quota_of_their_log(build: BuildApp) -> None:
    ana = new_owner(build(LOG_QUOTA_BYTES=2000).test_client())
    assert Invitation(ana).put(sealed=sealed_of(1500)).status_code == 201
    refused(Invitation(ana).put(sealed=sealed_of(1500)), 507, "log_full")


def test_a_log_has_so_many_slots_at_most(build: BuildApp) -> None:
    ana = new_owner(build(MAX_SLOTS=2).test_client())
    first = Sheet(ana)
    assert [first.put().status_code, Sheet(ana).put().status_code] == [201, 201]
    assert refused(Sheet(ana).put(), 413, "too_many") == {"most": 2}
    assert first.put(2).status_code == 200
    assert first.delete().status_code == 204
    assert Sheet(ana).put().status_code == 201


def test_slots_count_in_the_quota_of_the_server(build: BuildApp) -> None:
    ana = new_owner(build(SERVER_QUOTA_BYTES=3500).test_client())
    sealed = base64.b64encode(bytes(1000)).decode()
    sheets = [Sheet(ana) for _ in range(4)]
    answers = [sheet.put(sealed=sealed) for sheet in sheets]
    assert answers[0].status_code == 201
    refused(answers[-1], 507, "log_full")


@pytest.mark.parametrize("setting", [{"LOG_QUOTA_ENTRIES": 50}, {"LOG_QUOTA_BYTES": 50 * 263}])
def test_a_companion_cannot_fill_a_log_so_that_its_owner_finds_no_room(
    build: BuildApp, setting: dict[str, int]
) -> None:
    ana = new_owner(build(**setting).test_client())
    ben, tablet = join(ana, "editor"), join(ana, "owner")
    ana.write(b"")
    written = 0
    while (answer := ben.push(ben.phone.seal())).status_code == 200:
        written += 1
    refused(answer, 507, "log_full")
    assert 30 <= written <= 39
    for who in (ana, tablet):
        who.write(b"", b"", b"")
    assert len(ana.pulled()) == written + 7
    assert ben.pull().status_code == 200


def test_the_whole_server_has_a_ceiling_and_a_retry_stays_free(build: BuildApp) -> None:
    app = build(SERVER_QUOTA_BYTES=6000)
    ana = new_owner(app.test_client())
    stored = ana.write(b"fits")
    refused(ana.push(ana.phone.seal(bytes(6000))), 507, "log_full")
    refused(Invitation(ana).put(sealed=sealed_of(4096)), 507, "log_full")
    assert json_of(ana.push(*stored))["seqs"] == [1]
    assert json_of(ana.pull())["head"]["seq"] == 1
    made = 0
    while made < 8 and (answer := newcomer(ana.client).make_log()).status_code == 201:
        made += 1
    refused(answer, 507, "log_full")
    assert made > 1


def test_what_is_there_from_before_the_start_counts_in_the_ceiling(build: BuildApp) -> None:
    ana = new_owner(build().test_client())
    ana.write(bytes(3000))
    again = build(SERVER_QUOTA_BYTES=6000)
    ana = from_address(again, ana, "127.0.0.1")
    refused(ana.push(ana.phone.seal(bytes(3000))), 507, "log_full")


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
