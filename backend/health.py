"""/healthz: up, and the database answers. For the machine that watches the server."""

from flask import Blueprint
from sqlalchemy import text

from backend.extensions import transaction

blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
def healthz() -> dict[str, str]:
    """Answers after a real read; a database that does not answer is a 503 or a 500 of the usual shape."""
    with transaction(write=False) as session:
        session.execute(text("SELECT 1 FROM log LIMIT 1"))
    return {"status": "ok"}
