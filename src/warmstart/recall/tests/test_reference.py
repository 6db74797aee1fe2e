"""The step against fsrs-rs, which counts in whole days and in 32 bits."""

import random
from collections.abc import Iterator

import fsrs_rs_python
import pytest

from warmstart.recall.memory import Memory, Rating, after
from warmstart.recall.parameters import DEFAULTS, HIGH, LOW, Parameters


def sequences(rng: random.Random, count: int) -> Iterator[list[tuple[int, int]]]:
    """(rating, whole days since the last one); none on a first review and within a day."""
    for _ in range(count):
        gaps = [0, *rng.choices([0, 1, 2, 5, 13, 40, 200], k=rng.randint(1, 12))]
        yield [(rng.randint(1, 4), gap) for gap in gaps]


def within_bounds(rng: random.Random) -> Parameters:
    """Near enough to the defaults that 32 bits do not decide a bound."""
    return tuple(
        min(max(w * rng.uniform(0.8, 1.25), low), high)
        for w, low, high in zip(DEFAULTS, LOW, HIGH, strict=True)
    )


@pytest.mark.parametrize("seed", range(4))
def test_our_step_is_that_of_fsrs_rs(seed: int) -> None:
    rng = random.Random(seed)
    w = DEFAULTS if seed == 0 else within_bounds(rng)
    reference = fsrs_rs_python.FSRS(parameters=list(w))
    for reviews in sequences(rng, 300):
        memory, theirs, day = None, None, 0
        for rating, gap in reviews:
            day += gap
            memory = after(memory, Rating(rating), float(day), day, w)
            states = reference.next_states(theirs, 0.9, gap)
            theirs = (states.again, states.hard, states.good, states.easy)[rating - 1].memory
            same(memory, theirs)


def same(ours: Memory, theirs: "fsrs_rs_python.MemoryState") -> None:
    assert ours.stability == pytest.approx(theirs.stability, rel=2e-5)
    assert ours.difficulty == pytest.approx(theirs.difficulty, rel=2e-5)
