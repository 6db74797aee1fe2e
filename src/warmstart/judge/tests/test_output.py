import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmstart.judge.output import PrintReader, PrintTooLong

MARK = b"\0mark\0"


@given(st.lists(st.binary(max_size=20).filter(lambda b: b"\0" not in b), min_size=1), st.integers(1, 7))
def test_each_part_is_what_was_printed_before_its_mark(parts: list[bytes], step: int) -> None:
    reader = PrintReader(10_000)
    reader.expect(MARK, len(parts))
    stream = b"".join(part + MARK for part in parts) + b"rest"
    for i in range(0, len(stream), step):
        reader.feed(stream[i : i + step])
    assert [reader.next_part() for _ in parts] == parts
    assert reader.rest == b"rest"


@given(st.lists(st.integers(0, 30), min_size=1, max_size=8))
def test_marks_do_not_count_towards_the_limit(sizes: list[int]) -> None:
    reader = PrintReader(sum(sizes))
    reader.expect(MARK, len(sizes))
    for size in sizes:
        reader.feed(b"x" * size + MARK)
        reader.next_part()
    with pytest.raises(PrintTooLong):
        reader.feed(b"x")


def test_marks_beyond_those_that_are_due_count_as_print() -> None:
    reader = PrintReader(10)
    reader.expect(MARK, 1)
    reader.feed(MARK)
    with pytest.raises(PrintTooLong):
        reader.feed(2 * MARK)
