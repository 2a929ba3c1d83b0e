"""The machine-readable description against the server: what it allows is not refused for its form, and nothing breaks.

Schemathesis generates requests from the description, always the same ones: some allowed by it and some not, each with
no token, the owner's, a device's, the one of a code and the one of a slot. DESCRIBED_EXAMPLES sets how many.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import Case, GenerationMode, Response
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.api.people import Person
from tests.api.test_invites import Invitation
from tests.api.test_slots import Sheet

SIXTEEN_BYTES = re.compile("[0-9a-f]{32}")
EXAMPLES = int(os.environ.get("DESCRIBED_EXAMPLES", "10"))
HOLDERS = ("nobody", "owner", "device", "code", "slot")
CONFORMANCE = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
REFUSED_FOR_ITS_FORM = {
    "malformed_json",
    "bad_request",
    "invalid_request",
    "too_large",
    "unsupported_media_type",
    "method_not_allowed",
}


@dataclass
class Asking:
    """Sends the generated requests, aimed at the existing log, invite and slot, and counts the answers."""

    ana: Person
    invitation: Invitation
    sheet: Sheet
    holder: str
    heard: Counter[int] = field(default_factory=Counter)

    def ask(self, case: Case[Any]) -> Response:
        self._aim(case)
        token = {
            "nobody": None,
            "owner": self.ana.owner_token,
            "device": self.ana.phone.token,
            "code": self.invitation.code.claim_token,
            "slot": self.sheet.code.bearer,
        }[self.holder]
        headers = {"Authorization": f"Bearer {token.hex()}"} if token else {}
        response = case.call(headers=headers)
        case.validate_response(response, checks=CONFORMANCE)
        self.heard[response.status_code] += 1
        return response

    def _aim(self, case: Case[Any]) -> None:
        """Replaces generated ids of log, invite, slot and incarnation, which would all be unknown, by existing ones."""
        present = {
            "log": self.ana.phone.log.hex(),
            "invite": self.invitation.code.id.hex(),
            "incarnation": self.ana.incarnation,
            "slot": self.sheet.code.slot.hex(),
        }
        for place in (case.path_parameters, case.body):
            if isinstance(place, dict):
                well_formed = [name for name, value in place.items() if SIXTEEN_BYTES.fullmatch(str(value))]
                place.update({name: present[name] for name in well_formed if name in present})


@pytest.fixture(scope="module")
def described(app: Flask) -> schemathesis.BaseSchema:
    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app)


def draw_and_ask(described: schemathesis.BaseSchema, asking: Asking, mode: GenerationMode) -> None:
    allowed = mode is GenerationMode.POSITIVE
    for found in described.get_all_operations():
        assert isinstance(found, Ok), found
        operation = found.ok()

        @settings(
            max_examples=EXAMPLES,
            derandomize=True,
            deadline=None,
            database=None,
            phases=(Phase.generate,),
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy(generation_mode=mode))
        def ask(case: Case[Any]) -> None:
            response = asking.ask(case)
            if allowed and response.status_code >= 400:
                error = response.json()
                is_about_others = ["Already in use."] in error.get("details", {}).values()
                assert is_about_others or error["code"] not in REFUSED_FOR_ITS_FORM, (case.as_curl_command(), error)

        if not allowed and not operation.body and "{language}" in operation.path:
            continue  # any text may be the name of a language
        ask()


@pytest.fixture
def asking(ana: Person, request: pytest.FixtureRequest) -> Asking:
    invitation = Invitation(ana)
    assert invitation.put(role="editor").status_code == 201
    sheet = Sheet(ana)
    assert sheet.put().status_code == 201
    return Asking(ana, invitation, sheet, request.param)


@pytest.mark.parametrize("asking", HOLDERS, indirect=True, ids=HOLDERS)
def test_what_the_description_allows_is_not_refused_for_its_form(
    described: schemathesis.BaseSchema, asking: Asking
) -> None:
    draw_and_ask(described, asking, GenerationMode.POSITIVE)
    expected = {"nobody": {401}, "owner": {200, 201, 204}, "device": {200, 204}, "code": {200}, "slot": {204}}[
        asking.holder
    ]
    assert expected <= set(asking.heard), asking.heard


@pytest.mark.parametrize("asking", HOLDERS, indirect=True, ids=HOLDERS)
def test_what_the_description_does_not_allow_breaks_nothing(
    described: schemathesis.BaseSchema, asking: Asking, caplog: pytest.LogCaptureFixture
) -> None:
    draw_and_ask(described, asking, GenerationMode.NEGATIVE)
    assert sum(asking.heard.values()) > EXAMPLES
    assert not [record for record in caplog.records if record.exc_info]
