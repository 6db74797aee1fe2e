import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmstart.judge.compare import Mismatch, Tolerance
from warmstart.judge.rows import compare_rows

CELLS = st.none() | st.integers(-9, 9) | st.floats(-9, 9) | st.text("ab", max_size=2) | st.binary(max_size=2)
TABLES = st.lists(st.tuples(CELLS, CELLS), max_size=6)


def told(want: object, got: object, *, ordered: bool = False) -> Mismatch | None:
    return compare_rows(want, got, Tolerance(), ordered=ordered)


@given(TABLES, st.randoms(use_true_random=False))
def test_rows_in_any_order_are_the_same_multiset(rows: list[object], rng: random.Random) -> None:
    shuffled = rng.sample(rows, len(rows))
    assert told(rows, shuffled) is None
    assert told(rows, rows, ordered=True) is None


@given(TABLES, st.tuples(CELLS, CELLS))
def test_one_row_more_is_seen(rows: list[object], row: object) -> None:
    assert told(rows, [*rows, row]) is not None
    assert told([*rows, row], rows) is not None


def test_how_often_a_row_comes_counts() -> None:
    assert told([(1,), (1,), (2,)], [(1,), (2,), (2,)]) == Mismatch("", "the row (1,) is missing")


def test_numbers_of_one_value_are_equal_and_truth_is_a_number() -> None:
    assert told([(1, 2.0), (True, None)], [(1, None), (1.0, 2)]) is None
    assert told([(1,)], [("1",)]) is not None
    assert told([("a",)], [(b"a",)]) is not None


def test_floats_a_hair_apart_find_their_partners() -> None:
    want = [(0.1 + 0.2, "a"), (0.3, "b"), (0.3 - 1e-12, "c")]
    assert told(want, [(0.3, "a"), (0.3, "c"), (0.3, "b")]) is None
    assert told(want, [(0.3, "a"), (0.3, "c"), (0.31, "b")]) is not None


@pytest.mark.parametrize(
    "got", [None, {}, [[1]], [(1,), (1, 2)], [([],)], [({"a": 1},)], [(True,)], [(1j,)], [1], "ab"]
)
def test_what_no_query_returns_is_no_table(got: object) -> None:
    mismatch = told([(1,)], got)
    assert mismatch is not None
    assert mismatch.telling


def test_columns_and_order_are_told_of_hidden_cases_too_and_values_are_not() -> None:
    telling = [told([(1, 2)], [(1,)]), told([(1,), (2,)], [(2,), (1,)], ordered=True)]
    silent = [told([(1,)], [(2,)]), told([(1,)], []), told([(1,)], [(2,)], ordered=True)]
    assert [mismatch and mismatch.telling for mismatch in telling + silent] == [True] * 2 + [False] * 3


def test_hostile_rows_do_not_keep_the_judge_busy() -> None:
    """Every expected row has a partner a hair apart, behind thousands that have none."""
    many = 20_000
    got: list[tuple[float]] = [(-1.0 - n,) for n in range(many)] + [(n + 1e-10,) for n in range(many)]
    assert told([(float(n),) for n in range(2 * many)], got) is not None
