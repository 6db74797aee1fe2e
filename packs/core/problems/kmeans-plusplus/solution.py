"""k-means: seeding by squared distance, then Lloyd's iterations."""

import random

import numpy as np


def init_pp(X: np.ndarray, k: int, rng: random.Random) -> np.ndarray:
    """Pick k rows of X as starting centres by the k-means++ rule.

    X: (n, d), float32 or float64; 1 <= k <= n; all randomness comes from rng.
    Returns (k, d), the dtype of X, in the order in which they were picked.
    """
    # <starter>
    n = len(X)
    chosen = [rng.randrange(n)]
    nearest = np.full(n, np.inf)
    while len(chosen) < k:
        nearest = np.minimum(nearest, ((X - X[chosen[-1]]) ** 2).sum(axis=1))
        weights = nearest if nearest.any() else np.ones(n)
        chosen += rng.choices(range(n), weights=weights.tolist())
    return X[chosen]
    # </starter>


def lloyd(X: np.ndarray, C0: np.ndarray, max_iter: int) -> tuple[np.ndarray, np.ndarray, float, int]:
    """Improve the centres C0 by at most max_iter iterations of k-means.

    X: (n, d); C0: (k, d), the dtype of X.
    Returns (C, labels, inertia, n_iter). C: (k, d), the dtype of X; labels: (n,) ints;
    inertia: sum of squared distances to the nearest centre; n_iter: iterations made.
    """
    # <starter>
    C, labels = C0.copy(), None
    for n_iter in range(max_iter + 1):
        if n_iter:
            for j in range(len(C)):
                if (labels == j).any():
                    C[j] = X[labels == j].mean(axis=0)
        squared = ((X[:, None] - C) ** 2).sum(axis=2)
        before, labels = labels, squared.argmin(axis=1)
        if np.array_equal(before, labels):
            break
    return C, labels, float(squared.min(axis=1).sum()), n_iter
    # </starter>
