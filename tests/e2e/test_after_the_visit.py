"""After the visit: three steps that use what was written down, and what two people heard, side by side."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests import actions
from tests.e2e.conftest import NewPhone
from tests.e2e.console_errors import ConsoleErrors
from tests.e2e.pair_of_phones import find_signal, forgive_cut_requests
from tests.e2e.test_accessible_states import wrong_with
from tests.e2e.test_in_the_room import QUESTIONS, answer_box, companion_of, press, visit_now


def answer(page: Page, visit: str, words: str) -> None:
    """Answers the first question in the room."""
    actions.open_screen(page, f"{visit}/during?at=opening")
    press(page, "Go to the first question")
    answer_box(page).press_sequentially(words)
    actions.saved(page)


def two_answers(ana: Page, new_phone: NewPhone) -> tuple[str, Page]:
    """Ana and Ben heard different things about her first question. Returns the address of the visit, and his phone."""
    visit = visit_now(ana, *QUESTIONS)
    ben = companion_of(ana, new_phone)
    actions.sent(ana)
    answer(ben, visit, "Two months.")
    actions.sent(ben)
    answer(ana, visit, "Two weeks.")
    find_signal(ana)
    return visit, ben


def test_d4_nothing_is_typed_again_and_today_shows_that_the_visit_is_over(ana: Page) -> None:
    visit = visit_now(ana, *QUESTIONS)
    answer(ana, visit, "Exercise for twelve weeks.")
    press(ana, "Answered, next")
    ana.get_by_role("link", name="Say it back").click()
    expect(ana.get_by_role("heading", name="1 of 3 · Say it back")).to_be_visible()
    expect(ana.get_by_text("Still with the doctor?")).to_be_visible()
    expect(ana.get_by_role("link", name="Back to the questions")).to_be_visible()
    for words in ("Exercise for twelve weeks.", "Not asked yet", *QUESTIONS):
        expect(ana.get_by_role("main").get_by_text(words, exact=True)).to_be_visible()
    ana.get_by_label("So, in my own words: …").fill("Exercise first.")
    assert wrong_with(ana) == []
    press(ana, "Next: what was advised")
    drafted = ana.get_by_label("What else was said", exact=True)
    expect(drafted).to_have_value(f"{QUESTIONS[0]}\nExercise for twelve weeks.")
    ana.get_by_label("What was advised", exact=True).fill("Exercise")
    assert wrong_with(ana) == []
    press(ana, "Next: what happens now")
    press(ana, "Add a next step")
    ana.get_by_label("What happens next?").fill("Call the physiotherapist")
    assert wrong_with(ana) == []
    press(ana, "Done")
    expect(ana.get_by_text("The visit is marked as over.")).to_be_visible()
    expect(ana.get_by_role("link", name="In the room")).to_have_count(0)
    actions.saved(ana)
    for address, words in (("/case/tasks", "Call the physiotherapist"), ("/case/opinions", "Dr Lindqvist")):
        actions.open_screen(ana, address)
        expect(ana.get_by_role("main").get_by_text(words).first).to_be_visible()


def test_d4_a_step_back_leads_to_the_step_before(ana: Page) -> None:
    visit = visit_now(ana, *QUESTIONS)
    actions.open_screen(ana, f"{visit}/next")
    for step in ("2 of 3 · What was advised", "1 of 3 · Say it back"):
        actions.before_the_next_tap(ana)
        ana.get_by_role("link", name="Back", exact=True).click()
        expect(ana.get_by_role("heading", name=step)).to_be_visible()
    actions.open_screen(ana, "/case/opinions")
    expect(ana.get_by_role("main").get_by_role("listitem")).to_have_count(0)


def test_d3_two_answers_stand_side_by_side_and_the_patient_says_what_they_have_in_common(
    ana: Page, new_phone: NewPhone, console_errors: ConsoleErrors
) -> None:
    forgive_cut_requests(console_errors)
    visit, ben = two_answers(ana, new_phone)
    actions.open_screen(ana, f"{visit}/after")
    expect(both(ana)).to_contain_text("Two months.")
    actions.open_screen(ana, "/journal")
    expect(both(ana)).to_contain_text(re.compile(r"you · \d\d:\d\d\s*Two weeks\..*Ben.* · \d\d:\d\d\s*Two months\."))
    assert wrong_with(ana) == []
    press(ana, "Ask before you leave")
    expect(ana.get_by_role("heading", level=2)).to_have_text(QUESTIONS[0])
    actions.open_screen(ana, "/journal")
    both(ana).get_by_text("Same", exact=True).click()
    expect(ana.get_by_role("button", name="Ask before you leave")).to_have_count(0)
    actions.sent(ana)
    find_signal(ben)
    actions.open_screen(ben, "/journal")
    expect(both(ben)).to_contain_text("Two weeks.")
    expect(both(ben).get_by_role("radio")).to_have_count(0)


def test_d3_what_still_differs_after_the_visit_is_asked_again_at_the_next(
    ana: Page, new_phone: NewPhone, console_errors: ConsoleErrors
) -> None:
    forgive_cut_requests(console_errors)
    visit, _ben = two_answers(ana, new_phone)
    actions.open_screen(ana, f"{visit}/during")
    press(ana, "Answered, next")
    press(ana, "The visit is over")
    actions.open_screen(ana, "/journal")
    press(ana, "Ask at the next visit")
    expect(both(ana)).to_contain_text("It comes along to your next visit by itself.")
    actions.saved(ana)
    following = actions.add_visit(ana, "Dr Osei", when="2032-03-10T09:00")
    actions.open_screen(ana, f"{following}/during?at=list")
    expect(ana.get_by_role("button", name=re.compile(QUESTIONS[0].replace("?", "")))).to_be_visible()


def test_d4_searching_and_writing_stay_in_reach_in_a_long_journal(ana: Page) -> None:
    actions.start_case(ana, "My left knee")
    for at in range(8):
        actions.write_note(ana, f"Note {at}. " + "She bent both knees. " * 20)
    actions.open_screen(ana, "/journal")
    ana.evaluate("scrollTo(0, document.body.scrollHeight / 2)")
    for name in ("Search", "Write a note"):
        expect(ana.get_by_role("link", name=name)).to_be_in_viewport(ratio=1)


def both(page: Page) -> Locator:
    return page.locator(".both")
