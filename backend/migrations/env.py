"""Runs the migrations on the database that the app is configured for, each run in one transaction.

Must not know the tables: the app registers their models.
"""

from alembic import context

from backend.extensions import Base, db


def run() -> None:
    """Upgrades or downgrades over the app's own engine, whose transactions also cover SQLite's schema changes."""
    with db.engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            render_as_batch=True,
            compare_type=True,
            transactional_ddl=True,
        )
        with context.begin_transaction():
            context.run_migrations()


run()
