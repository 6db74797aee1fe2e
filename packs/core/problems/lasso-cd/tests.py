"""Cases for lasso-cd. The oracle descends in fractions; oracle2 recomputes residuals from the start and asks scikit-learn."""

from fractions import Fraction

import numpy as np
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import Lasso
from sklearn.utils._testing import ignore_warnings

RTOL, ATOL = 1e-8, 1e-9


def _task(rows, targets, alpha=0.5, tol=1e-6, max_sweeps=50, dtype="f8"):
    return np.array(rows, dtype=dtype), np.array(targets, dtype=dtype), alpha, tol, max_sweeps


ROWS = [[1, 0.5, -1], [2, -1, 0.5], [-1, 1, 2], [0.5, -2, 1], [-2, 0.5, -1.5], [1, 1.5, 0]]
TARGETS = [3, 5, -1, 2, -6, 2.5]
NEAR = [[1, 1.25], [2, 1.75], [-1, -1.25], [0.5, 0.25], [-2, -2.25]]

CASES = {
    "one sweep": (
        "each coordinate uses the residual that the ones before it have left",
        _task(ROWS, TARGETS, 0.5, 1e-9, 1),
    ),
    "until the gap closes": (
        "stop after the first sweep whose duality gap is at most tol",
        _task(ROWS, TARGETS, 0.5, 1e-6, 50),
    ),
    "small column": (
        "a column of small numbers is no column of zeros: its weight is large",
        _task([[1e-4]], [100], 0.001, 1e-6, 5),
    ),
    "exact zeros": (
        "soft-thresholding gives zeros that are exactly 0, not small numbers",
        _task(ROWS, TARGETS, 1.5, 1e-6, 50),
    ),
    "everything zero": (
        "above max |X'y| / n the solution is 0, and one sweep sees that its gap is 0",
        _task(ROWS, TARGETS, 20.0, 1e-6, 50),
    ),
    "exactly critical": (
        "with alpha = max |X'y| / n the solution is still 0",
        _task([[1, 0.5], [2, -1], [-1, 1], [2, 0]], [2, 4, -2, 4], 5.0, 1e-9, 5),
    ),
    "just below critical": (
        "a little less than max |X'y| / n lets one weight in",
        _task([[1, 0.5], [2, -1], [-1, 1], [2, 0]], [2, 4, -2, 4], 4.5, 1e-9, 5),
    ),
    "negative weights": (
        "a negative pull is shrunk towards 0 from below",
        _task([[1, 0], [2, 1], [-1, 1], [0, 2]], [-3, -7, 2, -3], 0.25, 1e-7, 30),
    ),
    "column of zeros": (
        "a column of zeros gets the weight 0 and divides nothing",
        _task([[1, 0, 2], [2, 0, -1], [-1, 0, 1], [0.5, 0, 0]], [3, 1, 0, 1], 0.1, 1e-6, 40),
    ),
    "all zero": (
        "no column carries anything: w = 0 is optimal after one sweep",
        _task([[0, 0], [0, 0], [0, 0]], [1, 2, -1], 0.1, 1e-6, 40),
    ),
    "nearly equal columns": (
        "strongly correlated columns trade weight over many sweeps",
        _task(NEAR, [2, 4, -2, 1, -4], 0.05, 1e-5, 60),
    ),
    "cut off": (
        "stopped by max_sweeps: the gap is still that of the w returned",
        _task(NEAR, [2, 4, -2, 1, -4], 0.05, 1e-9, 3),
    ),
    "half a column": (
        "a column that is half of another one never gets a weight: it would have to be twice as large",
        _task([[0.5, 1], [1, 2], [-0.5, -1]], [2, 4, -3], 0.5, 1e-6, 20),
    ),
    "more columns than rows": (
        "n < d: the gap closes all the same",
        _task([[1, 0.5, -1, 2], [0.5, -1, 2, 1]], [3, -1], 0.3, 1e-5, 80),
    ),
    "a weight that comes and goes": (
        "a weight may leave 0 and come back to it: update it also while it is 0",
        _task([[1, 0.9, 0.5], [2, 2.1, 0], [-1, -0.7, 1], [0.5, 0.2, -1], [1, 1.4, 2]], [2, 4.5, -1, 0, 3.5], 0.2, 1e-7, 80),
    ),
    "columns of all sizes": (
        "each coordinate is divided by its own sum of squares",
        _task([[100, 0.1], [-200, 0.3], [300, -0.1], [50, 0.2]], [4, -7, 10, 3], 0.01, 1e-7, 60),
    ),
    "perfect fit": (
        "the data fit perfectly, and the penalty still shrinks the weight",
        _task([[1], [2], [-3]], [2, 4, -6], 0.5, 1e-9, 10),
    ),
    "one row": ("n = d = 1", _task([[2]], [3], 0.5, 1e-9, 5)),
    "targets zero": ("y = 0: nothing to explain, and no division by 0", _task(ROWS, [0] * 6, 0.5, 1e-9, 5)),
    "loose tolerance": (
        "with a loose tol the first sweep is enough",
        _task(ROWS, TARGETS, 0.5, 100.0, 50),
    ),
    "float32": (
        "float32 data are computed with in float64; w is float64",
        _task([[0.1, 0.7], [1.3, -0.2], [-0.6, 0.9], [0.4, 0.4]], [0.5, 1.7, -0.3, 0.8], 0.05, 1e-6, 40, "f4"),
    ),
}


