"""Counts that several processes share."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "tally",
        sa.Column("key", sa.LargeBinary(32), primary_key=True),
        sa.Column("count", sa.BigInteger(), nullable=False),
        sa.Column("ends_at", sa.BigInteger(), nullable=False),
        # Without a log of its own: counting waits for no disk, and a standby need not know it.
        prefixes=["UNLOGGED"] if op.get_bind().dialect.name == "postgresql" else [],
    )
    op.create_index("ix_tally_ends_at", "tally", ["ends_at"])


def downgrade():
    op.drop_table("tally")
