"""Cases for cart-regressor. The oracle grows in fractions; oracle2 by masks, with scikit-learn beside it where no split ties."""

from fractions import Fraction

import numpy as np
from sklearn.tree import DecisionTreeRegressor

RTOL, ATOL = 1e-9, 1e-9
TIE = 1e-7


def _grow(rows, targets, max_depth, min_leaf, queries, dtype="f8"):
    d = len(rows[0])
    query = np.array(queries, dtype=dtype).reshape(len(queries), d)
    return np.array(rows, dtype=dtype), np.array(targets, dtype="f8"), max_depth, min_leaf, query


LINE = [[1], [2], [3], [4], [6], [7], [8], [10]]
HILLS = [1, 2, 2, 7, 8, 7.5, 3, 2.5]
BETWEEN = [[0], [1.5], [2.5], [3.5], [5], [6.5], [7.5], [9], [12]]
PLANE = [[1, 5], [2, 1], [3, 4], [4, 2], [5, 6], [6, 3], [7, 8], [8, 7]]
PLANE_Y = [2, 9, 3, 8.5, 4, 9.5, 1, 0.25]

CASES = {
    "one split": (
        "depth 1 is one split: the mean of each side",
        _grow(LINE, HILLS, 1, 1, BETWEEN),
    ),
    "two levels": (
        "each child is split anew, by its own rows alone",
        _grow(LINE, HILLS, 2, 1, BETWEEN),
    ),
    "no depth": (
        "with max_depth 0 the tree is a single leaf",
        _grow(LINE, HILLS, 0, 1, BETWEEN),
    ),
    "on the threshold": (
        "a row that lies exactly on a threshold goes left",
        _grow([[1], [2], [4], [6]], [1, 1, 5, 9], 2, 1, [[3], [5], [2.5], [5.5]]),
    ),
    "two features": (
        "the best feature may differ from node to node",
        _grow(PLANE, PLANE_Y, 3, 1, [[4.5, 4.5], [0, 9], [9, 0], [5, 3], [2, 6]]),
    ),
    "grown out": (
        "without limits every distinct row ends in its own leaf",
        _grow(PLANE, PLANE_Y, 9, 1, [[1, 5], [4.5, 4.5], [8, 8]]),
    ),
    "seven levels": (
        "each split can part one row only, so the last leaf lies seven edges below the root",
        _grow([[k] for k in range(8)], [3**k / 64 for k in range(8)], 20, 1, [[-1], [0.5], [1.75], [9]]),
    ),
    "large neighbouring values": (
        "values far from zero and 1/64 apart are distinct",
        _grow([[9000 + k / 64] for k in range(6)], [1, 2, 2, 7, 8, 7], 2, 1, [[9000 + k / 64] for k in (-9, 1, 2, 3, 4, 99)]),
    ),
    "tie of errors": (
        "errors that are equal on paper and differ in the last digit when added up: the lower feature, then threshold wins",
        _grow(
            [[4, 2, 4], [4, 4, 0], [2, 3, 1], [1, 3, 4], [2, 0, 3], [4, 1, 2], [1, 4, 0], [2, 4, 2]],
            [0, 3, 3, 3, 3, 1, 2, 3],
            2,
            1,
            [[a, b, c] for a in (1, 2, 4) for b in (1, 3) for c in (1, 3)],
        ),
    ),
    "leaf of two": (
        "both children need min_leaf rows, so the far single row cannot be split off",
        _grow(LINE, [1, 1, 1, 1, 1, 1, 1, 60], 1, 2, BETWEEN),
    ),
    "leaf of two on the left": (
        "the left child needs min_leaf rows as well",
        _grow(LINE, [60, 1, 1, 1, 1, 1, 1, 1], 1, 2, BETWEEN),
    ),
    "leaf of exactly three": (
        "six rows can be split into three and three",
        _grow(LINE[:6], [1, 2, 3, 4, 5, 6], 3, 3, BETWEEN),
    ),
    "too few for two leaves": (
        "five rows cannot make two leaves of three",
        _grow(LINE[:5], [1, 2, 3, 9, 9], 3, 3, BETWEEN),
    ),
    "pure node": (
        "a node whose targets are equal stays a leaf; the other side is split on",
        _grow(LINE, [5, 5, 5, 5, 1, 2, 8, 4], 3, 1, BETWEEN),
    ),
    "all targets equal": ("nothing to explain, so one leaf", _grow(PLANE, [2.5] * 8, 4, 1, [[3, 3]])),
    "equal values": (
        "rows with equal values cannot be parted, whatever their targets",
        _grow([[1], [2], [2], [2], [3]], [0, 1, 9, 10, 11], 1, 1, [[1.25], [2], [2.25], [2.75]]),
    ),
    "equal rows": (
        "equal rows with different targets share a leaf and its mean",
        _grow([[1, 1], [1, 1], [1, 1], [2, 1]], [1, 2, 6, 4], 5, 1, [[1, 1], [2, 1]]),
    ),
    "nothing to split": (
        "all features are constant, so the root stays a leaf",
        _grow([[3, 1], [3, 1], [3, 1]], [1, 2, 6], 4, 1, [[0, 0], [9, 9]]),
    ),
    "exclusive-or": (
        "no split of the root lowers the error, and still it is split: its children then fit perfectly",
        _grow([[0, 0], [0, 1], [1, 0], [1, 1]], [0, 8, 8, 0], 2, 1, [[0, 0], [0, 1], [1, 0], [1, 1]]),
    ),
    "error, not variance": (
        "the squared errors are summed over the rows: a child counts by its size",
        _grow([[1], [2], [3], [4], [5], [6], [7]], [4, 0, 1, 2, 4, 1, 7], 1, 1, [[0], [1.75], [4], [6.25], [9]]),
    ),
    "tie between features": (
        "equal features: the lower index wins, which the queries can see",
        _grow([[1, 4], [2, 3], [3, 2], [4, 1]], [1, 1, 5, 5], 1, 1, [[1, 1], [4, 4]]),
    ),
    "tie between thresholds": (
        "the first and the last row are equally far off: the lower threshold wins",
        _grow([[1], [2], [3], [4]], [3, 0, 0, 3], 1, 1, [[1.25], [2.5], [3.75]]),
    ),
    "tie by rounding": (
        "two splits of equal worth may differ in the last digit when computed",
        _grow([[1], [2], [3], [4], [5]], [8, 6, 9, 11, 11], 1, 1, [[1.25], [3], [4.25]]),
    ),
    "large mean": (
        "targets far from zero: the means differ by little, and the splits are the same",
        _grow(LINE, [90 + h for h in HILLS], 2, 1, BETWEEN),
    ),
    "one row": ("a tree of one row predicts its target", _grow([[1, 2]], [7], 3, 1, [[0, 0], [5, 5]])),
    "no queries": ("predicting for no rows gives no numbers", _grow(LINE, HILLS, 2, 1, [])),
    "unsorted rows": (
        "rows come in any order",
        _grow([[6], [1], [10], [3], [8], [2], [7], [4]], [8, 1, 2.5, 2, 3, 2, 7.5, 7], 3, 1, BETWEEN),
    ),
    "float32": (
        "float32 features; targets and predictions are float64",
        _grow([[0.25, -1.5], [1.5, 0.5], [-0.75, 2.25], [3.0, 0.0]], [0.5, 1.25, -2, 4.75], 3, 1, [[0.875, 0], [-0.25, 1], [1, 1]], "f4"),
    ),
}


