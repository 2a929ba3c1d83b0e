"""The table log: one row for each log, with its owner and its head.

Every primary key of the log's tables begins with its id, so that logs can be spread over machines. Only sync/log.py
and sync/take_out.py write a head.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, LargeBinary, func, select
from sqlalchemy.orm import Mapped, mapped_column

from backend.extensions import Base


class Log(Base):
    """One case's log, or a keyring. Times are whole seconds since 1970."""

    __tablename__ = "log"

    id: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    owner_token_hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    incarnation: Mapped[bytes] = mapped_column(LargeBinary(16))
    head_seq: Mapped[int] = mapped_column(BigInteger)
    head_hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    sealed_bytes: Mapped[int] = mapped_column(BigInteger)
    created_at: Mapped[int] = mapped_column(BigInteger)


EMPTY_LOG_BYTES = 1024  # what an empty log costs, with its grants
# Everything in the logs that other people sent.
BYTES_OF_LOGS = select(func.sum(Log.sealed_bytes + EMPTY_LOG_BYTES))
