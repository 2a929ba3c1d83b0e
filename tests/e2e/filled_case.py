"""A case with something on every screen, so that a test sees the screens as a person does.

It is written by another phone and brought to this one, as `make seed` does: it contains every kind of entry.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from playwright.sync_api import Page, expect

from tests import actions, other_phones
from tests.e2e.addresses import addresses
from tests.seed.story import story
from tests.seed.writer import write

# The entry of the story that fills the placeholder in each screen's address.
KEY_BY_PLACE = {
    "/journal/note": "note",
    "/case/questions": "pain",
    "/case/records": "mri",
    "/case/letters": "letter",
    "/case/medicines": "tablet",
    "/case/conditions": "pressure",
    "/case/allergies": "penicillin",
    "/case/symptoms": "swelling",
    "/case/doctors": "candidate",
    "/case/visits": "lindqvist",
    "/case/summary": "osei-2",
    "/case/opinions": "from-lindqvist",
    "/case/options": "operation",
    "/case/decisions": "exercises-first",
    "/case/tasks": "report",
    "/case/contacts": "ward",
    "/case/seen": "mri",
    "/case/seen/:item": "lindqvist",
}
# What opens as a page to read, and has its form and its full-screen view besides
PAPERS = (
    "/case/records",
    "/case/letters",
    "/case/medicines",
    "/case/conditions",
    "/case/allergies",
    "/case/symptoms",
    "/case/doctors",
    "/case/visits",
    "/case/summary",
    "/case/opinions",
    "/case/decisions",
)
# Where the placeholder is one step of several
STEPS = {"/case/compare": "recommended", "/case/reasons": "result", "/case/decide": "options"}
OTHER_STEPS = tuple(f"/case/reasons/{step}" for step in ("own", "words", "questions", "answer"))
GUIDE = {"/guide/section": "rights", "/guide/card": "R2"}


def fill(page: Page) -> list[str]:
    """Returns the address of every screen, each with something to show."""
    ids = bring(page, "knee")
    actions.open_screen(page, "/more/country")
    page.get_by_label("England").check()
    return [*screens(ids), "/nowhere"]


def screens(ids: Mapping[str, str]) -> list[str]:
    """The address of every screen of the app, for the case of that story."""
    id_by_place = {place: ids[key] for place, key in KEY_BY_PLACE.items()}
    views = [f"{place}/{id_by_place[place]}{view}" for place in PAPERS for view in ("?edit", "?show")]
    return [*addresses({**id_by_place, **STEPS, **GUIDE}), *OTHER_STEPS, *views]


def bring(page: Page, name: str) -> Mapping[str, str]:
    """Brings a demo case to this phone, which had none. Returns the entries' ids by the keys of the story."""
    return bring_story(page, story(name, today=datetime.now().astimezone().date()))


def bring_story(page: Page, told: dict[str, Any]) -> Mapping[str, str]:
    actions.open_screen(page, "/")
    offer = write(told, page.evaluate("location.origin"))
    other_phones.join_by_code(page, offer.code)
    expect(page.get_by_text("All here").first).to_be_visible()
    page.get_by_role("link", name="Open your case").click()
    expect(page.locator("ol.stages")).to_be_visible()
    return offer.ids[0]


def go(page: Page, address: str) -> None:
    """Goes to another screen as a link inside the app does, without reloading the page; returns when it is shown."""
    page.evaluate(
        """(to) => {
            // Where one stands already, nothing is drawn anew.
            if (location.pathname + location.search !== to) document.querySelector("h1").dataset.left = "";
            const link = Object.assign(document.createElement("a"), { href: to });
            document.body.append(link);
            link.click();
            link.remove();
        }""",
        address,
    )
    page.wait_for_function("() => document.querySelector('h1:not([data-left])') !== null")
    assert actions.path_of(page) == address.partition("?")[0]
