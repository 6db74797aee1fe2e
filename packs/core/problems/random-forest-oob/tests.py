"""Cases for random-forest-oob. The oracle grows in fractions; oracle2 with a stack and row weights, scikit-learn beside it."""

import random
from collections import Counter
from fractions import Fraction

import numpy as np
from sklearn.tree import DecisionTreeClassifier

RTOL, ATOL = 1e-9, 1e-9


def _task(rows, labels, n_trees, max_depth, m, seed, dtype="f8"):
    return np.array(rows, dtype=dtype), np.array(labels, dtype="i8"), n_trees, max_depth, m, seed


CLOUDS = [[1, 5, 2], [2, 4, 7], [3, 6, 1], [4, 5, 5], [5, 1, 3], [6, 2, 8], [7, 3, 4], [8, 1, 6], [2, 1, 9], [7, 6, 0]]
LABELS = [0, 0, 0, 0, 1, 1, 1, 1, 0, 1]
THREE = [0, 1, 2, 0, 1, 2, 1, 0, 2, 2]

CASES = {
    "three trees": (
        "each tree votes on the rows that its own bag has left out, and on no others",
        _task(CLOUDS, LABELS, 3, 2, 2, 7),
    ),
    "one tree": (
        "with one tree some rows have no vote at all; they stay out of the score",
        _task(CLOUDS, LABELS, 1, 3, 2, 11),
    ),
    "deep trees": (
        "labels that alternate along a line: a tree may need many levels",
        _task([[k] for k in range(24)], [k % 2 for k in range(24)], 5, 20, 1, 3),
    ),
    "one row": (
        "a single row is in every bag: no vote, and the score is None",
        _task([[3, 1]], [0], 4, 2, 1, 5),
    ),
    "no trees": (
        "a forest without trees has no vote",
        _task(CLOUDS, LABELS, 0, 3, 2, 1),
    ),
    "one feature at a time": (
        "m = 1: every split draws its own single feature",
        _task(CLOUDS, LABELS, 5, 4, 1, 3),
    ),
    "all features": (
        "m = d: the draw of the features changes nothing but the state of rng; it is made all the same",
        _task(CLOUDS, LABELS, 5, 3, 3, 4),
    ),
    "no depth": (
        "trees of depth 0 vote for the commonest label of their bag and draw no feature",
        _task(CLOUDS, [0, 1, 1, 0, 1, 0, 1, 0, 1, 0], 6, 0, 2, 6),
    ),
    "depth 1": ("stumps: one draw of features for each tree", _task(CLOUDS, THREE, 6, 1, 2, 8)),
    "three classes": (
        "a tree whose bag lacks a class cannot vote for it, yet its column is there",
        _task(CLOUDS, THREE, 6, 4, 2, 9),
    ),
    "a class without rows": (
        "labels 0 and 3 only: there are four columns",
        _task(CLOUDS, [3 * label for label in LABELS], 4, 3, 2, 10),
    ),
    "one label only": (
        "pure nodes are leaves: no feature is drawn, so the next bag comes straight after",
        _task(CLOUDS, [0] * 10, 4, 3, 2, 12),
    ),
    "features that cannot be split": (
        "if none of the drawn features has two values in the node it becomes a leaf; nothing is drawn again",
        _task([[1, 5, 2], [1, 4, 2], [1, 6, 2], [1, 5, 2], [1, 1, 2], [1, 2, 2]], [0, 0, 1, 0, 1, 1], 6, 3, 1, 13),
    ),
    "tied votes": (
        "a row with as many votes for either label counts as the lower one",
        _task(CLOUDS[:6], [1, 0, 1, 0, 1, 0], 4, 2, 1, 14),
    ),
    "tied leaves": (
        "a leaf with as many rows of either label votes for the lower one",
        _task([[1, 1], [1, 1], [2, 2], [2, 2], [1, 1], [2, 2]], [1, 0, 1, 0, 0, 1], 6, 3, 1, 15),
    ),
    "rows drawn twice": (
        "a row that was drawn several times counts as often in its tree",
        _task([[1], [2], [3], [4], [5]], [0, 1, 0, 1, 0], 8, 2, 1, 16),
    ),
    "on the threshold": (
        "an unseen row that lies exactly on a threshold goes left",
        _task([[0], [2], [4], [1], [3], [6], [5], [8]], [0, 0, 1, 0, 1, 1, 0, 1], 10, 3, 1, 17),
    ),
    "many trees": (
        "with 25 trees every row has votes",
        _task(CLOUDS, LABELS, 25, 3, 2, 18),
    ),
    "mostly wrong": (
        "labels that alternate along the only feature: the majority is wrong for most rows",
        _task([[k] for k in range(8)], [0, 1] * 4, 12, 1, 1, 19),
    ),
    "float32": ("float32 features", _task([[0.5, 1.25], [1.5, -2], [2.25, 0.75], [3, 4], [-1, 0]], [0, 1, 1, 0, 1], 6, 3, 1, 20, "f4")),
}

