"""From an empty phone to a draft of the opinion, by touch: three questions, a visit, the room, answers, the journal.

Nothing is seeded. The signal goes after the first visit to the app, and in the doctor's room the server is dead.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from playwright.sync_api import Page, expect

from tests import actions
from tests.e2e.conftest import NewPhone, NewServer
from tests.e2e.console_errors import ConsoleErrors
from tests.e2e.pair_of_phones import forgive_cut_requests, lose_signal
from tests.e2e.users import TouchUser

ANSWERS = {
    "What do I have?": "A torn meniscus.",
    "What may happen if I wait?": "Nothing bad for twelve weeks.",
    "May I kneel in the garden?": "Yes, on a cushion.",
}
NOTE = "She bent both knees."


def test_d4_from_three_questions_to_the_drafted_opinion_without_a_server(
    new_phone: NewPhone, new_server: NewServer, console_errors: ConsoleErrors
) -> None:
    server = new_server()
    forgive_cut_requests(console_errors)
    console_errors.expect(r"ERR_CONNECTION_(RESET|REFUSED) \(http://127.0.0.1:\d+/(api/|sw\.js)")
    console_errors.expect(r"error occurred when fetching the script")
    page = new_phone(on=server, has_touch=True)
    user = TouchUser(page)
    actions.ready_for_offline(page)
    actions.open_screen(page, "/")
    lose_signal(page)

    begins_a_case(user)
    writes_three_questions(user)
    begun = plans_a_visit(user)
    sees_the_visit_before_all_else(user)

    server.stop()
    page.context.set_offline(False)
    answers_all_three(user)
    finds_the_answers_in_the_journal(user, begun)
    edits_the_opinion_instead_of_typing_it(user)
    sees_the_change_at_home(user)

    actions.saved(page)
    actions.open_screen(page, "/journal")
    for answer in ANSWERS.values():
        user.sees(answer)


def begins_a_case(user: TouchUser) -> None:
    user.press("I was just told something big")
    user.write("What is it about?", "My left knee")
    user.press("Next")
    for title in ("When is your next visit?", "Which country are you in?", "Three questions to take along"):
        user.is_at(title)
        actions.before_the_next_tap(user.page)
        user.press("Skip", user.page.locator(".dock"))
    user.is_at("My left knee")
    expect(user.page.locator(".stages li").filter(has_text="Done")).to_have_count(0)


def writes_three_questions(user: TouchUser) -> None:
    user.tool("/case/questions")
    for text in ANSWERS:
        user.add("Add a question", text)
        user.sees(text)
    user.press("What may happen if I wait?")
    user.choose("What it is about", "Waiting")
    user.back()


def plans_a_visit(user: TouchUser) -> datetime:
    """Within the next minutes, or the last minutes of the day when it is nearly over."""
    now = datetime.now().astimezone()
    soon = now + timedelta(minutes=10)
    when = soon if soon.date() == now.date() else now - timedelta(minutes=10)
    user.tool("/case/visits")
    user.press("Add a visit")
    user.write("Who will you see?", "Dr Lindqvist")
    user.name_day("When?", when.date(), when.strftime("%H:%M"))
    user.choose("What is this visit?", "A second opinion")
    return now


def sees_the_visit_before_all_else(user: TouchUser) -> None:
    """One question is no decision to ask, and a planned visit chooses no doctor: nothing is ticked."""
    user.press("Today", user.page.get_by_role("navigation"))
    user.sees("3 questions go along.")
    headings = user.page.get_by_role("main").get_by_role("heading", level=2)
    expect(headings.first).to_have_text(re.compile("Dr Lindqvist"))
    user.sees("Ask your doctor when you need to decide")
    expect(user.page.locator(".stages li").filter(has_text="Done")).to_have_count(0)


def answers_all_three(user: TouchUser) -> None:
    user.press("In the room")
    user.press("Go to the first question")
    for at, (question, answer) in enumerate(ANSWERS.items(), start=1):
        user.sees(f"Question {at} of 3")
        user.sees(question)
        user.write("What the doctor says", answer)
        if at == 2:
            user.press("Note")
            user.write("Your note", NOTE)
            user.press("Back to the question")
        user.press("Answered, next")
    user.sees("All your questions have an answer.")
    user.press("The visit is over")
    user.is_at("After the visit")
    for answer in ANSWERS.values():
        user.sees(answer)


def finds_the_answers_in_the_journal(user: TouchUser, begun: datetime) -> None:
    """Each with its time and author, under the visit at which it was given."""
    page = user.page
    user.press("Notes", page.get_by_role("navigation"))
    day = (
        page.get_by_role("region")
        .or_(page.locator("section"))
        .filter(has=page.get_by_role("heading", name=re.compile("Dr Lindqvist")))
    )
    for question, answer in ANSWERS.items():
        row = day.get_by_role("listitem").filter(has_text=question)
        expect(row).to_contain_text(answer)
        expect(row).to_contain_text(re.compile(r"\d\d:\d\d · answer · you"))
    expect(day.get_by_role("listitem")).to_have_count(4)
    user.press("Search")
    page.get_by_role("searchbox").fill("cushion")
    expect(page.get_by_role("region", name="In your case").get_by_role("link")).to_have_count(1)


def edits_the_opinion_instead_of_typing_it(user: TouchUser) -> None:
    page = user.page
    user.tool("/case/visits")
    user.press("Dr Lindqvist")
    user.press("After")
    user.press("Next: what was advised")
    expect(page.get_by_label("If I wait", exact=True)).to_have_value(paragraph("What may happen if I wait?"))
    beside = page.get_by_label("What else was said", exact=True)
    expect(beside).to_have_value(
        "\n\n".join(paragraph(text) for text in ("What do I have?", "May I kneel in the garden?"))
    )
    user.press("Put each answer where it belongs")
    put_under(page, "A torn meniscus.", "Diagnosis")
    expect(page.get_by_label("Diagnosis", exact=True)).to_have_value(paragraph("What do I have?"))
    expect(beside).to_have_value(paragraph("May I kneel in the garden?"))
    put_under(page, NOTE, "What was examined")
    expect(page.get_by_label("What was examined", exact=True)).to_have_value(NOTE)


def put_under(page: Page, words: str, place: str) -> None:
    piece = page.locator(".visit-piece").filter(has_text=words)
    actions.unfolded(piece.get_by_label("Where does it belong?")).select_option(label=place)


def paragraph(question: str) -> str:
    return f"{question}\n{ANSWERS[question]}"


def sees_the_change_at_home(user: TouchUser) -> None:
    """The visit is over: it took place and its doctor was heard, as two of the stages now say."""
    user.press("Today", user.page.get_by_role("navigation"))
    expect(user.page.get_by_text("3 questions go along.")).to_have_count(0)
    done = user.page.locator(".stages li").filter(has_text="Done")
    expect(done.filter(has_text="Visit")).to_have_count(1)
    expect(done.filter(has_text="Compare")).to_have_count(0)
