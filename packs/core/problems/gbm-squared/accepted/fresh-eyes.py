import numpy as np


def fit(
    X: np.ndarray, y: np.ndarray, rounds: int, lr: float
) -> tuple[float, list[tuple[int, float, float, float]]]:
    X = X.astype(np.float64)
    n, d = X.shape
    sorted_features = []
    for f in range(d):
        order = np.argsort(X[:, f], kind="stable")
        v = X[order, f]
        cut = np.flatnonzero(v[:-1] < v[1:])
        if len(cut):
            sorted_features.append((f, order, cut, (v[cut] + v[cut + 1]) / 2))
    base = float(y.mean())
    r = y.astype(np.float64) - base
    stumps = []
    for _ in range(rounds):
        if not sorted_features:
            break
        total, square = r.sum(), (r * r).sum()
        errors = []
        sums = []
        for f, order, cut, thresholds in sorted_features:
            s = np.cumsum(r[order])[cut]
            nl = cut + 1.0
            errors.append(square - s * s / nl - (total - s) ** 2 / (n - nl))
            sums.append(s)
        least = min(e.min() for e in errors)
        if square - least <= 1e-7:
            break
        for (f, order, cut, thresholds), e, s in zip(sorted_features, errors, sums):
            ok = np.flatnonzero(e <= least + 1e-7)
            if len(ok):
                i = ok[0]
                nl = int(cut[i]) + 1
                left, right = float(s[i] / nl), float((total - s[i]) / (n - nl))
                stumps.append((f, float(thresholds[i]), left, right))
                r[order[:nl]] -= lr * left
                r[order[nl:]] -= lr * right
                break
    return base, stumps


def staged(base: float, stumps: list[tuple[int, float, float, float]], lr: float, X: np.ndarray) -> np.ndarray:
    out = np.empty((len(stumps) + 1, len(X)))
    out[0] = base
    for k, (f, t, left, right) in enumerate(stumps):
        out[k + 1] = out[k] + lr * np.where(X[:, f] <= t, left, right)
    return out
