"""Where something can be added, and the lists whose rows open an entry."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Adding:
    """A button that makes an entry and opens it, a field of the entry to type in, and the screen that lists it."""

    address: str
    button: str
    label: str
    listed: str = ""


ADDING = (
    Adding("/case/letters/new", "Someone else", "Who gets the letter?", "/case/records"),
    Adding("/case/health", "Add an illness or operation", "What is it?"),
    Adding("/case/health", "Add an allergy", "What are you allergic to?"),
    Adding("/case/health", "Write down how you feel", "What do you feel?"),
    Adding("/case/doctors", "Add a doctor", "Name"),
    Adding("/case/visits", "Add a visit", "Who will you see?"),
    Adding("/case/opinions", "Add what a doctor said", "Which doctor?"),
    Adding("/case/decide/decision", "Write down my decision", "In your own words"),
    Adding("/case/tasks", "Add something to do", "What do you need to do?"),
)

# A button that makes a place to write on the same screen, and the beginning of that place's label
ADDING_HERE = (
    ("/case/reasons/own", "Add my own worry", "What worries you?"),
    ("/case/options/waiting", "Add a way it may help", "How it may help"),
    ("/case/options/waiting", "Add a risk or side effect", "Risk or side effect"),
)

# A list in whose last row an entry is typed, the name of that row, and the addresses of its entries
ADDING_IN_PLACE = (
    ("/case/questions", "Add a question", "/case/questions/"),
    ("/case/records", "Add a record", "/case/records/"),
    ("/case/medicines", "Add a medicine", "/case/medicines/"),
    ("/case/contacts", "Add someone to call", "/case/contacts/"),
    ("/case/decide/options", "Add an option", "/case/options/"),
)

# A screen that lists entries, and the entry of the story that is tapped in it
LISTS = (
    ("/journal", "note"),
    ("/case/questions", "pain"),
    ("/case/records", "mri"),
    ("/case/records", "letter"),
    ("/case/medicines", "tablet"),
    ("/case/health", "pressure"),
    ("/case/health", "penicillin"),
    ("/case/health", "swelling"),
    ("/case/doctors", "candidate"),
    ("/case/visits", "lindqvist"),
    ("/case/opinions", "from-lindqvist"),
    ("/case/decide/options", "operation"),
    ("/case/tasks", "report"),
)
