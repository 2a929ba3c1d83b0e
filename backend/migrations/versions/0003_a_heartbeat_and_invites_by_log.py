"""A heartbeat that /healthz writes, and invites found by their log."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade():
    heartbeat = op.create_table(
        "heartbeat",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
    )
    op.bulk_insert(heartbeat, [{"id": 1, "written_at": 0}])
    op.create_index("ix_invite_log_id", "invite", ["log_id"])


def downgrade():
    op.drop_index("ix_invite_log_id", "invite")
    op.drop_table("heartbeat")
