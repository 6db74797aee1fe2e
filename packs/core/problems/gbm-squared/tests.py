"""Cases for gbm-squared. The oracle boosts in 40-digit decimals; oracle2 by masks, with scikit-learn beside it where no split ties."""

from decimal import Decimal, localcontext

import numpy as np
from sklearn.ensemble import GradientBoostingRegressor

RTOL, ATOL = 1e-8, 1e-8
TIE = 1e-7


def _boost(rows, targets, rounds, lr, queries, dtype="f8"):
    query = np.array(queries, dtype=dtype).reshape(len(queries), len(rows[0]))
    return np.array(rows, dtype=dtype), np.array(targets, dtype="f8"), rounds, lr, query


LINE = [[1], [2], [3], [4], [6], [7], [8], [10]]
HILLS = [1, 2, 2, 7, 8, 7.5, 3, 2.5]
BETWEEN = [[0], [1.5], [2.5], [3.5], [5], [7], [9], [12]]
PLANE = [[1, 5], [2, 1], [3, 4], [4, 2], [5, 6], [6, 3], [7, 8], [8, 7]]
PLANE_Y = [2, 9, 3, 8.5, 4, 9.5, 1, 0.25]

CASES = {
    "one stump": (
        "the first model is the mean of y; the first stump holds the mean residual of either side",
        _boost(LINE, HILLS, 1, 0.5, BETWEEN),
    ),
    "five stumps": (
        "each stump is fitted to what all stumps before it, shrunk, have left",
        _boost(LINE, HILLS, 5, 0.5, BETWEEN),
    ),
    "no rounds": (
        "with no round the model is the mean of y",
        _boost(LINE, HILLS, 0, 0.5, BETWEEN),
    ),
    "no shrinkage": ("with lr = 1 every stump counts in full", _boost(LINE, HILLS, 4, 1.0, BETWEEN)),
    "small steps": (
        "with a small lr the same split comes again and again, each time with smaller values",
        _boost(LINE, HILLS, 6, 0.05, BETWEEN),
    ),
    "two features": (
        "the best feature may change from round to round",
        _boost(PLANE, PLANE_Y, 7, 0.3, [[4.5, 4.5], [0, 9], [9, 0], [5, 3]]),
    ),
    "far from zero": (
        "the mean carries the level of the targets; a start at 0 would waste every stump on it",
        _boost(LINE, [90 + h for h in HILLS], 3, 0.25, BETWEEN),
    ),
    "stops when nothing is left": (
        "two values of y and lr = 1: one stump fits perfectly, and there is no second one",
        _boost(LINE, [1, 1, 1, 5, 5, 5, 5, 5], 6, 1.0, BETWEEN),
    ),
    "constant target": ("nothing to lower, so there is no stump at all", _boost(LINE, [3] * 8, 4, 0.5, BETWEEN)),
    "constant feature": (
        "no feature can be split, so there is no stump",
        _boost([[2, 5]] * 4, [1, 2, 3, 9], 4, 0.5, [[0, 0], [9, 9]]),
    ),
    "exclusive-or": (
        "no stump lowers the error: an additive model cannot see an exclusive-or",
        _boost([[0, 0], [0, 1], [1, 0], [1, 1]], [0, 8, 8, 0], 3, 0.5, [[0, 1], [1, 1]]),
    ),
    "on the threshold": (
        "a row that lies exactly on a threshold goes left",
        _boost([[1], [2], [4], [6]], [1, 1, 5, 9], 3, 0.5, [[3], [5], [1.5]]),
    ),
    "equal values": (
        "rows with equal values cannot be parted, whatever their residuals",
        _boost([[1], [2], [2], [2], [3]], [0, 1, 9, 10, 11], 3, 0.5, [[1.25], [2], [2.75]]),
    ),
    "large neighbouring values": (
        "values far from zero and 1/64 apart are distinct",
        _boost([[9000 + k / 64] for k in range(6)], [1, 2, 2, 7, 8, 7], 3, 0.5, [[9000 + k / 64] for k in (-9, 1, 2, 3, 4, 99)]),
    ),
    "little to lower": (
        "the error can fall by 4.5e-6 only: that is more than 1e-7, so a stump is added",
        _boost([[0], [1]], [0, 0.003], 1, 1.0, [[0], [1]]),
    ),
    "tie of errors": (
        "errors that are equal on paper and differ in the last digit when added up: the lower threshold wins",
        _boost([[3], [1], [2]], [1, 1, -3], 4, 0.5, [[1.25], [1.75], [2.75]]),
    ),
    "stops after rounding": (
        "what is left after five stumps is rounding, not error: no sixth one follows",
        _boost([[3, 3], [3, 1], [1, 0], [3, 1], [3, 1]], [0.4, 0.5, 0, -0.3, -0.3], 6, 1.0, [[2, 2], [3, 0]]),
    ),
    "sizes count": (
        "the squared error is summed over rows, so a lone far target does not always win",
        _boost([[1], [2], [3], [4], [5], [6], [7]], [4, 0, 1, 2, 4, 1, 7], 3, 0.5, [[0], [4], [9]]),
    ),
    "tie between features": (
        "both features part the rows as well: the lower index wins",
        _boost([[1, 4], [2, 3], [3, 2], [4, 1]], [1, 1, 5, 5], 2, 0.5, [[1, 1], [4, 4]]),
    ),
    "tie between thresholds": (
        "the first and the last row are equally far off: the lower threshold wins",
        _boost([[1], [2], [3], [4]], [3, 0, 0, 3], 3, 0.5, [[1.25], [2.5], [3.75]]),
    ),
    "tie by rounding": (
        "two splits of equal worth may differ in the last digit when computed: within 1e-7 they are equal",
        _boost([[1], [2], [3], [4], [5]], [12, -1, -3, 1, 12], 2, 0.5, [[1.25], [3], [4.75]]),
    ),
    "one row": ("one row: its target is the whole model", _boost([[1, 2]], [7], 3, 0.5, [[0, 0], [5, 5]])),
    "no queries": ("no rows to predict: the stages are there, and empty", _boost(LINE, HILLS, 2, 0.5, [])),
    "unsorted rows": (
        "rows come in any order",
        _boost([[6], [1], [10], [3], [8], [2], [7], [4]], [8, 1, 2.5, 2, 3, 2, 7.5, 7], 4, 0.5, BETWEEN),
    ),
    "float32": (
        "float32 features; everything else is float64",
        _boost([[0.25, -1.5], [1.5, 0.5], [-0.75, 2.25], [3.0, 0.0]], [0.5, 1.25, -2, 4.75], 3, 0.7, [[0.875, 0], [1, 1]], "f4"),
    ),
}

