"""Clients that send a great deal at once to the real server: others lose nothing, neither a thread nor memory.

More connections than there are threads, each sending more than is allowed. Bounded in number, on loopback only.
"""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from backend import connections, serve
from backend.config import MIB
from tests.api.test_slow_connections import PATIENCE_SECONDS, ask
from tests.harness import Server, running_server

ASKED = b"GET /api/v2/content/en HTTP/1.1\r\nHost: x\r\n\r\n"
FETCHED_SLOWLY = 4096
HEAD = b"PUT /api/v1/invites/" + b"ab" * 16 + b" HTTP/1.1\r\nHost: x\r\nContent-Length: 3000000\r\n\r\n"
BODY = HEAD + b" " * 2_900_000


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with running_server(tmp_path, tmp_path / "dist", {"RATE_LIMIT": "1000000 per minute"}) as server:
        yield server


def connected(server: Server, stack: ExitStack) -> socket.socket:
    phone = stack.enter_context(socket.socket())
    phone.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, FETCHED_SLOWLY)
    phone.settimeout(PATIENCE_SECONDS)
    phone.connect(("127.0.0.1", server.port))
    return phone


def peak_mib(server: Server) -> int:
    """The peak memory of the server so far."""
    assert server.process_id is not None
    told = Path(f"/proc/{server.process_id}/status").read_text()
    return int(told.partition("VmHWM:")[2].split()[0]) // 1024


@pytest.mark.parametrize("factor", [1, 10])
def test_a_thousand_questions_at_once_on_each_connection_stop_nobody(server: Server, factor: int) -> None:
    """Nobody fetches the answers: no thread may wait for that."""
    with ExitStack() as stack:
        for _ in range(factor * (serve.THREADS + 2)):
            connected(server, stack).sendall(ASKED * 1000)
        for _ in range(40):  # enough to meet every thread
            assert json.loads(server.get("/healthz")) == {"status": "ok"}
            time.sleep(0.1)
        assert peak_mib(server) < 800


def test_a_few_questions_at_once_are_answered_and_what_is_too_many_is_refused(server: Server) -> None:
    with ExitStack() as stack:
        phone = connected(server, stack)
        phone.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n" * (connections.MOST_ASKED_AT_ONCE + 100))
        answers = b""
        while part := phone.recv(65536):
            answers += part
    assert answers.count(b"HTTP/1.1 200 OK") == connections.MOST_ASKED_AT_ONCE
    assert answers.count(b"HTTP/1.0 400 Bad Request") == 1
    assert answers.endswith(b'{"code": "bad_request", "message": "This request cannot be read."}')


def test_a_line_without_a_word_is_no_way_around_it(server: Server) -> None:
    status, body = ask(server, b"\r\n\r\n" * 10_000)
    assert (status, body["code"]) == (400, "bad_request")


def test_three_hundred_full_bodies_at_once_do_not_fill_the_memory(server: Server) -> None:
    """More arrive within a second than may wait, so the listener sweeps more often."""
    before = peak_mib(server)

    with ExitStack() as stack:
        phones = [connected(server, stack) for _ in range(300)]
        threads = [threading.Thread(target=send_a_body, args=(phone,)) for phone in phones]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert json.loads(server.get("/healthz")) == {"status": "ok"}
        assert peak_mib(server) - before < 3 * connections.MOST_WAITING_BYTES // MIB


def send_a_body(phone: socket.socket) -> None:
    try:
        phone.sendall(BODY)
    except OSError:  # closed by the server, as it should be
        return


@pytest.mark.parametrize("address", [b"http://[", b"http://[::1/healthz", "http://a\u2100b/".encode()])
def test_an_address_that_is_none_is_refused_without_a_traceback(server: Server, address: bytes) -> None:
    head = b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    assert ask(server, b"GET /healthz" + head)[0] == 200
    status, body = ask(server, b"GET " + address + head)
    assert (status, body["code"]) == (400, "bad_request")
    assert "Error" not in server.request_log.read_text()
