"""The clinic's time to answer a letter: from the day they got it, in the unit of its country's rule, without blame.

The phone's clock shows a day that the story names. 1 November 2026 is a Sunday.
"""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests import actions

SENT, ARRIVED = "2026-11-01", "2026-11-05"


def test_r2_a_month_counts_from_the_day_they_got_it_and_ends_on_a_working_day(ana: Page) -> None:
    letter = letter_from(ana, "England", on="2026-11-10")
    standing = standing_of(ana)
    expect(ana.get_by_role("main")).to_contain_text("we allow 7 days for the post")
    expect(standing).to_contain_text("Counted from 8 November 2026, they have 1 month: until 8 December 2026.")
    expect(ana.get_by_role("article")).to_contain_text("Please answer within 1 month of getting this letter.")
    say_it_arrived(ana, ARRIVED)
    expect(standing).to_contain_text("Counted from 5 November 2026, they have 1 month: until 7 December 2026.")
    expect(standing).to_contain_text("If that day is a public holiday, it is the next working day.")
    expect(standing).to_contain_text("They may be allowed 2 months more, until 5 February 2027.")
    expect(ana.get_by_role("main")).not_to_contain_text("for the post")
    actions.open_screen(ana, "/case/records")
    expect(ana.get_by_role("main")).to_contain_text("Sent 1 November 2026 · usual limit 7 December 2026")
    actions.open_screen(ana, "/case/timeline")
    for told in ("They got the letter", "Usual limit for the clinic’s answer"):  # noqa: RUF001 - as shown
        expect(ana.get_by_role("main")).to_contain_text(told)
    ana.clock.set_fixed_time("2026-12-07T12:00:00Z")
    actions.open_screen(ana, letter)
    expect(standing).to_contain_text("until 7 December 2026.")
    ana.clock.set_fixed_time("2026-12-08T12:00:00Z")
    actions.open_screen(ana, letter)
    past = "If they got it on 5 November 2026, the usual limit was 7 December 2026. They may be allowed longer."
    expect(standing).to_contain_text(past)
    expect(ana.get_by_role("main")).not_to_contain_text("time was up")


def test_r2_thirty_days_are_counted_as_days(ana: Page) -> None:
    letter_from(ana, "United States", on="2026-11-10")
    ana.get_by_role("button", name="They got it the same day").click()
    expect(ana.get_by_label("They got it on")).to_have_value(SENT)
    expect(standing_of(ana)).to_contain_text("Counted from 1 November 2026, they have 30 days: until 1 December 2026.")
    say_it_arrived(ana, "2026-10-30")
    expect(ana.get_by_role("main")).to_contain_text("That is before the day you sent it. Please check both days.")
    expect(standing_of(ana)).to_contain_text("Counted from 1 November 2026")


def test_r2_france_has_eight_days_for_new_records_and_two_months_for_old_ones(ana: Page) -> None:
    """Both are shown until the dates on the records decide which applies; nothing is overdue before the longer one."""
    letter = letter_from(ana, "France", on="2026-11-10")
    say_it_arrived(ana, ARRIVED)
    standing = standing_of(ana)
    expect(standing).to_contain_text("Counted from 5 November 2026, they have 8 days: until 13 November 2026.")
    expect(standing).to_contain_text("For records older than 5 years, it is 2 months: until 5 January 2027.")
    sheet = ana.get_by_role("article")
    expect(sheet).to_contain_text("Please answer within 8 days of getting this letter.")
    expect(sheet).to_contain_text("For records older than 5 years, please answer within 2 months.")
    stop_the_clock(ana, "2026-11-20")
    actions.open_screen(ana, letter)
    expect(standing).not_to_contain_text("the usual limit was")
    actions.open_screen(ana, "/case/records")
    ana.get_by_role("link", name="MRI of the left knee").click()
    ana.get_by_role("link", name="Edit").click()
    actions.fill_date(ana, "Date on the record", "2026-09-20")
    actions.saved(ana)
    actions.open_screen(ana, letter)
    expect(standing).to_contain_text("If they got it on 5 November 2026, the usual limit was 13 November 2026.")
    expect(standing).not_to_contain_text("2 months")
    expect(sheet).not_to_contain_text("please answer within 2 months")


