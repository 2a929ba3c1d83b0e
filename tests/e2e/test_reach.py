"""One tap calls a doctor or opens their address in the phone's map app, wherever number and address are shown."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Locator, Page, Request, expect

from tests import actions
from tests.e2e.conftest import NewPhone

ANDROID = "Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1"
TYPED, DIALLED = "020 7946 0018", "tel:02079460018"
MAPS = {ANDROID: "geo:0,0?q=Lake%20Hospital", IPHONE: "maps://?q=Lake%20Hospital"}


def call(page: Page) -> Locator:
    return page.get_by_role("main").get_by_role("link", name=re.compile("^Call"))


def on_map(page: Page) -> Locator:
    return page.get_by_role("main").get_by_role("link", name="Open in your map app")


def sheet(page: Page, name: str) -> str:
    fields = {"Name": name, "Where do they work?": "Lake Hospital", "Phone": TYPED}
    return actions.add_entry(page, "/case/doctors", "Add a doctor", fields)


@pytest.mark.parametrize("agent", [ANDROID, IPHONE], ids=["android", "iphone"])
def test_a_doctor_is_called_and_found_from_the_sheet_the_table_the_visit_and_the_day_of_it(
    new_phone: NewPhone, agent: str
) -> None:
    page = new_phone(user_agent=agent)
    actions.start_case(page, "My left knee")
    sheet(page, "Dr Osei")
    of_sheet = sheet(page, "Dr Lindqvist")
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("request", note)
    actions.open_screen(page, of_sheet)
    leads_there(page, agent)
    page.get_by_role("button", name="Write down a visit with").click()
    expect(page.get_by_label("Where?")).to_have_value("Lake Hospital")
    leads_there(page, agent)
    when = datetime.now().astimezone() + timedelta(hours=2)
    page.get_by_label("When?").fill(when.strftime("%Y-%m-%d"))
    actions.saved(page)
    actions.open_screen(page, "/")
    leads_there(page, agent)

    actions.open_screen(page, "/case/doctors/side-by-side")
    table = page.get_by_role("table")
    expect(table.get_by_role("link", name=TYPED).first).to_have_attribute("href", DIALLED)
    expect(table.get_by_role("link", name="Lake Hospital").first).to_have_attribute("href", MAPS[agent])
    assert asked, "the app itself was asked for"
    assert [url for url in asked if "Lake" in url or "7946" in url] == []


def leads_there(page: Page, agent: str) -> None:
    expect(call(page)).to_have_attribute("href", DIALLED)
    expect(on_map(page)).to_have_attribute("href", MAPS[agent])


def test_no_call_is_offered_for_words_and_no_map_where_no_map_app_listens(new_phone: NewPhone) -> None:
    page = new_phone(user_agent="Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36")
    actions.start_case(page, "My left knee")
    actions.open_screen(page, sheet(page, "Dr Osei"))
    expect(call(page)).to_have_attribute("href", DIALLED)
    expect(on_map(page)).to_have_count(0)
    page.get_by_role("link", name="Edit").click()
    page.get_by_label("Phone", exact=True).fill("ask at the front desk")
    page.get_by_role("button", name="Done").click()
    expect(page.get_by_role("main")).to_contain_text("ask at the front desk")
    expect(call(page)).to_have_count(0)
