"""PCA by the thin SVD of the centred rows."""

import numpy as np


class PCA:
    """Principal components: `mean`, `components`, `variance`, `ratio` after `fit`."""

    def __init__(self, k: int, whiten: bool = False) -> None:
        self.k = k
        self.whiten = whiten

    def fit(self, X: np.ndarray) -> "PCA":
        """Learn from the rows of X, shape (n, d). ValueError: k > min(n - 1, d)."""
        # <starter>
        n, d = X.shape
        if self.k > min(n - 1, d):
            raise ValueError(f"{n} rows of {d} columns have no {self.k} components")
        self.mean = X.mean(axis=0)
        _, sigma, axes = np.linalg.svd(X - self.mean, full_matrices=False)
        largest = axes[np.arange(len(axes)), np.abs(axes).argmax(axis=1)]
        axes = axes * np.sign(largest)[:, None]
        self.components = axes[: self.k]
        self.variance = (sigma**2 / (n - 1))[: self.k]
        self.ratio = self.variance / (sigma**2 / (n - 1)).sum()
        return self
        # </starter>

    def transform(self, Z: np.ndarray) -> np.ndarray:
        """The rows of Z, shape (m, d), in the new axes: (m, k)."""
        # <starter>
        T = (Z - self.mean) @ self.components.T
        return T / np.sqrt(self.variance) if self.whiten else T
        # </starter>

    def inverse(self, T: np.ndarray) -> np.ndarray:
        """Rows in the new axes, shape (m, k), back in the old coordinates: (m, d)."""
        # <starter>
        if self.whiten:
            T = T * np.sqrt(self.variance)
        return T @ self.components + self.mean
        # </starter>
