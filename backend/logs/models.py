"""The table log: one row for each log, with its owner and its head.

Every primary key of the log's tables begins with its id, so that logs can be spread over machines. Only sync/log.py
and sync/take_out.py write a head.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Index, LargeBinary, func, select, text, true
from sqlalchemy.orm import Mapped, mapped_column

from backend.extensions import Base


class Log(Base):
    """One case's log, or a keyring. Times are whole seconds since 1970. `used`: whether it ever had an entry."""

    __tablename__ = "log"
    __table_args__ = (
        # Not by head_seq: PostgreSQL would then write every index again with each push.
        Index("ix_log_unused", "created_at", sqlite_where=text("NOT used"), postgresql_where=text("NOT used")),
    )

    id: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    owner_token_hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    incarnation: Mapped[bytes] = mapped_column(LargeBinary(16))
    head_seq: Mapped[int] = mapped_column(BigInteger)
    head_hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    sealed_bytes: Mapped[int] = mapped_column(BigInteger)
    created_at: Mapped[int] = mapped_column(BigInteger)
    used: Mapped[bool] = mapped_column(server_default=true())


EMPTY_LOG_BYTES = 1024  # what an empty log costs, with its grants
# Everything in the logs that other people sent.
BYTES_OF_LOGS = select(func.sum(Log.sealed_bytes + EMPTY_LOG_BYTES))
