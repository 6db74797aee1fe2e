"""Cases for linkage. The oracle keeps members and goes by the definitions; oracle2 is SciPy where nothing ties."""

import itertools
import math
import random
from fractions import Fraction

import numpy as np
from scipy.cluster import hierarchy

METHODS = ("single", "complete", "average", "ward")
LONGEST = 500


def _points(rows, dtype="f8"):
    return np.array(rows, dtype=dtype)


LINE = _points([[0], [4], [1]])
SQUARE = _points([[0, 0], [1, 0], [0, 1], [1, 1]])
UNEVEN = _points([[0], [1], [2.5], [9], [5.75], [13.5]])
CLOUD = _points([[1.2, 0.3], [6.1, 5.4], [0.4, 1.9], [5.2, 6.6], [2.2, 1.1], [9.5, 0.7], [7.3, 6.9]])
CHAIN = _points([[0, 0], [1, 0], [2, 0], [3, 0], [4, 0], [1, 5]])
TABLE = hierarchy.linkage(CLOUD, "average")
LINE_TABLE = hierarchy.linkage(UNEVEN, "single")

CASES = {
    "three on a line": (
        "the first two merge at 1; a new cluster has the id n + number of the merge",
        ("linkage", LINE, "single"),
    ),
    "unit square": (
        "four equal distances: the pair with the smallest ids goes first, and old ids come before new ones",
        ("linkage", SQUARE, "single"),
    ),
    "unit square, complete": (
        "equal sides again: after the first merge the pair (2, 3) is at 1, the others at the diagonal",
        ("linkage", SQUARE, "complete"),
    ),
    "crossed ties": (
        "(0, 3) and (1, 2) are both at 1: the smaller ids of the pairs are compared first, so (0, 3) goes first",
        ("linkage", _points([[0], [10], [11], [1]]), "complete"),
    ),
    "cut in two": ("stop when two clusters are left", ("cut", TABLE, 2)),
    "cut into one": ("k = 1: all points in cluster 0", ("cut", TABLE, 1)),
    "cut into all": ("k = n: nobody is merged, point i is cluster i", ("cut", TABLE, 7)),
    "cut in three": ("clusters are numbered in the order in which points meet them", ("cut", TABLE, 3)),
    "cut on a line": ("clusters of clusters keep all their points", ("cut", LINE_TABLE, 3)),
    "cut one point": ("a table without rows belongs to one point", ("cut", np.zeros((0, 4)), 1)),
    "cut into none": ("k = 0 is no number of clusters: ValueError", ("cut", TABLE, 0)),
    "cut into too many": ("more clusters than points: ValueError", ("cut", TABLE, 8)),
    "one point": ("nothing to merge: an array of shape (0, 4)", ("linkage", _points([[3, 4]]), "ward")),
    "two points": ("with two points every method merges them at their distance", ("linkage", _points([[0, 0], [3, 4]]), "ward")),
    "two points, average": (
        "the first merge of two points is at their Euclidean distance, 5, not 25",
        ("linkage", _points([[0, 0], [3, 4]]), "average"),
    ),
    "no such method": ("a method that nobody knows is a ValueError", ("linkage", LINE, "centroid")),
    "no such method, one point": (
        "an unknown method is a ValueError also where nothing is left to merge",
        ("linkage", _points([[0.0]]), "median"),
    ),
    "chain": (
        "single linkage walks along a chain of equal gaps, and every tie goes to the smallest ids",
        ("linkage", CHAIN, "single"),
    ),
    "chain, complete": (
        "complete linkage pairs the chain up first: the tie rule decides who stays alone",
        ("linkage", CHAIN, "complete"),
    ),
    "sizes differ": (
        "average is the mean over all pairs of points, so a cluster of two weighs twice as much as one",
        ("linkage", UNEVEN, "average"),
    ),
    "sizes differ, ward": (
        "Ward's recurrence is for squared distances and knows the sizes",
        ("linkage", UNEVEN, "ward"),
    ),
    "sizes differ, complete": (
        "complete linkage keeps the largest distance of any two points",
        ("linkage", UNEVEN, "complete"),
    ),
    "cloud, ward": ("two dimensions: distances are Euclidean", ("linkage", CLOUD, "ward")),
    "cloud, average": ("a mean of distances, not a distance of means", ("linkage", CLOUD, "average")),
    "equal points": (
        "equal points are at distance 0 and merge first; that is no special case for any formula",
        ("linkage", _points([[2.1, 7.3], [5, 1], [2.1, 7.3], [2.1, 7.3]]), "ward"),
    ),
    "far from the origin": (
        "around 1000000 the gaps of 0.25 still count: subtract first, then square",
        ("linkage", _points([[1e6, 1e6], [999999.5, 1e6], [1e6, 999998.75], [999997.0, 999999.0]]), "single"),
    ),
    "float32": (
        "float32 points give a table of float64, computed in float64",
        ("linkage", _points([[0.1, 0.2], [3.3, 1.7], [0.9, 2.4], [5.5, 0.6]], "f4"), "ward"),
    ),
}

