"""What is photographed: a scene is an address and, where that is not enough, what a person does there first.

Chapters follow each other on the same phone, each with more data than the one before. An address may name an entry of
the demo case by its key in the story: /case/records/{mri}.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from playwright.sync_api import Page, expect

CARD = "W1"


def nothing(_page: Page) -> None:
    """The screen as it opens."""


@dataclass(frozen=True)
class Scene:
    name: str
    address: str
    do: Callable[[Page], None] = nothing

    def set(self, page: Page, ids: Mapping[str, str]) -> None:
        page.goto(self.address.format_map(ids))
        settled(page)
        self.do(page)


def settled(page: Page) -> None:
    """Waits until the screen shows its content, instead of saying that it is opening."""
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text("Opening…")).to_have_count(0)
    expect(page.get_by_text("Opening the guide…")).to_have_count(0)


def name_case(page: Page) -> None:
    page.get_by_label("What is it about?").fill("Mum's left knee")


def click(name: str) -> Callable[[Page], None]:
    return lambda page: page.get_by_role("button", name=name, exact=True).click()


def see_example(page: Page) -> None:
    click("See an example")(page)
    expect(page.get_by_role("region", name="An example")).to_be_visible()
    settled(page)


def open_handle(page: Page) -> None:
    page.get_by_role("button", name=re.compile("^Move: ")).last.click()


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


def search_in_vain(page: Page) -> None:
    page.get_by_role("searchbox").fill("zebra")
    expect(page.get_by_text("Nothing found")).to_be_visible()


def choose_country(page: Page) -> None:
    page.get_by_label("England").check()


def write_note(page: Page) -> None:
    page.get_by_label("Your note").press_sequentially("No signal down here. The doctor runs half an hour late.")
    expect(page.locator(".status")).to_contain_text("waiting")


def cannot_share(page: Page) -> None:
    page.get_by_role("button", name="Add another phone").click()
    expect(page.get_by_text("could not be made")).to_be_visible()


def bring_cases(page: Page) -> None:
    page.get_by_role("button", name="Bring my cases here").click()
    expect(page.get_by_text("All here").first).to_be_visible()


def start_empty_case(page: Page) -> None:
    page.get_by_label("What is it about?").fill("Dad's heart valve")
    page.get_by_role("button", name="Start", exact=True).click()
    page.wait_for_url(lambda url: not url.endswith("/new"))
    settled(page)


BEFORE_A_CASE = (
    Scene("welcome", "/"),
    Scene("example", "/", see_example),
    Scene("begin", "/begin"),
    Scene("begin-visit", "/begin/soon"),
    Scene("begin-helping", "/begin/helping"),
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
    Scene("empty-visits", "/case/visits"),
    Scene("empty-decide-by", "/case/decide-by"),
    Scene("empty-reasons", "/case/reasons"),
    Scene("empty-letter", "/case/letters/new"),
    Scene("empty-health", "/case/health"),
    Scene("empty-show", "/case/show"),
    Scene("empty-summary", "/case/summary/any"),
    Scene("empty-doctors", "/case/doctors"),
    Scene("empty-side-by-side", "/case/doctors/side-by-side"),
    Scene("empty-companions", "/case/companions"),
    Scene("empty-seen", "/case/seen"),
    Scene("empty-opinions", "/case/opinions"),
    Scene("empty-compare", "/case/compare"),
    Scene("empty-decide", "/case/decide"),
    Scene("empty-tasks", "/case/tasks"),
    Scene("empty-timeline", "/case/timeline"),
    Scene("empty-deleted", "/journal/deleted"),
)
FULL_CASE = (
    Scene("today", "/"),
    Scene("papers", "/papers"),
    Scene("cases", "/cases"),
    Scene("journal", "/journal"),
    Scene("new-note", "/journal/note/new"),
    Scene("note", "/journal/note/{note}"),
    Scene("reasons", "/case/reasons"),
    Scene("reasons-result", "/case/reasons/result"),
    Scene("rights", "/case/rights"),
    Scene("questions", "/case/questions"),
    Scene("questions-order", "/case/questions", open_handle),
    Scene("question", "/case/questions/{pain}"),
    Scene("question-bank", "/case/questions/bank"),
    Scene("records", "/case/records"),
    Scene("record", "/case/records/{x-ray}"),
    Scene("record-form", "/case/records/{x-ray}?edit"),
    Scene("records-usual", "/case/records/usual"),
    Scene("new-letter", "/case/letters/new"),
    Scene("letter", "/case/letters/{letter}"),
    Scene("letter-form", "/case/letters/{letter}?edit"),
    Scene("letter-shown", "/case/letters/{letter}?show"),
    Scene("letter-reminder", "/case/letters/{letter}/reminder"),
    Scene("health", "/case/health"),
    Scene("condition", "/case/conditions/{pressure}"),
    Scene("allergy", "/case/allergies/{penicillin}"),
    Scene("symptom", "/case/symptoms/{swelling}"),
    Scene("show", "/case/show"),
    Scene("summaries", "/case/summary"),
    Scene("summary", "/case/summary/{osei-2}"),
    Scene("summary-form", "/case/summary/{osei-2}?edit"),
    Scene("medicines", "/case/medicines"),
    Scene("medicine", "/case/medicines/{tablet}"),
    Scene("doctors", "/case/doctors"),
    Scene("doctor", "/case/doctors/{candidate}"),
    Scene("side-by-side", "/case/doctors/side-by-side"),
    Scene("visits", "/case/visits"),
    Scene("visit", "/case/visits/{osei-2}"),
    Scene("visit-over", "/case/visits/{lindqvist}"),
    Scene("visit-before", "/case/visits/{osei-2}/before"),
    Scene("visit-after", "/case/visits/{lindqvist}/after"),
    Scene("visit-room", "/case/visits/{osei-2}/during"),
    Scene("visit-room-first-words", "/case/visits/{lindqvist}/during?at=opening"),
    Scene("visit-room-list", "/case/visits/{osei-2}/during?at=list"),
    Scene("companions", "/case/companions"),
    Scene("helping", "/case/helping"),
    Scene("seen", "/case/seen"),
    Scene("seen-by-one", "/case/seen/{physio}/{lindqvist}"),
    Scene("opinions", "/case/opinions"),
    Scene("opinion", "/case/opinions/{from-lindqvist}"),
    Scene("compare", "/case/compare"),
    Scene("compare-after", "/case/compare/after"),
    Scene("compare-all", "/case/compare/all"),
    Scene("decide", "/case/decide"),
    Scene("decide-options", "/case/decide/options"),
    Scene("decide-decision", "/case/decide/decision"),
    Scene("option", "/case/options/{operation}"),
    Scene("option-waiting", "/case/options/waiting"),
    Scene("decision", "/case/decisions/{exercises-first}"),
    Scene("tasks", "/case/tasks"),
    Scene("contacts", "/case/contacts"),
    Scene("task", "/case/tasks/{report}"),
    Scene("timeline", "/case/timeline"),
    Scene("decide-by", "/case/decide-by"),
    Scene("guide", "/guide"),
    Scene("guide-section", "/guide/section/prepare"),
    Scene("guide-card", f"/guide/card/{CARD}"),
    Scene("guide-card-figure", "/guide/card/C2"),
    Scene("search", "/search"),
    Scene("search-found", "/search", search("knee")),
    Scene("search-tablets", "/search", search("tablets")),
    Scene("search-nothing", "/search", search_in_vain),
    Scene("guide-no-card", "/guide/card/Z9"),
    Scene("more", "/more"),
    Scene("display", "/more/display"),
    Scene("storage", "/more/storage"),
    Scene("about", "/more/about"),
    Scene("phones", "/more/phones"),
    Scene("phones-code", "/more/phones", show_code),
    Scene("not-here", "/nowhere"),
    Scene("note-deleted", "/journal/note/{note}", delete_note),
    Scene("deleted", "/journal/deleted"),
)
NO_SIGNAL = (
    Scene("offline-note", "/journal/note/new", write_note),
    Scene("offline-journal", "/journal"),
    Scene("offline-pair", "/more/phones", cannot_share),
)


def arrival(link: str) -> tuple[Scene, ...]:
    """The cases of another phone arrive on this one."""
    address = link[link.index("/pair#") :]
    return Scene("pair-link", address), Scene("pair-arrived", address, bring_cases)
