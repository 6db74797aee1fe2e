"""Figures of agreement between a grader and readers, in NumPy."""

from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

Row: TypeAlias = np.ndarray[Any, np.dtype[Any]]
SURE = 0.8
BINS = 5


@dataclass(frozen=True)
class Agreement:
    """f1: of "mentioned"; macro: its mean with that of "not"; sure_share: points at confidence >= SURE."""

    n: int
    share: float
    accuracy: float
    f1: float
    macro: float
    auc: float
    calibration_error: float
    sure_right: float
    sure_share: float
    brier: float


def agreement(said: Row, probability: Row) -> Agreement:
    """said: (n,) of bool; probability: (n,) that it was said."""
    called = probability >= 0.5
    sure = np.maximum(probability, 1 - probability) >= SURE
    f1, other = _f1(said, called), _f1(~said, ~called)
    return Agreement(
        len(said),
        float(said.mean()),
        float((said == called).mean()),
        f1,
        (f1 + other) / 2,
        auc(said, probability),
        calibration_error(said, probability),
        float((said == called)[sure].mean()) if sure.any() else float("nan"),
        float(sure.mean()),
        float(((probability - said) ** 2).mean()),
    )


def _f1(said: Row, called: Row) -> float:
    return float(2 * (said & called).sum() / max(said.sum() + called.sum(), 1))


def auc(said: Row, score: Row) -> float:
    """Share of pairs in the right order, ties half: Mann and Whitney, 1947."""
    ranks = mean_ranks(score)
    ones = int(said.sum())
    zeros = len(said) - ones
    return (
        float((ranks[said].sum() - ones * (ones + 1) / 2) / (ones * zeros))
        if ones and zeros
        else float("nan")
    )


def mean_ranks(score: Row) -> Row:
    """From 1; equal scores share the mean of their ranks."""
    _, place, count = np.unique(score, return_inverse=True, return_counts=True)
    last = np.cumsum(count)
    return np.asarray((last - (count - 1) / 2)[place])


def calibration_error(said: Row, probability: Row) -> float:
    """Mean distance of stated and observed over BINS of equal width, weighed by how many fall in."""
    places = np.minimum((probability * BINS).astype(int), BINS - 1)
    parts = [places == each for each in range(BINS)]
    return float(
        sum(abs(said[part].mean() - probability[part].mean()) * part.mean() for part in parts if part.any())
    )


def kappa(one: Row, two: Row) -> float:
    """Agreement beyond chance: Cohen, 1960."""
    names = np.unique(np.concatenate([one, two]))
    chance = sum((one == name).mean() * (two == name).mean() for name in names)
    return float(((one == two).mean() - chance) / (1 - chance)) if chance < 1 else 1.0


def weighted_kappa(one: Row, two: Row, levels: int) -> float:
    """Quadratic weights, for whole numbers from 0 to levels - 1: Cohen, 1968."""
    grid = np.zeros((levels, levels))
    np.add.at(grid, (one, two), 1)
    far = np.subtract.outer(np.arange(levels), np.arange(levels)) ** 2
    expected = np.outer(grid.sum(1), grid.sum(0)) / grid.sum()
    return float(1 - (far * grid).sum() / (far * expected).sum()) if (far * expected).sum() else 1.0


def correlation(one: Row, two: Row) -> float:
    """Pearson's r; not a number where one side never changes."""
    if len(one) < 2 or one.std() == 0 or two.std() == 0:
        return float("nan")
    return float(np.corrcoef(one, two)[0, 1])
