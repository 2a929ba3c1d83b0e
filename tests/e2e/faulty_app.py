"""The real app with faults that a test can set: `python -m backend.serve 'tests.e2e.faulty_app:create_app()'`.

The rules are read from the file FAULTS at every request, so that a story can change them while the server runs.
Must not change an answer that no rule matches.
"""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flask import Flask

from backend import app as real

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment


def create_app() -> Flask:
    """What `backend.app:create_app()` makes, with the faults in front."""
    app = real.create_app()
    app.wsgi_app = Jammed(app.wsgi_app, Path(os.environ["FAULTS"]))  # type: ignore[method-assign] # Flask's own way
    return app


class Jammed:
    """Waits and refuses as the rules say: `{"path": regex, "method": …, "seconds": 2, "status": "500 …"}`."""

    def __init__(self, app: WSGIApplication, rules: Path) -> None:
        self._app = app
        self._rules = rules

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        rule = self._rule_for(environ["REQUEST_METHOD"], environ["PATH_INFO"])
        time.sleep(rule.get("seconds", 0))
        if "status" not in rule:
            return self._app(environ, start_response)
        start_response(rule["status"], [("Content-Type", "text/plain")])
        return [b"out of order"]

    def _rule_for(self, method: str, path: str) -> dict[str, Any]:
        rules: list[dict[str, Any]] = json.loads(self._rules.read_text())
        fitting = (rule for rule in rules if rule.get("method", method) == method and re.search(rule["path"], path))
        return next(fitting, {})
