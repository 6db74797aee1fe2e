"""Chances that were told, held against what came."""

import pytest

from warmstart.skills.reliability import binned, wilson


def test_bins_hold_equally_many_and_every_pair() -> None:
    found = binned([(n / 100, n % 3 == 0) for n in range(100)])
    assert found is not None
    assert [each.count for each in found.bins] == [10] * 10
    assert found.bins[0].name == "0 to 9 %"


def test_scores_are_those_of_the_textbook() -> None:
    found = binned([(0.8, True), (0.8, False)])
    assert found is not None
    assert found.brier == pytest.approx((0.04 + 0.64) / 2)
    assert found.log_loss == pytest.approx(0.9162907, abs=1e-6)


def test_a_certain_chance_that_fails_costs_much_but_not_without_end() -> None:
    found = binned([(1.0, False)])
    assert found is not None
    assert 13 < found.log_loss < 14


def test_an_interval_narrows_with_answers_and_holds_the_share() -> None:
    few, many = wilson(3, 4), wilson(300, 400)
    assert few[0] < many[0] < 0.75 < many[1] < few[1]
    assert wilson(4, 4)[1] == 1.0


def test_a_bin_tells_the_means_of_its_pairs() -> None:
    found = binned([(0.2, 0.0), (0.3, 1.0), (0.8, 1.0), (0.9, 0.5)], bins=2)
    assert found is not None
    assert [each.share for each in found.bins] == [0.5, 0.75]
    assert [each.told for each in found.bins] == pytest.approx([0.25, 0.85])