def gen(rng, size):
    n, d = rng.randint(1, 3 + 2 * size), rng.randint(1, 3)
    spread = rng.choice([2, 6, 640])
    rows = [[rng.randint(-spread, spread) / 4 for _ in range(d)] for _ in range(n)]
    targets = [rng.randint(-80, 80) / 8 for _ in range(n)]
    queries = [[rng.randint(-spread, spread) / 4 for _ in range(d)] for _ in range(rng.randint(0, 6))]
    return _grow(rows, targets, rng.randint(0, 4), rng.choice([1, 1, 2, 3]), queries)


def valid(inp):
    assert isinstance(inp, tuple) and len(inp) == 5, "the input is X, y, max_depth, min_leaf and the rows to predict"
    X, y, max_depth, min_leaf, Q = inp
    for name, rows in (("X", X), ("the rows to predict", Q)):
        assert isinstance(rows, np.ndarray) and rows.ndim == 2, f"{name}: a 2-D array"
        assert rows.dtype in (np.float32, np.float64), f"{name}: float32 or float64"
        assert np.isfinite(rows).all() and (np.abs(rows) <= 10_000).all(), f"{name}: between -10,000 and 10,000"
        assert (rows * 64 == np.round(rows * 64)).all(), f"{name}: multiples of 1/64"
    assert X.shape[0] >= 1 and X.shape[1] >= 1, "X has at least one row and one column"
    assert Q.shape[1] == X.shape[1] and Q.dtype == X.dtype, "the rows to predict have the columns and dtype of X"
    assert isinstance(y, np.ndarray) and y.shape == X.shape[:1], "y has one target for each row of X"
    assert y.dtype == np.float64, "y is float64"
    assert (np.abs(y) <= 100).all() and (y * 64 == np.round(y * 64)).all(), "targets: multiples of 1/64, at most 100"
    assert type(max_depth) is int and 0 <= max_depth <= 20, "max_depth is an int from 0 to 20"
    assert type(min_leaf) is int and min_leaf >= 1, "min_leaf is an int, at least 1"


