"""A slow network in front of a server: all traffic shares one line, including the service worker's.

The browser's own throttling does not affect its service worker, which is what makes the app ready for offline.
Models bandwidth, distance and the opening of a connection; no loss, no TLS, no slow start.
"""

from __future__ import annotations

import asyncio
import threading
from asyncio import StreamReader, StreamWriter
from collections.abc import Iterator
from contextlib import contextmanager, suppress

DOWN_BYTES_PER_SECOND = 1_600_000 / 8
UP_BYTES_PER_SECOND = 750_000 / 8
ROUND_TRIP_SECONDS = 0.150
CHUNK = 1460 * 2


class Line:
    """One direction. Senders wait until the line is free, so that connections take turns."""

    def __init__(self, bytes_per_second: float) -> None:
        self._rate = bytes_per_second
        self._free_at = 0.0

    async def carry(self, size: int) -> None:
        now = asyncio.get_running_loop().time()
        self._free_at = max(now, self._free_at) + size / self._rate
        await asyncio.sleep(self._free_at - now)


class SlowLink:
    """Carries connections between the browser and the server at `port`."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._down = Line(DOWN_BYTES_PER_SECOND)
        self._up = Line(UP_BYTES_PER_SECOND)

    async def connect(self, browser_reads: StreamReader, browser_writes: StreamWriter) -> None:
        server_reads, server_writes = await asyncio.open_connection("127.0.0.1", self._port)
        # The browser believes that it is connected at once; the round trip for that is added here.
        # Without this, asyncio's streams complain about tasks that were cut off
        with suppress(asyncio.CancelledError):
            await asyncio.sleep(ROUND_TRIP_SECONDS)
            await asyncio.gather(
                carry(browser_reads, server_writes, self._up), carry(server_reads, browser_writes, self._down)
            )


async def carry(reader: StreamReader, writer: StreamWriter, line: Line) -> None:
    """Passes on what is read, each piece half a round trip after the line let it through."""
    loop = asyncio.get_running_loop()
    on_its_way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()

    async def arrive() -> None:
        while True:
            at, piece = await on_its_way.get()
            await asyncio.sleep(at - loop.time())
            if not piece:
                break
            writer.write(piece)
            await writer.drain()
        writer.close()

    arriving = asyncio.create_task(arrive())
    with suppress(ConnectionError):
        while piece := await reader.read(CHUNK):
            await line.carry(len(piece))
            on_its_way.put_nowait((loop.time() + ROUND_TRIP_SECONDS / 2, piece))
    on_its_way.put_nowait((loop.time() + ROUND_TRIP_SECONDS / 2, b""))
    with suppress(ConnectionError):
        await arriving


@contextmanager
def slow_link(port: int) -> Iterator[str]:
    """The address of the server at `port` over the slow network, until the end of the block."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    starting = asyncio.start_server(SlowLink(port).connect, "127.0.0.1", 0, limit=CHUNK)
    server = asyncio.run_coroutine_threadsafe(starting, loop).result()
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()
        asyncio.run_coroutine_threadsafe(cut_off(), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def cut_off() -> None:
    """Ends all open transfers: the browser has gone."""
    under_way = asyncio.all_tasks() - {asyncio.current_task()}
    for task in under_way:
        task.cancel()
    await asyncio.gather(*under_way, return_exceptions=True)
