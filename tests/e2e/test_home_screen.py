"""An iPhone gives an app on the home screen a storage of its own, and may clear a page in the browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests import actions
from tests.e2e.accessibility_checks import is_cut, violations
from tests.e2e.conftest import NewPhone
from tests.e2e.first_minute_steps import skip_first_minute
from tests.e2e.recovery_steps import brought_back, make_code
from tests.e2e.test_reminder import CODE, on_day, reminder, says

IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1"
# What an iPhone says of a page that was opened from the home screen
FROM_HOME_SCREEN = "Object.defineProperty(Navigator.prototype, 'standalone', { get: () => true })"
HINT = "Put Second Look on your home screen"
QUESTION = "Did you begin in the browser?"


def iphone(new_phone: NewPhone) -> Page:
    return new_phone(user_agent=IPHONE)


def app_on_home_screen(new_phone: NewPhone, **more: object) -> Page:
    page = new_phone(user_agent=IPHONE, **more)
    page.add_init_script(FROM_HOME_SCREEN)
    return page


def test_an_iphone_in_the_browser_is_offered_the_home_screen_from_the_first_entry_on(new_phone: NewPhone) -> None:
    ana = iphone(new_phone)
    on_day(ana, "2031-03-10")
    actions.start_case(ana, "My left knee")
    expect(reminder(ana)).to_have_count(0)
    actions.write_question(ana, "May I drive?")
    says(ana, HINT)
    ana.get_by_role("link", name=HINT).click()
    expect(ana.get_by_role("heading", level=1)).to_have_text("Put it on your home screen")
    expect(ana.get_by_text("then “Add to Home Screen”.")).to_be_visible()
    actions.before_the_next_tap(ana)
    ana.get_by_role("link", name="Recovery code").click()
    expect(ana.get_by_role("heading", level=1)).to_have_text("Recovery code")
    reminder(ana).get_by_role("button", name="Not now").click()
    expect(reminder(ana)).to_have_count(0)
    on_day(ana, "2031-03-11")
    says(ana, CODE)


def test_the_first_minute_ends_with_the_offer(new_phone: NewPhone) -> None:
    ana = iphone(new_phone)
    skip_first_minute(ana)
    ana.get_by_role("button", name="Keep these").click()
    expect(ana.get_by_role("link", name=HINT)).to_be_visible()


def test_an_app_that_is_on_the_home_screen_is_not_sent_there(new_phone: NewPhone) -> None:
    ana = app_on_home_screen(new_phone)
    actions.start_case(ana, "My left knee")
    actions.write_note(ana, "It is swollen.")
    says(ana, CODE)


def test_an_app_that_starts_empty_asks_where_the_case_began_and_the_code_brings_it_there(new_phone: NewPhone) -> None:
    safari, app = iphone(new_phone), app_on_home_screen(new_phone)
    actions.start_case(safari, "My left knee")
    actions.write_note(safari, "It is swollen.")
    code = make_code(safari)
    actions.sent(safari)
    actions.open_screen(app, "/")
    card = app.get_by_role("region", name=QUESTION)
    ways = ("I have my recovery code", "I have a code from the browser", "Open a copy")
    addresses = [card.get_by_role("link", name=way).get_attribute("href") for way in ways]
    assert addresses == ["/recover", "/pair", "/copy"]
    card.get_by_role("link", name=ways[0]).click()
    brought_back(app, code, "It is swollen.")


def test_nobody_else_is_asked(new_phone: NewPhone) -> None:
    in_browser, app = iphone(new_phone), app_on_home_screen(new_phone)
    actions.open_screen(in_browser, "/")
    expect(in_browser.get_by_role("link", name="I was just told something big")).to_be_visible()
    in_browser.wait_for_timeout(1000)
    expect(in_browser.get_by_text(QUESTION)).to_have_count(0)
    actions.start_case(app, "My left knee")
    actions.open_screen(app, "/cases")
    app.get_by_role("button", name="Archive").click()
    expect(app.get_by_role("button", name="Archive")).to_have_count(0)
    expect(app.get_by_text("Saving…")).to_have_count(0)
    app.wait_for_timeout(1000)
    actions.open_screen(app, "/")
    expect(app.get_by_role("link", name="See archived cases")).to_be_visible()
    app.wait_for_timeout(1000)
    expect(app.get_by_text(QUESTION)).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_of_it_is_cut_on_a_narrow_screen_and_axe_finds_nothing(new_phone: NewPhone, scheme: str) -> None:
    app = app_on_home_screen(new_phone, viewport={"width": 320, "height": 568}, color_scheme=scheme)
    actions.open_screen(app, "/")
    expect(app.get_by_text(QUESTION)).to_be_visible()
    for address in ("/", "/more/home-screen", "/more/accidents"):
        actions.open_screen(app, address)
        expect(app.get_by_role("main").get_by_role("link").or_(app.locator("summary")).first).to_be_visible()
        for fold in app.locator("summary").all():
            fold.click()
        assert is_cut(app) == []
        assert violations(app) == []
