import os
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmstart.judge.frame import (
    LEARNER_TEXT,
    MOST_FRAME,
    MOST_TOTAL,
    FrameReader,
    FrameTooLong,
    MalformedFrame,
    open_frame,
    write_frame,
)
from warmstart.judge.replies import read_case
from warmstart.judge.watch import Reply


def written(header: dict[str, object], buffers: list[bytes]) -> bytes:
    reading, writing = os.pipe()
    try:
        write_frame(writing, header, buffers)
        return os.read(reading, 1 << 16)
    finally:
        os.close(reading)
        os.close(writing)


@given(
    st.lists(st.tuples(st.integers(0, 99), st.lists(st.binary(max_size=20), max_size=3)), max_size=4),
    st.data(),
)
def test_frames_read_back_however_the_stream_is_cut(
    frames: list[tuple[int, list[bytes]]], data: st.DataObject
) -> None:
    stream = b"".join(written({"case": n}, buffers) for n, buffers in frames)
    reader, read = FrameReader(), []
    while stream:
        size = data.draw(st.integers(1, len(stream)))
        read += [open_frame(body) for body in reader.feed(stream[:size])]
        stream = stream[size:]
    assert [(h["case"], [bytes(b) for b in bs]) for h, bs in read] == frames
    assert reader.rest == 0


def test_one_byte_at_a_time_is_an_ordinary_stream() -> None:
    reader = FrameReader()
    stream = written({"case": 1, "value": "x" * 50}, [])
    bodies = [body for i in range(len(stream)) for body in reader.feed(stream[i : i + 1])]
    assert len(bodies) == 1


def test_a_length_of_all_ones_is_refused_before_memory_is_taken() -> None:
    with pytest.raises(FrameTooLong):
        list(FrameReader().feed(b"\xff\xff\xff\xff"))


def test_the_sum_of_all_frames_is_capped() -> None:
    reader = FrameReader()
    piece = struct.pack("!I", MOST_FRAME) + bytes(MOST_FRAME)
    for _ in range(MOST_TOTAL // len(piece)):
        list(reader.feed(piece))
    with pytest.raises(FrameTooLong):
        list(reader.feed(piece))


def test_text_is_capped_below_raw_buffers() -> None:
    text = b'{"a":"' + b"x" * 900_000 + b'"}'
    frame = struct.pack("!II", len(text) + 4, len(text)) + text
    reader = FrameReader()
    for _ in range(LEARNER_TEXT.all // len(text)):
        list(reader.feed(frame))
    with pytest.raises(FrameTooLong):
        list(reader.feed(frame))


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\0\0\0\x09{}",
        b"\0\0\0\x02[]",
        b"\0\0\0\x04null",
        b"\0\0\0\x02{}more",
        b'\0\0\0\x10{"buffers": [5]}1234',
        b'\0\0\0\x11{"buffers": [-1]}',
        b'\0\0\0\x10{"buffers": "x"}',
        b"\0\0\0\x02\xff\xff",
    ],
)
def test_a_body_whose_lengths_lie_is_refused(body: bytes) -> None:
    with pytest.raises(MalformedFrame):
        open_frame(memoryview(body))


@given(st.binary(max_size=200))
def test_any_bytes_are_a_result_or_are_refused(body: bytes) -> None:
    try:
        header, buffers = open_frame(memoryview(body))
        read_case(Reply(header, buffers, 0, 0, b""), 0)
    except (MalformedFrame, FrameTooLong):
        return


@pytest.mark.parametrize(
    "header",
    [
        {"case": 1, "value": 1},
        {"case": True, "value": 1},
        {"case": 0},
        {"case": 0, "raised": "text"},
        {"case": 0, "raised": {"type": 1}},
        {"case": 0, "value": {"$nd": ["<f8", [1], 0]}},
        {"value": 1},
        {},
    ],
)
def test_a_frame_out_of_turn_or_without_result_is_refused(header: dict[str, object]) -> None:
    with pytest.raises(MalformedFrame):
        read_case(Reply(header, [], 0, 0, b""), 0)
