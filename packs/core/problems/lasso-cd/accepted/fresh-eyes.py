import numpy as np


def lasso(
    X: np.ndarray, y: np.ndarray, alpha: float, tol: float, max_sweeps: int
) -> tuple[np.ndarray, float, int]:
    n, d = X.shape
    columns = np.ascontiguousarray(X.T, dtype=np.float64)
    y = y.astype(np.float64)
    squares = (columns * columns).sum(axis=1)
    w = np.zeros(d)
    r = y.copy()
    yy = y @ y
    for sweep in range(1, max_sweeps + 1):
        for j in range(d):
            if squares[j] == 0:
                continue
            x, old = columns[j], w[j]
            rho = x @ r + squares[j] * old
            new = np.sign(rho) * max(abs(rho) - n * alpha, 0.0) / squares[j]
            if new != old:
                r -= (new - old) * x
                w[j] = new
        r = y - w @ columns
        top = np.abs(columns @ r).max()
        s = 1.0 if top == 0 else min(1.0, n * alpha / top)
        primal = (r @ r) / (2 * n) + alpha * np.abs(w).sum()
        u = y - s * r
        gap = primal - (yy - u @ u) / (2 * n)
        if gap <= tol:
            break
    return w, float(gap), sweep
