"""The table grant: which device may do what on which log."""

from __future__ import annotations

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from backend.extensions import Base


class Grant(Base):
    """What one device may do on one log."""

    __tablename__ = "grant"
    __table_args__ = (
        UniqueConstraint("log_id", "token_hash", name="uq_grant_log_id_token_hash"),
        CheckConstraint("role IN ('owner', 'editor', 'reader')", name="ck_grant_role"),
    )

    log_id: Mapped[bytes] = mapped_column(ForeignKey("log.id", name="fk_grant_log_id"), primary_key=True)
    device: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    role: Mapped[str] = mapped_column(String(8))
    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    created_at: Mapped[int] = mapped_column(BigInteger)
