"""Cases for pca. scikit-learn is the first source; oracle2 is a one-sided Jacobi SVD in long doubles."""

import math
import random

import numpy as np
from sklearn.decomposition import PCA as Theirs


def _rows(rows, dtype="f8"):
    return np.array(rows, dtype=dtype)


LINE = _rows([[1, 1], [2, 2], [3, 3]])
CLOUD = _rows([[2.5, 2.4, 0.1], [0.5, 0.7, 1.2], [2.2, 2.9, -0.4], [1.9, 2.2, 0.8], [3.1, 3.0, 0.3], [-1.3, 0.6, 2.0]])
WIDE = _rows([[1, 0, 2, -1, 0.5], [3, 1, -2, 0, 1.5], [0, 4, 1, 2, -2.5]])
NEW = _rows([[0.3, -0.2, 5.0], [1.1, 2.2, 0.0]])


def _skewed():
    """Rotated data with standard deviations of about 1, 1e-3 and 1e-7."""
    rng, rows = random.Random(5), []
    for _ in range(9):
        a, b, c = rng.uniform(-1, 1), 1e-3 * rng.uniform(-1, 1), 1e-7 * rng.uniform(-1, 1)
        rows.append([(2 * a - 2 * b + c) / 3, (2 * a + b - 2 * c) / 3, (a + 2 * b + 2 * c) / 3])
    return _rows(rows)


CASES = {
    "a line in the plane": ("all variance lies along one direction", (LINE, 1, False, _rows([[3, 1]]))),
    "other rows": (
        "new rows are centred by the mean of the fitted ones, not by their own",
        (CLOUD, 2, False, NEW),
    ),
    "whiten": ("whitened columns have variance 1, and the way back undoes it", (CLOUD, 2, True, CLOUD)),
    "one new row": ("a single row has no spread of its own", (CLOUD, 2, False, _rows([[0.3, -0.2, 5.0]]))),
    "all components": ("with all components the way back gives the rows again", (CLOUD, 3, False, CLOUD)),
    "all components, whitened": (
        "also with whitening, all components lose nothing",
        (CLOUD, 3, True, NEW),
    ),
    "one component": (
        "the ratio is a share of the total variance, also when few components are kept",
        (CLOUD, 1, False, CLOUD),
    ),
    "more columns than rows": (
        "three rows of five columns have two directions: the SVD has as many rows as X then",
        (WIDE, 2, False, WIDE),
    ),
    "too many for the rows": ("centred, three rows have two directions: k = 3 is a ValueError", (WIDE, 3, False, WIDE)),
    "too many for the columns": ("three columns have three directions: k = 4 is a ValueError", (CLOUD, 4, False, CLOUD)),
    "one row": ("one row has no variance at all: ValueError", (LINE[:1], 1, False, LINE)),
    "a constant column": (
        "a column without variance has weight 0 in every component, and comes back as it was",
        (_rows([[1, 7, 2], [2, 7, -1], [4, 7, 0.5], [3, 7, 5]]), 2, False, _rows([[1, 8, 2]])),
    ),
    "far from the origin": (
        "centre first: around 10000000 the mean is huge and the spread is not",
        (1e7 + CLOUD[:, :2], 2, False, 1e7 + NEW[:, :2]),
    ),
    "the mean is no direction": (
        "without centring the first component would point at the mean",
        (_rows([[10, 10.5], [10.5, 9], [9, 10.2], [10.4, 9.6]]), 1, False, _rows([[0, 0]])),
    ),
    "negative direction": (
        "the sign rule looks at the largest entry, not at the first",
        (_rows([[1, -3], [2, -6.5], [0, 0.5], [-1, 3.25], [0.2, -1]]), 2, False, _rows([[1, 1]])),
    ),
    "sign of a sum": (
        "the largest entry decides the sign, even if the others outweigh it",
        (_rows([[5, -3, -3], [-5, 3, 3], [1, 2, 0], [-1, 0, -2.5]]), 2, False, _rows([[1, 2, 3]])),
    ),
    "small variances": (
        "standard deviations of 1, 1e-3 and 1e-7: their squares drown in the covariance matrix",
        (_skewed(), 3, False, _rows([[1, 0, 0], [0.5, -0.25, 1]])),
    ),
    "small units": (
        "rows of about 0.0001 are whitened like any others: a constant added to the variance would not be small",
        (_rows([[1e-4, 2e-4], [2e-4, 1.5e-4], [4e-4, 3e-4], [0, 1e-4]]), 2, True, _rows([[1e-4, 2e-4]])),
    ),
    "unequal scales": (
        "columns are not scaled: the one in large units takes the first component",
        (_rows([[100, 0.1], [250, 0.4], [400, 0.2], [130, 0.9]]), 2, False, _rows([[200, 0.5]])),
    ),
    "two rows": (
        "two rows: one direction, with divisor 1",
        (_rows([[0, 0, 1], [3, 4, 1]]), 1, True, _rows([[3, 4, 1]])),
    ),
    "float32": (
        "float32 in, float32 out",
        (CLOUD.astype("f4"), 2, True, NEW.astype("f4")),
    ),
}

