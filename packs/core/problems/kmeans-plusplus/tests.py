"""Cases for kmeans-plusplus: three drivers, since chance needs a seam.

("lloyd", X, C0, max_iter) is exact. ("init", X, k, seed) looks at single draws.
("draws", X, k, seed, times) counts many draws and compares them with their exact probabilities.
The oracle works in fractions; oracle2 is scikit-learn, or SciPy's distances where it has other rules.
"""

import itertools
import math
import random
from fractions import Fraction

import numpy as np
from scipy.spatial.distance import cdist
from sklearn.cluster import KMeans

RTOL, ATOL = 1e-6, 1e-9


def _points(rows, dtype="f8"):
    return np.array(rows, dtype=dtype)


PAIR_OF_CLUMPS = _points([[0, 0], [1, 0], [0, 1], [8, 8], [9, 8], [8, 9.5]])
KITE = _points([[2, 6], [0, 3], [2, 1], [7, 6]])
FAR_AWAY = 1e8 + _points([[0, 0], [0.1, 0], [0, 0.1], [0.3, 0.4], [0.4, 0.4], [0.4, 0.3]])
FAR_KITE = 1e8 + _points([[0, 0], [0.2, 0], [0, 0.3], [0.7, 0.5]])
TINY = 2.0**-30  # a power of two: scaling by it rounds nothing
SPREAD = _points([[(7 * i) % 31, (11 * i) % 29] for i in range(30)])

