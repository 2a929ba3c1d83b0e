"""A guide whose cards contain more than cards may: only their words and the few allowed elements reach the page."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Page, Route, expect

from tests import actions
from tests.e2e.conftest import NewPhone
from tests.e2e.console_errors import ConsoleErrors

HOSTILE = """
<p style="position:fixed;inset:0" onclick="document.title='taken'" class="button" id="app">Words <em>with weight</em>
and <a href="https://good.example/page" target="_blank" onclick="1">a link</a>.</p>
<img src="/taken.png" onerror="document.title='taken'"><iframe src="/taken.html"></iframe>
<form action="/taken"><input name="code"><button>Give us the code</button></form>
<svg onload="document.title='taken'"><script>document.title='taken'</script><a xlink:href="javascript:1">drawn</a></svg>
<script>document.title = 'taken'</script><style>body { display: none }</style>
<a href="javascript:document.title='taken'">bad</a><a href="/pair#CODE">inside</a><a href=" https://x.example">space</a>
<math><mtext><table><mglyph><style><img src=/taken2.png onerror="document.title='taken'">
"""
ALLOWED = {"P", "UL", "OL", "LI", "STRONG", "EM", "A", "H2", "H3", "BLOCKQUOTE", "BR"}
EVERY_ELEMENT = (
    "all => all.map(one => [one.tagName, one.getAttributeNames().map(name => [name, one.getAttribute(name)])])"
)


def spoil(page: Page) -> None:
    """Puts the hostile body into every card that the server sends."""

    def answer(route: Route) -> None:
        response = route.fetch()
        bundle: dict[str, Any] = response.json()
        for card in bundle["cards"]:
            card["body_html"] = HOSTILE
        route.fulfill(response=response, body=json.dumps(bundle), headers={"Content-Type": "application/json"})

    page.route("**/api/v2/content/en", answer)


def test_only_the_elements_of_a_card_reach_the_page(new_phone: NewPhone, console_errors: ConsoleErrors) -> None:
    console_errors.expect("Applying inline style|inline event handler|inline script")  # of the copy only parsed
    ana = new_phone()
    asked: list[str] = []
    ana.on("request", lambda request: asked.append(request.url))
    spoil(ana)
    actions.open_screen(ana, "/guide/card/F2")
    prose = ana.locator(".prose").first
    expect(prose).to_contain_text("Words with weight and a link.")
    expect(prose).to_contain_text("Give us the code")
    expect(prose).not_to_contain_text("document.title")
    found = prose.locator("*").evaluate_all(EVERY_ELEMENT)
    assert {name for name, _attributes in found} <= ALLOWED
    attributes = [attribute for _name, held in found for attribute in held]
    assert attributes == [["href", "https://good.example/page"]]
    assert not [url for url in asked if "taken" in url]
    assert ana.title() != "taken"


def test_a_real_card_looks_as_it_did(ana: Page) -> None:
    actions.open_screen(ana, "/guide/card/F2")
    prose = ana.locator(".prose").first
    expect(prose.locator("p").first).to_be_visible()
    whole = ana.evaluate(
        """async () => {
          const bundle = await (await fetch("/api/v2/content/en")).json();
          const card = bundle.cards.find(({ id }) => id === "F2");
          return card.body_html.trim();
        }"""
    )
    assert prose.inner_html().strip() == whole
