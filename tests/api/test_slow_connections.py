"""Connections that send or fetch nothing, or one byte at a time: they are closed and never block the others.

Real sockets against the real server, ten times as many as it has threads.
"""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from waitress import wasyncore
from waitress.adjustments import Adjustments

from backend import connections, serve
from backend.config import MIB
from tests.harness import Server, running_server

if TYPE_CHECKING:
    from wsgiref.types import WSGIApplication

MANY = 10 * serve.THREADS
PATIENCE_SECONDS = 60  # long: the tests only ask whether there is an answer at all

# By name: what each slow connection sends before it falls silent.
SLOW = {
    "half a head": b"GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: ",
    "half a body": b"PUT /api/v1/invites/" + b"ab" * 16 + b" HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n{",
    "half a chunk": b"POST /x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n400\r\nabc",
    "nothing": b"",
    "answers that are not fetched": b"GET /api/v2/content/en HTTP/1.1\r\nHost: x\r\n\r\n" * 3,
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("slow")
    with running_server(folder, folder / "dist", {"RATE_LIMIT": "100000 per minute"}) as server:
        yield server


@pytest.mark.parametrize("kind", SLOW)
def test_many_slow_connections_do_not_stop_the_others(server: Server, kind: str) -> None:
    with ExitStack() as open_for_long:
        for _ in range(MANY):
            slow = open_for_long.enter_context(socket.socket())
            slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)  # so that an answer does not fit in the buffer
            slow.settimeout(PATIENCE_SECONDS)
            slow.connect(("127.0.0.1", server.port))
            slow.sendall(SLOW[kind])
        assert json.loads(server.get("/healthz")) == {"status": "ok"}
        status, body = ask(server, b"GET /api/v1/openapi.json HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        assert (status, body["openapi"]) == (200, "3.1.0")


BROKEN = {
    "a chunk without a size": (b"Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n", 400),
    "a chunk that is longer than it says": (b"Transfer-Encoding: chunked\r\n\r\n2\r\nabcdef\r\n0\r\n\r\n", 400),
    "a chunk for each letter": (b"Transfer-Encoding: chunked\r\n\r\n" + b"1\r\na\r\n" * 9000 + b"0\r\n\r\n", 400),
    "a length that is no number": (b"Content-Length: many\r\n\r\n", 400),
    "a length of 5,000 digits": (b"Content-Length: " + b"9" * 5000 + b"\r\n\r\n", 400),
    "two lengths": (b"Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", 400),
    "a head that is too long": (b"X-Long: " + b"a" * 40_000 + b"\r\n\r\n", 431),
    "a body beyond every limit": (b"Content-Length: 99999999\r\n\r\n", 413),
}


@pytest.mark.parametrize("kind", BROKEN)
@pytest.mark.parametrize("path", [b"/healthz", b"/api/v1/logs/" + b"ab" * 16 + b"/entries"])
def test_what_is_no_request_is_refused_in_the_one_shape(server: Server, kind: str, path: bytes) -> None:
    rest, expected = BROKEN[kind]
    head = b"POST " + path + b" HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
    token = b"Authorization: Bearer " + b"ab" * 32 + b"\r\n"
    status, body = ask(server, head + token + rest)
    assert (status, set(body)) == (expected, {"code", "message"})
    assert "Traceback" not in server.request_log.read_text()


def ask(server: Server, raw: bytes) -> tuple[int, dict[str, Any]]:
    """The answer to bytes that no HTTP library would send."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE_SECONDS) as asking:
        asking.sendall(raw)
        answer = b""
        while part := asking.recv(65536):
            answer += part
    head, _, body = answer.partition(b"\r\n\r\n")
    return int(head.split()[1]), json.loads(body)


def test_the_server_ends_when_it_is_told_to_although_a_slow_connection_is_open(tmp_path: Path) -> None:
    other = Server(tmp_path, tmp_path / "dist")
    other.start()
    try:
        with socket.create_connection(("127.0.0.1", other.port), timeout=PATIENCE_SECONDS) as slow:
            slow.sendall(SLOW["half a head"])
            assert other.get("/manifest.json")
            other.stop()
            assert slow.recv(1) == b""
    finally:
        other.stop()
    assert "Traceback" not in other.request_log.read_text()


def test_the_start_says_what_a_server_in_front_is_needed_for(
    server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "PROXY_HOPS is 0: there is no HTTPS here" in server.request_log.read_text()
    serve.say_where(hops=1)
    assert capsys.readouterr().out == "Second Look is ready at http://127.0.0.1:8000\n"


class Door:
    """The listener alone, which a test moves on round by round."""

    def __init__(self, app: WSGIApplication) -> None:
        self.sockets: dict[int, Any] = {}
        adjustments = Adjustments(host="127.0.0.1", port=0, threads=1, outbuf_overflow=16 * MIB)
        self.listener = connections.Listener(app, self.sockets, adj=adjustments)
        self.port = self.listener.socket.getsockname()[1]

    def knock(self, said: bytes) -> socket.socket:
        knocking = socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE_SECONDS)
        knocking.sendall(said)
        self.go_round()
        return knocking

    def go_round(self) -> None:
        for _ in range(5):
            wasyncore.loop(timeout=0.05, use_poll=True, map=self.sockets, count=1)

    def count(self) -> int:
        return len(self.listener.active_channels)


def answered(_environ: dict[str, Any], start_response: Any) -> list[bytes]:
    start_response("204 No Content", [])
    return []


@contextmanager
def a_door(app: WSGIApplication = answered) -> Iterator[Door]:
    door = Door(app)
    try:
        yield door
    finally:
        door.listener.task_dispatcher.shutdown()
        wasyncore.close_all(door.sockets)


@pytest.mark.parametrize(
    ("kind", "seconds"),
    [
        ("half a head", connections.HEAD_SECONDS),
        ("half a body", connections.REQUEST_SECONDS),
        ("nothing", connections.IDLE_SECONDS),
    ],
)
def test_a_connection_has_a_time_by_which_it_must_be_done(
    monkeypatch: pytest.MonkeyPatch, kind: str, seconds: int
) -> None:
    with a_door() as door, door.knock(SLOW[kind]) as slow:
        present = time.time()
        for later, left in ((seconds - 2, 1), (seconds + 2, 0)):
            monkeypatch.setattr(time, "time", lambda later=later: present + later)
            door.listener.sweep(time.monotonic() + later)
            assert door.count() == left
        assert slow.recv(1) == b""


def test_a_letter_now_and_then_does_not_buy_more_time() -> None:
    with a_door() as door, door.knock(SLOW["half a body"]) as slow:
        slow.sendall(b"{")
        door.go_round()
        door.listener.sweep(time.monotonic() + connections.REQUEST_SECONDS - 2)
        assert door.count() == 1
        door.listener.sweep(time.monotonic() + connections.REQUEST_SECONDS + 2)
        assert door.count() == 0


@pytest.mark.parametrize(("setting", "value"), [("KEPT_CONNECTIONS", 3), ("MOST_WAITING_BYTES", 1600)])
def test_when_room_is_short_who_waits_longest_goes(monkeypatch: pytest.MonkeyPatch, setting: str, value: int) -> None:
    body = SLOW["half a body"] + b" " * 499
    with a_door() as door, ExitStack() as stack:
        slow = [stack.enter_context(door.knock(body)) for _ in range(5)]
        door.listener.sweep(time.monotonic())
        assert door.count() == 5
        monkeypatch.setattr(connections, setting, value)
        door.listener.sweep(time.monotonic())
        assert door.count() == 3
        for gone in slow[:2]:
            assert gone.recv(1) == b""
        slow[4].setblocking(False)
        with pytest.raises(BlockingIOError):
            slow[4].recv(1)


def test_a_thread_at_work_is_left_alone_until_it_is_done() -> None:
    """The listener would only request the lock that the thread holds, thousands of times a second."""
    long, goes_on = b"a" * 8_000_000, threading.Event()

    def writes_and_works_on(_environ: dict[str, Any], start_response: Any) -> Iterator[bytes]:
        start_response("200 OK", [("Content-Length", str(len(long)))])
        yield long
        goes_on.wait(PATIENCE_SECONDS)

    with a_door(writes_and_works_on) as door, door.knock(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n") as slow:
        (channel,) = door.listener.active_channels.values()
        until(lambda: channel.total_outbufs_len > 0)
        assert not channel.writable()
        goes_on.set()
        until(lambda: channel.waits)
        assert channel.writable()
        received = 0
        while received < len(long):
            door.go_round()
            received += len(slow.recv(len(long)))


def until(happens: Callable[[], bool]) -> None:
    give_up = time.monotonic() + PATIENCE_SECONDS
    while not happens():
        assert time.monotonic() < give_up
        time.sleep(0.01)


def test_a_connection_that_is_kept_serves_again(server: Server) -> None:
    connection = HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE_SECONDS)
    for _ in range(3):
        connection.request("GET", "/healthz")
        assert json.loads(connection.getresponse().read()) == {"status": "ok"}
    connection.close()
