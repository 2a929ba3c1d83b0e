"""/healthz: the server is up, and the database accepts a write. For the machine that monitors the server.

Anyone may ask, so it writes once a second at most; in between it reads the last write.
"""

import time

from flask import Blueprint, current_app
from sqlalchemy import BigInteger
from sqlalchemy.orm import Mapped, mapped_column

from backend.extensions import Base, transaction

SECONDS_BETWEEN_WRITES = 1
blueprint = Blueprint("health", __name__)


class Heartbeat(Base):
    """One row, written to see whether writing works."""

    __tablename__ = "heartbeat"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    written_at: Mapped[int] = mapped_column(BigInteger)


@blueprint.get("/healthz")
def healthz() -> dict[str, str]:
    """Answers after a real write; a full disk is a 507, a database that takes no writes a 503."""
    is_due = time.monotonic() >= current_app.extensions.get("heartbeat", 0)
    with transaction(write=is_due) as session:
        if is_due:
            session.merge(Heartbeat(id=1, written_at=int(time.time())))
        else:
            session.get(Heartbeat, 1)
    if is_due:
        current_app.extensions["heartbeat"] = time.monotonic() + SECONDS_BETWEEN_WRITES
    return {"status": "ok"}
