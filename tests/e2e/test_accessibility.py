"""Every screen for everybody: axe finds nothing, in light, dark and high contrast; nothing is cut on a narrow phone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests import actions
from tests.e2e.accessibility_checks import COLOURS, at, is_cut, violations
from tests.e2e.conftest import phone_context
from tests.e2e.console_errors import ConsoleErrors
from tests.e2e.filled_case import fill
from tests.harness import Server


@pytest.fixture(scope="module")
def filled(browser: Browser, server: Server) -> Iterator[tuple[Page, list[str]]]:
    """One phone with a full case, for all modes; the browser must not complain meanwhile."""
    console_errors = ConsoleErrors()
    context = phone_context(browser, server)
    console_errors.listen_to(context)
    page = context.new_page()
    yield page, fill(page)
    context.close()
    assert console_errors.heard == []


@pytest.mark.parametrize(("theme", "rules"), [("Light", ()), ("Dark", COLOURS), ("High contrast", COLOURS)])
def test_axe_finds_nothing_on_any_screen(filled: tuple[Page, list[str]], theme: str, rules: tuple[str, ...]) -> None:
    page, places = filled
    actions.open_screen(page, "/more/display")
    page.get_by_label(theme).check()
    found = {address: violations(at(page, address), *rules) for address in places}
    assert {address: wrong for address, wrong in found.items() if wrong} == {}


def test_axe_would_find_something(filled: tuple[Page, list[str]]) -> None:
    page, _ = filled
    actions.open_screen(page, "/more/about")
    page.evaluate("document.querySelector('main').append(document.createElement('input'))")
    assert any(found.startswith("label: ") for found in violations(page))
    page.evaluate("document.querySelector('main p').style.color = 'gray'")
    assert any(found.startswith("color-contrast: ") for found in violations(page, *COLOURS))


def test_nothing_is_cut_on_a_phone_320_pixels_wide(filled: tuple[Page, list[str]]) -> None:
    page, places = filled
    page.set_viewport_size({"width": 320, "height": 640})
    cut = cut_on(page, places)
    page.set_viewport_size({"width": 390, "height": 844})
    assert cut == {}


def test_nothing_is_cut_with_the_larger_text_of_the_app(filled: tuple[Page, list[str]]) -> None:
    page, places = filled
    actions.open_screen(page, "/more/display")
    page.get_by_label("Larger text").check()
    page.set_viewport_size({"width": 320, "height": 640})
    cut = cut_on(page, places)
    page.set_viewport_size({"width": 390, "height": 844})
    actions.open_screen(page, "/more/display")
    page.get_by_label("Larger text").uncheck()
    assert cut == {}


def test_nothing_is_cut_at_twice_the_text_size(large_text: Browser, server: Server) -> None:
    """The text size of the browser itself, as a person sets it for all pages."""
    page = phone_context(large_text, server).new_page()
    places = fill(page)
    assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") == pytest.approx(36)
    cut = cut_on(page, places)
    assert cut == {}


def cut_on(page: Page, places: list[str]) -> dict[str, list[str]]:
    return {address: wrong for address in places if (wrong := is_cut(at(page, address)))}


def test_the_search_for_cut_text_finds_some(filled: tuple[Page, list[str]]) -> None:
    page, _ = filled
    actions.open_screen(page, "/more/about")
    page.evaluate("document.querySelector('main').style.inlineSize = '2000px'")
    assert is_cut(page) != []


def test_forced_colours_keep_every_control_visible(filled: tuple[Page, list[str]]) -> None:
    page, places = filled
    page.emulate_media(forced_colors="active")
    found = {address: violations(at(page, address)) for address in places[:6]}
    page.emulate_media(forced_colors="none")
    assert {address: wrong for address, wrong in found.items() if wrong} == {}


def test_nothing_moves_for_who_asks_for_less_motion(filled: tuple[Page, list[str]]) -> None:
    page, places = filled
    longest = """() => Math.max(...[...document.querySelectorAll("*")].flatMap((element) => {
        const style = getComputedStyle(element);
        return [...style.transitionDuration.split(","), ...style.animationDuration.split(",")].map(parseFloat);
    }))"""
    actions.open_screen(page, "/")
    assert page.evaluate(longest) > 0.1, "without the wish there is a motion"
    page.emulate_media(reduced_motion="reduce")
    moving = {address: moved for address in places if (moved := float(at(page, address).evaluate(longest))) > 0.01}
    page.emulate_media(reduced_motion="no-preference")
    assert moving == {}
