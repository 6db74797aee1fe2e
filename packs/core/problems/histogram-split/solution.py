"""The split of a node from histograms, as LightGBM finds it: bins by quantile, sums by bin, siblings by subtraction."""

import numpy as np


def fit_bins(x: np.ndarray, max_bins: int) -> np.ndarray:
    """The edges between the bins of one feature, in rising order; at most max_bins - 1 of them.

    x: (n,), float32 or float64. A value belongs to bin k, where k is the number of edges below it.
    """
    # <starter>
    values = np.unique(x).astype(float)
    if len(values) <= max_bins:
        return (values[:-1] + values[1:]) / 2
    ranks = -(-np.arange(1, max_bins) * len(x) // max_bins) - 1
    edges = np.unique(np.sort(x)[ranks]).astype(float)
    return edges[edges < values[-1]]
    # </starter>


# <starter>
def _histogram(codes: np.ndarray, g: np.ndarray, h: np.ndarray, bins: int) -> np.ndarray:
    """(bins, 3): of the rows in each bin the sum of g, the sum of h and the number."""
    return np.stack([np.bincount(codes, weight, bins) for weight in (g, h, np.ones(len(g)))], axis=1)


# </starter>
def histogram_split(
    X: np.ndarray, g: np.ndarray, h: np.ndarray, max_bins: int, lam: float, min_rows: int
) -> tuple[int, float, float, list[np.ndarray], list[np.ndarray]] | None:
    """The best split of a node whose features are binned by `fit_bins`.

    X: (n, d), float32 or float64; g, h: (n,), float64, h > 0.
    Returns (feature, threshold, gain, left, right), or None: no gain. left, right: the histograms of
    the children, a list of d arrays of shape (bins, 3): sums of g, sums of h, numbers of rows.
    """
    # <starter>
    edges = [fit_bins(column, max_bins) for column in X.T]
    codes = [np.searchsorted(cuts, column) for cuts, column in zip(edges, X.T)]
    parent = [_histogram(code, g, h, len(cuts) + 1) for code, cuts in zip(codes, edges)]
    whole = np.array([g.sum(), h.sum(), len(g)])
    splits = []
    for feature, table in enumerate(parent):
        low = table.cumsum(axis=0)[:-1]
        high = whole - low
        scores = [side[:, 0] ** 2 / (side[:, 1] + lam) for side in (low, high)]
        gains = sum(scores) - whole[0] ** 2 / (whole[1] + lam)
        allowed = np.minimum(low[:, 2], high[:, 2]) >= min_rows
        splits += [(feature, k, float(gains[k])) for k in np.flatnonzero(allowed)]
    most = max((gain for _, _, gain in splits), default=0.0)
    if most <= 1e-9:
        return None
    feature, k, gain = next(split for split in splits if split[2] >= most - 1e-9)
    goes_left = codes[feature] <= k
    fewer = min(goes_left, ~goes_left, key=np.count_nonzero)
    counted = [_histogram(code[fewer], g[fewer], h[fewer], len(table)) for code, table in zip(codes, parent)]
    rest = [table - part for table, part in zip(parent, counted)]
    left, right = (counted, rest) if fewer is goes_left else (rest, counted)
    return feature, float(edges[feature][k]), gain, left, right
    # </starter>