INVALID = {
    "no rows": (np.zeros((0, 1)), np.zeros(0), 2, 1, np.zeros((1, 1))),
    "lengths differ": (np.ones((3, 1)), np.zeros(2), 2, 1, np.zeros((1, 1))),
    "query of another width": (np.ones((3, 1)), np.zeros(3), 2, 1, np.zeros((1, 2))),
    "depth below zero": (np.ones((3, 1)), np.zeros(3), -1, 1, np.zeros((1, 1))),
    "empty leaves": (np.ones((3, 1)), np.zeros(3), 2, 0, np.zeros((1, 1))),
    "targets not on the grid": (np.ones((3, 1)), np.full(3, 0.1), 2, 1, np.zeros((1, 1))),
}

LADDER = [100, 200, 400, 800]


def big(n):
    """Distinct values in a mixed-up order, and a target that rises with them; a few rows to predict."""
    rows = np.arange(n)
    place = rows * 7919 % n if n % 7919 else rows
    X = place[:, None] / 64 % 10_000
    return X, place % 97 / 4 + place * 50 // n, 3, 1, X[:8].copy()


def run(sol, inp):
    X, y, max_depth, min_leaf, Q = inp
    X, y, Q = X.copy(), y.copy(), Q.copy()
    tree = sol.RegressionTree(max_depth, min_leaf)
    tree.fit(X[-2:].copy(), -y[-2:])  # a tree that the second fit has to forget
    tree.fit(X, y)
    predicted = [tree.predict(X), tree.predict(Q)]
    return {"train": predicted[0], "query": predicted[1], "X after": X, "y after": y, "query after": Q}


def check(inp, out, expected):
    X, y, _, _, Q = inp
    for name, before in (("X", X), ("y", y), ("query", Q)):
        if not _same(out[f"{name} after"], before):
            return "Your tree changed an array that it was given. The caller still needs it: work on new arrays."
    for part, rows in (("train", X), ("query", Q)):
        got, wanted = out[part], expected[part]
        if not isinstance(got, np.ndarray) or got.shape != wanted.shape:
            return f"predict must return an array of shape {wanted.shape}: one number for each row."
        if got.dtype != np.float64:
            return f"predict must return float64; yours is {got.dtype}."
        far = ~(np.abs(got - wanted) <= 1e-9 * (1 + np.abs(wanted)))
        if far.any():
            i = int(np.argmax(far))
            kind = "training row" if part == "train" else "new row"
            row = ", ".join(f"{value:g}" for value in rows[i].tolist())
            return f"For the {kind} ({row}) the tree should predict {wanted[i]:.9g}; yours predicts {got[i]:.9g}."
    return None


