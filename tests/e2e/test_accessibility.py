"""Every screen for everybody: axe finds nothing, in light, dark and high contrast; nothing is cut on a narrow phone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Playwright, expect

from tests import doing, running
from tests.e2e.complaints import Complaints
from tests.e2e.conftest import phone_context
from tests.e2e.filled_case import fill, go
from tests.running import CHROMIUM_ARGS, Server

DOUBLE_TEXT = "--blink-settings=defaultFontSize=32"
CUT = """() => {
    const page = document.documentElement;
    const wrong = page.scrollWidth > innerWidth ? [`the page scrolls sideways: ${page.scrollWidth}`] : [];
    for (const element of document.querySelectorAll("body *")) {
        const box = element.getBoundingClientRect();
        const style = getComputedStyle(element);
        const isShown = box.width > 1 && style.visibility !== "hidden";
        if (!isShown || element.closest("svg, .hidden-but-read, .skip")) continue;
        const name = `${element.localName}.${element.getAttribute("class") ?? ""}: ${element.textContent.slice(0, 40)}`;
        if (box.right > innerWidth + 1 || box.left < -1) wrong.push(`sticks out: ${name}`);
        if (element.matches("input")) continue; // typed text that is longer than its field scrolls under the caret
        const clips = [style.overflowX, style.overflowY].some((value) => value === "hidden" || value === "clip");
        const isWider = element.scrollWidth > element.clientWidth + 1;
        const isTaller = element.scrollHeight > element.clientHeight + 1;
        if (clips && (isWider || isTaller)) wrong.push(`is cut: ${name}`);
    }
    return wrong;
}"""


@pytest.fixture(scope="module")
def filled(browser: Browser, server: Server) -> Iterator[tuple[Page, list[str]]]:
    """One phone with a full case, for all looks; the browser must not complain meanwhile."""
    complaints = Complaints()
    context = phone_context(browser, server)
    complaints.listen_to(context)
    page = context.new_page()
    yield page, fill(page)
    context.close()
    assert complaints.heard == []


@pytest.mark.parametrize("theme", ["Light", "Dark", "High contrast"])
def test_axe_finds_nothing_on_any_screen(filled: tuple[Page, list[str]], theme: str) -> None:
    page, places = filled
    doing.open_screen(page, "/more/display")
    page.get_by_label(theme).check()
    violations = {address: axe(page, address) for address in places}
    assert {address: found for address, found in violations.items() if found} == {}


def axe(page: Page, address: str) -> list[str]:
    settled(page, address)
    results = Axe().run(page)
    return [
        f"{found['id']}: {node['html'][:120]}" for found in results.response["violations"] for node in found["nodes"]
    ]


def settled(page: Page, address: str) -> None:
    go(page, address)
    expect(page.locator("main")).not_to_have_text("")
    expect(page.get_by_text("Opening…")).to_have_count(0)


def test_axe_would_find_something(filled: tuple[Page, list[str]]) -> None:
    page, _ = filled
    doing.open_screen(page, "/more/about")
    page.evaluate("document.querySelector('main').append(document.createElement('input'))")
    assert any(found["id"] == "label" for found in Axe().run(page).response["violations"])


def test_nothing_is_cut_on_a_phone_320_pixels_wide(filled: tuple[Page, list[str]]) -> None:
    page, places = filled
    page.set_viewport_size({"width": 320, "height": 640})
    cut = cut_on(page, places)
    page.set_viewport_size({"width": 390, "height": 844})
    assert cut == {}


def test_nothing_is_cut_with_the_larger_text_of_the_app(filled: tuple[Page, list[str]]) -> None:
    page, places = filled
    doing.open_screen(page, "/more/display")
    page.get_by_label("Larger text").check()
    page.set_viewport_size({"width": 320, "height": 640})
    cut = cut_on(page, places)
    page.set_viewport_size({"width": 390, "height": 844})
    doing.open_screen(page, "/more/display")
    page.get_by_label("Larger text").uncheck()
    assert cut == {}


def test_nothing_is_cut_at_twice_the_text_size(playwright: Playwright, server: Server) -> None:
    """The text size of the browser itself, as a person sets it for all pages."""
    large = playwright.chromium.launch(executable_path=running.chromium(), args=[*CHROMIUM_ARGS, DOUBLE_TEXT])
    page = phone_context(large, server).new_page()
    places = fill(page)
    assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") == pytest.approx(36)
    cut = cut_on(page, places)
    large.close()
    assert cut == {}


def cut_on(page: Page, places: list[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for address in places:
        settled(page, address)
        wrong: list[str] = page.evaluate(CUT)
        if wrong:
            found[address] = wrong
    return found


def test_the_search_for_cut_text_finds_some(filled: tuple[Page, list[str]]) -> None:
    page, _ = filled
    doing.open_screen(page, "/more/about")
    page.evaluate("document.querySelector('main').style.inlineSize = '2000px'")
    assert page.evaluate(CUT) != []


def test_forced_colours_keep_every_control_visible(filled: tuple[Page, list[str]]) -> None:
    page, places = filled
    page.emulate_media(forced_colors="active")
    violations = {address: axe(page, address) for address in places[:6]}
    page.emulate_media(forced_colors="none")
    assert {address: found for address, found in violations.items() if found} == {}


def test_nothing_moves_for_who_asks_for_less_motion(filled: tuple[Page, list[str]]) -> None:
    page, places = filled
    longest = """() => Math.max(...[...document.querySelectorAll("*")].flatMap((element) => {
        const style = getComputedStyle(element);
        return [...style.transitionDuration.split(","), ...style.animationDuration.split(",")].map(parseFloat);
    }))"""
    doing.open_screen(page, "/")
    page.emulate_media(reduced_motion="reduce")
    moving = {address: moved for address in places if (moved := seconds(page, address, longest)) > 0.01}
    page.emulate_media(reduced_motion="no-preference")
    assert moving == {}


def seconds(page: Page, address: str, script: str) -> float:
    settled(page, address)
    longest: Any = page.evaluate(script)
    return float(longest)
