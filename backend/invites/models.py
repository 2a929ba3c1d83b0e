"""The table invite.

An invite is keyed by its own id alone, because the phone that claims it does not know the log yet.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, CheckConstraint, Index, LargeBinary, String, func, select
from sqlalchemy.orm import Mapped, mapped_column

from backend.extensions import Base


class Invite(Base):
    """A sealed message for the one phone that knows the code.

    With a role, the phone that claims it is let in: it names its device, which gets a grant of that role.
    `reply` is what the claimant sealed for the inviter, `handover` what the inviter then sealed for the claimant.
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


# Everything in an invite that other people sent.
INVITE_BYTES = (
    func.length(Invite.sealed)
    + func.coalesce(func.length(Invite.reply), 0)
    + func.coalesce(func.length(Invite.handover), 0)
)
BYTES_OF_INVITES = select(func.sum(INVITE_BYTES))
