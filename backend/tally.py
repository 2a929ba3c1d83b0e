"""Counts that several processes share: how often an address asked for something lately, and how much is stored.

They stand in a table of their own, under a keyed hash, so that no address is stored, and go with the time they count
for. Invariant: each count is one statement on a connection of its own, never inside another transaction, so that
counting holds up nobody. Needs PostgreSQL. A crash of the database may lose counts, and nothing else.
"""

from __future__ import annotations

import hashlib
import hmac
import time
from typing import Any

from limits.storage import MemoryStorage, Storage
from sqlalchemy import BigInteger, Index, LargeBinary, create_engine, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Mapped, mapped_column

from backend.extensions import Base

CONNECTIONS = 4
FORGOTTEN_AT_ONCE = 20  # for each new count, so that there are never many whose time is over
ADD = text(
    "INSERT INTO tally (key, count, ends_at) VALUES (:key, :first, :ends_at) ON CONFLICT (key) DO UPDATE SET "
    "count = CASE WHEN tally.ends_at <= :now THEN excluded.count ELSE tally.count + :more END, "
    "ends_at = CASE WHEN tally.ends_at <= :now THEN excluded.ends_at ELSE tally.ends_at END RETURNING count"
)
ADD_IF_THERE = text("UPDATE tally SET count = count + :more WHERE key = :key AND ends_at > :now RETURNING count")
GET = text("SELECT count, ends_at FROM tally WHERE key = :key AND ends_at > :now")
FORGET = text(
    "DELETE FROM tally WHERE key IN "
    "(SELECT key FROM tally WHERE ends_at <= :now ORDER BY ends_at LIMIT :most FOR UPDATE SKIP LOCKED)"
)


class Tally(Base):
    """One count, and the second at which it ends."""

    __tablename__ = "tally"
    __table_args__ = (Index("ix_tally_ends_at", "ends_at"),)

    key: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    count: Mapped[int] = mapped_column(BigInteger)
    ends_at: Mapped[int] = mapped_column(BigInteger)


class Tallies:
    """The shared counts. `salt` is the same for all who share them."""

    def __init__(self, url: str, salt: str, seconds: int) -> None:
        self._salt = salt.encode()
        self._engine = create_engine(
            url,
            isolation_level="AUTOCOMMIT",
            hide_parameters=True,
            pool_size=CONNECTIONS,
            max_overflow=0,
            pool_timeout=seconds,
            connect_args={"options": f"-c lock_timeout={seconds * 1000 or 1} -c synchronous_commit=off"},
        )

    def add(self, name: str, more: int, seconds: int, first: int | None = None) -> int:
        """The count with `more`. One whose time is over, or that is not there, begins with `first`, for `seconds`."""
        now, begins_with = int(time.time()), more if first is None else first
        with self._engine.connect() as connection:
            asked = {"key": self._key(name), "first": begins_with, "more": more, "now": now, "ends_at": now + seconds}
            count = int(connection.execute(ADD, asked).scalar_one())
            if count == begins_with:
                connection.execute(FORGET, {"now": now, "most": FORGOTTEN_AT_ONCE})
        return count

    def add_if_there(self, name: str, more: int) -> int | None:
        """The count with `more`, None when there is none whose time goes on."""
        asked = {"key": self._key(name), "more": more, "now": int(time.time())}
        with self._engine.connect() as connection:
            return connection.execute(ADD_IF_THERE, asked).scalar()

    def get(self, name: str) -> tuple[int, int]:
        """The count, and the second at which it ends; 0 and now when there is none."""
        now = int(time.time())
        with self._engine.connect() as connection:
            found = connection.execute(GET, {"key": self._key(name), "now": now}).one_or_none()
        return (int(found[0]), int(found[1])) if found else (0, now)

    def forget(self, name: str | None = None) -> None:
        """Forgets one count, or all."""
        with self._engine.connect() as connection:
            connection.execute(text("DELETE FROM tally WHERE :all OR key = :key"), {
                "all": name is None, "key": self._key(name or "")
            })  # fmt: skip

    def close(self) -> None:
        """Closes its connections."""
        self._engine.dispose()

    def _key(self, name: str) -> bytes:
        return hmac.digest(self._salt, name.encode(), hashlib.sha256)


class SharedLimits(Storage):
    """Where the rate limiter counts. While the database takes no writes, each process counts for itself."""

    STORAGE_SCHEME = ["tally"]  # noqa: RUF012 - as the parent has it

    def __init__(self, uri: str | None = None, wrap_exceptions: bool = False, **options: Any) -> None:
        super().__init__(uri, wrap_exceptions=wrap_exceptions)
        self._tallies: Tallies = options["tallies"]
        self._own = MemoryStorage()

    @property
    def base_exceptions(self) -> type[Exception]:
        return SQLAlchemyError

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        own = self._own.incr(key, expiry, amount)
        try:
            return self._tallies.add(key, amount, expiry)
        except SQLAlchemyError:
            return own

    def get(self, key: str) -> int:
        try:
            return self._tallies.get(key)[0]
        except SQLAlchemyError:
            return self._own.get(key)

    def get_expiry(self, key: str) -> float:
        try:
            return self._tallies.get(key)[1]
        except SQLAlchemyError:
            return self._own.get_expiry(key)

    def check(self) -> bool:
        return True

    def reset(self) -> None:
        self._tallies.forget()
        self._own.reset()

    def clear(self, key: str) -> None:
        self._tallies.forget(key)
        self._own.clear(key)
