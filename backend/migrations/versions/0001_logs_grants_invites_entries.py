"""Logs, grants, invites and entries."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "log",
        sa.Column("id", sa.LargeBinary(16), primary_key=True),
        sa.Column("owner_token_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("incarnation", sa.LargeBinary(16), nullable=False),
        sa.Column("head_seq", sa.BigInteger(), nullable=False),
        sa.Column("head_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("sealed_bytes", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
    )
    op.create_table(
        "grant",
        sa.Column("log_id", sa.LargeBinary(16), sa.ForeignKey("log.id", name="fk_grant_log_id"), primary_key=True),
        sa.Column("device", sa.LargeBinary(32), primary_key=True),
        sa.Column("role", sa.String(8), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.UniqueConstraint("log_id", "token_hash", name="uq_grant_log_id_token_hash"),
        sa.CheckConstraint("role IN ('owner', 'editor', 'reader')", name="ck_grant_role"),
    )
    op.create_table(
        "invite",
        sa.Column("id", sa.LargeBinary(16), primary_key=True),
        sa.Column("log_id", sa.LargeBinary(16), nullable=False),
        sa.Column("device", sa.LargeBinary(32), nullable=False),
        sa.Column("claim_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("claimant_hash", sa.LargeBinary(32), nullable=True),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
    )
    op.create_index("ix_invite_expires_at", "invite", ["expires_at"])
    op.create_table(
        "entry",
        sa.Column("log_id", sa.LargeBinary(16), sa.ForeignKey("log.id", name="fk_entry_log_id"), primary_key=True),
        sa.Column("seq", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("device", sa.LargeBinary(32), nullable=False),
        sa.Column("counter", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.LargeBinary(32), nullable=False),
        sa.Column("chain", sa.LargeBinary(32), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("envelope", sa.LargeBinary(), nullable=False),
        sa.UniqueConstraint("log_id", "device", "counter", name="uq_entry_log_id_device_counter"),
    )


def downgrade():
    op.drop_table("entry")
    op.drop_table("invite")
    op.drop_table("grant")
    op.drop_table("log")
