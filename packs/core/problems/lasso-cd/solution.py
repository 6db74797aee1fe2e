"""The lasso by cyclic coordinate descent, stopped by the duality gap."""

import numpy as np


def lasso(
    X: np.ndarray, y: np.ndarray, alpha: float, tol: float, max_sweeps: int
) -> tuple[np.ndarray, float, int]:
    """Minimise |y - X w|^2 / (2 n) + alpha |w|_1 from w = 0, one coordinate after the other.

    X: (n, d), float32 or float64; y: (n,), the dtype of X; alpha > 0; max_sweeps >= 1.
    Returns (w, gap, sweeps): (d,) float64, the duality gap at w, and the number of sweeps made.
    """
    # <starter>
    X, y = X.astype(float), y.astype(float)
    n, d = X.shape
    squares = (X**2).sum(axis=0)
    w, residual = np.zeros(d), y.copy()
    for sweep in range(1, max_sweeps + 1):
        for j in np.flatnonzero(squares):
            pull = X[:, j] @ residual + squares[j] * w[j]
            new = np.sign(pull) * max(abs(pull) - n * alpha, 0) / squares[j]
            residual += X[:, j] * (w[j] - new)
            w[j] = new
        gap = _gap(X, y, w, residual, alpha)
        if gap <= tol:
            break
    return w, gap, sweep
    # </starter>


# <starter>
def _gap(X, y, w, residual, alpha):
    """Primal minus dual objective; the dual point is the residual, shrunk until it is feasible."""
    n = len(y)
    steepest = np.abs(X.T @ residual).max()
    shrink = min(1, n * alpha / steepest) if steepest else 1
    primal = residual @ residual / (2 * n) + alpha * np.abs(w).sum()
    away = y - shrink * residual
    return float(primal - (y @ y - away @ away) / (2 * n))


# </starter>
