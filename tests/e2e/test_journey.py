"""Ana's whole way, from "Should I ask?" to a logged decision, on a phone without a signal: once by touch, once by keys.

The tests are one story on one phone, told in their order. In the middle the server is started anew, and the signal
comes for a moment; at the end everything arrives on a second phone.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import doing
from tests.e2e.complaints import Complaints
from tests.e2e.conftest import phone_context
from tests.e2e.hands import Finger, Hand, Keys
from tests.e2e.journey import after, choose, consult, decide, prepare, reasons
from tests.e2e.pair_of_phones import find_signal, forgive_cut_requests, lose_signal
from tests.running import Server, running_server

pytestmark = pytest.mark.xdist_group("journey")

HANDS = {"touch": Finger, "keys": Keys}


@pytest.fixture(scope="module")
def own_server(tmp_path_factory: pytest.TempPathFactory, dist: Path) -> Iterator[Server]:
    with running_server(tmp_path_factory.mktemp("journey"), dist) as server:
        yield server


@pytest.fixture(scope="module", params=HANDS)
def hand(request: pytest.FixtureRequest, browser: Browser, own_server: Server) -> Iterator[Hand]:
    """Ana's phone, with a case that has only just been started, and no signal."""
    complaints = Complaints()
    forgive_cut_requests(complaints)
    context = phone_context(browser, own_server, has_touch=request.param == "touch")
    complaints.listen_to(context)
    page = context.new_page()
    doing.start_case(page, "My left knee")
    doing.ready_for_offline(page)
    doing.open_screen(page, "/")
    lose_signal(page)
    yield HANDS[request.param](page)
    context.close()
    assert complaints.heard == []


def test_w1_doubts_become_a_reason(hand: Hand) -> None:
    reasons.has_doubts(hand)


def test_w2_much_at_stake_is_never_a_score(hand: Hand) -> None:
    reasons.much_is_at_stake(hand)


def test_w3_unclear_choices_become_questions(hand: Hand) -> None:
    reasons.choices_are_unclear(hand)


def test_w4_what_was_not_heard_can_be_raised(hand: Hand) -> None:
    reasons.was_not_heard(hand)


def test_r3_there_are_words_for_someone_who_is_not_pleased(hand: Hand) -> None:
    reasons.someone_is_not_pleased(hand)


def test_r1_the_rules_of_her_country_have_a_date(hand: Hand) -> None:
    reasons.knows_the_rules(hand)


def test_r4_what_could_not_be_verified_is_said(hand: Hand) -> None:
    reasons.knows_what_is_proven(hand)


def test_f2_without_a_date_she_asks_for_one(hand: Hand) -> None:
    prepare.has_no_date_yet(hand)


def test_p3_three_questions_stand_out(hand: Hand) -> None:
    prepare.chooses_her_questions(hand)


def test_p1_records_are_gathered(hand: Hand) -> None:
    prepare.gathers_her_records(hand)


def test_r2_a_letter_asks_for_them_and_its_days_are_counted(hand: Hand) -> None:
    prepare.writes_the_letter(hand)


def test_p2_her_story_fits_on_a_page(hand: Hand) -> None:
    prepare.makes_her_page(hand)


def test_p4_each_doctor_has_a_sheet(hand: Hand) -> None:
    choose.writes_a_sheet(hand)


def test_c1_experience_with_her_illness(hand: Hand) -> None:
    choose.asks_how_often(hand)


def test_c2_who_named_the_doctor(hand: Hand) -> None:
    choose.says_who_named_them(hand)


def test_c3_the_papers_were_checked_somewhere_on_a_day(hand: Hand) -> None:
    choose.checks_the_papers(hand)


def test_c4_teaching_hospitals_stand_side_by_side_with_others(hand: Hand) -> None:
    choose.looks_at_teaching_and_side_by_side(hand)
    choose.books_a_visit(hand)


def test_everything_is_sent_when_the_signal_comes_and_the_server_was_started_anew(
    hand: Hand, own_server: Server
) -> None:
    doing.saved(hand.page)
    own_server.stop()
    own_server.start()
    find_signal(hand.page)
    lose_signal(hand.page)


def test_d1_her_first_words_are_ready(hand: Hand) -> None:
    consult.brings_first_words(hand)


def test_d2_her_medicines_are_checked_and_shown_in_large_type(hand: Hand) -> None:
    consult.checks_her_medicines(hand)


def test_d3_someone_comes_along(hand: Hand) -> None:
    consult.brings_someone(hand)


def test_d4_one_question_a_screen_and_what_is_open_is_carried_over(hand: Hand) -> None:
    consult.asks_one_question_a_screen(hand)
    consult.says_it_back(hand)


def test_a1_the_talk_with_the_first_doctor_is_on_the_list_once(hand: Hand) -> None:
    after.writes_down_what_was_said(hand)


def test_f1_both_doctors_have_seen_the_same(hand: Hand) -> None:
    after.sees_who_has_seen_what(hand)


def test_a2_different_does_not_mean_wrong(hand: Hand) -> None:
    after.lays_them_side_by_side(hand)


def test_a3_a_third_opinion_stands_beside_the_date(hand: Hand) -> None:
    after.thinks_of_a_third(hand)


def test_f4_from_the_third_doctor_on_there_is_a_gentle_question(hand: Hand) -> None:
    after.hears_a_third(hand)


def test_a4_every_way_has_the_same_room(hand: Hand) -> None:
    decide.weighs_what_matters(hand)


def test_f3_she_need_not_follow_it_and_may_change_her_mind(hand: Hand) -> None:
    decide.is_free_to_choose(hand)
    decide.decides_and_changes_her_mind(hand)


def test_everything_arrives_on_the_second_phone(hand: Hand, browser: Browser, own_server: Server) -> None:
    doing.saved(hand.page)
    find_signal(hand.page)
    second: Page = phone_context(browser, own_server).new_page()
    doing.join_by_code(second, doing.offer_phone(hand.page).code, hand.page)
    expect(second.get_by_text("All here").first).to_be_visible()
    second.get_by_role("link", name="Open your case").click()
    for address, words in ARRIVED.items():
        doing.open_screen(second, address)
        expect(second.get_by_role("main")).to_contain_text(words)
    second.context.close()


ARRIVED = {
    "/case/decide": "Exercise first.",
    "/case/compare": "Exercise for twelve weeks",
    "/case/questions": "May I drive afterwards?",
    "/case/records": "MRI pictures of the left knee",
    "/case/health": "Penicillin",
    "/case/doctors": "Dr Lindqvist",
    "/case/tasks": "Call the physiotherapist",
    "/journal": "She bent both knees.",
}
