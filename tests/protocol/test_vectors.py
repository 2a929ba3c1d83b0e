"""The published known answers are what the formulas give, and each refusal has its reason."""

import json
from typing import Any

import pytest
from cryptography.exceptions import InvalidTag
from hypothesis import given
from hypothesis import strategies as st

from backend.sync import envelope as server
from tests.protocol import make_vectors
from tests.protocol.envelope import FindingError, entry_hash, open_envelope, pad, padme, unpad
from tests.protocol.pairing import ALPHABET, Invite, code_text, read_code
from tests.protocol.recovery import RecoveryCode, recovery_text, wrong_groups

PUBLISHED: dict[str, Any] = json.loads(make_vectors.TARGET.read_text(encoding="utf-8"))


def test_the_published_file_is_what_the_generator_writes() -> None:
    assert make_vectors.TARGET.read_text(encoding="utf-8") == make_vectors.rendered()


@pytest.mark.parametrize("vector", PUBLISHED["envelopes"], ids=lambda vector: str(vector["name"]))
def test_an_envelope_opens_to_its_payload(vector: dict[str, Any]) -> None:
    opened = open_envelope(unhex(vector["envelope"]), unhex(vector["log_id"]), unhex(vector["case_key"]))
    assert opened == (vector["format"], unhex(vector["stored_payload"]))


@pytest.mark.parametrize("vector", PUBLISHED["envelopes"], ids=lambda vector: str(vector["name"]))
def test_the_server_reads_the_same_header(vector: dict[str, Any]) -> None:
    header = server.read_header(unhex(vector["envelope"]))
    assert header.log.hex() == vector["log_id"]
    assert header.device.hex() == vector["device_id"]
    assert header.counter == vector["counter"]
    assert header.previous.hex() == vector["previous"]
    assert server.hash_of(unhex(vector["envelope"])).hex() == vector["entry_hash"]


def test_the_server_computes_the_same_chain() -> None:
    before = server.CHAIN_START
    for link in PUBLISHED["chain"]:
        before = server.chain_hash(before, unhex(link["entry_hash"]))
        assert before.hex() == link["chain_hash"]


@pytest.mark.parametrize("vector", PUBLISHED["openings_refused"], ids=lambda vector: str(vector["name"]))
def test_a_wrong_envelope_is_refused_for_the_right_reason(vector: dict[str, Any]) -> None:
    with pytest.raises(FindingError) as refused:
        open_envelope(unhex(vector["envelope"]), unhex(vector["log_id"]), unhex(vector["case_key"]))
    assert str(refused.value) == vector["finding"]


@pytest.mark.parametrize("vector", PUBLISHED["codes"], ids=lambda vector: str(vector["text"]))
def test_a_code_is_read_however_it_is_typed(vector: dict[str, Any]) -> None:
    assert code_text(unhex(vector["secret"])) == vector["text"]
    assert {read_code(text) for text in [vector["text"], *vector["also_read"]]} == {unhex(vector["secret"])}


@pytest.mark.parametrize("vector", PUBLISHED["codes_refused"], ids=lambda vector: str(vector["why"]))
def test_a_wrong_code_is_refused(vector: dict[str, Any]) -> None:
    assert read_code(vector["text"]) is None


def test_a_sealed_invite_opens_with_its_code_alone() -> None:
    for vector in PUBLISHED["invites"]:
        plaintext = Invite(unhex(vector["secret"])).open(unhex(vector["sealed"]))
        assert plaintext.decode() == vector["plaintext_utf8"]


@pytest.mark.parametrize("vector", PUBLISHED["recovery_codes"], ids=lambda vector: str(vector["text"]))
def test_a_recovery_code_has_seven_groups_and_each_is_right(vector: dict[str, Any]) -> None:
    assert recovery_text(unhex(vector["secret"])) == vector["text"]
    assert [len(group) for group in vector["text"].split("-")] == [5] * 7
    assert wrong_groups(vector["text"]) == []


def test_the_wrong_group_of_a_recovery_code_is_named() -> None:
    named = [vector for vector in PUBLISHED["recovery_codes_refused"] if vector["group"] in (3, 5, 6)]
    assert [wrong_groups(vector["text"])[0] for vector in named] == [3, 5, 6]


@given(st.binary(min_size=16, max_size=16), st.integers(0, 6), st.integers(0, 4), st.integers(1, 31))
def test_any_one_wrong_character_is_found_in_its_group(secret: bytes, group: int, place: int, shift: int) -> None:
    groups = recovery_text(secret).split("-")
    before = groups[group][place]
    after = ALPHABET[(ALPHABET.index(before) + shift) % 32]
    groups[group] = groups[group][:place] + after + groups[group][place + 1 :]
    assert wrong_groups("-".join(groups)) == [group + 1]


def test_a_slot_opens_with_its_code_and_its_version_alone() -> None:
    for vector in PUBLISHED["slots"]:
        code = RecoveryCode(unhex(vector["secret"]))
        assert code.open(vector["version"], unhex(vector["sealed"])).decode() == vector["plaintext_utf8"]
        with pytest.raises(InvalidTag):
            code.open(vector["version"] + 1, unhex(vector["sealed"]))


@given(st.integers(min_value=2, max_value=1 << 24))
def test_padme_hides_the_length_at_an_eighth_of_overhead_or_less(length: int) -> None:
    assert length <= padme(length) <= length * 1.12 + 1
    assert padme(padme(length)) == padme(length)


@given(st.binary(max_size=3000))
def test_padding_comes_off_again(payload: bytes) -> None:
    assert unpad(pad(payload)) == (0, payload)


@given(st.binary(min_size=16, max_size=16))
def test_every_code_is_read_back(secret: bytes) -> None:
    assert read_code(code_text(secret)) == secret


def test_the_entry_hash_covers_the_signature() -> None:
    envelope = unhex(PUBLISHED["envelopes"][0]["envelope"])
    assert entry_hash(envelope) != entry_hash(envelope[:-1] + bytes([envelope[-1] ^ 1]))


def unhex(text: str) -> bytes:
    return bytes.fromhex(text)
