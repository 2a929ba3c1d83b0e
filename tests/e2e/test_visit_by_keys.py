"""A visit by keyboard: where the button that was used disappears, and where something is done by mistake."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from tests import actions
from tests.e2e.keyboard import tab_to

FOCUS_IN_SECTION = """(heading) => {
    const section = document.activeElement.closest("section[aria-labelledby]");
    return section !== null && section.querySelector("h2").textContent === heading;
}"""


@pytest.fixture
def visit(ana: Page) -> str:
    """A visit today, with two questions that belong to no visit yet."""
    actions.start_case(ana, "My left knee")
    for text in ("What is it?", "What if I wait?"):
        actions.write_question(ana, text)
    now = datetime.now().astimezone() - timedelta(minutes=1)
    return actions.add_visit(ana, "Dr Lindqvist", when=now.strftime("%Y-%m-%dT%H:%M"))


def use(page: Page, name: str | re.Pattern[str]) -> None:
    tab_to(page, page.get_by_role("button", name=name).first)
    page.keyboard.press("Enter")


def test_d4_the_focus_stays_in_its_part_when_the_button_goes(ana: Page, visit: str) -> None:
    actions.open_screen(ana, f"{visit}/next")
    answered = re.compile("It was answered.*What is it")
    use(ana, answered)
    expect(ana.get_by_role("button", name=answered)).to_have_count(0)
    assert ana.evaluate(FOCUS_IN_SECTION, "Still open")
    use(ana, "Add a next step")
    ana.keyboard.type("Call the clinic")
    use(ana, "Delete this step")
    expect(ana.get_by_label("What happens next?")).to_have_count(0)
    expect(ana.get_by_role("button", name="Add a next step")).to_be_focused()


def test_d4_a_question_stays_out_of_this_visit_and_is_one_tap_away_in_the_room(ana: Page, visit: str) -> None:
    """Both are included without being chosen; what is switched off is asked elsewhere, or here after all."""
    actions.open_screen(ana, f"{visit}/before")
    top = ana.get_by_role("region", name="Your top three questions").get_by_role("listitem")
    expect(top).to_have_text(["What is it?", "What if I wait?"])
    tab_to(ana, ana.get_by_text("Choose which questions go along"))
    ana.keyboard.press("Enter")
    for text in ("What is it?", "What if I wait?"):
        tab_to(ana, ana.get_by_role("checkbox", name=text))
        ana.keyboard.press("Space")
    expect(ana.get_by_text("You left out all 2 open questions for this visit.")).to_be_visible()
    actions.saved(ana)

    actions.open_screen(ana, f"{visit}/during?at=list")
    aside = ana.get_by_role("main").locator("section").filter(has=ana.get_by_role("heading", name="Not for this visit"))
    expect(aside.get_by_role("listitem")).to_have_count(2)
    use(ana, re.compile("What if I wait"))
    expect(ana.get_by_role("heading", level=2)).to_have_text("What if I wait?")
    expect(ana.get_by_text("Question 1 of 1")).to_be_visible()
    actions.saved(ana)
    actions.open_screen(ana, f"{visit}/before")
    expect(top).to_have_text(["What if I wait?"])


def test_d4_a_question_kept_for_another_visit_says_so(ana: Page, visit: str) -> None:
    other = actions.add_visit(ana, "Dr Osei", when="2032-03-10T09:00")
    use(ana, "Add a question for this visit only")
    ana.get_by_label("Your question").fill("Did you know?")
    actions.saved(ana)
    actions.open_screen(ana, f"{visit}/during?at=list")
    expect(ana.get_by_role("heading", name="Not for this visit")).to_be_visible()
    expect(ana.get_by_text("2 questions are still open.")).to_be_visible()
    actions.open_screen(ana, f"{visit}/before")
    ana.get_by_text("Choose which questions go along").click()
    expect(ana.get_by_role("checkbox", name="Did you know?")).not_to_be_checked()
    expect(ana.get_by_text(re.compile("Kept for: .?Dr Osei"))).to_be_visible()
    actions.open_screen(ana, f"{other}/during?at=list")
    expect(ana.get_by_text("3 questions are still open.")).to_be_visible()


def test_a_visit_that_was_ended_by_mistake_goes_on(ana: Page, visit: str) -> None:
    actions.open_screen(ana, f"{visit}/during?at=list")
    use(ana, "The visit is over")
    expect(ana.get_by_role("heading", level=1)).to_have_text(re.compile("^After the visit: .*Dr Lindqvist"))
    expect(ana.get_by_text(re.compile(r"^From \d\d:\d\d to \d\d:\d\d$"))).to_be_visible()
    use(ana, "Undo")
    expect(ana.get_by_text(re.compile(r"^From \d\d:\d\d to \d\d:\d\d$"))).to_have_count(0)


def test_a_visit_of_tomorrow_that_is_over_asks_whether_it_was_today(ana: Page) -> None:
    today = datetime.now(ZoneInfo("Europe/London")).date()
    tomorrow = today + timedelta(days=1)
    actions.start_case(ana, "My left knee")
    visit = actions.add_visit(ana, "Dr Osei", when=f"{tomorrow.isoformat()}T09:00")
    actions.open_screen(ana, f"{visit}/during?at=list")
    use(ana, "The visit is over")
    expect(ana.get_by_role("heading", level=1)).to_have_text(re.compile("^After the visit: .*Dr Osei"))
    expect(ana.get_by_text(re.compile("By your notes this visit is on .* Was it today?"))).to_be_visible()
    expect(ana.get_by_text(re.compile(r"^From \d\d:\d\d to \d\d:\d\d$"))).to_have_count(0)
    use(ana, "Yes, it was today")
    expect(ana.get_by_text(re.compile(r"^From \d\d:\d\d to \d\d:\d\d$"))).to_be_visible()
    actions.saved(ana)
    actions.open_form(ana, visit)
    expect(ana.get_by_label("When?")).to_have_value(today.isoformat())


def test_d4_the_room_of_a_first_doctor_has_a_hint_where_no_first_words_fit(ana: Page, visit: str) -> None:
    actions.open_screen(ana, f"{visit}/during?at=opening")
    expect(ana.get_by_text("I came for a second opinion. I want to hear how you see it.")).to_be_visible()
    actions.open_screen(ana, visit)
    actions.unfolded(ana.get_by_label("What is this visit?")).select_option("My first doctor")
    actions.saved(ana)
    actions.open_screen(ana, f"{visit}/during?at=opening")
    expect(ana.get_by_text("Say at once why you came. Then the doctor knows what you need.")).to_be_visible()


def test_d2_a_dose_that_was_changed_asks_for_another_look(ana: Page, visit: str) -> None:
    medicine = actions.add_medicine(ana, "Amlodipine", dose="5 mg")
    actions.open_screen(ana, f"{visit}/before")
    use(ana, "I have checked this list")
    expect(ana.get_by_text(re.compile("You checked it on"))).to_be_visible()
    actions.saved(ana)
    actions.open_form(ana, medicine)
    ana.get_by_label("Dose").fill("10 mg")
    actions.saved(ana)
    actions.open_screen(ana, f"{visit}/before")
    expect(ana.get_by_text("Your list has changed since you checked it.")).to_be_visible()
    use(ana, "I have checked this list")
    expect(ana.get_by_text(re.compile("You checked it on"))).to_be_visible()


def test_a_note_is_written_from_a_visit_that_stays(ana: Page) -> None:
    """A visit that nobody has written into is removed when its page is left, so no note may lead away from it."""
    actions.start_case(ana, "My left knee")
    actions.open_screen(ana, "/case/visits")
    use(ana, "Add a visit")
    write = ana.get_by_role("link", name="Write a note")
    expect(ana.get_by_role("button", name="Add a question for this visit")).to_be_visible()
    expect(write).to_have_count(0)
    ana.get_by_label("Who will you see?").fill("Dr Lindqvist")
    tab_to(ana, write)
    ana.keyboard.press("Enter")
    expect(ana.get_by_role("heading", level=1)).to_have_text("New note")
    ana.keyboard.type("An hour late.")
    actions.saved(ana)
    actions.open_screen(ana, "/case/visits")
    expect(ana.get_by_role("link", name="Dr Lindqvist")).to_be_visible()


def test_a_name_of_ten_thousand_letters_leaves_room_for_the_rest(ana: Page) -> None:
    actions.start_case(ana, "My left knee")
    name = "Dr Lee " * 1400
    doctor = actions.add_entry(ana, "/case/doctors", "Add a doctor", {"Name": name})
    actions.open_screen(ana, doctor)
    expect(ana.get_by_role("button", name="Write down a visit with")).to_be_visible()
    assert height(ana, ".dock") < 250
    visit = actions.add_visit(ana, name)
    actions.open_screen(ana, f"{visit}/during")
    assert height(ana, ".top") < 200


def height(page: Page, selector: str) -> float:
    return float(page.locator(selector).evaluate("(element) => element.getBoundingClientRect().height"))
