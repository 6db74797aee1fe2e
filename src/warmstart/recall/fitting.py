"""The learner's own parameters, fitted to their reviews.

Why an optimiser of our own: fsrs-rs knows whole days only, while we predict at fractions of days and let the
study day choose the formula; its Python wheel states no licence; py-fsrs fits with torch. The problem is
small, 21 numbers, so it does not need stochastic steps: this is Fisher scoring (Newton's method with the
expected curvature, damped as by Levenberg and Marquardt) on the log posterior, which converges in about ten
steps and takes no seed. Slopes are forward differences: one fold of all items with 22 parameter sets side by
side. The four first stabilities are fitted as logarithms; where a better rating comes out below a worse one,
which few first reviews make likely, both get their mean.

The prior is a normal one around the defaults, as fsrs-rs pulls to them, so that what the reviews do not tell
(a rating never used) stays where it is.
"""

from collections.abc import Sequence

import numpy as np

from warmstart.recall.chains import Array, Chains, chains, predicted
from warmstart.recall.parameters import DEFAULTS, HIGH, LOW, Parameters
from warmstart.recall.replay import Review

FIRST_STAGE = 250
TRAINING = 0.8
"""Share of the log, by time, that the candidate is fitted on before the rest judges it."""
SPREAD: Array = np.array([
    *(0.8, 0.8, 0.8, 0.8),
    *(0.57, 0.28, 0.6, 0.12),
    *(0.39, 0.18, 0.33),
    *(0.3, 0.09, 0.16, 0.57),
    *(0.25, 1.03),
    *(0.31, 0.32, 0.14),
    0.27,
])  # fmt: skip
"""How far learners differ: from the fifth on near the figures of fsrs-rs; the first four, in logarithms, are
judgement."""
PULL = 2.0
"""Prior precision is PULL / SPREAD², as strong as in fsrs-rs, which leaves out the half; against 1, less is
lost on simulated learners who have the defaults, and nothing on others."""
STEPS, ENOUGH = 30, 1e-6
_NUDGE, _LEAST = 1e-5, 1e-6
_LOGS = 4


def stage(next_day_reviews: int) -> int:
    """The last of 250, 500, 1000, 2000 ... that is reached; 0: none. A new one asks for a new fit."""
    if next_day_reviews < FIRST_STAGE:
        return 0
    return FIRST_STAGE << ((next_day_reviews // FIRST_STAGE).bit_length() - 1)


def fitted(reviews: Sequence[Review], start: Parameters = DEFAULTS) -> Parameters | None:
    """None: on the last fifth, parameters fitted on what came before predict no better than `start`.

    Reviews come in the order of (day, id).
    """
    cut = int(len(reviews) * TRAINING)
    whole = chains(reviews)
    judged = whole.asked >= cut
    if not judged.any() or judged.all():
        return None
    candidate = best(chains(reviews[:cut]), start)
    if not _loss(whole, candidate, judged) < _loss(whole, start, judged):
        return None
    return best(whole, candidate)


def best(given: Chains, start: Parameters = DEFAULTS) -> Parameters:
    """The most probable parameters within their bounds, whatever the reviews."""
    low, high, prior = _inner(LOW), _inner(HIGH), _inner(DEFAULTS)
    at, damping = np.clip(_inner(start), low, high), 1e-2
    reached = _cost(given, at, prior)
    for _ in range(STEPS):
        slope, bend = _slope_and_bend(given, at, prior, high)
        gained = 0.0
        while damping < 1e6:
            tried = np.clip(at - _step(slope, bend, damping, at, low, high), low, high)
            cost = _cost(given, tried, prior)
            if cost < reached:
                gained, at, reached, damping = reached - cost, tried, cost, damping / 5.0
                break
            damping *= 4.0
        if gained <= ENOUGH * (reached + 1.0):
            break
    if (np.diff(at[:_LOGS]) < 0).any():
        told = np.diag(_slope_and_bend(given, at, prior, high)[1])
        at[:_LOGS] = _rising(at[:_LOGS], told[:_LOGS])
    return tuple(float(value) for value in _outer(at[None])[0])


def _rising(values: Array, weights: Array) -> Array:
    """The nearest that nowhere fall: neighbours that do are put together (pool adjacent violators)."""
    pools: list[list[tuple[float, float]]] = []
    for pair in zip(values.tolist(), weights.tolist(), strict=True):
        pools.append([pair])
        while len(pools) > 1 and _mean(pools[-2]) > _mean(pools[-1]):
            pools[-2:] = [pools[-2] + pools[-1]]
    return np.array([_mean(pool) for pool in pools for _ in pool])


def _mean(pool: list[tuple[float, float]]) -> float:
    return sum(value * weight for value, weight in pool) / sum(weight for _, weight in pool)


def _step(slope: Array, bend: Array, damping: float, at: Array, low: Array, high: Array) -> Array:
    """Zero for what lies on a bound and would leave it."""
    free = ~(((at <= low) & (slope > 0)) | ((at >= high) & (slope < 0)))
    damped = bend + damping * np.diag(np.diag(bend))
    step = np.zeros_like(at)
    step[free] = np.linalg.solve(damped[np.ix_(free, free)], slope[free])
    return step


def _slope_and_bend(given: Chains, at: Array, prior: Array, high: Array) -> tuple[Array, Array]:
    """Of the cost: its gradient, and the expected value of its Hessian."""
    nudge = np.where(at + _NUDGE <= high, _NUDGE, -_NUDGE)
    told = predicted(given, _outer(np.concatenate([at[None], at + np.diag(nudge)])))
    p = np.clip(told[0], _LEAST, 1.0 - _LEAST)
    moves = (told[1:] - told[0]) / nudge[:, None]
    weighed = moves / (p * (1.0 - p))
    slope = weighed @ (p - given.recalled) + PULL * (at - prior) / SPREAD**2
    return slope, weighed @ moves.T + np.diag(PULL / SPREAD**2)


def _cost(given: Chains, at: Array, prior: Array) -> float:
    told = predicted(given, _outer(at[None]))[0]
    return float(_surprise(told, given.recalled).sum() + 0.5 * PULL * (((at - prior) / SPREAD) ** 2).sum())


def _loss(given: Chains, w: Parameters, judged: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> float:
    told = predicted(given, np.array([w]))[0]
    return float(_surprise(told, given.recalled)[judged].mean())


def _surprise(told: Array, recalled: Array) -> Array:
    p = np.clip(told, _LEAST, 1.0 - _LEAST)
    return np.asarray(-np.log(np.where(recalled > 0, p, 1.0 - p)))


def _inner(w: Parameters) -> Array:
    found = np.array(w)
    found[:_LOGS] = np.log(found[:_LOGS])
    return found


def _outer(at: Array) -> Array:
    found = at.copy()
    found[:, :_LOGS] = np.exp(found[:, :_LOGS])
    return np.clip(found, np.array(LOW), np.array(HIGH))
