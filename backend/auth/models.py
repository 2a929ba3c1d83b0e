"""The tables log, grant and invite.

Every primary key begins with the log id, so that logs can live on different machines; only an invite has its own id
alone, because the phone that claims it does not know the log yet. Only sync/log.py writes a log's head.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, LargeBinary, String, UniqueConstraint, func
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


class Invite(Base):
    """A sealed message that waits for the one phone that knows the code.

    With a role, the phone that claims it is let in: it names its device, and the device gets a grant of that role.
    `reply` is what the claimant sealed for the inviter, `handover` what the inviter sealed for the claimant after that.
    """

    __tablename__ = "invite"
    __table_args__ = (
        Index("ix_invite_expires_at", "expires_at"),
        Index("ix_invite_log_id", "log_id"),
        CheckConstraint("role IN ('editor', 'reader')", name="ck_invite_role"),
    )

    id: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    log_id: Mapped[bytes] = mapped_column(LargeBinary(16))
    device: Mapped[bytes] = mapped_column(LargeBinary(32))
    claim_hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    claimant_hash: Mapped[bytes | None] = mapped_column(LargeBinary(32))
    expires_at: Mapped[int] = mapped_column(BigInteger)
    role: Mapped[str | None] = mapped_column(String(8))
    claimed_device: Mapped[bytes | None] = mapped_column(LargeBinary(32))
    reply: Mapped[bytes | None] = mapped_column(LargeBinary)
    handover: Mapped[bytes | None] = mapped_column(LargeBinary)


# All that an invite holds of what others sent.
INVITE_BYTES = (
    func.length(Invite.sealed)
    + func.coalesce(func.length(Invite.reply), 0)
    + func.coalesce(func.length(Invite.handover), 0)
)