CASES = {
    "two clumps": (
        "centres move to the means of their points until no label changes",
        ("lloyd", PAIR_OF_CLUMPS, _points([[0, 0], [1, 0]]), 20),
    ),
    "seeds are rows": (
        "starting centres are rows of X, and the same rng state gives the same centres",
        ("init", SPREAD, 5, 7),
    ),
    "one iteration": (
        "stopped by max_iter: labels and inertia still belong to the centres that are returned",
        ("lloyd", PAIR_OF_CLUMPS, _points([[0, 0], [1, 0]]), 1),
    ),
    "no iteration": (
        "max_iter = 0 returns the start, with labels and inertia for it",
        ("lloyd", KITE, _points([[1, 1], [6, 6]]), 0),
    ),
    "already settled": (
        "a start that is a solution takes one iteration: the one that sees no label change",
        ("lloyd", _points([[0, 0], [0, 2], [6, 0], [6, 2]]), _points([[0, 1], [6, 1]]), 9),
    ),
    "a tie": (
        "a point half-way between two centres goes to the one with the smaller index",
        ("lloyd", _points([[0.0], [2.0], [1.0]]), _points([[2.0], [0.0]]), 5),
    ),
    "twin centres": (
        "of two equal centres the first takes every point and the second stays empty",
        ("lloyd", _points([[0, 0], [1, 1], [5, 5]]), _points([[1, 0], [1, 0], [5, 4]]), 6),
    ),
    "empty from the start": (
        "a centre without points stays where it is; the mean of no points is not a number",
        ("lloyd", _points([[0, 0], [1, 0], [4, 3]]), _points([[0, 0], [4, 4], [50, -50]]), 7),
    ),
    "empty at the origin": (
        "a centre without points that stands at the origin also stays where it is",
        ("lloyd", _points([[3, 3], [4, 3], [9, 9], [9, 7]]), _points([[3, 4], [0, 0], [9, 9]]), 7),
    ),
    "empty later": (
        "a cluster that loses its last point keeps its latest centre, not its first one",
        ("lloyd", _points([[9, 2], [7, 5], [0, 1], [1, 5]]), _points([[4, 2], [5, 7], [0, 6]]), 12),
    ),
    "outlier": (
        "a centre is the mean of its points, so one far point drags it; a median would not move",
        ("lloyd", _points([[0, 0], [1, 1], [2, 0], [30, 1], [100, 100]]), _points([[1, 0], [90, 90]]), 10),
    ),
    "one centre": (
        "k = 1: the centre is the mean, the inertia is the total scatter",
        ("lloyd", KITE, _points([[5, -3]]), 8),
    ),
    "five iterations": (
        "every iteration moves all centres by the same labels, and only then assigns again",
        ("lloyd", SPREAD[:12], SPREAD[:3], 30),
    ),
    "stopped half-way": (
        "the same data cut off after two iterations, with labels still on the move",
        ("lloyd", SPREAD[:12], SPREAD[:3], 2),
    ),
    "far from the origin": (
        "at 1e8 with gaps of 0.1, |x|^2 - 2xc + |c|^2 has lost every digit; subtract first, then square",
        ("lloyd", FAR_AWAY, FAR_AWAY[[0, 1]], 15),
    ),
    "gaps of a billionth, lloyd": (
        "the two clumps again, at a billionth of the size: the same labels, as many iterations",
        ("lloyd", TINY * PAIR_OF_CLUMPS, TINY * PAIR_OF_CLUMPS[:2], 20),
    ),
    "far cluster hides progress": (
        "the far pair makes up nearly all of the inertia, but the near centres still move and a label changes",
        ("lloyd", _points([[0], [1], [2], [3], [9800], [10200]]), _points([[0], [1], [10000]]), 20),
    ),
    "float32": (
        "float32 in, float32 out: a table made by np.zeros((k, d)) is float64",
        ("lloyd", _points([[0, 0.5], [1.25, 0], [6, 7.5], [7, 6.25]], "f4"), _points([[1, 1], [6, 6]], "f4"), 5),
    ),
    "float32 seeds": (
        "the starting centres have the dtype of X",
        ("init", _points([[0, 0.5], [1.25, 0], [6, 7.5]], "f4"), 2, 3),
    ),
    "every row a seed": (
        "k = n: a row that is a centre already has distance 0 and is never drawn again",
        ("init", SPREAD[:12], 12, 5),
    ),
    "fewer distinct rows than seeds": (
        "once both distinct rows are seeds all weights are 0: any row will do, an error will not",
        ("init", _points([[2, 1], [0, 0], [2, 1], [0, 0], [2, 1]]), 3, 9),
    ),
    "first seeds": (
        "the first seed is any row, each equally often",
        ("draws", KITE, 1, 105, 3000),
    ),
    "equal distances": (
        "three rows equally far apart: whichever is first, the others are equally likely to be second",
        ("draws", np.eye(3), 2, 106, 3000),
    ),
    "pairs": (
        "the first seed is uniform, the second has probability proportional to the squared distance",
        ("draws", KITE, 2, 101, 3000),
    ),
    "triples": (
        "from the third seed on, the distance that counts is that to the nearest centre so far",
        ("draws", KITE, 3, 102, 3000),
    ),
    "repeated rows": (
        "a row that occurs three times has three chances: do not remove duplicates first",
        ("draws", _points([[0, 0], [0, 0], [0, 0], [3, 1], [1, 4]]), 2, 103, 2500),
    ),
    "pairs far from the origin": (
        "the weights must survive an offset of 1e8: subtract first, then square",
        ("draws", FAR_KITE, 2, 104, 2500),
    ),
    "gaps of a billionth, draws": (
        "squared distances near 1e-18 are weights like any others: only their ratios count",
        ("draws", TINY * _points([[0], [0], [0], [1], [2]]), 2, 107, 2500),
    ),
}

STATISTICAL = [
    "first seeds",
    "equal distances",
    "pairs",
    "triples",
    "repeated rows",
    "pairs far from the origin",
    "gaps of a billionth, draws",
]


