"""`make bench-server`, second part: sixteen phones at once, at SQLite with one process and PostgreSQL with 1, 2 and 4.

Each phone pushes one entry after the other to its own log; the phones are four processes of their own, on the same
cores as the server. Not a test: figures are for people to judge. `--smoke` takes few entries.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import ExitStack
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from backend.extensions import db
from tests import postgres
from tests.api.people import new_owner
from tests.bench_server.client import Client
from tests.conftest import make_app
from tests.harness import running_server

PHONES, CLIENTS = 16, 4
NOTE_BYTES = 120
FREELY = {"RATE_LIMIT": "1000000 per minute", "CREATE_RATE_LIMIT": "1000 per hour"}
Phone = tuple[int, str, dict[str, str], list[dict[str, Any]]]  # where it sends, its log, its token, its pushes


def main() -> None:
    pushes = 5 if "--smoke" in sys.argv[1:] else 150
    print(f"{PHONES} phones, each {pushes} pushes of one entry{'':6}{'a second':>10}{'median':>10}{'99 of 100':>11}")
    with tempfile.TemporaryDirectory() as name, ExitStack() as ends:
        folder = Path(name)
        told("SQLite, 1 process", f"sqlite:///{folder / 'relay.sqlite3'}", 1, pushes, folder)
        if reason := postgres.missing():
            print(f"PostgreSQL: skipped, {reason}.")
            return
        (own := folder / "postgres").mkdir()
        folder.chmod(0o755)
        url = ends.enter_context(postgres.running(own))
        for processes in (1, 2, 4):
            what = f"PostgreSQL, {processes} process{'es' if processes > 1 else ''}"
            told(what, postgres.new_database(url), processes, pushes, folder)


def told(what: str, url: str, processes: int, pushes: int, folder: Path) -> None:
    settings = {"DATABASE_URL": url, "PROCESSES": str(processes), **FREELY}
    with running_server(folder, folder / "dist", settings) as server:
        phones = made(url, server.port, pushes)
        with ProcessPoolExecutor(CLIENTS, mp_context=get_context("spawn")) as pool:
            list(pool.map(pushed, [[]] * CLIENTS))  # starts them
            began = time.perf_counter()
            took = [one for some in pool.map(pushed, [phones[n::CLIENTS] for n in range(CLIENTS)]) for one in some]
            seconds = time.perf_counter() - began
    worst = statistics.quantiles(took, n=100)[-1]
    print(f"{what:45}{len(took) / seconds:>10,.0f}{statistics.median(took) * 1000:>7.1f} ms{worst * 1000:>8.1f} ms")


def made(url: str, port: int, pushes: int) -> list[Phone]:
    """The phones with logs of their own, and what each will push, sealed beforehand."""
    app = make_app(url, FREELY)
    phones: list[Phone] = []
    for _ in range(PHONES):
        ana = new_owner(app.test_client())
        bodies = [ana.push_body(ana.phone.seal(bytes(NOTE_BYTES))) for _ in range(pushes)]
        phones.append((port, ana.log_url, {"Authorization": f"Bearer {ana.phone.token.hex()}"}, bodies))
    with app.app_context():
        db.engine.dispose()
    return phones


def pushed(phones: list[Phone]) -> list[float]:
    """The seconds of each push of these phones, which push at the same time."""
    with ThreadPoolExecutor(max(1, len(phones))) as pool:
        return [one for some in pool.map(pushes_of, phones) for one in some]


def pushes_of(phone: Phone) -> list[float]:
    port, url, headers, bodies = phone
    client = Client(port, url, headers)
    try:
        return [client.pushed([body]) for body in bodies]
    finally:
        client.close()


if __name__ == "__main__":
    main()