KEEP = {
    "small steps": "the lesson of shrinkage: many small steps with the same split",
    "far from zero": "the case that a start at zero fails most clearly",
}


def gen(rng, size):
    n, d = rng.randint(1, 3 + 2 * size), rng.randint(1, 3)
    spread = rng.choice([2, 6, 640])
    rows = [[rng.randint(-spread, spread) / 4 for _ in range(d)] for _ in range(n)]
    targets = [rng.randint(-80, 80) / 8 for _ in range(n)]
    queries = [[rng.randint(-spread, spread) / 4 for _ in range(d)] for _ in range(rng.randint(0, 4))]
    return _boost(rows, targets, rng.randint(0, 5), rng.choice([0.1, 0.3, 0.5, 1.0]), queries)


def valid(inp):
    assert isinstance(inp, tuple) and len(inp) == 5, "the input is X, y, rounds, lr and the rows to predict"
    X, y, rounds, lr, Q = inp
    for name, rows in (("X", X), ("the rows to predict", Q)):
        assert isinstance(rows, np.ndarray) and rows.ndim == 2, f"{name}: a 2-D array"
        assert rows.dtype in (np.float32, np.float64), f"{name}: float32 or float64"
        assert np.isfinite(rows).all() and (np.abs(rows) <= 10_000).all(), f"{name}: between -10,000 and 10,000"
        assert (rows * 64 == np.round(rows * 64)).all(), f"{name}: multiples of 1/64"
    assert X.shape[0] >= 1 and X.shape[1] >= 1, "X has at least one row and one column"
    assert Q.shape[1] == X.shape[1] and Q.dtype == X.dtype, "the rows to predict have the columns and dtype of X"
    assert isinstance(y, np.ndarray) and y.shape == X.shape[:1], "y has one target for each row of X"
    assert y.dtype == np.float64 and (np.abs(y) <= 100).all(), "y is float64, between -100 and 100"
    assert type(rounds) is int and 0 <= rounds <= 50, "rounds is an int from 0 to 50"
    assert isinstance(lr, float) and 0 < lr <= 1, "lr is a float, above 0 and at most 1"


