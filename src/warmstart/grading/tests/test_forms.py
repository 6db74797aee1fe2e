"""Choices and orders: right only when all is right, and what is wrong is pointed at."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmstart.grading.choices import Chosen, check_choices
from warmstart.grading.ordering import Misplaced, Ordered, check_order

RIGHT = (True, False, True, False, False)
CHOICES = [
    ((0, 2), Chosen((0, 2), (), (), 1.0)),
    ((2, 0, 0), Chosen((0, 2), (), (), 1.0)),
    ((0,), Chosen((0,), (2,), (), 0.5)),
    ((0, 2, 3), Chosen((0, 2), (), (3,), 0.5)),
    ((1, 3), Chosen((), (0, 2), (1, 3), 0.0)),
    ((), Chosen((), (0, 2), (), 0.0)),
    ((0, 2, 99, -1), Chosen((0, 2), (), (), 1.0)),
    (range(5), Chosen((0, 2), (), (1, 3, 4), 0.0)),
]


@pytest.mark.parametrize(("chosen", "result"), CHOICES)
def test_all_right_options_and_no_other(chosen: tuple[int, ...], result: Chosen) -> None:
    assert check_choices(RIGHT, chosen) == result
    assert result.is_right is (sorted({at for at in chosen if 0 <= at < 5}) == [0, 2])


@given(st.lists(st.booleans(), min_size=1, max_size=8), st.sets(st.integers(-2, 9)))
def test_each_option_is_judged_once(right: list[bool], chosen: set[int]) -> None:
    found = check_choices(right, chosen)
    told = [*found.hits, *found.missed, *found.wrong]
    assert len(told) == len(set(told))
    assert {at for at, is_right in enumerate(right) if is_right} == {*found.hits, *found.missed}
    assert 0 <= found.share <= 1


ORDERS = [
    ((0, 1, 2, 3), Ordered(None, 1.0)),
    ((0, 2, 1, 3), Ordered(None, 1.0)),
    ((1, 0, 2, 3), Ordered(Misplaced(0, 1, 1), 0.8)),
    ((3, 0, 1, 2), Ordered(Misplaced(0, 3, 3), 0.4)),
    ((0, 1, 3, 2), Ordered(Misplaced(2, 3, 1), 0.8)),
    ((0, 1, 2), Ordered(None, 0.0, complete=False)),
    ((0, 0, 1, 2), Ordered(None, 0.0, complete=False)),
    ((0, 1, 2, 9), Ordered(None, 0.0, complete=False)),
    ((), Ordered(None, 0.0, complete=False)),
]


@pytest.mark.parametrize(("order", "result"), ORDERS)
def test_the_first_wrong_place_is_told_up_to_ties(order: tuple[int, ...], result: Ordered) -> None:
    assert check_order(4, order, [[2, 3]]) == result


@given(st.integers(1, 7).flatmap(lambda n: st.tuples(st.just(n), st.permutations(range(n)))))
def test_only_the_right_order_is_right(case: tuple[int, list[int]]) -> None:
    count, order = case
    found = check_order(count, order)
    assert found.is_right is (order == sorted(order))
    assert found.is_right is (found.share == 1)
    if found.first is not None:
        assert order[found.first.place] == found.first.step == found.first.place + found.first.away