KEEP = {"float32": "the dtype that a split at a float64 threshold must not trip over"}


def gen(rng, size):
    n, d, k = rng.randint(1, 3 + size), rng.randint(1, 3), rng.randint(1, 3)
    spread = rng.choice([2, 6, 100])
    rows = [[rng.randint(-spread, spread) / 2 for _ in range(d)] for _ in range(n)]
    labels = [rng.randrange(k) for _ in range(n)]
    return _task(rows, labels, rng.randint(0, 6), rng.randint(0, 4), rng.randint(1, d), rng.randrange(10**6))


def valid(inp):
    assert isinstance(inp, tuple) and len(inp) == 6, "the input is X, y, n_trees, max_depth, m and the seed of rng"
    X, y, n_trees, max_depth, m, seed = inp
    assert isinstance(X, np.ndarray) and X.ndim == 2, "X is a 2-D array"
    assert X.dtype in (np.float32, np.float64), "X is float32 or float64"
    assert X.shape[0] >= 1 and X.shape[1] >= 1, "X has at least one row and one column"
    assert np.isfinite(X).all() and (np.abs(X) <= 10_000).all(), "entries of X lie between -10,000 and 10,000"
    assert (X * 64 == np.round(X * 64)).all(), "entries of X are multiples of 1/64"
    assert isinstance(y, np.ndarray) and y.shape == X.shape[:1] and y.dtype.kind == "i", "y has an int for each row"
    assert y.min() >= 0 and y.max() < 20, "labels are ints from 0 to 19"
    assert type(n_trees) is int and 0 <= n_trees <= 100, "n_trees is an int from 0 to 100"
    assert type(max_depth) is int and 0 <= max_depth <= 20, "max_depth is an int from 0 to 20"
    assert type(m) is int and 1 <= m <= X.shape[1], "m is an int from 1 to the number of columns"
    assert type(seed) is int and 0 <= seed < 10**9, "the seed is an int, at least 0"


INVALID = {
    "no rows": _task(np.zeros((0, 1)), [], 2, 2, 1, 1),
    "lengths differ": _task([[1], [2]], [0], 2, 2, 1, 1),
    "label below zero": _task([[1], [2]], [0, -1], 2, 2, 1, 1),
    "no feature per split": _task([[1], [2]], [0, 1], 2, 2, 0, 1),
    "more features than there are": _task([[1], [2]], [0, 1], 2, 2, 2, 1),
    "depth below zero": _task([[1], [2]], [0, 1], 2, -1, 1, 1),
}

LADDER = [750, 1500, 3000, 6000]


