"""A phone is taken out of the person's list: it takes effect when the server says so, and then it gets nothing new."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests import actions
from tests.e2e.conftest import NewPhone
from tests.e2e.console_errors import ConsoleErrors
from tests.e2e.pair_of_phones import CASE, forgive_cut_requests, lose_signal, pair


def test_a_phone_taken_out_without_a_signal_is_out_at_the_first_one_and_gets_nothing_new(
    new_phone: NewPhone, console_errors: ConsoleErrors
) -> None:
    forgive_cut_requests(console_errors)
    console_errors.expect(r"status of 404 \(NOT FOUND\) \(.*/api/v1/logs/")
    ana, tablet = new_phone(), new_phone()
    pair(ana, tablet)
    names_tell_them_apart(ana)
    name_it(ana, "Kitchen tablet")
    lose_signal(ana)
    actions.before_the_next_tap(ana)
    row = row_of(ana, "Kitchen tablet")
    row.get_by_role("button", name="Take out").click()
    expect(row).to_contain_text("What it has can still be read there.")
    expect(row).to_contain_text("The app cannot change the keys yet.")
    actions.before_the_next_tap(ana)
    row.get_by_role("button", name="Take it out now").click()
    expect(row).to_contain_text("Not in force until you have a signal.")
    ana.context.set_offline(False)
    expect(row).to_contain_text("Taken out on")
    actions.write_note(ana, "After the tablet left.")
    actions.sent(ana)
    actions.open_screen(tablet, "/more/phones")
    expect(tablet.get_by_role("heading", name="This phone was taken out")).to_be_visible()
    actions.open_screen(tablet, "/journal")
    expect(tablet.get_by_role("heading", level=1)).to_be_visible()
    tablet.wait_for_timeout(3_000)
    expect(tablet.get_by_text("After the tablet left.")).to_have_count(0)
    actions.open_screen(tablet, "/cases")
    expect(tablet.get_by_role("heading", name=CASE)).to_be_visible()


def names_tell_them_apart(page: Page) -> None:
    """Both are of one kind, and nobody has named them yet."""
    actions.open_screen(page, "/more/phones")
    rows = page.get_by_role("list", name="Phones with your cases").get_by_role("listitem")
    expect(rows.locator("bdi")).to_have_text(["Linux computer", "Linux computer 2"])


def row_of(page: Page, name: str) -> Locator:
    return page.get_by_role("list", name="Phones with your cases").get_by_role("listitem").filter(has_text=name)


def name_it(page: Page, name: str) -> None:
    """Gives the other phone a name."""
    actions.open_screen(page, "/more/phones")
    other = page.get_by_role("list", name="Phones with your cases").get_by_role("listitem").filter(has_text="Added")
    other.get_by_role("button", name="Change the name").click()
    field = page.get_by_label("Name of this phone")
    field.fill(name)
    actions.before_the_next_tap(page)
    page.get_by_role("button", name="Done", exact=True).click()
    expect(row_of(page, name)).to_be_visible()
