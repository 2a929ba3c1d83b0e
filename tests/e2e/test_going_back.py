"""Back to the first doctor with another one's opinion: an opening sentence is offered, and no report is requested."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests import actions


def test_a1_going_back_to_the_first_doctor_has_first_words_of_its_own(ana: Page) -> None:
    actions.start_case(ana, "My left knee")
    actions.open_screen(ana, "/case/visits")
    ana.get_by_role("button", name="Add a visit").click()
    ana.get_by_label("Who will you see?").fill("Dr Osei")
    part = ana.get_by_label("What is this visit?")
    actions.unfolded(part).select_option(label="A second opinion")
    ana.get_by_role("link", name=re.compile("^Before")).click()
    words = ana.get_by_role("group", name="Words you can use")
    expect(words.get_by_role("radio").first).to_be_visible()
    expect(words).to_contain_text("I came for a second opinion.")
    ana.go_back()
    actions.unfolded(part).select_option(label="Back to my first doctor")
    ana.get_by_role("link", name=re.compile("^Before")).click()
    expect(words).to_contain_text("I have had a second opinion. I would like to go through it with you.")
    expect(words).not_to_contain_text("I came for a second opinion.")
    expect(ana.get_by_role("link", name="Read: Talk to your first doctor again")).to_be_visible()
    words.get_by_role("radio", name="I have had a second opinion.").check()
    expect(ana.get_by_label("Or in your own words")).to_have_value(re.compile("^I have had a second opinion"))
