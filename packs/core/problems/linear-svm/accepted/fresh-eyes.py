import numpy as np


def objective(w: np.ndarray, b: float, X: np.ndarray, y: np.ndarray, lam: float) -> float:
    margin = y * (X.astype(np.float64) @ w + b)
    return float(lam / 2 * (w @ w) + np.maximum(0.0, 1.0 - margin).mean())


def pegasos(X: np.ndarray, y: np.ndarray, lam: float, order: np.ndarray) -> tuple[np.ndarray, float]:
    A = X.astype(np.float64)
    t_y = y.astype(np.float64)
    w, b = np.zeros(X.shape[1]), 0.0
    w_sum, b_sum = np.zeros(X.shape[1]), 0.0
    for t, i in enumerate(order, 1):
        inside = t_y[i] * (A[i] @ w + b) < 1.0
        w = w * (1.0 - 1.0 / t)
        if inside:
            eta = 1.0 / (lam * t)
            w += eta * t_y[i] * A[i]
            b += eta * t_y[i]
        w_sum += w
        b_sum += b
    return w_sum / len(order), float(b_sum / len(order))
