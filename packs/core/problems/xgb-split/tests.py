"""Cases for xgb-split. The oracle is the definition in fractions; oracle2 tries every split by masks and asks XGBoost."""

from fractions import Fraction

import numpy as np
import xgboost

RTOL, ATOL = 1e-9, 1e-9
TIE = 1e-9
NAN = float("nan")


def _node(rows, g, h, lam=1.0, gamma=0.0, least=0.0, dtype="f8"):
    return np.array(rows, dtype=dtype), np.array(g, dtype="f8"), np.array(h, dtype="f8"), lam, gamma, least


LINE = [[1], [2], [3], [4], [5], [6]]
TURN = [2, 1.5, 1, -1, -2, -1.5]
ONES = [1] * 6

CASES = {
    "two groups": (
        "gradients of one sign to each side; with nothing missing, missing_left is True by the tie rule",
        _node(LINE, TURN, ONES),
    ),
    "neighbours far from zero": (
        "values of 9,000 that differ by 1/64 are distinct, and the threshold between them is exact",
        _node([[9000.0625], [9000.046875], [9000.03125], [9000.015625]], [-1, -3, -3, 4], [1, 1, 1, 1]),
    ),
    "missing goes right": (
        "the missing row has a gradient like those on the right",
        _node([[1], [2], [NAN], [3], [4]], [2, 1, -3, -1, -2], [1, 1, 1, 1, 1]),
    ),
    "missing goes left": (
        "the missing row has a gradient like those on the left",
        _node([[1], [2], [NAN], [3], [4]], [2, 1, 3, -1, -2], [1, 1, 1, 1, 1]),
    ),
    "gamma prunes": (
        "the best split gains less than gamma costs, so the node stays a leaf: None",
        _node(LINE, TURN, ONES, 1.0, 20.0),
    ),
    "gamma leaves a little": (
        "gamma is taken off half of the difference of scores, once for each split",
        _node(LINE, TURN, ONES, 1.0, 5.0),
    ),
    "gain equals gamma": (
        "a gain of exactly 0 after gamma is no gain: None",
        _node([[0], [1]], [3, -3], [1, 1], 2.0, 3.0),
    ),
    "lambda shrinks": (
        "lambda stands in the denominator of all three scores and of both weights",
        _node(LINE, TURN, [0.5, 0.25, 1, 0.75, 0.25, 0.5], 10.0),
    ),
    "no lambda": ("lambda may be 0", _node(LINE, TURN, [0.5, 0.25, 1, 0.75, 0.25, 0.5], 0.0)),
    "lambda moves the split": (
        "with a large lambda a child of small weight counts little, so another split wins",
        _node(LINE, [4, -0.5, 0, -1, -1.5, -1], [0.25, 1, 1, 1, 1, 1], 4.0),
    ),
    "child too light": (
        "min_child_weight is about the sum of h in a child, not about its rows",
        _node(LINE, [9, -1, -1, -2, -3, -2], [0.25, 0.25, 0.5, 1, 1, 1], 1.0, 0.0, 1.0),
    ),
    "right child too light": (
        "the right child needs the weight as well as the left one",
        _node(LINE, [2, 3, 2, 1, 1, -9], [1, 1, 1, 0.5, 0.25, 0.25], 1.0, 0.0, 1.0),
    ),
    "child just heavy enough": (
        "a child with exactly min_child_weight is allowed",
        _node(LINE, [9, -1, -1, -2, -3, -2], [0.25, 0.25, 0.5, 1, 1, 1], 1.0, 0.0, 0.25),
    ),
    "missing rows make it heavy enough": (
        "the missing rows count for the child to which they go",
        _node([[1], [2], [3], [NAN]], [6, -1, -2, -1], [0.5, 1, 1, 0.5], 1.0, 0.0, 1.0),
    ),
    "equal values": (
        "rows with equal values cannot be parted, whatever their gradients",
        _node([[1], [2], [2], [2], [3]], [1, 4, -4, -3, -1], [1, 1, 1, 1, 1]),
    ),
    "tie between features": (
        "equal gains: the lower feature wins, although its threshold is higher",
        _node([[14, 1], [13, 2], [12, 3], [11, 4]], [1, 2, -2, -1], [1, 1, 1, 1]),
    ),
    "tie between thresholds": (
        "two thresholds gain the same: the lower one wins",
        _node([[1], [2], [3]], [3, 0, -3], [1, 1, 1]),
    ),
    "tie between sides": (
        "the missing row adds as much on either side: it goes left",
        _node([[1], [2], [NAN]], [3, -3, 0], [1, 1, 1]),
    ),
    "tie by rounding": (
        "1.5 and 3.5 gain exactly the same, but not to the last digit when computed: gains within 1e-9 are equal",
        _node([[1], [2], [3], [4]], [-4, 2, -3, 3], [1, 4, 4, 1], 3.0),
    ),
    "only missing values": (
        "a feature without values offers no threshold; the next one does",
        _node([[NAN, 1], [NAN, 2], [NAN, 3]], [2, -1, -1], [1, 1, 1]),
    ),
    "one value, the rest missing": (
        "missing against present is no split here: a threshold needs two distinct values",
        _node([[5], [NAN], [5], [NAN]], [3, -3, 2, -2], [1, 1, 1, 1]),
    ),
    "missing in the better feature": (
        "features with and without missing values compete by their gains",
        _node([[1, NAN], [2, 1], [3, 2], [4, NAN], [5, 3]], [2, 3, -1, 2, -4], [1, 1, 1, 1, 1]),
    ),
    "same gradients": (
        "when all rows pull the same way no split gains, and the answer is None",
        _node(LINE, [1] * 6, [1] * 6, 1.0),
    ),
    "one row": ("a node of one row has no split", _node([[3, 4]], [5], [1])),
    "float32": (
        "float32 values give the same split; the sums of g and h are float64",
        _node([[0.25, NAN], [1.5, 2.5], [NAN, -3.75], [-2.25, 0.5]], [1, -2, 3, 2], [1, 0.5, 1, 0.25], 0.5, 0.25, 0.0, "f4"),
    ),
}


