"""flask backup and flask restore, rehearsed: written under load, killed, wrecked, put back, checked."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask
from flask_migrate import downgrade, upgrade

from backend.extensions import Base, db
from tests.api.conftest import BuildApp
from tests.api.people import join, json_of, new_owner, refused
from tests.api.test_cli import run
from tests.api.test_slots import Sheet
from tests.crash.story import serving
from tests.crash.writers import WRITERS, Writers
from tests.harness import free_port


def closed(app: Flask) -> Flask:
    """The app without a connection to its database, as an operator's command finds it."""
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
    return app


def wreck(app: Flask) -> None:
    """What is left of the database when its disk has failed."""
    with app.app_context():
        if db.engine.dialect.name == "sqlite":
            Path(str(db.engine.url.database)).write_bytes(b"rust" * 5000)
        else:
            Base.metadata.tables["log_entry"].drop(db.engine)
    closed(app)


def test_a_killed_and_wrecked_server_is_put_back_with_all_that_the_backup_had(
    build: BuildApp, own_database: str, tmp_path: Path
) -> None:
    app, file = build(BUSY_SECONDS=30), tmp_path / "backups" / "monday"
    ana = new_owner(app.test_client())
    sheet = Sheet(ana)
    assert sheet.put().status_code == 201
    writers = Writers([free_port()], [join(ana, "editor") for _ in range(WRITERS)])
    closed(app)
    with serving(own_database, writers.ports[0]):
        threads = writers.start()
        writers.wait_for(60)
        safe = dict(writers.acknowledged)
        assert run(app, "backup", str(file))[0] == 0
        writers.wait_for(30)
        status, output = run(app, "restore", str(file))
        assert (status, "Stop the server first" in output) == (1, True), output
        writers.end(threads)
    lost = {seq: sealed for seq, sealed in writers.acknowledged.items() if seq not in safe}
    assert (len(lost) > 0, writers.surprises) == (True, [])
    assert file.stat().st_mode & 0o077 == 0
    wreck(app)
    status, output = run(app, "restore", str(file), "--no-keep")
    assert status == 0, output
    assert "1 logs have a new incarnation" in output
    assert "1 logs checked, 0 findings" in output
    refused(ana.push(ana.phone.seal()), 409, "wrong_incarnation")
    stored = [sealed for page in range(0, 5000, 500) for sealed in ana.pulled(after=page)]
    assert {seq: stored[seq - 1] for seq in safe} == safe
    assert sheet.opened() == b'{"v":1}'


def test_what_was_there_before_is_kept_beside_the_backup(build: BuildApp, tmp_path: Path) -> None:
    app, file = build(), tmp_path / "backups" / "monday"
    ana = new_owner(app.test_client())
    ana.write(b"in the backup")
    assert run(closed(app), "backup", str(file))[0] == 0
    later = ana.write(b"after it")
    assert run(closed(app), "restore", str(file))[0] == 0
    assert len(ana.pulled()) == 1
    [kept] = [path for path in file.parent.iterdir() if path.name.startswith("before-restore")]
    assert run(closed(app), "restore", str(kept), "--no-keep")[0] == 0
    assert ana.pulled()[1:] == later


def test_a_backup_from_before_an_upgrade_is_brought_up_to_date(build: BuildApp, tmp_path: Path) -> None:
    app, file = build(), tmp_path / "old"
    ana = new_owner(app.test_client())
    with app.app_context():
        downgrade(revision="0006")
    assert run(closed(app), "backup", str(file))[0] == 0
    with app.app_context():
        upgrade()
    assert run(closed(app), "restore", str(file))[0] == 0
    ana.incarnation = json_of(ana.make_log())["incarnation"]
    ana.write(b"goes on")


def test_a_file_that_is_no_backup_replaces_nothing(build: BuildApp, tmp_path: Path) -> None:
    app = build()
    ana = new_owner(app.test_client())
    stored = ana.write(b"stays")
    damaged, missing = tmp_path / "damaged", tmp_path / "missing"
    damaged.write_bytes(b"no backup")
    for file in (damaged, missing):
        assert run(closed(app), "restore", str(file))[0] == 1
    assert ana.pulled() == stored


def test_a_backup_that_fails_leaves_the_last_one_alone(
    build: BuildApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, file = build(), tmp_path / "daily"
    new_owner(app.test_client())
    assert run(closed(app), "backup", str(file))[0] == 0
    before = file.read_bytes()
    wreck(app)
    monkeypatch.setenv("PATH", "")
    assert run(app, "backup", str(file))[0] == 1
    assert file.read_bytes() == before
