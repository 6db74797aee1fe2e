"""What practice adds, and how it fades."""

import pytest

from warmstart.plan.ledger import Ledger, Pace, block_gain, faded, practised


def test_a_gain_fades_more_slowly_the_more_often_one_practised() -> None:
    once, often = (faded(Ledger(1.0, count, 0.0), 30.0) for count in (1, 10))
    assert once == pytest.approx((1 + 30 / 22.5) ** -0.3)
    assert once < often < 1.0


def test_before_the_last_practice_nothing_has_faded() -> None:
    assert faded(Ledger(0.7, 2, 10.0), 4.0) == 0.7
    assert faded(None, 4.0) == 0.0


def test_most_is_learnt_where_success_is_as_likely_as_failure() -> None:
    even, easy, hopeless = (block_gain(0, 1.0, chance) for chance in (0.5, 0.95, 0.0))
    assert even == 0.5
    assert even > easy > hopeless == pytest.approx(0.1)


def test_each_further_block_teaches_less() -> None:
    assert block_gain(5, 1.0, 0.5) == pytest.approx(0.5 / 1.6)


def test_a_block_adds_to_what_is_left_of_the_earlier_ones() -> None:
    first = practised(None, 0.0, 1.0, 0.5)
    second = practised(first, 8.0, 1.0, 0.5)
    assert (first.gain, first.count, first.last) == (0.5, 1, 0.0)
    assert second.gain == pytest.approx(faded(first, 8.0) + 0.5 / 1.12)
    assert (second.count, second.last) == (2, 8.0)


def test_who_learns_twice_as_fast_gains_twice_as_much() -> None:
    assert practised(None, 0.0, 1.0, 0.5, Pace(rate=1.0)).gain == 1.0
    assert faded(Ledger(1.0, 0, 0.0), 15.0, Pace(fades_after=30.0)) == pytest.approx(1.5**-0.3)
