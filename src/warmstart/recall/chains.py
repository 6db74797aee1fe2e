"""Many items' reviews as arrays, folded side by side for many parameter sets at once, as fitting wants it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

from warmstart.recall.memory import EASIEST, HARDEST, LONGEST, SHORTEST, Rating
from warmstart.recall.replay import Review

Array: TypeAlias = np.ndarray[Any, np.dtype[np.float64]]
Indices: TypeAlias = np.ndarray[Any, np.dtype[np.intp]]


@dataclass(frozen=True, slots=True)
class Round:
    """The k-th review of every item that has one. Items with more reviews come first, so those that a later
    round still holds are a prefix. `at`: each review's place in the log."""

    at: Indices
    rating: Array
    elapsed: Array
    later: np.ndarray[Any, np.dtype[np.bool_]]


@dataclass(frozen=True, slots=True)
class Chains:
    """`asked`: places in the log of next-day reviews, in the order in which they are predicted; `recalled`:
    theirs, 0 or 1."""

    rounds: tuple[Round, ...]
    asked: Indices
    recalled: Array


def chains(reviews: Sequence[Review]) -> Chains:
    """Reviews come in the order of (day, id); a study day that goes back counts as the same."""
    items: dict[str, list[tuple[int, int, float, bool]]] = {}
    reached: dict[str, tuple[float, int]] = {}
    for place, review in enumerate(reviews):
        last, study_day = reached.get(review.item, (review.day, review.study_day))
        day, today = max(review.day, last), max(review.study_day, study_day)
        row = (place, int(review.rating), day - last, today > study_day)
        items.setdefault(review.item, []).append(row)
        reached[review.item] = day, today
    longest_first = sorted(items.values(), key=len, reverse=True)
    rounds = tuple(_round(longest_first, k) for k in range(len(longest_first[0]) if items else 0))
    asked = np.concatenate([np.empty(0, np.intp), *(each.at[each.later] for each in rounds)])
    ratings = np.concatenate([np.empty(0), *(each.rating[each.later] for each in rounds)])
    return Chains(rounds, asked, (ratings > Rating.AGAIN).astype(np.float64))


def _round(longest_first: Sequence[Sequence[tuple[int, int, float, bool]]], k: int) -> Round:
    at, rating, elapsed, later = zip(*(rows[k] for rows in longest_first if len(rows) > k), strict=True)
    return Round(np.array(at, np.intp), np.array(rating, float), np.array(elapsed), np.array(later, bool))


def predicted(given: Chains, sets: Array) -> Array:
    """(sets, asked) chances before next-day reviews, for (sets, 21) parameters; the equations of `memory`."""
    found: list[Array] = [np.empty((len(sets), 0))]
    stability = difficulty = np.empty((len(sets), 0))
    w = sets.T[:, :, None]
    for k, each in enumerate(given.rounds):
        if k == 0:
            first = each.rating.astype(np.intp) - 1
            stability = np.clip(sets[:, first], SHORTEST, LONGEST)
            difficulty = np.clip(w[4] - np.exp(w[5] * first) + 1.0, EASIEST, HARDEST)
            continue
        stability, difficulty = stability[:, : len(each.at)], difficulty[:, : len(each.at)]
        found.append(_chance(each.elapsed[each.later], stability[:, each.later], w))
        stability = np.clip(_stability(each, stability, difficulty, w), SHORTEST, LONGEST)
        difficulty = _difficulty(each.rating, difficulty, w)
    return np.concatenate(found, axis=1)


def _chance(elapsed: Array, stability: Array, w: Array) -> Array:
    return np.asarray((1.0 + (0.9 ** (-1.0 / w[20]) - 1.0) * elapsed / stability) ** -w[20])


def _stability(each: Round, stability: Array, difficulty: Array, w: Array) -> Array:
    found = np.empty_like(stability)
    again = each.rating == Rating.AGAIN
    for chosen, step in (
        (~each.later, _same_day),
        (each.later & again, _forgotten),
        (each.later & ~again, _recalled),
    ):
        if chosen.any():
            elapsed, rating = each.elapsed[chosen], each.rating[chosen]
            found[:, chosen] = step(elapsed, rating, stability[:, chosen], difficulty[:, chosen], w)
    return found


def _same_day(elapsed: Array, rating: Array, stability: Array, difficulty: Array, w: Array) -> Array:
    rise = np.exp(w[17] * (rating - 3.0 + w[18])) * stability ** -w[19]
    return np.asarray(stability * np.where(rating == Rating.AGAIN, rise, np.maximum(rise, 1.0)))


def _forgotten(elapsed: Array, rating: Array, stability: Array, difficulty: Array, w: Array) -> Array:
    recall = _chance(np.maximum(elapsed, 1.0), stability, w)
    forgot = (
        w[11] * difficulty ** -w[12] * ((stability + 1.0) ** w[13] - 1.0) * np.exp(w[14] * (1.0 - recall))
    )
    return np.asarray(np.minimum(forgot, stability / np.exp(w[17] * w[18])))


def _recalled(elapsed: Array, rating: Array, stability: Array, difficulty: Array, w: Array) -> Array:
    recall = _chance(np.maximum(elapsed, 1.0), stability, w)
    felt = np.where(rating == Rating.HARD, w[15], np.where(rating == Rating.EASY, w[16], 1.0))
    gain = np.exp(w[8]) * (11.0 - difficulty) * stability ** -w[9] * np.expm1(w[10] * (1.0 - recall))
    return np.asarray(stability * (1.0 + gain * felt))


def _difficulty(rating: Array, difficulty: Array, w: Array) -> Array:
    moved = difficulty + (10.0 - difficulty) * (-w[6] * (rating - 3.0)) / 9.0
    easy = w[4] - np.exp(w[5] * 3.0) + 1.0
    return np.asarray(np.clip(w[7] * easy + (1.0 - w[7]) * moved, EASIEST, HARDEST))
