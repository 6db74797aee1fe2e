"""A linear support vector machine by the Pegasos updates, with the average of all iterates."""

import numpy as np


def objective(w: np.ndarray, b: float, X: np.ndarray, y: np.ndarray, lam: float) -> float:
    """lam / 2 |w|^2 plus the mean hinge loss of sign(X w + b) against y.

    w: (d,), float64; X: (n, d), float32 or float64; y: (n,), ints -1 and 1.
    """
    # <starter>
    hinge = np.maximum(0, 1 - y * (X @ w + b))
    return float(lam / 2 * (w @ w) + hinge.mean())
    # </starter>


def pegasos(X: np.ndarray, y: np.ndarray, lam: float, order: np.ndarray) -> tuple[np.ndarray, float]:
    """One subgradient step for each row index in `order`, from w = 0, b = 0.

    Returns (w, b), each the mean of its values after every step: (d,) float64 and a number.
    """
    # <starter>
    w, b = np.zeros(X.shape[1]), 0.0
    sum_w, sum_b = np.zeros(X.shape[1]), 0.0
    for t, i in enumerate(order, start=1):
        inside = y[i] * (X[i] @ w + b) < 1
        rate = 1 / (lam * t)
        w = w - w / t
        if inside:
            w, b = w + rate * y[i] * X[i], b + rate * float(y[i])
        sum_w, sum_b = sum_w + w, sum_b + b
    return sum_w / len(order), sum_b / len(order)
    # </starter>
