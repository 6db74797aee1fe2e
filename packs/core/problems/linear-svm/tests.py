"""Cases for linear-svm. The oracle steps in fractions; oracle2 by autograd on the sampled objective, with the optimum from SciPy below it."""

from fractions import Fraction

import autograd
import autograd.numpy as anp
import numpy as np
from scipy.optimize import minimize

RTOL, ATOL = 1e-8, 1e-9


def _rows(rows, dtype="f8"):
    return np.array(rows, dtype=dtype)


def _ints(values):
    return np.array(values, dtype="i8")


PAIRS = _rows([[2, 1], [1, 2.5], [-1, -1.5], [-2, 0.5]])
SIGNS = _ints([1, 1, -1, -1])
CLOUDS = _rows([[1.2, 0.7], [2.1, 1.6], [0.4, 1.3], [1.7, -0.2], [-0.9, -1.1], [-1.6, 0.3], [-0.2, -1.8], [0.3, 0.1]])
CLOUD_SIGNS = _ints([1, 1, 1, 1, -1, -1, -1, -1])


def _laps(n, times):
    """`times` passes, each in another fixed order."""
    steps = [7, 3, 5, 11]
    return _ints([(k * steps[lap % 4] + lap) % n for lap in range(times) for k in range(n)])


CASES = {
    "one step": (
        "t = 1: the rate is 1 / lam, and the old w is multiplied by 0",
        ("train", PAIRS, SIGNS, 0.5, _ints([0])),
    ),
    "four steps": (
        "the result is the mean of the four iterates, not the last one",
        ("train", PAIRS, SIGNS, 0.5, _ints([0, 2, 1, 3])),
    ),
    "the loss": (
        "the penalty plus the mean hinge; a row beyond the margin adds nothing",
        ("loss", _rows([0.5, -0.25]), 0.3, PAIRS, SIGNS, 0.5),
    ),
    "the loss of float32 rows": (
        "float32 rows, and a w that float32 cannot hold: the objective is computed in float64",
        ("loss", _rows([3.3, -1.7]), 0.1, _rows([[0.1, 2.5], [1.2, -0.3]], "f4"), _ints([1, -1]), 4.0),
    ),
    "margin exactly 1": (
        "a row with y (w x + b) = 1 is not inside the margin: only w shrinks",
        ("train", _rows([[1.0], [-1.0], [0.0]]), _ints([1, 1, 1]), 1.0, _ints([0, 2, 0])),
    ),
    "right side, inside the margin": (
        "a row on the right side but closer than 1 still pulls",
        ("train", _rows([[1.0, 0.0], [0.5, 0.0]]), _ints([1, 1]), 4.0, _ints([0, 1, 1, 1])),
    ),
    "wrong side": (
        "a row on the wrong side pulls with the same force as one just inside the margin",
        ("train", _rows([[3.0, 1.0], [2.0, 2.0]]), _ints([1, -1]), 0.5, _ints([0, 1, 1, 0])),
    ),
    "beyond the margin": (
        "rows beyond the margin change nothing but the shrinking of w; b stays",
        ("train", PAIRS, SIGNS, 0.125, _ints([0, 0, 0, 1, 1, 0])),
    ),
    "the bias is free": (
        "all rows lie far from zero: b is not shrunk with w",
        ("train", PAIRS + 6, SIGNS, 0.25, _ints([0, 2, 1, 3, 2, 2, 0, 3])),
    ),
    "the same row again": (
        "an index may occur again, right after itself too",
        ("train", CLOUDS, CLOUD_SIGNS, 0.3, _ints([7, 7, 7, 0, 7])),
    ),
    "rows left out": (
        "rows that are not in the order play no part",
        ("train", CLOUDS, CLOUD_SIGNS, 0.3, _ints([1, 4, 1, 5])),
    ),
    "strong penalty": (
        "with a large lam the steps are small",
        ("train", CLOUDS, CLOUD_SIGNS, 50.0, _laps(8, 2)),
    ),
    "weak penalty": (
        "with a small lam the first steps are huge; the rate falls like 1 / t",
        ("train", CLOUDS, CLOUD_SIGNS, 0.01, _laps(8, 2)),
    ),
    "one sign only": (
        "all labels are 1: the bias alone does it",
        ("train", PAIRS, _ints([1, 1, 1, 1]), 0.5, _ints([3, 2, 1, 0, 1, 2])),
    ),
    "one feature": ("d = 1", ("train", _rows([[1.5], [-0.5], [0.7]]), _ints([1, -1, 1]), 0.7, _laps(3, 3))),
    "six laps": (
        "several passes over the rows in changing order",
        ("train", CLOUDS, CLOUD_SIGNS, 0.2, _laps(8, 6)),
    ),
    "loss of zero weights": (
        "w = 0, b = 0: every row lies at 0, and its hinge is 1",
        ("loss", np.zeros(2), 0.0, CLOUDS, CLOUD_SIGNS, 0.5),
    ),
    "loss with a large bias": (
        "the penalty is on w alone, however large b is",
        ("loss", _rows([0.1, 0.2]), 40.0, CLOUDS, CLOUD_SIGNS, 2.0),
    ),
    "loss beyond the margin": (
        "all rows lie beyond the margin: what is left is the penalty",
        ("loss", _rows([3.0, 0.0]), 0.0, PAIRS, SIGNS, 0.5),
    ),
    "float32": (
        "float32 rows; w is float64",
        ("train", CLOUDS.astype("f4"), CLOUD_SIGNS, 0.3, _laps(8, 2)),
    ),
}


