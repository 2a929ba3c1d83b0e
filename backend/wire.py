"""Values as they travel in JSON and in paths: bytes as lower-case hex and as base64 with padding, numbers, times.

Invariant: given bytes have exactly one text, and every other text is refused on arrival.
"""

from __future__ import annotations

import base64
import binascii
import re
from datetime import UTC, datetime
from typing import Any

from marshmallow import ValidationError, fields
from werkzeug.routing import BaseConverter, Map

# The last group has no spare bits: "AB==" would be a second text for the byte of "AA==".
CANONICAL_BASE64 = (
    "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=|[A-Za-z0-9+/]{4})?$"
)
LOWER_HEX = re.compile(r"(?:[0-9a-f]{2})*")


def base64_length(count: int) -> int:
    """How many characters this many bytes take."""
    return (count + 2) // 3 * 4


def base64_text(value: bytes) -> str:
    """Bytes as base64 with padding."""
    return binascii.b2a_base64(value, newline=False).decode("ascii")


class Hex(fields.Field[bytes]):
    """`length` bytes as lower-case hex."""

    def __init__(self, length: int, **kwargs: Any) -> None:
        pattern = f"^[0-9a-f]{{{2 * length}}}$"
        super().__init__(metadata={"pattern": pattern, "description": f"{length} bytes, hex"}, **kwargs)
        self.length = length

    def _serialize(self, value: bytes | None, *_place: Any, **_kwargs: Any) -> str | None:
        return None if value is None else value.hex()

    def _deserialize(self, value: Any, *_place: Any, **_kwargs: Any) -> bytes:
        if not isinstance(value, str) or len(value) != 2 * self.length or not LOWER_HEX.fullmatch(value):
            raise ValidationError(f"Must be {self.length} bytes in lower-case hex.")
        return bytes.fromhex(value)


class Base64(fields.Field[bytes]):
    """Bytes as base64 with padding; `shortest` and `longest` count bytes, the description counts characters."""

    def __init__(self, shortest: int = 0, longest: int | None = None, **kwargs: Any) -> None:
        described = {"contentEncoding": "base64", "pattern": CANONICAL_BASE64, "minLength": base64_length(shortest)}
        if longest is not None:
            described["maxLength"] = base64_length(longest)
        super().__init__(metadata=described, **kwargs)
        self.shortest = shortest

    def _serialize(self, value: bytes | None, *_place: Any, **_kwargs: Any) -> str | None:
        return None if value is None else base64_text(value)

    def _deserialize(self, value: Any, *_place: Any, **_kwargs: Any) -> bytes:
        try:
            decoded = base64.b64decode(value, validate=True)
        except (TypeError, ValueError, binascii.Error) as error:
            raise ValidationError("Must be base64 with padding.") from error
        # Only the last group can be ambiguous: two texts for the same bytes.
        last = base64_text(decoded[(len(decoded) - 1) // 3 * 3 :])
        if value[-4:] != last or len(value) != (len(decoded) + 2) // 3 * 4:
            raise ValidationError("Must be canonical base64.")
        if len(decoded) < self.shortest:
            raise ValidationError(f"Must be {self.shortest} bytes or more.")
        return decoded


class Whole(fields.Integer):
    """A whole number as JSON has it: 3 and 3.0 are the same, true and "3" are not numbers."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(strict=True, **kwargs)

    def _validated(self, value: Any) -> int:
        if isinstance(value, bool | str):
            raise self.make_error("invalid", input=value)
        return super()._validated(int(value) if isinstance(value, float) and value.is_integer() else value)


class Moment(fields.Field[int]):
    """Seconds since 1970, shown as RFC 3339 in UTC. For people: no program decides by it."""

    def _serialize(self, value: int | None, *_place: Any, **_kwargs: Any) -> str | None:
        return None if value is None else datetime.fromtimestamp(value, UTC).isoformat().replace("+00:00", "Z")


class HexPath(BaseConverter):
    """`<hex(16):log>` in a rule: 16 bytes as hex in the path. Any other text matches no address."""

    def __init__(self, map: Map, length: int) -> None:  # noqa: A002 - werkzeug's own name for it
        super().__init__(map)
        self.length = length
        self.regex = f"[0-9a-f]{{{2 * length}}}"

    def described(self) -> dict[str, str]:
        """This parameter as OpenAPI describes it."""
        return {"type": "string", "pattern": f"^{self.regex}$"}

    def to_python(self, value: str) -> bytes:
        return bytes.fromhex(value)

    def to_url(self, value: bytes) -> str:
        return value.hex()
