"""Deletes a log for good: its row, and the rows of every table that names it.

Invariant: one transaction holds one log, locked by the caller, so that it is there whole or not at all. A table belongs
to a log when it has a column `log_id`, so what is built later is deleted too. Must not know the single tables.
"""

from __future__ import annotations

from sqlalchemy import Table, delete, select
from sqlalchemy.orm import Session

from backend.extensions import Base
from backend.logs.models import Log
from backend.logs.owners import find_log


def delete_log(session: Session, log_id: bytes) -> None:
    """Deletes everything that the server has of a log; afterwards its id is as unknown as any other."""
    for table in tables_of_logs():
        session.execute(delete(table).where(table.c.log_id == log_id))
    session.execute(delete(Base.metadata.tables[Log.__tablename__]).where(Log.id == log_id))


def tables_of_logs() -> list[Table]:
    """Every table that names a log, those that refer to others first."""
    return [table for table in reversed(Base.metadata.sorted_tables) if "log_id" in table.c]


def unused_logs(session: Session, before: int, most: int) -> list[bytes]:
    """Ids of logs that never had an entry and were made before a time, the oldest first."""
    wanted = select(Log.id).where(~Log.used, Log.created_at < before).order_by(Log.created_at).limit(most)
    return list(session.scalars(wanted))


def forget_unused(session: Session, log_id: bytes) -> bool:
    """Deletes a log that still has never had an entry; whether it did."""
    log = find_log(session, log_id, lock=True)
    if log is None or log.used:
        return False
    delete_log(session, log_id)
    return True
