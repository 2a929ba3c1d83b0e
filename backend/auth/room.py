"""How much the whole server may hold, whoever brings it: the sum over all logs and invites.

Invariant: what is stored never passes the ceiling by more than other processes added within a minute. The sum is asked
for once a minute, and what this process adds in between is added to it. Must not import flask.
"""

from __future__ import annotations

import threading
import time

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from backend.auth.models import INVITE_BYTES, Log
from backend.errors import no_room

LOG_BYTES = 1024  # what an empty log costs, with its grants
SECONDS_BETWEEN_SUMS = 60


class Room:
    """The room of one server."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._used = 0
        self._asked_at = float("-inf")
        self._lock = threading.Lock()

    def take(self, session: Session, more: int) -> None:
        """Takes room for what this transaction adds; refuses when there is none. A retry adds nothing and is free."""
        if more <= 0:
            return
        with self._lock:
            if time.monotonic() - self._asked_at > SECONDS_BETWEEN_SUMS:
                self._used, self._asked_at = _sum(session), time.monotonic()
            if self._used + more > self._most:
                raise no_room("This server is full.")
            self._used += more


def _sum(session: Session) -> int:
    with session.no_autoflush:
        logs = session.scalar(select(func.sum(Log.sealed_bytes + LOG_BYTES)))
        invites = session.scalar(select(func.sum(INVITE_BYTES)))
    return int(logs or 0) + int(invites or 0)
