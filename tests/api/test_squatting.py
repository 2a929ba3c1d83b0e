"""Who may create a log again after the server lost it: its owner, and nobody else who knows its id."""

import os
from dataclasses import replace
from uuid import uuid4

from flask import Flask
from sqlalchemy import delete

from backend.access.models import Grant
from backend.extensions import transaction
from backend.logs.models import Log
from backend.sync.log import new_log
from backend.sync.models import LogEntry
from tests.api.people import Person, newcomer, refused
from tests.protocol.phone import Phone


def wipe(app: Flask, log: bytes) -> None:
    """Deletes a log from the server, with all that belongs to it."""
    with app.app_context(), transaction(write=True) as session:
        for table, column in ((LogEntry, LogEntry.log_id), (Grant, Grant.log_id), (Log, Log.id)):
            session.execute(delete(table).where(column == log))


def test_a_companion_cannot_make_the_log_that_the_server_lost_and_its_owner_can(
    app: Flask, ana: Person, ben: Person
) -> None:
    ben.write(b"before")
    wipe(app, ana.phone.log)
    squatter = replace(ben, owner_token=os.urandom(32))
    for token in (squatter.owner_token, ben.phone.token, ana.phone.token):
        refused(ben.send("PUT", ben.log_url, token), 404, "not_found")
    refused(squatter.give(ben.phone, "owner"), 404, "not_found")
    assert ana.make_log().status_code == 201
    assert ana.give(ana.phone, "owner").status_code == 201
    refused(ben.pull(), 404, "not_found")


def test_a_companion_writes_again_once_the_owner_has_let_them_in_again(app: Flask, ana: Person, ben: Person) -> None:
    sent = ben.write(b"before")
    wipe(app, ana.phone.log)
    refused(ben.push(*sent), 404, "not_found")
    assert ana.make_log().status_code == 201
    assert ana.give(ben.phone, "editor").status_code == 201
    later = ben.phone.seal(b"after")
    assert ben.push(*sent, later, incarnation=ana.incarnation).status_code == 200
    assert ben.pulled() == [*sent, later]


def test_a_log_that_is_not_there_looks_like_somebody_elses_to_who_may_not_make_it(ana: Person) -> None:
    mallory = newcomer(ana.client)
    assert mallory.make_log().status_code == 201
    answers = [
        mallory.send("PUT", f"/api/v1/logs/{log.hex()}", mallory.owner_token)
        for log in (ana.phone.log, newcomer(mallory.client).phone.log)
    ]
    assert {(answer.status_code, answer.text) for answer in answers} == {(404, answers[0].text)}


def test_every_bit_that_the_token_makes_is_looked_at(ana: Person) -> None:
    mallory = newcomer(ana.client)
    right = int.from_bytes(mallory.phone.log)
    for bit in sorted({*range(128)} - {*range(76, 80), 62, 63}):  # all but the bits that mark an id as derived
        mallory.phone.log = (right ^ 1 << bit).to_bytes(16)
        refused(mallory.make_log(), 404, "not_found")
    mallory.phone.log = right.to_bytes(16)
    assert mallory.make_log().status_code == 201


def test_a_log_from_before_ids_proved_their_owner_goes_on_and_is_healed_as_it_was(app: Flask, ana: Person) -> None:
    old = Person(ana.client, Phone(uuid4().bytes, os.urandom(32)), os.urandom(32))
    with app.app_context(), transaction(write=True) as session:
        session.add(new_log(old.phone.log, old.owner_token, incarnation=os.urandom(16), now=0))
    assert old.make_log().status_code == 200
    assert old.give(old.phone, "owner").status_code == 201
    sent = old.write(b"goes on")
    wipe(app, old.phone.log)
    assert old.make_log().status_code == 201
    assert old.give(old.phone, "owner").status_code == 201
    assert old.push(*sent).status_code == 200
