"""What is photographed: a scene is an address and, where that is not enough, what a person does there first.

Chapters follow each other on the same phone, each with more in it than the one before.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, expect

CARD = "W1"


def nothing(_page: Page) -> None:
    """The screen as it opens."""


@dataclass(frozen=True)
class Scene:
    """`first_link` goes on to the first entry of the list at `address`, whose id nobody knows beforehand."""

    name: str
    address: str
    do: Callable[[Page], None] = nothing
    first_link: str = ""

    def set(self, page: Page) -> None:
        page.goto(self.address)
        settled(page)
        if self.first_link:
            page.locator(f'main a[href^="{self.first_link}"]').first.click()
            page.wait_for_url(f"**{self.first_link}*")
            settled(page)
        self.do(page)


def settled(page: Page) -> None:
    """Waits until the screen shows what it has, instead of saying that it opens it."""
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text("Opening…")).to_have_count(0)
    expect(page.get_by_text("Opening the guide…")).to_have_count(0)


def name_case(page: Page) -> None:
    page.get_by_label("What is it about?").fill("Mum's left knee")


def click(name: str) -> Callable[[Page], None]:
    return lambda page: page.get_by_role("button", name=name, exact=True).click()


def type_wrong_code(page: Page) -> None:
    page.get_by_label("Code or link").fill("0000-0000-0000-0000-0000-0000-0000")
    expect(page.get_by_text("There is a typing mistake")).to_be_visible()


def show_code(page: Page) -> None:
    page.get_by_role("button", name="Add another phone").click()
    expect(page.locator(".pair-code")).to_be_visible()


def delete_note(page: Page) -> None:
    page.get_by_role("button", name="Delete", exact=True).click()
    page.wait_for_url("**/journal")
    settled(page)


def search(words: str) -> Callable[[Page], None]:
    def do(page: Page) -> None:
        page.get_by_role("searchbox").fill(words)
        expect(page.get_by_text("found")).to_be_visible()

    return do


def choose_country(page: Page) -> None:
    page.get_by_label("United Kingdom").check()


def open_all_stages(page: Page) -> None:
    for summary in page.locator("details:not([open]) > summary").all()[::-1]:
        summary.click()


def write_note(page: Page) -> None:
    page.get_by_label("Your note").press_sequentially("No signal down here. The doctor runs half an hour late.")
    expect(page.locator(".status")).to_contain_text("waiting")


def cannot_share(page: Page) -> None:
    page.get_by_role("button", name="Add another phone").click()
    expect(page.get_by_text("could not be made")).to_be_visible(timeout=30_000)


def bring_cases(page: Page) -> None:
    page.get_by_role("button", name="Bring my cases here").click()
    expect(page.get_by_text("All here").first).to_be_visible(timeout=20_000)


def start_empty_case(page: Page) -> None:
    page.get_by_label("What is it about?").fill("Dad's heart valve")
    page.get_by_role("button", name="Start", exact=True).click()
    page.wait_for_url(lambda url: not url.endswith("/new"))
    settled(page)


BEFORE_A_CASE = (
    Scene("welcome", "/"),
    Scene("no-case-journal", "/journal"),
    Scene("no-case-cases", "/cases"),
    Scene("new-case", "/cases/new", name_case),
    Scene("pair", "/pair"),
    Scene("pair-wrong-code", "/pair", type_wrong_code),
    Scene("no-case-phones", "/more/phones"),
    Scene("help-no-country", "/help"),
    Scene("country", "/more/country", choose_country),
    Scene("help", "/help"),
)
EMPTY_CASE = (
    Scene("empty-case", "/cases/new", start_empty_case),
    Scene("empty-journal", "/journal"),
    Scene("empty-questions", "/case/questions"),
    Scene("empty-records", "/case/records"),
    Scene("empty-medicines", "/case/medicines"),
    Scene("empty-visits", "/case/consultations"),
    Scene("empty-decide-by", "/case/decide-by"),
    Scene("empty-deleted", "/journal/deleted"),
)
FULL_CASE = (
    Scene("case", "/"),
    Scene("case-all-stages", "/", open_all_stages),
    Scene("cases", "/cases"),
    Scene("journal", "/journal"),
    Scene("journal-search", "/journal", search("knee")),
    Scene("new-note", "/journal/note/new"),
    Scene("note", "/journal", first_link="/journal/note/"),
    Scene("questions", "/case/questions"),
    Scene("questions-order", "/case/questions", click("Change the order")),
    Scene("question", "/case/questions", first_link="/case/questions/"),
    Scene("records", "/case/records"),
    Scene("record", "/case/records", first_link="/case/records/"),
    Scene("medicines", "/case/medicines"),
    Scene("medicine", "/case/medicines", first_link="/case/medicines/"),
    Scene("visits", "/case/consultations"),
    Scene("visit", "/case/consultations", first_link="/case/consultations/"),
    Scene("decide-by", "/case/decide-by"),
    Scene("guide", "/guide"),
    Scene("guide-section", "/guide/section/prepare"),
    Scene("guide-card", f"/guide/card/{CARD}"),
    Scene("guide-card-figure", "/guide/card/C2"),
    Scene("guide-search", "/guide/search", search("records")),
    Scene("guide-no-card", "/guide/card/Z9"),
    Scene("more", "/more"),
    Scene("display", "/more/display"),
    Scene("storage", "/more/storage"),
    Scene("about", "/more/about"),
    Scene("phones", "/more/phones"),
    Scene("phones-code", "/more/phones", show_code),
    Scene("not-here", "/nowhere"),
    Scene("note-deleted", "/journal", delete_note, first_link="/journal/note/"),
    Scene("deleted", "/journal/deleted"),
)
NO_SIGNAL = (
    Scene("offline-note", "/journal/note/new", write_note),
    Scene("offline-journal", "/journal"),
    Scene("offline-pair", "/more/phones", cannot_share),
)


def arrival(link: str) -> tuple[Scene, ...]:
    """The cases of another phone come to this one."""
    address = link[link.index("/pair#") :]
    return Scene("pair-link", address), Scene("pair-arrived", address, bring_cases)
