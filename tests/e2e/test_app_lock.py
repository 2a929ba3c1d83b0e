"""The app lock: without the PIN nobody sees anything of a case; with it, or the recovery code, all of it is there."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests import actions
from tests.e2e.builds import Builds, is_next, until_next
from tests.e2e.conftest import NewPhone, NewServer
from tests.e2e.filled_case import fill
from tests.e2e.lock_steps import PIN, WRONG, choose_pin, is_locked, set_lock, switch_off, type_pin, unlock
from tests.e2e.pair_of_phones import lose_signal
from tests.e2e.recovery_steps import make_code

STAYS_OPEN = ("/help", "/guide")


def test_a_locked_phone_shows_nothing_of_a_case_and_goes_on_where_the_person_wanted_to_go(ana: Page) -> None:
    actions.start_case(ana, "My left knee")
    actions.write_note(ana, "It hurts at night")
    actions.open_screen(ana, "/journal")
    expect(ana.get_by_text("It hurts at night")).to_be_visible()
    set_lock(ana)
    for address, title in (("/help", "Get help now"), ("/guide", "Guide"), ("/plain", "Second Look")):
        ana.goto(address)
        expect(ana.get_by_role("heading", level=1)).to_have_text(title)
    ana.goto("/journal")
    lose_signal(ana)
    ana.reload()
    is_locked(ana)
    type_pin(ana)
    expect(ana.get_by_text("It hurts at night")).to_be_visible()
    assert actions.path_of(ana) == "/journal"
    ana.context.set_offline(False)


def test_every_address_shows_the_lock_and_then_itself(ana: Page) -> None:
    places = [address for address in fill(ana) if not address.startswith(STAYS_OPEN)]
    assert len(places) > 70
    titles: dict[str, str] = {}
    shown = ""
    for address in places[:: len(places) // 6]:
        ana.goto(address)
        expect(ana.get_by_text("Opening…")).to_have_count(0)
        titles[address] = ana.get_by_role("heading", level=1).inner_text()
        shown += ana.content()
    assert "knee" in shown
    set_lock(ana)
    for address in places:
        ana.goto(address)
        is_locked(ana)
        assert ana.title().startswith("Second Look is locked"), address
        assert "knee" not in ana.content(), address
    for address, title in titles.items():
        ana.goto(address)
        type_pin(ana)
        expect(ana.get_by_role("heading", level=1), address).to_have_text(title, use_inner_text=True)


def test_five_wrong_pins_slow_down_and_lose_nothing(ana: Page) -> None:
    actions.start_case(ana, "My left knee")
    set_lock(ana)
    for _ in range(4):
        type_pin(ana, WRONG)
        expect(ana.get_by_role("alert")).to_have_text("This is not your PIN. Nothing is lost.")
        expect(ana.get_by_label("Your PIN", exact=True)).to_be_focused()
    type_pin(ana, WRONG)
    waiting = ana.get_by_text("That was wrong too many times.")
    expect(waiting).to_be_visible()
    ana.reload()
    expect(waiting).to_be_visible()
    # Tomorrow by the clock, which anybody can set, is still within the wait.
    before = ana.evaluate("Date.now()")
    ana.clock.set_fixed_time(before + 24 * 3_600_000)
    assert ana.evaluate("Date.now()") >= before + 24 * 3_600_000
    ana.wait_for_timeout(2_000)
    expect(waiting).to_be_visible()
    ana.get_by_label("Your PIN", exact=True).fill(PIN)
    expect(ana.get_by_role("button", name="Open", exact=True)).to_be_disabled()
    expect(waiting).to_have_count(0, timeout=90_000)
    unlock(ana)


def test_a_forgotten_pin_is_replaced_with_the_recovery_code_and_without_a_signal(ana: Page) -> None:
    actions.start_case(ana, "My left knee")
    code = make_code(ana)
    set_lock(ana)
    lose_signal(ana)
    ana.get_by_role("button", name="I forgot my PIN").click()
    ana.get_by_label("Recovery code").fill(code.lower())
    ana.get_by_role("button", name="Open with this code").click()
    choose_pin(ana, "314159")
    expect(ana.get_by_text("The app lock is on.")).to_be_visible()
    ana.reload()
    unlock(ana, "314159")
    ana.context.set_offline(False)


def test_changed_and_switched_off_only_with_the_pin(ana: Page) -> None:
    actions.start_case(ana, "My left knee")
    set_lock(ana)
    unlock(ana)
    ana.get_by_role("button", name="Change the PIN or switch off").click()
    expect(ana.get_by_role("button", name="Switch the lock off")).to_have_count(0)
    type_pin(ana, PIN, "Your PIN now")
    ana.get_by_label("New PIN").fill("314159")
    ana.get_by_label("The same PIN again").fill("314159")
    actions.before_the_next_tap(ana)
    ana.get_by_role("button", name="Change the PIN", exact=True).click()
    expect(ana.get_by_text("Your new PIN is set.")).to_be_visible()
    ana.reload()
    type_pin(ana, PIN)
    expect(ana.get_by_role("alert")).to_have_text("This is not your PIN. Nothing is lost.")
    unlock(ana, "314159")
    switch_off(ana, "314159")
    actions.open_screen(ana, "/")
    expect(ana.get_by_role("heading", level=1)).to_have_text("My left knee")


def test_a_new_version_comes_to_a_locked_tab_too_and_the_pin_opens_it(
    new_phone: NewPhone, new_server: NewServer, builds: Builds
) -> None:
    ana = new_phone(on=new_server(dist=builds.served))
    actions.start_case(ana, "My left knee")
    actions.ready_for_offline(ana)
    set_lock(ana)
    other = ana.context.new_page()
    other.goto("/")
    is_locked(other)
    builds.publish_the_next()
    ana.goto("/more")
    is_locked(ana)
    assert not is_next(ana)
    type_pin(ana)
    expect(ana.get_by_role("heading", name="A new version is here")).to_be_visible()
    ana.get_by_role("button", name="Update now").click()
    for tab in (ana, other):
        until_next(tab)
        is_locked(tab)
    type_pin(other)
    expect(other.get_by_role("heading", level=1)).to_have_text("My left knee")
