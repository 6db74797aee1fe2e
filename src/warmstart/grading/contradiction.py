"""Misconceptions that an answer asserts. Vectors are blind to order, so order is looked at by itself."""

from dataclasses import dataclass

import numpy as np

from warmstart.grading.similarity import Phrases, Stretches
from warmstart.grading.table import Array
from warmstart.grading.text import negated, stem
from warmstart.grading.words import DOWN, FUNCTION_WORDS, UP

SOFT, HARD = 0.55, 0.65
MARGIN = 0.06
REACH = 4
"""Words in order count as a pair when at most this many stand between them."""
_UP, _DOWN = frozenset(map(stem, UP)), frozenset(map(stem, DOWN))


@dataclass(frozen=True, slots=True)
class Suspicion:
    """The stretch that says a misconception most plainly. `strength` under SOFT: nothing to speak of."""

    strength: float
    segment: int


def order_aware(found: Stretches, phrases: Phrases) -> Array:
    """(segments, phrasings): .4 cosine, .3 ordered pairs of words, .3 three-letter pieces."""
    wanted = [ordered_pairs(words) for words in phrases.words]
    given = [ordered_pairs(words) for words in found.words]
    pairs = np.array([[_overlap(one, two) for two in wanted] for one in given], np.float32)
    same = np.array([[negated(one) == negated(list(two)) for two in phrases.words] for one in found.words])
    mixed = 0.4 * found.vectors @ phrases.vectors.T + 0.3 * pairs + 0.3 * found.grams @ phrases.grams.T
    return np.asarray(np.where(same, mixed, 0), np.float32)


def suspicion(wrong: Array, right: Array) -> Suspicion:
    """wrong: (segments, phrasings of the misconception); right: the same of what it contradicts."""
    beside = right.max(axis=1) if right.shape[1] else np.zeros(len(wrong), np.float32)
    best = wrong.max(axis=1)
    best = np.where(best - beside >= MARGIN, best, 0)
    at = int(best.argmax())
    return Suspicion(float(best[at]), at)


def ordered_pairs(words: list[str] | tuple[str, ...]) -> frozenset[tuple[str, str]]:
    """Pairs of words that carry matter, first before second; all words of rising are one, and of falling."""
    matter = [_direction(stem(word)) for word in words if word in UP | DOWN or word not in FUNCTION_WORDS]
    return frozenset(
        (one, two) for at, one in enumerate(matter) for two in matter[at + 1 : at + 2 + REACH] if one != two
    )


def _direction(word: str) -> str:
    return "UP" if word in _UP else "DOWN" if word in _DOWN else word


def _overlap(given: frozenset[tuple[str, str]], wanted: frozenset[tuple[str, str]]) -> float:
    return len(given & wanted) / len(wanted) if wanted else 0.0
