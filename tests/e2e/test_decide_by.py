"""The decide-by date against the visits: what does not fit is said at once, with a sentence to say on the phone."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests import actions

LATE_VISIT = "2032-03-10"


def test_f2_what_does_not_fit_the_date_is_said_while_it_is_typed(ana: Page) -> None:
    actions.start_case(ana, "My left knee")
    actions.add_visit(ana, "Dr Lindqvist", "Lake Hospital", f"{LATE_VISIT}T10:30")
    actions.open_screen(ana, "/case/decide-by")
    date = ana.get_by_label("The date your doctor gave")
    warning = ana.get_by_role("main").get_by_text("My appointment is on")
    expect(warning).to_have_count(0)
    date.fill("2032-02-01")
    expect(warning).to_contain_text("I need to decide by")
    expect(ana.get_by_role("main")).to_contain_text("10 March 2032")
    date.fill("2032-04-01")
    expect(warning).to_have_count(0)
    date.fill("")
    expect(ana.get_by_text("“By what date do I need to decide?”")).to_be_visible()


def test_f2_the_home_of_the_case_leads_there(ana: Page) -> None:
    actions.start_case(ana, "My left knee")
    actions.add_visit(ana, "Dr Lindqvist", "Lake Hospital", f"{LATE_VISIT}T10:30")
    actions.open_screen(ana, "/case/decide-by")
    ana.get_by_label("The date your doctor gave").fill("2032-02-01")
    actions.saved(ana)
    actions.open_screen(ana, "/")
    ana.get_by_role("main").locator('a[href="/case/decide-by"]').first.click()
    expect(ana.get_by_role("main").get_by_text("My appointment is on")).to_be_visible()


def test_f2_words_without_a_date_are_an_answer(ana: Page) -> None:
    """Home shows the words and moves on to the next step. While nothing is written, asking stays the first task."""
    actions.start_case(ana, "My left knee")
    actions.add_visit(ana, "Dr Lindqvist", "Lake Hospital", f"{LATE_VISIT}T10:30")
    actions.write_question(ana, "What if I wait?")
    actions.open_screen(ana, "/")
    first_task = ana.get_by_role("link", name="Ask your doctor when you need to decide")
    expect(first_task).to_be_visible()
    actions.open_screen(ana, "/case/decide-by")
    ana.get_by_label("In your doctor’s own words").fill("There is no rush.")  # noqa: RUF001 - as shown
    actions.saved(ana)
    actions.open_screen(ana, "/")
    expect(ana.get_by_text("There is no rush.")).to_be_visible()
    expect(ana.get_by_role("link", name="Your doctor gave no date")).to_be_visible()
    expect(first_task).to_have_count(0)
    actions.open_screen(ana, "/case/decide")
    expect(ana.get_by_role("link", name="Your doctor gave no date")).to_be_visible()