def gen(rng, size):
    n, d = rng.randint(1, 4 + 3 * size), rng.randint(1, 3)
    X = [[round(rng.uniform(-9, 9), 3) for _ in range(d)] for _ in range(n)]
    X += [list(rng.choice(X)) for _ in range(size // 3)]
    k = rng.randint(1, min(len(X), 2 + size // 2))
    if rng.random() < 0.2:
        return "init", _points(X), k, rng.randrange(10**6)
    C0 = [[round(rng.uniform(-9, 9), 3) for _ in range(d)] for _ in range(k)]
    return "lloyd", _points(X), _points(C0), rng.randint(0, 3 + size)


def valid(inp):
    assert isinstance(inp, tuple) and len(inp) in (4, 5), "the input is a tuple: what to call, then its arguments"
    what, X, *rest = inp
    assert what in ("lloyd", "init", "draws"), "the first entry is 'lloyd', 'init' or 'draws'"
    _valid_points(X, "X")
    if what == "lloyd":
        C0, max_iter = rest
        _valid_points(C0, "C0")
        assert C0.dtype == X.dtype and C0.shape[1] == X.shape[1], "C0 has the dtype and the columns of X"
        assert type(max_iter) is int and 0 <= max_iter <= 100, "max_iter is an int from 0 to 100"
        return
    k, seed, *times = rest
    assert type(k) is int and 1 <= k <= len(X), "k is an int from 1 to n"
    assert type(seed) is int and seed >= 0, "seed is an int, 0 or more"
    assert len(times) == (what == "draws"), "only 'draws' takes a number of times"
    assert not times or type(times[0]) is int and 1 <= times[0] <= 5000, "times is an int from 1 to 5000"
    assert not times or len(X) ** k <= 300, "with many draws, n ** k is at most 300"


def _valid_points(X, name):
    assert isinstance(X, np.ndarray) and X.ndim == 2 and min(X.shape) >= 1, f"{name} is 2-D and not empty"
    assert X.dtype in (np.float32, np.float64), f"{name} is float32 or float64"
    assert np.isfinite(X).all() and np.abs(X).max() <= 1e9, f"{name} is finite, no entry beyond 1e9"
    assert X.shape[0] <= 500, f"{name} has at most 500 rows"


INVALID = {
    "no rows": ("lloyd", np.zeros((0, 2)), np.zeros((1, 2)), 3),
    "other columns": ("lloyd", np.zeros((3, 2)), np.zeros((1, 3)), 3),
    "integers": ("lloyd", np.zeros((3, 2), dtype=int), np.zeros((1, 2), dtype=int), 3),
    "max_iter below zero": ("lloyd", np.zeros((3, 2)), np.zeros((1, 2)), -1),
    "more seeds than rows": ("init", np.zeros((3, 2)), 4, 0),
    "not finite": ("init", np.array([[np.nan]]), 1, 0),
    "too many sequences": ("draws", np.zeros((40, 2)), 3, 0, 100),
}


def run(sol, inp):
    what, X, *rest = inp
    if what == "lloyd":
        C0, max_iter = rest
        X, C0 = X.copy(), C0.copy()
        returned = sol.lloyd(X, C0, max_iter)
        return {"returned": returned, "X after": X, "C0 after": C0}
    if what == "init":
        X, (k, seed) = X.copy(), rest
        returned = sol.init_pp(X, k, random.Random(seed))
        again = sol.init_pp(X.copy(), k, random.Random(seed))
        return {"returned": returned, "same seed again": again, "X after": X}
    k, seed, times = rest
    rng, tally = random.Random(seed), {}
    for _ in range(times):
        seeds = np.asarray(sol.init_pp(X.copy(), k, rng)).tolist()
        tally.setdefault(repr(seeds), [seeds, 0])[1] += 1
    return {"tally": [tally[key] for key in sorted(tally)]}


def check(inp, out, expected):
    what, X, *rest = inp
    if what == "draws":
        return _tally_fault(X, rest[2], out["tally"], expected)
    if not _same(out["X after"], X):
        return "Your function changed X. The caller still needs it: work on new arrays."
    if what == "init":
        return _seeds_fault(X, rest[0], out)
    if not _same(out["C0 after"], rest[0]):
        return "Your function changed C0. Start from a copy: the caller may want to compare with the start."
    parts = out["returned"]
    if not isinstance(parts, (tuple, list)) or len(parts) != 4:
        return "lloyd returns four things: centres, labels, inertia and the number of iterations."
    return (
        _form_fault(X, rest[0], *parts)
        or _nearest_fault(X, *parts[:2])
        or _lloyd_fault(X, rest[1], parts, expected["returned"])
    )


def _same(a, b):
    return isinstance(a, np.ndarray) and a.dtype == b.dtype and a.shape == b.shape and a.tolist() == b.tolist()


def _centres_fault(X, k, C, name):
    if not isinstance(C, np.ndarray) or C.shape != (k, X.shape[1]):
        return f"{name} must be an array of shape {(k, X.shape[1])}, one row for each centre."
    if C.dtype != X.dtype:
        return f"{name} has dtype {C.dtype}, but X has {X.dtype}: keep the dtype of X."
    if not np.isfinite(C).all():
        j = int(np.argmin(np.isfinite(C).all(axis=1)))
        return f"Centre {j} is not a number. A cluster without points has no mean: leave its centre where it is."
    return None


def _seeds_fault(X, k, out):
    seeds = out["returned"]
    fault = _centres_fault(X, k, seeds, "The result of init_pp")
    if fault:
        return fault
    rows = {tuple(row) for row in X.tolist()}
    picked = {tuple(row) for row in seeds.tolist()}
    if picked - rows:
        return f"The seed {list(min(picked - rows))} is no row of X. k-means++ picks rows; it invents no points."
    if len(picked) != min(k, len(rows)):
        return (
            f"The {k} seeds hold {len(picked)} distinct points where {min(k, len(rows))} are possible: "
            "a row at distance 0 from a seed must not be drawn while there are others."
        )
    if not _same(out["same seed again"], seeds):
        return "Two calls with rng in the same state gave different seeds: take all randomness from rng."
    return None


def _number(value):
    """A Python or NumPy number as a float, or None."""
    array = value if isinstance(value, np.ndarray) else np.array(value if type(value) in (int, float) else "")
    return float(array) if array.shape == () and array.dtype.kind in "iuf" else None


def _form_fault(X, C0, C, labels, inertia, n_iter):
    fault = _centres_fault(X, len(C0), C, "C")
    if fault:
        return fault
    if not isinstance(labels, np.ndarray) or labels.shape != (len(X),) or labels.dtype.kind not in "iu":
        return "labels must be an integer array of shape (n,), one label for each row of X."
    if labels.min() < 0 or labels.max() >= len(C0):
        return f"A label must be an index of a centre, from 0 to {len(C0) - 1}."
    if _number(inertia) is None or _number(n_iter) is None:
        return "The last two things that lloyd returns are one number each: inertia and n_iter."
    return None


def _slack(X):
    """(of a coordinate, share of a sum): rounding that any sensible order of operations may leave."""
    eps = float(np.finfo(X.dtype).eps)
    return 16 * eps * float(np.abs(X).max()) + 1e-300, max(1e-9, 64 * eps)


def _nearest_fault(X, C, labels):
    wide, (step, share) = X.astype(float), _slack(X)
    squared = ((wide[:, None] - C.astype(float)) ** 2).sum(axis=2)
    own, best = squared[np.arange(len(X)), labels], squared.min(axis=1)
    lost = own > best * (1 + share) + 4 * step * np.sqrt(best) + 4 * step**2
    if not lost.any():
        return None
    i = int(np.argmax(lost))
    return (
        f"Point {i} has label {labels[i]}, but of the centres that you return number "
        f"{int(squared[i].argmin())} is nearer. Assign once more after the last move, by squared distance."
    )


def _lloyd_fault(X, max_iter, got, expected):
    (C, labels, inertia, n_iter), (want_C, want_labels, total, want_n) = got, expected
    if _number(n_iter) > max_iter:
        return f"n_iter is {_number(n_iter):g} although max_iter is {max_iter}."
    step, share = _slack(X)
    off = ~(np.abs(C.astype(float) - want_C) <= share * np.ptp(X.astype(float)) + step)
    if off.any():
        j = int(np.argmax(off.any(axis=1)))
        place = "the mean of its points, or its latest place if it has none"
        return f"Centre {j} is {C[j].tolist()}, wanted {want_C[j].tolist()}: {place}."
    if labels.tolist() != want_labels.tolist():
        i = int(np.argmax(labels != want_labels))
        return f"Point {i} has label {labels[i]}, wanted {want_labels[i]}: of equal distances the smaller index wins."
    room = share * total + 4 * step * math.sqrt(len(X) * total) + 4 * len(X) * step**2
    if not abs(_number(inertia) - total) <= room:
        rule = "the sum of squared distances to the returned centres"
        return f"The inertia is {_number(inertia):.6g}, wanted {total:.6g}: {rule}."
    if _number(n_iter) != want_n:
        return (
            f"n_iter is {_number(n_iter):g}, wanted {want_n}: an iteration moves the centres and assigns again; "
            "the first that changes no label is counted and is the last."
        )
    return None


def _tally_fault(X, times, tally, expected):
    law = {repr(seeds): (seeds, count / times) for seeds, count in expected["tally"]}
    if all(type(count) is int for _, count in expected["tally"]):
        return None  # a learner's own input: counted by the reference, so no law to go by
    for seeds, count in tally:
        if repr(seeds) not in law:
            return (
                f"{count} of {times} calls returned {seeds}, which k-means++ can never pick: "
                "seeds are rows of X, and a row at distance 0 has probability 0."
            )
    counts = {repr(seeds): count for seeds, count in tally}
    shares = [(seeds, p, counts.get(key, 0)) for key, (seeds, p) in law.items()]
    faults = (_frequency_fault(shares, length, times) for length in range(1, len(shares[0][0]) + 1))
    return next((fault for fault in faults if fault), None)


def _frequency_fault(shares, length, times):
    """Compare how often each beginning of `length` seeds came up; 6 standard deviations are too many."""
    sums = {}
    for seeds, p, count in shares:
        start = sums.setdefault(repr(seeds[:length]), [seeds[:length], 0.0, 0])
        start[1], start[2] = start[1] + p, start[2] + count
    for start, p, count in sums.values():
        p = min(p, 1.0)
        room = 6 * math.sqrt(times * p * (1 - p)) + 0.5 if type(count) is int else 1e-6
        if abs(count - times * p) > room:  # not whole: an oracle's expectation, to be met exactly
            later = "the weight of a row is its squared distance to the nearest seed so far"
            rule = "every row is equally likely to be first" if length == 1 else later
            seen = f"Seeds that begin with {start} came up {count} times in {times} calls"
            return f"{seen}; about {times * p:.0f} expected: {rule}."
    return None


def oracle(inp):
    what, X, *rest = inp
    if what == "lloyd":
        return {"returned": _lloyd(X, *rest), "X after": X, "C0 after": rest[0]}
    rows = [tuple(map(Fraction, row)) for row in X.tolist()]
    if what == "init":
        return _seeded(X, _draw(rows, *rest))
    law = {}
    for path, p in _paths(rows, [], rest[0]):
        law[path] = law.get(path, 0) + p * rest[2]
    return {"tally": sorted([[[float(x) for x in row] for row in path], float(p)] for path, p in law.items())}


def _seeded(X, rows):
    seeds = np.array([[float(x) for x in row] for row in rows], dtype=X.dtype)
    return {"returned": seeds, "same seed again": seeds, "X after": X}


def _draw(rows, k, seed):
    rng, path = random.Random(seed), []
    while len(path) < k:
        path += rng.choices(rows, [float(weight) for weight in _weights(rows, path)])
    return path


def _weights(rows, path):
    weights = [min((_squared(row, seed) for seed in path), default=1) for row in rows]
    return weights if any(weights) else [1] * len(rows)


def _squared(a, b):
    return sum((x - y) ** 2 for x, y in zip(a, b))


def _paths(rows, path, k):
    """Every sequence of k seeds with its probability, one for each way to draw it."""
    if k == 0:
        yield tuple(path), Fraction(1)
        return
    weights = _weights(rows, path)
    for row, weight in zip(rows, weights):
        if weight:
            for whole, p in _paths(rows, [*path, row], k - 1):
                yield whole, p * Fraction(weight, sum(weights))


def _lloyd(X, C0, max_iter):
    rows = [tuple(map(Fraction, row)) for row in X.tolist()]
    centres = [tuple(map(Fraction, row)) for row in C0.tolist()]
    labels, n_iter = _assign(rows, centres), 0
    settled = False
    while n_iter < max_iter and not settled:
        for j in range(len(centres)):
            own = [row for row, label in zip(rows, labels) if label == j]
            if own:
                centres[j] = tuple(sum(column) / len(own) for column in zip(*own))
        before, labels, n_iter = labels, _assign(rows, centres), n_iter + 1
        settled = before == labels
    inertia = sum(_squared(row, centres[label]) for row, label in zip(rows, labels))
    C = np.array([[float(x) for x in row] for row in centres], dtype=X.dtype)
    return C, np.array(labels, dtype="i8"), float(inertia), n_iter


def _assign(rows, centres):
    return [min((_squared(row, c), j) for j, c in enumerate(centres))[1] for row in rows]


def oracle2(inp):
    what, X, *rest = inp
    wide = X.astype(float)
    if what == "init":
        return _seeded(X, _draw_by_index(wide, *rest))
    if what == "draws":
        return {"tally": _law_by_index(wide, rest[0], rest[2])}
    C0, max_iter = rest
    C, labels, inertia, n_iter, plain = _lloyd_by_cdist(wide, C0.astype(float), max_iter)
    if plain and max_iter:
        C, labels, inertia, n_iter = _scikit_learn(wide, C0.astype(float), max_iter)
    returned = C.astype(X.dtype), labels.astype("i8"), float(inertia), n_iter
    return {"returned": returned, "X after": X, "C0 after": C0}


def _draw_by_index(X, k, seed):
    rng, between, path = random.Random(seed), cdist(X, X, "sqeuclidean"), []
    for _ in range(k):
        reach = between[path].min(axis=0, initial=np.inf if path else 1.0).cumsum()
        reach = reach if reach[-1] > 0 else np.arange(1.0, len(X) + 1)
        path.append(int(np.searchsorted(reach, rng.random() * reach[-1], side="right")))
    return X[path]


def _law_by_index(X, k, times):
    between, law = cdist(X, X, "sqeuclidean"), {}
    for path in itertools.product(range(len(X)), repeat=k):
        p = times / len(X)
        for t in range(1, k):
            nearest = between[list(path[:t])].min(axis=0)
            p *= nearest[path[t]] / nearest.sum()
        seeds = X[list(path)].tolist()
        law.setdefault(repr(seeds), [seeds, 0.0])[1] += float(p)
    return sorted(entry for entry in law.values() if entry[1] > 0)


def _lloyd_by_cdist(X, C, max_iter):
    """Also tells whether it met neither ties nor empty clusters, on which scikit-learn has other rules."""
    gaps = cdist(X, C, "sqeuclidean")
    labels, n_iter, plain = gaps.argmin(axis=1), 0, _plain(gaps)
    while n_iter < max_iter:
        sizes = np.bincount(labels, minlength=len(C))
        sums = np.stack([np.bincount(labels, column, len(C)) for column in X.T], axis=1)
        C = np.where(sizes[:, None] > 0, sums / np.maximum(sizes, 1)[:, None], C)
        gaps = cdist(X, C, "sqeuclidean")
        before, labels, n_iter, plain = labels, gaps.argmin(axis=1), n_iter + 1, plain and _plain(gaps)
        if (before == labels).all():
            break
    return C, labels, gaps.min(axis=1).sum(), n_iter, plain


def _plain(gaps):
    ordered = np.sort(gaps, axis=1)
    clear = gaps.shape[1] == 1 or (ordered[:, 1] - ordered[:, 0] > 1e-6).all()
    return bool(clear and len(set(gaps.argmin(axis=1).tolist())) == gaps.shape[1])


def _scikit_learn(X, C0, max_iter):
    """It needs an iteration more to see that no label changes (not where no centre ever moved)."""

    def fitted(most):
        return KMeans(len(C0), init=C0, n_init=1, max_iter=most, tol=0, algorithm="lloyd").fit(X)

    model = fitted(max_iter)
    n_iter = max(1, fitted(max_iter + 1).n_iter_ - 1)
    return model.cluster_centers_, model.labels_, model.inertia_, n_iter
