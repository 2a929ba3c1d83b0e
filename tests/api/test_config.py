"""Settings: what is given wins over the environment, which wins over the default."""

import pytest
from flask.testing import FlaskClient

from backend.config import DEFAULTS, settings
from backend.extensions import limiter
from tests.api.people import refused
from tests.conftest import make_app


def test_the_environment_changes_a_default_and_keeps_its_type() -> None:
    assert settings({}, {})["MAX_PUSH_ENTRIES"] == 500
    assert settings({"MAX_PUSH_ENTRIES": "7"}, {})["MAX_PUSH_ENTRIES"] == 7
    assert settings({"MAX_PUSH_ENTRIES": "7"}, {"MAX_PUSH_ENTRIES": 9})["MAX_PUSH_ENTRIES"] == 9


def test_a_setting_that_is_not_a_number_stops_the_start() -> None:
    with pytest.raises(ValueError, match="many"):
        settings({"MAX_PUSH_ENTRIES": "many"}, {})


def test_the_default_database_is_a_file_in_the_instance_folder() -> None:
    assert settings({}, {})["SQLALCHEMY_DATABASE_URI"].endswith("/instance/second-look.sqlite3")


@pytest.mark.parametrize("written", ["postgres://u@h/d", "postgresql://u@h/d", "postgresql+psycopg://u@h/d"])
def test_postgresql_addresses_use_the_driver_that_is_installed(written: str) -> None:
    assert settings({"DATABASE_URL": written}, {})["SQLALCHEMY_DATABASE_URI"] == "postgresql+psycopg://u@h/d"


def test_no_default_is_a_secret() -> None:
    assert not [name for name in DEFAULTS if "KEY" in name or "SECRET" in name or "TOKEN" in name]


@pytest.mark.parametrize(("hops", "answers"), [(0, [404, 429]), (1, [404, 404])])
def test_a_forwarded_address_is_believed_from_a_trusted_proxy_only(
    tmp_path_factory: pytest.TempPathFactory, hops: int, answers: list[int]
) -> None:
    folder = tmp_path_factory.mktemp("proxied")
    limits = {"RATELIMIT_ENABLED": True, "RATE_LIMIT": "1 per minute", "PROXY_HOPS": hops}
    app = make_app(f"sqlite:///{folder / 'proxied.sqlite3'}", limits)
    client: FlaskClient = app.test_client()
    asked = [client.get("/api/v2/content/xx", headers={"X-Forwarded-For": f"192.0.2.{host}"}) for host in (1, 2)]
    limiter.reset()
    limiter.enabled = False
    assert [answer.status_code for answer in asked] == answers
    if answers[-1] == 429:
        refused(asked[-1], 429, "rate_limited")