def test_r2_new_zealand_counts_working_days_and_australia_what_is_usual(ana: Page) -> None:
    letter_from(ana, "New Zealand", on="2026-11-10")
    say_it_arrived(ana, ARRIVED)
    standing = standing_of(ana)
    expect(standing).to_contain_text("Counted from 5 November 2026, they have 20 working days: until 3 December 2026.")
    expect(standing).to_contain_text("Public holidays come on top of that.")
    ana.get_by_role("link", name="Edit").click()
    actions.unfolded(ana.get_by_label("Country of the clinic")).select_option(label="Australia")
    ana.get_by_role("button", name="Done").click()
    expect(standing).to_contain_text("Counted from 5 November 2026, the usual time is 30 days: until 5 December 2026.")


def test_r2_once_the_records_arrived_the_day_they_got_it_can_still_be_corrected(ana: Page) -> None:
    letter_from(ana, "England", on="2026-11-10")
    say_it_arrived(ana, ARRIVED)
    ana.get_by_role("button", name="The records arrived").click()
    expect(ana.get_by_role("heading", name="Arrived 10 November 2026")).to_be_visible()
    ana.get_by_role("link", name="Edit").click()
    expect(ana.get_by_label("They got it on")).to_have_value(ARRIVED)
    say_it_arrived(ana, "2026-11-04")
    actions.open_screen(ana, "/case/timeline")
    expect(ana.get_by_role("heading", name="4 November")).to_be_visible()


def test_f2_a_letter_whose_time_has_run_warns_against_the_visit(ana: Page) -> None:
    """Fifty-four days without an answer, a visit in twenty-five, and no date to decide by."""
    letter_from(ana, "England", on="2026-12-25")
    actions.add_visit(ana, "Dr Lindqvist", "Lake Hospital", "2027-01-19T10:30")
    actions.open_screen(ana, "/")
    warning = "1 thing you need may not be here in time."
    expect(ana.get_by_role("main")).to_contain_text(warning)
    ana.get_by_role("paragraph").filter(has_text=warning).get_by_role("link", name="See what to say").click()
    late = ana.get_by_role("region", name=warning)
    expect(late).to_contain_text("if they got it on 8 November, the usual limit was 8 December")
    expect(late).to_contain_text("“I asked for my records on 1 November. My visit is on 19 January 2027.")
    ana.get_by_label("The date your doctor gave").fill("2027-01-10")
    expect(late).to_contain_text("I must decide by 10 January 2027.")


def test_f2_a_record_asked_for_without_a_letter_warns_too(ana: Page) -> None:
    """No rule is known, because no country was chosen: a wait of more than thirty days counts as long."""
    stop_the_clock(ana, "2026-12-25")
    actions.start_case(ana, "My left knee")
    actions.add_record(ana, "MRI of the left knee", "City Clinic", "Asked for")
    ana.get_by_label("Asked on").fill("2026-12-01")
    actions.add_visit(ana, "Dr Lindqvist", "Lake Hospital", "2027-01-19T10:30")
    actions.open_screen(ana, "/case/decide-by")
    late = ana.get_by_role("region", name="1 thing you need may not be here in time.")
    expect(late).to_have_count(0)
    actions.open_screen(ana, "/case/records")
    ana.get_by_role("link", name="MRI of the left knee").click()
    ana.get_by_role("link", name="Edit").click()
    ana.get_by_label("Asked on").fill("2026-11-01")
    actions.saved(ana)
    actions.open_screen(ana, "/case/decide-by")
    expect(late).to_contain_text("MRI of the left knee")


def letter_from(page: Page, country: str, *, on: str) -> str:
    """A letter to a clinic there, sent on 1 November, as it is on the day `on`. Returns its address."""
    stop_the_clock(page, on)
    actions.start_case(page, "My left knee")
    actions.add_record(page, "MRI of the left knee", "City Clinic")
    actions.open_screen(page, "/case/letters/new")
    page.get_by_role("button", name="Write to").click()
    actions.unfolded(page.get_by_label("Country of the clinic")).select_option(label=country)
    page.get_by_role("button", name="Done").click()
    page.get_by_role("button", name="I have sent it").click()
    page.get_by_role("link", name="Edit").click()
    page.get_by_label("Sent on").fill(SENT)
    page.get_by_role("button", name="Done").click()
    return actions.saved(page)


def stop_the_clock(page: Page, day: str) -> None:
    page.clock.set_fixed_time(f"{day}T12:00:00Z")


def say_it_arrived(page: Page, day: str) -> None:
    page.get_by_label("They got it on").fill(day)
    actions.saved(page)


def standing_of(page: Page) -> Locator:
    return page.get_by_role("region", name="The clinic’s time to answer")  # noqa: RUF001 - as shown
