"""GET /api/v2/content/<language>: the guidance bundle, cheap to request again.

Invariant: each encoding has its own strong ETag (its bytes differ), and either one gets a 304.
The catalog is built on first use, so that the content check can run on a broken folder.
"""

import json
import threading
from pathlib import Path

import flask
from flask import Response, current_app, request

from backend.body import Blueprint
from backend.content.bundle_schema import BundleSchema
from backend.content.catalog import Catalog, PackedBundle, load_catalog
from backend.content.files import read_plain_words
from backend.content.plain import dialled, plain_view, said_day
from backend.endpoint import endpoint
from backend.errors import ApiError, ErrorSchema

blueprint = Blueprint("content", __name__, url_prefix="/api/v2/content", description="Guidance cards, help, countries")

_one_builder = threading.Lock()
pages = flask.Blueprint("plain", __name__)
pages.add_app_template_filter(dialled)
pages.add_app_template_filter(said_day)


@pages.get("/plain")
def plain_page() -> Response:
    """The guidance for a browser that cannot run the app."""
    language = "en"
    words = read_plain_words(Path(current_app.config["CONTENT_DIR"]), language)
    view = plain_view(json.loads(_catalog().bundle_by_language[language].body), words)
    response = Response(flask.render_template("plain.html", **view), mimetype="text/html")
    response.headers["Cache-Control"] = "no-cache"
    response.add_etag()
    return response.make_conditional(request)  # type: ignore[return-value] # werkzeug's own class


@endpoint(
    blueprint.route("/<language>"),
    blueprint.response(200, BundleSchema),
    blueprint.alt_response(304, description="The phone already has this version"),
    blueprint.alt_response(404, schema=ErrorSchema, description="No guide in this language"),
)
def get_bundle(language: str) -> Response:
    """The whole guidance of one language, for offline use."""
    bundle = _catalog().bundle_by_language.get(language)
    if bundle is None:
        raise ApiError("not_found", 404, "There is no guide in this language.")
    response = _not_modified(bundle) or _full(bundle)
    response.headers["Cache-Control"] = "no-cache"
    response.headers["Vary"] = "Accept-Encoding"
    return response


def _catalog() -> Catalog:
    with _one_builder:  # building takes seconds of CPU: many requests at the start wait for one build
        if "content" not in current_app.extensions:
            current_app.extensions["content"] = load_catalog(Path(current_app.config["CONTENT_DIR"]))
    kept: Catalog = current_app.extensions["content"]
    return kept


def _not_modified(bundle: PackedBundle) -> Response | None:
    known = request.if_none_match
    for tag in (bundle.version, _gzip_tag(bundle)):
        # Weak comparison, as RFC 9110 asks for If-None-Match: proxies may weaken a tag.
        if known.contains_weak(tag):
            response = Response(status=304)
            response.set_etag(tag)
            return response
    return None


def _full(bundle: PackedBundle) -> Response:
    if request.accept_encodings.quality("gzip") > 0:
        response = Response(bundle.gzipped, mimetype="application/json")
        response.headers["Content-Encoding"] = "gzip"
        response.set_etag(_gzip_tag(bundle))
        return response
    response = Response(bundle.body, mimetype="application/json")
    response.set_etag(bundle.version)
    return response


def _gzip_tag(bundle: PackedBundle) -> str:
    return f"{bundle.version}-gzip"
