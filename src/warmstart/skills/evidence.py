"""What an attempt is worth as evidence. [M]: measured on public logs; [J]: a judgement without data."""

from math import log2

WEIGHT_CODE = 1.0
WEIGHT_EXACT = 1.0
WEIGHT_PROSE = 0.7
"""[J] Between .5 and 1 by the grader's measured agreement: r = .83 with readers of honest answers."""
WEIGHT_SELF_RATED = 0.3
"""[J] Somebody who rates themselves."""
WEIGHT_MOCK = 3.0
"""[J] A mock round with a person."""

RETRY, HINT = 0.15, 0.7
DIFFICULTIES = {"easy": -1.0, "medium": 0.0, "hard": 1.0}
"""[J] Logits of an authored label."""
DIFFICULTY_VARIANCE = 0.4
"""[J] A label is not grounded until many have tried the item."""


def code_outcome(tries: int | None, small_hints: int, revealed: bool) -> float:
    """y of a problem. `tries` None: never right; else right at that submission, counted from 1.

    Right at the k-th: max(0, 1 - .15 log2 k) [M, weak: fitted .10 to .16]; each small hint x .7 [J];
    a hint that shows the solution 0 [M, few cases].
    """
    if tries is None or revealed:
        return 0.0
    if tries < 1:
        raise ValueError(f"want a number of tries from 1 on, not {tries}")
    return float(max(0.0, 1.0 - RETRY * log2(tries)) * HINT**small_hints)


def difficulty_of(label: str) -> tuple[float, float]:
    """Difficulty in logits, and its variance; a label that is not known counts as medium."""
    return DIFFICULTIES.get(label, 0.0), DIFFICULTY_VARIANCE


def self_rating(rating: int) -> float:
    """y of a rating from 1 (again) to 4 (easy) [J]."""
    return (0.0, 0.5, 0.9, 1.0)[rating - 1]
