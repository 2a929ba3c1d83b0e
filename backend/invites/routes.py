"""/api/v1/invites. Parse, one call inside one transaction, dump."""

import time
from typing import Any

from flask import current_app

from backend.access import tokens
from backend.access.bearer import bearer, token_first
from backend.access.models import Grant
from backend.body import Blueprint
from backend.config import Limits
from backend.endpoint import endpoint
from backend.errors import ApiError, ErrorSchema
from backend.extensions import caller_at_this_address, limiter, transaction
from backend.invites import invites
from backend.invites.models import Invite
from backend.invites.schemas import ClaimedSchema, ClaimSchema, HandoverSchema, InviteSchema, InviteStatusSchema
from backend.quota import bytes_of_a_day, capacity

blueprint = Blueprint("invites", __name__, url_prefix="/api/v1", description="Sealed messages for who knows a code")
INVITE = "/invites/<hex(16):invite>"


@endpoint(
    blueprint.route(INVITE, methods=["PUT"]),
    bytes_of_a_day,
    token_first(),  # the body, which is small, names the log
    blueprint.arguments(InviteSchema),
    blueprint.response(200, InviteStatusSchema),
    blueprint.alt_response(201, schema=InviteStatusSchema, description="The invite is new"),
)
def put_invite(body: dict[str, Any], invite: bytes) -> tuple[dict[str, Any], int]:
    """Leaves a sealed invite for whoever knows the code. Bearer: device token of the log, role owner."""
    longest = "COMPANION_INVITE_SECONDS" if "role" in body else "INVITE_SECONDS"
    seconds = min(body.pop("expires_in"), current_app.config[longest])
    _require_small(body["sealed"])
    with transaction(write=True) as session:
        inviter = tokens.holder(session, body.pop("log"), bearer(), lock=True)
        wanted = invites.new(invite, inviter, _now() + seconds, **body)
        present, is_new = invites.put(session, inviter, wanted, _now(), Limits.of(current_app.config))
        capacity().take(session, len(present.sealed) if is_new else 0)
        return _shown(present), 201 if is_new else 200


@endpoint(blueprint.route(INVITE), blueprint.response(200, InviteStatusSchema))
def get_invite(invite: bytes) -> dict[str, Any]:
    """Whether the invite was claimed. Bearer: the device token that made it."""
    with transaction(write=False) as session:
        return _shown(invites.of_inviter(session, invite, bearer()))


@endpoint(
    blueprint.route(INVITE, methods=["DELETE"]),
    blueprint.response(204),
    blueprint.alt_response(410, schema=ErrorSchema, description="Somebody has used it already"),
)
def delete_invite(invite: bytes) -> None:
    """Cancels an invite that nobody has used. Bearer: the device token that made it."""
    with transaction(write=True) as session:
        invites.take_back(session, invite, bearer())


@endpoint(
    blueprint.route(f"{INVITE}/handover", methods=["PUT"]),
    bytes_of_a_day,
    token_first("invite", invites.of_inviter),
    blueprint.arguments(HandoverSchema),
    blueprint.response(200, InviteStatusSchema),
)
def put_handover(body: dict[str, Any], invite: bytes) -> dict[str, Any]:
    """Leaves something for the phone that claimed an invite. Bearer: the device token that made the invite."""
    _require_small(body["sealed"])
    until = _now() + current_app.config["INVITE_SECONDS"]
    with transaction(write=True) as session:
        present = invites.of_inviter(session, invite, bearer(), lock=True)
        invites.hand_over(present, body["sealed"], until, _now())
        return _shown(present)


@endpoint(
    blueprint.route(f"{INVITE}/claim", methods=["POST"]),
    limiter.limit(
        lambda: str(current_app.config["CLAIM_RATE_LIMIT"]), key_func=caller_at_this_address, override_defaults=False
    ),
    token_first("invite", invites.of_claimant),
    blueprint.arguments(ClaimSchema),
    blueprint.response(200, ClaimedSchema),
)
def claim_invite(body: dict[str, Any], invite: bytes) -> Invite:
    """The sealed invite, once, what was left since, and a grant for the named device. Bearer: claim token."""
    token, claimant = bearer(), invites.Claimant(body.pop("claimant"), body.pop("reply", None))
    _require_small(claimant.reply or b"")
    with transaction(write=True) as session:
        log = invites.locked_log(session, invite) if body else None
        claimed = invites.claim(session, invite, token, claimant, _now())
        if body:
            wanted = Grant(created_at=_now(), **body)
            invites.let_in(session, claimed, log, wanted, current_app.config["MAX_GRANTS"])
        return claimed


def _shown(invite: Invite) -> dict[str, Any]:
    return {
        "status": invites.status(invite, _now()),
        "expires_at": invite.expires_at,
        "device": invite.claimed_device,
        "reply": invite.reply,
    }


def _require_small(sealed: bytes) -> None:
    most = current_app.config["MAX_SEALED_INVITE_BYTES"]
    if len(sealed) > most:
        raise ApiError("too_large", 413, "The sealed invite is too large.", {"most": most})


def _now() -> int:
    return int(time.time())
