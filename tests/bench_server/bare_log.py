"""A log as anybody would write it in an hour: Flask and SQLAlchemy, durable, and no check at all.

The measure of what tokens, chains, limits and schemas cost. It is started like the relay itself and says the same
durable yes: SQLite with a write-ahead log and full synchronisation. Never for use.
"""

from __future__ import annotations

import base64
import os
from pathlib import Path
from typing import Any

from flask import Flask, request
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import event, insert, select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from backend.config import MIB


class Base(DeclarativeBase):
    """The parent of its one table."""


class Entry(Base):
    """Some bytes, and their place."""

    __tablename__ = "entry"
    seq: Mapped[int] = mapped_column(primary_key=True)
    envelope: Mapped[bytes]


def create_app() -> Flask:
    """Push and pull; the database comes from DATABASE_URL, as the relay's does."""
    db = SQLAlchemy(model_class=Base)
    app = Flask(__name__)
    app.config["SQLALCHEMY_DATABASE_URI"] = os.environ["DATABASE_URL"]
    app.config["PROXY_HOPS"], app.config["MAX_CONTENT_LENGTH"] = 0, 2 * MIB  # read by the server program
    Path(os.environ["DATABASE_URL"].removeprefix("sqlite:///")).parent.mkdir(parents=True, exist_ok=True)
    db.init_app(app)
    with app.app_context():
        event.listen(db.engine, "connect", _be_durable)
        db.create_all()

    @app.post("/entries")
    def push() -> dict[str, Any]:
        rows = [{"envelope": base64.b64decode(one)} for one in request.get_json()["envelopes"]]
        seqs = db.session.scalars(insert(Entry).returning(Entry.seq, sort_by_parameter_order=True), rows).all()
        db.session.commit()
        return {"seqs": list(seqs)}

    @app.get("/entries")
    def pull() -> dict[str, Any]:
        after, limit = int(request.args["after"]), int(request.args["limit"])
        wanted = select(Entry.seq, Entry.envelope).where(Entry.seq > after).order_by(Entry.seq).limit(limit)
        found = db.session.execute(wanted).all()
        return {"entries": [{"seq": seq, "envelope": base64.b64encode(one).decode()} for seq, one in found]}

    return app


def _be_durable(connection: Any, _record: object) -> None:
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
