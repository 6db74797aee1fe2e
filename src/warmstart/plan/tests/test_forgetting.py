"""What a review is worth on the interview day, against golden values and against `recall.memory`."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from warmstart.plan.forgetting import Memories, deferral_gain, met, reviewed, with_review, without_review
from warmstart.recall.curve import chance
from warmstart.recall.memory import Memory, Rating, after
from warmstart.recall.parameters import DEFAULTS

GOLDEN: list[dict[str, Any]] = json.loads(
    Path(__file__).with_name("deferral_golden.json").read_text("utf-8")
)["deferral"]


def near(expected: float) -> Any:
    return pytest.approx(expected, rel=1e-9, abs=1e-9)


def one(row: dict[str, Any]) -> Memories:
    return Memories(*(np.array([row[key]]) for key in ("stability", "difficulty", "last_day")))


@pytest.mark.parametrize("row", GOLDEN)
def test_the_worth_of_deferring_is_the_golden_one(row: dict[str, Any]) -> None:
    day, target, expected = row["day"], row["interview_day"], row["expected"]
    nothing = without_review(one(row), target, DEFAULTS)
    assert nothing[0] == near(expected["recall_then_without"])
    assert with_review(one(row), day, target, DEFAULTS)[0] - nothing[0] == near(expected["gain_now"])
    assert deferral_gain(one(row), day, target, DEFAULTS)[0] == near(expected["value"])
    if target - day > 1.5:
        eve = with_review(one(row), target - 1.0, target, DEFAULTS)[0]
        assert eve - nothing[0] == near(expected["gain_eve"])


def test_within_a_day_and_a_half_nothing_is_taken_off() -> None:
    card = Memories(np.array([4.0]), np.array([5.0]), np.array([0.0]))
    near_day, far_day = 10.0 + 1.5, 10.0 + 1.51
    full = with_review(card, 10.0, near_day, DEFAULTS) - without_review(card, near_day, DEFAULTS)
    assert deferral_gain(card, 10.0, near_day, DEFAULTS)[0] == full[0]
    assert deferral_gain(card, 10.0, far_day, DEFAULTS)[0] < 0.6 * full[0]


@pytest.mark.parametrize("rating", [Rating.AGAIN, Rating.GOOD])
@pytest.mark.parametrize("gone", [0.4, 1.0, 7.3, 200.0])
def test_many_reviews_at_once_step_as_recall_does(rating: Rating, gone: float) -> None:
    before = [Memory(s, d, 100.0, 100) for s in (0.01, 2.3, 900.0) for d in (1.0, 5.5, 10.0)]
    cards = Memories(
        np.array([each.stability for each in before]),
        np.array([each.difficulty for each in before]),
        np.array([each.last for each in before]),
    )
    found = reviewed(cards, rating, 100.0 + gone, DEFAULTS)
    assert found.tolist() == [
        near(after(each, rating, 100.0 + gone, 101 + int(gone)).stability) for each in before
    ]


def test_meeting_a_card_is_worth_the_mean_over_first_ratings() -> None:
    by_rating = [chance(12.0, DEFAULTS[n]) for n in range(4)]
    unknown = 0.25 * by_rating[0] + 0.15 * by_rating[1] + 0.5 * by_rating[2] + 0.1 * by_rating[3]
    assert met(12.0, np.array([0.0, 1.0]), DEFAULTS).tolist() == [near(unknown), near(by_rating[3])]
