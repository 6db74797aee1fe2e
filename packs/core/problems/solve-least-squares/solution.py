"""Least squares by Householder's QR: reflections instead of normal equations."""

import numpy as np


def qr(A: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """A = Q R with orthonormal columns in Q and a positive diagonal in R.

    A: (m, n), float32 or float64, m >= n, of full rank. Returns Q: (m, n) and R: (n, n) upper
    triangular, both float64. ValueError: m < n, or A is not of full rank.
    """
    # <starter>
    R, reflectors = _reduce(A)
    m, n = A.shape
    Q = np.eye(m, n)
    for j in reversed(range(n)):
        Q[j:] -= np.outer(reflectors[j], 2 * (reflectors[j] @ Q[j:]))
    signs = np.sign(np.diag(R))
    return Q * signs, R * signs[:, None]
    # </starter>


def solve(A: np.ndarray, b: np.ndarray) -> np.ndarray:
    """The x that minimises |A x - b|. b: (m,), the dtype of A. Returns (n,), float64.

    ValueError: m < n, or A is not of full rank.
    """
    # <starter>
    R, reflectors = _reduce(A)
    right = b.astype(float)
    for j, v in enumerate(reflectors):
        right[j:] -= 2 * (v @ right[j:]) * v
    x = np.zeros(A.shape[1])
    for j in reversed(range(len(x))):
        x[j] = (right[j] - R[j, j + 1 :] @ x[j + 1 :]) / R[j, j]
    return x
    # </starter>


# <starter>
def _reduce(A):
    """R, with any signs on its diagonal, and the unit vectors of the reflections that lead to it."""
    R, reflectors = A.astype(float), []
    bound = 1e-12 * np.sqrt((R**2).sum(axis=0))
    for j in range(R.shape[1]):
        column = R[j:, j].copy()  # of column m of a wide matrix nothing is left
        length = np.sqrt(column @ column)
        if length <= bound[j]:
            raise ValueError("a column depends on those before it")
        column[0] += np.copysign(length, column[0])
        column /= np.sqrt(column @ column)
        R[j:, j:] -= np.outer(column, 2 * (column @ R[j:, j:]))
        reflectors.append(column)
    return np.triu(R[: R.shape[1]]), reflectors


# </starter>
