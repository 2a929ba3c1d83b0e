"""What a person does with the app, one function for each step. Elements are found the way a screen reader finds them.

Every step waits until the screen shows that it is done. Must not use anything behind the screen.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from playwright.sync_api import Locator, Page, expect

SAVED = "Saved"
TIME = "What time, if you know it?"
# What is added by typing into the last row of its list
OPEN_TO_READ = ("Add a medicine", "Add a record")
IN_PLACE = ("Add a question", "Add a medicine", "Add a record", "Add an option", "Add someone to call")


def status(page: Page) -> Locator:
    """The quiet line under the title."""
    return page.get_by_role("region", name="Saved and sent")


def trouble(page: Page) -> Locator:
    """What is wrong and what to do, above the buttons; it is announced as well."""
    return page.get_by_role("region", name="What to do here")


def start_case(page: Page, name: str) -> None:
    """Works from any screen; ends on the new case's own screen."""
    page.goto("/cases/new")
    page.get_by_label("What is it about?").fill(name)
    page.get_by_role("button", name="Start", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def before_the_next_tap(page: Page) -> None:
    """Waits as long as a person would. The app ignores a second tap at the same place that comes sooner."""
    page.wait_for_timeout(600)


def write_note(page: Page, text: str) -> str:
    """Types a note and waits until it is saved. Returns the note's address."""
    open_screen(page, "/journal/note/new")
    page.get_by_label("Your note").press_sequentially(text)
    return saved(page)


def write_question(page: Page, text: str) -> str:
    open_screen(page, "/case/questions")
    add_in_place(page, "Add a question", text)
    return saved(page)


def add_medicine(page: Page, name: str, dose: str = "", how_often: str = "") -> str:
    open_screen(page, "/case/medicines")
    add_in_place(page, "Add a medicine", name)
    page.get_by_label("Dose").fill(dose)
    page.get_by_label("How often").fill(how_often)
    return saved(page)


def add_record(page: Page, what: str, holder: str = "", status: str = "Still to ask for") -> str:
    open_screen(page, "/case/records")
    add_in_place(page, "Add a record", what)
    page.get_by_label("Who has it?").fill(holder)
    page.get_by_label(status).check()
    return saved(page)


def add_visit(page: Page, who: str, where: str = "", when: str = "") -> str:
    """`when` as YYYY-MM-DDTHH:MM on the phone's own clock, or a day alone."""
    open_screen(page, "/case/visits")
    page.get_by_role("button", name="Add a visit").click()
    page.get_by_label("Who will you see?").fill(who)
    day, _, clock = when.partition("T")
    page.get_by_label("When?", exact=True).fill(day)
    page.get_by_label(TIME).fill(clock)
    page.get_by_label("Where?").fill(where)
    return saved(page)


def add_entry(page: Page, address: str, button: str, words_by_label: Mapping[str, str]) -> str:
    """Adds an entry of any kind on the screen that lists them, and types into its fields."""
    open_screen(page, address)
    if button in IN_PLACE:
        add_in_place(page, button, next(iter(words_by_label.values())))
    else:
        page.get_by_role("button", name=button, exact=True).click()
    for label, words in words_by_label.items():
        unfolded(page.get_by_role("main").get_by_label(label, exact=True).last).fill(words)
    return saved(page)


def add_in_place(page: Page, label: str, words: str) -> None:
    """Types the entry into the last row of its list, and opens the form of what Return made of it."""
    expect(last_row(page, label)).to_be_visible()
    before = entries_in(page)
    put_on_list(page, label, words)
    [made] = entries_in(page) - before
    page.get_by_role("main").locator(f"a[href='{made}']").click()
    expect(last_row(page, label)).to_have_count(0)
    if label in OPEN_TO_READ:
        before_the_next_tap(page)
        page.get_by_role("link", name="Edit", exact=True).click()


def unfolded(field: Locator) -> Locator:
    """The field, once the part of the form that holds it is open."""
    field.wait_for(state="attached")
    fold = field.locator("xpath=ancestor::details[not(@open)]")
    if fold.count() > 0:
        fold.locator("> summary").click()
    return field


def entries_in(page: Page) -> set[str]:
    """The addresses of the entries that the screen lists."""
    links = page.get_by_role("main").get_by_role("link").evaluate_all("(all) => all.map((one) => one.pathname)")
    return {address for address in links if re.search(r"/[0-9a-f]{32}$", address)}


def put_on_list(page: Page, label: str, words: str) -> None:
    """Types into the last row of a list and presses Return; the row is then ready for the next entry."""
    field = last_row(page, label)
    field.press_sequentially(words)
    field.press("Enter")
    expect(field).to_have_value("")


def last_row(page: Page, label: str) -> Locator:
    return page.get_by_role("main").get_by_role("textbox", name=label, exact=True)


def saved(page: Page) -> str:
    """Waits until what was just typed is stored. Returns the address, which is the entry's own by then."""
    expect(status(page)).to_contain_text(SAVED)
    return path_of(page)


def sent(page: Page) -> None:
    """Waits until the server has acknowledged everything."""
    expect(status(page)).to_contain_text(re.compile(r"Synced \d"))


def open_screen(page: Page, address: str) -> None:
    """Opens an address as a link or a bookmark would, once everything is stored, and waits for its heading."""
    expect(status(page).get_by_text("Saving…")).to_have_count(0)
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def ready_for_offline(page: Page) -> None:
    """Waits until the app says that all of it is on this phone."""
    open_screen(page, "/more/storage")
    expect(page.get_by_text("Ready for offline", exact=True)).to_be_visible()


def open_form(page: Page, entry: str) -> None:
    """The form of an entry that opens as a page to read."""
    open_screen(page, f"{entry}?edit")


def fill_date(page: Page, label: str, known: str) -> None:
    """Types what is known of a date into its boxes: YYYY-MM-DD, YYYY-MM or YYYY."""
    boxes = page.get_by_role("group", name=label)
    for name, part in zip(("Year", "Month", "Day"), [*known.split("-"), "", ""], strict=False):
        boxes.get_by_label(name, exact=True).fill(part)


def path_of(page: Page) -> str:
    path: str = page.evaluate("location.pathname")
    return path
