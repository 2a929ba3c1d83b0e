"""Eight phones that write to one log until they are stopped, and remember what the server acknowledged.

Invariant: a push without an answer is sent again with the same bytes, as a phone does. Any answer except the seqs, or
that the server is busy, means that something acknowledged was lost.
"""

from __future__ import annotations

import json
import threading
import time
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException

from tests.api.people import Person

WRITERS = 8
BATCH = 3
TIMEOUT_SECONDS = 10
SECONDS_WITHOUT_AN_ANSWER = 120


@dataclass
class Writers:
    """`ports`: where the servers listen; each writer tries one after the other. `acknowledged`: the envelope by seq."""

    ports: list[int]
    people: list[Person]
    acknowledged: dict[int, bytes] = field(default_factory=dict)
    retries: int = 0
    surprises: list[str] = field(default_factory=list)
    _enough: threading.Event = field(default_factory=threading.Event)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def start(self) -> list[threading.Thread]:
        threads = [threading.Thread(target=self._write, args=(n, who)) for n, who in enumerate(self.people)]
        for thread in threads:
            thread.start()
        return threads

    def end(self, threads: list[threading.Thread]) -> None:
        """Each writer ends when its last push has been answered; the servers must be up."""
        self._enough.set()
        for thread in threads:
            thread.join()

    def wait_for(self, more: int) -> None:
        """Returns when this many more entries have been acknowledged."""
        wanted, give_up = len(self.acknowledged) + more, time.monotonic() + SECONDS_WITHOUT_AN_ANSWER
        while len(self.acknowledged) < wanted and not self.surprises:
            time.sleep(0.01)
            if time.monotonic() > give_up:
                self.surprises.append("nothing was acknowledged any more")

    def _write(self, number: int, person: Person) -> None:
        attempt = number
        while not self._enough.is_set() and not self.surprises:
            envelopes = [person.phone.seal() for _ in range(BATCH)]
            while (seqs := self._pushed(person, envelopes, self.ports[attempt % len(self.ports)])) is None:
                attempt += 1
                if self.surprises:
                    return
                time.sleep(0.02)
            with self._lock:
                self.acknowledged.update(zip(seqs, envelopes, strict=True))

    def _pushed(self, person: Person, envelopes: list[bytes], port: int) -> list[int] | None:
        """The seqs, or None when there was no answer."""
        connection = HTTPConnection("127.0.0.1", port, timeout=TIMEOUT_SECONDS)
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {person.phone.token.hex()}"}
        try:
            connection.request("POST", f"{person.log_url}/entries", json.dumps(person.push_body(*envelopes)), headers)
            answer = connection.getresponse()
            body = json.loads(answer.read())
        except (OSError, HTTPException, ValueError):
            self.retries += 1
            return None
        finally:
            connection.close()
        if answer.status == 503:
            return None
        if answer.status != 200:
            self.surprises.append(f"{answer.status} {body}")
            return None
        seqs: list[int] = body["seqs"]
        return seqs
