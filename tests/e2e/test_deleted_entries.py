"""Notes lead to what was deleted, once there is any: a new case is not asked to look at an empty list."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests import actions


def test_the_notes_lead_to_deleted_entries_only_when_there_are_some(ana: Page) -> None:
    actions.start_case(ana, "My left knee")
    note = actions.write_note(ana, "Dr Osei advises an operation.")
    actions.open_screen(ana, "/journal")
    expect(ana.get_by_text("Dr Osei advises an operation.")).to_be_visible()
    link = ana.get_by_role("link", name="Deleted entries")
    expect(link).to_have_count(0)
    actions.open_screen(ana, note)
    ana.get_by_role("button", name="Delete").click()
    actions.saved(ana)
    actions.open_screen(ana, "/journal")
    link.click()
    expect(ana.get_by_role("heading", level=1)).to_have_text("Deleted")
    expect(ana.get_by_text("Dr Osei advises an operation.")).to_be_visible()
