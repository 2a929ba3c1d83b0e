"""The browser deletes what the app stores, in part or in whole: the phone says so, and leads to what brings it back.

Each part is really deleted, by the browser, while the app is closed.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests import actions
from tests.e2e.conftest import NewPhone
from tests.e2e.recovery_steps import brought_back, make_code

GONE = "Your case is not on this phone any more"
WELCOME = "You may ask another doctor. We go with you."
LONG_AGO = "2026-03-10T12:00:00Z"
SINCE = "It began on this phone on 10 March 2026."


def close_app_and_delete(page: Page, parts: str) -> None:
    """`parts` as the browser's own tools name them, with commas between them."""
    origin = page.evaluate("location.origin")
    page.goto("about:blank")
    page.context.new_cdp_session(page).send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": parts})


def begin_long_ago(page: Page) -> None:
    page.clock.set_fixed_time(LONG_AGO)
    actions.start_case(page, "My left knee")
    actions.write_note(page, "It is swollen.")
    actions.sent(page)
    page.wait_for_function("async () => (await caches.match('/since')) !== undefined")
    page.clock.set_fixed_time("2026-06-01T12:00:00Z")


@pytest.mark.parametrize(
    "parts",
    ["indexeddb", "indexeddb,local_storage", "indexeddb,cache_storage,service_workers"],
)
def test_a_phone_that_lost_its_case_says_so_and_the_recovery_code_brings_it_back(ana: Page, parts: str) -> None:
    begin_long_ago(ana)
    code = make_code(ana)
    close_app_and_delete(ana, parts)
    actions.open_screen(ana, "/")
    expect(ana.get_by_role("heading", level=1)).to_have_text(GONE)
    expect(ana.get_by_text(SINCE)).to_be_visible()
    for way in ("Bring my cases here", "I have my recovery code", "Open a copy"):
        expect(ana.get_by_role("link", name=way)).to_be_visible()
    ana.get_by_role("link", name="I have my recovery code").click()
    brought_back(ana, code, "It is swollen.")


def test_settings_that_are_lost_take_no_word_along_and_the_first_day_is_known_again(ana: Page) -> None:
    begin_long_ago(ana)
    close_app_and_delete(ana, "local_storage")
    actions.open_screen(ana, "/journal")
    expect(ana.get_by_text("It is swollen.")).to_be_visible()
    ana.wait_for_function("() => localStorage.getItem('second-look:since') === '2026-03-10'")
    close_app_and_delete(ana, "indexeddb")
    actions.open_screen(ana, "/journal")
    expect(ana.get_by_text(SINCE)).to_be_visible()


def test_a_phone_that_lost_all_of_it_looks_empty_and_two_taps_lead_to_the_code_and_the_copy(ana: Page) -> None:
    begin_long_ago(ana)
    close_app_and_delete(ana, "all")
    actions.open_screen(ana, "/")
    expect(ana.get_by_role("heading", level=1)).to_have_text(WELCOME)
    ana.get_by_role("link", name="I have it on another phone").click()
    expect(ana.get_by_role("link", name="I have my recovery code")).to_be_visible()
    expect(ana.get_by_role("link", name="Open a copy")).to_be_visible()


def test_whoever_starts_again_is_not_told_a_second_time(ana: Page) -> None:
    begin_long_ago(ana)
    close_app_and_delete(ana, "indexeddb")
    actions.open_screen(ana, "/")
    ana.get_by_role("button", name="Start again on this phone").click()
    expect(ana.get_by_role("heading", level=1)).to_have_text(WELCOME)
    ana.wait_for_function("async () => !(await caches.has('second-look-since'))")
    ana.reload()
    expect(ana.get_by_role("heading", level=1)).to_have_text(WELCOME)
    close_app_and_delete(ana, "local_storage")
    actions.open_screen(ana, "/")
    expect(ana.get_by_role("heading", level=1)).to_have_text(WELCOME)


COUNT_QUESTIONS = """() => {
    const persist = StorageManager.prototype.persist;
    StorageManager.prototype.persist = function () {
        sessionStorage.questions = Number(sessionStorage.questions ?? 0) + 1;
        return persist.call(this);
    };
}"""
FIREFOX = "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0"


def questions(page: Page) -> int:
    return int(page.evaluate("Number(sessionStorage.questions ?? 0)"))


def test_the_browser_is_asked_to_keep_it_once_something_is_written_and_the_answer_is_said(ana: Page) -> None:
    ana.add_init_script(f"({COUNT_QUESTIONS})()")
    actions.start_case(ana, "My left knee")
    actions.open_screen(ana, "/")
    ana.wait_for_timeout(1000)
    assert questions(ana) == 0, "nothing is written yet"
    actions.write_note(ana, "It is swollen.")
    ana.wait_for_function("() => localStorage.getItem('second-look:asked') !== null")
    assert questions(ana) == 1
    actions.write_note(ana, "And warm.")
    actions.open_screen(ana, "/more/storage")
    expect(ana.get_by_text(re.compile("The app asked on .* The phone did not agree."))).to_be_visible()
    assert questions(ana) == 1, "it is not asked in a loop"
    ana.get_by_role("button", name="Ask the phone to keep it").click()
    expect(ana.get_by_text(re.compile("The app asked on .* The phone did not agree."))).to_be_visible()
    assert questions(ana) == 2


def test_where_the_browser_asks_the_person_it_waits_for_a_tap_after_a_sentence(new_phone: NewPhone) -> None:
    ana = new_phone(user_agent=FIREFOX)
    ana.add_init_script(f"({COUNT_QUESTIONS})()")
    actions.start_case(ana, "My left knee")
    actions.write_note(ana, "It is swollen.")
    actions.open_screen(ana, "/")
    ana.wait_for_timeout(1000)
    assert questions(ana) == 0
    actions.open_screen(ana, "/more/storage")
    expect(ana.get_by_text("Your browser will ask you, too.")).to_be_visible()
    ana.get_by_role("button", name="Ask the phone to keep it").click()
    expect(ana.get_by_text(re.compile("The app asked on"))).to_be_visible()
    assert questions(ana) == 1
