import numpy as np


def _loss_and_grad(W, b, X, y):
    n = len(X)
    z = X @ W + b
    z -= z.max(axis=1, keepdims=True)
    e = np.exp(z)
    s = e.sum(axis=1, keepdims=True)
    rows = np.arange(n)
    loss = float((np.log(s[:, 0]) - z[rows, y]).mean())
    p = e / s
    p[rows, y] -= 1.0
    p /= n
    return loss, X.T @ p, p.sum(axis=0)


def loss_and_grad(
    W: np.ndarray, b: np.ndarray, X: np.ndarray, y: np.ndarray
) -> tuple[float, np.ndarray, np.ndarray]:
    loss, dW, db = _loss_and_grad(W.astype(np.float64), b.astype(np.float64), X.astype(np.float64), y)
    return loss, dW.astype(X.dtype), db.astype(X.dtype)


def fit(
    X: np.ndarray, y: np.ndarray, k: int, lr: float, steps: int
) -> tuple[np.ndarray, np.ndarray, list[float]]:
    A = X.astype(np.float64)
    W, b = np.zeros((X.shape[1], k)), np.zeros(k)
    losses = []
    for step in range(steps + 1):
        loss, dW, db = _loss_and_grad(W, b, A, y)
        losses.append(loss)
        if step < steps:
            W -= lr * dW
            b -= lr * db
    return W.astype(X.dtype), b.astype(X.dtype), losses
