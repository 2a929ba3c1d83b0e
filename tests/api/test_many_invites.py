"""A stranger leaves far more invites than anyone needs, on their own logs: everyone else can still pair."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import func, select, text

from backend.extensions import db, transaction
from backend.invites.invites import KEPT_AFTER_END_SECONDS, MOST_FORGOTTEN_AT_ONCE
from backend.invites.models import Invite
from tests.api.people import new_owner, newcomer, refused
from tests.api.test_invites import Invitation, hand_over, reply_to
from tests.conftest import make_app

MANY = 300_000  # more than either database takes in one list


@pytest.fixture
def own_app(tmp_path: Path) -> Iterator[Flask]:
    with app_with(tmp_path, {"MAX_INVITES": 2}) as app:
        yield app


@contextmanager
def app_with(folder: Path, settings: Mapping[str, int]) -> Iterator[Flask]:
    app = make_app(f"sqlite:///{folder / 'own.sqlite3'}", settings)
    with app.app_context():
        upgrade()
    yield app
    with app.app_context():
        db.engine.dispose()


LEFT = text(
    "WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < :count) "
    "INSERT INTO invite (id, log_id, device, claim_hash, sealed, expires_at) "
    "SELECT randomblob(16), :log, zeroblob(32), zeroblob(32), x'', :ended FROM number"
)


def leave(app: Flask, count: int, log: bytes, ended: int) -> None:
    """This many invites of one log that ended some time ago."""
    with app.app_context(), transaction(write=True) as session:
        session.execute(LEFT, {"count": count, "log": log, "ended": ended})


def count_of(app: Flask) -> int:
    with app.app_context(), transaction(write=False) as session:
        return session.scalar(select(func.count()).select_from(Invite)) or 0


def day_before_yesterday() -> int:
    return int(time.time()) - 2 * KEPT_AFTER_END_SECONDS


def test_hundreds_of_thousands_that_ended_are_forgotten_bit_by_bit(own_app: Flask) -> None:
    ana = new_owner(own_app.test_client())
    leave(own_app, MANY, os.urandom(16), day_before_yesterday())
    assert Invitation(ana).put().status_code == 201
    assert count_of(own_app) == MANY - MOST_FORGOTTEN_AT_ONCE + 1


def test_the_operator_forgets_all_of_them_at_once(own_app: Flask) -> None:
    leave(own_app, 3 * MOST_FORGOTTEN_AT_ONCE + 1, os.urandom(16), day_before_yesterday())
    done = own_app.test_cli_runner().invoke(args=["purge-expired"])
    assert f"{3 * MOST_FORGOTTEN_AT_ONCE + 1} invites forgotten" in done.output
    assert count_of(own_app) == 0


def test_an_owners_own_that_nobody_has_forgotten_yet_do_not_stand_in_the_way(own_app: Flask) -> None:
    ana = new_owner(own_app.test_client())
    leave(own_app, MOST_FORGOTTEN_AT_ONCE, os.urandom(16), day_before_yesterday())
    leave(own_app, 2, ana.phone.log, day_before_yesterday() + 1)
    assert Invitation(ana).put().status_code == 201
    leave(own_app, 2, ana.phone.log, int(time.time()))
    refused(Invitation(ana).put(), 413, "too_many")


def test_what_was_replied_and_handed_over_counts_as_the_invite_does(tmp_path: Path) -> None:
    settings = {"LOG_QUOTA_BYTES": 6000, "SERVER_QUOTA_BYTES": 1_000_000}
    with app_with(tmp_path, settings) as app:
        ana = new_owner(app.test_client())
        invitation = Invitation(ana)
        assert invitation.put().status_code == 201
        assert reply_to(invitation, bytes(2500)).status_code == 200
        assert Invitation(ana).put().status_code == 201
        assert hand_over(invitation, bytes(3500)).status_code == 200
        refused(Invitation(ana).put(), 507, "log_full")
    with app_with(tmp_path, {"SERVER_QUOTA_BYTES": 6000}) as again:
        refused(newcomer(again.test_client()).make_log(), 507, "log_full")
