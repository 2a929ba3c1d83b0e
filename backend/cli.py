"""Commands for the operator: flask --app backend.app …

They see ids, sizes and hashes; no command can read a case.
"""

from __future__ import annotations

import secrets
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import click
from flask import Flask, current_app
from flask.cli import with_appcontext
from flask_migrate import upgrade
from sqlalchemy import select

from backend import backup
from backend.config import ROOT
from backend.extensions import db, transaction
from backend.invites import invites
from backend.logs.deletion import forget_unused, unused_logs
from backend.logs.models import Log
from backend.logs.owners import find_log
from backend.sync import log as the_log
from backend.sync import take_out, verify

MOST_LOGS_AT_ONCE = 1000


def init_cli(app: Flask) -> None:
    """Adds the commands to `flask`."""
    app.cli.add_command(content)
    app.cli.add_command(verify_log)
    app.cli.add_command(new_incarnation)
    app.cli.add_command(purge_expired)
    app.cli.add_command(write_backup)
    app.cli.add_command(restore)


@click.group()
def content() -> None:
    """What belongs to the guidance."""


@content.command("check")
@with_appcontext
def check_content() -> None:
    """Reads every card and lists what is wrong."""
    # Imported here, because the server itself never checks cards.
    from backend.content.check import main  # noqa: PLC0415 - only this command needs it

    raise SystemExit(main(Path(current_app.config["CONTENT_DIR"]), datetime.now(UTC).date()))


@content.command("built-in")
@click.option("--check", "only_check", is_flag=True, help="Write nothing; fail when a file is not as content/ says.")
@with_appcontext
def built_in_help(*, only_check: bool) -> None:
    """Writes what the app carries of "Get help now" into the front end."""
    from backend.content import built_in  # noqa: PLC0415 - only this command needs it

    root = Path(current_app.config["CONTENT_DIR"])
    wrong = (built_in.stale if only_check else built_in.write)(root, ROOT)
    for path in wrong:
        click.echo(f"{path.relative_to(ROOT)}: {'is not what content/ says' if only_check else 'written'}")
    if only_check and wrong:
        raise click.ClickException("Write it again with: flask --app backend.app content built-in")


@click.command("verify-log")
@click.argument("log_id", required=False)
@click.option("--all", "every", is_flag=True, help="Every log.")
@click.option("--repair", "is_repair", is_flag=True, help="Set aside what rotted; the phones put it back.")
@click.option("--aside", type=click.Path(path_type=Path), default=ROOT / "instance" / "set-aside", show_default=True)
@with_appcontext
def verify_log(log_id: str | None, aside: Path, *, every: bool, is_repair: bool) -> None:
    """Computes a log's chain and counters again and says what is wrong."""
    if every == (log_id is not None):
        raise click.UsageError("Give either one LOG_ID or --all.")
    wrong_by_log: Counter[bytes] = Counter()
    with transaction(write=False) as session:
        wanted = select(Log) if log_id is None else select(Log).where(Log.id == _read_id(log_id))
        logs = session.scalars(wanted).all()
        for log in logs:
            for finding in verify.findings(session, log):
                wrong_by_log[log.id] += 1
                click.echo(f"{log.id.hex()} {finding}")
    click.echo(f"{len(logs)} logs checked, {wrong_by_log.total()} findings")
    if is_repair:
        for wrong in wrong_by_log:
            _repair(wrong, aside)
    elif wrong_by_log:
        raise SystemExit(1)
    if log_id and not logs:
        raise SystemExit(1)


def _repair(log_id: bytes, aside: Path) -> None:
    """Leaves the log sound and says what was set aside, which is kept as files."""

    def keep(seq: int, envelope: bytes) -> None:
        aside.mkdir(parents=True, exist_ok=True)
        (aside / f"{log_id.hex()}-{seq}-{secrets.token_hex(4)}.envelope").write_bytes(envelope)

    with transaction(write=True) as session:
        log = find_log(session, log_id, lock=True)
        gone = 0 if log is None else take_out.take_out_rotten(session, log, keep, fresh=secrets.token_bytes(16))
        left = [] if log is None else list(verify.findings(session, log))
    click.echo(f"{log_id.hex()} has a new incarnation, {gone} entries are in {aside}, {len(left)} findings left")


@click.command("new-incarnation")
@with_appcontext
def new_incarnation() -> None:
    """Gives every log a new incarnation, after a backup was restored: devices then send what the server lacks."""
    _restart_all()


def _restart_all() -> None:
    with transaction(write=False) as session:
        ids = session.scalars(select(Log.id)).all()
    for log_id in ids:
        with transaction(write=True) as session:
            the_log.restart(session, log_id, fresh=secrets.token_bytes(16))
    click.echo(f"{len(ids)} logs have a new incarnation")


@click.command("purge-expired")
@with_appcontext
def purge_expired() -> None:
    """Deletes invites that have ended, and logs that never had an entry."""
    before, gone, more = int(time.time()), 0, 1
    while more:
        with transaction(write=True) as session:
            more = invites.purge(session, before)
        gone += more
    click.echo(f"{gone} invites forgotten")
    if days := current_app.config["UNUSED_LOG_DAYS"]:
        click.echo(f"{_forget_unused(before - days * 24 * 3600)} logs forgotten that never had an entry")


def _forget_unused(before: int) -> int:
    """One transaction for each log."""
    gone = 0
    while True:
        with transaction(write=False) as session:
            unused = unused_logs(session, before, MOST_LOGS_AT_ONCE)
        for log_id in unused:
            with transaction(write=True) as session:
                gone += forget_unused(session, log_id)
        if not unused:
            return gone


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@with_appcontext
def write_backup(file: Path) -> None:
    """Writes the whole database to FILE, while the server runs."""
    try:
        backup.write(db.engine.url, file)
    except backup.BackupError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{file} holds the whole database: {file.stat().st_size:,} bytes")


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--keep/--no-keep", default=True, help="Keep what is there now, beside FILE.", show_default=True)
@click.pass_context
@with_appcontext
def restore(context: click.Context, file: Path, *, keep: bool) -> None:
    """Puts the backup FILE in place, checks every log, and begins a new incarnation of each. Stop the server first."""
    db.engine.dispose()
    try:
        kept = backup.put_in_place(db.engine.url, file, keep=keep)
    except backup.BackupError as error:
        raise click.ClickException(str(error)) from error
    if kept:
        click.echo(f"What was there before is in {kept}")
    upgrade()  # a backup may be older than the program
    _restart_all()
    context.invoke(verify_log, log_id=None, aside=None, every=True, is_repair=False)


def _read_id(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError as error:
        raise click.BadParameter("LOG_ID is 32 hex digits.") from error
