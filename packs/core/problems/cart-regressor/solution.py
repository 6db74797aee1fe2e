"""A regression tree, grown top-down: each node takes the split that lowers the squared error most."""

import numpy as np


class RegressionTree:
    def __init__(self, max_depth: int, min_leaf: int) -> None:
        """max_depth: edges from the root to the deepest leaf, at most. min_leaf: rows in a leaf, at least."""
        self.max_depth = max_depth
        self.min_leaf = min_leaf

    def fit(self, X: np.ndarray, y: np.ndarray) -> None:
        """Grow the tree. X: (n, d), float32 or float64; y: (n,), float64."""
        # <starter>
        self.root = self._grow(X.astype(float), y, 0)
        # </starter>

    def predict(self, X: np.ndarray) -> np.ndarray:
        """The mean of y in the leaf of each row. X: (m, d), m >= 0. Returns (m,), float64."""
        # <starter>
        return np.array([self._descend(row) for row in X])
        # </starter>

    # <starter>
    def _grow(self, X, y, depth):
        """A number for a leaf, else (feature, threshold, left, right)."""
        split = None
        if depth < self.max_depth and y.min() < y.max():
            split = self._best_split(X, y)
        if split is None:
            return y.mean()
        feature, threshold = split
        goes_left = X[:, feature] <= threshold
        sides = (self._grow(X[side], y[side], depth + 1) for side in (goes_left, ~goes_left))
        return feature, threshold, *sides

    def _best_split(self, X, y):
        sizes = np.arange(1, len(y))
        splits = []
        for feature, column in enumerate(X.T):
            order = np.argsort(column)
            values, left = column[order], y[order].cumsum()[:-1]
            explained = left**2 / sizes + (y.sum() - left) ** 2 / (len(y) - sizes)
            allowed = (values[:-1] < values[1:]) & (np.minimum(sizes, len(y) - sizes) >= self.min_leaf)
            splits += [(explained[i], feature, (values[i] + values[i + 1]) / 2) for i in np.flatnonzero(allowed)]
        most = max((split[0] for split in splits), default=0)
        return next((split[1:] for split in splits if split[0] >= most - 1e-7), None)

    def _descend(self, row):
        node = self.root
        while isinstance(node, tuple):
            feature, threshold, left, right = node
            node = left if row[feature] <= threshold else right
        return node

    # </starter>
