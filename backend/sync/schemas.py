"""The bodies of logs, entries and hashes, as docs/protocol.md section 5 has them."""

from typing import Any

from marshmallow import Schema, fields, validate

from backend.config import MIB
from backend.wire import Base64, Hex, Whole, base64_text

LARGEST_SEQ = 2**63 - 1
LONGEST_ADMISSION_CODE = 200


class HeadSchema(Schema):
    """Where a log ends."""

    seq = fields.Integer(required=True)
    hash = Hex(32, required=True)


class AdmissionSchema(Schema):
    """The code of whoever runs the server, where a new log needs one."""

    admission = fields.String(validate=validate.Length(max=LONGEST_ADMISSION_CODE))


class LogSchema(Schema):
    """A log and its present incarnation."""

    log = Hex(16, required=True, attribute="id")
    incarnation = Hex(16, required=True)
    head = fields.Nested(HeadSchema, required=True)


class PushSchema(Schema):
    """Envelopes of one device, in the order of its counter."""

    incarnation = Hex(16, required=True)
    # The settings decide how many and how long; the description shows their defaults.
    envelopes = fields.List(
        Base64(longest=MIB),
        required=True,
        validate=validate.Length(min=1),
        metadata={"maxItems": 500},
    )


class PushedSchema(Schema):
    """The seq of each envelope, in the order of the push."""

    incarnation = Hex(16, required=True)
    seqs = fields.List(fields.Integer(), required=True)
    head = fields.Nested(HeadSchema, required=True)


class PageQuerySchema(Schema):
    """Which entries: those after a seq. The server may send fewer than `limit`."""

    after = fields.Integer(load_default=0, validate=validate.Range(min=0, max=LARGEST_SEQ))
    limit = fields.Integer(load_default=500, validate=validate.Range(min=1, max=LARGEST_SEQ))


class HashQuerySchema(PageQuerySchema):
    """Which hashes: those after a seq."""

    limit = fields.Integer(load_default=5000, validate=validate.Range(min=1, max=LARGEST_SEQ))
    # Those in the chain, or those of the bytes on the disk now.
    of = fields.String(load_default="chain", validate=validate.OneOf(["chain", "bytes"]))


class EntrySchema(Schema):
    """A sealed envelope and its place."""

    seq = fields.Integer(required=True)
    envelope = Base64(required=True)


class Entries(fields.List[Any]):
    """A page's entries, in one pass: field by field, as usual, 500 of them take three times as long as reading them."""

    def _serialize(self, value: list[Any] | None, *_place: Any, **_kwargs: Any) -> list[Any]:
        return [{"seq": seq, "envelope": base64_text(envelope)} for seq, envelope in value or ()]


class PageSchema(Schema):
    """Entries, and the chain hash at `after`: null when the log does not reach it."""

    incarnation = Hex(16, required=True)
    after_hash = Hex(32, required=True, allow_none=True)
    entries = Entries(fields.Nested(EntrySchema), required=True)
    head = fields.Nested(HeadSchema, required=True)


class HashPageSchema(Schema):
    """LogEntry hashes in seq order."""

    incarnation = Hex(16, required=True)
    hashes = fields.List(Hex(32), required=True)
    head = fields.Nested(HeadSchema, required=True)


class IncarnationQuestionSchema(Schema):
    """What the device saw of the log that lost entries."""

    incarnation = Hex(16, required=True)
    head_seq = Whole(required=True, validate=validate.Range(min=0, max=LARGEST_SEQ))


class IncarnationSchema(Schema):
    """The log's new incarnation."""

    incarnation = Hex(16, required=True)
    head = fields.Nested(HeadSchema, required=True)
