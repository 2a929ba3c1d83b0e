"""The country: chosen by touch or by keys, kept from an older version, and what each screen says about it."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests import actions
from tests.e2e.country_steps import region, rule_of, was_chosen_before
from tests.e2e.keyboard import tab_to
from tests.harness import Server

Country = dict[str, Any]
KEEP_INSTEAD = """async (guide) => {
    const name = (await caches.keys()).find((one) => one.startsWith("second-look-content"));
    const kept = await caches.open(name);
    const answer = new Response(guide, { headers: { "Content-Type": "application/json" } });
    await kept.put("/api/v2/content/en", answer);
}"""


@pytest.fixture(scope="module")
def countries(server: Server) -> dict[str, Country]:
    return {country["code"]: country for country in json.loads(server.get("/api/v2/content/en"))["countries"]}


def test_every_country_can_be_chosen_and_its_parts_stand_under_its_name(
    ana: Page, countries: dict[str, Country]
) -> None:
    actions.open_screen(ana, "/more/country")
    offered = [name for code, name in ((code, one["name"]) for code, one in countries.items()) if code != "GB"]
    expect(ana.get_by_role("radio")).to_have_count(len(offered))
    assert [label.inner_text() for label in ana.locator("label:has(input[type=radio])").all()] == offered
    for group, parts in (("United Kingdom", 4), ("Canada", 5)):
        expect(ana.get_by_role("group", name=group, exact=True).get_by_role("radio")).to_have_count(parts)


def test_a_country_is_chosen_with_the_arrow_keys_across_its_groups(ana: Page) -> None:
    actions.open_screen(ana, "/more/country")
    radios = ana.get_by_role("radio")
    expect(radios.first).to_be_visible()
    tab_to(ana, radios.first)
    ana.keyboard.press("Space")
    expect(ana.get_by_label("United States")).to_be_checked()
    for name in ("England", "Scotland", "Wales", "Northern Ireland", "Ireland", "Canada, Ontario"):
        ana.keyboard.press("ArrowDown")
        expect(ana.get_by_label(name, exact=True)).to_be_checked()
    expect(ana.get_by_role("radio", checked=True)).to_have_count(1)


def test_who_chose_the_united_kingdom_keeps_999_and_is_asked_for_the_part(ana: Page) -> None:
    was_chosen_before(ana, "GB")
    actions.open_screen(ana, "/help")
    expect(ana.get_by_role("link", name="Call 999")).to_have_attribute("href", "tel:999")
    actions.open_screen(ana, "/more/country")
    expect(region(ana, "Which part of the United Kingdom are you in?")).to_contain_text("calls 999")
    expect(ana.get_by_role("radio", checked=True)).to_have_count(0)
    expect(ana.get_by_role("radio").first).to_have_accessible_name("England")
    ana.get_by_label("Northern Ireland").check()
    expect(region(ana, "Which part of the United Kingdom are you in?")).to_have_count(0)
    actions.open_screen(ana, "/help")
    expect(ana.get_by_role("link", name="Call 999")).to_have_attribute("href", "tel:999")
    expect(ana.get_by_role("link", name="Call 0808 808 8000")).to_be_visible()


def test_a_letter_that_names_the_united_kingdom_keeps_its_rule(ana: Page) -> None:
    was_chosen_before(ana, "GB")
    actions.start_case(ana, "My knee")
    actions.open_screen(ana, "/case/letters/new")
    ana.get_by_role("button", name="Someone else").click()
    country = ana.get_by_label("Country of the clinic")
    expect(country.locator("option:checked")).to_have_text("United Kingdom")
    actions.unfolded(country)
    expect(rule_of(ana, "United Kingdom")).to_contain_text("The clinic has one month")
    country.select_option(label="Scotland")
    expect(country.get_by_role("option", name="United Kingdom", exact=True, include_hidden=True)).to_have_count(0)


def test_a_guide_of_an_older_shape_on_this_phone_leaves_get_help_now_standing(
    ana: Page, countries: dict[str, Country]
) -> None:
    """As an older version may have left it in the cache: the app ignores it rather than fail on it."""
    older = {
        "code": "GB",
        "name": "United Kingdom",
        "emergency": countries["GB"]["emergency"],
        "other_lines": [],
        "second_opinion": "You can ask.",
        "records": "One month.",
        "records_days": 31,
        "sources": [],
        "checked_on": "2026-11-22",
    }
    whole = {"language": "en", "version": "older", "sections": [], "cards": [], "glossary": [], "help": {"cards": []}}
    was_chosen_before(ana, "GB")
    actions.ready_for_offline(ana)
    ana.context.set_offline(True)
    actions.open_screen(ana, "/more/country")
    expect(ana.get_by_label("England")).to_be_visible()
    ana.evaluate(KEEP_INSTEAD, json.dumps({**whole, "countries": [older]}))
    for address in ("/help", "/case/rights", "/more/country"):
        actions.open_screen(ana, address)
        expect(ana.get_by_role("heading", level=1)).not_to_have_text("This page stopped")
    expect(ana.get_by_role("radio")).to_have_count(0)
    actions.open_screen(ana, "/help")
    expect(ana.get_by_text("chest pain", exact=True)).to_be_visible()


@pytest.mark.parametrize("code", ["US", "GB-ENG", "GB-SCT", "FR", "AU", "EG", "other"])
def test_r1_the_rights_say_all_that_was_found_and_all_that_was_not(
    ana: Page, countries: dict[str, Country], code: str
) -> None:
    country = countries[code]
    was_chosen_before(ana, code)
    actions.open_screen(ana, "/case/rights")
    expect(ana.get_by_role("heading", name=f"{country['name']}: your rights")).to_be_visible()
    main = ana.get_by_role("main")
    for name in (
        "second_opinion",
        "who_pays",
        "portal",
        "records",
        "records_cost",
        "representative",
        "register",
        "interpreter",
    ):
        if country[name]:
            expect(main).to_contain_text(country[name]["text"])
    asked = ("second_opinion", "portal", "records", "representative", "register", "interpreter")
    missing = [name for name in asked if country[name] is None]
    expect(main.get_by_text(re.compile("^We looked and found no"))).to_have_count(len(missing))
    without_money = [name for name in ("who_pays", "records_cost") if country[name] is None]
    expect(main.get_by_text(re.compile("^We looked and could not find out"))).to_have_count(len(without_money))


def test_r1_what_rests_on_second_hand_sources_alone_says_so_beside_it(ana: Page, countries: dict[str, Country]) -> None:
    shown = ("second_opinion", "who_pays", "portal", "records", "records_cost", "representative")
    assert {countries["FR"][name]["second_hand"] for name in shown if countries["FR"][name]} == {True}
    assert {countries["GB-WLS"][name]["second_hand"] for name in shown if countries["GB-WLS"][name]} == {False}
    for code, marked in (("FR", True), ("GB-WLS", False)):
        was_chosen_before(ana, code)
        actions.open_screen(ana, "/case/rights")
        for name in ("Second opinion", "Your records"):
            marks = region(ana, name).locator("p", has_text=re.compile("^Second-hand"))
            expect(marks.first).to_be_visible() if marked else expect(marks).to_have_count(0)


def test_r1_what_rests_on_second_hand_sources_in_part_says_so_too(ana: Page, countries: dict[str, Country]) -> None:
    assert countries["DE"]["second_opinion"]["part_second_hand"] is True
    was_chosen_before(ana, "DE")
    actions.open_screen(ana, "/case/rights")
    card = region(ana, "Second opinion")
    expect(card.get_by_text("Part of this is second-hand")).to_be_visible()
    expect(card.get_by_text("This is for people in the public (statutory) health insurance.")).to_be_visible()


def test_r1_each_source_has_its_address_and_its_day_and_is_opened_only_by_a_tap(ana: Page) -> None:
    was_chosen_before(ana, "US")
    actions.open_screen(ana, "/case/rights")
    card = region(ana, "Second opinion")
    card.get_by_text("Where this comes from").click()
    source = card.get_by_role("link", name=re.compile("Second surgical opinions"))
    expect(source).to_have_attribute("href", "https://medicare.gov/coverage/second-surgical-opinions")
    expect(source).to_have_attribute("rel", re.compile("noreferrer"))
    item = card.get_by_role("listitem").filter(has_text="Second surgical opinions")
    expect(item).to_contain_text("Checked 25 November 2026")


def test_c3_the_sheet_of_a_doctor_names_the_register_of_the_country(ana: Page, countries: dict[str, Country]) -> None:
    actions.start_case(ana, "My knee")
    actions.open_screen(ana, "/case/doctors")
    ana.get_by_role("button", name="Add a doctor").click()
    ana.get_by_label("Name", exact=True).fill("Dr Lindqvist")
    actions.saved(ana)
    sheet = f"{ana.url}?edit"
    ana.get_by_text("Licence and training: did you check?").click()
    expect(ana.get_by_role("link", name="Choose your country to see its register")).to_be_visible()
    was_chosen_before(ana, "FR")
    ana.goto(sheet)
    ana.get_by_text("Licence and training: did you check?").click()
    register = ana.get_by_role("link", name=re.compile("conseil-national.medecin.fr"))
    expect(register).to_have_attribute("href", countries["FR"]["register"]["url"])
    expect(register).to_have_attribute("rel", re.compile("noreferrer"))
    expect(ana.get_by_text("Look them up in the public register (France):")).to_be_visible()
    expect(ana.get_by_text("A register shows that a doctor may work.")).to_be_visible()
    was_chosen_before(ana, "EG")
    ana.goto(sheet)
    ana.get_by_text("Licence and training: did you check?").click()
    expect(ana.get_by_text(re.compile("Ask the front desk where a doctor.s licence can be checked"))).to_be_visible()
    expect(register).to_have_count(0)


def test_p1_before_a_letter_stands_the_patient_portal_of_the_country(ana: Page, countries: dict[str, Country]) -> None:
    actions.start_case(ana, "My knee")
    first = "Look in your patient portal first"
    actions.open_screen(ana, "/case/letters/new")
    expect(region(ana, first)).to_contain_text("Many hospitals have one")
    for code in ("AU", "GB-ENG"):
        was_chosen_before(ana, code)
        actions.open_screen(ana, "/case/letters/new")
        expect(region(ana, first)).to_contain_text(countries[code]["portal"]["text"])
    was_chosen_before(ana, "NZ")
    actions.open_screen(ana, "/case/letters/new")
    expect(region(ana, first)).to_contain_text("We looked and found nothing that we could check.")


def test_p1_beside_the_letter_stands_what_someone_needs_who_asks_for_her(
    ana: Page, countries: dict[str, Country]
) -> None:
    was_chosen_before(ana, "IE")
    actions.start_case(ana, "My knee")
    actions.open_screen(ana, "/case/letters/new")
    ana.get_by_role("button", name="Someone else").click()
    rule = rule_of(ana, "Ireland")
    expect(rule).to_contain_text(countries["IE"]["representative"]["text"])
    expect(rule).to_contain_text("to ask for my records and to get them")


def test_r3_the_rights_answer_whether_the_doctor_will_drop_her(ana: Page) -> None:
    actions.open_screen(ana, "/case/rights")
    answer = region(ana, "Will my doctor drop me?")
    expect(answer).to_contain_text("That is the view of one group.")
    answer.get_by_text("Where this comes from").click()
    expect(answer.get_by_role("link", name=re.compile("Washington State Medical Association"))).to_be_visible()
    expect(answer.get_by_role("link", name=re.compile("American Medical Association"))).to_be_visible()
