"""A daughter helps from her own phone: the app asks how her mother agrees, and every page says who wrote it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests import actions
from tests.e2e.conftest import NewPhone
from tests.e2e.printed_pages import printed
from tests.e2e.test_first_minute import MOST_WORDS, words_on
from tests.e2e.users import KeyboardUser, TouchUser, User

ISOLATE = r"[\u2066-\u2069]*"
ANNA = f"{ISOLATE}Anna{ISOLATE}, the patient\N{RIGHT SINGLE QUOTATION MARK}s {ISOLATE}daughter{ISOLATE}"


@pytest.mark.parametrize("kind", [TouchUser, KeyboardUser])
def test_p2_a_daughter_helps_her_mother_and_every_page_says_that_she_wrote_it_with_her(
    new_phone: NewPhone, kind: type[TouchUser | KeyboardUser]
) -> None:
    page = new_phone(has_touch=True)
    user = kind(page)
    begins_with(user, "They are here with me")
    user.sees("Let them speak first")
    user.press("Next")
    goes_through_the_first_minute(user)

    user.tool("/case/summary")
    user.press("For any doctor")
    user.press("Edit")
    user.write("Why the patient is here", "An operation on the left knee was advised.")
    user.press("Done")
    sheet = page.get_by_role("article")
    expect(sheet).to_contain_text(re.compile(f"Written by {ANNA}, with the patient, "))
    expect(sheet).to_contain_text("Maria Keller")
    expect(sheet).not_to_contain_text("Why I am here")
    actions.saved(page)
    [paper] = printed(page, "A4")
    assert "Entered by Anna the patient s daughter with the patient not by a doctor" in re.sub(r"\W+", " ", paper.text)

    user.tool("/case/records")
    user.press("Write a letter")
    user.press("Someone else")
    user.write("What are they for?", "For a second opinion")
    user.press("Done")
    user.sees(re.compile("I am writing for .*Maria Keller"))
    user.sees("From the patient: I allow Anna to ask for my records and to get them.")
    actions.saved(page)


def test_r2_whoever_is_not_sure_of_the_agreement_is_told_to_ask_first_and_can_say_later_that_it_was_given(
    new_phone: NewPhone,
) -> None:
    page = new_phone(has_touch=True)
    user = TouchUser(page)
    begins_with(user, "I am not sure yet")
    user.sees("Send no letters before they agree.")
    user.press("Next")
    goes_through_the_first_minute(user)
    actions.open_screen(page, "/case/show")
    expect(page.get_by_role("article")).to_contain_text(
        re.compile(f"Written by {ANNA}, not yet agreed with the patient")
    )

    actions.open_screen(page, "/case/helping")
    user.tick("They asked me to")
    # The country was chosen in the first minute, so its rule is known.
    user.sees("They need your signed letter, the form, and an ID with a photo.")
    user.sees(re.compile(f"Written by {ANNA}, at the patient\N{RIGHT SINGLE QUOTATION MARK}s request"))
    actions.saved(page)
    actions.open_screen(page, "/case/show")
    expect(page.get_by_role("article")).to_contain_text(
        re.compile(f"Written by {ANNA}, at the patient\N{RIGHT SINGLE QUOTATION MARK}s request")
    )


def test_who_helps_may_skip_every_question_and_the_page_still_says_that_somebody_helps(new_phone: NewPhone) -> None:
    page = new_phone(has_touch=True)
    user = TouchUser(page)
    actions.open_screen(page, "/")
    user.press("I am helping someone")
    for title in (
        "Whose case is this?",
        "How do they agree?",
        "When is your next visit?",
        "Which country are you in?",
    ):
        user.is_at(title)
        actions.before_the_next_tap(page)
        user.press("Skip", page.locator(".dock"))
    user.is_at("Three questions to take along")
    actions.before_the_next_tap(page)
    user.press("Skip", page.locator(".dock"))
    user.is_at("Helping someone")
    actions.open_screen(page, "/case/show")
    expect(page.get_by_role("article")).to_contain_text("Written by someone who helps the patient.")


def test_a_case_begun_for_oneself_can_become_that_of_another_and_back(new_phone: NewPhone) -> None:
    page = new_phone(has_touch=True)
    user = TouchUser(page)
    actions.start_case(page, "Left knee")
    shown_by(page, "Written by the patient.")
    actions.open_screen(page, "/case/helping")
    user.tick("I write this for someone else")
    user.tick("son")
    actions.saved(page)
    shown_by(page, "the patient\N{RIGHT SINGLE QUOTATION MARK}s")
    actions.open_screen(page, "/case/helping")
    page.get_by_label("I write this for someone else").uncheck()
    actions.saved(page)
    shown_by(page, "Written by the patient.")


def test_who_helps_reads_few_words_until_three_fitting_questions(new_phone: NewPhone) -> None:
    page = new_phone(has_touch=True)
    user = TouchUser(page)
    actions.open_screen(page, "/")
    words = words_on(page)
    for press, title in (
        ("I am helping someone", "Whose case is this?"),
        ("Next", "How do they agree?"),
        ("Next", "When is your next visit?"),
        ("Next", "Which country are you in?"),
    ):
        user.press(press, page.locator("main, .dock"))
        user.is_at(title)
        words += words_on(page)
    user.press("Next", page.locator(".dock"))
    user.is_at("Three questions to take along")
    expect(page.locator("ol.first-questions > li")).to_have_count(3)
    assert words <= MOST_WORDS, words


def begins_with(user: User, agreement: str) -> None:
    actions.open_screen(user.page, "/")
    user.press("I am helping someone")
    user.is_at("Whose case is this?")
    user.write("Their name", "Maria Keller")
    user.tick("daughter")
    user.write("Your name", "Anna")
    user.press("Next")
    user.is_at("How do they agree?")
    user.tick(agreement)


def goes_through_the_first_minute(user: User) -> None:
    user.is_at("When is your next visit?")
    user.press("Skip", user.page.locator(".dock"))
    user.is_at("Which country are you in?")
    user.tick("Ireland")
    user.press("Next")
    user.is_at("Three questions to take along")
    user.sees("We would like to be sure.")
    user.press("Keep these")
    user.is_at("Helping")
    actions.saved(user.page)


def shown_by(page: Page, words: str) -> None:
    actions.open_screen(page, "/case/show")
    expect(page.get_by_role("article")).to_contain_text(words)
