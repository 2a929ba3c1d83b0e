"""The whole database in one file: written while the server runs, put in place while it does not.

Invariant: a file that is there is whole, and nothing is replaced by a file that is not a backup. What stood in the
database before is kept beside the backup. Must not know the tables, and imports nothing else from backend/.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import time
from contextlib import closing, suppress
from pathlib import Path

from sqlalchemy import URL, create_engine, text
from sqlalchemy.pool import NullPool

PAGES_AT_ONCE = 2000  # then other writers have a turn
VERSION_TABLE = "alembic_version"


class BackupError(Exception):
    """What stands in the way, for the operator."""


def write(url: URL, file: Path) -> None:
    """Writes a backup of the database at `url`, readable by its owner only."""
    unfinished = file.with_name(f"{file.name}.unfinished")
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished.unlink(missing_ok=True)
    unfinished.touch(mode=0o600)
    if url.get_backend_name() == "sqlite":
        _copy_sqlite(_path(url), unfinished)
    else:
        _run(url, "pg_dump", "--format=custom", "--no-owner", f"--file={unfinished}", f"--dbname={_address(url)}")
    require_whole(url, unfinished)
    with unfinished.open("rb") as done:
        os.fsync(done.fileno())
    unfinished.replace(file)


def require_whole(url: URL, file: Path) -> None:
    """Refuses a file that is no backup of such a database, or a damaged one."""
    if not file.is_file():
        raise BackupError(f"There is no file {file}.")
    if url.get_backend_name() != "sqlite":
        _run(url, "pg_restore", "--list", str(file))
        return
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as copy:
            sound = copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            copy.execute(f"SELECT 1 FROM {VERSION_TABLE}")  # noqa: S608 - a name of ours
    except sqlite3.Error as error:
        raise BackupError(f"{file} is no backup: {error}") from error
    if not sound:
        raise BackupError(f"{file} is damaged.")


def put_in_place(url: URL, file: Path, *, keep: bool = True) -> Path | None:
    """Replaces the database by the backup. Returns where what was there is kept, None when nothing is."""
    require_whole(url, file)
    aside = file.with_name(f"before-restore-{time.strftime('%Y%m%d-%H%M%S', time.gmtime())}-{os.getpid()}")
    if url.get_backend_name() == "sqlite":
        return _replace_sqlite(_path(url), file, aside if keep else None)
    _require_nobody_there(url)
    if keep:
        write(url, aside)
    _drop_all(url)
    _run(url, "pg_restore", "--no-owner", "--single-transaction", f"--dbname={_address(url)}", str(file))
    return aside if keep else None


def _copy_sqlite(source: Path, to: Path) -> None:
    if not source.is_file():
        raise BackupError(f"There is no database {source}.")
    with closing(sqlite3.connect(source)) as present, closing(sqlite3.connect(to)) as copy:
        present.backup(copy, pages=PAGES_AT_ONCE)
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, without a write-ahead log beside it


def _replace_sqlite(database: Path, file: Path, aside: Path | None) -> Path | None:
    is_there = database.is_file()
    if is_there:
        _require_alone(database)
    database.parent.mkdir(parents=True, exist_ok=True)
    fresh = database.with_name(f"{database.name}.fresh")
    shutil.copyfile(file, fresh)
    with fresh.open("rb") as done:
        os.fsync(done.fileno())
    for ending in ("", "-wal", "-shm"):  # the last two only of a database that is too damaged to be closed
        with suppress(FileNotFoundError):
            old = database.with_name(f"{database.name}{ending}")
            shutil.move(old, f"{aside}{ending}") if aside else old.unlink()
    fresh.replace(database)
    return aside if is_there else None


def _require_alone(database: Path) -> None:
    """Brings all of the database into its one file, which SQLite refuses while somebody else has it open."""
    with closing(sqlite3.connect(database, timeout=0)) as present:
        try:
            present.execute("PRAGMA journal_mode=DELETE")
        except sqlite3.OperationalError as error:
            raise BackupError(f"Stop the server first: {error}.") from error
        except sqlite3.DatabaseError:
            return  # damaged: it is put aside as it is


def _require_nobody_there(url: URL) -> None:
    others = text(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    engine = create_engine(url, poolclass=NullPool)
    with engine.connect() as connection:
        if connection.scalar(others):
            raise BackupError("Stop the server first: others are connected to the database.")


def _drop_all(url: URL) -> None:
    engine = create_engine(url, poolclass=NullPool)
    with engine.begin() as connection:
        tables = connection.scalars(text("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")).all()
        quoted = engine.dialect.identifier_preparer.quote
        for table in tables:
            connection.exec_driver_sql(f"DROP TABLE {quoted(table)} CASCADE")


def _path(url: URL) -> Path:
    if not url.database or url.database == ":memory:":
        raise BackupError("The database is no file.")
    return Path(url.database)


def _address(url: URL) -> str:
    """As PostgreSQL's own programs read it, without the password, which would be seen in the list of processes."""
    return url.set(drivername="postgresql", password=None).render_as_string()


def _run(url: URL, program: str, *arguments: str) -> None:
    environ = {**os.environ, **({"PGPASSWORD": str(url.password)} if url.password else {})}
    try:
        done = subprocess.run([program, *arguments], env=environ, capture_output=True, text=True, check=False)  # noqa: S603 - from the settings
    except FileNotFoundError as error:
        raise BackupError(f"{program} was not found: it comes with PostgreSQL.") from error
    if done.returncode:
        raise BackupError(f"{program}: {done.stderr.strip()}")
