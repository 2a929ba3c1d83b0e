"""A case with something on every screen, so that a look at the screens sees what a person sees."""

from __future__ import annotations

from playwright.sync_api import Page

from tests import doing
from tests.e2e.places import addresses


def fill(page: Page) -> list[str]:
    """Returns the address of every screen, each with something to show."""
    doing.start_case(page, "Mum: the left knee")
    written = [
        doing.write_note(page, "Dr Osei: an operation in January. Let us know by the 14th."),
        doing.write_question(page, "What happens if I wait three months?"),
        doing.add_record(page, "MRI pictures of the left knee", "City Clinic", "Asked for"),
        doing.add_medicine(page, "Amlodipine", "5 mg", "once a day"),
        doing.add_visit(page, "Dr Lindqvist", "Lake Hospital, third floor", "2031-12-03T10:30"),
    ]
    name_a_date(page)
    doing.open_screen(page, "/more/country")
    page.get_by_label("United Kingdom").check()
    ids = dict(address.rsplit("/", 1) for address in written)
    return [*addresses({**ids, "/guide/section": "rights", "/guide/card": "R2"}), "/nowhere"]


def name_a_date(page: Page) -> None:
    doing.open_screen(page, "/case/decide-by")
    page.get_by_label("The date your doctor gave").fill("2032-01-14")
    page.get_by_label("In your doctor’s own words").fill("Please let us know by the 14th.")  # noqa: RUF001 - as shown
    page.get_by_label("Who said it?").fill("Dr Osei")
    doing.saved(page)


def go(page: Page, address: str) -> None:
    """To another screen as a link inside the app goes there, without loading the page anew; ends when it stands."""
    page.evaluate(
        """(to) => {
            document.querySelector("h1").dataset.left = "";
            const link = Object.assign(document.createElement("a"), { href: to });
            document.body.append(link);
            link.click();
            link.remove();
        }""",
        address,
    )
    page.wait_for_function("() => document.querySelector('h1:not([data-left])') !== null")
    assert doing.path_of(page) == address
