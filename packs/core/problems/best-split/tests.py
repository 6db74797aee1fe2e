"""Cases for best-split. The oracle counts with fractions, split by split; oracle2 uses masks, SciPy and scikit-learn."""

import math
from fractions import Fraction

import numpy as np
from scipy.stats import entropy
from sklearn.tree import DecisionTreeClassifier

RTOL, ATOL = 1e-9, 1e-9
TIE = 1e-9


def _node(rows, labels, criterion="gini", dtype="f8"):
    return np.array(rows, dtype=dtype), np.array(labels, dtype="i8"), criterion


XOR = [[0, 0], [0, 1], [1, 0], [1, 1]]
STEPS = [[1], [2], [3], [4], [5], [6], [7], [8]]

CASES = {
    "two groups": (
        "a threshold half-way between the groups leaves both children pure, and the gain is the whole impurity",
        _node([[1.0, 5.0], [2.0, 1.0], [3.0, 4.0], [7.0, 2.0], [8.0, 3.0]], [0, 0, 0, 1, 1]),
    ),
    "neighbours far from zero": (
        "values of 9,000 that differ by 1/64 are distinct, and the threshold between them is exact",
        _node([[9000 + i / 64] for i in range(4)], [0, 1, 1, 1]),
    ),
    "labels of any size": (
        "labels are names: -1 and 1 are two classes, and so are 0 and 256",
        _node([[0.0], [1.0], [2.0], [3.0]], [-1, 1, 257, 1]),
    ),
    "twelve classes": (
        "there may be many classes",
        _node([[float(i)] for i in range(12)], list(range(12)), "entropy"),
    ),
    "in bits": (
        "entropy is measured in bits: an even split of two classes has exactly 1",
        _node([[1.0], [2.0], [5.0], [6.0]], [0, 0, 1, 1], "entropy"),
    ),
    "no split": (
        "where every feature is constant there is nothing to split, and the answer is None",
        _node([[2.0, 3.0], [2.0, 3.0], [2.0, 3.0]], [0, 1, 1]),
    ),
    "one row": ("a node of one row has no split", _node([[4.0, 1.0]], [1])),
    "constant feature": (
        "a constant feature offers no threshold, the one after it does",
        _node([[7.0, 3.0], [7.0, 1.0], [7.0, 2.0], [7.0, 5.0]], [0, 1, 1, 0]),
    ),
    "equal values": (
        "rows with equal values cannot be parted: the only boundary is between 1 and 2",
        _node([[1.0], [1.0], [1.0], [2.0], [2.0]], [0, 0, 1, 1, 1]),
    ),
    "equal values, labels in order": (
        "labels change in the middle of equal values; there is no threshold there",
        _node([[1.0], [3.0], [3.0], [3.0], [3.0], [6.0], [6.0]], [0, 0, 0, 1, 1, 1, 0], "entropy"),
    ),
    "tie between features": (
        "both features part the classes as well: the one with the lower index wins",
        _node([[4.0, 1.0], [3.0, 2.0], [2.0, 3.0], [1.0, 4.0]], [1, 1, 0, 0]),
    ),
    "tie between thresholds": (
        "1.5 and 3.5 gain the same: the lower threshold wins",
        _node([[1.0], [2.0], [3.0], [4.0]], [1, 0, 0, 1]),
    ),
    "tie by rounding": (
        "two mirror-image splits differ in the last digit when computed: gains within 1e-9 are equal",
        _node([[i, 6 - i] for i in range(7)], [2, 2, 0, 0, 1, 1, 1], "entropy"),
    ),
    "sizes count": (
        "one row alone is pure, and still worth little: each child counts by its share of the rows",
        _node(STEPS, [0, 1, 1, 0, 1, 0, 0, 0]),
    ),
    "sizes count, entropy": (
        "children count by their share of the rows for entropy too",
        _node(STEPS, [2, 1, 1, 0, 1, 0, 0, 0], "entropy"),
    ),
    "criteria disagree, gini": (
        "Gini and entropy do not always choose the same split",
        _node(STEPS + [[9]], [2, 1, 1, 1, 1, 1, 0, 2, 2], "gini"),
    ),
    "criteria disagree, entropy": (
        "Gini and entropy do not always choose the same split",
        _node(STEPS + [[9]], [2, 1, 1, 1, 1, 1, 0, 2, 2], "entropy"),
    ),
    "no gain": (
        "in an exclusive-or no split gains anything: the first one is still the answer",
        _node(XOR, [0, 1, 1, 0]),
    ),
    "pure node": (
        "all labels are equal: every gain is 0, and the first split is returned",
        _node([[3.0, 9.0], [3.0, 8.0], [3.0, 5.0]], [6, 6, 6], "entropy"),
    ),
    "labels with gaps": (
        "labels are any integers: negative, with gaps, not 0 to K - 1",
        _node([[0.5], [1.5], [2.5], [3.5], [4.5], [5.5]], [-3, -3, 40, 40, 7, 7], "entropy"),
    ),
    "negative values": (
        "values may be negative, and the threshold is the middle between neighbours in order of size",
        _node([[-4.0], [-1.0], [-8.0], [3.0], [0.0]], [1, 0, 1, 0, 0]),
    ),
    "unsorted rows": (
        "rows come in any order: sort the labels together with the values",
        _node([[9.0], [1.0], [5.0], [3.0], [7.0], [2.0]], [1, 0, 1, 0, 1, 0]),
    ),
    "second feature better": (
        "the best of all features counts, not the first one that gains something",
        _node([[1.0, 2.0], [2.0, 9.0], [3.0, 1.0], [4.0, 8.0], [5.0, 7.0]], [0, 1, 0, 1, 1]),
    ),
    "float32": (
        "float32 values give the same split; the threshold is an exact middle",
        _node([[0.25, 1.5], [0.75, -2.25], [1.5, 0.5], [2.25, 3.0]], [0, 1, 0, 1], "entropy", "f4"),
    ),
}


