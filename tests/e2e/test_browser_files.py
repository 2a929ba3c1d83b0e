"""What the browser stores by itself about open pages contains no typed word and no name.

Browsers keep addresses, titles and the contents of fields, unsealed, to restore pages after a restart.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable

from playwright.sync_api import Page, expect

from tests import actions, other_phones
from tests.e2e.conftest import NewPhone, Profiles
from tests.e2e.console_errors import ConsoleErrors
from tests.e2e.secret_search import found_in
from tests.harness import Server

CARELESS = ("address", "title", "field", "chosen", "cache")
IN_THE_CASE = ("case", "note", "edited", "deleted", "question", "answer", "medicine", "dose", "often")
AROUND_IT = ("record", "holder", "visitor", "place", "decide", "sayer", "sought")
TYPED = (*IN_THE_CASE, *AROUND_IT)


def test_the_search_finds_what_the_browser_writes_about_a_careless_page(profiles: Profiles, server: Server) -> None:
    marks = markers(CARELESS)
    page = profiles.open("ana", server)
    actions.open_screen(page, "/more/about")
    page.evaluate(BE_CARELESS, list(marks.values()))
    actions.open_screen(page, "/more")
    page.context.close()
    assert found_in(profiles.folder("ana"), marks) == set(CARELESS)


def test_the_browser_writes_nothing_that_was_typed(profiles: Profiles, server: Server) -> None:
    marks = markers(TYPED)
    page = profiles.open("ana", server)
    type_into_every_field(page, marks)
    actions.sent(page)
    page.context.close()
    assert list(profiles.folder("ana").rglob("Sessions/*")) != []
    assert found_in(profiles.folder("ana"), marks) == set()


def test_a_link_leaves_no_code_that_still_works(new_phone: NewPhone, console_errors: ConsoleErrors) -> None:
    """The browser may keep the address of a link that was opened: the page forgets it, and it works once."""
    ana, second, mallory = new_phone(), new_phone(), new_phone()
    actions.start_case(ana, "My knee")
    link = other_phones.offer_phone(ana).link
    follow(second, link)
    other_phones.give(ana, other_phones.number_on(second))
    expect(second.get_by_text("This phone has joined.")).to_be_visible()
    assert second.url.endswith("/pair")
    console_errors.expect("status of 410")
    follow(mallory, link)
    expect(mallory.get_by_role("alert")).to_contain_text("has been used already")


def follow(page: Page, link: str) -> None:
    page.goto(link)
    page.get_by_role("button", name="Bring my cases here").click()


def type_into_every_field(page: Page, marks: dict[str, str]) -> None:
    actions.start_case(page, marks["case"])
    note = actions.write_note(page, marks["note"])
    actions.open_screen(page, note)
    page.get_by_label("Your note").press_sequentially(f" {marks['edited']}")
    actions.saved(page)
    actions.write_note(page, marks["deleted"])
    page.get_by_role("button", name="Delete", exact=True).click()
    actions.write_question(page, marks["question"])
    page.get_by_label("What the doctor said").fill(marks["answer"])
    actions.saved(page)
    actions.add_medicine(page, marks["medicine"], marks["dose"], marks["often"])
    actions.add_record(page, marks["record"], marks["holder"])
    actions.add_visit(page, marks["visitor"], marks["place"], "2031-12-03T10:30")
    actions.open_screen(page, note)
    page.get_by_label("Belongs to a visit").select_option(index=1)
    actions.saved(page)
    actions.open_screen(page, "/case/decide-by")
    page.get_by_label(re.compile("own words")).fill(marks["decide"])
    page.get_by_label("Who said it?").fill(marks["sayer"])
    actions.saved(page)
    actions.open_screen(page, "/search")
    page.get_by_role("searchbox").fill(marks["sought"])
    actions.open_screen(page, "/")


def markers(names: Iterable[str]) -> dict[str, str]:
    """Words that occur nowhere else, by the place where they are written."""
    return {name: f"{name}{secrets.token_hex(8)}" for name in names}


BE_CARELESS = """async ([address, title, field, chosen, cached]) => {
    history.pushState(null, "", `/more/about?${address}`);
    document.title = title;
    document.body.insertAdjacentHTML("beforeend",
        `<textarea id=words></textarea><select id=choice><option>none<option>${chosen}</select>`);
    document.getElementById("words").focus();
    document.execCommand("insertText", false, field);
    document.getElementById("choice").selectedIndex = 1;
    await (await caches.open("careless")).put("/careless", new Response(cached));
}"""
