import numpy as np


def _sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, e) / (1.0 + e)


def fit(X: np.ndarray, y: np.ndarray, lam: float, steps: int) -> tuple[np.ndarray, float, list[float]]:
    n, d = X.shape
    A = np.hstack([X.astype(np.float64), np.ones((n, 1))])
    t = y.astype(np.float64)
    penalty = np.full(d + 1, float(lam))
    penalty[d] = 0.0
    theta = np.zeros(d + 1)

    def loss(z):
        return float(np.logaddexp(0.0, (1 - 2 * t) * z).sum() + 0.5 * (penalty * theta * theta).sum())

    z = A @ theta
    losses = [loss(z)]
    for _ in range(steps):
        p, q = _sigmoid(z), _sigmoid(-z)
        residual = np.where(t == 1, -q, p)
        grad = A.T @ residual + penalty * theta
        hess = A.T @ (A * (p * q)[:, None]) + np.diag(penalty)
        theta = theta - np.linalg.solve(hess, grad)
        z = A @ theta
        losses.append(loss(z))
    return theta[:d].copy(), float(theta[d]), losses
