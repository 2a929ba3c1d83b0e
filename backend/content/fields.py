"""The kinds of field in the files of content/.

Invariant: a field that loads is never empty; what may be missing says so explicitly.
"""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from marshmallow import Schema, fields, post_load, validate

NOT_FOUND = "not_found"


class FileSchema(Schema):
    """Loads strictly (unknown fields raise) and returns the model, not a dict."""

    makes: ClassVar[type]

    @post_load
    def to_model(self, data: dict[str, Any], **_: object) -> object:
        return self.makes(**data)


class OrNotFound(fields.Field[Any]):
    """A field that must be written: what was found, or the word `not_found`. Leaving it out is an error."""

    def __init__(self, found: fields.Field[Any], instead: Callable[[], object] = lambda: None) -> None:
        super().__init__(required=True)
        self.found = found
        self.instead = instead

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **more: Any) -> Any:
        return self.instead() if value == NOT_FOUND else self.found.deserialize(value, attr, data, **more)


def required_text(most: int = 1000) -> fields.String:
    """A text that is never empty."""
    return fields.String(required=True, validate=validate.Length(min=1, max=most))


def required_texts(least: int = 0, most: int | None = None) -> fields.List[str]:
    """A list of such texts."""
    return fields.List(required_text(), required=True, validate=validate.Length(min=least, max=most))


def optional_flag() -> fields.Boolean:
    """Only a true or false of YAML: the word "no" in quotes must not count as one."""
    return fields.Boolean(load_default=False, truthy={True}, falsy={False})