LADDER = (1000, 2000, 4000)


def big(n):
    rng = random.Random(n)
    X = np.array([[rng.gauss(0, 4 - j) for j in range(4)] for _ in range(n)])
    return X, 2, False, X[:5]


def gen(rng, size):
    while True:
        n, d = rng.randint(2, 4 + 2 * size), rng.randint(1, 2 + size // 2)
        X = _rows([[round(rng.uniform(-5, 5) * (1 + j), 3) for j in range(d)] for _ in range(n)])
        k = rng.randint(1, min(n - 1, d))
        if _separate(X, k):
            Z = _rows([[round(rng.uniform(-5, 5), 3) for _ in range(d)] for _ in range(rng.randint(1, 3))])
            return X, k, rng.random() < 0.4, Z


def _separate(X, k):
    """Whether the first k directions are clear: none is zero, none as long as the next."""
    centred = X.astype(float) - X.astype(float).mean(axis=0)
    sigma = np.append(np.linalg.svd(centred, compute_uv=False), 0.0)
    return bool(sigma[0] > 0 and (sigma[1 : k + 1] < 0.99 * sigma[:k]).all() and sigma[k - 1] > 2e-8 * sigma[0])


def valid(inp):
    assert isinstance(inp, (tuple, list)) and len(inp) == 4, "the input is X, k, whiten, Z"
    X, k, whiten, Z = inp
    for name, rows in (("X", X), ("Z", Z)):
        assert isinstance(rows, np.ndarray) and rows.ndim == 2 and min(rows.shape) >= 1, f"{name} is 2-D, not empty"
        assert rows.dtype in (np.float32, np.float64), f"{name} is float32 or float64"
        assert np.isfinite(rows).all() and np.abs(rows).max() <= 1e9, f"{name} is finite, no entry beyond 1e9"
    assert Z.dtype == X.dtype and Z.shape[1] == X.shape[1], "Z has the dtype and the columns of X"
    assert type(k) is int and k >= 1, "k is an int of at least 1"
    assert type(whiten) is bool, "whiten is a bool"
    assert k > min(len(X) - 1, X.shape[1]) or _separate(X, k), "the first k variances differ, and are not 0"


INVALID = {
    "k zero": (LINE, 0, False, LINE),
    "equal variances": (_rows([[1, 0], [-1, 0], [0, 1], [0, -1]]), 1, False, LINE),
    "no spread": (np.ones((3, 2)), 1, False, LINE),
    "other columns": (LINE, 1, False, CLOUD),
    "integers": (np.array([[1, 2], [3, 5]]), 1, False, np.array([[1, 2]])),
    "not finite": (_rows([[np.inf, 1], [0, 2]]), 1, False, LINE),
}

NAMES = ("mean", "variance", "ratio", "components")


def run(sol, inp):
    X, k, whiten, Z = inp
    X, Z = X.copy(), Z.copy()
    model = sol.PCA(k, whiten=whiten)
    fitted = model.fit(X)
    T = model.transform(Z)
    kept = np.array(T)
    back = model.inverse(T)
    learned = {name: getattr(model, name, None) for name in NAMES}
    same = fitted is model
    changed = [n for n, a, b in (("X", X, inp[0]), ("Z", Z, inp[3]), ("T", T, kept)) if not np.array_equal(a, b)]
    return {**learned, "transform": kept, "inverse": back, "fit returns self": same, "changed": changed}


def check(inp, out, expected):
    X = inp[0]
    if out["changed"]:
        return f"Your code changed {out['changed'][0]}, which belongs to the caller. Work on new arrays."
    if not out["fit returns self"]:
        return "fit must return self, so that PCA(2).fit(X) can be used at once."
    for name in (*NAMES, "transform", "inverse"):
        fault = _fault(name, out[name], expected[name], X.dtype)
        if fault:
            return fault
    return None


MEANING = {
    "mean": "the mean of each column",
    "variance": "the squared singular values of the centred rows, divided by n - 1",
    "ratio": "each variance over the total variance of all columns",
    "components": "the right singular vectors of the centred rows; in each the largest entry is positive",
    "transform": "the rows minus the fitted mean, projected on the components (and divided, if whiten)",
    "inverse": "the way back: undo the whitening, go to the old coordinates, add the mean",
}


def _fault(name, got, want, dtype):
    what = name if name in NAMES else f"the result of {name}"
    if not isinstance(got, np.ndarray) or got.shape != want.shape:
        return f"{what} must be an array of shape {want.shape}."
    if got.dtype != dtype:
        return f"{what} has dtype {got.dtype}, but X has {dtype}: keep it."
    share = 1e-3 if dtype == np.float32 else 1e-6
    wide, right = got.astype(float), want.astype(float)
    size = np.abs(right) if name in ("variance", "ratio") else np.abs(right).max()
    far = ~(np.abs(wide - right) <= share * size + 1e-300)
    if not far.any():
        return None
    place = tuple(int(i) for i in np.argwhere(far)[0])
    where = ", ".join(map(str, place))
    return f"{what}[{where}] is {wide[place]:.8g}, wanted {right[place]:.8g}: {MEANING[name]}."


def _observed(inp, mean, variance, total, axes):
    X, k, whiten, Z = inp
    axes = np.array([row if row[np.abs(row).argmax()] > 0 else -row for row in axes])
    T = (Z.astype(float) - mean) @ axes.T
    back = T @ axes + mean
    if whiten:
        T = T / np.sqrt(variance)
    found = {"mean": mean, "variance": variance, "ratio": variance / total, "components": axes}
    found = {**found, "transform": T, "inverse": back}
    found = {name: np.asarray(value, dtype=float).astype(X.dtype) for name, value in found.items()}
    return {**found, "fit returns self": True, "changed": []}


def _refuse(X, k):
    if k > len(X) - 1 or k > X.shape[1]:
        raise ValueError(k)


def oracle(inp):
    X, k, whiten, Z = inp
    _refuse(X, k)
    wide = X.astype(float)
    theirs = Theirs(n_components=k, whiten=whiten, svd_solver="full").fit(wide)
    total = wide.var(axis=0, ddof=1).sum()
    found = _observed(inp, theirs.mean_, theirs.explained_variance_, total, theirs.components_)
    T = theirs.transform(Z.astype(float))
    room = 1e-6 * np.abs(np.concatenate([wide, Z])).max()
    assert np.allclose(np.abs(T), np.abs(found["transform"]), rtol=1e-3, atol=room), "transform"
    assert np.allclose(theirs.inverse_transform(T), found["inverse"], rtol=1e-3, atol=room), "inverse"
    return found


def oracle2(inp):
    X, k, whiten, Z = inp
    _refuse(X, k)
    wide = X.astype(np.longdouble)
    mean = wide.sum(axis=0) / len(X)
    columns, axes = _jacobi(wide - mean)
    variance = (columns**2).sum(axis=0) / (len(X) - 1)
    order = np.argsort(-variance)[:k]
    return _observed(inp, mean.astype(float), variance[order].astype(float), float(variance.sum()), axes.T[order].astype(float))


def _jacobi(A):
    """Rotate pairs of columns until all are orthogonal: A V = the columns returned, V orthogonal."""
    A, V = A.copy(), np.eye(A.shape[1], dtype=A.dtype)
    scale = np.sqrt((A**2).sum())
    for _ in range(60):
        largest = 0.0
        for p in range(A.shape[1]):
            for q in range(p + 1, A.shape[1]):
                a, b, c = A[:, p] @ A[:, p], A[:, q] @ A[:, q], A[:, p] @ A[:, q]
                if abs(c) <= 1e-18 * math.sqrt(float(a * b)) or min(a, b) <= (1e-19 * scale) ** 2:
                    continue
                largest = 1.0
                zeta = (b - a) / (2 * c)
                t = (1 if zeta >= 0 else -1) / (abs(zeta) + np.sqrt(1 + zeta * zeta))
                cosine = 1 / np.sqrt(1 + t * t)
                for M in (A, V):
                    left, right = M[:, p].copy(), M[:, q].copy()
                    M[:, p], M[:, q] = cosine * (left - t * right), cosine * (t * left + right)
        if largest == 0.0:
            break
    return A, V
