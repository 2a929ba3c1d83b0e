"""Many phones at once on one log: no gaps, no errors, and no reader skips a row."""

import os
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import nullcontext
from threading import Barrier, Event
from time import sleep

import pytest
from flask import Flask
from flask.testing import FlaskClient

from backend import extensions
from backend.extensions import transaction
from backend.logs.models import Log
from backend.sync.verify import findings
from tests.api.people import Person, join, json_of, newcomer
from tests.api.test_companions import Opening, grants_of, opening
from tests.protocol.phone import Phone

WRITERS, PUSHES, BATCH = 8, 8, 3


def on_own_connection(app: Flask, person: Person) -> Person:
    """The same person with a client that no other thread uses."""
    return Person(app.test_client(), person.phone, person.owner_token, person.incarnation)


@pytest.mark.parametrize("in_line", [True, False], ids=["one process", "as if each were a process"])
def test_eight_writers_leave_no_gap_and_two_readers_skip_nothing(
    app: Flask, ana: Person, monkeypatch: pytest.MonkeyPatch, in_line: bool
) -> None:
    if not in_line:  # the log must be safe without the queue inside the process
        monkeypatch.setattr(extensions, "_in_line", nullcontext)
    writers = [on_own_connection(app, join(ana, "editor")) for _ in range(WRITERS)]
    readers = [on_own_connection(app, join(ana, "reader")) for _ in range(2)]
    start, done = Barrier(WRITERS + len(readers)), Event()

    def write(person: Person) -> list[int]:
        start.wait()
        seqs: list[int] = []
        for _ in range(PUSHES):
            answer = person.push(*[person.phone.seal() for _ in range(BATCH)])
            assert answer.status_code == 200, answer.json
            seqs += json_of(answer)["seqs"]
        return seqs

    def read(person: Person) -> list[int]:
        start.wait()
        seen: list[int] = []
        while True:
            was_done = done.is_set()
            page = json_of(person.pull(after=len(seen), limit=7))
            seen += [entry["seq"] for entry in page["entries"]]
            assert seen == list(range(1, len(seen) + 1))
            assert page["head"]["seq"] >= len(seen)
            if was_done and not page["entries"]:
                return seen
            sleep(0.002)

    with ThreadPoolExecutor(WRITERS + len(readers)) as pool:
        reading = [pool.submit(read, person) for person in readers]
        writing = [pool.submit(write, person) for person in writers]
        wait(writing)
        done.set()
        given = [seq for future in writing for seq in future.result()]
        seen = [future.result() for future in reading]
    assert sorted(given) == list(range(1, WRITERS * PUSHES * BATCH + 1))
    assert seen == [sorted(given)] * 2
    assert sound(app, ana)


def test_eight_retries_of_one_push_at_once_store_it_once(app: Flask, ana: Person) -> None:
    envelopes = [ana.phone.seal() for _ in range(5)]
    start = Barrier(WRITERS)

    def push(person: Person) -> list[int]:
        start.wait()
        seqs: list[int] = json_of(person.push(*envelopes))["seqs"]
        return seqs

    with ThreadPoolExecutor(WRITERS) as pool:
        answers = list(pool.map(push, [on_own_connection(app, ana) for _ in range(WRITERS)]))
    assert answers == [[1, 2, 3, 4, 5]] * WRITERS
    assert ana.pulled() == envelopes


def test_eight_phones_that_make_the_same_log_at_once_get_the_same_one(app: Flask, client: FlaskClient) -> None:
    mallory = newcomer(client)
    start = Barrier(WRITERS)

    def make(person: Person) -> tuple[int, str]:
        start.wait()
        return person.make_log().status_code, person.incarnation

    with ThreadPoolExecutor(WRITERS) as pool:
        answers = list(pool.map(make, [on_own_connection(app, mallory) for _ in range(WRITERS)]))
    assert sorted(status for status, _ in answers) == [200] * (WRITERS - 1) + [201]
    assert len({incarnation for _, incarnation in answers}) == 1


@pytest.mark.parametrize("in_line", [True, False], ids=["one process", "as if each were a process"])
def test_d3_of_eight_phones_with_one_invitation_one_comes_in(
    app: Flask, ana: Person, monkeypatch: pytest.MonkeyPatch, in_line: bool
) -> None:
    if not in_line:
        monkeypatch.setattr(extensions, "_in_line", nullcontext)
    invitation = opening(ana, "editor").invitation
    start = Barrier(WRITERS)

    def enter(_number: int) -> int:
        phone = Phone(ana.phone.log, ana.phone.case_key)
        door = Opening(invitation, Person(app.test_client(), phone, b"", ana.incarnation))
        start.wait()
        return door.enter(claimant=os.urandom(16)).status_code

    with ThreadPoolExecutor(WRITERS) as pool:
        answers = list(pool.map(enter, range(WRITERS)))
    assert sorted(answers) == [200] + [410] * (WRITERS - 1)
    assert sorted(grant["role"] for grant in grants_of(ana).values()) == ["editor", "owner"]


def test_a_revocation_that_was_answered_is_never_followed_by_a_write(app: Flask, ana: Person, ben: Person) -> None:
    writer = on_own_connection(app, ben)

    def write_until_refused() -> int:
        written = 0
        while (answer := writer.push(writer.phone.seal())).status_code == 200:
            written += 1
        assert answer.status_code == 404
        return written

    with ThreadPoolExecutor(1) as pool:
        writing = pool.submit(write_until_refused)
        while not ana.pulled():
            pass
        ana.revoke(ben.phone)
        after_revocation = json_of(ana.pull())["head"]["seq"]
        assert writing.result() == after_revocation


def sound(app: Flask, person: Person) -> bool:
    with app.app_context(), transaction(write=False) as session:
        log = session.get_one(Log, person.phone.log)
        return list(findings(session, log)) == []
