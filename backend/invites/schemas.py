"""The bodies of invites, as docs/protocol.md section 5 has them."""

from typing import Any, ClassVar

from marshmallow import Schema, ValidationError, fields, validate, validates_schema

from backend.wire import Base64, Hex, Moment, Whole

LONGEST_WISH_SECONDS = 10**9  # the server allows less


class InviteSchema(Schema):
    """A sealed message for the holder of the claim token, and the role of the device that it lets in, if any."""

    log = Hex(16, required=True)
    claim_hash = Hex(32, required=True)
    sealed = Base64(shortest=28, longest=4096, required=True)  # the setting decides the length
    expires_in = Whole(required=True, validate=validate.Range(min=1, max=LONGEST_WISH_SECONDS))
    role = fields.String(validate=validate.OneOf(["editor", "reader"]))


class InviteStatusSchema(Schema):
    """The state of an invite."""

    status = fields.String(required=True, validate=validate.OneOf(["open", "claimed", "expired"]))
    expires_at = Moment(required=True)
    device = Hex(32, required=True, allow_none=True)
    reply = Base64(required=True, allow_none=True)


class HandoverSchema(Schema):
    """What the inviting phone seals for the one that claimed."""

    sealed = Base64(shortest=28, longest=4096, required=True)


class ClaimSchema(Schema):
    """A random name that the claiming phone chose, so that it may ask again; a reply; and the device to let in."""

    TOGETHER: ClassVar = {"device": ["token_hash"], "token_hash": ["device"]}

    claimant = Hex(16, required=True)
    reply = Base64(shortest=28, longest=4096)
    device = Hex(32)
    token_hash = Hex(32)

    @validates_schema
    def _device_and_token_together(self, data: dict[str, Any], **_kwargs: Any) -> None:
        for given, (missing,) in self.TOGETHER.items():
            if given in data and missing not in data:
                raise ValidationError(f"Missing beside {given}.", missing)


class ClaimedSchema(Schema):
    """What the inviting phone sealed, and what it has left since."""

    sealed = Base64(required=True)
    handover = Base64(required=True, allow_none=True)
