"""How a person uses the app: by touch, or with the keys alone. A story is written once, for both.

Each action names what a person sees: a link, a button, a field by its label. Must not use anything behind the screen
and opens no address: every screen is reached from another one.
"""

from __future__ import annotations

import re
import time
from abc import ABC, abstractmethod
from datetime import date

from playwright.sync_api import Locator, Page, expect

from tests import actions
from tests.e2e.keyboard import has_focus, tab_to

# Marks around a typed name isolate its text direction.
ISOLATES = r"[\u2066-\u2069]?"

# Seconds
A_LOOK = 0.5


class User(ABC):
    """The actions. Where several things have one name, `within` says where to look."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, name: str, within: Locator | None = None) -> None:
        """A link or a button whose name begins like this."""
        place = within or self.page.locator("body")
        named = beginning(name)
        self._press(place.get_by_role("link", name=named).or_(place.get_by_role("button", name=named)).first)

    def tool(self, address: str) -> None:
        """From anywhere to a tool of the case, by its link on the shelf."""
        self.press("Papers", self.page.get_by_role("navigation"))
        self.is_at("My papers")
        self._press(self.page.get_by_role("main").locator(f'a[href="{address}"]'))
        expect(self.page.get_by_role("heading", level=1, name="My papers")).to_have_count(0)

    def unfold(self, heading: str) -> None:
        """Opens one part of a long form."""
        self._press(self.page.get_by_role("main").locator("summary", has_text=heading))

    def back(self) -> None:
        self.press("Back")

    def step_back(self) -> None:
        """The phone's own way back, or the browser's."""
        self.page.go_back()

    def write(self, label: str, text: str, within: Locator | None = None) -> None:
        field = self._field(label, within)
        self._unfold(field)
        self._into(field)
        self.page.keyboard.insert_text(text)
        expect(field).to_have_value(re.compile(re.escape(text.partition("\n")[0])))

    def add(self, label: str, text: str) -> None:
        """Types into the last row of a list; Return puts it on the list."""
        field = self._field(label)
        self._into(field)
        self.page.keyboard.insert_text(text)
        self.page.keyboard.press("Enter")
        expect(field).to_have_value("")

    def tick(self, label: str, within: Locator | None = None) -> None:
        """A box to tick or one of several choices."""
        box = (within or self.page.get_by_role("main")).get_by_label(beginning(label)).first
        self._tick(box)
        expect(box).to_be_checked()

    def choose(self, label: str, option: str, within: Locator | None = None) -> None:
        """One item of a drop-down list."""
        field = self._field(label, within)
        self._unfold(field)
        self._choose(field, self._option(field, option))

    def name_day(self, label: str, day: date, clock: str = "") -> None:
        boxes = self.page.get_by_role("main").get_by_role("group", name=label, exact=True)
        if boxes.get_by_label("Year").count() > 0:
            for name, part in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
                box = self._field(name, boxes)
                self._into(box)
                self.page.keyboard.press("ControlOrMeta+a")
                self.page.keyboard.insert_text(str(part))
                expect(box).to_have_value(str(part))
            return
        field = self._field(label)
        self._name_day(field, day)
        expect(field).to_have_value(day.isoformat())
        if clock:
            self._name_time(self._field(actions.TIME), clock)
            expect(self._field(actions.TIME)).to_have_value(clock)

    def sees(self, text: str | re.Pattern[str]) -> None:
        expect(self.page.locator("body").get_by_text(text).filter(visible=True).first).to_be_visible()

    def is_at(self, heading: str) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_have_text(re.compile(re.escape(heading)))

    def _field(self, label: str, within: Locator | None = None) -> Locator:
        return (within or self.page.get_by_role("main")).get_by_label(label, exact=True).first

    def _unfold(self, field: Locator) -> None:
        """Whoever looks for a field opens the part of the form that holds it."""
        field.wait_for(state="attached")
        fold = field.locator("xpath=ancestor::details[not(@open)]")
        if fold.count() > 0:
            self._press(fold.locator("> summary"))

    @staticmethod
    def _option(field: Locator, option: str) -> str:
        """The full text of the option, which may also contain a date or direction marks."""
        return field.locator("option", has_text=option).first.inner_text()

    @abstractmethod
    def _press(self, target: Locator) -> None: ...

    @abstractmethod
    def _into(self, field: Locator) -> None: ...

    @abstractmethod
    def _tick(self, box: Locator) -> None: ...

    @abstractmethod
    def _choose(self, field: Locator, option: str) -> None: ...

    @abstractmethod
    def _name_day(self, field: Locator, day: date) -> None: ...

    @abstractmethod
    def _name_time(self, field: Locator, clock: str) -> None: ...


class TouchUser(User):
    """On a touch screen. Days and lists open the phone's own pickers, which no page can see."""

    _last_tap = 0.0

    def _press(self, target: Locator) -> None:
        self._tap(target)

    def _into(self, field: Locator) -> None:
        self._tap(field)

    def _tick(self, box: Locator) -> None:
        self._tap(box)

    def _choose(self, field: Locator, option: str) -> None:
        field.select_option(label=option)

    def _name_day(self, field: Locator, day: date) -> None:
        field.fill(day.isoformat())

    def _name_time(self, field: Locator, clock: str) -> None:
        field.fill(clock)

    def _tap(self, target: Locator) -> None:
        """A person who taps has looked at what the last tap did; the app may ignore a tap without a look."""
        self.page.wait_for_timeout(max(0, 1000 * (self._last_tap + A_LOOK - time.monotonic())))
        target.tap()
        self._last_tap = time.monotonic()


class KeyboardUser(User):
    """Tab, Enter, Space, arrows and letters."""

    def _press(self, target: Locator) -> None:
        expect(target).to_be_visible()
        tab_to(self.page, target)
        self.page.keyboard.press("Enter")

    def _into(self, field: Locator) -> None:
        expect(field).to_be_visible()
        tab_to(self.page, field)

    def _tick(self, box: Locator) -> None:
        expect(box).to_be_visible()
        if box.get_attribute("type") == "checkbox":
            tab_to(self.page, box)
            self.page.keyboard.press("Space")
            return
        # The arrow keys go through everything of one name, even where parts of the choice have their own headings.
        group = self.page.locator(f"input[name='{box.get_attribute('name')}']")
        stops = [radio for radio in group.all() if radio.is_checked()] or [group.first]
        tab_to(self.page, stops[0])
        for _ in range(group.count()):
            if has_focus(box):
                break
            self.page.keyboard.press("ArrowDown")
        if not box.is_checked():
            self.page.keyboard.press("Space")

    def _choose(self, field: Locator, option: str) -> None:
        self._into(field)
        self.page.keyboard.press("Home")
        for _ in range(field.locator("option").count()):
            if field.evaluate("(select) => select.selectedOptions[0]?.textContent") == option:
                return
            self.page.keyboard.press("ArrowDown")

    def _name_day(self, field: Locator, day: date) -> None:
        self._into(field)
        self.page.keyboard.type(day.strftime("%m%d%Y"))

    def _name_time(self, field: Locator, clock: str) -> None:
        self._into(field)
        hour, minute = clock.split(":")
        self.page.keyboard.type(f"{int(hour) % 12 or 12:02d}{minute}{'PM' if int(hour) >= 12 else 'AM'}")


def beginning(name: str) -> re.Pattern[str]:
    return re.compile(rf"^{ISOLATES}{re.escape(name)}")
