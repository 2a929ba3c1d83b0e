"""A visit by keyboard: where the button that was used goes away, and where something is done by mistake."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests import doing
from tests.e2e.keyboard import tab_to

FOCUS_IN_SECTION = """(heading) => {
    const section = document.activeElement.closest("section[aria-labelledby]");
    return section !== null && section.querySelector("h2").textContent === heading;
}"""


@pytest.fixture
def visit(ana: Page) -> str:
    """A visit of this day, with two questions that belong to none yet."""
    doing.start_case(ana, "My left knee")
    for text in ("What is it?", "What if I wait?"):
        doing.write_question(ana, text)
    now = datetime.now().astimezone() - timedelta(minutes=1)
    return doing.add_visit(ana, "Dr Lindqvist", when=now.strftime("%Y-%m-%dT%H:%M"))


def use(page: Page, name: str | re.Pattern[str]) -> None:
    tab_to(page, page.get_by_role("button", name=name).first)
    page.keyboard.press("Enter")


def test_d4_the_focus_stays_in_its_part_when_the_button_goes(ana: Page, visit: str) -> None:
    doing.open_screen(ana, f"{visit}/before")
    use(ana, "Take your top 2 questions along")
    expect(ana.get_by_role("status").filter(has_text="go along now")).to_be_visible()
    assert ana.evaluate(FOCUS_IN_SECTION, "Your top three questions")
    doing.saved(ana)

    doing.open_screen(ana, f"{visit}/after")
    answered = re.compile("It was answered.*What is it")
    use(ana, answered)
    expect(ana.get_by_role("button", name=answered)).to_have_count(0)
    assert ana.evaluate(FOCUS_IN_SECTION, "Still open")
    use(ana, "Add a next step")
    ana.keyboard.type("Call the clinic")
    use(ana, "Delete this step")
    expect(ana.get_by_label("What happens next?")).to_have_count(0)
    expect(ana.get_by_role("button", name="Add a next step")).to_be_focused()


def test_a_visit_that_was_ended_by_mistake_goes_on(ana: Page, visit: str) -> None:
    doing.open_screen(ana, f"{visit}/during?at=list")
    use(ana, "The visit is over")
    expect(ana.get_by_role("heading", level=1)).to_have_text("After the visit")
    expect(ana.get_by_text(re.compile(r"^From \d\d:\d\d to \d\d:\d\d$"))).to_be_visible()
    use(ana, "Undo")
    expect(ana.get_by_text(re.compile(r"^From \d\d:\d\d to \d\d:\d\d$"))).to_have_count(0)


def test_d2_a_dose_that_was_changed_asks_for_another_look(ana: Page, visit: str) -> None:
    medicine = doing.add_medicine(ana, "Amlodipine", dose="5 mg")
    doing.open_screen(ana, f"{visit}/before")
    use(ana, "I have checked this list")
    expect(ana.get_by_text(re.compile("You checked it on"))).to_be_visible()
    doing.saved(ana)
    doing.open_screen(ana, medicine)
    ana.get_by_label("Dose").fill("10 mg")
    doing.saved(ana)
    doing.open_screen(ana, f"{visit}/before")
    expect(ana.get_by_text("Your list has changed since you checked it.")).to_be_visible()
    use(ana, "I have checked this list")
    expect(ana.get_by_text(re.compile("You checked it on"))).to_be_visible()


def test_a_note_is_written_from_a_visit_that_stays(ana: Page) -> None:
    """A visit that nobody has written into goes when its page is left, so no note may lead away from it."""
    doing.start_case(ana, "My left knee")
    doing.open_screen(ana, "/case/consultations")
    use(ana, "Add a visit")
    write = ana.get_by_role("link", name="Write a note")
    expect(ana.get_by_role("button", name="Add a question for this visit")).to_be_visible()
    expect(write).to_have_count(0)
    ana.get_by_label("Who will you see?").fill("Dr Lindqvist")
    tab_to(ana, write)
    ana.keyboard.press("Enter")
    expect(ana.get_by_role("heading", level=1)).to_have_text("New note")
    ana.keyboard.type("An hour late.")
    doing.saved(ana)
    doing.open_screen(ana, "/case/consultations")
    expect(ana.get_by_role("link", name="Dr Lindqvist")).to_be_visible()


def test_a_name_of_ten_thousand_letters_leaves_room_for_the_rest(ana: Page) -> None:
    doing.start_case(ana, "My left knee")
    name = "Dr Lee " * 1400
    doing.add_entry(ana, "/case/specialists", "Add a doctor", {"Name": name})
    assert height(ana, ".dock") < 200
    visit = doing.add_visit(ana, name)
    doing.open_screen(ana, f"{visit}/during")
    assert height(ana, ".top") < 200


def height(page: Page, selector: str) -> float:
    return float(page.locator(selector).evaluate("(element) => element.getBoundingClientRect().height"))
