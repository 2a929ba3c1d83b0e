"""/api/v1/logs/…/grants. Parse, one call inside one transaction, dump."""

import time
from typing import Any

from flask import current_app

from backend.access import grants
from backend.access.bearer import bearer, token_first
from backend.access.models import Grant
from backend.access.schemas import GiveSchema, GrantSchema, GrantsSchema
from backend.body import Blueprint
from backend.endpoint import endpoint
from backend.extensions import transaction
from backend.logs.owners import owned_log

blueprint = Blueprint("access", __name__, url_prefix="/api/v1", description="Who may read and write a log")
GRANT = "/logs/<hex(16):log>/grants/<hex(32):device>"


@endpoint(
    blueprint.route(GRANT, methods=["PUT"]),
    token_first("log", owned_log),
    blueprint.arguments(GiveSchema),
    blueprint.response(200, GrantSchema),
    blueprint.alt_response(201, schema=GrantSchema, description="The device had no grant before"),
)
def put_grant(body: dict[str, Any], log: bytes, device: bytes) -> tuple[Grant, int]:
    """Gives a device a role and a token on a log. Bearer: owner token."""
    with transaction(write=True) as session:
        owned = owned_log(session, log, bearer(), lock=True)
        wanted = Grant(log_id=log, device=device, created_at=int(time.time()), **body)
        grant, is_new = grants.give(session, owned, wanted, current_app.config["MAX_GRANTS"])
    return grant, 201 if is_new else 200


@endpoint(blueprint.route("/logs/<hex(16):log>/grants"), blueprint.response(200, GrantsSchema))
def list_grants(log: bytes) -> dict[str, list[Grant]]:
    """Every grant of a log. Bearer: owner token."""
    with transaction(write=False) as session:
        return {"grants": grants.list_grants(session, owned_log(session, log, bearer()))}


@endpoint(blueprint.route(GRANT, methods=["DELETE"]), blueprint.response(204))
def delete_grant(log: bytes, device: bytes) -> None:
    """Revokes a device's grant; no error when there is none. Bearer: owner token."""
    with transaction(write=True) as session:
        grants.revoke(session, owned_log(session, log, bearer(), lock=True), device)
