"""The PWA extension: /manifest.json, /sw.js, /offline, the app shell for every screen, every answer's headers.

Keeps the interface of the flask-pwa package (see docs/adr/0002-pwa-extension.md). Invariant: a file with a hash in
its name is cached for ever, everything else is checked again each time. Must not touch the database.
"""

from __future__ import annotations

import mimetypes
from pathlib import Path

from flask import Blueprint, Flask, Response, current_app, request, send_from_directory
from werkzeug.exceptions import NotFound
from werkzeug.http import parse_date
from werkzeug.routing import BaseConverter
from werkzeug.security import safe_join

from backend.errors import not_found

HASHED = "assets/"
DATES = ("If-Modified-Since", "If-Unmodified-Since", "If-Range")
SIBLING_BY_ENCODING = {"br": ".br", "gzip": ".gz"}
# Listed here, because Python's own table depends on the machine.
TYPE_BY_SUFFIX = {
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}
NOT_BUILT = (
    "<!doctype html><html lang=en><meta charset=utf-8><title>Second Look is not built yet</title>"
    "<h1>Second Look is not built yet</h1><p>In the project's folder, run <code>make run</code>. Then load this page "
    "again."
)
SECURITY_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; "
        "worker-src 'self'; manifest-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; "
        "form-action 'self'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": (
        "camera=(self), accelerometer=(), autoplay=(), browsing-topics=(), display-capture=(), geolocation=(), "
        "gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

blueprint = Blueprint("pwa", __name__)


class ScreenPath(BaseConverter):
    """Any path of the app itself. The API's paths are excluded, so that they keep their own 404 and 405."""

    part_isolating = False
    regex = r"(?!api(?:/|$)|healthz$).+"


class PWA:
    """`PWA(app)`, or `PWA()` and `init_app(app)`."""

    def __init__(self, app: Flask | None = None) -> None:
        if app is not None:
            self.init_app(app)

    def init_app(self, app: Flask) -> None:
        app.url_map.converters["screen"] = ScreenPath
        app.register_blueprint(blueprint)
        app.before_request(_forget_impossible_dates)
        app.after_request(_add_headers)


@blueprint.get("/manifest.json")
def manifest() -> Response:
    """The web app manifest, kept at the root of the project."""
    path = Path(current_app.config["MANIFEST_PATH"])
    return _asked_again(send_from_directory(path.parent, path.name, mimetype="application/manifest+json"))


@blueprint.get("/sw.js")
def service_worker() -> Response:
    """The service worker. Served at the root, because its path sets its scope."""
    return _built_file("sw.js")


@blueprint.get("/offline")
def offline() -> Response:
    """The page for when nothing else can be loaded."""
    return _built_file("offline.html") if _is_built("offline.html") else screen()


@blueprint.get("/", defaults={"path": ""})
@blueprint.get("/<screen:path>")
def screen(path: str = "") -> Response:
    """A built file if there is one of this name, otherwise the app shell, which knows every screen."""
    if path and _is_built(path):
        return _built_file(path)
    if path.startswith(HASHED) or "." in path.rpartition("/")[2]:
        raise not_found()
    if not _is_built("index.html"):
        return Response(NOT_BUILT, status=503, mimetype="text/html", headers={"Cache-Control": "no-store"})
    return _built_file("index.html")


def _built_file(name: str) -> Response:
    """One file of the built front end, in the smallest encoding that the browser accepts."""
    encoding = _best_encoding(name)
    stored = name + SIBLING_BY_ENCODING.get(encoding, "")
    suffix = Path(name).suffix
    mimetype = TYPE_BY_SUFFIX.get(suffix) or mimetypes.guess_type(name)[0]
    try:
        response = send_from_directory(current_app.config["FRONTEND_DIST"], stored, mimetype=mimetype)
    except NotFound as error:
        raise not_found() from error
    response.vary.add("Accept-Encoding")
    if encoding:
        response.headers["Content-Encoding"] = encoding
    if not name.startswith(HASHED):
        return _asked_again(response)
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response


def _best_encoding(name: str) -> str:
    for encoding, suffix in SIBLING_BY_ENCODING.items():
        if request.accept_encodings.quality(encoding) > 0 and _is_built(name + suffix):
            return encoding
    return ""


def _is_built(name: str) -> bool:
    path = safe_join(current_app.config["FRONTEND_DIST"], name)
    try:
        return path is not None and Path(path).is_file()
    except OSError:  # longer than a name can be
        return False


def _asked_again(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-cache"
    return response


def _forget_impossible_dates() -> None:
    """An invalid date counts as not sent (RFC 9110); werkzeug rejects most of them, but not the year 99999999999."""
    for name in DATES:
        try:
            parse_date(request.headers.get(name))
        except OverflowError:
            del request.environ["HTTP_" + name.upper().replace("-", "_")]


def _add_headers(response: Response) -> Response:
    response.headers.update(SECURITY_HEADERS)
    if request.path.startswith("/api/"):
        response.headers.setdefault("Cache-Control", "no-store")
    return response
