"""The bodies of the API: parsed only if they could be one of ours, so that anything else costs no more than reading.

Invariant: nothing is parsed that has more elements, deeper nesting or longer numbers than any body the API accepts.
Every field is hex, base64, a word or a small number, and contains no comma or bracket. Must not know single fields.
"""

from __future__ import annotations

import json
from typing import Any

import flask_smorest
from flask import Request, current_app
from webargs import core
from webargs.flaskparser import FlaskParser

from backend.errors import ApiError

MOST_BRACKETS = 8  # an object with a list of texts has two
LONGEST_NUMBER = 20


class BoundedParser(FlaskParser):
    """webargs' parser, which counts before it parses."""

    def _raw_load_json(self, req: Request) -> Any:
        body = req.get_data(cache=False)
        if not body:
            return core.missing
        most = current_app.config["MAX_PUSH_ENTRIES"]
        if body.count(b",") > most:
            raise ApiError("too_many", 413, "Too many elements at once.", {"most": most})
        if body.count(b"[") + body.count(b"{") > MOST_BRACKETS or not body.isascii():
            raise _malformed()
        try:
            return json.loads(body, parse_int=_small_number, parse_constant=_no_number)
        except ValueError as error:
            raise _malformed() from error


class Blueprint(flask_smorest.Blueprint):  # type: ignore[misc] # the package has no types
    """A blueprint whose bodies are bounded."""

    ARGUMENTS_PARSER = BoundedParser()


def _small_number(digits: str) -> int:
    if len(digits) > LONGEST_NUMBER:
        raise ValueError("no field has such a number")
    return int(digits)


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def _malformed() -> ApiError:
    return ApiError("malformed_json", 400, "The body is not JSON, or not JSON of ours.")
