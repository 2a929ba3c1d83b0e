"""/api/v1/slots. Parse, one call inside one transaction, dump."""

from typing import Any

from flask import current_app

from backend.access import tokens
from backend.access.bearer import bearer, token_first
from backend.body import Blueprint
from backend.endpoint import endpoint
from backend.errors import ApiError, ErrorSchema
from backend.extensions import transaction
from backend.quota import bytes_of_a_day, capacity
from backend.slots import slots
from backend.slots.models import Slot
from backend.slots.schemas import PutSlotSchema, SlotSchema, VersionSchema

blueprint = Blueprint("slots", __name__, url_prefix="/api/v1", description="What a recovery code opens, sealed")
SLOT = "/slots/<hex(16):slot>"


@endpoint(
    blueprint.route(SLOT, methods=["PUT"]),
    bytes_of_a_day,
    token_first(),  # the body, which is small, names the log
    blueprint.arguments(PutSlotSchema),
    blueprint.response(200, VersionSchema),
    blueprint.alt_response(201, schema=VersionSchema, description="The slot is new"),
    blueprint.alt_response(409, schema=ErrorSchema, description="Another version is there than the one to replace"),
)
def put_slot(body: dict[str, Any], slot: bytes) -> tuple[Slot, int]:
    """Stores what the code opens. Bearer: device token of the log, role owner."""
    most = current_app.config["MAX_SEALED_SLOT_BYTES"]
    if len(body["sealed"]) > most:
        raise ApiError("too_large", 413, "The sealed slot is too large.", {"most": most})
    with transaction(write=True) as session:
        writer = tokens.holder(session, body.pop("log"), bearer(), lock=True)
        present, is_new = slots.put(session, writer, slots.Wanted(slot, **body), current_app.config["MAX_SLOTS"])
        capacity().take(session, len(present.sealed) if is_new else 0)
        return present, 201 if is_new else 200


@endpoint(blueprint.route(SLOT), blueprint.response(200, SlotSchema))
def get_slot(slot: bytes) -> Slot:
    """What the code opens. Bearer: the slot's."""
    with transaction(write=False) as session:
        return slots.find(session, slot, bearer())


@endpoint(blueprint.route(SLOT, methods=["DELETE"]), blueprint.response(204))
def delete_slot(slot: bytes) -> None:
    """Deletes the slot: its code opens nothing any more. Bearer: the slot's."""
    with transaction(write=True) as session:
        slots.delete(session, slot, bearer())
