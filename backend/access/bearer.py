"""Takes the bearer token out of the request and looks up its holder before the body is read.

Invariant: a stranger's body is never parsed. The work itself looks the token up again, in its own transaction,
because a grant may be revoked in between. So this first look may be a minute old, and spares most pushes a transaction.
Must not keep a token.
"""

import hashlib
import re
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from flask import current_app, request
from sqlalchemy.orm import Session

from backend.errors import ApiError
from backend.extensions import transaction

P = ParamSpec("P")
R = TypeVar("R")
SECONDS_KNOWN = 60
MOST_KNOWN = 10_000
BEARER = re.compile(r"Bearer ([0-9a-f]{64})", re.IGNORECASE)


def bearer() -> bytes:
    """The 32 bytes of the token; token_required when the header holds nothing that could be one."""
    found = BEARER.fullmatch(request.headers.get("Authorization", ""))
    if found is None:
        raise ApiError("token_required", 401, "This address needs a token.")
    return bytes.fromhex(found[1])


def token_first(
    of: str | None = None, known: Callable[[Session, bytes, bytes], object] | None = None, most: str = "MAX_SMALL_BODY"
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Refuses, before the body is read, a request without a token, or whose token `known` does not find for id `of`.

    `most` names the setting that limits the body's length.
    """

    def wrap(view: Callable[P, R]) -> Callable[P, R]:
        @wraps(view)
        def after_the_token(*args: P.args, **kwargs: P.kwargs) -> R:
            request.max_content_length = current_app.config[most]
            token = bearer()
            if known is not None and request.view_args is not None:
                _require_known(known, request.view_args[str(of)], token)
            return view(*args, **kwargs)

        return after_the_token

    return wrap


class LatelyKnown:
    """Whom the database knew within the last minute, as hashes. What it did not know is never kept."""

    def __init__(self) -> None:
        self._until: OrderedDict[bytes, float] = OrderedDict()
        self._lock = threading.Lock()

    def has(self, whom: bytes) -> bool:
        """Whether they were known less than a minute ago."""
        return self._until.get(whom, 0) > time.monotonic()

    def add(self, whom: bytes) -> None:
        """Keeps them for a minute, or until too many others came."""
        with self._lock:
            self._until[whom] = time.monotonic() + SECONDS_KNOWN
            self._until.move_to_end(whom)
            if len(self._until) > MOST_KNOWN:
                self._until.popitem(last=False)


def _require_known(known: Callable[[Session, bytes, bytes], object], of: bytes, token: bytes) -> None:
    lately: LatelyKnown = current_app.extensions["lately_known"]  # set by create_app
    whom = hashlib.sha256(known.__qualname__.encode() + of + token).digest()
    if lately.has(whom):
        return
    with transaction(write=False) as session:
        known(session, of, token)
    lately.add(whom)
