"""The table log_entry: one sealed envelope with the seq that the server gave it.

Only sync/log.py adds rows; sync/put_back.py restores the bytes of one that rotted, sync/take_out.py removes it.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, ForeignKey, Integer, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from backend.extensions import Base


class LogEntry(Base):
    """`hash` identifies the envelope, `chain` the log up to it. Pages are cut by `size`, stored before the bytes."""

    __tablename__ = "log_entry"
    __table_args__ = (UniqueConstraint("log_id", "device", "counter", name="uq_log_entry_log_id_device_counter"),)

    log_id: Mapped[bytes] = mapped_column(ForeignKey("log.id", name="fk_log_entry_log_id"), primary_key=True)
    seq: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    device: Mapped[bytes] = mapped_column(LargeBinary(32))
    counter: Mapped[int] = mapped_column(BigInteger)
    hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    chain: Mapped[bytes] = mapped_column(LargeBinary(32))
    size: Mapped[int] = mapped_column(Integer)
    envelope: Mapped[bytes] = mapped_column(LargeBinary)