def gen(rng, size):
    n, d = rng.randint(1, 3 + 2 * size), rng.randint(1, 3)
    spread, gaps = rng.choice([2, 4, 640]), rng.choice([0, 0.3])
    rows = [[NAN if rng.random() < gaps else rng.randint(-spread, spread) / 4 for _ in range(d)] for _ in range(n)]
    g = [rng.randint(-40, 40) / 8 for _ in range(n)]
    h = [rng.randint(1, 16) / 8 for _ in range(n)]
    lam, gamma = rng.choice([0.0, 0.5, 1.0, 2.7]), rng.choice([0.0, 0.0, 0.3, 1.5])
    return _node(rows, g, h, lam, gamma, rng.choice([0.0, 1.0, 2.0]))


def valid(inp):
    assert isinstance(inp, tuple) and len(inp) == 6, "the input is X, g, h, lam, gamma, min_child_weight"
    X, g, h, *knobs = inp
    assert isinstance(X, np.ndarray) and X.ndim == 2, "X is a 2-D array"
    assert X.dtype in (np.float32, np.float64), "X is float32 or float64"
    assert X.shape[0] >= 1 and X.shape[1] >= 1, "X has at least one row and one column"
    present = X[~np.isnan(X)]
    assert (np.abs(present) <= 10_000).all(), "entries of X are NaN or lie between -10,000 and 10,000"
    assert (present * 64 == np.round(present * 64)).all(), "entries of X are NaN or multiples of 1/64"
    for name, array in (("g", g), ("h", h)):
        assert isinstance(array, np.ndarray) and array.shape == X.shape[:1], f"{name} has one entry for each row of X"
        assert array.dtype == np.float64, f"{name} is float64"
        assert (np.abs(array) <= 100).all(), f"entries of {name} are at most 100 in size"
        assert (array * 64 == np.round(array * 64)).all(), f"entries of {name} are multiples of 1/64"
    assert (h > 0).all(), "entries of h are above 0"
    for name, knob in zip(("lam", "gamma", "min_child_weight"), knobs):
        assert isinstance(knob, float) and 0 <= knob <= 1000, f"{name} is a float from 0 to 1,000"


