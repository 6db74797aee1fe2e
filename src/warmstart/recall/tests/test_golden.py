"""The step, the curve and the recalibration against the golden vectors, at 1e-9."""

from datetime import UTC

import pytest

from warmstart.recall.curve import chance, interval
from warmstart.recall.days import study_day
from warmstart.recall.memory import Memory, Rating, after, due, recall_at
from warmstart.recall.parameters import DEFAULTS
from warmstart.recall.recalibration import Recalibration
from warmstart.recall.tests.golden import FIRST_STUDY_DAY, GOLDEN, moment_of, near, reviews


def test_the_defaults_are_the_golden_ones() -> None:
    assert list(DEFAULTS) == GOLDEN["parameters"]


def test_every_golden_review_steps_the_memory_as_written() -> None:
    memories: dict[str, Memory] = {}
    for row, review in zip(GOLDEN["reviews"], reviews(), strict=True):
        expected = row["expected"]
        before = memories.get(review.item)
        if before is not None:
            assert recall_at(before, review.day) == near(expected["recall"])
            assert (review.study_day == before.study_day) is expected["same_study_day"]
        memory = after(before, review.rating, review.day, review.study_day)
        memories[review.item] = memory
        assert memory.stability == near(expected["stability"])
        assert memory.difficulty == near(expected["difficulty"])
        assert interval(memory.stability, 0.90) == near(expected["interval_90"])
        assert interval(memory.stability, 0.95) == near(expected["interval_95"])
        assert due(memory, 0.95) == review.day + interval(memory.stability, 0.95)


def test_golden_reviews_fall_on_their_study_days() -> None:
    for row in GOLDEN["reviews"]:
        assert study_day(moment_of(row), UTC) - FIRST_STUDY_DAY == row["study_day"]


@pytest.mark.parametrize("row", GOLDEN["forgetting_curve"])
def test_points_of_the_curve(row: dict[str, float]) -> None:
    assert chance(row["elapsed_days"], row["stability"]) == near(row["expected"])


@pytest.mark.parametrize("row", GOLDEN["deferral"])
def test_what_a_review_now_and_on_the_eve_gains_on_the_interview_day(row: dict[str, float]) -> None:
    expected: dict[str, float] = row["expected"]  # type: ignore[assignment]
    memory = Memory(row["stability"], row["difficulty"], row["last_day"], -20)
    then = row["interview_day"]

    def with_review(day: float) -> float:
        recall = recall_at(memory, day)
        good, again = (
            recall_at(after(memory, rating, day, 100), then) for rating in (Rating.GOOD, Rating.AGAIN)
        )
        return recall * good + (1 - recall) * again

    without = recall_at(memory, then)
    assert without == near(expected["recall_then_without"])
    assert with_review(row["day"]) - without == near(expected["gain_now"])
    if then - row["day"] > 1.5:
        assert with_review(then - 1) - without == near(expected["gain_eve"])


def test_recalibration_shows_what_the_golden_outcomes_say() -> None:
    fold = Recalibration()
    for row in GOLDEN["recalibration"]["rows"]:
        assert fold.shown(row["p"]) == near(row["expected"])
        fold.add(row["p"], bool(row["y"]))
    at_end = GOLDEN["recalibration"]["at_end"]
    assert (fold.a, fold.b) == (near(at_end["a"]), near(at_end["b"]))
