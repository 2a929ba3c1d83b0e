"""The whole way by keyboard alone: from the welcome to a case, a note, a ticked question, a card and help."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests import actions
from tests.e2e.filled_case import fill, go
from tests.e2e.keyboard import tab_to

# Fields that exist to be typed into, so they have the focus at once.
BEGIN_IN_A_FIELD = {"/search", "/cases/new", "/journal/note/new"}


def follow(page: Page, name: str | re.Pattern[str], heading: str | re.Pattern[str]) -> None:
    """Follows a link or a button with Enter; ends on the screen of that heading."""
    link, button = page.get_by_role("link", name=name), page.get_by_role("button", name=name)
    tab_to(page, link.or_(button).first)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)


def test_the_whole_way_without_a_pointer(ana: Page) -> None:
    actions.open_screen(ana, "/")
    follow(ana, "I was just told something big", "What were you told?")
    tab_to(ana, ana.get_by_label("What is it about?"))
    ana.keyboard.type("My left knee")
    follow(ana, "Next", "When is your next visit?")
    follow(ana, re.compile("^Skip$"), "Which country are you in?")
    follow(ana, re.compile("^Skip$"), "Three questions to take along")
    follow(ana, re.compile("^Skip$"), "My left knee")

    follow(ana, re.compile("^Notes$"), "Notes")
    follow(ana, "Write a note", "New note")
    ana.keyboard.type("Exercise first, 12 weeks.")
    actions.saved(ana)
    follow(ana, "Back", "Notes")
    expect(ana.get_by_text("Exercise first, 12 weeks.")).to_be_visible()

    follow(ana, re.compile("^Today$"), "My left knee")
    follow(ana, re.compile("^Prepare"), "My papers")
    follow(ana, re.compile("^Questions"), "Questions")
    tab_to(ana, actions.last_row(ana, "Add a question"))
    ana.keyboard.type("May I drive?")
    ana.keyboard.press("Enter")
    follow(ana, "May I drive?", re.compile("^Question: .*May I drive"))
    tab_to(ana, ana.get_by_role("checkbox", name=re.compile("^Answered")))
    ana.keyboard.press("Space")
    expect(ana.get_by_role("checkbox")).to_be_checked()
    actions.saved(ana)

    follow(ana, re.compile("^Guide$"), "Guide")
    section = ana.get_by_role("main").get_by_role("listitem").get_by_role("link").first
    follow(ana, section.inner_text().split("\n")[0], section.inner_text().split("\n")[0])
    card = ana.get_by_role("main").get_by_role("listitem").get_by_role("link").first
    follow(ana, card.inner_text().split("\n")[0], card.inner_text().split("\n")[0])
    follow(ana, "Get help now", "Get help now")
    expect(ana.get_by_text("Do not wait for a second opinion")).to_be_visible()


def test_the_focus_goes_to_the_heading_of_each_new_screen(ana: Page) -> None:
    places = fill(ana)
    actions.open_screen(ana, "/nowhere")
    for address in [place for place in places if place != "/nowhere"]:
        go(ana, address)
        wanted = "input, textarea" if address in BEGIN_IN_A_FIELD else "h1"
        ana.wait_for_function("(wanted) => document.activeElement.matches(wanted)", arg=wanted)


def test_the_first_tab_leads_past_the_frame(ana: Page) -> None:
    actions.open_screen(ana, "/guide")
    ana.keyboard.press("Tab")
    expect(ana.get_by_role("link", name="Skip to the page")).to_be_focused()
