"""Invites let a device in."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table("invite") as invite:
        invite.add_column(sa.Column("role", sa.String(8), nullable=True))
        invite.add_column(sa.Column("claimed_device", sa.LargeBinary(32), nullable=True))
        invite.create_check_constraint("ck_invite_role", "role IN ('editor', 'reader')")


def downgrade():
    with op.batch_alter_table("invite") as invite:
        invite.drop_constraint("ck_invite_role", type_="check")
        invite.drop_column("claimed_device")
        invite.drop_column("role")