INVALID = {
    "no rows": (np.zeros((0, 1)), np.zeros(0), 2, 0.5, np.zeros((1, 1))),
    "lengths differ": (np.ones((3, 1)), np.zeros(2), 2, 0.5, np.zeros((1, 1))),
    "query of another width": (np.ones((3, 1)), np.zeros(3), 2, 0.5, np.zeros((1, 2))),
    "rounds below zero": (np.ones((3, 1)), np.zeros(3), -1, 0.5, np.zeros((1, 1))),
    "lr zero": (np.ones((3, 1)), np.zeros(3), 2, 0.0, np.zeros((1, 1))),
    "a missing target": (np.ones((2, 1)), np.array([1.0, np.nan]), 2, 0.5, np.zeros((1, 1))),
}

LADDER = [100, 200, 400, 800]


def big(n):
    """Distinct values in a mixed-up order, a target with hills; three rounds."""
    rows = np.arange(n)
    place = rows * 7919 % n if n % 7919 else rows
    X = place[:, None] / 64 % 10_000
    return X, np.sin(place * 9.0 / n) * 50, 3, 0.5, X[:4].copy()


def run(sol, inp):
    X, y, rounds, lr, Q = inp
    X, y, Q = X.copy(), y.copy(), Q.copy()
    base, stumps = sol.fit(X, y, rounds, lr)
    stages = {"train": sol.staged(base, stumps, lr, X), "query": sol.staged(base, stumps, lr, Q)}
    return {"base": base, "stumps": stumps, **stages, "X after": X, "y after": y, "query after": Q}


def check(inp, out, expected):
    X, y, _, _, Q = inp
    for name, before in (("X", X), ("y", y), ("query", Q)):
        if not _same(out[f"{name} after"], before):
            return "Your code changed an array that it was given. The caller still needs it: work on new arrays."
    base = _floats(out["base"])
    if base is None or base.shape != () or not _near(float(base), expected["base"]):
        return f"base must be the mean of y, {expected['base']:.9g}; yours is {out['base']!r:.60}."
    return _stumps_fault(out["stumps"], expected["stumps"]) or _stages_fault(out, expected)


def _near(a, b):
    return abs(a - b) <= 1e-8 * (1 + abs(b))


def _told(stump):
    return f"feature {stump[0]} at {stump[1]:.6g} with {stump[2]:.6g} and {stump[3]:.6g}"


def _stumps_fault(got, wanted):
    if not isinstance(got, (list, tuple)):
        return "stumps must be a list of (feature, threshold, left, right)."
    for m, right in enumerate(wanted):
        if m == len(got):
            return f"There should be {len(wanted)} stumps, and there are {m}: stump {m} is {_told(right)}."
        parts = _floats(got[m]) if isinstance(got[m], (list, tuple)) else None
        if parts is None or parts.shape != (4,):
            return f"Stump {m} must be four numbers, (feature, threshold, left, right)."
        if not all(_near(a, b) for a, b in zip(parts.tolist(), right)):
            return f"Stump {m} (from 0) should be {_told(right)}; yours is {_told(parts.tolist())}."
    if len(got) > len(wanted):
        return f"After {len(wanted)} stumps no split lowers the error by more than 1e-7 or the rounds are over; you have {len(got)}."
    return None


def _stages_fault(out, expected):
    for part, what in (("train", "the training rows"), ("query", "the new rows")):
        got, wanted = out[part], expected[part]
        if not isinstance(got, np.ndarray) or got.shape != wanted.shape:
            return f"staged of {what} must be an array of shape {wanted.shape}: a row for 0, 1, ... stumps."
        if got.dtype != np.float64:
            return f"staged must return float64; yours is {got.dtype}."
        far = ~(np.abs(got - wanted) <= 1e-8 * (1 + np.abs(wanted)))
        if far.any():
            m, i = (int(k) for k in np.argwhere(far)[0])
            return f"After {m} stumps {what} should begin with {wanted[m, i]:.9g} at place {i}; yours is {got[m, i]:.9g}."
    return None


