"""How much may be stored: by one address in a day, by one log with its invites, and by all together."""

from __future__ import annotations

import base64
import time
from typing import Any

import pytest
from flask import Flask
from time_machine import travel

from backend.extensions import network_of
from tests.api.conftest import BuildApp
from tests.api.people import Person, join, json_of, new_owner, newcomer, refused
from tests.api.test_invites import Invitation
from tests.api.test_slots import Sheet


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
