"""The operator's commands."""

from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import update
from time_machine import travel

from backend.extensions import transaction
from backend.sync.models import LogEntry
from tests.api.people import Person, json_of, refused
from tests.api.test_invites import Invitation


def run(app: Flask, *arguments: str) -> tuple[int, str]:
    result = app.test_cli_runner().invoke(args=list(arguments))
    return result.exit_code, result.output


def test_a_sound_log_has_no_findings(app: Flask, ana: Person, ben: Person) -> None:
    ana.write(b"one", b"two")
    ben.write(b"three")
    assert run(app, "verify-log", ana.phone.log.hex()) == (0, "1 logs checked, 0 findings\n")


@pytest.mark.parametrize(
    ("damage", "finding"),
    [
        ({"envelope": b"\x01\x01" + bytes(300)}, "the envelope is not the one that was stored"),
        ({"chain": bytes(32)}, "the chain breaks here"),
        ({"counter": 9}, "the header names another log, device or counter"),
        ({"seq": 9}, "does not follow 1"),
    ],
)
def test_a_damaged_log_is_named(app: Flask, ana: Person, damage: dict[str, object], finding: str) -> None:
    ana.write(b"one", b"two")
    assert run(app, "verify-log", ana.phone.log.hex())[0] == 0
    with app.app_context(), transaction(write=True) as session:
        session.execute(update(LogEntry).where(LogEntry.log_id == ana.phone.log, LogEntry.seq == 2).values(damage))
    status, output = run(app, "verify-log", ana.phone.log.hex())
    assert status == 1
    assert finding in output


def test_verify_log_asks_for_one_log_or_all(app: Flask, ana: Person) -> None:
    assert run(app, "verify-log")[0] == 2
    assert run(app, "verify-log", "--all", ana.phone.log.hex())[0] == 2
    assert run(app, "verify-log", "not hex")[0] == 2
    assert run(app, "verify-log", "00" * 16)[0] == 1


def test_after_a_restored_backup_every_log_has_a_new_incarnation(app: Flask, ana: Person, mallory: Person) -> None:
    written = ana.write(b"one")
    status, output = run(app, "new-incarnation")
    assert status == 0
    assert "have a new incarnation" in output
    refused(ana.push(ana.phone.seal()), 409, "wrong_incarnation")
    refused(mallory.push(mallory.phone.seal()), 409, "wrong_incarnation")
    assert ana.pulled() == written


def test_invites_that_ended_are_forgotten_and_open_ones_are_not(app: Flask, ana: Person) -> None:
    old, fresh = Invitation(ana), Invitation(ana)
    with travel(0, tick=False):
        assert old.put().status_code == 201
    assert fresh.put().status_code == 201
    status, output = run(app, "purge-expired")
    assert (status, "invites forgotten" in output) == (0, True)
    refused(old.look(), 404, "not_found")
    assert json_of(fresh.look())["status"] == "open"


def test_the_guidance_is_checked_by_a_command(app: Flask) -> None:
    assert "check" in run(app, "content", "--help")[1]


# By name: what rots in ana's second entry, and how many of her four entries stay.
ROT: dict[str, tuple[dict[str, object], int]] = {
    "a bit of the envelope": ({"envelope": b"\x01\x01" + bytes(300)}, 1),
    "the hash": ({"hash": bytes(32)}, 4),
    "the chain": ({"chain": bytes(32)}, 4),
    "the counter": ({"counter": 99}, 4),
    "the device": ({"device": bytes(32)}, 4),
    "the size": ({"size": 7}, 4),
    "the seq": ({"seq": 9}, 2),
}


@pytest.mark.parametrize("kind", ROT)
def test_a_rotten_entry_is_set_aside_and_its_phone_puts_it_back(
    app: Flask, ana: Person, ben: Person, tmp_path: Path, kind: str
) -> None:
    values, stay = ROT[kind]
    sent = ana.write(b"one", b"two")
    others = ben.write(b"his")
    sent += ana.write(b"three", b"four")
    spoil(app, ana, values)
    assert run(app, "verify-log", ana.phone.log.hex())[0] == 1
    status, output = run(app, "verify-log", ana.phone.log.hex(), "--repair", "--aside", str(tmp_path / "aside"))
    assert (status, "0 findings left" in output) == (0, True), output
    assert len(list(tmp_path.glob("aside/*.envelope"))) == 4 - stay
    assert run(app, "verify-log", ana.phone.log.hex()) == (0, "1 logs checked, 0 findings\n")
    kept = ana.pulled()
    assert set(kept) == {*sent[:stay], *others}
    ana.incarnation = refused(ana.push(*sent), 409, "wrong_incarnation")["incarnation"]
    assert ana.push(*sent).status_code == 200  # byte for byte, as a phone that heals sends them
    assert set(ana.pulled()) == {*sent, *others}
    assert run(app, "verify-log", ana.phone.log.hex())[0] == 0


def test_a_sound_log_is_left_alone_by_a_repair(app: Flask, ana: Person, tmp_path: Path) -> None:
    written = ana.write(b"one")
    output = run(app, "verify-log", ana.phone.log.hex(), "--repair", "--aside", str(tmp_path / "aside"))[1]
    assert "new incarnation" not in output
    assert json_of(ana.push(*written))["seqs"] == [1]


def spoil(app: Flask, ana: Person, values: dict[str, object]) -> None:
    """Damages the second entry, as a failing disk would."""
    with app.app_context(), transaction(write=True) as session:
        session.execute(update(LogEntry).where(LogEntry.log_id == ana.phone.log, LogEntry.seq == 2).values(values))
