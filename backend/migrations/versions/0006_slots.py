"""Slots: what a recovery code opens."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "slot",
        sa.Column("id", sa.LargeBinary(16), primary_key=True),
        sa.Column("log_id", sa.LargeBinary(16), nullable=False),
        sa.Column("bearer_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
    )
    op.create_index("ix_slot_log_id", "slot", ["log_id"])


def downgrade():
    op.drop_index("ix_slot_log_id", "slot")
    op.drop_table("slot")
