"""At twice the usual text size the bars shrink: most of the height stays free for content."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests import actions
from tests.e2e.conftest import phone_context
from tests.e2e.filled_case import fill, go
from tests.harness import Server

SIZES: tuple[ViewportSize, ...] = ({"width": 390, "height": 844}, {"width": 320, "height": 640})
LEAST_FREE = 0.6

# The share of the height that no bar covers; a bar is what sticks to an edge of the window.
FREE = """() => {
    const holds = [...document.querySelectorAll(".frame *")].filter((element) => {
        const { position, insetBlockStart, insetBlockEnd } = getComputedStyle(element);
        const hasEdge = insetBlockStart !== "auto" || insetBlockEnd !== "auto";
        const sticks = hasEdge && ["sticky", "fixed"].includes(position);
        return sticks && element.getBoundingClientRect().width > innerWidth / 3;
    });
    const outer = holds.filter((one) => !holds.some((other) => other !== one && other.contains(one)));
    const held = outer.reduce((sum, one) => sum + one.getBoundingClientRect().height, 0);
    return (innerHeight - held) / innerHeight;
}"""


IS_TITLE_FIRST = """() => {
    const [title, status] = ["h1", ".status, main"].map((one) => document.querySelector(one).getBoundingClientRect());
    return title.top < status.top || document.querySelector("main h1") !== null;
}"""


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size['width']}x{size['height']}")
def test_most_of_each_screen_is_free_of_bars(large_text: Browser, server: Server, size: ViewportSize) -> None:
    page = phone_context(large_text, server, viewport=size).new_page()
    full, below = {}, []
    for address in fill(page):
        go(page, address)
        if page.evaluate(FREE) < LEAST_FREE:
            full[address] = page.evaluate(FREE)
        if not page.evaluate(IS_TITLE_FIRST):
            below.append(address)
    page.context.close()
    assert full == {}
    assert below == []


def test_help_stays_one_tap_away_and_an_offer_to_undo_in_sight(large_text: Browser, server: Server) -> None:
    page = phone_context(large_text, server, viewport=SIZES[0]).new_page()
    actions.start_case(page, "My left knee")
    for at in range(4):
        actions.write_note(page, f"Note {at}")
    actions.open_screen(page, "/journal")
    expect(page.get_by_role("main").get_by_role("link", name="Note 0")).to_be_visible()
    scroll_down(page)
    expect(page.get_by_role("link", name="Get help now")).to_be_in_viewport(ratio=1)
    page.get_by_role("main").get_by_role("link", name="Note 0").click()
    page.get_by_role("button", name="Delete", exact=True).click()
    expect(page.get_by_role("button", name="Undo")).to_be_in_viewport(ratio=1)
    page.get_by_role("link", name="Get help now").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Get help now")
    page.context.close()


def scroll_down(page: Page) -> None:
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_function("() => scrollY > 100")


def test_the_bars_of_a_screen_with_usual_letters_are_counted(ana: Page) -> None:
    """Proves that the bars are there to be measured."""
    actions.open_screen(ana, "/guide")
    assert 0.5 < ana.evaluate(FREE) < 0.9
    ana.locator(".bottom").evaluate("(bar) => { bar.style.blockSize = '400px'; }")
    assert ana.evaluate(FREE) < LEAST_FREE
