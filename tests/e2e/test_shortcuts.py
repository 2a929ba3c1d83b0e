"""The shortcuts of the app's icon open without a signal and lead where they say, whatever is or is not written yet."""

from __future__ import annotations

import json
import re
from datetime import datetime, timedelta

from playwright.sync_api import Page, expect

from tests import actions
from tests.e2e.conftest import NewServer, Profiles
from tests.harness import Server

ROOM, NOTE = "In the room", "Quick note"


def shortcuts(server: Server) -> dict[str, str]:
    """Address by name, as the phone reads them."""
    return {each["name"]: each["url"] for each in json.loads(server.get("/manifest.json"))["shortcuts"]}


def heading(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


def press(page: Page, name: str) -> None:
    actions.before_the_next_tap(page)
    page.get_by_role("main").get_by_role("link", name=name).click()


def soon() -> str:
    """Within the next minutes, or the last minutes of the day when it is nearly over."""
    now = datetime.now().astimezone()
    then = now + timedelta(minutes=10)
    return (then if then.date() == now.date() else now - timedelta(minutes=10)).strftime("%Y-%m-%dT%H:%M")


def test_the_icon_leads_into_the_room_and_to_a_note_without_a_signal(profiles: Profiles, new_server: NewServer) -> None:
    server = new_server()
    known = shortcuts(server)
    page = profiles.open("ana", server)
    actions.ready_for_offline(page)
    page.context.close()
    server.stop()
    page = profiles.open("ana", server, offline=True)

    # Nothing is written yet: each shows its one next step.
    for name, title in ((ROOM, ROOM), (NOTE, "New note")):
        actions.open_screen(page, known[name])
        heading(page, title)
        expect(page.get_by_role("heading", name="No case yet")).to_be_visible()
        expect(page.get_by_role("main").get_by_role("link")).to_have_text(["Start a case"])

    actions.start_case(page, "My left knee")
    actions.open_screen(page, known[ROOM])
    expect(page.get_by_role("heading", name="No visit in the next 24 hours")).to_be_visible()
    expect(page.get_by_role("main").get_by_role("link")).to_have_text(["Go to your visits"])

    actions.add_visit(page, "Dr Osei", "City Clinic", "2031-12-03T10:30")
    actions.open_screen(page, known[ROOM])
    expect(page.get_by_text("Your next visit: 3 December 2031 at 10:30.")).to_be_visible()
    press(page, "Get ready")
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^Before the visit: .*Dr Osei"))

    visit = actions.add_visit(page, "Dr Lindqvist", "Lake Hospital", soon())
    actions.open_screen(page, known[ROOM])
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Dr Lindqvist"))
    assert actions.path_of(page) == f"{visit}/during"
    actions.before_the_next_tap(page)
    page.get_by_role("link", name="Back", exact=True).click()
    assert actions.path_of(page) == visit


def test_a_quick_note_belongs_to_the_visit_that_goes_on_and_to_none_otherwise(ana: Page, server: Server) -> None:
    address = shortcuts(server)[NOTE]
    actions.start_case(ana, "My left knee")
    now = datetime.now().astimezone()
    actions.add_visit(ana, "Dr Osei", "City Clinic", (now + timedelta(days=9)).strftime("%Y-%m-%dT%H:%M"))
    actions.open_screen(ana, address)
    belongs = ana.get_by_label("Belongs to a visit").locator("option:checked")
    expect(belongs).to_have_text("No visit")
    earlier = now - timedelta(minutes=1)
    began = earlier if earlier.date() == now.date() else now
    actions.add_visit(ana, "Dr Lindqvist", "Lake Hospital", began.strftime("%Y-%m-%dT%H:%M"))
    actions.open_screen(ana, address)
    expect(belongs).to_have_text(re.compile("Dr Lindqvist"))
    ana.get_by_label("Your note").fill("She bent both knees.")
    actions.saved(ana)
    actions.open_screen(ana, "/journal")
    expect(ana.get_by_role("main")).to_contain_text("She bent both knees.")
    expect(ana.get_by_role("heading", level=2, name=re.compile("Dr Lindqvist"))).to_be_visible()
