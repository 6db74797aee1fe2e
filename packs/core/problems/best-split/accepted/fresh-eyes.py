import numpy as np


def _impurity(counts, sizes, criterion):
    p = counts / sizes[:, None]
    if criterion == "gini":
        return 1.0 - (p * p).sum(axis=1)
    logs = np.zeros_like(p)
    np.log2(p, out=logs, where=p > 0)
    return -(p * logs).sum(axis=1)


def best_split(X: np.ndarray, y: np.ndarray, criterion: str) -> tuple[int, float, float] | None:
    n, d = X.shape
    classes, codes = np.unique(y, return_inverse=True)
    onehot = np.zeros((n, len(classes)))
    onehot[np.arange(n), codes.reshape(-1)] = 1.0
    total = onehot.sum(axis=0)
    parent = _impurity(total[None, :], np.array([float(n)]), criterion)[0]
    found = []
    for f in range(d):
        column = X[:, f].astype(np.float64)
        order = np.argsort(column, kind="stable")
        v = column[order]
        cut = np.flatnonzero(v[:-1] < v[1:])
        if len(cut) == 0:
            continue
        left = np.cumsum(onehot[order], axis=0)[cut]
        n_left = (cut + 1).astype(float)
        n_right = n - n_left
        gain = (
            parent
            - n_left / n * _impurity(left, n_left, criterion)
            - n_right / n * _impurity(total - left, n_right, criterion)
        )
        found.append((f, (v[cut] + v[cut + 1]) / 2, gain))
    if not found:
        return None
    best = max(gain.max() for _, _, gain in found)
    for f, thresholds, gain in found:
        ok = np.flatnonzero(gain >= best - 1e-9)
        if len(ok):
            return f, float(thresholds[ok[0]]), float(gain[ok[0]])
    return None
