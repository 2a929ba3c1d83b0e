"""The table of a log's entries is called log_entry."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

UNIQUE = ["log_id", "device", "counter"]


def upgrade():
    rename("entry", "log_entry")


def downgrade():
    rename("log_entry", "entry")


def rename(before, after):
    with op.batch_alter_table(before) as table:
        table.drop_constraint(f"uq_{before}_log_id_device_counter", type_="unique")
        table.drop_constraint(f"fk_{before}_log_id", type_="foreignkey")
        table.create_unique_constraint(f"uq_{after}_log_id_device_counter", UNIQUE)
        table.create_foreign_key(f"fk_{after}_log_id", "log", ["log_id"], ["id"])
    op.rename_table(before, after)