def gen(rng, size):
    n, d, k = rng.randint(1, 3 + 2 * size), rng.randint(1, 3), rng.randint(1, 4)
    spread = rng.choice([2, 4, 640])
    rows = [[rng.randint(-spread, spread) / 4 for _ in range(d)] for _ in range(n)]
    names = rng.sample(range(-9, 30), k)
    return _node(rows, [rng.choice(names) for _ in range(n)], rng.choice(["gini", "entropy"]))


def valid(inp):
    assert isinstance(inp, tuple) and len(inp) == 3, "the input is X, y and the criterion"
    X, y, criterion = inp
    assert isinstance(X, np.ndarray) and X.ndim == 2, "X is a 2-D array"
    assert X.dtype in (np.float32, np.float64), "X is float32 or float64"
    assert X.shape[0] >= 1 and X.shape[1] >= 1, "X has at least one row and one column"
    assert np.isfinite(X).all() and (np.abs(X) <= 10_000).all(), "entries of X lie between -10,000 and 10,000"
    assert (X * 64 == np.round(X * 64)).all(), "entries of X are multiples of 1/64"
    assert isinstance(y, np.ndarray) and y.shape == X.shape[:1], "y has one label for each row of X"
    assert y.dtype.kind == "i", "labels are integers"
    assert len(np.unique(y)) <= 20, "there are at most 20 classes"
    assert criterion in ("gini", "entropy"), "the criterion is gini or entropy"


INVALID = {
    "no rows": (np.zeros((0, 2)), np.zeros(0, dtype="i8"), "gini"),
    "lengths differ": (np.ones((3, 1)), np.zeros(2, dtype="i8"), "gini"),
    "labels are floats": (np.ones((3, 1)), np.zeros(3), "gini"),
    "another criterion": (np.ones((3, 1)), np.zeros(3, dtype="i8"), "mse"),
    "not a multiple of 1/64": (np.full((2, 1), 0.1), np.zeros(2, dtype="i8"), "gini"),
    "a missing value": (np.full((2, 1), np.nan), np.zeros(2, dtype="i8"), "gini"),
}

LADDER = [200, 400, 800, 1600]


def big(n):
    """Distinct values in a mixed-up order, two features, three classes in turn."""
    place = np.arange(n) * 7919 % n if n % 7919 else np.arange(n)
    X = np.stack([place, place[::-1]], axis=1) / 64
    return X % 10_000, np.arange(n) % 3, "gini"


def run(sol, inp):
    X, y, criterion = inp
    X, y = X.copy(), y.copy()
    return {"returned": sol.best_split(X, y, criterion), "X after": X, "y after": y}


def check(inp, out, expected):
    X, y, criterion = inp
    if not _same(out["X after"], X) or not _same(out["y after"], y):
        return "Your function changed X or y. The caller still needs them: work on new arrays."
    got, wanted = out["returned"], expected["returned"]
    if wanted is None:
        return None if got is None else "No feature has two distinct values, so there is no split: return None."
    if got is None:
        return f"You returned None, but a split exists: {_told(wanted)}."
    if not isinstance(got, (tuple, list)) or len(got) != 3:
        return "Return three things, (feature, threshold, gain), or None."
    feature, threshold, gain = (_number(part) for part in got)
    if feature is None or threshold is None or gain is None:
        return "feature, threshold and gain must be numbers."
    if feature not in range(X.shape[1]):
        return f"feature must be the index of a column, from 0 to {X.shape[1] - 1}; yours is {got[0]!r:.40}."
    return _split_fault(inp, (int(feature), threshold), wanted) or _gain_fault(gain, wanted)


