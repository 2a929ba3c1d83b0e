"""The app can be put on a home screen, and a new version comes only when the person asks for it."""

from __future__ import annotations

import json
import struct
from typing import Any

from playwright.sync_api import Page, expect

from tests import actions
from tests.e2e.builds import Builds, is_next, until_next
from tests.e2e.conftest import NewPhone, NewServer, Profiles
from tests.harness import Server

# The next version may arrive before anyone has read that it is coming.
REMEMBER_WHAT_IS_SAID = """() => {
    const remember = () => { sessionStorage.said = (sessionStorage.said ?? "") + document.body.innerText };
    new MutationObserver(remember).observe(document.body, { childList: true, subtree: true, characterData: true });
}"""


def test_the_browser_finds_nothing_against_installing(profiles: Profiles, server: Server) -> None:
    ana = profiles.open("ana", server)
    actions.ready_for_offline(ana)
    browser = ana.context.new_cdp_session(ana)
    assert browser.send("Page.getInstallabilityErrors") == {"installabilityErrors": []}
    read = browser.send("Page.getAppManifest")
    assert read["errors"] == []
    assert read["url"].endswith("/manifest.json")


def test_the_manifest_names_icons_of_the_right_size_and_screens_that_exist(ana: Page, server: Server) -> None:
    manifest: dict[str, Any] = json.loads(server.get("/manifest.json"))
    assert (manifest["id"], manifest["start_url"], manifest["scope"]) == ("/", "/", "/")
    assert manifest["display"] == "standalone"
    icons = manifest["icons"]
    assert {(icon["sizes"], icon.get("purpose", "any")) for icon in icons} >= {
        ("192x192", "any"),
        ("512x512", "any"),
        ("512x512", "maskable"),
    }
    for icon in icons:
        assert icon["type"] == "image/png"
        assert png_size(server.get(icon["src"])) == tuple(map(int, icon["sizes"].split("x")))
    for shortcut in manifest["shortcuts"]:
        actions.open_screen(ana, shortcut["url"])
        expect(ana.get_by_role("heading", name="Page not found")).to_have_count(0)


def png_size(data: bytes) -> tuple[int, int]:
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def test_a_new_version_waits_until_the_person_asks_for_it(
    new_phone: NewPhone, new_server: NewServer, builds: Builds
) -> None:
    server = new_server(dist=builds.served)
    ana = new_phone(on=server)
    actions.start_case(ana, "My left knee")
    actions.write_note(ana, "Before the update.")
    actions.ready_for_offline(ana)
    builds.publish_the_next()
    actions.open_screen(ana, "/more")
    expect(ana.get_by_role("heading", name="A new version is here")).to_be_visible()
    for address in ("/journal", "/more"):
        actions.open_screen(ana, address)
        assert not is_next(ana)
    ana.evaluate(REMEMBER_WHAT_IS_SAID)
    ana.get_by_role("button", name="Update now").click()
    until_next(ana)
    assert "Updating. The app opens again in a moment." in ana.evaluate("sessionStorage.said")
    expect(ana.get_by_role("heading", name="A new version is here")).to_have_count(0)
    actions.open_screen(ana, "/journal")
    expect(ana.get_by_text("Before the update.")).to_be_visible()
