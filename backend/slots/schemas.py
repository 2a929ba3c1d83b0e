"""The bodies of slots, as docs/protocol.md section 5 has them."""

from marshmallow import Schema, validate

from backend.wire import Base64, Hex, Whole

HIGHEST_VERSION = 2**31 - 1


class PutSlotSchema(Schema):
    """What the code opens from now on, and the version that this replaces: 0 when the phone saw no slot."""

    log = Hex(16, required=True)
    bearer = Hex(32, required=True)
    sealed = Base64(shortest=28, longest=1024, required=True)  # the setting decides the length
    version = Whole(required=True, validate=validate.Range(min=1, max=HIGHEST_VERSION))
    replaces = Whole(required=True, validate=validate.Range(min=0, max=HIGHEST_VERSION))


class VersionSchema(Schema):
    """Which version is stored."""

    version = Whole(required=True)


class SlotSchema(VersionSchema):
    """A slot as whoever has its code gets it."""

    sealed = Base64(required=True)