def gen(rng, size):
    n, d = rng.randint(1, 3 + size), rng.randint(1, 1 + size // 3)
    X = _rows([[round(rng.uniform(-3, 3), 3) for _ in range(d)] for _ in range(n)])
    y, lam = _ints([rng.choice([-1, 1]) for _ in range(n)]), round(rng.uniform(0.05, 3), 3)
    if rng.random() < 0.25:
        return "loss", _rows([round(rng.uniform(-2, 2), 3) for _ in range(d)]), round(rng.uniform(-1, 1), 3), X, y, lam
    return "train", X, y, lam, _ints([rng.randrange(n) for _ in range(rng.randint(1, 4 + 4 * size))])


def valid(inp):
    assert isinstance(inp, tuple) and inp and inp[0] in ("train", "loss"), "the input begins with 'train' or 'loss'"
    assert len(inp) == (5 if inp[0] == "train" else 6), "('train', X, y, lam, order) or ('loss', w, b, X, y, lam)"
    if inp[0] == "train":
        _, X, y, lam, order = inp
        assert isinstance(order, np.ndarray) and order.ndim == 1 and order.dtype.kind == "i", "order: a 1-D array of ints"
        assert len(order) >= 1, "order has at least one entry"
    else:
        _, w, b, X, y, lam = inp
        assert isinstance(w, np.ndarray) and w.dtype == np.float64, "w is float64"
        assert isinstance(X, np.ndarray) and w.shape == X.shape[1:], "w has an entry for each column of X"
        assert np.isfinite(w).all() and isinstance(b, float) and abs(b) <= 10_000, "w and b are finite"
    assert isinstance(X, np.ndarray) and X.ndim == 2, "X is a 2-D array"
    assert X.dtype in (np.float32, np.float64), "X is float32 or float64"
    assert X.shape[0] >= 1 and X.shape[1] >= 1, "X has at least one row and one column"
    assert np.isfinite(X).all() and np.abs(X).max() <= 1000, "entries of X are at most 1,000 in size"
    assert isinstance(y, np.ndarray) and y.shape == X.shape[:1] and y.dtype.kind == "i", "y has an int for each row"
    assert set(y.tolist()) <= {-1, 1}, "labels are -1 and 1"
    assert isinstance(lam, float) and 0.001 <= lam <= 1000, "lam is a float from 0.001 to 1,000"
    if inp[0] == "train":
        assert order.min() >= 0 and order.max() < len(X), "order holds indices of rows"
        assert _decided(X.astype(float), y, lam, order), "no margin may lie within 1e-9 of 1, save exactly there"


def _decided(X, y, lam, order):
    """Whether rounding decides nowhere. Exact are only the first two steps, and with short binary fractions."""
    w, b = np.zeros(X.shape[1]), 0.0
    short = bool((X * 64 == np.round(X * 64)).all()) and lam in (0.25, 0.5, 1.0, 2.0, 4.0)
    for t, i in enumerate(order.tolist()[:400], start=1):
        margin = y[i] * (X[i] @ w + b)
        if abs(margin - 1) < 1e-9 and not (short and t <= 3 and margin == 1):
            return False
        w, pull = w - w / t, float(y[i]) / (lam * t)
        if margin < 1:
            w, b = w + pull * X[i], b + pull
    return True


INVALID = {
    "labels 0 and 1": ("train", PAIRS, _ints([0, 1, 1, 0]), 0.5, _ints([0])),
    "empty order": ("train", PAIRS, SIGNS, 0.5, _ints([])),
    "no such row": ("train", PAIRS, SIGNS, 0.5, _ints([4])),
    "no penalty": ("train", PAIRS, SIGNS, 0.0, _ints([0])),
    "no rows": ("train", np.zeros((0, 2)), _ints([]), 0.5, _ints([0])),
    "w of another length": ("loss", np.zeros(3), 0.0, PAIRS, SIGNS, 0.5),
}

LADDER = [100, 200, 400, 800]


def big(n):
    """n steps over a dozen rows."""
    angle = np.arange(12.0)
    X = np.stack([np.sin(angle) + 0.3, np.cos(2.1 * angle)], axis=1)
    return "train", X, np.where(X[:, 0] > 0.25, 1, -1), 0.1, np.arange(n) * 5 % 12


def run(sol, inp):
    what, *given = inp
    given = [part.copy() if isinstance(part, np.ndarray) else part for part in given]
    returned = sol.pegasos(*given) if what == "train" else sol.objective(*given)
    return {"returned": returned, "after": [part for part in given if isinstance(part, np.ndarray)]}


def check(inp, out, expected):
    arrays = [part for part in inp if isinstance(part, np.ndarray)]
    if len(out["after"]) != len(arrays) or not all(map(_same, out["after"], arrays)):
        return "Your function changed an array that it was given. The caller still needs it: work on new arrays."
    got, wanted = out["returned"], expected["returned"]
    if inp[0] == "loss":
        number = _floats(got)
        if number is None or number.shape != ():
            return "objective must return one number."
        if not abs(float(number) - wanted) <= 1e-9 * (1 + abs(wanted)):
            return f"The objective is {wanted:.9g}; yours is {float(number):.9g}."
        return None
    if not isinstance(got, (tuple, list)) or len(got) != 2:
        return "pegasos must return two things, the averaged w and the averaged b."
    w, b = got[0], _floats(got[1])
    if not isinstance(w, np.ndarray) or w.shape != wanted[0].shape or w.dtype != np.float64:
        return f"w must be a float64 array of shape {wanted[0].shape}."
    if b is None or b.shape != ():
        return "b must be one number."
    return _parameter_fault(np.append(w, b), np.append(*wanted), len(inp[4]))


def _parameter_fault(got, right, steps):
    far = ~(np.abs(got - right) <= 1e-8 * np.abs(right).max() + 1e-9)
    if not far.any():
        return None
    j = int(np.argmax(far))
    name = "b" if j == len(right) - 1 else f"w[{j}]"
    return f"After {steps} steps the mean of {name} over the iterates is {right[j]:.9g}; yours is {got[j]:.9g}."


def _same(a, b):
    return isinstance(a, np.ndarray) and a.dtype == b.dtype and a.shape == b.shape and a.tolist() == b.tolist()


def _floats(value):
    """`value` as an array of float64, or None."""
    try:
        array = np.asarray(value)
        return array.astype(float) if array.dtype.kind in "iuf" else None
    except (TypeError, ValueError, OverflowError):
        return None


def _observed(inp, returned):
    if inp[0] == "train":
        w, b = returned
        returned = np.array([float(value) for value in w], dtype="f8"), float(b)
    else:
        returned = float(returned)
    return {"returned": returned, "after": [part for part in inp if isinstance(part, np.ndarray)]}


def oracle(inp):
    """The definition in fractions."""
    if inp[0] == "loss":
        _, w, b, X, y, lam = inp
        w, b = [Fraction(v) for v in w.tolist()], Fraction(b)
        hinges = [
            max(Fraction(0), 1 - sign * (sum(Fraction(x) * v for x, v in zip(row, w)) + b))
            for row, sign in zip(X.tolist(), y.tolist())
        ]
        return _observed(inp, Fraction(lam) / 2 * sum(v * v for v in w) + sum(hinges) / len(hinges))
    _, X, y, lam, order = inp
    rows, lam = [[Fraction(x) for x in row] for row in X.tolist()], Fraction(lam)
    w, b = [Fraction(0)] * X.shape[1], Fraction(0)
    iterates = []
    for t, i in enumerate(order.tolist(), start=1):
        sign = int(y[i])
        inside = sign * (sum(x * v for x, v in zip(rows[i], w)) + b) < 1
        rate = 1 / (lam * t)
        w = [(1 - rate * lam) * v + (rate * sign * x if inside else 0) for v, x in zip(w, rows[i])]
        b += rate * sign if inside else 0
        iterates.append([*w, b])
    mean = [sum(column) / len(iterates) for column in zip(*iterates)]
    return _observed(inp, (mean[:-1], mean[-1]))


def oracle2(inp):
    """Descent along autograd's gradient of each row's own objective; nothing lies below the true minimum."""
    if inp[0] == "loss":
        _, w, b, X, y, lam = inp
        z = y * np.einsum("ij,j->i", X, w) + y * b
        return _observed(inp, lam * np.linalg.norm(w) ** 2 / 2 + np.where(z < 1, 1 - z, 0).sum() / len(y))
    _, X, y, lam, order = inp
    X = X.astype(float)

    def sampled(theta, i):
        margin = y[i] * (anp.dot(X[i], theta[:-1]) + theta[-1])
        hinge = 1 - margin if margin < 1 else 0.0
        return lam / 2 * anp.dot(theta[:-1], theta[:-1]) + hinge

    slope, theta, total = autograd.grad(sampled), np.zeros(X.shape[1] + 1), np.zeros(X.shape[1] + 1)
    for t, i in enumerate(order.tolist(), start=1):
        theta = theta - slope(theta, i) / (lam * t)
        total = total + theta
    mean = total / len(order)
    assert _whole(mean, X, y, lam) >= _least(X, y, lam) - 1e-6, "the iterate is better than the optimum"
    return _observed(inp, (mean[:-1], mean[-1]))


def _whole(theta, X, y, lam):
    return lam / 2 * theta[:-1] @ theta[:-1] + np.maximum(0, 1 - y * (X @ theta[:-1] + theta[-1])).mean()


def _least(X, y, lam):
    """The minimum as a quadratic program with a slack for each row."""
    n, d = X.shape
    rows = np.hstack([y[:, None] * X, y[:, None], np.eye(n)])
    limits = [{"type": "ineq", "fun": lambda v: rows @ v - 1, "jac": lambda v: rows}]
    start = np.concatenate([np.zeros(d + 1), np.ones(n)])
    found = minimize(
        lambda v: lam / 2 * v[:d] @ v[:d] + v[d + 1 :].mean(),
        start,
        jac=lambda v: np.concatenate([lam * v[:d], [0.0], np.full(n, 1 / n)]),
        bounds=[(None, None)] * (d + 1) + [(0, None)] * n,
        constraints=limits,
        method="SLSQP",
    )
    return found.fun
