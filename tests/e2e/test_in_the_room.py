"""The doctor's room on the day: the box stays, what comes to mind is one tap away, and two people write at once."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from tests import actions, other_phones
from tests.e2e.conftest import NewPhone
from tests.e2e.console_errors import ConsoleErrors
from tests.e2e.pair_of_phones import find_signal, forgive_cut_requests, lose_signal
from tests.e2e.test_accessible_states import wrong_with

QUESTIONS = ("What if I wait three months?", "What else could help?", "Can it get worse?")
# Where the edges of the box are, whenever the browser draws, and what the status line says meanwhile.
WATCH = """(box) => {
    window.seen = { places: new Set(), words: new Set() };
    const look = () => {
        const { left, top, right, bottom } = box.getBoundingClientRect();
        window.seen.places.add([left, top, right, bottom].join(" "));
        window.seen.words.add(document.querySelector(".status").textContent.replace(/\\d+/g, "0"));
        requestAnimationFrame(look);
    };
    look();
}"""
SEEN = "() => ({ places: [...seen.places], words: [...seen.words] })"


def visit_now(page: Page, *questions: str) -> str:
    """A case with these questions and a visit that has just begun."""
    actions.start_case(page, "My left knee")
    for text in questions:
        actions.write_question(page, text)
    now = datetime.now().astimezone() - timedelta(minutes=1)
    return actions.add_visit(page, "Dr Lindqvist", when=now.strftime("%Y-%m-%dT%H:%M"))


def companion_of(owner: Page, new_phone: NewPhone) -> Page:
    ben = new_phone()
    ben.goto(other_phones.invite_companion(owner, "Ana").link)
    other_phones.join_as_companion(ben, "Ben")
    return ben


def press(page: Page, name: str | re.Pattern[str]) -> None:
    actions.before_the_next_tap(page)
    page.get_by_role("button", name=name).click()


def answer_box(page: Page) -> Locator:
    return page.get_by_label("What the doctor says")


@pytest.mark.parametrize("width", [390, 320])
def test_d4_the_box_stays_while_one_types_others_write_and_the_line_changes(
    new_phone: NewPhone, console_errors: ConsoleErrors, width: int
) -> None:
    forgive_cut_requests(console_errors)
    ana = new_phone(viewport={"width": width, "height": 844})
    visit = visit_now(ana, *QUESTIONS)
    ben = companion_of(ana, new_phone)
    actions.open_screen(ana, f"{visit}/during?at=list")
    press(ana, re.compile(QUESTIONS[0].replace("?", "")))
    actions.sent(ana)
    actions.open_screen(ben, f"{visit}/during?at=opening")
    press(ben, "Go to the first question")
    actions.sent(ben)
    box = answer_box(ana)
    box.click()
    box.evaluate(WATCH)
    lose_signal(ana)
    for line in range(30):
        box.press_sequentially(f"Line {line}")
        box.press("Enter")
    expect(actions.status(ana)).to_contain_text("1 waiting for signal")
    answer_box(ben).press_sequentially("Two months, she said.")
    press(ben, "Answered, next")
    actions.sent(ben)
    find_signal(ana)
    expect(ana.get_by_text(re.compile("^Answered at"))).to_be_visible()
    expect(ana.get_by_role("button", name="Note · 1")).to_be_visible()
    box.press_sequentially("The end")
    actions.saved(ana)
    seen = ana.evaluate(SEEN)
    assert len(seen["words"]) >= 3, seen
    assert len(seen["places"]) == 1, seen


def test_d4_three_questions_of_her_own_are_one_tap_away_in_an_empty_room(ana: Page) -> None:
    """She wrote them after she had marked the visit as over by mistake."""
    visit = visit_now(ana)
    actions.open_screen(ana, f"{visit}/during?at=list")
    press(ana, "The visit is over")
    for text in QUESTIONS:
        actions.write_question(ana, text)
    actions.open_screen(ana, f"{visit}/during")
    assert wrong_with(ana) == []
    press(ana, "Ask my three questions")
    expect(ana.get_by_role("heading", level=2)).to_have_text(QUESTIONS[0])
    expect(ana.get_by_text("Question 1 of 3")).to_be_visible()


def test_d4_whoever_wrote_no_question_is_offered_three_that_fit(ana: Page) -> None:
    visit = visit_now(ana)
    actions.open_screen(ana, f"{visit}/during")
    press(ana, "Next")
    expect(ana.get_by_role("main").get_by_role("listitem")).to_have_count(3)
    press(ana, "Ask these three questions")
    expect(ana.get_by_text("Question 1 of 3")).to_be_visible()
    actions.open_screen(ana, "/case/questions")
    expect(ana.get_by_role("main").get_by_text("What do you think I have?")).to_be_visible()


def test_d4_a_question_that_comes_to_mind_is_asked_at_once_and_notes_are_counted(ana: Page) -> None:
    visit = visit_now(ana, *QUESTIONS)
    actions.open_screen(ana, f"{visit}/during?at=list")
    for at, words in enumerate(("She is late.", "She bent both knees."), start=1):
        press(ana, "Note" if at == 1 else "Note · 1")
        ana.get_by_label("Your note").press_sequentially(words)
        press(ana, "Back to the questions")
    expect(ana.get_by_role("button", name="Note · 2")).to_be_visible()
    press(ana, "New question")
    expect(ana.get_by_role("button", name="Ask it now")).to_have_count(0)
    ana.get_by_label("Your question").press_sequentially("May I kneel?")
    assert wrong_with(ana) == []
    press(ana, "Ask it now")
    expect(ana.get_by_role("heading", level=2)).to_have_text("May I kneel?")
    expect(ana.get_by_text("Question 4 of 4")).to_be_visible()
    press(ana, "New question")
    press(ana, "Back to the question")
    expect(ana.get_by_text("Question 4 of 4")).to_be_visible()


def test_what_waits_for_a_signal_is_counted_as_a_person_counts_it(ana: Page, console_errors: ConsoleErrors) -> None:
    """An answer and a note are two, though the app also keeps when the visit began and ended."""
    forgive_cut_requests(console_errors)
    visit = visit_now(ana, *QUESTIONS)
    actions.open_screen(ana, "/")
    actions.sent(ana)
    lose_signal(ana)
    actions.open_screen(ana, f"{visit}/during")
    press(ana, "Go to the first question")
    answer_box(ana).press_sequentially("Nothing bad.")
    press(ana, "Answered, next")
    press(ana, "Note")
    ana.get_by_label("Your note").press_sequentially("She bent both knees.")
    press(ana, "Back to the question")
    press(ana, "The visit is over")
    expect(actions.status(ana)).to_have_text("Saved · 2 waiting for signal")


def test_d3_what_a_companion_hears_stands_beside_the_answer_and_never_in_it(ana: Page, new_phone: NewPhone) -> None:
    visit = visit_now(ana, *QUESTIONS)
    ben = companion_of(ana, new_phone)
    actions.sent(ana)
    for page, words in ((ana, "Two weeks."), (ben, "Two months.")):
        actions.open_screen(page, f"{visit}/during?at=opening")
        press(page, "Go to the first question")
        expect(answer_box(page)).to_have_value("")
        answer_box(page).press_sequentially(words)
        actions.saved(page)
    for page in (ana, ben):
        actions.sent(page)
    find_signal(ana)
    expect(answer_box(ana)).to_have_value("Two weeks.")
    expect(answer_box(ben)).to_have_value("Two months.")
    press(ana, "Note · 1")
    theirs = ana.get_by_role("listitem").filter(has_text="Two months.")
    expect(theirs).to_contain_text("Ben")
    expect(theirs).to_contain_text(QUESTIONS[0])
