"""Parameters of one's own: found when they differ, left alone when they do not."""

from dataclasses import replace

import numpy as np
import pytest

from warmstart.recall.chains import chains, predicted
from warmstart.recall.fitting import best, fitted, stage
from warmstart.recall.memory import Rating
from warmstart.recall.parameters import DEFAULTS, HIGH, LOW, Parameters
from warmstart.recall.replay import Review, replay
from warmstart.recall.tests.golden import reviews
from warmstart.recall.tests.simulated import FORGETFUL, log


def log_loss(given: list[Review], w: Parameters) -> float:
    told = replay(given, w).predictions
    return float(-np.mean([np.log(p if right else 1 - p) for p, right in told]))


@pytest.mark.parametrize(
    ("count", "reached"), [(0, 0), (249, 0), (250, 250), (499, 250), (500, 500), (1999, 1000), (9000, 8000)]
)
def test_a_new_fit_is_asked_for_at_250_and_at_every_doubling(count: int, reached: int) -> None:
    assert stage(count) == reached


@pytest.mark.parametrize("w", [DEFAULTS, FORGETFUL])
def test_the_arrays_predict_what_the_fold_predicts(w: Parameters) -> None:
    for given in (reviews(), log(FORGETFUL, 600, 1)):
        found = chains(given)
        told = predicted(found, np.array([DEFAULTS, w]))[1][np.argsort(found.asked)]
        assert told == pytest.approx([p for p, _ in replay(given, w).predictions], rel=1e-12)


def test_a_study_day_that_goes_back_and_comes_again_is_the_same_day_to_both() -> None:
    days = [(10.0, 10), (10.5, 9), (10.8, 10), (11.9, 11)]
    given = [Review("a", day, today, Rating.GOOD, str(k)) for k, (day, today) in enumerate(days)]
    found = chains(given)
    assert predicted(found, np.array([DEFAULTS]))[0].tolist() == pytest.approx(
        [p for p, _ in replay(given).predictions]
    )


def test_parameters_of_somebody_who_forgets_sooner_predict_them_better() -> None:
    past, future = log(FORGETFUL, 5000, 2), log(FORGETFUL, 5000, 3)
    found = fitted(past)
    assert found is not None
    truth, ours, defaults = (log_loss(future, w) for w in (FORGETFUL, found, DEFAULTS))
    assert ours < truth + 0.2 * (defaults - truth)


def test_a_fit_that_the_later_slice_does_not_bear_out_is_refused() -> None:
    """Forgets all at first, recalls all later: what was learned from the first part misleads."""
    given = log(DEFAULTS, 1500, 4)
    turned = [
        replace(each, rating=Rating.AGAIN if place < 1200 else Rating.EASY)
        for place, each in enumerate(given)
    ]
    assert fitted(turned) is None


def test_a_log_without_a_next_day_is_not_fitted() -> None:
    one_day = [Review(str(k), 5.0 + k / 1000, 5, Rating.GOOD, f"{k:03d}") for k in range(300)]
    assert fitted(one_day) is None
    assert fitted([]) is None


@pytest.mark.parametrize("seed", [106, 107, 109, 111])
def test_a_better_first_rating_never_brings_an_item_back_sooner(seed: int) -> None:
    """Few first reviews are rated hard: what they happen to tell would put hard after good here."""
    found = best(chains(log(FORGETFUL, 400, seed)))
    assert list(found[:4]) == sorted(found[:4])


def test_what_no_review_tells_stays_where_it_is() -> None:
    assert best(chains([])) == pytest.approx(DEFAULTS)


def test_a_fit_is_the_same_to_the_last_bit_each_time() -> None:
    given = log(FORGETFUL, 800, 5)
    assert best(chains(given)) == best(chains(given))


@pytest.mark.parametrize("rating", list(Rating))
def test_a_log_of_one_rating_only_stays_within_the_bounds(rating: Rating) -> None:
    given = [replace(each, rating=rating) for each in log(DEFAULTS, 600, 6)]
    found = best(chains(given))
    assert all(low <= value <= high for low, value, high in zip(LOW, found, HIGH, strict=True))