def gen(rng, size):
    n, d = rng.randint(1, 3 + 2 * size), rng.randint(1, 2 + size // 2)
    rows = [[round(rng.uniform(-2, 2), 2) for _ in range(d)] for _ in range(n)]
    targets = [round(rng.uniform(-5, 5), 2) for _ in range(n)]
    alpha = rng.choice([0.02, 0.1, 0.5, 1.5])
    return _task(rows, targets, alpha, rng.choice([1e-6, 1e-4, 1e-2]), rng.randint(1, 6 + size))


def valid(inp):
    assert isinstance(inp, tuple) and len(inp) == 5, "the input is X, y, alpha, tol, max_sweeps"
    X, y, alpha, tol, max_sweeps = inp
    assert isinstance(X, np.ndarray) and X.ndim == 2, "X is a 2-D array"
    assert X.dtype in (np.float32, np.float64), "X is float32 or float64"
    assert X.shape[0] >= 1 and X.shape[1] >= 1, "X has at least one row and one column"
    assert isinstance(y, np.ndarray) and y.shape == X.shape[:1] and y.dtype == X.dtype, "y: one target a row, as X"
    assert np.isfinite(X).all() and np.abs(X).max() <= 1000, "entries of X are at most 1,000 in size"
    assert np.isfinite(y).all() and np.abs(y).max() <= 100, "entries of y are at most 100 in size"
    assert isinstance(alpha, float) and 0.001 <= alpha <= 1000, "alpha is a float from 0.001 to 1,000"
    assert isinstance(tol, float) and 1e-9 <= tol <= 1000, "tol is a float from 1e-9 to 1,000"
    assert type(max_sweeps) is int and 1 <= max_sweeps <= 200, "max_sweeps is an int from 1 to 200"


INVALID = {
    "no rows": (np.zeros((0, 1)), np.zeros(0), 0.5, 1e-6, 5),
    "lengths differ": (np.ones((3, 1)), np.ones(2), 0.5, 1e-6, 5),
    "no penalty": (np.ones((3, 1)), np.ones(3), 0.0, 1e-6, 5),
    "no sweeps": (np.ones((3, 1)), np.ones(3), 0.5, 1e-6, 0),
    "y of another dtype": (np.ones((3, 1)), np.ones(3, dtype="f4"), 0.5, 1e-6, 5),
    "not finite": (np.full((3, 1), np.nan), np.ones(3), 0.5, 1e-6, 5),
}

LADDER = [60, 120, 240, 480]


def big(n):
    """n columns over eight rows; two sweeps."""
    places = np.arange(8.0 * n).reshape(n, 8).T
    return np.sin(places), np.cos(np.arange(8.0)) * 3, 0.01, 1e-9, 2


def run(sol, inp):
    X, y, *rest = inp
    X, y = X.copy(), y.copy()
    return {"returned": sol.lasso(X, y, *rest), "X after": X, "y after": y}


def check(inp, out, expected):
    X, y, alpha, tol, max_sweeps = inp
    if not _same(out["X after"], X) or not _same(out["y after"], y):
        return "Your function changed X or y. The caller still needs them: work on new arrays."
    parts = out["returned"]
    if not isinstance(parts, (tuple, list)) or len(parts) != 3:
        return "Return three things, (w, gap, sweeps)."
    (w, gap, sweeps), (right, right_gap, right_sweeps) = parts, expected["returned"]
    if not isinstance(w, np.ndarray) or w.shape != right.shape:
        return f"w must be an array of shape {right.shape}: one weight for each column of X."
    if w.dtype != np.float64:
        return f"w must be float64, whatever the dtype of X; yours is {w.dtype}."
    gap, sweeps = _number(gap), _number(sweeps)
    if gap is None or sweeps is None:
        return "gap and sweeps must be numbers."
    if sweeps != right_sweeps:
        why = "max_sweeps" if right_sweeps == max_sweeps else f"the first gap of at most {tol:g}"
        return f"The descent ends after {right_sweeps} sweeps ({why}); yours took {sweeps:g}."
    return _weight_fault(w, right) or _gap_fault(gap, right_gap, y)


def _weight_fault(w, right):
    wrong = (right == 0) & (w != 0)
    if wrong.any():
        j = int(np.argmax(wrong))
        return f"w[{j}] must be exactly 0; yours is {w[j]:.9g}."
    far = ~(np.abs(w - right) <= 1e-8 * np.abs(right).max() + 1e-10)
    if far.any():
        j = int(np.argmax(far))
        return f"After the last sweep w[{j}] should be {right[j]:.9g}; yours is {w[j]:.9g}."
    return None


def _gap_fault(gap, right, y):
    scale = float(y.astype(float) @ y.astype(float)) / (2 * len(y))
    if abs(gap - right) <= 1e-6 * right + 1e-11 * (1 + scale):
        return None
    return f"The weights are right, but their duality gap is {right:.6g}; yours is {gap:.6g}."


def _same(a, b):
    return isinstance(a, np.ndarray) and a.dtype == b.dtype and a.shape == b.shape and a.tolist() == b.tolist()


def _number(value):
    """`value` as a float, or None."""
    try:
        array = np.asarray(value)
        return float(array) if array.dtype.kind in "iuf" and array.shape == () else None
    except (TypeError, ValueError, OverflowError):
        return None


def _observed(inp, w, gap, sweeps):
    w = np.array([float(value) for value in w], dtype="f8")
    return {"returned": (w, float(gap), sweeps), "X after": inp[0], "y after": inp[1]}


def oracle(inp):
    """The definition in fractions, rounded to 200 bits after each step lest they grow for ever."""
    X, y, alpha, tol, max_sweeps = inp
    columns = [[Fraction(x) for x in column] for column in X.T.tolist()]
    targets, alpha, n = [Fraction(t) for t in y.tolist()], Fraction(alpha), len(y)
    w = [Fraction(0)] * len(columns)
    for sweep in range(1, max_sweeps + 1):
        for j, column in enumerate(columns):
            square = _dot(column, column)
            if square:
                others = [v if k != j else 0 for k, v in enumerate(w)]
                slope = _dot(column, _left(columns, targets, others)) / n
                exact = not any(others) and all(x * 64 % 1 == 0 for x in (*column, *targets, alpha))
                assert exact or abs(abs(slope) - alpha) > 1e-9, "rounding decides whether a weight is 0"
                w[j] = _short(_soft(slope, alpha) / (square / n))
        gap = _exact_gap(columns, targets, w, alpha)
        if gap <= Fraction(tol):
            break
    assert abs(gap / Fraction(tol) - 1) > Fraction(1, 10**4), "rounding decides when to stop: choose another tol"
    return _observed(inp, w, gap, sweep)


def _dot(a, b):
    return sum(x * y for x, y in zip(a, b))


def _short(value):
    return Fraction(round(value * 2**200), 2**200)


def _soft(value, by):
    if abs(value) <= by:
        return Fraction(0)
    return value - by if value > 0 else value + by


def _left(columns, targets, w):
    return [t - sum(v * column[i] for v, column in zip(w, columns) if v) for i, t in enumerate(targets)]


def _exact_gap(columns, targets, w, alpha):
    n, left = len(targets), _left(columns, targets, w)
    steepest = max(abs(_dot(column, left)) for column in columns)
    shrink = min(Fraction(1), n * alpha / steepest) if steepest else Fraction(1)
    away = [t - shrink * r for t, r in zip(targets, left)]
    dual = (_dot(targets, targets) - _dot(away, away)) / (2 * n)
    return _dot(left, left) / (2 * n) + alpha * sum(map(abs, w)) - dual


def oracle2(inp):
    """On the Gram matrix, without any residual; the dual in its other form; scikit-learn, sweep by sweep and at the optimum."""
    X, y, alpha, tol, max_sweeps = inp
    wide, target = X.astype(float), y.astype(float)
    n, gram, slopes = len(y), wide.T @ wide / len(y), wide.T @ target / len(y)
    w = np.zeros(X.shape[1])
    for sweep in range(1, max_sweeps + 1):
        for j in range(len(w)):
            if gram[j, j] > 0:
                rest = slopes[j] - gram[j] @ w + gram[j, j] * w[j]
                w[j] = np.clip(0, rest - alpha, rest + alpha) / gram[j, j]
        left = target - wide @ w
        theta = left / max(n * alpha, np.abs(wide.T @ left).max())
        dual = n * alpha**2 / 2 * (target @ target / (n * alpha) ** 2 - np.sum((theta - target / (n * alpha)) ** 2))
        gap = np.sum(left**2) / (2 * n) + alpha * np.abs(w).sum() - dual
        if gap <= tol:
            break
    _ask_scikit_learn(wide, target, alpha, w, gap)
    return _observed(inp, w, gap, sweep)


@ignore_warnings(category=ConvergenceWarning)
def _ask_scikit_learn(X, y, alpha, w, gap):
    """The objective at the optimum, which lies at most `gap` below ours."""
    best = Lasso(alpha=alpha, fit_intercept=False, tol=1e-12, max_iter=20_000).fit(X, y).coef_

    def objective(v):
        return np.sum((y - X @ v) ** 2) / (2 * len(y)) + alpha * np.abs(v).sum()

    above = objective(w) - objective(best)
    assert -1e-8 <= above <= gap + 1e-8, f"scikit-learn's optimum lies {above} below, the gap is {gap}"
