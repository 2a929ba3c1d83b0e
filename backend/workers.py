"""Several processes that do the same work: forked, watched, and replaced when one ends.

Invariant: as long as the watching process lives, a worker that ends is followed by another; when it ends, however it
ends, so do they. Imports nothing else from backend/.
"""

from __future__ import annotations

import logging
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from typing import NoReturn

log = logging.getLogger("backend.workers")
SHORTEST_LIFE_SECONDS = 1  # a worker that ends sooner is replaced after as long
SECONDS_TO_END = 30

# Given a function to call when it works, and one that says whether it may go on; returns when it may not.
Work = Callable[[Callable[[], None], Callable[[], bool]], None]


def supervise(count: int, work: Work, ready: Callable[[], None]) -> None:
    """Keeps `count` workers at work until this process is stopped. Calls `ready` once all of them work."""
    born: dict[int, float] = {}
    try:
        for _ in range(count):
            worker, works = _fork(work)
            born[worker] = time.monotonic()
            with os.fdopen(works, "rb") as said:
                if not said.read(1):
                    raise SystemExit("A process could not start: see above.")
        ready()
        while True:
            worker, status = os.wait()
            if time.monotonic() - born.pop(worker, 0) < SHORTEST_LIFE_SECONDS:
                time.sleep(SHORTEST_LIFE_SECONDS)
            log.warning("process %d ended with %d, another takes its place", worker, os.waitstatus_to_exitcode(status))
            worker, works = _fork(work)
            os.close(works)
            born[worker] = time.monotonic()
    except KeyboardInterrupt:
        pass
    finally:
        _end(list(born))


def _fork(work: Work) -> tuple[int, int]:
    """A new worker, and a pipe out of which one byte comes when it works, none when it cannot."""
    reads, writes = os.pipe()
    parent = os.getpid()
    sys.stdout.flush()
    sys.stderr.flush()
    worker = os.fork()
    if worker == 0:
        os.close(reads)
        _work(work, writes, parent)
    os.close(writes)
    return worker, reads


def _work(work: Work, writes: int, parent: int) -> NoReturn:
    """Never returns into what the watching process does next."""
    code = 1

    def ready() -> None:
        with suppress(BrokenPipeError):
            os.write(writes, b"1")
        os.close(writes)

    try:
        work(ready, lambda: os.getppid() == parent)
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


def _end(workers: list[int]) -> None:
    for worker in workers:
        with suppress(ProcessLookupError):
            os.kill(worker, signal.SIGTERM)
    give_up = time.monotonic() + SECONDS_TO_END
    for worker in workers:
        with suppress(ChildProcessError):
            while os.waitpid(worker, os.WNOHANG) == (0, 0):
                if time.monotonic() > give_up:
                    os.kill(worker, signal.SIGKILL)
                time.sleep(0.02)