def big(n):
    """n rows, two features; two trees of depth 2."""
    rows = np.arange(n)
    place = rows * 7919 % n if n % 7919 else rows
    X = np.stack([place, rows], axis=1) / 64 % 10_000
    return X, (place * 3 // n + rows % 7 // 6) % 3, 2, 2, 1, 42


def run(sol, inp):
    X, y, n_trees, max_depth, m, seed = inp
    X, y, rng = X.copy(), y.copy(), random.Random(seed)
    returned = sol.forest_oob(X, y, n_trees, max_depth, m, rng)
    return {"returned": returned, "next random": rng.random(), "X after": X, "y after": y}


def check(inp, out, expected):
    X, y, n_trees, _, _, _ = inp
    if not _same(out["X after"], X) or not _same(out["y after"], y):
        return "Your function changed X or y. The caller still needs them: work on new arrays."
    parts = out["returned"]
    if not isinstance(parts, (tuple, list)) or len(parts) != 3:
        return "Return three things, (votes, score, bags)."
    (votes, score, bags), (right_votes, right_score, right_bags) = parts, expected["returned"]
    fault = _bags_fault(bags, right_bags, len(y))
    if fault is not None:
        return fault
    if not isinstance(votes, np.ndarray) or votes.shape != right_votes.shape or votes.dtype.kind not in "iu":
        return f"votes must be an integer array of shape {right_votes.shape}: rows by labels."
    if (votes != right_votes).any():
        i = int(np.argmax((votes != right_votes).any(axis=1)))
        unseen = sum(i not in bag for bag in right_bags)
        return (
            f"Row {i} is out of bag in {unseen} of {n_trees} trees; its votes should be {right_votes[i].tolist()}, "
            f"yours are {votes[i].tolist()}."
        )
    if out["next random"] != expected["next random"]:
        return "The votes are right, but rng was used more or less than the rules say: nothing follows the last tree."
    return _score_fault(score, right_score)


def _bags_fault(got, wanted, n):
    if not isinstance(got, (list, tuple)) or len(got) != len(wanted):
        return f"bags must be a list of {len(wanted)} lists, one for each tree."
    for t, (bag, right) in enumerate(zip(got, wanted)):
        if isinstance(bag, np.ndarray):
            bag = bag.tolist()
        if not isinstance(bag, (list, tuple)) or list(bag) != right:
            reason = (
                f"the first {n} numbers that rng.randrange({n}) gives"
                if t == 0
                else f"{n} numbers of rng.randrange({n}), right after all that tree {t - 1} has drawn for its splits"
            )
            return f"The bag of tree {t} should begin with {right[:6]}: {reason}."
    return None


def _score_fault(got, wanted):
    if wanted is None or got is None:
        if got is wanted:
            return None
        told = "None, as no row has a vote" if wanted is None else f"{wanted:.9g}"
        return f"The score should be {told}; yours is {got!r:.40}."
    try:
        array = np.asarray(got)
        number = float(array) if array.shape == () and array.dtype.kind in "iuf" else None
    except (TypeError, ValueError, OverflowError):
        number = None
    if number is None or not abs(number - wanted) <= 1e-9:
        return f"The votes are right, but the score is {wanted:.9g}; yours is {got!r:.40}."
    return None


def _same(a, b):
    return isinstance(a, np.ndarray) and a.dtype == b.dtype and a.shape == b.shape and a.tolist() == b.tolist()


def _observed(inp, votes, bags, rng):
    """Score by the definition, from whole votes."""
    X, y = inp[:2]
    table = np.zeros((len(y), max(y.tolist()) + 1), dtype="i8")
    hits = []
    for i, counter in enumerate(votes):
        for label, count in counter.items():
            table[i, label] = count
        if counter:
            hits.append(min(counter, key=lambda label: (-counter[label], label)) == y[i])
    score = float(Fraction(sum(map(int, hits)), len(hits))) if hits else None
    return {"returned": (table, score, bags), "next random": rng.random(), "X after": X, "y after": y}


def oracle(inp):
    """The rules one by one; impurities in fractions."""
    X, y, n_trees, max_depth, m, seed = inp
    rng, rows, labels = random.Random(seed), X.tolist(), y.tolist()
    votes, bags = [Counter() for _ in labels], []
    for _ in range(n_trees):
        bag = []
        while len(bag) < len(labels):
            bag.append(rng.randrange(len(labels)))
        tree = _exact_node([(rows[i], labels[i]) for i in bag], max_depth, m, rng)
        for i in set(range(len(labels))) - set(bag):
            node = tree
            while isinstance(node, tuple):
                node = node[3] if rows[i][node[0]] > node[1] else node[2]
            votes[i][node] += 1
        bags.append(bag)
    return _observed(inp, votes, bags, rng)


def _exact_node(data, depth, m, rng):
    counts = Counter(label for _, label in data)
    best = None
    if depth != 0 and len(counts) != 1:
        for feature in sorted(rng.sample(range(len(data[0][0])), m)):
            values = sorted({row[feature] for row, _ in data})
            for low, high in zip(values, values[1:]):
                sides = [Counter(label for row, label in data if (row[feature] > low) == side) for side in (False, True)]
                impurity = sum(_impurity(side) * side.total() for side in sides)
                if best is None or impurity < best[0]:
                    best = impurity, feature, (low + high) / 2
    if best is None:
        return min(counts, key=lambda label: (-counts[label], label))
    _, feature, threshold = best
    sides = [[pair for pair in data if (pair[0][feature] > threshold) == side] for side in (False, True)]
    low = _exact_node(sides[0], depth - 1, m, rng)
    return feature, threshold, low, _exact_node(sides[1], depth - 1, m, rng)


def _impurity(counts):
    return 1 - sum(Fraction(count, counts.total()) ** 2 for count in counts.values())


def oracle2(inp):
    """Bags as row weights, nodes from a stack; where all features are drawn scikit-learn's trees vote the same."""
    X, y, n_trees, max_depth, m, seed = inp
    rng, wide, n = random.Random(seed), X.astype(float), len(y)
    votes, bags = [Counter() for _ in range(n)], []
    for _ in range(n_trees):
        bags.append([rng.randrange(n) for _ in range(n)])
        weights = np.bincount(bags[-1], minlength=n)
        own, tied = np.zeros(n, dtype=int), False
        waiting = [(np.ones(n, dtype=bool), 0)]
        while waiting:
            mask, depth = waiting.pop()
            found = None
            if depth < max_depth and len(set(y[mask & (weights > 0)].tolist())) > 1:
                drawn = rng.sample(range(X.shape[1]), m)
                found, several = _by_weights(wide, y, mask, weights, drawn)
                tied = tied or several
            if found is None:
                own[mask] = np.bincount(y[mask], weights[mask]).argmax()
                continue
            low = wide[:, found[0]] <= found[1]
            waiting += [(mask & ~low, depth + 1), (mask & low, depth + 1)]
        for i in np.flatnonzero(weights == 0):
            votes[i][int(own[i])] += 1
        if m == X.shape[1] and not tied and max_depth and (weights == 0).any():
            model = DecisionTreeClassifier(max_depth=max_depth, random_state=0).fit(X, y, sample_weight=weights)
            assert (model.predict(X[weights == 0]) == own[weights == 0]).all(), "scikit-learn's tree votes otherwise"
    return _observed(inp, votes, bags, rng)


def _by_weights(X, y, mask, weights, features):
    """(feature, threshold) of the best split of the weighted rows, or None; and whether another was as good."""
    splits, inside = [], mask & (weights > 0)
    for feature in sorted(features):
        values = np.unique(X[inside, feature])
        for threshold in values[:-1] + np.diff(values) / 2:
            total = 0.0
            for side in (X[:, feature] <= threshold, X[:, feature] > threshold):
                counts = np.bincount(y[inside & side], weights[inside & side])
                total += counts.sum() - (counts @ counts) / counts.sum()
            splits.append((total, feature, threshold))
    if not splits:
        return None, False
    good = [split for split in splits if split[0] <= min(splits)[0] + 1e-9]
    return good[0][1:], len(good) > 1