KEEP = {
    "equal points": "guards against formulas that divide by a distance or drop repeated rows",
}

LADDER = (40, 80, 160, 320)


def big(n):
    rng = random.Random(n)
    return "linkage", np.array([[rng.random(), rng.random()] for _ in range(n)]), "average"


def gen(rng, size):
    while True:
        n, d = rng.randint(1, 3 + 2 * size), rng.randint(1, 3)
        X = _points([[round(rng.uniform(-9, 9), 3) for _ in range(d)] for _ in range(n)])
        if _no_ties(X):
            break
    if rng.random() < 0.25:
        return "cut", _linkage(X, rng.choice(METHODS)), rng.randint(1, n)
    return "linkage", X, rng.choice(METHODS)


def _no_ties(X):
    """Whether all distances differ by more than rounding, between points and in every method's table."""
    gaps = sorted(math.dist(p, q) for p, q in itertools.combinations(X.tolist(), 2))
    tables = [_linkage(X, method)[:, 2].tolist() for method in METHODS]
    return all(b - a > 1e-7 for heights in (gaps, *tables) for a, b in itertools.pairwise(heights))


def valid(inp):
    assert isinstance(inp, (tuple, list)) and len(inp) == 3, "the input is what to call and its two arguments"
    what, given, last = inp
    assert what in ("linkage", "cut"), "the first entry is 'linkage' or 'cut'"
    assert isinstance(given, np.ndarray) and given.ndim == 2, "X and table are 2-D arrays"
    if what == "linkage":
        assert min(given.shape) >= 1 and len(given) <= LONGEST, f"X has 1 to {LONGEST} rows and a column"
        assert given.dtype in (np.float32, np.float64), "X is float32 or float64"
        assert np.isfinite(given).all() and np.abs(given).max() <= 1e6, "entries are finite, at most 1e6 in size"
        assert isinstance(last, str), "method is a text"
        return
    assert given.shape[1] == 4 and len(given) < LONGEST and given.dtype == np.float64, "table is (n - 1, 4), float64"
    assert type(last) is int, "k is an int"
    _valid_table(given)


def _valid_table(table):
    n, used = len(table) + 1, set()
    for i, (a, b, _, _) in enumerate(table.tolist()):
        assert a == int(a) and b == int(b) and 0 <= a < b < n + i, "ids are whole; a merge joins older clusters"
        assert a not in used and b not in used, "a cluster is merged once"
        used |= {a, b}


INVALID = {
    "no rows": ("linkage", np.zeros((0, 2)), "single"),
    "a list": ("linkage", [[0.0], [1.0]], "single"),
    "integers": ("linkage", np.array([[0], [1]]), "single"),
    "not finite": ("linkage", np.array([[np.nan], [1.0]]), "single"),
    "table of three columns": ("cut", np.zeros((2, 3)), 1),
    "merged twice": ("cut", np.array([[0, 1, 1.0, 2], [0, 2, 2.0, 3]]), 1),
    "k as a float": ("cut", np.zeros((0, 4)), 1.0),
}


def run(sol, inp):
    what, given, last = inp
    given = given.copy()
    returned = sol.linkage(given, last) if what == "linkage" else sol.cut(given, last)
    return {"returned": returned, "argument after": given}


def check(inp, out, expected):
    what, given, last = inp
    if out["argument after"].tobytes() != given.tobytes():
        return "Your function changed the array that it was given. Work on new ones."
    want, got = expected["returned"], out["returned"]
    return _cut_fault(want, got) if what == "cut" else _table_fault(want, got, last)


def _cut_fault(want, got):
    got = got.tolist() if isinstance(got, np.ndarray) else got
    if not isinstance(got, (list, tuple)) or len(got) != len(want):
        return f"cut must return a list of {len(want)} integers, one for each point."
    for i, (label, right) in enumerate(zip(got, want)):
        label = label.item() if isinstance(label, np.ndarray) else label
        if type(label) is not int or label != right:
            return f"Point {i} should be in cluster {right}, yours says {label}: numbers go by first appearance."
    return None


