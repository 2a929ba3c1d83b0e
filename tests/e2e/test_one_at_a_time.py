"""What is long is asked one thing a screen: comparing, deciding, the reasons. A narrow grid shows one doctor."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests import actions
from tests.e2e.filled_case import bring
from tests.e2e.keyboard import tab_to

ROWS = (
    "Diagnosis",
    "What was advised",
    "What the doctor had seen",
    "What was examined",
    "How sure they are",
    "Other options",
    "How it may help",
    "Risks and side effects",
    "If I wait",
)
GROUPS = ("Doubts, and being understood", "A lot is at stake", "Your options are not clear", "Being heard")
# The guide's nine reasons, in these groups
REASONS = 9


@pytest.fixture
def knee(ana: Page) -> Page:
    bring(ana, "knee")
    return ana


def test_a2_two_opinions_are_compared_one_row_a_screen_with_diagnosis_and_advice_first(knee: Page) -> None:
    actions.open_screen(knee, "/case/compare")
    for at, row in enumerate(ROWS):
        expect(heading(knee)).to_have_text(row)
        expect(heading(knee)).to_be_focused() if at > 0 else None
        expect(knee.get_by_role("img", name=f"Step {at + 1} of {len(ROWS) + 1}")).to_be_visible()
        expect(knee.get_by_role("main").locator(".said-by")).to_have_text(["Dr Osei", "Dr Lindqvist"])
        goes_on(knee, "Next: ")
    expect(heading(knee)).to_have_text("After comparing")
    expect(knee.get_by_role("link", name=re.compile("^Next: "))).to_have_count(0)
    for row in reversed(ROWS):
        goes_on(knee, "Back")
        expect(heading(knee)).to_have_text(row)


def test_a2_only_the_patient_marks_what_is_the_same_and_may_take_it_back(knee: Page) -> None:
    """What the app was never told, it does not say: a row has no mark until somebody sets one."""
    actions.open_screen(knee, "/case/compare/sure")
    choices = knee.get_by_role("group", name=re.compile("is it the same")).get_by_role("button")
    expect(choices).to_have_text(["Same", "Partly", "Different"])
    expect(pressed(knee)).to_have_count(0)
    choices.filter(has_text="Partly").click()
    expect(pressed(knee)).to_have_text("Partly")
    actions.saved(knee)
    actions.open_screen(knee, "/case/compare/all")
    row = knee.get_by_role("row").filter(has=knee.get_by_role("link", name="How sure they are"))
    expect(row).to_contain_text("Partly the same")
    row.get_by_role("link", name="How sure they are").click()
    expect(pressed(knee)).to_have_text("Partly")
    pressed(knee).click()
    expect(pressed(knee)).to_have_count(0)
    actions.saved(knee)
    actions.open_screen(knee, "/case/compare/all")
    expect(row).to_be_visible()
    expect(row).not_to_contain_text("Partly the same")


def test_w1_the_reasons_are_asked_one_group_a_screen(ana: Page) -> None:
    actions.start_case(ana, "My left knee")
    actions.open_screen(ana, "/case/reasons")
    asked = 0
    for group in GROUPS:
        expect(heading(ana)).to_have_text(group)
        boxes = ana.get_by_role("checkbox")
        expect(boxes.first).to_be_visible()
        assert 1 <= boxes.count() <= 3
        asked += boxes.count()
        tab_to(ana, ana.get_by_role("link", name=re.compile("^Next: ")))
        ana.keyboard.press("Enter")
    assert asked == REASONS
    expect(heading(ana)).to_have_text("Something else")
    for title in ("What you can do now", "What you can say", "Questions to ask", "Will you ask for a second opinion?"):
        goes_on(ana, f"Next: {re.escape(title)}")
        expect(heading(ana)).to_have_text(title)
    expect(ana.get_by_role("group", name="Will you ask for a second opinion?")).to_be_visible()


def test_a4_deciding_goes_from_what_matters_to_the_decision(knee: Page) -> None:
    actions.open_screen(knee, "/case/decide")
    for title in ("What matters most to me", "My options", "What is still unclear?", "Who decides"):
        expect(heading(knee)).to_have_text(title)
        expect(knee.get_by_role("link", name="My decision", exact=True)).to_be_visible()
        goes_on(knee, "Next: ")
    expect(heading(knee)).to_have_text("My decision")
    expect(knee.get_by_role("main")).to_contain_text("Exercises first")
    expect(knee.get_by_role("button", name="Write down my decision")).to_be_visible()


@pytest.mark.parametrize("address", ["/case/seen", "/case/doctors/side-by-side"])
def test_c4_a_narrow_grid_shows_one_doctor_at_a_time(knee: Page, address: str) -> None:
    actions.open_screen(knee, address)
    columns = knee.get_by_role("table").get_by_role("columnheader")
    doctors = knee.get_by_role("group", name="Which doctor?").get_by_role("radio")
    expect(columns).to_have_count(2)
    for nth in range(doctors.count()):
        doctors.nth(nth).check()
        name = doctors.nth(nth).evaluate("(radio) => radio.closest('label').textContent")
        expect(columns).to_have_count(2)
        expect(columns.last).to_have_text(name)
    names = doctors.count()
    assert names >= 2
    knee.set_viewport_size({"width": 800, "height": 900})
    expect(doctors).to_have_count(0)
    expect(columns).to_have_count(names + 1)


def test_f1_amber_is_only_what_the_next_visit_still_needs(knee: Page) -> None:
    knee.set_viewport_size({"width": 800, "height": 900})
    actions.open_screen(knee, "/case/seen")
    open_cells = knee.get_by_role("cell").filter(has_text="not ticked")
    amber = knee.locator(".seen-gap")
    expect(amber.first).to_be_visible()
    assert 0 < amber.count() < open_cells.count()
    for label in amber.get_by_role("link").evaluate_all("(all) => all.map((one) => one.ariaLabel)"):
        assert "Dr Osei" in label


def goes_on(page: Page, link: str) -> None:
    actions.before_the_next_tap(page)
    page.get_by_role("link", name=re.compile(f"^{link}")).click()


def heading(page: Page) -> Locator:
    return page.get_by_role("heading", level=1)


def pressed(page: Page) -> Locator:
    return page.get_by_role("main").get_by_role("button", pressed=True)
