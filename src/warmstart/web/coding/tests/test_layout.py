"""Values over lines, and what differs between two of them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmstart.judge.literal import show
from warmstart.web.coding.difference import differences
from warmstart.web.coding.layout import MOST_LINES, layout, layout_of_text

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner) | st.tuples(inner, inner),
    max_leaves=40,
)


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ([1, 2], "[1, 2]"),
        (np.zeros((1, 2), np.float32), "array([[0.0, 0.0]], dtype=float32)  # (1, 2) float32"),
        (np.arange(3), "array([0, 1, 2])  # (3,) int64"),
    ],
)
def test_what_is_short_stays_on_one_line(value: object, line: str) -> None:
    assert layout(value) == [line]


def test_long_arrays_go_row_by_row_and_end_with_shape_and_dtype() -> None:
    lines = layout(np.arange(24.0).reshape(3, 8))
    assert lines[0] == "array(["
    assert lines[-1] == "])  # (3, 8) float64"
    assert lines[1].strip() == "[0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0],"


def test_long_dicts_are_in_order_whatever_order_they_came_in() -> None:
    one = {"b": list(range(9)), "a": list(range(9, 18)), "c": "x" * 20}
    other = dict(reversed(one.items()))
    assert layout(one) == layout(other)
    assert layout(one)[1] == "  'a': [9, 10, 11, 12, 13, 14, 15, 16, 17],"


def test_long_flat_lists_have_eight_entries_a_line() -> None:
    assert layout(list(range(100)))[1:3] == ["  0, 1, 2, 3, 4, 5, 6, 7,", "  8, 9, 10, 11, 12, 13, 14, 15,"]


def test_huge_values_are_cut() -> None:
    lines = layout([[number] * 30 for number in range(1000)])
    assert len(lines) == MOST_LINES + 1
    assert "more lines" in lines[-1]


def test_a_text_that_is_no_value_is_shown_as_it_is() -> None:
    assert layout_of_text("array([1.0, 2") == ["array([1.0, 2"]


@given(VALUES)
def test_a_layout_says_no_less_than_the_value(value: object) -> None:
    lines = layout(value)
    if len(lines) == 1:
        assert lines == [show(value)]
    elif len(lines) <= MOST_LINES:
        joined = "".join("".join(lines).split())
        assert all("".join(show(leaf).split()) in joined for leaf in leaves(value))


def leaves(value: object) -> list[object]:
    if isinstance(value, dict):
        return [leaf for part in value.values() for leaf in leaves(part)]
    if isinstance(value, list | tuple):
        return [leaf for part in value for leaf in leaves(part)]
    return [value]


@given(st.lists(st.text(max_size=9), max_size=9), st.lists(st.text(max_size=9), max_size=9))
def test_what_is_not_marked_is_the_same_on_both_sides(expected: list[str], got: list[str]) -> None:
    left, right = differences(expected, got)
    assert (len(left), len(right)) == (len(expected), len(got))
    same_left = [line.before for line in left if not (line.different or line.after)]
    same_right = [line.before for line in right if not (line.different or line.after)]
    assert [text for text in same_left if text] == [text for text in same_right if text]
