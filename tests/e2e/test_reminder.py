"""Today's one calm line about what would bring a case back: what it says, where it leads, and when it is silent."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests import actions, other_phones
from tests.e2e.accessibility_checks import is_cut, violations
from tests.e2e.conftest import NewPhone
from tests.e2e.keyboard import tab_to
from tests.e2e.pair_of_phones import pair
from tests.e2e.recovery_steps import make_code, type_back
from tests.e2e.test_copy import save_copy

CODE = "Put your recovery code on paper"
NO_COPY = "Only this phone of yours has this case"
OLD_COPY = "Your last copy is from 10 March"
BEGINNING, A_MONTH_LATER, LATER_STILL = "2031-03-10", "2031-04-20", "2031-05-25"


def on_day(page: Page, day: str) -> None:
    page.clock.set_fixed_time(f"{day}T12:00:00Z")


def reminder(page: Page) -> Locator:
    """On Today, opened afresh."""
    actions.open_screen(page, "/")
    expect(page.locator("section.card").first).to_be_visible()
    return page.get_by_role("region", name="If this phone is lost")


def says(page: Page, title: str) -> None:
    line = reminder(page)
    expect(line.get_by_role("link")).to_have_count(1)
    expect(line).to_contain_text(title)


def with_code_on_paper(page: Page) -> None:
    actions.start_case(page, "My left knee")
    actions.write_note(page, "It is swollen.")
    type_back(page, make_code(page))


def test_one_line_at_a_time_from_the_first_writing_to_an_old_copy(ana: Page, tmp_path: Path) -> None:
    on_day(ana, BEGINNING)
    actions.start_case(ana, "My left knee")
    expect(reminder(ana)).to_have_count(0)
    actions.write_note(ana, "It is swollen.")
    says(ana, CODE)
    type_back(ana, make_code(ana))
    says(ana, NO_COPY)
    ana.get_by_role("link", name=NO_COPY).click()
    expect(ana.get_by_role("heading", level=1)).to_have_text("Save a copy")
    save_copy(ana, tmp_path, None)
    expect(reminder(ana)).to_have_count(0)
    on_day(ana, A_MONTH_LATER)
    expect(reminder(ana)).to_have_count(0)
    actions.write_note(ana, "Written after the copy.")
    says(ana, OLD_COPY)
    ana.get_by_role("link", name=OLD_COPY).click()
    save_copy(ana, tmp_path, None)
    expect(reminder(ana)).to_have_count(0)


def test_not_now_is_an_answer_for_a_month(ana: Page) -> None:
    on_day(ana, BEGINNING)
    with_code_on_paper(ana)
    says(ana, NO_COPY)
    reminder(ana).get_by_role("button", name="Not now").click()
    expect(ana.get_by_text(NO_COPY)).to_have_count(0)
    expect(reminder(ana)).to_have_count(0)
    on_day(ana, LATER_STILL)
    says(ana, NO_COPY)


def test_it_is_silent_on_the_day_of_a_visit(ana: Page) -> None:
    on_day(ana, BEGINNING)
    actions.start_case(ana, "My left knee")
    visit = actions.add_visit(ana, "Dr Lindqvist", "Lake Hospital", "2031-03-11")
    says(ana, CODE)
    actions.open_screen(ana, visit)
    ana.get_by_label("When?", exact=True).fill(BEGINNING)
    actions.saved(ana)
    actions.open_screen(ana, "/")
    expect(ana.get_by_role("link", name="In the room")).to_be_visible()
    expect(reminder(ana)).to_have_count(0)


def test_a_second_phone_counts_and_one_that_was_taken_out_does_not(new_phone: NewPhone) -> None:
    ana, tablet = new_phone(), new_phone()
    pair(ana, tablet)
    actions.write_note(ana, "It is swollen.")
    type_back(ana, make_code(ana))
    expect(reminder(ana)).to_have_count(0)
    actions.open_screen(ana, "/more/phones")
    ana.get_by_role("button", name="Take out").click()
    actions.before_the_next_tap(ana)
    ana.get_by_role("button", name="Take it out now").click()
    expect(ana.get_by_text("Taken out on")).to_be_visible()
    says(ana, NO_COPY)


def test_a_companion_is_not_asked_to_save_a_copy(new_phone: NewPhone) -> None:
    ana, ben = new_phone(), new_phone()
    actions.start_case(ana, "My left knee")
    actions.write_note(ana, "It is swollen.")
    ben.goto(other_phones.invite_companion(ana, "Ana").link)
    other_phones.join_as_companion(ben, "Ben")
    actions.write_note(ben, "She limps.")
    says(ana, CODE)
    actions.open_screen(ben, "/")
    expect(ben.get_by_role("link", name="Take notes")).to_be_visible()
    expect(ben.get_by_role("region", name="If this phone is lost")).to_have_count(0)


def test_it_is_read_by_keyboard_on_a_narrow_screen_with_nothing_cut_and_nothing_that_axe_finds(
    new_phone: NewPhone,
) -> None:
    ana = new_phone(viewport={"width": 320, "height": 568})
    with_code_on_paper(ana)
    line = reminder(ana)
    assert is_cut(ana) == []
    assert violations(ana) == []
    tab_to(ana, line.get_by_role("link"))
    tab_to(ana, line.get_by_role("button"))
    ana.keyboard.press("Enter")
    expect(line).to_have_count(0)
