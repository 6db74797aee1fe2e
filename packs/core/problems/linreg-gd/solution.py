"""Linear regression by full-batch gradient descent on the mean squared error."""

import numpy as np


def fit(X: np.ndarray, y: np.ndarray, lr: float, steps: int) -> tuple[np.ndarray, float, list[float]]:
    """Fit y = X w + b by `steps` full-batch gradient steps from w = 0, b = 0.

    X: (n, d), float32 or float64; y: (n,), the dtype of X.
    Returns (w, b, losses). w: (d,), the dtype of X; b: a number; losses: steps + 1 numbers,
    the mean squared error before the first step and after each step.
    """
    # <starter>
    n, d = X.shape
    w, b = np.zeros(d, dtype=X.dtype), 0.0
    losses = []
    for step in range(steps + 1):
        residual = X @ w + b - y
        losses.append(float(np.mean(residual**2)))
        if step < steps:
            w = w - lr * (2 / n) * (X.T @ residual)
            b = b - lr * 2 * float(np.mean(residual))
    return w, b, losses
    # </starter>