INVALID = {
    "no rows": (np.zeros((0, 1)), np.zeros(0), np.zeros(0), 1.0, 0.0, 0.0),
    "lengths differ": (np.ones((3, 1)), np.ones(2), np.ones(2), 1.0, 0.0, 0.0),
    "h is zero": (np.ones((2, 1)), np.ones(2), np.zeros(2), 1.0, 0.0, 0.0),
    "lambda below zero": (np.ones((2, 1)), np.ones(2), np.ones(2), -1.0, 0.0, 0.0),
    "g is float32": (np.ones((2, 1)), np.ones(2, dtype="f4"), np.ones(2), 1.0, 0.0, 0.0),
    "infinite": (np.full((2, 1), np.inf), np.ones(2), np.ones(2), 1.0, 0.0, 0.0),
}

LADDER = [100, 200, 400, 800]


def big(n):
    """Distinct values in a mixed-up order, every eighth one missing."""
    rows = np.arange(n)
    X = (rows * 7919 % n if n % 7919 else rows)[:, None] / 64 % 10_000
    X[rows % 8 == 3] = np.nan
    return X, (rows % 13 - 6) / 8, (rows % 5 + 1) / 8, 1.0, 0.0, 0.0


def run(sol, inp):
    X, g, h, lam, gamma, least = inp
    X, g, h = X.copy(), g.copy(), h.copy()
    returned = sol.best_split(X, g, h, lam, gamma, least)
    return {"returned": returned, "X after": X, "g after": g, "h after": h}


def check(inp, out, expected):
    for name, before in zip("Xgh", inp):
        if not _same(out[f"{name} after"], before):
            return f"Your function changed {name}. The caller still needs it: work on new arrays."
    got, wanted = out["returned"], expected["returned"]
    if wanted is None:
        return None if got is None else "No allowed split has a gain above 0, so the node stays a leaf: return None."
    if got is None:
        return f"You returned None, but a split gains something: {_told(wanted)}."
    if not isinstance(got, (tuple, list)) or len(got) != 6:
        return "Return six things, (feature, threshold, missing_left, gain, left_weight, right_weight), or None."
    if not isinstance(got[2], (bool, np.bool_)):
        return f"missing_left must be True or False; yours is {got[2]!r:.40}."
    numbers = [_number(part) for i, part in enumerate(got) if i != 2]
    if None in numbers:
        return "feature, threshold, gain and both weights must be numbers."
    return _split_fault(inp, got, numbers, wanted) or _value_fault(numbers, wanted)


def _told(split):
    side = "left" if split[2] else "right"
    return f"feature {split[0]} at {split[1]:.6g} with missing values to the {side}, gain {split[3]:.6g}"


def _split_fault(inp, got, numbers, wanted):
    feature, threshold, missing_left = numbers[0], numbers[1], bool(got[2])
    if feature != wanted[0]:
        return f"The best split is {_told(wanted)}; you chose feature {feature:g}."
    if missing_left is not wanted[2] and not np.isnan(inp[0][:, wanted[0]]).any():
        return "Nothing is missing in this feature, so both sides gain the same: missing_left is True then."
    near = abs(threshold - wanted[1]) <= 1e-9 * (1 + abs(wanted[1]))
    if missing_left is wanted[2] and near:
        return None
    yours = f"{threshold:.6g} with missing values to the {'left' if missing_left else 'right'}"
    return f"The best split is {_told(wanted)}; yours is at {yours}."


def _value_fault(numbers, wanted):
    names = ("gain", "left_weight", "right_weight")
    for name, value, right in zip(names, numbers[2:], wanted[3:]):
        if not abs(value - right) <= 1e-9 * (1 + abs(right)):
            return f"The split is right, but its {name} is {right:.9g}; yours is {value:.9g}."
    return None


def _same(a, b):
    return (
        isinstance(a, np.ndarray)
        and a.dtype == b.dtype
        and a.shape == b.shape
        and bool(np.array_equal(a, b, equal_nan=True))
    )


