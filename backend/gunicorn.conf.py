"""How gunicorn serves the app: one process, many threads, one line when it listens.

One process, because SQLite has one writer and the rate limits live in memory. HOST and PORT choose the address.
"""

# ruff: noqa: N999 - the name under which gunicorn's users look for it

import logging
import os

HOST = os.environ.get("HOST", "127.0.0.1")
PORT = os.environ.get("PORT", "8000")

bind = f"[{HOST}]:{PORT}" if ":" in HOST else f"{HOST}:{PORT}"
worker_class = "gthread"
workers = 1
threads = 32
graceful_timeout = 5
control_socket_disable = True
accesslog = None  # backend/request_log.py writes what may be known of a request
loglevel = "warning"


def when_ready(_server: object) -> None:
    """Says where to go, once the port listens."""
    logging.basicConfig(format="%(asctime)s %(message)s")
    logging.getLogger("backend").setLevel(logging.INFO)
    shown = bind.replace("0.0.0.0", "127.0.0.1")  # noqa: S104 - shown, not bound
    print(f"Second Look is ready at http://{shown}", flush=True)  # noqa: T201 - whoever typed the command reads it