def _same(a, b):
    return isinstance(a, np.ndarray) and a.dtype == b.dtype and a.shape == b.shape and a.tolist() == b.tolist()


def _floats(value):
    """`value` as an array of float64, or None."""
    try:
        array = np.asarray(value)
        return array.astype(float) if array.dtype.kind in "iuf" else None
    except (TypeError, ValueError, OverflowError):
        return None


def _observed(inp, base, stumps):
    X, y, _, lr, Q = inp
    stages = []
    for rows in (X, Q):
        table = np.full((len(stumps) + 1, len(rows)), float(base))
        for m, (feature, threshold, left, right) in enumerate(stumps):
            for i, row in enumerate(rows.tolist()):
                move = left if row[feature] <= threshold else right
                table[m + 1, i] = table[m, i] + float(lr) * float(move)
        stages.append(table)
    stumps = [(int(f), float(t), float(left), float(right)) for f, t, left, right in stumps]
    trains = {"train": stages[0], "query": stages[1]}
    return {"base": float(base), "stumps": stumps, **trains, "X after": X, "y after": y, "query after": Q}


def oracle(inp):
    """The definition in decimals: the squared error of every stump, summed row by row."""
    X, y, rounds, lr, _ = inp
    rows = X.tolist()
    with localcontext(prec=40):
        left_over = [Decimal(t) for t in y.tolist()]
        base = sum(left_over) / len(rows)
        left_over, stumps = [t - base for t in left_over], []
        while len(stumps) < rounds:
            stump = _exact_stump(rows, left_over)
            if stump is None:
                break
            feature, threshold, low, high = stump
            stumps.append(stump)
            for i, row in enumerate(rows):
                left_over[i] -= Decimal(lr) * (high if row[feature] > threshold else low)
        return _observed(inp, base, stumps)


def _exact_stump(rows, residuals):
    best, bound = None, _error(residuals) - Decimal(TIE)
    for feature in range(len(rows[0])):
        values = sorted({row[feature] for row in rows})
        for low, high in zip(values, values[1:]):
            sides = [[r for row, r in zip(rows, residuals) if (row[feature] > low) == side] for side in (False, True)]
            error = sum(map(_error, sides))
            if error < bound:
                bound = error - Decimal(TIE)
                best = feature, (low + high) / 2, *(sum(side) / len(side) for side in sides)
    return best


def _error(residuals):
    mean = sum(residuals) / len(residuals)
    return sum((r - mean) ** 2 for r in residuals)


def oracle2(inp):
    """Each stump by masks over the residuals of the whole model; scikit-learn must agree where nothing ties."""
    X, y, rounds, lr, Q = inp
    wide, stumps, tied, model = X.astype(float), [], False, np.full(len(y), y.mean())
    for _ in range(rounds):
        residual, splits = y - model, []
        for feature in range(X.shape[1]):
            values = np.unique(wide[:, feature])
            for threshold in values[:-1] + np.diff(values) / 2:
                side = wide[:, feature] <= threshold
                means = np.where(side, residual[side].mean(), residual[~side].mean())
                splits.append((((residual - means) ** 2).sum(), feature, threshold, means, side))
        least = min((split[0] for split in splits), default=np.inf)
        if least >= ((residual - residual.mean()) ** 2).sum() - TIE:
            break
        good = [split for split in splits if split[0] <= least + TIE]
        tied = tied or len(good) > 1
        _, feature, threshold, means, side = good[0]
        stumps.append((feature, threshold, means[side][0], means[~side][0]))
        model = model + lr * means
    answer = _observed(inp, y.mean(), stumps)
    if stumps and not tied:
        theirs = GradientBoostingRegressor(n_estimators=len(stumps), learning_rate=lr, max_depth=1, random_state=0)
        for part, rows in (("train", X), ("query", Q)):
            if len(rows):
                stages = np.array(list(theirs.fit(X, y).staged_predict(rows)))
                assert np.allclose(stages, answer[part][1:], rtol=1e-7, atol=1e-7), "scikit-learn predicts otherwise"
    return answer
