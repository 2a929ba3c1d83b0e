"""Hundreds of entries of two phones rot at once: they are put back in place, or set aside and sent again."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask

from tests.api.people import Person, json_of, refused
from tests.api.test_cli import run
from tests.api.test_putting_back import hashes, put_back, rot
from tests.protocol.envelope import entry_hash

MANY = 400


@pytest.fixture
def written(ana: Person, ben: Person) -> list[bytes]:
    """This many entries, written by two phones in turn."""
    return [entry for _ in range(MANY // 8) for entry in (*ana.write(*[b""] * 4), *ben.write(*[b""] * 4))]


def test_half_of_a_log_is_put_back_in_one_call(app: Flask, ana: Person, written: list[bytes]) -> None:
    hit = list(range(1, MANY + 1, 2))
    rot(app, ana, *hit)
    sound = [entry_hash(envelope).hex() for envelope in written]
    now = hashes(ana, "of=bytes")
    assert [seq for seq in range(1, MANY + 1) if now[seq - 1] != sound[seq - 1]] == hit
    assert json_of(put_back(ana, *(written[seq - 1] for seq in hit)))["seqs"] == hit
    assert ana.pulled(limit=MANY) == written
    assert run(app, "verify-log", ana.phone.log.hex())[0] == 0


def test_what_no_phone_puts_back_is_set_aside_and_both_phones_send_it_again(
    app: Flask, ana: Person, ben: Person, written: list[bytes], tmp_path: Path
) -> None:
    hit = list(range(MANY // 2, MANY + 1, 10))
    rot(app, ana, *hit)
    status, output = run(app, "verify-log", ana.phone.log.hex(), "--repair", "--aside", str(tmp_path / "aside"))
    assert (status, " 0 findings left" in output) == (0, True), output
    kept = ana.pulled(limit=MANY)
    assert MANY // 2 - 8 < len(kept) < MANY
    assert len(list(tmp_path.glob("aside/*.envelope"))) == MANY - len(kept)
    assert set(kept) < set(written)
    for person in (ana, ben):
        own = [entry for at, entry in enumerate(written) if (at // 4 % 2 == 0) == (person is ana)]
        person.incarnation = refused(person.push(*own), 409, "wrong_incarnation")["incarnation"]
        assert person.push(*own).status_code == 200
    assert sorted(ana.pulled(limit=MANY)) == sorted(written)
    assert run(app, "verify-log", ana.phone.log.hex())[0] == 0
