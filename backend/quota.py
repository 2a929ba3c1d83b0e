"""What one address may store in a day, and the capacity of the whole server, for the routes that store something."""

from typing import cast

from flask import Response, current_app, request

from backend.capacity import Capacity
from backend.extensions import limiter


def capacity() -> Capacity:
    """The capacity of this app's server."""
    return cast("Capacity", current_app.extensions["capacity"])  # set by create_app


def _body_length() -> int:
    return request.content_length or 0


def _was_stored(response: Response) -> bool:
    return response.status_code < 300


# Only what was stored counts: a stranger without a token must not use up the quota of others at the same address.
bytes_of_a_day = limiter.shared_limit(
    lambda: f"{current_app.config['BYTES_PER_DAY']} per day",
    scope="stored",
    cost=_body_length,
    deduct_when=_was_stored,
    override_defaults=False,
)
