"""Rights, records and registers of the real countries: only what was found, in the law's own unit."""

from tests.content.conftest import CANADA, UNITED_KINGDOM, Countries


def test_r2_the_limit_for_records_is_the_one_of_the_law_in_its_own_unit(countries: Countries) -> None:
    def said(code: str) -> tuple[str, str | None]:
        answer_time = countries[code]["answer_time"]
        limit, more = answer_time["limit"], answer_time["extension"]
        return f"{limit['count']} {limit['unit']}", more and f"{more['count']} {more['unit']}"

    a_month = ("1 months", "2 months")
    assert {code: said(code) for code, country in countries.items() if country["answer_time"]} == {
        "US": ("30 days", "30 days"),
        **dict.fromkeys(UNITED_KINGDOM, a_month),
        **dict.fromkeys(("IE", "DE", "AT", "ES", "NL", "EU"), a_month),
        "CA-ON": ("30 days", "30 days"),
        "CA-BC": ("30 business_days", None),
        "CA-AB": ("30 days", None),
        "AU": ("30 days", None),
        "NZ": ("20 business_days", None),
        "FR": ("8 days", None),
    }
    assert countries["FR"]["answer_time"]["older"] == {"years": 5, "limit": {"count": 2, "unit": "months"}}
    usual = {code for code, country in countries.items() if (country["answer_time"] or {}).get("is_usual")}
    assert usual == {"AU"}


def test_c3_registers_are_only_those_that_were_found(countries: Countries) -> None:
    found = {code for code, country in countries.items() if country["register"]}
    assert found == {"US", *UNITED_KINGDOM, "IE", *CANADA, "AU", "NZ", "FR"}
    with_a_page = {code for code in found if countries[code]["register"]["url"]}
    assert with_a_page == {"US", *UNITED_KINGDOM, "IE", "CA-ON", "AU", "NZ", "FR"}


def test_r1_no_right_is_claimed_where_none_was_found(countries: Countries) -> None:
    without = {code for code, country in countries.items() if country["second_opinion"] is None}
    assert without == {*CANADA, "AT", "AE", "EG", "EU", "other"}
    assert countries["IE"]["second_opinion"]["text"].startswith("We found no law")


def test_r1_medicare_helps_to_pay_for_a_third_opinion_and_no_amount_is_named(countries: Countries) -> None:
    text = countries["US"]["who_pays"]["text"]
    assert "helps to pay for a third" in text
    assert "20 % once you have paid the year's deductible" in text
    assert "$" not in text
    assert "dollar" not in text


def test_r1_germany_names_the_procedures_and_says_that_one_may_not_be_told(countries: Countries) -> None:
    assert "13 planned operations" in countries["DE"]["second_opinion"]["text"]
    assert countries["DE"]["second_opinion"]["text"].endswith("Ask. You may not be told.")


def test_r1_the_german_law_names_whom_it_is_for(countries: Countries) -> None:
    assert countries["DE"]["second_opinion"]["text"].startswith(
        "This is for people in the public (statutory) health insurance."
    )
