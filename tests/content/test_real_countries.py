"""The countries as they stand in content/: only what was verified, and nothing taken from a neighbour."""

import json
from typing import Any

import pytest

from backend.content.catalog import load_catalog
from backend.content.countries import COUNTRY_CODES, FACT_NAMES
from tests.content.conftest import CONTENT

Countries = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def countries() -> Countries:
    bundle = json.loads(load_catalog(CONTENT).bundle_by_language["en"].body)
    return {country["code"]: country for country in bundle["countries"]}


def test_each_country_is_there_once_in_order(countries: Countries) -> None:
    assert tuple(countries) == COUNTRY_CODES


def test_every_fact_rests_on_sources_of_its_country_and_every_source_is_used(countries: Countries) -> None:
    for code, country in countries.items():
        keys = [source["key"] for source in country["sources"]]
        assert len(set(keys)) == len(keys), code
        for name in FACT_NAMES:
            if country[name]:
                assert country[name]["sources"], (code, name)
                assert set(country[name]["sources"]) <= set(keys), (code, name)


def test_a_fact_is_second_hand_only_when_no_source_of_it_was_read_at_first_hand(countries: Countries) -> None:
    for code, country in countries.items():
        second_hand = {source["key"]: source["second_hand"] for source in country["sources"]}
        for name in FACT_NAMES:
            if country[name]:
                expected = all(second_hand[key] for key in country[name]["sources"])
                assert country[name]["second_hand"] is expected, (code, name)


def test_numbers_are_the_verified_ones(countries: Countries) -> None:
    numbers = {code: [line["number"] for line in country["emergency"]] for code, country in countries.items()}
    assert numbers == {
        "US": ["911"],
        "GB": ["999"],
        "EU": ["112"],
        "DE": ["112"],
        "CA-ON": [],
        "AU": [],
        "other": [],
    }
