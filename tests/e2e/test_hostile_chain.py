"""A server, or whoever is in front of it, alters pages of the log in every way that docs/protocol.md section 3 names.

Between the real browser and the real server, one way after the other on the same two phones. Each time the person can
write on and get help at once, nothing of theirs is lost, and everything recovers with an honest server.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests import actions
from tests.e2e.conftest import NewPhone
from tests.e2e.console_errors import ConsoleErrors
from tests.e2e.hostile_proxy import Network
from tests.e2e.mangled_pages import MANGLINGS
from tests.e2e.pair_of_phones import lose_signal, pair, wake

pytestmark = pytest.mark.hostile

# As many phones with their own network as stories run at once.
PARTS = [list(MANGLINGS)[part::4] for part in range(4)]
FOUND = re.compile("did not add up|not what (it|they) claimed to be|gone back to an older state|damaged on the server")


@pytest.mark.parametrize("kinds", PARTS, ids=lambda kinds: kinds[0])
def test_no_bent_page_takes_a_word_or_stops_the_app(
    network: Network, new_phone: NewPhone, console_errors: ConsoleErrors, kinds: list[str]
) -> None:
    console_errors.expect(r"Failed to load resource|ERR_")
    ana, tablet = new_phone(on=network), new_phone()
    pair(ana, tablet)
    for kind in kinds:
        lose_signal(ana)
        theirs = [f"{kind}: {part} from the tablet" for part in ("one", "two")]
        for words in theirs:
            jot(tablet, words)
        actions.sent(tablet)
        meets(ana, network, kind)
        note, own = actions.write_note(ana, f"{kind}: from Ana"), f"{kind}: from Ana"
        actions.open_screen(ana, "/help")
        expect(ana.get_by_role("heading", name=re.compile("^Call your local emergency number")).first).to_be_visible()
        actions.open_screen(ana, note)
        expect(ana.get_by_label("Your note")).to_have_value(own)
        network.is_well()
        for page in (ana, tablet):
            comes_right(page, [*theirs, own])
    actions.open_screen(ana, "/more/storage")
    expect(ana.get_by_text(FOUND).first).to_be_visible()


def jot(page: Page, words: str) -> None:
    """Types a note and leaves it, so that it is stored without waiting for a pause."""
    actions.open_screen(page, "/journal/note/new")
    page.get_by_label("Your note").press_sequentially(words)
    page.get_by_role("link", name="Back").click()
    expect(page.get_by_text(words, exact=True)).to_be_visible()
    actions.saved(page)


def meets(page: Page, network: Network, kind: str) -> None:
    """The signal returns, and what arrives is altered."""
    network.mangling, network.mangled = MANGLINGS[kind], 0
    network.answers("mangled", "^GET .*/entries")
    page.context.set_offline(False)
    for _ in range(200):
        if network.mangled:
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"{kind}: no page was bent")


def comes_right(page: Page, all_words: list[str]) -> None:
    """With an honest server, each of these is there exactly once."""
    wake(page)
    actions.open_screen(page, "/journal")
    for words in all_words:
        expect(page.get_by_text(words, exact=True)).to_have_count(1)
    actions.sent(page)
