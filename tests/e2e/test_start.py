"""A start asks the phone's storage early and seldom: on a slow phone each question costs a turn of the whole page."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page, expect

from tests import actions

MOST_TRANSACTIONS = 18  # before the case stands: the keyring's and its own
WATCH = """() => {
  const seen = { transactions: 0 };
  const first = (name) => { seen[name] ??= performance.now(); };
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function (...given) { first("opened"); return open.apply(this, given); };
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (...given) {
    if (!("shown" in seen)) seen.transactions += 1;
    return transaction.apply(this, given);
  };
  new MutationObserver(() => {
    if (document.querySelector("#app nav")) first("frame");
    if (document.querySelector("ol.stages")) first("shown");
  }).observe(document, { childList: true, subtree: true });
  window.seenAtStart = () => seen;
}"""


def test_the_database_is_opened_before_the_frame_and_asked_seldom(ana: Page) -> None:
    actions.start_case(ana, "My left knee")
    actions.write_note(ana, "Swollen since Monday.")
    ana.add_init_script(f"({WATCH})()")
    actions.open_screen(ana, "/")
    ana.reload()
    expect(ana.locator("ol.stages")).to_be_visible()
    seen: dict[str, Any] = ana.evaluate("seenAtStart()")
    assert seen["opened"] < seen["frame"] < seen["shown"]
    assert 0 < seen["transactions"] <= MOST_TRANSACTIONS, seen
