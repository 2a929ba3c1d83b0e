"""The countries in content/: only what was verified, and nothing taken from a neighbour."""

import json

from backend.content.countries import COUNTRY_CODES, FACT_NAMES
from tests.content.conftest import CANADA, UNITED_KINGDOM, Countries


def numbers(countries: Countries, name: str) -> dict[str, tuple[str, bool]]:
    """Country to the number of that fact, and whether it takes texts."""
    facts = {code: country[name] for code, country in countries.items() if country[name]}
    return {code: (fact["number"], fact["sms"]) for code, fact in facts.items() if fact["number"]}


def test_each_country_is_there_once_in_order(countries: Countries) -> None:
    assert tuple(countries) == COUNTRY_CODES
    assert len({country["name"] for country in countries.values()}) == len(countries)


def test_every_fact_rests_on_sources_of_its_country_and_every_source_is_used(countries: Countries) -> None:
    for code, country in countries.items():
        keys = [source["key"] for source in country["sources"]]
        assert len(set(keys)) == len(keys), code
        for name in FACT_NAMES:
            if country[name]:
                assert country[name]["sources"], (code, name)
                assert set(country[name]["sources"]) <= set(keys), (code, name)


def test_every_source_of_a_country_has_an_address_and_a_day(countries: Countries) -> None:
    for code, country in countries.items():
        for source in country["sources"]:
            assert source["url"], (code, source["key"])
            assert source["checked_on"], (code, source["key"])


def test_a_fact_is_second_hand_only_when_no_source_of_it_was_read_at_first_hand(countries: Countries) -> None:
    marks = set()
    for code, country in countries.items():
        second_hand = {source["key"]: source["second_hand"] for source in country["sources"]}
        for name in FACT_NAMES:
            if country[name]:
                expected = {second_hand[key] for key in country[name]["sources"]}
                assert country[name]["second_hand"] is (expected == {True}), (code, name)
                assert country[name].get("part_second_hand", False) is (expected == {True, False}), (code, name)
                marks.add(frozenset(expected))
    assert marks == {frozenset({True}), frozenset({False}), frozenset({True, False})}


def test_what_was_read_at_the_source_only_in_part_says_so(countries: Countries) -> None:
    in_part = {
        (code, name)
        for code, one in countries.items()
        for name in FACT_NAMES
        if (one[name] or {}).get("part_second_hand")
    }
    assert {("DE", "second_opinion"), ("ES", "second_opinion"), ("AT", "urgent"), ("GB-NIR", "crisis")} <= in_part


def test_a_text_to_another_number_than_the_call_has_that_number(countries: Countries) -> None:
    crisis = {code: countries[code]["crisis"] for code in ("IE", "AU", "US")}
    assert {code: (line["number"], line.get("text_number"), line["sms"]) for code, line in crisis.items()} == {
        "IE": ("116 123", "50808", False),
        "AU": ("13 11 14", "0477 13 11 14", False),
        "US": ("988", None, True),
    }


def test_emergency_numbers_are_the_verified_ones(countries: Countries) -> None:
    found = {code: [line["number"] for line in country["emergency"]] for code, country in countries.items()}
    assert found == {
        "US": ["911"],
        **{code: ["999"] for code in UNITED_KINGDOM},
        "IE": ["112", "999"],
        **{code: ["911"] for code in CANADA},
        "AU": ["000"],
        "NZ": ["111"],
        "DE": ["112"],
        "AT": ["144", "112"],
        "FR": ["15", "112"],
        "ES": ["112"],
        "NL": ["112"],
        "IL": ["101"],
        "MX": ["911"],
        "SA": ["997", "911"],
        "AE": ["998", "999"],
        "EG": ["123", "122"],
        "EU": ["112"],
        "other": [],
    }


def test_a_number_read_on_somebody_elses_page_alone_says_so(countries: Countries) -> None:
    marked = {code for code, country in countries.items() if any(line["second_hand"] for line in country["emergency"])}
    assert marked == {*CANADA, "IL", "MX", "SA", "AE", "EG"}


def test_997_and_998_swap_their_meaning_at_the_border(countries: Countries) -> None:
    first = {code: countries[code]["emergency"][0] for code in ("SA", "AE")}
    assert {code: (line["number"], line["label"]) for code, line in first.items()} == {
        "SA": ("997", "Ambulance"),
        "AE": ("998", "Ambulance"),
    }
    # The other one is the fire service's: it must not appear on a page that calls an ambulance.
    assert "998" not in json.dumps(countries["SA"])
    assert "997" not in json.dumps(countries["AE"])


