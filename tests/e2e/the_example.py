"""What stories of the example share: opening it, looking around, writing, and what the page keeps and sends."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, Request, expect

from tests import actions
from tests.e2e.filled_case import go
from tests.e2e.users import User

CASE = "My knee"
TYPED = "Zebras kneel in the garden."
OF_BEN = "She bent both knees and took her time."

# All that the page keeps but the files of the app, with its keys
KEPT = """async () => {
    const asked = (request) => new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
    const kept = [JSON.stringify(Object.entries(localStorage).sort())];
    for (const { name } of await indexedDB.databases()) {
        const database = await asked(indexedDB.open(name));
        for (const store of database.objectStoreNames) {
            const keys = await asked(database.transaction(store).objectStore(store).getAllKeys());
            kept.push(`${name} ${store}: ${JSON.stringify(keys)}`);
        }
        database.close();
    }
    return kept;
}"""


class Sent:
    """What the phone has asked the server for, but for files and guidance."""

    def __init__(self, page: Page) -> None:
        self.calls: list[str] = []
        page.context.on("request", self._on_request)

    def _on_request(self, request: Request) -> None:
        if re.search(r"/api/v1/(?!content)", request.url):
            self.calls.append(f"{request.method} {request.url}")


def kept(page: Page) -> list[str]:
    found: list[str] = page.evaluate(KEPT)
    return found


def line(page: Page) -> Locator:
    return page.get_by_role("region", name="An example")


def is_in_the_example(page: Page) -> None:
    expect(line(page)).to_be_in_viewport()
    expect(line(page)).to_contain_text("not your case. Nothing is kept.")
    expect(actions.status(page)).to_have_count(0)


def open_example(user: User) -> None:
    user.press("See an example")
    user.is_at(CASE)
    is_in_the_example(user.page)


def look_around(user: User) -> None:
    """Today, the notes, the papers, the room, the search and the guide."""
    page = user.page
    user.sees("Tomorrow")
    user.sees("3 questions go along.")
    user.sees("12 days left")
    user.press("In the room")
    user.press("Go to the first question")
    user.sees("Question 1 of 3")
    user.write("What the doctor says", "It depends on the pain.")
    is_in_the_example(page)
    user.press("Answered, next")
    user.sees("Question 2 of 3")
    user.back()
    user.tool("/case/compare")
    for finding in ("A torn meniscus.", "A torn meniscus, and some wear."):
        user.sees(finding)
    is_in_the_example(page)
    user.tool("/case/opinions")
    user.sees("Dr Second")
    user.press("Guide", page.get_by_role("navigation"))
    user.press("Prepare", page.get_by_role("main"))
    is_in_the_example(page)


def write_a_note(user: User) -> None:
    user.press("Notes", user.page.get_by_role("navigation"))
    user.sees(OF_BEN)
    user.press("Write a note")
    user.write("Your note", TYPED)
    is_in_the_example(user.page)
    user.back()
    user.sees(TYPED)
    assert_finds(user, "Zebras")
    assert_finds(user, "took her time")


def assert_finds(user: User, words: str, count: int = 1) -> None:
    go(user.page, "/search")
    user.page.get_by_role("searchbox").fill(words)
    expect(user.page.get_by_role("main").get_by_role("status")).not_to_have_text("")
    expect(user.page.get_by_role("region", name="In your case").get_by_role("link")).to_have_count(count)
