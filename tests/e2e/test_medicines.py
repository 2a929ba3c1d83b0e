"""A medicine no longer taken stays in the list and on the page for the doctor, distinct from those still taken."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests import actions


def test_a_stopped_medicine_is_told_apart_in_the_list_and_before_the_doctor(ana: Page) -> None:
    actions.start_case(ana, "My left knee")
    actions.add_medicine(ana, "Amlodipine", "5 mg")
    stopped = actions.add_medicine(ana, "Ibuprofen", "400 mg")
    actions.open_form(ana, stopped)
    ana.get_by_label("What is it for?").fill("knee pain")
    ana.get_by_label("Since when?").fill("2019")
    actions.fill_date(ana, "Stopped on", "2026-11-01")

    actions.open_screen(ana, "/case/medicines")
    for _ in ("the list", "before the doctor"):
        rows = ana.get_by_role("main").get_by_role("listitem")
        expect(rows).to_have_count(2)
        expect(rows.first).to_contain_text("Amlodipine")
        expect(ana.get_by_role("heading", name="No longer taken")).to_be_visible()
        expect(rows.last).to_contain_text("Ibuprofen")
        expect(rows.last).to_contain_text("stopped 1 November 2026 · 400 mg · for knee pain · since 2019")
        actions.open_screen(ana, "/case/show")
