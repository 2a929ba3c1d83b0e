"""No sentence of the app or of the guidance uses a wording that was found unclear, untrue or odd, and replaced.

Reads the texts that a person reads, messages and guidance in English. Each retired wording has its replacement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tests.guards import ROOT, report

READ_BY_PEOPLE = ("frontend/src/i18n/en/*.json", "content/en/**/*.md", "content/en/*.yaml", "content/*.yaml")

# Whole words, upper or lower case. The right-hand side is for whoever gets the finding.
INSTEAD_OF = {
    r"may harm": "Risks and side effects",
    r"may bring": "How it may help",
    r'"what it is"': "Diagnosis",
    r"other ways|ways? to go|ways? I could go|what is this way": "Other options, My options, Add an option",
    r"their papers|papers in order": "Licence and training",
    r"works where|looked where|found out where": "Where they work, Where you checked",
    r"work apart|apart from your first doctor": "independent of your first doctor",
    r"grown-ups": "adults",
    r"pictures themselves": "the scan images, not only the report",
    r"days? over\b|time (?:was|is) up": "If they got it on …, the usual limit was …",
    r"it came|with me: |not here yet": "The records arrived, I have it, Still waiting",
    r"tick nothing, and": "If you tick nothing, we ask for everything",
    r"does not bear|that you cannot have": "react badly to, allergic to",
    r"as it stands on": "As printed on the box",
    r"questions? along": "Add your questions to this visit",
    r"not answered after all": "Mark as not answered",
    r"sent \{time\}": "Synced {time}: sent reads as sent to the doctor",
    r"has not seen": "Not ticked yet for {doctor}",
    r"the same facts": "By your notes, they did not see the same things.",
    r"make of it": "What do you think?",
    r"the other way round": "Did one of you know something the other did not?",
    r"put away|take it out again": "Archive, Bring back",
    r"by when must|by when you must|by what date must": "When do you need to decide?",
    r"stands now": "Current decision",
    r"\{number\} now, too": "Also call {number} now for:",
    r"who comes along": "Who is coming with you?",
    r"which opinion is it for": "What is this visit?",
    r"keep taking your medicines\.": "Keep taking your medicines unless your doctor tells you otherwise.",
    r"short list, read": "A list helps most when your doctor looks at it with you.",
    r"most often, the second doctor": "Often the second doctor agrees. Sometimes they see it differently.",
    r"code (?:has run|does not fit)|invitation (?:has run|does not fit)": "has expired, does not work",
    r"(?:code|invitation) has run out": "has expired",
    r"show this to nobody": "Do not show this to anyone else",
    r"in another way": "differently",
}


def findings(root: Path) -> Iterator[str]:
    files = sorted({path for pattern in READ_BY_PEOPLE for path in root.glob(pattern)})
    if not files:
        raise LookupError(f"{root} holds no words")
    for path in files:
        yield from retired_in(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"))


def retired_in(name: str, text: str) -> Iterator[str]:
    for pattern, instead in INSTEAD_OF.items():
        for found in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", text, re.IGNORECASE):
            line = text.count("\n", 0, found.start()) + 1
            yield f"{name}:{line} says “{found[0]}”. Say instead: {instead}"


if __name__ == "__main__":
    report(findings(ROOT), "No retired wording is read by anybody.")
