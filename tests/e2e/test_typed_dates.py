"""A day typed on a keyboard, part by part, day first or month first: what is stored is complete, and kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Dialog, Locator, Page, Playwright, expect

from tests import actions, harness
from tests.e2e.conftest import phone_context
from tests.e2e.console_errors import ConsoleErrors
from tests.e2e.filled_case import go
from tests.harness import CHROMIUM_ARGS, Server

# Without its language packs Chromium writes every date the American way; with this it uses the page's language
BY_THE_PAGE = "--enable-blink-features=LangAttributeAwareFormControlUI"
LANGUAGE = "addEventListener('readystatechange', () => { document.documentElement.lang = '%s'; }, true)"
ORDERS = {"en-GB": "{day}{month}{year}", "en-US": "{month}{day}{year}"}

Typist = Callable[[str, str, str], None]

# A screen, how its entry is made, and the label of a day on it
DAYS = (
    ("/case/decide-by", "", "The date your doctor gave"),
    ("/case/visits", "Add a visit", "When?"),
    ("/case/tasks", "Add something to do", "Which day?"),
)


@pytest.fixture(scope="module")
def typing_browser(playwright: Playwright) -> Iterator[Browser]:
    browser = playwright.chromium.launch(executable_path=harness.chromium(), args=[*CHROMIUM_ARGS, BY_THE_PAGE])
    yield browser
    browser.close()


@pytest.fixture(params=ORDERS)
def ana(
    typing_browser: Browser, server: Server, console_errors: ConsoleErrors, request: pytest.FixtureRequest
) -> Iterator[Page]:
    context = phone_context(typing_browser, server, locale=request.param)
    context.add_init_script(LANGUAGE % request.param)
    console_errors.listen_to(context)
    page = context.new_page()
    actions.start_case(page, "My left knee")
    yield page
    context.close()


@pytest.fixture
def type_day(ana: Page, request: pytest.FixtureRequest) -> Typist:
    order = ORDERS[request.node.callspec.params["ana"]]
    return lambda day, month, year: ana.keyboard.type(order.format(day=day, month=month, year=year))


def field_of(page: Page, address: str, button: str, label: str) -> Locator:
    actions.open_screen(page, address)
    if button in actions.IN_PLACE:
        actions.add_in_place(page, button, "MRI of the knee")
    elif button:
        page.get_by_role("button", name=button).click()
    field = page.get_by_role("main").get_by_label(label, exact=True)
    expect(field).to_be_visible()
    field.focus()
    return field


def comes_back(page: Page, label: str, value: str) -> None:
    """The stored value is there when the screen is opened again."""
    actions.saved(page)
    address = actions.path_of(page)
    actions.open_screen(page, "/journal")
    actions.open_screen(page, address)
    expect(page.get_by_role("main").get_by_label(label, exact=True)).to_have_value(value)


@pytest.mark.parametrize(("address", "button", "label"), DAYS)
def test_a_day_is_typed_in_the_order_of_the_country(
    ana: Page, type_day: Typist, address: str, button: str, label: str
) -> None:
    field_of(ana, address, button, label)
    type_day("03", "12", "2026")
    comes_back(ana, label, "2026-12-03")


@pytest.mark.parametrize(("address", "button", "label"), DAYS)
def test_a_year_of_two_figures_is_asked_about(
    ana: Page, type_day: Typist, address: str, button: str, label: str
) -> None:
    field = field_of(ana, address, button, label)
    type_day("14", "12", "26")
    expect(ana.get_by_text("The year says 26. Do you mean 2026?")).to_be_visible()
    ana.get_by_role("button", name="Yes, ").click()
    expect(field).to_have_value("2026-12-14")
    comes_back(ana, label, "2026-12-14")


def test_a_year_of_five_figures_is_asked_about_and_is_not_stored(ana: Page, type_day: Typist) -> None:
    field_of(ana, "/case/decide-by", "", "The date your doctor gave")
    type_day("14", "12", "22027")
    expect(ana.get_by_text("The year says 22027. Do you mean 2027?")).to_be_visible()
    go(ana, "/journal")
    go(ana, "/case/decide-by")
    expect(ana.get_by_label("The date your doctor gave")).to_have_value("")


@pytest.mark.parametrize(("address", "button", "label"), DAYS)
def test_a_year_of_two_figures_is_asked_about_on_the_next_screen_too(
    ana: Page, type_day: Typist, address: str, button: str, label: str
) -> None:
    """Whoever goes on at once has not seen the question below the field."""
    field_of(ana, address, button, label)
    type_day("14", "12", "26")
    back_to = actions.path_of(ana)
    ana.get_by_role("navigation", name="Main").get_by_role("link", name="Notes").click()
    expect(ana.get_by_role("heading", level=1)).to_have_text("Notes")
    expect(ana.get_by_text("The year said 26, so the date was not saved.")).to_be_visible()
    ana.get_by_role("button", name="Yes, ").click()
    go(ana, back_to)
    expect(ana.get_by_role("main").get_by_label(label, exact=True)).to_have_value("2026-12-14")


@pytest.mark.parametrize(("address", "button", "label"), DAYS)
def test_half_a_date_is_never_left_in_silence(
    ana: Page, type_day: Typist, address: str, button: str, label: str
) -> None:
    field_of(ana, address, button, label)
    type_day("14", "12", "")
    ana.get_by_role("navigation", name="Main").get_by_role("link", name="Notes").click()
    expect(ana.get_by_text("The date was not complete, so it was not saved.")).to_be_visible()


def test_the_browser_asks_before_a_reload_takes_half_a_date(ana: Page, type_day: Typist) -> None:
    asked: list[str] = []

    def leave(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    ana.on("dialog", leave)
    field_of(ana, "/case/decide-by", "", "The date your doctor gave")
    type_day("14", "12", "")
    ana.reload()
    assert asked == ["beforeunload"]
    ana.get_by_label("The date your doctor gave").focus()
    type_day("14", "12", "2026")
    actions.saved(ana)
    ana.reload()
    assert asked == ["beforeunload"], "a whole date is kept, and nothing is asked"


@pytest.mark.parametrize(("address", "button", "label"), DAYS)
def test_backspace_in_one_part_erases_nothing(
    ana: Page, type_day: Typist, address: str, button: str, label: str
) -> None:
    field = field_of(ana, address, button, label)
    type_day("03", "12", "2026")
    actions.saved(ana)
    ana.keyboard.press("Backspace")
    expect(field).to_have_value("")
    field.blur()
    expect(ana.get_by_text(re.compile("This date is not complete. We keep .*3.* until it is."))).to_be_visible()
    address = actions.path_of(ana)
    go(ana, "/journal")
    expect(ana.get_by_text(re.compile("The new date was not complete. We kept .*3.*"))).to_be_visible()
    go(ana, address)
    expect(ana.get_by_role("main").get_by_label(label, exact=True)).to_have_value("2026-12-03")


def test_a_date_is_cleared_on_purpose_and_comes_back_by_undo(ana: Page, type_day: Typist) -> None:
    label = "The date your doctor gave"
    field = field_of(ana, "/case/decide-by", "", label)
    type_day("03", "12", "2026")
    ana.get_by_role("button", name="Clear this date").click()
    expect(field).to_have_value("")
    comes_back(ana, label, "")
    ana.get_by_label(label).focus()
    type_day("03", "12", "2026")
    ana.get_by_role("button", name="Clear this date").click()
    ana.get_by_role("button", name="Undo").click()
    expect(field).to_have_value("2026-12-03")
    field.focus()
    for key in ("Backspace", "ArrowRight", "Backspace", "ArrowRight", "Backspace"):
        ana.keyboard.press(key)
    field.blur()
    comes_back(ana, label, "")


def test_d1_a_visit_with_a_day_and_no_hour_is_kept_and_said(ana: Page, type_day: Typist) -> None:
    field_of(ana, "/case/visits", "Add a visit", "Who will you see?")
    ana.keyboard.type("Dr Lindqvist")
    ana.get_by_label("When?", exact=True).focus()
    type_day("03", "12", "2099")
    expect(ana.get_by_role("main")).to_contain_text(re.compile("(3 December|December 3).*, time not set"))
    comes_back(ana, "When?", "2099-12-03")
    actions.open_screen(ana, "/case/visits")
    row = ana.get_by_role("main").get_by_role("link", name=re.compile("Dr Lindqvist"))
    expect(row).to_contain_text(re.compile("(3 December|December 3).*2099, time not set"))
    expect(ana.get_by_role("heading", name="Coming up")).to_be_visible()
    row.click()
    ana.get_by_label(actions.TIME).focus()
    ana.keyboard.type("1030" if "GB" in ana.evaluate("document.documentElement.lang") else "1030AM")
    expect(ana.get_by_label(actions.TIME)).to_have_value("10:30")
    comes_back(ana, actions.TIME, "10:30")
    expect(ana.get_by_label("When?", exact=True)).to_have_value("2099-12-03")


def test_an_hour_that_is_half_erased_stays(ana: Page) -> None:
    actions.add_visit(ana, "Dr Lindqvist", when="2099-12-03T10:30")
    time = ana.get_by_label(actions.TIME)
    time.focus()
    ana.keyboard.press("Backspace")
    expect(time).to_have_value("")
    time.blur()
    expect(ana.get_by_text("This time is not complete. We keep 10:30 until it is.")).to_be_visible()
    comes_back(ana, actions.TIME, "10:30")
    time.fill("")
    comes_back(ana, actions.TIME, "")
    expect(ana.get_by_label("When?", exact=True)).to_have_value("2099-12-03")
