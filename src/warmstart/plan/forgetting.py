"""Recall on the interview day with and without a review, for many cards at once.

The same step as `recall.memory`, over arrays; a test holds the two together.
"""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from warmstart.recall.curve import factor
from warmstart.recall.memory import EASIEST, HARDEST, LONGEST, SHORTEST, Rating, first_difficulty
from warmstart.recall.parameters import Parameters

Array: TypeAlias = NDArray[np.float64]
RHO, EVE = 0.5, 1.5
"""How much of what a review on the eve would gain is taken off; nothing within EVE days of the interview."""
FIRST = {1: 0.25, 2: 0.15, 3: 0.5, 4: 0.1}
"""[J] Ratings at first sight of what one does not know."""


@dataclass(frozen=True, slots=True)
class Memories:
    """Cards that were met: stability, difficulty and real day of the last review, each (n,)."""

    stability: Array
    difficulty: Array
    last: Array


def chance(days: Array | float, stability: Array | float, w: Parameters) -> Array:
    """Of recall, as `recall.curve.chance`."""
    return np.asarray((1.0 + factor(w) * np.maximum(days, 0.0) / stability) ** -w[20])


def reviewed(cards: Memories, rating: Rating, day: float, w: Parameters) -> Array:
    """Stability after a review on a later study day; at least one day counts as gone by."""
    s, d = cards.stability, cards.difficulty
    recall = chance(np.maximum(day - cards.last, 1.0), s, w)
    if rating is Rating.AGAIN:
        forgot = w[11] * d ** -w[12] * ((s + 1.0) ** w[13] - 1.0) * np.exp(w[14] * (1.0 - recall))
        found = np.minimum(forgot, s / np.exp(w[17] * w[18]))
    else:
        gain = np.exp(w[8]) * (11.0 - d) * s ** -w[9] * (np.exp(w[10] * (1.0 - recall)) - 1.0)
        found = s * (1.0 + gain)
    return np.asarray(np.clip(found, SHORTEST, LONGEST))


def with_review(cards: Memories, day: float, target: float, w: Parameters) -> Array:
    """A: expected recall on the target day if the card is reviewed on `day`."""
    recall = chance(day - cards.last, cards.stability, w)
    left = target - day
    good = chance(left, reviewed(cards, Rating.GOOD, day, w), w)
    again = chance(left, reviewed(cards, Rating.AGAIN, day, w), w)
    return np.asarray(recall * good + (1.0 - recall) * again)


def without_review(cards: Memories, target: float, w: Parameters) -> Array:
    """N: recall on the target day if nothing is done."""
    return chance(target - cards.last, cards.stability, w)


def deferral_gain(cards: Memories, today: float, target: float, w: Parameters, rho: float = RHO) -> Array:
    """What a review today gains on the target day, less `rho` of what it would gain on the eve."""
    nothing = without_review(cards, target, w)
    now = with_review(cards, today, target, w) - nothing
    if target - today <= EVE:
        return now
    return np.asarray(now - rho * (with_review(cards, target - 1.0, target, w) - nothing))


def met(left: float, known: Array, w: Parameters) -> Array:
    """Expected recall `left` days after meeting a card that is known already with chance `known`."""
    easy = float(chance(left, w[3], w))
    others = sum(share * float(chance(left, w[rating - 1], w)) for rating, share in FIRST.items())
    return np.asarray(known * easy + (1.0 - known) * others)


def clamped_difficulty(rating: Rating, w: Parameters) -> float:
    """Of a card just met."""
    return min(max(first_difficulty(rating, w), EASIEST), HARDEST)
