"""Ana's whole way, from "Should I ask?" to a recorded decision, on a phone without a signal: by touch, then by keys.

The tests are one story on one phone, in this order. In the middle the server is restarted and there is a signal for a
moment; at the end everything arrives on a second phone.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import actions, other_phones
from tests.e2e.conftest import phone_context
from tests.e2e.console_errors import ConsoleErrors
from tests.e2e.journey import after, choose, decide, prepare, reasons, visit
from tests.e2e.pair_of_phones import find_signal, forgive_cut_requests, lose_signal
from tests.e2e.users import KeyboardUser, TouchUser, User
from tests.harness import Server, running_server

USERS = {"touch": TouchUser, "keys": KeyboardUser}


@pytest.fixture(scope="module")
def own_server(tmp_path_factory: pytest.TempPathFactory, dist: Path) -> Iterator[Server]:
    with running_server(tmp_path_factory.mktemp("journey"), dist) as server:
        yield server


@pytest.fixture(scope="module", params=USERS)
def user(request: pytest.FixtureRequest, browser: Browser, own_server: Server) -> Iterator[User]:
    """Ana's phone, with a case that has just been started, and no signal."""
    console_errors = ConsoleErrors()
    forgive_cut_requests(console_errors)
    context = phone_context(browser, own_server, has_touch=request.param == "touch")
    console_errors.listen_to(context)
    page = context.new_page()
    actions.start_case(page, "My left knee")
    actions.ready_for_offline(page)
    actions.open_screen(page, "/")
    lose_signal(page)
    yield USERS[request.param](page)
    context.close()
    assert console_errors.heard == []


def test_w1_doubts_become_a_reason(user: User) -> None:
    reasons.has_doubts(user)


def test_w2_much_at_stake_is_never_a_score(user: User) -> None:
    reasons.much_is_at_stake(user)


def test_w3_unclear_choices_become_questions(user: User) -> None:
    reasons.choices_are_unclear(user)


def test_w4_what_was_not_heard_can_be_raised(user: User) -> None:
    reasons.was_not_heard(user)


def test_r3_there_are_words_for_someone_who_is_not_pleased(user: User) -> None:
    reasons.someone_is_not_pleased(user)


def test_r1_the_rules_of_her_country_have_a_date(user: User) -> None:
    reasons.knows_the_rules(user)


def test_r4_what_could_not_be_verified_is_said(user: User) -> None:
    reasons.knows_what_is_proven(user)


def test_f2_without_a_date_she_asks_for_one(user: User) -> None:
    prepare.has_no_date_yet(user)


def test_p3_three_questions_stand_out(user: User) -> None:
    prepare.chooses_her_questions(user)


def test_p1_records_are_gathered(user: User) -> None:
    prepare.gathers_her_records(user)


def test_r2_a_letter_asks_for_them_and_its_days_are_counted(user: User) -> None:
    prepare.writes_the_letter(user)


def test_p2_her_story_fits_on_a_page(user: User) -> None:
    prepare.makes_her_page(user)


def test_p4_each_doctor_has_a_sheet(user: User) -> None:
    choose.writes_a_sheet(user)


def test_c1_experience_with_her_illness(user: User) -> None:
    choose.asks_how_often(user)


def test_c2_who_named_the_doctor(user: User) -> None:
    choose.says_who_named_them(user)


def test_c3_the_papers_were_checked_somewhere_on_a_day(user: User) -> None:
    choose.checks_the_papers(user)


def test_c4_teaching_hospitals_stand_side_by_side_with_others(user: User) -> None:
    choose.looks_at_teaching_and_side_by_side(user)
    choose.books_a_visit(user)


def test_everything_is_sent_when_the_signal_comes_and_the_server_was_started_anew(
    user: User, own_server: Server
) -> None:
    actions.saved(user.page)
    own_server.stop()
    own_server.start()
    find_signal(user.page)
    lose_signal(user.page)


def test_d1_her_first_words_are_ready(user: User) -> None:
    visit.brings_first_words(user)


def test_d2_her_medicines_are_checked_and_shown_in_large_type(user: User) -> None:
    visit.checks_her_medicines(user)


def test_d3_someone_comes_along(user: User) -> None:
    visit.brings_someone(user)


def test_d4_one_question_a_screen_and_what_is_open_is_carried_over(user: User) -> None:
    visit.asks_one_question_a_screen(user)
    visit.says_it_back(user)


def test_a1_the_talk_with_the_first_doctor_is_on_the_list_once(user: User) -> None:
    after.writes_down_what_was_said(user)


def test_f1_both_doctors_have_seen_the_same(user: User) -> None:
    after.sees_who_has_seen_what(user)


def test_a2_different_does_not_mean_wrong(user: User) -> None:
    after.lays_them_side_by_side(user)


def test_a3_a_third_opinion_stands_beside_the_date(user: User) -> None:
    after.thinks_of_a_third(user)


def test_f4_from_the_third_doctor_on_there_is_a_gentle_question(user: User) -> None:
    after.hears_a_third(user)


def test_a4_every_way_has_the_same_room(user: User) -> None:
    decide.weighs_what_matters(user)


def test_f3_she_need_not_follow_it_and_may_change_her_mind(user: User) -> None:
    decide.is_free_to_choose(user)
    decide.decides_and_changes_her_mind(user)


def test_everything_arrives_on_the_second_phone(user: User, browser: Browser, own_server: Server) -> None:
    actions.saved(user.page)
    find_signal(user.page)
    second: Page = phone_context(browser, own_server).new_page()
    other_phones.join_by_code(second, other_phones.offer_phone(user.page).code, user.page)
    expect(second.get_by_text("All here").first).to_be_visible()
    second.get_by_role("link", name="Open your case").click()
    for address, words in ARRIVED.items():
        actions.open_screen(second, address)
        expect(second.get_by_role("main")).to_contain_text(words)
    second.context.close()


ARRIVED = {
    "/case/decide/decision": "Exercise first.",
    "/case/compare/recommended": "Exercise for twelve weeks",
    "/case/questions": "May I drive afterwards?",
    "/case/records": "MRI pictures of the left knee",
    "/case/health": "Penicillin",
    "/case/doctors": "Dr Lindqvist",
    "/case/tasks": "Call the physiotherapist",
    "/journal": "She bent both knees.",
}
