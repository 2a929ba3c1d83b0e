"""PUT /logs/{log}/entries, and the hashes of the bytes on the disk: how phones find what rotted and put it back."""

import pytest
from flask import Flask
from sqlalchemy import select, update
from werkzeug.test import TestResponse

from backend.extensions import transaction
from backend.sync.models import LogEntry
from tests.api.people import Person, json_of, refused
from tests.api.test_cli import run
from tests.protocol.envelope import entry_hash


def put_back(person: Person, *envelopes: bytes, incarnation: str | None = None) -> TestResponse:
    body = person.push_body(*envelopes, incarnation=incarnation)
    return person.send("PUT", f"{person.log_url}/entries", person.phone.token, body)


def hashes(person: Person, query: str) -> list[str]:
    found: list[str] = json_of(person.send("GET", f"{person.log_url}/hashes?{query}", person.phone.token))["hashes"]
    return found


def rot(app: Flask, person: Person, *seqs: int) -> None:
    """Flips the last bit of these entries, as a failing disk would: hash and chain stay as they were."""
    with app.app_context(), transaction(write=True) as session:
        for seq in seqs:
            place = (LogEntry.log_id == person.phone.log, LogEntry.seq == seq)
            envelope = session.scalars(select(LogEntry.envelope).where(*place)).one()
            rotten = bytes([*envelope[:-1], envelope[-1] ^ 1])
            session.execute(update(LogEntry).where(*place).values(envelope=rotten))


def test_the_hashes_of_the_bytes_tell_what_rotted_and_those_of_the_chain_do_not(app: Flask, ana: Person) -> None:
    written = ana.write(b"one", b"two", b"three")
    sound = [entry_hash(envelope).hex() for envelope in written]
    assert hashes(ana, "of=bytes") == hashes(ana, "of=chain") == hashes(ana, "") == sound
    rot(app, ana, 2)
    assert hashes(ana, "of=chain") == sound
    now = hashes(ana, "of=bytes")
    assert [seq for seq, (one, other) in enumerate(zip(now, sound, strict=True), 1) if one != other] == [2]
    assert hashes(ana, "of=bytes&after=2") == sound[2:]


def test_a_page_of_them_reads_no_more_than_four_pages_of_entries(
    app: Flask, ana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = ana.write(*(bytes(3000) for _ in range(6)))
    monkeypatch.setitem(app.config, "MAX_PAGE_BYTES", len(written[0]))
    assert len(hashes(ana, "of=bytes")) == 4
    assert len(hashes(ana, "of=bytes&after=4")) == 2
    assert hashes(ana, "of=bytes&after=6") == []
    assert len(hashes(ana, "")) == 6


def test_hashes_of_anything_else_are_refused(ana: Person) -> None:
    refused(ana.send("GET", f"{ana.log_url}/hashes?of=dreams", ana.phone.token), 422, "invalid_request")


def test_whoever_writes_on_the_log_puts_back_what_rotted_of_anybody(app: Flask, ana: Person, ben: Person) -> None:
    written = [*ana.write(b"one", b"two"), *ben.write(b"his")]
    head = json_of(ana.pull())["head"]
    rot(app, ana, 2, 3)
    assert run(app, "verify-log", ana.phone.log.hex())[0] == 1
    answer = json_of(put_back(ana, *written[1:]))
    assert answer == {"incarnation": ana.incarnation, "seqs": [2, 3], "head": head}
    assert ana.pulled() == written
    assert run(app, "verify-log", ana.phone.log.hex())[0] == 0


def test_putting_back_what_is_sound_changes_nothing(app: Flask, ana: Person) -> None:
    written = ana.write(b"one", b"two")
    assert json_of(put_back(ana, *written))["seqs"] == [1, 2]
    assert ana.pulled() == written


def test_nothing_but_the_very_bytes_takes_the_place_and_all_of_a_call_or_none(app: Flask, ana: Person) -> None:
    written = ana.write(b"one", b"two")
    rot(app, ana, 1, 2)
    spoilt = ana.pulled()
    other = bytes([*written[1][:-1], written[1][-1] ^ 2])
    details = refused(put_back(ana, written[0], other), 422, "bad_envelope")
    assert details == {"index": 1}
    assert ana.pulled() == spoilt


def test_what_the_log_never_had_is_not_added(ana: Person, mallory: Person) -> None:
    ana.write(b"one")
    refused(put_back(ana, ana.phone.seal(b"two")), 422, "bad_envelope")
    refused(put_back(ana, b"no envelope"), 422, "bad_envelope")
    assert len(ana.pulled()) == 1


def test_a_reader_and_a_stranger_put_nothing_back(app: Flask, ana: Person, cleo: Person, mallory: Person) -> None:
    written = ana.write(b"one")
    rot(app, ana, 1)
    body = ana.push_body(*written)
    refused(ana.send("PUT", f"{ana.log_url}/entries", cleo.phone.token, body), 403, "read_only")
    refused(ana.send("PUT", f"{ana.log_url}/entries", mallory.phone.token, body), 404, "not_found")
    assert ana.pulled() != written
    assert put_back(ana, *written).status_code == 200


def test_another_incarnation_and_more_than_a_push_are_refused(ana: Person) -> None:
    written = ana.write(b"one")
    refused(put_back(ana, *written, incarnation="ab" * 16), 409, "wrong_incarnation")
    refused(put_back(ana, *written * 501), 413, "too_many")
