"""How much the whole server may hold, whoever brings it: the sum over every table that holds what people send.

Invariant: what is stored never passes the ceiling by more than other processes added within a minute. The sum is asked
for once a minute, and what this process adds in between is added to it. Must not import flask, nor know the tables.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select
from sqlalchemy.orm import Session

from backend.errors import no_space

SECONDS_BETWEEN_SUMS = 60


class Capacity:
    """The capacity of one server. Each of `sums` says how many bytes one table holds; None for nothing."""

    def __init__(self, most: int, sums: Sequence[Select[Any]]) -> None:
        self._most = most
        self._sums = sums
        self._used = 0
        self._asked_at = float("-inf")
        self._lock = threading.Lock()

    def take(self, session: Session, more: int) -> None:
        """Takes space for what this transaction adds; refuses when there is none. A retry adds nothing and is free."""
        if more <= 0:
            return
        with self._lock:
            if time.monotonic() - self._asked_at > SECONDS_BETWEEN_SUMS:
                self._used, self._asked_at = self._sum(session), time.monotonic()
            if self._used + more > self._most:
                raise no_space("This server is full.")
            self._used += more

    def _sum(self, session: Session) -> int:
        with session.no_autoflush:
            return sum(int(session.scalar(one) or 0) for one in self._sums)