def _table_fault(want, got, method):
    if not isinstance(got, np.ndarray) or got.shape != want.shape:
        return f"The table must be an array of shape {want.shape}: one row for each merge."
    if got.dtype != np.float64:
        return f"The table has dtype {got.dtype}, wanted float64."
    for i in range(len(want)):
        a, b, distance, size = want[i].tolist()
        pair = f"({int(a)}, {int(b)})"
        if got[i, 0] != a or got[i, 1] != b:
            mine = f"({got[i, 0]:g}, {got[i, 1]:g})"
            if (got[i, 0], got[i, 1]) == (b, a):
                return f"Merge {i} joins {pair}, and the smaller id comes first: yours says {mine}."
            return (
                f"Merge {i} should join {pair}, at {method} distance {distance:.6g}; yours joins {mine}. "
                f"The merges before it agree; a new cluster has the id n + {i}."
            )
        if not abs(got[i, 2] - distance) <= 1e-7 * distance + 1e-9:
            return f"Merge {i} of {pair} is at {method} distance {distance:.8g}, yours says {got[i, 2]:.8g}."
        if got[i, 3] != size:
            return f"Merge {i} makes a cluster of {int(size)} points, yours says {got[i, 3]:g}."
    return None


def _between(X, method):
    """The distance of two clusters, given by their lists of points."""
    gaps = [[math.dist(p, q) for q in X.tolist()] for p in X.tolist()]
    rows = [[Fraction(x) for x in row] for row in X.astype(float).tolist()]

    def ward(A, B):
        means = [[sum(rows[i][j] for i in part) / len(part) for j in range(len(rows[0]))] for part in (A, B)]
        squared = sum((x - y) ** 2 for x, y in zip(*means))
        return math.sqrt(squared * Fraction(2 * len(A) * len(B), len(A) + len(B)))

    def by_pairs(A, B):
        found = [gaps[i][j] for i in A for j in B]
        if method == "average":
            return float(sum(map(Fraction, found)) / len(found))
        return min(found) if method == "single" else max(found)

    return ward if method == "ward" else by_pairs


def _linkage(X, method):
    if method not in METHODS:
        raise ValueError(method)
    wide = X.astype(float)
    between, known = _between(wide, method), {}
    clusters, table = {i: [i] for i in range(len(X))}, []
    while len(clusters) > 1:
        for a, b in itertools.combinations(sorted(clusters), 2):
            if (a, b) not in known:
                known[a, b] = between(clusters[a], clusters[b])
        distance, a, b = min((known[pair], *pair) for pair in itertools.combinations(sorted(clusters), 2))
        union = clusters.pop(a) + clusters.pop(b)
        clusters[len(X) + len(table)] = union
        table.append([a, b, distance, len(union)])
    return np.array(table, dtype=float).reshape(-1, 4)


def oracle(inp):
    what, given, last = inp
    returned = _linkage(given, last) if what == "linkage" else _cut(given, last)
    return {"returned": returned, "argument after": given}


def _cut(table, k):
    n = len(table) + 1
    if k < 1 or k > n:
        raise ValueError(k)
    with_ = {i: {i} for i in range(n)}
    for i, (a, b, _, _) in enumerate(table[: n - k].tolist()):
        with_[n + i] = with_[a] | with_[b]
    together = [max((s for s in list(with_.values()) if p in s), key=len) for p in range(n)]
    firsts = sorted({min(s) for s in together})
    return [firsts.index(min(s)) for s in together]


def oracle2(inp):
    """SciPy; where distances tie its order is its own, and only the sorted heights are compared."""
    what, given, last = inp
    if what == "cut":
        return {"returned": _cut_by_scipy(given, last), "argument after": given}
    if last not in METHODS:
        raise ValueError(last)
    ours = _linkage(given, last)
    if len(given) == 1:
        return {"returned": np.zeros((0, 4)), "argument after": given}
    theirs = hierarchy.linkage(given.astype(float), last)
    if np.unique(theirs[:, 2].round(9)).size < len(theirs):
        assert np.allclose(ours[:, 2], theirs[:, 2]), "heights differ"
        theirs = ours
    return {"returned": theirs, "argument after": given}


def _cut_by_scipy(table, k):
    n = len(table) + 1
    if k < 1 or k > n:
        raise ValueError(k)
    if n == 1:
        return [0]
    raw = hierarchy.cut_tree(table, n_clusters=k).ravel().tolist()
    return [list(dict.fromkeys(raw)).index(label) for label in raw]
