"""What the guide says about itself: who has read it, and the source of each statement."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from backend.config import ROOT
from tests import actions
from tests.e2e.conftest import NewPhone, NewServer

CARDS_UNREAD = "No doctor has read these cards yet. Each card says where it comes from."
CARD_UNREAD = "No doctor has read this card yet."
SECOND_HAND = "Second-hand: we read this on another website, not at the source."
READ = "choose/C2-ask-your-own-doctor-who-to-see.md"


@pytest.mark.parametrize("address", ["/guide", "/guide/section/when"])
def test_a_list_of_cards_says_first_that_no_doctor_has_read_them(ana: Page, address: str) -> None:
    actions.open_screen(ana, address)
    said = ana.get_by_role("main").get_by_text(CARDS_UNREAD)
    expect(said).to_be_visible()
    first_link = ana.get_by_role("main").get_by_role("listitem").get_by_role("link").first
    assert is_above(said.bounding_box(), first_link.bounding_box())


def test_a_card_says_before_its_text_that_no_doctor_has_read_it(ana: Page) -> None:
    actions.open_screen(ana, "/guide/card/F2")
    said = ana.get_by_role("main").get_by_text(CARD_UNREAD)
    expect(said).to_be_visible()
    assert is_above(said.bounding_box(), ana.get_by_text("A second opinion takes time.").bounding_box())


def test_a_card_that_a_clinician_has_read_says_so_no_longer(
    new_server: NewServer, new_phone: NewPhone, tmp_path: Path
) -> None:
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content", content)
    card = content / "en" / READ
    text = card.read_text(encoding="utf-8")
    assert "read_by_clinician: false" in text
    card.write_text(text.replace("read_by_clinician: false", "read_by_clinician: true"), encoding="utf-8")
    page = new_phone(on=new_server(settings={"CONTENT_DIR": str(content)}))
    actions.open_screen(page, "/guide/card/C1")
    expect(page.get_by_text(CARD_UNREAD)).to_be_visible()
    actions.open_screen(page, "/guide/card/C2")
    expect(page.get_by_text("Friends and family want the best for you.")).to_be_visible()
    expect(page.get_by_text(CARD_UNREAD)).to_have_count(0)
    actions.open_screen(page, "/guide")
    expect(page.get_by_text("A doctor has read some of these cards.")).to_be_visible()


def test_a_source_read_on_somebody_elses_page_says_so_beside_itself_and_the_others_do_not(ana: Page) -> None:
    actions.open_screen(ana, "/guide/card/R3")
    sources = ana.get_by_role("main").get_by_role("listitem").filter(has_text="Checked")
    expect(sources.filter(has_text="read in a report by Medscape")).to_contain_text(SECOND_HAND)
    expect(sources.filter(has_text="Ending a patient-doctor relationship")).not_to_contain_text("Second-hand")


def is_above(upper: object, lower: object) -> bool:
    assert isinstance(upper, dict)
    assert isinstance(lower, dict)
    return bool(upper["y"] + upper["height"] <= lower["y"])
