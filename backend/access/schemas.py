"""The bodies of grants, as docs/protocol.md section 5 has them."""

from marshmallow import Schema, fields, validate

from backend.wire import Hex, Moment


class GiveSchema(Schema):
    """What a device may do from now on, and the hash of its token."""

    role = fields.String(required=True, validate=validate.OneOf(["owner", "editor", "reader"]))
    token_hash = Hex(32, required=True)


class GrantSchema(Schema):
    """A grant as the owner sees it: everything needed to give it again after the server lost it."""

    device = Hex(32, required=True)
    role = fields.String(required=True)
    token_hash = Hex(32, required=True)
    created_at = Moment(required=True)


class GrantsSchema(Schema):
    """Every grant of a log."""

    grants = fields.List(fields.Nested(GrantSchema), required=True)
