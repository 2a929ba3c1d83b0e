"""How much the whole server may hold, whoever sends it: the sum over every table that stores what people send.

The sum is read once a minute; what is added in between is added to it, by this process alone or, with shared counts, by
all of them. Invariant: what is stored exceeds the capacity by no more than what was being stored while the sum was
read and, without shared counts, what other processes added within a minute. Must not import flask or know the tables.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select
from sqlalchemy.orm import Session

from backend.errors import no_space
from backend.tally import Tallies

SECONDS_BETWEEN_SUMS = 60
NAME = "capacity"


class Capacity:
    """The capacity of one server. Each function in `sums` gives the bytes that one table holds, None if it is empty."""

    def __init__(self, most: int, sums: Sequence[Select[Any]], tallies: Tallies | None = None) -> None:
        self._most = most
        self._tallies = tallies
        self._sums = sums
        self._used = 0
        self._asked_at = float("-inf")
        self._lock = threading.Lock()

    def take(self, session: Session, more: int) -> None:
        """Takes space for what this transaction adds, or refuses. A retry adds nothing and costs nothing."""
        if more <= 0:
            return
        if self._tallies is not None:
            self._take_of_all(self._tallies, session, more)
            return
        with self._lock:
            if time.monotonic() - self._asked_at > SECONDS_BETWEEN_SUMS:
                self._used, self._asked_at = self._sum(session), time.monotonic()
            if self._used + more > self._most:
                raise no_space("This server is full.")
            self._used += more

    def _take_of_all(self, tallies: Tallies, session: Session, more: int) -> None:
        used = tallies.add_if_there(NAME, more)
        if used is None:
            used = tallies.add(NAME, more, SECONDS_BETWEEN_SUMS, first=self._sum(session) + more)
        if used > self._most:
            tallies.add_if_there(NAME, -more)
            raise no_space("This server is full.")

    def _sum(self, session: Session) -> int:
        with session.no_autoflush:
            return sum(int(session.scalar(one) or 0) for one in self._sums)
