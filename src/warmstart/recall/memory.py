"""Memory of one item, and what a review makes of it.

Source: FSRS-6 (open-spaced-repetition), with real instead of whole days: within one study day the short-term
formula; later the chance is predicted at the true fraction of days, and updated with at least one day.
"""

from dataclasses import dataclass
from enum import IntEnum
from math import exp

from warmstart.recall.curve import chance, interval
from warmstart.recall.parameters import DEFAULTS, Parameters

SHORTEST, LONGEST = 0.001, 36500.0
"""Days of stability."""
EASIEST, HARDEST = 1.0, 10.0


class Rating(IntEnum):
    """How a recall went."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


@dataclass(frozen=True, slots=True)
class Memory:
    """`stability`: days until the chance of recall is 0.9. `difficulty`: 1 to 10. `last`: real day of the
    last review, `study_day` that of the learner's clock."""

    stability: float
    difficulty: float
    last: float
    study_day: int


def after(
    memory: Memory | None, rating: Rating, day: float, study_day: int, w: Parameters = DEFAULTS
) -> Memory:
    """Memory once the review has happened; None: never seen before.

    A `day` before the last review, as a clock set back makes it, counts as no time gone by.
    """
    if memory is None:
        return Memory(_within(w[rating - 1]), _clamped(first_difficulty(rating, w)), day, study_day)
    now, today = max(day, memory.last), max(study_day, memory.study_day)
    difficulty = _next_difficulty(memory.difficulty, rating, w)
    if today == memory.study_day:
        return Memory(_within(_same_day(memory.stability, rating, w)), difficulty, now, today)
    recall = chance(max(now - memory.last, 1.0), memory.stability, w)
    return Memory(_within(_later(memory, rating, recall, w)), difficulty, now, today)


def recall_at(memory: Memory, day: float, w: Parameters = DEFAULTS) -> float:
    """Chance of recall on a real day."""
    return chance(day - memory.last, memory.stability, w)


def due(memory: Memory, wanted: float, w: Parameters = DEFAULTS) -> float:
    """The real day on which the chance has fallen to `wanted`."""
    return memory.last + interval(memory.stability, wanted, w)


def first_difficulty(rating: int, w: Parameters) -> float:
    """After a first review, not clamped."""
    return w[4] - exp(w[5] * (rating - 1)) + 1.0


def _next_difficulty(difficulty: float, rating: Rating, w: Parameters) -> float:
    moved = difficulty + (10.0 - difficulty) * (-w[6] * (rating - 3)) / 9.0
    return _clamped(w[7] * first_difficulty(Rating.EASY, w) + (1.0 - w[7]) * moved)


def _later(memory: Memory, rating: Rating, recall: float, w: Parameters) -> float:
    stability, difficulty = memory.stability, memory.difficulty
    if rating is Rating.AGAIN:
        forgot = (
            w[11] * difficulty ** -w[12] * ((stability + 1.0) ** w[13] - 1.0) * exp(w[14] * (1.0 - recall))
        )
        return float(min(forgot, stability / exp(w[17] * w[18])))
    hard = w[15] if rating is Rating.HARD else 1.0
    easy = w[16] if rating is Rating.EASY else 1.0
    gain = exp(w[8]) * (11.0 - difficulty) * stability ** -w[9] * (exp(w[10] * (1.0 - recall)) - 1.0)
    return float(stability * (1.0 + gain * hard * easy))


def _same_day(stability: float, rating: Rating, w: Parameters) -> float:
    rise = exp(w[17] * (rating - 3 + w[18])) * stability ** -w[19]
    return float(stability * (rise if rating is Rating.AGAIN else max(rise, 1.0)))


def _within(stability: float) -> float:
    return min(max(stability, SHORTEST), LONGEST)


def _clamped(difficulty: float) -> float:
    return min(max(difficulty, EASIEST), HARDEST)
