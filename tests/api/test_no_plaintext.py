"""The server's files contain no word, token or key in clear. The search first proves that it finds clear text."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from backend.extensions import db
from tests.api.people import Person, join, new_owner
from tests.conftest import make_app
from tests.protocol.phone import Phone

MARKER = b"the lump behind my ear"


class CarelessPhone(Phone):
    """A phone that forgets to seal: its words are where the ciphertext should be."""

    def seal(self, payload: bytes = b"", **_ignored: object) -> bytes:
        sealed = super().seal(bytes(len(payload)))
        return sealed[:178] + payload + sealed[178 + len(payload) :]


@pytest.fixture
def client(tmp_path: Path) -> Iterator[FlaskClient]:
    app = make_app(f"sqlite:///{tmp_path / 'blind.sqlite3'}")
    with app.app_context():
        db.metadata.create_all(db.engine)
    yield app.test_client()
    with app.app_context():
        db.engine.dispose()


def test_the_search_finds_what_a_careless_phone_sends_in_clear(client: FlaskClient, tmp_path: Path) -> None:
    ana = new_owner(client)
    ben = join(ana, "editor")
    careless = Person(client, CarelessPhone(ana.phone.log, ana.phone.case_key), os.urandom(32), ben.incarnation)
    assert ana.give(careless.phone, "editor").status_code == 201
    careless.write(MARKER)
    assert MARKER in stored_bytes(tmp_path)


def test_no_word_token_or_key_is_stored_in_clear(client: FlaskClient, tmp_path: Path) -> None:
    ana = new_owner(client)
    ana.write(MARKER)
    stored = stored_bytes(tmp_path)
    assert ana.phone.id in stored
    for secret in (ana.phone.token, ana.owner_token, ana.phone.case_key, ana.phone.seed):
        assert secret not in stored
        assert secret.hex().encode() not in stored
    assert MARKER not in stored


def stored_bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()))
