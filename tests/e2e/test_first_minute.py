"""From an empty phone to the first useful thing, three fitting questions: few taps and words, by touch and by key."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests import actions
from tests.e2e.conftest import NewPhone
from tests.e2e.console_errors import ConsoleErrors
from tests.e2e.pair_of_phones import forgive_cut_requests, lose_signal
from tests.e2e.users import KeyboardUser, TouchUser

MOST_TAPS = 5
MOST_WORDS = 200
FOR_AN_OPERATION = [
    "What may happen if I do not have this done?",
    "Is there a smaller step that we could try first?",
    "What can go wrong, and how often?",
]


def test_five_taps_and_few_words_lead_to_three_fitting_questions(new_phone: NewPhone) -> None:
    page = new_phone(has_touch=True)
    user = TouchUser(page)
    actions.open_screen(page, "/")
    words = words_on(page)
    taps = 0
    for name, title in (
        ("I was just told something big", "What were you told?"),
        ("Next", "When is your next visit?"),
        ("Skip", "Which country are you in?"),
        ("Skip", "Three questions to take along"),
    ):
        if name == "Next":
            user.tick("I need an operation")
            taps += 1
        user.press(name, page.locator("main, .dock"))
        taps += 1
        user.is_at(title)
        words += 0 if name == "Skip" and title.startswith("Three") else words_on(page)
    three(page, FOR_AN_OPERATION)
    assert taps <= MOST_TAPS
    assert words <= MOST_WORDS, words


@pytest.mark.parametrize("kind", [TouchUser, KeyboardUser])
def test_what_was_said_in_the_first_minute_is_in_the_case_without_a_signal(
    new_phone: NewPhone, kind: type[TouchUser | KeyboardUser], console_errors: ConsoleErrors
) -> None:
    forgive_cut_requests(console_errors)
    page = new_phone(has_touch=True)
    user = kind(page)
    actions.ready_for_offline(page)
    actions.open_screen(page, "/")
    lose_signal(page)
    user.press("I was just told something big")
    user.is_at("What were you told?")
    user.tick("I need an operation")
    user.write("What is it about?", "My left knee")
    user.press("Next")
    user.is_at("When is your next visit?")
    day = datetime.now().astimezone().date() + timedelta(days=9)
    user.name_day("When?", day)
    user.write("Who will you see?", "Dr Osei")
    user.press("Next")
    user.is_at("Which country are you in?")
    user.tick("Ireland")
    user.press("Next")
    user.is_at("Three questions to take along")
    user.press("Keep these")
    user.is_at("My left knee")
    actions.saved(page)

    actions.open_screen(page, "/case/questions")
    for question in FOR_AN_OPERATION:
        user.sees(question)
    actions.open_screen(page, "/case/visits")
    user.sees("Dr Osei")
    user.sees(f"{day.day} {day:%B %Y}")
    actions.open_screen(page, "/help")
    user.sees("Call 112")


def test_who_sees_a_doctor_soon_is_asked_for_the_visit_first(new_phone: NewPhone) -> None:
    page = new_phone(has_touch=True)
    user = TouchUser(page)
    actions.open_screen(page, "/")
    user.press("I am seeing a doctor soon")
    user.is_at("When is your next visit?")
    user.name_day("When?", datetime.now().astimezone().date(), "23:59")
    user.write("Who will you see?", "Dr Osei")
    user.press("Next")
    user.is_at("Which country are you in?")
    page.reload()
    user.press("Skip", page.locator(".dock"))
    user.is_at("Three questions to take along")
    user.press("Keep these")
    user.is_at("Visit: Dr Osei")
    user.sees("In the room")


def test_who_skips_everything_has_a_case_with_a_name_and_nothing_in_it(new_phone: NewPhone) -> None:
    page = new_phone(has_touch=True)
    user = TouchUser(page)
    actions.open_screen(page, "/")
    user.press("I was just told something big")
    for title in ("What were you told?", "When is your next visit?", "Which country are you in?"):
        user.is_at(title)
        user.press("Skip", page.locator(".dock"))
    user.is_at("Three questions to take along")
    three(page, ["What do you think I have?", "What are all my options?", "What may happen if I wait?"])
    user.press("Skip", page.locator(".dock"))
    user.is_at("My second opinion")
    actions.open_screen(page, "/case/visits")
    user.sees("Who will you see, and when?")
    actions.open_screen(page, "/case/questions")
    expect(page.get_by_text("What are all my options?")).to_have_count(0)


def test_two_quick_taps_begin_one_case(new_phone: NewPhone) -> None:
    page = new_phone()
    actions.open_screen(page, "/begin")
    page.get_by_label("What is it about?").fill("My left knee")
    page.get_by_role("button", name="Next").dblclick()
    expect(page.get_by_role("heading", level=1)).to_have_text("When is your next visit?")
    actions.open_screen(page, "/cases")
    expect(page.get_by_role("main").get_by_text("My left knee")).to_have_count(1)


@pytest.mark.parametrize("door", ["/begin", "/begin/soon"])
def test_an_odd_year_is_asked_about_on_the_next_step_and_the_day_that_was_meant_is_in_the_visit(
    new_phone: NewPhone, door: str
) -> None:
    page = new_phone()
    actions.open_screen(page, door)
    if door == "/begin":
        page.get_by_role("button", name="Next").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("When is your next visit?")
    actions.before_the_next_tap(page)
    day = datetime.now().astimezone().date() + timedelta(days=9)
    page.get_by_label("When?", exact=True).fill(f"{day.year - 2000:04d}-{day:%m-%d}")
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Which country are you in?")
    page.get_by_role("button", name=re.compile(rf"^Yes, .*{day.year}")).click()
    actions.saved(page)
    actions.open_screen(page, "/case/visits")
    expect(page.get_by_text(f"{day.day} {day:%B %Y}")).to_be_visible()


def words_on(page: Page) -> int:
    """The words that can be read without opening a list."""
    parts = page.locator("main, .dock").all_inner_texts()
    lists = page.locator("main select").all_inner_texts()
    return sum(len(part.split()) for part in parts) - sum(len(options.split()) for options in lists)


def three(page: Page, questions: list[str]) -> None:
    expect(page.locator("ol.first-questions > li")).to_have_text(questions)
