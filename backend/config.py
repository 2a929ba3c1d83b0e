"""Every setting, its environment name and its default.

A value given to `create_app` wins over the environment, which wins over the default. No other code in backend/
reads the environment, but for HOST and PORT in serve.py, which also gives its processes a TALLY_SALT there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
MIB = 1024 * 1024
MIN_CONNECTIONS = 4  # of one process
SHORTEST_ADMISSION_CODE = 12  # short ones could be guessed: every phone may try

DEFAULTS: dict[str, str | int] = {
    "DATABASE_URL": f"sqlite:///{ROOT / 'instance' / 'second-look.sqlite3'}",
    "FRONTEND_DIST": str(ROOT / "frontend" / "dist"),
    "CONTENT_DIR": str(ROOT / "content"),
    "MANIFEST_PATH": str(ROOT / "manifest.json"),
    "MAX_CONTENT_LENGTH": 2 * MIB,  # base64 of a full push, and space for its JSON
    "MAX_SMALL_BODY": 16 * 1024,  # of every call except a push
    "MAX_ENVELOPE_BYTES": MIB,
    "MAX_PUSH_ENTRIES": 500,
    "MAX_PUSH_BYTES": MIB,
    "MAX_PAGE_ENTRIES": 500,
    "MAX_PAGE_BYTES": MIB,
    "MAX_PAGE_HASHES": 5000,
    "LOG_QUOTA_ENTRIES": 200_000,
    "LOG_QUOTA_BYTES": 200 * MIB,
    "SERVER_QUOTA_BYTES": 20 * 1024 * MIB,
    "BYTES_PER_DAY": 2 * 1024 * MIB,  # stored from one address
    "MAX_GRANTS": 64,
    "MAX_INVITES": 64,  # of one log, kept for a day after their end
    "INVITE_SECONDS": 900,  # to an own phone
    "COMPANION_INVITE_SECONDS": 24 * 3600,  # of one that lets a device in: it may have to be sent
    "MAX_SEALED_INVITE_BYTES": 4096,
    "MAX_SLOTS": 8,  # of one log: what recovery codes open
    "MAX_SEALED_SLOT_BYTES": 1024,
    "ADMISSION_CODE": "",  # whoever has it may make logs; empty: anyone
    "UNUSED_LOG_DAYS": 30,  # after which a log that never had an entry is forgotten; 0: never
    "RATE_LIMIT": "6000 per minute",  # one address may be a whole clinic
    "CREATE_RATE_LIMIT": "600 per hour",
    "CLAIM_RATE_LIMIT": "60 per minute",
    "INCARNATION_RATE_LIMIT": "4 per minute",  # of one log, whoever begins them: each one makes every phone heal
    "BUSY_SECONDS": 5,
    "DATABASE_CONNECTIONS": 32,  # of all processes together
    "PROCESSES": 1,  # on PostgreSQL; SQLite is served by one
    "TALLY_SALT": "",  # the same for all who share counts; empty: chosen at each start
    "PROXY_HOPS": 0,  # trusted proxies in front, whose X-Forwarded-For is believed
}

API_SPEC = {
    "API_TITLE": "Second Look",
    "API_VERSION": "v1",
    "OPENAPI_VERSION": "3.1.0",
    "OPENAPI_URL_PREFIX": "/api/v1",
    "OPENAPI_JSON_PATH": "openapi.json",
}


@dataclass(frozen=True)
class Limits:
    """How much a push, a page and a log may hold, in entries, invites and sealed bytes."""

    envelope_bytes: int
    push_entries: int
    push_bytes: int
    page_entries: int
    page_bytes: int
    page_hashes: int
    log_entries: int
    log_bytes: int
    log_invites: int

    @classmethod
    def of(cls, config: Mapping[str, Any]) -> Limits:
        return cls(
            envelope_bytes=config["MAX_ENVELOPE_BYTES"],
            push_entries=config["MAX_PUSH_ENTRIES"],
            push_bytes=config["MAX_PUSH_BYTES"],
            page_entries=config["MAX_PAGE_ENTRIES"],
            page_bytes=config["MAX_PAGE_BYTES"],
            page_hashes=config["MAX_PAGE_HASHES"],
            log_entries=config["LOG_QUOTA_ENTRIES"],
            log_bytes=config["LOG_QUOTA_BYTES"],
            log_invites=config["MAX_INVITES"],
        )


def settings(environ: Mapping[str, str], given: Mapping[str, Any]) -> dict[str, Any]:
    """The settings for Flask and its extensions."""
    chosen: dict[str, Any] = {name: type(default)(environ.get(name, default)) for name, default in DEFAULTS.items()}
    chosen.update(given)
    if 0 < len(chosen["ADMISSION_CODE"]) < SHORTEST_ADMISSION_CODE:
        raise ValueError(f"ADMISSION_CODE must have {SHORTEST_ADMISSION_CODE} characters or more")
    return {
        "SQLALCHEMY_DATABASE_URI": _with_driver(chosen["DATABASE_URL"]),
        "SQLALCHEMY_ENGINE_OPTIONS": _engine_options(chosen),
        "RATELIMIT_STORAGE_URI": "memory://" if processes_of(chosen) == 1 else "tally://",
        **API_SPEC,
        **chosen,
    }


def processes_of(config: Mapping[str, Any]) -> int:
    """How many processes serve: one on SQLite, which has one writer."""
    return 1 if config["DATABASE_URL"].startswith("sqlite") else max(1, config["PROCESSES"])


def _with_driver(url: str) -> str:
    """PostgreSQL addresses as people write them, with the one driver that is installed."""
    for scheme in ("postgres://", "postgresql://"):
        if url.startswith(scheme):
            return "postgresql+psycopg://" + url.removeprefix(scheme)
    return url


def _engine_options(chosen: Mapping[str, Any]) -> dict[str, Any]:
    """Pool and timeouts. Parameters stay out of error texts, because they hold sealed bytes and hashes."""
    seconds = chosen["BUSY_SECONDS"]
    if chosen["DATABASE_URL"].startswith("sqlite"):
        connect = {"timeout": seconds}
    else:
        connect = {"options": f"-c lock_timeout={seconds * 1000 or 1}"}  # 0 would be for ever
    return {
        "hide_parameters": True,
        "pool_size": max(MIN_CONNECTIONS, chosen["DATABASE_CONNECTIONS"] // processes_of(chosen)),
        "max_overflow": 0,
        "pool_timeout": seconds,
        "connect_args": connect,
    }
