"""The demo stories, with their days counted from today and their times on the local clock.

A story is what frontend/tests/seed reads: JSON, every value a text, every instant ISO 8601 in UTC.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import yaml

STORIES = ("knee", "thyroid")
# Fields that hold a number of days from today, by the field of the entry that they become.
DAY_FIELDS = {
    "made": "madeOn",
    "asked": "askedOn",
    "received": "receivedOn",
    "sent": "sentOn",
    "arrived": "arrivedOn",
    "checked": "credentialsCheckedOn",
    "given": "on",
    "due": "dueOn",
}


def demo_story(today: date) -> dict[str, Any]:
    return story(*STORIES, today=today)


def story(*names: str, today: date) -> dict[str, Any]:
    return {"phone": "Demo", "cases": [told(_read(name), today) for name in names]}


def told(case: Mapping[str, Any], today: date) -> dict[str, Any]:
    """A case in the form that the writer reads."""
    return {
        "title": case["title"],
        "at": _instant(today, case["day"], case["time"]),
        "events": [_event(event, today) for event in case["events"]],
    }


def many_notes(count: int, today: date, together: int = 1) -> dict[str, Any]:
    """A case of notes, one every three hours up to yesterday evening, and one question for the case screen to count.

    `together` of them make one envelope.
    """
    last = datetime.combine(today - timedelta(days=1), time(20, 0), UTC)
    times = [last - timedelta(hours=3 * (count - 1 - n)) for n in range(count)]
    notes = [
        {"kind": "note", "at": _iso(at), "text": f"{n + 1}. {_WORDS[n % len(_WORDS)]}"} for n, at in enumerate(times)
    ]
    question = {"kind": "question", "at": _iso(last), "topic": "waiting", "text": "What happens if I wait?"}
    return {
        "title": f"{count} notes",
        "at": _iso(times[0] - timedelta(minutes=1)),
        "together": str(together),
        "events": [*notes, question],
    }


def _read(name: str) -> Mapping[str, Any]:
    case: Mapping[str, Any] = yaml.safe_load((Path(__file__).with_name(f"{name}.yaml")).read_text())
    return case


def _event(event: Mapping[str, Any], today: date) -> dict[str, str]:
    plain = {name: value for name, value in event.items() if isinstance(value, str) and name not in {"time", "hour"}}
    days = {
        field: (today + timedelta(days=event[name])).isoformat() for name, field in DAY_FIELDS.items() if name in event
    }
    return {**plain, **days, **_named_day(event, today), "at": _instant(today, event["day"], event["time"])}


def _named_day(event: Mapping[str, Any], today: date) -> dict[str, str]:
    """The day of a visit, with its hour, or the date to decide by."""
    if "date" not in event:
        return {}
    day = (today + timedelta(days=event["date"])).isoformat()
    return {"when": f"{day}T{event['hour']}"} if "hour" in event else {"date": day}


def _instant(today: date, day: int, clock: str) -> str:
    local = datetime.combine(today + timedelta(days=day), time.fromisoformat(clock)).astimezone()
    return _iso(local)


def _iso(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


_WORDS = (
    "The knee swelled again after the walk to the market. Ice helped, and lying down.",
    "Slept well. No tablet today.",
    "Physio: ten minutes of exercises, morning and evening. Stairs one at a time, hand on the rail.",
    "Called the clinic for the pictures. They said next week. I wrote down the name: Mrs Adeyemi.",
    "Dr Osei: “It can go on like this, or it can get worse.” Ask what he means by worse.",
)
