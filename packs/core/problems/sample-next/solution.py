"""Next-token distribution: one stable sort, two cuts, one softmax; and a draw by running sums."""

import random

import numpy as np


def next_distribution(logits: np.ndarray, temperature: float, k: int | None, p: float) -> np.ndarray:
    """Probabilities of all tokens after temperature, top-k and top-p, in this order.

    logits: (V,), float32 or float64, perhaps with -inf; temperature 0: greedy; k None: no top-k.
    Returns (V,), the dtype of logits.
    """
    # <starter>
    result = np.zeros_like(logits)
    if temperature == 0:
        result[logits.argmax()] = 1
        return result
    order = np.argsort(-logits, kind="stable")[:k]
    wide = logits[order].astype(float)
    weights = np.exp((wide - wide[0]) / temperature)
    if p < 1:
        reached = np.cumsum(weights) >= p * weights.sum()
        weights = weights[: reached.argmax() + 1]
    result[order[: len(weights)]] = weights / weights.sum()
    return result
    # </starter>


def sample(probs: np.ndarray, rng: random.Random) -> int:
    """A token id, token i with probability probs[i]; never one with probability 0.

    probs: (V,), nonnegative, sums to 1 up to rounding.
    """
    # <starter>
    possible = np.flatnonzero(probs)
    sums = np.cumsum(probs[possible].astype(float))
    place = np.searchsorted(sums[:-1], rng.random())
    return int(possible[place])
    # </starter>
