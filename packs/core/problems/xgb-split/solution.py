"""XGBoost's exact greedy split with a learned side for missing values."""

import numpy as np


# <starter>
def _score(G, H, lam):
    return G**2 / (H + lam)


# </starter>
def best_split(
    X: np.ndarray, g: np.ndarray, h: np.ndarray, lam: float, gamma: float, min_child_weight: float
) -> tuple[int, float, bool, float, float, float] | None:
    """The best split of a node from the gradients g and second derivatives h of its rows.

    X: (n, d), float32 or float64, NaN where a value is missing; g, h: (n,), float64, h > 0.
    Returns (feature, threshold, missing_left, gain, left_weight, right_weight), or None: no gain.
    """
    # <starter>
    G, H = g.sum(), h.sum()
    splits = []
    for feature, column in enumerate(X.T):
        order = np.argsort(column)[: np.count_nonzero(~np.isnan(column))]
        values = column[order]
        ends = np.flatnonzero(values[:-1] < values[1:])
        thresholds = (values[ends] + values[ends + 1]) / 2
        low_g, low_h = g[order].cumsum(), h[order].cumsum()
        for end, threshold in zip(ends, thresholds):
            for missing_left in (True, False):
                left_g, left_h = low_g[end], low_h[end]
                if missing_left:
                    left_g, left_h = left_g + G - low_g[-1], left_h + H - low_h[-1]
                right_g, right_h = G - left_g, H - left_h
                if min(left_h, right_h) >= min_child_weight:
                    both = _score(left_g, left_h, lam) + _score(right_g, right_h, lam)
                    gain = (both - _score(G, H, lam)) / 2 - gamma
                    weights = -left_g / (left_h + lam), -right_g / (right_h + lam)
                    splits.append((feature, float(threshold), missing_left, float(gain), *map(float, weights)))
    most = max((split[3] for split in splits), default=0.0)
    if most <= 1e-9:
        return None
    return next(split for split in splits if split[3] >= most - 1e-9)
    # </starter>