def test_no_country_was_made_from_its_neighbour(countries: Countries) -> None:
    """Only countries with a common emergency service or law may share a number that is written out."""
    families = [set(UNITED_KINGDOM), set(CANADA)]
    for name in ("emergency_text", "urgent", "crisis"):
        said: dict[str, set[str]] = {}
        for code, country in countries.items():
            if country[name]:
                said.setdefault(country[name]["text"], set()).add(code)
        for same in said.values():
            assert len(same) == 1 or any(same <= family for family in families), (name, same)


def test_lines_for_people_who_cannot_hear_or_speak_are_the_verified_ones(countries: Countries) -> None:
    assert numbers(countries, "emergency_text") == {
        "US": ("911", True),
        **dict.fromkeys(UNITED_KINGDOM, ("999", True)),
        "IE": ("112", True),
        "AU": ("0423 677 767", True),
        "NZ": ("111", True),
        "AT": ("0800 133 133", True),
        "FR": ("114", True),
    }
    assert all(countries[code]["emergency_text"]["number"] is None for code in ("CA-ON", "CA", "DE"))
    assert all(countries[code]["emergency_text"] is None for code in ("ES", "NL", "IL", "MX", "EG", "SA", "AE", "EU"))


def test_urgent_lines_are_the_verified_ones(countries: Countries) -> None:
    assert {code: number for code, (number, _) in numbers(countries, "urgent").items()} == {
        "GB": "111",
        "GB-ENG": "111",
        "GB-SCT": "111",
        "GB-WLS": "111",
        "CA-BC": "811",
        "CA-AB": "811",
        "CA-QC": "811",
        "AU": "1800 022 222",
        "NZ": "0800 611 116",
        "DE": "116 117",
        "AT": "141",
        "FR": "15",
        "SA": "937",
        "EG": "105",
    }
    assert all(countries[code]["urgent"] is None for code in ("US", "IE", "CA-ON", "CA"))
    northern_ireland = countries["GB-NIR"]["urgent"]
    assert "Phone First" in northern_ireland["text"]
    assert northern_ireland["number"] is None


def test_crisis_lines_are_the_verified_ones(countries: Countries) -> None:
    assert numbers(countries, "crisis") == {
        "US": ("988", True),
        **dict.fromkeys(("GB", "GB-ENG", "GB-SCT", "GB-WLS", "IE"), ("116 123", False)),
        "GB-NIR": ("0808 808 8000", False),
        **dict.fromkeys(CANADA, ("988", True)),
        "AU": ("13 11 14", False),
        "NZ": ("1737", True),
        "DE": ("0800 111 0 111", False),
        "AT": ("142", False),
        "ES": ("024", False),
        "NL": ("113", False),
        "IL": ("1201", False),
        "MX": ("800 911 2000", False),
    }
    assert all(countries[code]["crisis"] is None for code in ("FR", "EG", "SA", "AE", "EU", "other"))


def test_what_could_not_be_found_is_said_nowhere(countries: Countries) -> None:
    unfounded = {
        "FR": ["3114", "116 117"],
        "DE": ["116 123"],
        "EG": ["16328"],
        "CA-ON": ["811"],
        "GB-NIR": ['"111"'],
    }
    for code, words in unfounded.items():
        for word in words:
            assert word not in json.dumps(countries[code]), (code, word)


def test_every_other_country_is_told_nothing_that_was_guessed(countries: Countries) -> None:
    assert countries["other"]["emergency"] == []
    assert [name for name in FACT_NAMES if countries["other"][name]] == []


def test_what_phones_chose_as_the_united_kingdom_still_calls_999_and_holds_what_its_parts_share(
    countries: Countries,
) -> None:
    whole = countries["GB"]
    assert whole["emergency"][0]["number"] == "999"
    for code in UNITED_KINGDOM[1:]:
        for name in ("emergency", "emergency_text", "records", "answer_time", "records_cost", "register"):
            assert countries[code][name] == whole[name], (code, name)
    for part in ("England", "Scotland", "Wales", "Northern Ireland"):
        assert part in whole["urgent"]["text"]
    assert "England" in whole["ward"]["text"]