def _number(value):
    """`value` as a float, or None."""
    if isinstance(value, (bool, np.bool_)) or not isinstance(value, (int, float, np.number, np.ndarray)):
        return None
    if isinstance(value, np.ndarray) and value.shape != ():
        return None
    try:
        return float(value)
    except (TypeError, ValueError, OverflowError):
        return None


def _observed(inp, splits):
    most = max((split[3] for split in splits), default=0)
    best = next((s for s in splits if s[3] >= most - TIE), None) if most > TIE else None
    if best is not None:
        best = (best[0], float(best[1]), best[2], *(float(value) for value in best[3:]))
    return {"returned": best, "X after": inp[0], "g after": inp[1], "h after": inp[2]}


def oracle(inp):
    """The definition in fractions: every threshold, both sides for what is missing."""
    X, g, h = (array.tolist() for array in inp[:3])
    lam, gamma, least = map(Fraction, inp[3:])
    g, h, splits = [Fraction(v) for v in g], [Fraction(v) for v in h], []
    parent = sum(g) ** 2 / (sum(h) + lam)
    for feature in range(len(X[0])):
        column = [row[feature] for row in X]
        values = sorted({v for v in column if v == v})
        for low, high in zip(values, values[1:]):
            for missing_left in (True, False):
                sides = [missing_left if v != v else v <= low for v in column]
                gl, hl = (sum(v for v, left in zip(part, sides) if left) for part in (g, h))
                gr, hr = sum(g) - gl, sum(h) - hl
                if hl >= least and hr >= least:
                    gain = (gl**2 / (hl + lam) + gr**2 / (hr + lam) - parent) / 2 - gamma
                    weights = -gl / (hl + lam), -gr / (hr + lam)
                    splits.append((feature, (low + high) / 2, missing_left, gain, *weights))
    return _observed(inp, splits)


def oracle2(inp):
    """Each leaf's best weight by minimising its loss on masks; XGBoost must find the same loss where nothing is missing."""
    X, g, h, lam, gamma, least = inp
    whole, splits = _leaf(g, h, lam), []
    for feature, column in enumerate(X.T.astype(float)):
        values = np.unique(column[~np.isnan(column)])
        for threshold in (values[:-1] + values[1:]) / 2:
            for missing_left in (True, False):
                left = np.where(np.isnan(column), missing_left, column <= threshold).astype(bool)
                low, high = _leaf(g[left], h[left], lam), _leaf(g[~left], h[~left], lam)
                if min(h[left].sum(), h[~left].sum()) >= least:
                    gain = whole[1] - low[1] - high[1] - gamma
                    splits.append((feature, threshold, missing_left, gain, low[0], high[0]))
    answer = _observed(inp, splits)
    _ask_xgboost(inp, answer["returned"], bool(splits))
    return answer


def _leaf(g, h, lam):
    """The w that minimises the sum of g w + h w^2 / 2, plus lam w^2 / 2; and that minimum."""
    curve = np.polynomial.Polynomial([0.0, g.sum(), (h.sum() + lam) / 2])
    w = curve.deriv().roots()[0] if g.sum() else 0.0
    return w, curve(w)


def _ask_xgboost(inp, answer, any_split):
    """Its gain has no factor 1/2, so its gamma is twice ours; it works in float32."""
    X, g, h, lam, gamma, least = inp
    if not any_split or np.isnan(X).any():
        return
    settings = {"max_depth": 1, "eta": 1.0, "lambda": lam, "gamma": 0.0, "min_child_weight": least}
    settings |= {"tree_method": "exact", "base_score": 0.0, "nthread": 1}
    table = xgboost.DMatrix(X, label=np.zeros(len(X)))
    booster = xgboost.train(settings, table, num_boost_round=1, obj=lambda margin, data: (g, h))
    root = booster.trees_to_dataframe().iloc[0]
    gain = 0.0 if root["Feature"] == "Leaf" else float(root["Gain"]) / 2
    ours = 0.0 if answer is None else answer[3] + gamma
    if answer is not None:
        assert abs(gain - ours) < 1e-4 * (1 + abs(ours)), f"XGBoost gains {gain}, not {ours}"
    else:
        assert gain <= gamma + 1e-4, f"XGBoost gains {gain} where we gain nothing"
