"""Fitting the grader's curves on labelled answers: logistic regression by Newton's method.

Newton's method for the penalised likelihood: Hastie, Tibshirani and Friedman, The Elements of Statistical
Learning, 2009, section 4.4.1.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from warmstart.grading.calibration import Curve, Curves, terms
from warmstart.grading.table import Array

RIDGE, RIDGE_OF_PRODUCTS = 15.0, 1000.0
RIDGE_OF_WRONG, RIDGE_OF_WRONG_PRODUCTS = 3.0, 200.0
ROUNDS = 50


@dataclass(frozen=True, slots=True)
class Labelled:
    """One answer: its features, and what a reader says of each point and each misconception (held)."""

    points: Array
    wrong: Array
    has: Sequence[bool]
    half: Sequence[bool]
    denied: Sequence[bool]
    held: Sequence[bool]


def fit(answers: Sequence[Labelled]) -> Curves:
    """Each point of each answer is one row, and so is each misconception."""
    points = np.concatenate([each.points for each in answers])
    wrong = np.concatenate([each.wrong for each in answers])
    has, half, denied, held = (
        np.concatenate([np.asarray(getattr(each, name), bool) for each in answers])
        for name in ("has", "half", "denied", "held")
    )
    touched = has | half | denied
    return Curves(
        logistic(points, touched),
        logistic(points[touched], denied[touched]),
        logistic(points, has),
        logistic(wrong, held, RIDGE_OF_WRONG, RIDGE_OF_WRONG_PRODUCTS),
    )


def logistic(
    rows: Array,
    said: np.ndarray[Any, np.dtype[np.bool_]],
    ridge: float = RIDGE,
    ridge_of_products: float = RIDGE_OF_PRODUCTS,
) -> Curve:
    """The offset is not penalised, so that the mean probability is the share of what was said."""
    mean, scale = rows.mean(axis=0), rows.std(axis=0) + 1e-3
    design = terms((rows - mean) / scale).astype(np.float64)
    single = rows.shape[1]
    penalty = np.diag([ridge] * single + [ridge_of_products] * (design.shape[1] - single - 1) + [1e-6])
    weights = np.zeros(design.shape[1])
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-design @ weights))
        step = np.linalg.solve(
            (design * (p * (1 - p))[:, None]).T @ design + penalty,
            design.T @ (p - said) + penalty @ weights,
        )
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    return Curve(mean, scale, weights.astype(np.float32))
