"""`make seed`: writes the demo cases to the running server and says how to open them in a browser.

The server cannot read them, so they belong to nobody until a browser uses the offer.
"""

from __future__ import annotations

import os
import sys
import urllib.error
import urllib.request
from datetime import datetime

from tests.seed.story import demo_story
from tests.seed.writer import write


def main() -> None:
    server = f"http://{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
    if not answers(server):
        sys.exit(f"No server answers at {server}. Start it with `make run` in another terminal, then try again.")
    offer = write(demo_story(datetime.now().astimezone().date()), server)
    print("Two demo cases are on the server, sealed. To have them in your browser, open this link:")
    print(f"\n  {offer.link}\n")
    print(
        f"Or tap the name at the top, Your phones, Bring cases to this phone, and type this code:\n\n  {offer.code}\n"
    )
    print("It works once, for 15 minutes. Leave this running: it gives the cases to the first browser that asks.")
    offer.given()
    print("Given. `make seed` makes another pair of cases.")


def answers(server: str) -> bool:
    try:
        with urllib.request.urlopen(f"{server}/healthz", timeout=5) as answer:  # noqa: S310 - always http
            return bool(answer.status == 200)
    except (urllib.error.URLError, TimeoutError):
        return False


if __name__ == "__main__":
    main()