def _same(a, b):
    return isinstance(a, np.ndarray) and a.dtype == b.dtype and a.shape == b.shape and a.tolist() == b.tolist()


def _observed(inp, predict):
    X, y, _, _, Q = inp
    train, query = (np.array([float(predict(row)) for row in rows.tolist()], dtype="f8") for rows in (X, Q))
    return {"train": train, "query": query, "X after": X, "y after": y, "query after": Q}


def oracle(inp):
    """The definition in fractions: the squared error of every split of every node, summed row by row."""
    X, y, max_depth, min_leaf, _ = inp
    data = list(zip(X.tolist(), map(Fraction, y.tolist())))
    tree = _exact_node(data, max_depth, min_leaf)

    def predict(row):
        node = tree
        while isinstance(node, tuple):
            feature, threshold, low, high = node
            node = high if row[feature] > threshold else low
        return node

    return _observed(inp, predict)


def _exact_node(data, depth, min_leaf):
    targets = [target for _, target in data]
    best = None
    if depth > 0 and len(set(targets)) > 1:
        for feature in range(len(data[0][0])):
            values = sorted({row[feature] for row, _ in data})
            for low, high in zip(values, values[1:]):
                parts = [[t for row, t in data if (row[feature] > low) == side] for side in (False, True)]
                error = sum(map(_error, parts))
                if min(map(len, parts)) >= min_leaf and (best is None or error < best[0] - Fraction(TIE)):
                    best = error, feature, (low + high) / 2
    if best is None:
        return sum(targets) / len(targets)
    _, feature, threshold = best
    sides = [[pair for pair in data if (pair[0][feature] > threshold) == side] for side in (False, True)]
    return feature, threshold, *(_exact_node(side, depth - 1, min_leaf) for side in sides)


def _error(targets):
    mean = sum(targets) / len(targets)
    return sum((t - mean) ** 2 for t in targets)


def oracle2(inp):
    """Nodes as masks over all rows, boxes of thresholds; scikit-learn must agree where no node had a tie."""
    X, y, max_depth, min_leaf, Q = inp
    wide, boxes, tied = X.astype(float), [], False
    waiting = [(np.ones(len(X), dtype=bool), [], 0)]
    while waiting:
        mask, walls, depth = waiting.pop()
        found, several = (None, False) if depth == max_depth else _by_variance(wide, y, mask, min_leaf)
        tied = tied or several
        if found is None:
            boxes.append((walls, y[mask].mean()))
            continue
        feature, threshold = found
        low = wide[:, feature] <= threshold
        waiting.append((mask & low, [*walls, (feature, threshold, True)], depth + 1))
        waiting.append((mask & ~low, [*walls, (feature, threshold, False)], depth + 1))

    def predict(row):
        (value,) = [v for walls, v in boxes if all((row[f] <= t) == below for f, t, below in walls)]
        return value

    answer = _observed(inp, predict)
    if not tied:
        model = DecisionTreeRegressor(max_depth=max_depth or None, min_samples_leaf=min_leaf, random_state=0)
        for part, rows in (("train", X), ("query", Q)):
            if max_depth and len(rows):
                theirs = model.fit(X, y).predict(rows)
                assert np.allclose(theirs, answer[part], rtol=1e-9, atol=1e-9), "scikit-learn predicts otherwise"
    return answer


def _by_variance(X, y, mask, min_leaf):
    """(feature, threshold) of the best split of the masked rows, or None; and whether another was as good."""
    if np.ptp(y[mask]) == 0:
        return None, False
    splits = []
    for feature in range(X.shape[1]):
        values = np.unique(X[mask, feature])
        for threshold in values[:-1] + np.diff(values) / 2:
            low, high = (y[mask & side] for side in (X[:, feature] <= threshold, X[:, feature] > threshold))
            if min(len(low), len(high)) >= min_leaf:
                splits.append((len(low) * np.var(low) + len(high) * np.var(high), feature, threshold))
    if not splits:
        return None, False
    least = min(splits)[0]
    good = [split for split in splits if split[0] <= least + TIE]
    return good[0][1:], len(good) > 1
