import numpy as np


def fit_bins(x: np.ndarray, max_bins: int) -> np.ndarray:
    v = np.sort(x.astype(np.float64))
    distinct = np.unique(v)
    if len(distinct) <= max_bins:
        return (distinct[:-1] + distinct[1:]) / 2
    n = len(v)
    ranks = -(-np.arange(1, max_bins) * n // max_bins)
    edges = np.unique(v[ranks - 1])
    return edges[edges < v[-1]]


def _histogram(bins, g, h, size):
    return np.stack(
        [
            np.bincount(bins, weights=g, minlength=size),
            np.bincount(bins, weights=h, minlength=size),
            np.bincount(bins, minlength=size).astype(float),
        ],
        axis=1,
    )


def histogram_split(X, g, h, max_bins, lam, min_rows):
    n, d = X.shape
    edges = [fit_bins(X[:, f], max_bins) for f in range(d)]
    bins = [np.searchsorted(edges[f], X[:, f].astype(np.float64), side="left") for f in range(d)]
    node = [_histogram(bins[f], g, h, len(edges[f]) + 1) for f in range(d)]
    G, H = g.sum(), h.sum()
    gains = []
    for f in range(d):
        GL, HL, NL = np.cumsum(node[f], axis=0)[:-1].T
        GR, HR, NR = G - GL, H - HL, n - NL
        gain = np.full(len(edges[f]), -np.inf)
        ok = (NL >= min_rows) & (NR >= min_rows)
        gain[ok] = GL[ok] ** 2 / (HL[ok] + lam) + GR[ok] ** 2 / (HR[ok] + lam) - G**2 / (H + lam)
        gains.append(gain)
    best = max((gain.max() for gain in gains if len(gain)), default=-np.inf)
    if not best > 1e-9:
        return None
    for f in range(d):
        ok = np.flatnonzero(gains[f] >= best - 1e-9)
        if len(ok):
            break
    k = int(ok[0])
    mask = bins[f] <= k
    small_is_left = mask.sum() * 2 <= n
    rows = np.flatnonzero(mask if small_is_left else ~mask)
    small = [_histogram(bins[j][rows], g[rows], h[rows], len(edges[j]) + 1) for j in range(d)]
    other = [a - b for a, b in zip(node, small)]
    left, right = (small, other) if small_is_left else (other, small)
    return f, float(edges[f][k]), float(gains[f][k]), left, right
