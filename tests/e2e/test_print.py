"""What is printed: the summary, the letter, the comparison, as the browser prints them on A4 and Letter.

The summary fits on one page however much there is, and says on the page what did not fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import actions
from tests.e2e.conftest import phone_context
from tests.e2e.console_errors import ConsoleErrors
from tests.e2e.filled_case import bring_story
from tests.e2e.printed_pages import SIZE, Paper, Sheet, flat, printed, smaller_than
from tests.harness import Server
from tests.seed.story import story

PAPERS: tuple[Paper, ...] = ("A4", "Letter")
LEAST_POINTS = 11
ROWS = [
    "What the doctor had seen",
    "What was examined",
    "Diagnosis",
    "How sure they are",
    "What was advised",
    "Other options",
]

Printer = tuple[Page, Mapping[str, str]]


@pytest.fixture(scope="module")
def normal(browser: Browser, server: Server) -> Iterator[Printer]:
    """The demo case, as it is."""
    yield from phone_with_case(browser, server, demo())


@pytest.fixture(scope="module")
def large(browser: Browser, server: Server) -> Iterator[Printer]:
    """The demo case with five hundred records, and a reason to come of ten thousand letters."""
    told = demo()
    record = {"kind": "record", "of": "report", "status": "have", "holder": "City Clinic", "at": told["cases"][0]["at"]}
    told["cases"][0]["events"] += [{**record, "what": f"Report number {number}"} for number in range(500)]
    reason = {"kind": "case-text", "name": "whyHere", "text": " The knee hurts." * 625, "at": told["cases"][0]["at"]}
    told["cases"][0]["events"].append(reason)
    yield from phone_with_case(browser, server, told)


def demo() -> dict[str, Any]:
    return story("knee", today=datetime.now().astimezone().date())


def phone_with_case(browser: Browser, server: Server, told: dict[str, Any]) -> Iterator[Printer]:
    console_errors = ConsoleErrors()
    context = phone_context(browser, server)
    console_errors.listen_to(context)
    page = context.new_page()
    yield page, bring_story(page, told)
    context.close()
    assert console_errors.heard == []


def on_paper(page: Page, address: str, paper: Paper) -> list[Sheet]:
    """Also checks what holds for every sheet: its size, and that its words can be read."""
    actions.open_screen(page, address)
    expect(page.get_by_role("article").last).to_be_visible()
    page.wait_for_function("() => document.getAnimations().length === 0")
    sheets = printed(page, paper)
    for one in sheets:
        assert (one.width, one.height) == pytest.approx(SIZE[paper], abs=2)
        assert one.text.strip() != ""
    assert smaller_than(LEAST_POINTS, sheets) == []
    return sheets


@pytest.mark.parametrize("paper", PAPERS)
def test_p2_the_summary_of_a_normal_case_is_one_page(normal: Printer, paper: Paper) -> None:
    page, ids = normal
    [one] = on_paper(page, f"/case/summary/{ids['osei-2']}", paper)
    for words in (
        "Dr Osei",
        "Maria Keller",
        "Amlodipine",
        "5 mg",
        "Penicillin",
        "High blood pressure",
        "X-ray from May",
    ):
        assert words in one.text
    assert "Dr Lindqvist is not sure that the pain comes from the tear." in one.text
    assert "Entered by the patient, not by a doctor." in one.text
    assert "Get help now" not in one.text, "the frame of the screen is not for paper"


@pytest.mark.parametrize("paper", PAPERS)
def test_p2_the_summary_of_a_very_large_case_is_one_page_and_says_what_is_not_on_it(
    large: Printer, paper: Paper
) -> None:
    page, ids = large
    [one] = on_paper(page, f"/case/summary/{ids['osei-2']}", paper)
    left_out = re.search(r"Not on this page: (.*)", one.text)
    assert left_out is not None
    records = re.search(r"(\d+) records", left_out[1])
    assert records is not None
    shown = len(re.findall(r"(?:Here|Still waiting|Still to ask for): ", one.text))
    assert int(records[1]) + shown == 506
    for words in ("Amlodipine", "5 mg", "Penicillin", "Entered by the patient, not by a doctor."):
        assert words in one.text


@pytest.mark.parametrize("paper", PAPERS)
def test_r2_the_letter_is_one_page(normal: Printer, paper: Paper) -> None:
    page, ids = normal
    [one] = on_paper(page, f"/case/letters/{ids['letter']}", paper)
    for words in ("To: City Clinic", "MRI pictures of the left knee", "X-ray from May", "Maria Keller"):
        assert words in one.text
    assert "The clinic has one month" in " ".join(one.text.split())


@pytest.mark.parametrize("paper", PAPERS)
def test_r2_a_letter_with_much_to_say_goes_on_overleaf(large: Printer, paper: Paper) -> None:
    page, ids = large
    actions.open_form(page, f"/case/letters/{ids['letter']}")
    extra = " ".join(f"Line {number}." for number in range(1, 1001))
    page.get_by_label("Anything else").fill(extra)
    actions.saved(page)
    sheets = on_paper(page, f"/case/letters/{ids['letter']}", paper)
    assert len(sheets) > 1
    assert extra in flat(" ".join(one.text for one in sheets))


@pytest.mark.parametrize("paper", PAPERS)
def test_a2_the_comparison_holds_every_word_of_both(normal: Printer, paper: Paper) -> None:
    page, _ = normal
    sheets = on_paper(page, "/case/compare/all", paper)
    assert len(sheets) <= 2
    text = flat(" ".join(one.text for one in sheets))
    for words in (*ROWS, "Dr Osei", "Dr Lindqvist", "A keyhole operation in January."):
        assert words in text
    assert "Different opinions do not mean that one is wrong." in text


def test_small_words_would_be_noticed(normal: Printer) -> None:
    page, _ = normal
    actions.open_screen(page, "/case/compare/all")
    page.get_by_role("article").last.evaluate("(paper) => paper.style.setProperty('font-size', '8pt', 'important')")
    assert smaller_than(LEAST_POINTS, printed(page, "A4")) != []


@pytest.mark.parametrize("field_sizing", ["content", "fixed"])
def test_what_was_typed_is_printed_whole_whether_or_not_the_browser_lets_a_box_grow(
    ana: Page, field_sizing: str
) -> None:
    """Some browsers do not support field-sizing: there a box keeps its first size."""
    lines = [f"Line {number} of what was said, and no word of it is lost." for number in range(1, 121)]
    long_name = "The practice of Dr Lindqvist and partners, by the lake, second floor. " * 5
    actions.start_case(ana, "My left knee")
    actions.open_screen(ana, "/journal/note/new")
    ana.get_by_label("Your note").fill("\n".join(lines))
    actions.saved(ana)
    assert lines_on_paper(ana, field_sizing) == lines
    actions.open_screen(ana, "/case/opinions")
    ana.get_by_role("button", name="Add what a doctor said").click()
    ana.get_by_label("Which doctor?", exact=True).fill(long_name)
    actions.unfolded(ana.get_by_label("Diagnosis")).fill("\n".join(lines))
    actions.saved(ana)
    assert lines_on_paper(ana, field_sizing) == lines
    assert flat(long_name) in flat(" ".join(one.text for one in printed(ana, "A4")))


def lines_on_paper(page: Page, field_sizing: str) -> list[str]:
    for box in page.locator(".field-box").all():
        box.evaluate("(box, sizing) => { box.style.fieldSizing = sizing; }", field_sizing)
    text = flat(" ".join(one.text for one in printed(page, "A4")))
    return re.findall(r"Line \d+ of what was said, and no word of it is lost\.", text)
