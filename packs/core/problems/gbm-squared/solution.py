"""Gradient boosting for the squared error: stumps on residuals, with shrinkage."""

import numpy as np


# <starter>
def _best_stump(X: np.ndarray, residual: np.ndarray, orders: np.ndarray) -> tuple | None:
    """(feature, threshold, left, right) that lowers the squared error most; None: nothing does."""
    sizes = np.arange(1, len(residual))
    splits = []
    for feature, order in enumerate(orders.T):
        values, left = X[order, feature], residual[order].cumsum()[:-1]
        low, high = left / sizes, -left / sizes[::-1]  # all residuals add up to 0
        gains = left * (low - high)
        for i in np.flatnonzero(values[:-1] < values[1:]):
            splits.append((gains[i], feature, (values[i] + values[i + 1]) / 2, low[i], high[i]))
    most = max((split[0] for split in splits), default=0)
    if most <= 1e-7:
        return None
    return next(split[1:] for split in splits if split[0] >= most - 1e-7)


# </starter>
def fit(
    X: np.ndarray, y: np.ndarray, rounds: int, lr: float
) -> tuple[float, list[tuple[int, float, float, float]]]:
    """Boost at most `rounds` stumps.

    X: (n, d), float32 or float64; y: (n,), float64.
    Returns (base, stumps). base: the constant to start from; stumps: (feature, threshold, left, right)
    of each, where left and right are means of residuals, not yet shrunk by lr.
    """
    # <starter>
    X, orders = X.astype(float), np.argsort(X, axis=0)
    base, stumps = float(y.mean()), []
    residual = y - base
    for _ in range(rounds):
        stump = _best_stump(X, residual, orders)
        if stump is None:
            break
        feature, threshold, left, right = stump
        residual = residual - lr * np.where(X[:, feature] <= threshold, left, right)
        stumps.append((feature, float(threshold), float(left), float(right)))
    return base, stumps
    # </starter>


def staged(base: float, stumps: list[tuple[int, float, float, float]], lr: float, X: np.ndarray) -> np.ndarray:
    """Predictions after 0, 1, ..., len(stumps) stumps: (len(stumps) + 1, m), float64."""
    # <starter>
    moves = [lr * np.where(X[:, feature] <= t, left, right) for feature, t, left, right in stumps]
    return np.cumsum([np.full(len(X), base), *moves], axis=0)
    # </starter>
