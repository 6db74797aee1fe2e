import numpy as np


class RegressionTree:
    def __init__(self, max_depth: int, min_leaf: int) -> None:
        self.max_depth = max_depth
        self.min_leaf = min_leaf

    def fit(self, X: np.ndarray, y: np.ndarray) -> None:
        self.root = self._grow(X.astype(np.float64), y.astype(np.float64), 0)

    def _grow(self, X, y, depth):
        mean = float(y.mean())
        if depth == self.max_depth or (y == y[0]).all():
            return mean
        split = self._best(X, y - mean)
        if split is None:
            return mean
        f, t = split
        left = X[:, f] <= t
        return f, t, self._grow(X[left], y[left], depth + 1), self._grow(X[~left], y[~left], depth + 1)

    def _best(self, X, r):
        n, d = X.shape
        total, square = r.sum(), (r * r).sum()
        found = []
        for f in range(d):
            order = np.argsort(X[:, f], kind="stable")
            v = X[order, f]
            cut = np.flatnonzero(v[:-1] < v[1:])
            cut = cut[(cut + 1 >= self.min_leaf) & (n - cut - 1 >= self.min_leaf)]
            if len(cut) == 0:
                continue
            s = np.cumsum(r[order])[cut]
            nl = cut + 1.0
            error = square - s * s / nl - (total - s) ** 2 / (n - nl)
            found.append((f, (v[cut] + v[cut + 1]) / 2, error))
        if not found:
            return None
        least = min(error.min() for _, _, error in found)
        for f, thresholds, error in found:
            ok = np.flatnonzero(error <= least + 1e-7)
            if len(ok):
                return f, float(thresholds[ok[0]])

    def predict(self, X: np.ndarray) -> np.ndarray:
        out = np.empty(len(X))
        stack = [(self.root, np.arange(len(X)))]
        while stack:
            node, rows = stack.pop()
            if len(rows) == 0:
                continue
            if isinstance(node, float):
                out[rows] = node
                continue
            f, t, left, right = node
            go = X[rows, f] <= t
            stack.append((left, rows[go]))
            stack.append((right, rows[~go]))
        return out