def _told(split):
    return f"feature {split[0]} at threshold {split[1]:.6g}, with gain {split[2]:.6g}"


def _split_fault(inp, got, wanted):
    X, y, criterion = inp
    if got[0] == wanted[0] and abs(got[1] - wanted[1]) <= 1e-9 * (1 + abs(wanted[1])):
        return None
    goes_left, right = X[:, got[0]] <= got[1], X[:, wanted[0]] <= wanted[1]
    if got[0] == wanted[0] and (goes_left == right).all():
        return f"The split parts the right rows, but the threshold is the middle, {wanted[1]:.6g}; yours is {got[1]:.6g}."
    yours = _gain(y, goes_left, criterion)
    if yours is None:
        return f"Your split at {got[1]:.6g} sends all rows to one side; the best one is {_told(wanted)}."
    if yours >= wanted[2] - 1e-9:
        return (
            f"Feature {got[0]} at {got[1]:.6g} gains as much, but of equal gains the lowest feature, then the lowest "
            f"threshold counts: {_told(wanted)}."
        )
    return f"The best split is {_told(wanted)}; yours, feature {got[0]} at {got[1]:.6g}, gains only {yours:.6g}."


def _gain_fault(got, wanted):
    if abs(got - wanted[2]) <= 1e-9:
        return None
    return f"The split is right, but its gain is {wanted[2]:.9g}; yours is {got:.9g}."


def _gain(y, goes_left, criterion):
    """None where a side is empty."""
    if goes_left.all() or not goes_left.any():
        return None
    inside = [(side.mean(), y[side]) for side in (goes_left, ~goes_left)]
    return _mess(y, criterion) - sum(share * _mess(labels, criterion) for share, labels in inside)


def _mess(labels, criterion):
    p = np.unique(labels, return_counts=True)[1] / len(labels)
    return 1 - np.sum(p * p) if criterion == "gini" else -np.sum(p * np.log2(p))


def _same(a, b):
    return isinstance(a, np.ndarray) and a.dtype == b.dtype and a.shape == b.shape and a.tolist() == b.tolist()


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
    """The answer among (feature, threshold, gain) in order, by the tie rule."""
    most = max((gain for _, _, gain in splits), default=0)
    best = next(((f, float(t), float(g)) for f, t, g in splits if g >= most - TIE), None)
    return {"returned": best, "X after": inp[0], "y after": inp[1]}


def oracle(inp):
    """The definition: every boundary of every feature, with shares as fractions."""
    X, y, criterion = inp
    rows, labels, splits = X.tolist(), y.tolist(), []
    for feature in range(X.shape[1]):
        values = sorted({row[feature] for row in rows})
        for low, high in zip(values, values[1:]):
            parts = [[], []]
            for row, label in zip(rows, labels):
                parts[row[feature] > low].append(label)
            loss = sum(Fraction(len(part), len(labels)) * _exact(part, criterion) for part in parts)
            splits.append((feature, (low + high) / 2, _exact(labels, criterion) - loss))
    return _observed(inp, splits)


def _exact(labels, criterion):
    shares = [Fraction(labels.count(label), len(labels)) for label in set(labels)]
    if criterion == "gini":
        return 1 - sum(p * p for p in shares)
    return Fraction(math.fsum(-float(p) * math.log2(p) for p in shares))


def oracle2(inp):
    """Masks and SciPy; scikit-learn's stump must reach the same gain."""
    X, y, criterion = inp
    splits = []
    for feature in range(X.shape[1]):
        values = np.unique(X[:, feature]).astype(float)
        for threshold in (values[:-1] + values[1:]) / 2:
            splits.append((feature, threshold, _by_mask(y, X[:, feature] <= threshold, criterion)))
    answer = _observed(inp, splits)
    stump = DecisionTreeClassifier(criterion=criterion, max_depth=1, random_state=0).fit(X, y).tree_
    if stump.node_count == 3:
        sizes = stump.n_node_samples
        gain = stump.impurity[0] - sizes[1:] @ stump.impurity[1:] / sizes[0]
        assert abs(gain - answer["returned"][2]) < 1e-9, "scikit-learn finds another gain"
    return answer


def _by_mask(y, left, criterion):
    def impurity(labels):
        p = np.bincount(labels - y.min()) / len(labels)
        return p @ (1 - p) if criterion == "gini" else entropy(p, base=2)

    return impurity(y) - left.mean() * impurity(y[left]) - (~left).mean() * impurity(y[~left])
