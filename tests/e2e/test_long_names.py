"""A doctor's name of any length stands whole above the comparison, on the narrowest phone too."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests import doing

ONE_LONG_WORD = "Donaudampfschiff" * 8


def test_a2_a_long_name_is_not_cut_above_the_comparison(ana: Page) -> None:
    doing.start_case(ana, "My left knee")
    for name in ("Dr Osei", ONE_LONG_WORD):
        doing.add_entry(ana, "/case/opinions", "Add what a doctor said", {"Which doctor?": name, "Diagnosis": "Worn"})
    for width in (390, 320):
        ana.set_viewport_size({"width": width, "height": 700})
        doing.open_screen(ana, "/case/compare")
        heading = ana.get_by_role("link", name=ONE_LONG_WORD)
        expect(heading).to_be_visible()
        cell = heading.locator("xpath=..")
        assert cell.evaluate("(cell) => cell.scrollWidth <= cell.clientWidth"), f"cut at {width} pixels"
