"""Length-prefixed frames between the trusted parent and a worker.

A frame is a 4-byte length, a 4-byte length of its JSON header, the header, and raw buffers whose
lengths the header lists under "buffers". The worker writes them; the parent trusts none of it.
"""

import json
import os
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from warmstart.judge.value import MalformedValue, strict_loads

_LENGTH = struct.Struct("!I")
_TEXT = json.JSONEncoder(separators=(",", ":"), allow_nan=False)

MOST_FRAME = 16 * 2**20
MOST_TOTAL = 64 * 2**20
"""Bytes of one frame, and of all frames of a job."""


@dataclass(frozen=True, slots=True)
class TextCaps:
    """Bytes of one frame's JSON part, and of all JSON parts of a job.

    JSON is the dear part: `[],[],...` takes 70 times its length once it is decoded.
    """

    one: int
    all: int


LEARNER_TEXT = TextCaps(2**20, 4 * 2**20)
AUTHOR_TEXT = TextCaps(MOST_FRAME, MOST_TOTAL)
"""For generators of large inputs, which are code that we trust with the parent's memory."""


class FrameTooLong(Exception):
    """More bytes than a result may have."""


class MalformedFrame(Exception):
    """Bytes that no worker of ours writes; the message says what is wrong with them."""


def write_frame(descriptor: int, header: dict[str, object], buffers: Sequence[bytes] = ()) -> None:
    """Send one frame, whole. UnicodeEncodeError, ValueError: the header is no JSON (nothing was sent)."""
    if buffers:
        header = {**header, "buffers": [len(b) for b in buffers]}
    text = _TEXT.encode(header).encode("ascii")
    body = b"".join([_LENGTH.pack(len(text)), text, *buffers])
    write_all(descriptor, _LENGTH.pack(len(body)) + body)


def write_all(descriptor: int, data: bytes) -> None:
    written = os.write(descriptor, data)
    if written < len(data):
        view = memoryview(data)[written:]
        while view:
            view = view[os.write(descriptor, view) :]


class FrameReader:
    """Cuts a stream of bytes into frames; memory stays bounded whatever comes."""

    def __init__(self, caps: TextCaps = LEARNER_TEXT) -> None:
        self._caps = caps
        self._pending = bytearray()
        self._total = 0
        self._text = 0

    def feed(self, data: bytes) -> Iterator[memoryview]:
        """Bodies of the frames that `data` completes. FrameTooLong: a cap was passed."""
        self._total += len(data)
        if self._total > MOST_TOTAL:
            raise FrameTooLong(f"over {MOST_TOTAL // 2**20} MiB of results")
        self._pending += data
        while len(self._pending) >= 4:
            (length,) = _LENGTH.unpack_from(self._pending)
            if length > MOST_FRAME:
                raise FrameTooLong(f"a result of over {MOST_FRAME // 2**20} MiB")
            if len(self._pending) < 4 + length:
                return
            body = bytes(self._pending[4 : 4 + length])
            del self._pending[: 4 + length]
            self._count_text(body)
            yield memoryview(body)

    def _count_text(self, body: bytes) -> None:
        text = min(len(body), int.from_bytes(body[:4], "big"))
        self._text += text
        if text > self._caps.one:
            raise FrameTooLong(f"a result of over {self._caps.one // 2**20} MiB that is no array")
        if self._text > self._caps.all:
            raise FrameTooLong(f"over {self._caps.all // 2**20} MiB of results that are no arrays")

    @property
    def rest(self) -> int:
        """Bytes of a frame that never ended."""
        return len(self._pending)


def open_frame(body: memoryview) -> tuple[dict[str, object], list[memoryview]]:
    """Header and buffers of one body. MalformedFrame: lengths do not add up, or the header is no object."""
    if len(body) < 4:
        raise MalformedFrame("a frame without a header")
    (length,) = _LENGTH.unpack_from(body)
    if length > len(body) - 4:
        raise MalformedFrame("a header longer than its frame")
    try:
        header = strict_loads(bytes(body[4 : 4 + length]))
    except MalformedValue as error:
        raise MalformedFrame(str(error)) from error
    if not isinstance(header, dict):
        raise MalformedFrame("a header that is no object")
    return header, _split(body[4 + length :], header.get("buffers", []))


def _split(data: memoryview, lengths: object) -> list[memoryview]:
    if not isinstance(lengths, list) or any(type(n) is not int or n < 0 for n in lengths):
        raise MalformedFrame("buffer lengths: want a list of numbers >= 0")
    if sum(lengths) != len(data):
        raise MalformedFrame("buffers that do not fill their frame")
    parts = []
    for n in lengths:
        parts.append(data[:n])
        data = data[n:]
    return parts
