"""From nearness to probability: two curves, fitted on questions other than those they are used for."""

import math

FULL = (13.5, -5.9)
MENTIONED = (17.5, -6.7)
"""Slope and offset of a logistic curve (Platt, 1999), fitted on 401 point labels of 17 questions."""


def p_full(h: float) -> float:
    """That a reader would say the point is made."""
    return min(_logistic(FULL, h), p_mentioned(h))


def p_mentioned(h: float) -> float:
    """That a reader would say the point is made at least in part."""
    return _logistic(MENTIONED, h)


def _logistic(curve: tuple[float, float], h: float) -> float:
    slope, offset = curve
    return 1 / (1 + math.exp(-(slope * h + offset)))
