"""Readiness against numbers that are found another way."""

from math import sqrt

import numpy as np
import pytest

from warmstart.skills.readiness import (
    BAR,
    LUCK,
    MODEL_ERROR,
    A,
    RoundSpec,
    SkillNow,
    ability,
    forecast,
    known_share,
    quality,
    recall_of_skill,
    slope_recall,
    slope_z,
)

STEP = 1e-5
PLACES = [(alpha, z, recall) for alpha in (0.2, 0.6) for z in (-2.0, 0.1, 3.0) for recall in (0.0, 0.7)]
ROUND = RoundSpec("concepts", "ML concepts", 0.3, 0.6, {"a": 0.5, "b": 0.3, "c": 0.2})
SHARED = 0.005
NOW = {
    "a": SkillNow(0.8, 0.0125, SHARED, 0.7),
    "b": SkillNow(0.2, 0.0250, SHARED, 0.4),
    "c": SkillNow(-0.3, 0.0050, SHARED, 0.9),
}


@pytest.mark.parametrize(("alpha", "z", "recall"), PLACES)
def test_slopes_are_those_of_the_quality(alpha: float, z: float, recall: float) -> None:
    by_z = (quality(alpha, z + STEP, recall) - quality(alpha, z - STEP, recall)) / (2 * STEP)
    by_recall = (quality(alpha, z, recall + STEP) - quality(alpha, z, recall - STEP)) / (2 * STEP)
    assert slope_z(alpha, z, recall) == pytest.approx(by_z, abs=1e-8)
    assert slope_recall(alpha, z, recall) == pytest.approx(by_recall, abs=1e-8)


def test_ability_is_even_odds_where_knowledge_meets_the_demand() -> None:
    assert ability(0.5, 0.5) == pytest.approx(0.5)
    assert ability(-1e4, 0.0) == 0.0
    assert ability(1e4, 1.0) == 1.0


def drawn(count: int = 200_000) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    """Scores of the round of learners such as NOW tells of: each skill its own luck, all of them one."""
    rng = np.random.default_rng(7)
    shared = rng.normal(0.0, sqrt(SHARED), count)
    scores = np.zeros(count)
    for skill, weight in ROUND.skills.items():
        now = NOW[skill]
        z = now.z + shared + rng.normal(0.0, sqrt(now.var_skill), count)
        x = 1 / (1 + np.exp(-A * (z + 1.2 * (now.recall - 0.5) - 0.5)))
        scores += weight * (ROUND.alpha * now.recall + (1 - ROUND.alpha) * x)
    return scores


def test_the_variance_by_slopes_is_that_of_drawn_learners() -> None:
    """Small variances: a slope is the first order, and what it leaves out grows with them."""
    scores, told = drawn(), forecast(ROUND, NOW)
    assert told.score == pytest.approx(scores.mean(), abs=0.002)
    assert told.variance == pytest.approx(scores.var(), rel=0.02)
    assert np.mean((scores > told.low) & (scores < told.high)) == pytest.approx(0.8, abs=0.01)


def test_the_chance_to_pass_is_the_share_of_drawn_learners_who_pass() -> None:
    scores, told = drawn(), forecast(ROUND, NOW)
    lucky = scores + np.random.default_rng(8).normal(0.0, LUCK, len(scores))
    assert told.p == pytest.approx(np.mean(lucky > BAR), abs=0.01)


def test_the_range_of_the_chance_is_told_at_the_ends_of_the_score() -> None:
    told = forecast(ROUND, NOW)
    luck = np.random.default_rng(9).normal(0.0, LUCK, 200_000)
    assert told.p_low == pytest.approx(np.mean(told.low + luck > BAR), abs=0.005)
    assert told.p_high == pytest.approx(np.mean(told.high + luck > BAR), abs=0.005)
    assert told.p_low < told.p < told.p_high


def test_mocks_are_weighed_as_draws_around_the_truth() -> None:
    """By precisions: the model's, with its error, and that of each mock."""
    bare, mocks = forecast(ROUND, NOW), (0.9, 0.8, 0.7)
    told = forecast(ROUND, NOW, mocks)
    ours, theirs = 1 / (bare.variance + MODEL_ERROR**2), len(mocks) / LUCK**2
    assert told.score == pytest.approx((ours * bare.score + theirs * 0.8) / (ours + theirs))
    assert told.variance == pytest.approx(1 / (ours + theirs))


def test_below_two_mocks_a_percentage_is_not_told_by_itself() -> None:
    enough = [forecast(ROUND, NOW, (0.6,) * count).enough for count in range(3)]
    assert enough == [False, False, True]


def test_the_interval_stays_a_share() -> None:
    wide = {skill: SkillNow(now.z, 400.0, 400.0, now.recall) for skill, now in NOW.items()}
    told = forecast(ROUND, wide)
    assert (told.low, told.high) == (0.0, 1.0)


def test_an_unseen_item_counts_as_far_as_items_were_known_before() -> None:
    """Two met at .9 and .5, two unseen; three of the ten met anywhere were known, one of these two."""
    prior = (1 + 3) / (3 + 10)
    kappa = (4 * prior + 1) / (4 + 2)
    assert known_share(2, 1, 3, 10) == pytest.approx(kappa)
    assert recall_of_skill([0.9, 0.5], 2, 1, 3, 10) == pytest.approx((0.9 + 0.5 + 2 * 0.8 * kappa) / 4)
    assert recall_of_skill([], 0, 0, 0, 0) == 0.0
