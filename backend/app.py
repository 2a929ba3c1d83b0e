"""Puts the server together: extensions, blueprints, error handlers; nothing else."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from typing import Any

from flask import Flask
from flask_smorest import Api
from werkzeug.middleware.proxy_fix import ProxyFix

from backend import cli, health
from backend.access import routes as access
from backend.access.bearer import LatelyKnown
from backend.capacity import Capacity
from backend.config import processes_of, settings
from backend.content import routes as content
from backend.errors import ErrorSchema, init_errors
from backend.extensions import init_database, limiter
from backend.invites import routes as invites
from backend.invites.models import BYTES_OF_INVITES
from backend.invites.schemas import ClaimSchema
from backend.logs.models import BYTES_OF_LOGS
from backend.pwa import PWA
from backend.request_log import init_request_log
from backend.slots import routes as slots
from backend.slots.models import BYTES_OF_SLOTS
from backend.sync import routes as sync
from backend.tally import Tallies
from backend.wire import Base64, Hex, HexPath


def create_app(config: Mapping[str, Any] | None = None) -> Flask:
    """The whole server. `config` wins over the environment."""
    app = Flask("backend", static_folder=None)
    app.config.update(settings(os.environ, config or {}))
    hops = app.config["PROXY_HOPS"]
    app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops)  # type: ignore[method-assign] # Flask's own way
    init_request_log(app)
    init_database(app)
    tallies = _tallies(app.config) if processes_of(app.config) > 1 else None
    app.config["RATELIMIT_STORAGE_OPTIONS"] = {"tallies": tallies} if tallies else {}
    limiter.init_app(app)
    app.extensions["tallies"] = tallies
    app.extensions["capacity"] = Capacity(
        app.config["SERVER_QUOTA_BYTES"], [BYTES_OF_LOGS, BYTES_OF_INVITES, BYTES_OF_SLOTS], tallies
    )
    app.extensions["lately_known"] = LatelyKnown()
    init_api(app)
    app.register_blueprint(health.blueprint)
    app.register_blueprint(content.pages)
    PWA(app)
    init_errors(app)
    cli.init_cli(app)
    return app


def _tallies(config: Mapping[str, Any]) -> Tallies:
    """What the processes of this server count together."""
    salt = config["TALLY_SALT"] or secrets.token_hex(32)
    return Tallies(config["SQLALCHEMY_DATABASE_URI"], salt, config["BUSY_SECONDS"])


def init_api(app: Flask) -> None:
    """Registers what /api/v1/openapi.json describes."""
    app.url_map.converters["hex"] = HexPath
    api = Api()
    api.ERROR_SCHEMA = ErrorSchema
    api.init_app(app)
    api.register_converter(HexPath, HexPath.described)
    api.register_field(Hex, "string", None)
    api.register_field(Base64, "string", None)
    for blueprint in (access.blueprint, invites.blueprint, slots.blueprint, sync.blueprint, content.blueprint):
        api.register_blueprint(blueprint)
    # OpenAPI has no other way to say that two fields must come together.
    api.spec.components.schemas["Claim"]["dependentRequired"] = ClaimSchema.TOGETHER
