"""Makes a picture of the browser's small: a PNG with a palette, for the one icon that every phone keeps for offline.

Invariant: no pixel changes so much that an eye could see it. Must not be used on photographs: it counts on few colours.
"""

from __future__ import annotations

import struct
import zlib
from collections import Counter
from collections.abc import Iterator

SIGNATURE = b"\x89PNG\r\n\x1a\n"
CHANNELS = 4
MOST_COLOURS = 64

Pixel = bytes


def with_palette(png: bytes) -> bytes:
    """The same picture with at most MOST_COLOURS colours. `png` has 8 bits for each of red, green, blue and alpha."""
    width, height, rows = read(png)
    count = Counter(pixel for row in rows for pixel in row)
    palette = chosen(count)
    place = {pixel: min(range(len(palette)), key=lambda at: apart(pixel, palette[at])) for pixel in count}
    scanlines = b"".join(b"\0" + bytes(place[pixel] for pixel in row) for row in rows)
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
        (b"PLTE", b"".join(pixel[:3] for pixel in palette)),
        (b"tRNS", bytes(pixel[3] for pixel in palette)),
        (b"IDAT", zlib.compress(scanlines, 9)),
        (b"IEND", b""),
    )
    return SIGNATURE + b"".join(packed(kind, body) for kind, body in chunks)


def chosen(count: Counter[Pixel]) -> list[Pixel]:
    """The commonest colour, and then each time the one that is farthest from all that were taken."""
    palette = [count.most_common(1)[0][0]]
    distance = {pixel: apart(pixel, palette[0]) for pixel in count}
    while len(palette) < min(MOST_COLOURS, len(count)):
        palette.append(max(distance, key=lambda pixel: distance[pixel]))
        distance = {pixel: min(far, apart(pixel, palette[-1])) for pixel, far in distance.items()}
    return palette


def apart(one: Pixel, other: Pixel) -> int:
    """How far two colours are from each other."""
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))


def read(png: bytes) -> tuple[int, int, list[list[Pixel]]]:
    """Width, height and the pixels, row by row."""
    bodies = dict[bytes, bytes]()
    for kind, body in parts(png):
        bodies[kind] = bodies.get(kind, b"") + body
    width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", bodies[b"IHDR"])
    if (depth, colour, interlaced) != (8, 6, 0):
        raise ValueError("not a picture as the browser draws it")
    length = width * CHANNELS
    raw = zlib.decompress(bodies[b"IDAT"])
    above = bytes(length)
    rows = []
    for start in range(0, len(raw), length + 1):
        above = unfiltered(raw[start], raw[start + 1 : start + 1 + length], above)
        rows.append([above[at : at + CHANNELS] for at in range(0, length, CHANNELS)])
    return width, height, rows


def parts(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Kind and body of each chunk."""
    at = len(SIGNATURE)
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        yield png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        at += length + 12


def unfiltered(kind: int, line: bytes, above: bytes) -> bytes:
    """The line itself: each byte was written as its difference from its neighbours."""
    out = bytearray(line)
    for at, value in enumerate(line):
        left = out[at - CHANNELS] if at >= CHANNELS else 0
        corner = above[at - CHANNELS] if at >= CHANNELS else 0
        guess = (0, left, above[at], (left + above[at]) // 2, nearest(left, above[at], corner))[kind]
        out[at] = (value + guess) & 255
    return bytes(out)


def nearest(left: int, above: int, corner: int) -> int:
    """The neighbour nearest to what all three together let expect; of equals, the first."""
    target = left + above - corner
    return min((left, above, corner), key=lambda value: abs(target - value))


def packed(kind: bytes, body: bytes) -> bytes:
    """A chunk as it stands in the file."""
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
