"""Logs know whether they ever had an entry, so that those never used can be forgotten."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade():
    # Not in a batch: that would drop the table, which others refer to.
    op.add_column("log", sa.Column("used", sa.Boolean(), nullable=False, server_default=sa.true()))
    op.execute(sa.text("UPDATE log SET used = false WHERE head_seq = 0"))
    unused = sa.text("NOT used")
    op.create_index("ix_log_unused", "log", ["created_at"], sqlite_where=unused, postgresql_where=unused)


def downgrade():
    op.drop_index("ix_log_unused", "log")
    op.drop_column("log", "used")
