import numpy as np


def _factor(A):
    R = A.astype(np.float64)
    m, n = R.shape
    if m < n:
        raise ValueError("more columns than rows")
    lengths = np.sqrt((R * R).sum(axis=0))
    reflectors = []
    for j in range(n):
        x = R[j:, j].copy()
        norm = np.sqrt(x @ x)
        if norm <= 1e-12 * lengths[j]:
            raise ValueError("a column depends on those before it")
        v = x
        v[0] += norm if x[0] >= 0 else -norm
        v /= np.sqrt(v @ v)
        R[j:, j:] -= 2.0 * np.outer(v, v @ R[j:, j:])
        R[j + 1 :, j] = 0.0
        reflectors.append(v)
    return reflectors, R[:n]


def qr(A: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    reflectors, R = _factor(A)
    m, n = A.shape
    Q = np.eye(m, n)
    for j in range(n - 1, -1, -1):
        v = reflectors[j]
        Q[j:] -= 2.0 * np.outer(v, v @ Q[j:])
    sign = np.where(np.diag(R) < 0, -1.0, 1.0)
    return Q * sign, np.triu(R * sign[:, None])


def solve(A: np.ndarray, b: np.ndarray) -> np.ndarray:
    reflectors, R = _factor(A)
    c = b.astype(np.float64)
    for j, v in enumerate(reflectors):
        c[j:] -= 2.0 * v * (v @ c[j:])
    n = len(R)
    x = np.zeros(n)
    for j in range(n - 1, -1, -1):
        x[j] = (c[j] - R[j, j + 1 :] @ x[j + 1 :]) / R[j, j]
    return x
