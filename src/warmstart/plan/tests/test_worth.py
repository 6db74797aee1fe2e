"""Values of single choices, against the formulas said with single numbers."""

from dataclasses import replace

import numpy as np
import pytest

from warmstart.plan.forgetting import RHO
from warmstart.plan.learner import SkillState
from warmstart.plan.ledger import Ledger, faded, practised
from warmstart.plan.tests.invented import SKILLS, TODAY, block, card, full, learner, memory
from warmstart.plan.worth import Worth
from warmstart.recall.curve import chance
from warmstart.recall.memory import Rating, after
from warmstart.skills.readiness import KAPPA, A, ability, quality, slope_recall


def test_the_score_without_doing_anything_is_that_of_the_rounds() -> None:
    made = full()
    worth = Worth(made)
    by_hand = sum(
        each.weight * weight * quality(each.alpha, float(worth.z_then[n]), float(worth.recall[n]))
        for each in made.rounds
        for skill, weight in each.skills.items()
        for n in [worth.skills.at[skill]]
    )
    assert worth.expected() == pytest.approx(by_hand, abs=1e-12)


def test_a_review_is_worth_its_rise_less_half_of_that_on_the_eve_times_the_slope() -> None:
    seen = memory(4.0, 5.0)
    made = learner((card("a", seen=seen), card("b", seen=memory(9.0, 1.0))), left=10.0)
    worth = Worth(made)

    def rise(day: float) -> float:
        recall = chance(day - seen.last, seen.stability)
        good, again = (after(seen, rating, day, int(day) + 1) for rating in (Rating.GOOD, Rating.AGAIN))
        left = made.target - day
        with_it = recall * chance(left, good.stability) + (1 - recall) * chance(left, again.stability)
        return with_it - chance(made.target - seen.last, seen.stability)

    n = worth.skills.at["alpha"]
    slope = 0.25 * slope_recall(0.6, float(worth.z_then[n]), float(worth.recall[n]))
    expected = slope / 2 * (rise(TODAY) - RHO * rise(made.target - 1.0))
    assert worth.card_gain[worth.cards.at["a"]] == pytest.approx(expected, abs=1e-12)


def test_practice_is_worth_what_it_leaves_on_the_day() -> None:
    kept = Ledger(0.6, 3, TODAY - 6)
    made = learner((), (block("b", "gamma"),), left=20.0)
    made = replace(made, skills=dict(made.skills) | {"gamma": SkillState(0.2, 0.25, kept)})
    worth = Worth(made)
    recall = 0.8 * 0.25
    success = ability(0.2 + 0.5 - 0.3, recall)
    base = 0.2 - faded(kept, TODAY)
    without, with_it = base + faded(kept, made.target), base
    with_it += faded(practised(kept, TODAY, 0.8, success), made.target)
    expected = 0.25 * (quality(0.2, with_it, recall) - quality(0.2, without, recall))
    assert worth.success(worth.blocks.rows_of[0])[0] == pytest.approx(success)
    assert worth.block_gain[0] == pytest.approx(expected, abs=1e-12)


def test_the_chance_to_succeed_is_that_of_today() -> None:
    made = learner((card("a", "gamma", memory(3.0, 2.0)),), (block("b", "gamma"),), z=0.1)
    worth = Worth(made)
    assert worth.success(worth.blocks.rows_of[0])[0] == pytest.approx(
        ability(0.1 + 0.5 - 0.3, chance(2.0, 3.0))
    )


def test_a_review_raises_recall_on_the_day_by_all_it_adds_deferral_or_not() -> None:
    made = learner((card("a", seen=memory(4.0, 5.0)), card("b", seen=memory(9.0, 1.0))), left=10.0)
    worth = Worth(made)
    n, rise = worth.skills.at["alpha"], float(worth.rise[worth.cards.at["a"]])
    before = float(worth.recall[n])
    worth.take_card(worth.cards.at["a"])
    assert worth.recall[n] == pytest.approx(before + rise / 2)
    assert worth.card_gain[worth.cards.at["a"]] == 0.0


def test_what_is_reckoned_anew_after_choices_equals_reckoning_everything() -> None:
    worth = Worth(full())
    for take in (3, 8, 21):
        worth.take_card(take)
    worth.take_block(5)
    slope, gains = worth.slope.copy(), worth.block_gain.copy()
    worth._steepen(np.arange(len(SKILLS)))
    worth._value(worth.everything)
    assert worth.slope == pytest.approx(slope, abs=1e-15)
    assert worth.block_gain == pytest.approx(gains, abs=1e-15)


def test_a_copy_goes_on_apart() -> None:
    start = Worth(full())
    gains, expected = start.card_gain.copy(), start.expected()
    other = start.copy()
    other.take_card(1)
    other.take_block(0)
    assert start.expected() == expected
    assert start.card_gain.tolist() == gains.tolist()
    assert other.expected() > expected


def test_a_skill_that_trains_two_gives_to_both() -> None:
    shared = replace(block("b", "gamma"), shares={"gamma": 0.5, "alpha": 0.5})
    worth = Worth(learner((), (shared,)))
    before = worth.z_then.copy()
    worth.take_block(0)
    risen = worth.z_then - before
    assert [risen[worth.skills.at[skill]] > 0 for skill in SKILLS] == [True, False, True, False]


def test_the_slope_of_recall_counts_the_ability_it_brings() -> None:
    worth = Worth(full())
    n = worth.skills.at["gamma"]
    x = ability(float(worth.z_then[n]), float(worth.recall[n]))
    assert worth.slope[n] == pytest.approx(0.25 * (0.2 + 0.8 * A * KAPPA * x * (1 - x)))
