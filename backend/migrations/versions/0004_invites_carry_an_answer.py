"""Invites carry the claimant's reply and the inviter's handover."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table("invite") as invite:
        invite.add_column(sa.Column("reply", sa.LargeBinary(), nullable=True))
        invite.add_column(sa.Column("handover", sa.LargeBinary(), nullable=True))


def downgrade():
    with op.batch_alter_table("invite") as invite:
        invite.drop_column("handover")
        invite.drop_column("reply")
