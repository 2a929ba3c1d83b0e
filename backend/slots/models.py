"""The table slot.

A slot is keyed by its own id alone, because a phone that knows only the recovery code does not know the log yet.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Index, LargeBinary, func, select
from sqlalchemy.orm import Mapped, mapped_column

from backend.extensions import Base


class Slot(Base):
    """What a recovery code opens. `version` only ever rises. It counts towards the log of whoever wrote it last."""

    __tablename__ = "slot"
    __table_args__ = (Index("ix_slot_log_id", "log_id"),)

    id: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    log_id: Mapped[bytes] = mapped_column(LargeBinary(16))
    bearer_hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    version: Mapped[int] = mapped_column(BigInteger)


BYTES_OF_SLOTS = select(func.sum(func.length(Slot.sealed)))
