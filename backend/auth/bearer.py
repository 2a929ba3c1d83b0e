"""Takes the bearer token out of the request, before anything is looked up. Must not compare or keep it."""

import re

from flask import request

from backend.errors import ApiError

BEARER = re.compile(r"Bearer ([0-9a-f]{64})", re.IGNORECASE)


def bearer() -> bytes:
    """The 32 bytes of the token; token_required when there is none that could be one."""
    found = BEARER.fullmatch(request.headers.get("Authorization", ""))
    if found is None:
        raise ApiError("token_required", 401, "This address needs a token.")
    return bytes.fromhex(found[1])
