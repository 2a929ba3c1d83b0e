"""Who has seen what: a blank box means not ticked, not “not seen”; doctors have seen what they made themselves."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests import actions

OSEI, LINDQVIST = "Dr Osei", "Dr Lindqvist"


def test_f1_the_maker_has_a_record_and_a_blank_box_is_only_not_ticked(ana: Page) -> None:
    two_doctors(ana)
    actions.open_screen(ana, "/case/seen")
    expect(cell(ana, "MRI scan", OSEI)).to_contain_text("they have it")
    expect(cell(ana, "MRI scan", LINDQVIST)).to_contain_text("not ticked")
    main = ana.get_by_role("main")
    expect(main).to_contain_text(re.compile(f"Not ticked yet for .?{OSEI}.?: the list of medicines"))
    expect(main).to_contain_text(re.compile(f"Not ticked yet for .?{LINDQVIST}.?: .?MRI scan"))
    expect(main).not_to_contain_text("has not seen")
    cell(ana, "MRI scan", OSEI).click()
    expect(main).to_contain_text(re.compile(f"By your notes, .?{OSEI}.? or their clinic has this record"))
    expect(ana.get_by_label("Not ticked yet")).to_be_checked()
    ana.get_by_label("Yes, I gave it").check()
    expect(main).not_to_contain_text("or their clinic has this record")


def test_f1_compare_speaks_of_the_notes_and_asks_to_complete_them(ana: Page) -> None:
    for visit in two_doctors(ana):
        write_opinion(ana, visit)
    actions.open_screen(ana, "/case/compare/after")
    note = ana.get_by_role("region", name="By your notes, they did not see the same things.")
    expect(ana.get_by_text("Different opinions do not mean that one is wrong.")).to_be_visible()
    expect(note).to_have_count(0)
    actions.open_screen(ana, "/case/seen")
    cell(ana, "Medicines list", OSEI).click()
    ana.get_by_label("Yes, I gave it").check()
    actions.saved(ana)
    actions.open_screen(ana, "/case/compare/after")
    expect(note).to_contain_text(re.compile(f"Noted only for .?{OSEI}.?: the list of medicines"))
    expect(note).not_to_contain_text("MRI")
    expect(note).to_contain_text("“Not ticked” does not mean “not seen”. Tick what each doctor has seen.")
    note.get_by_role("link", name="Tick who has seen what").click()
    expect(ana.get_by_role("heading", level=1)).to_have_text("Who has seen what")


def test_f1_what_is_on_the_page_for_a_doctor_can_be_ticked_from_there(ana: Page) -> None:
    two_doctors(ana)
    actions.add_entry(ana, "/case/health", "Add an allergy", {"What are you allergic to?": "Penicillin"})
    actions.open_screen(ana, "/case/summary")
    ana.get_by_role("link", name="For any doctor").click()
    ana.get_by_role("link", name="Edit", exact=True).click()
    ana.get_by_text("What is on the page", exact=False).first.click()
    actions.before_the_next_tap(ana)
    ana.get_by_role("link", name="Who has seen what").click()
    expect(cell(ana, "Illnesses, allergies and symptoms", LINDQVIST)).to_contain_text("not ticked")


def two_doctors(page: Page) -> tuple[str, str]:
    """A scan that the first doctor's clinic made, and no box ticked. Returns the addresses of the two visits."""
    actions.start_case(page, "My left knee")
    first = actions.add_visit(page, OSEI, "City Clinic, room 12", "2026-10-08T09:00")
    second = actions.add_visit(page, LINDQVIST, "Lake Hospital", "2026-11-03T10:30")
    actions.add_record(page, "MRI scan", "City Clinic", "I have it")
    return first, second


def write_opinion(page: Page, visit: str) -> None:
    actions.open_screen(page, f"{visit}/advised")
    page.get_by_label("Diagnosis", exact=True).fill("A torn meniscus")
    actions.saved(page)


def cell(page: Page, thing: str, doctor: str) -> Locator:
    """The box of the table in the row of the thing and the column of the doctor, who is chosen first."""
    page.get_by_role("group", name="Which doctor?").get_by_label(doctor).check()
    return page.get_by_role("link", name=re.compile(rf"^.?{thing}.?, .?{doctor}"))
