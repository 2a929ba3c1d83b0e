"""Looks at a screen for what excludes people: what axe finds, and text that is cut off.

Must only look at a screen that is at rest: colours that are still fading in are not those that people read.
"""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.e2e.filled_case import go

# The rules whose result can change when only the colours change.
COLOURS = ("color-contrast", "link-in-text-block")
CUT = """() => {
    // A wide table may be moved sideways, in a frame of its own that the keyboard reaches too
    const scrolls = (element) => {
        const frame = element.parentElement?.closest("[tabindex='0']");
        return frame != null && ["auto", "scroll"].includes(getComputedStyle(frame).overflowX);
    };
    const page = document.documentElement;
    const wrong = page.scrollWidth > innerWidth ? [`the page scrolls sideways: ${page.scrollWidth}`] : [];
    for (const element of document.querySelectorAll("body *")) {
        const box = element.getBoundingClientRect();
        const style = getComputedStyle(element);
        const isShown = box.width > 1 && style.visibility !== "hidden";
        if (!isShown || element.closest("svg, .hidden-but-read, .skip")) continue;
        const name = `${element.localName}.${element.getAttribute("class") ?? ""}: ${element.textContent.slice(0, 40)}`;
        if ((box.right > innerWidth + 1 || box.left < -1) && !scrolls(element)) wrong.push(`sticks out: ${name}`);
        if (element.matches("input")) continue; // typed text that is longer than its field scrolls under the caret
        const clips = [style.overflowX, style.overflowY].some((value) => value === "hidden" || value === "clip");
        const isWider = element.scrollWidth > element.clientWidth + 1;
        const isTaller = element.scrollHeight > element.clientHeight + 1;
        if (clips && (isWider || isTaller)) wrong.push(`is cut: ${name}`);
    }
    return wrong;
}"""


def violations(page: Page, *rules: str) -> list[str]:
    """What axe finds, as "rule: element"; only these rules when some are named."""
    at_rest(page)
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(Axe().axe_script)
    options = {"resultTypes": ["violations"], **({"runOnly": rules} if rules else {})}
    found = page.evaluate("(options) => axe.run(options)", options)["violations"]
    return [f"{rule['id']}: {node['html'][:120]}" for rule in found for node in rule["nodes"]]


def is_cut(page: Page) -> list[str]:
    at_rest(page)
    wrong: list[str] = page.evaluate(CUT)
    return wrong


def at(page: Page, address: str) -> Page:
    """The page, at the screen of that address."""
    go(page, address)
    at_rest(page)
    return page


def at_rest(page: Page) -> None:
    expect(page.locator("main")).not_to_have_text("")
    expect(page.get_by_text("Opening…")).to_have_count(0)
    page.wait_for_function("() => document.getAnimations().length === 0")
