"""The bodies of grants and invites, as docs/protocol.md section 5 has them."""

from datetime import UTC, datetime
from typing import Any

from marshmallow import Schema, fields, validate

from backend.wire import Base64, Hex


class Moment(fields.Field[int]):
    """Seconds since 1970, shown as RFC 3339 in UTC. For people: no program decides by it."""

    def _serialize(self, value: int | None, *_place: Any, **_kwargs: Any) -> str | None:
        return None if value is None else datetime.fromtimestamp(value, UTC).isoformat().replace("+00:00", "Z")


class GiveSchema(Schema):
    """What a device may do from now on, and the hash of its token."""

    role = fields.String(required=True, validate=validate.OneOf(["owner", "editor", "reader"]))
    token_hash = Hex(32, required=True)


class GrantSchema(Schema):
    """A grant as others may see it: without its token's hash."""

    device = Hex(32, required=True)
    role = fields.String(required=True)
    created_at = Moment(required=True)


class GrantsSchema(Schema):
    """Every grant of a log."""

    grants = fields.List(fields.Nested(GrantSchema), required=True)


class InviteSchema(Schema):
    """A sealed message for the holder of the claim token."""

    log = Hex(16, required=True)
    claim_hash = Hex(32, required=True)
    sealed = Base64(required=True, validate=validate.Length(min=28))
    expires_in = fields.Integer(required=True, strict=True, validate=validate.Range(min=1))


class InviteStatusSchema(Schema):
    """How an invite stands."""

    status = fields.String(required=True, validate=validate.OneOf(["open", "claimed", "expired"]))
    expires_at = Moment(required=True)


class ClaimSchema(Schema):
    """A random name that the claiming phone chose, so that it may ask again."""

    claimant = Hex(16, required=True)


class ClaimedSchema(Schema):
    """What the inviting phone sealed."""

    sealed = Base64(required=True)
