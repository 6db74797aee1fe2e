"""Cases for linreg-gd. The oracle descends in 60-digit decimals; oracle2 never takes a step at all."""

import math
from decimal import Decimal, localcontext

import numpy as np
from sklearn.linear_model import LinearRegression

RTOL, ATOL = 2e-6, 1e-9


def _columns(rows, dtype="f8"):
    return np.array(rows, dtype=dtype)


HOUSES = _columns([[50, 1], [80, 3], [65, 2], [120, 4], [95, 2], [40, 1]])
PRICES = _columns([155, 260, 196, 371, 275, 128])
SCALED = _columns([[-1.0, -1.25], [0.25, 0.75], [-0.25, 0.0], [1.75, 1.5], [0.75, 0.0], [-1.5, -1.0]])

CASES = {
    "line": (
        "one step from zero: the gradient is a mean over the rows, with the factor 2 of the square",
        (_columns([[1], [2], [3]]), _columns([3, 5, 7]), 0.05, 1),
    ),
    "two steps": (
        "both gradients of a step come from the same residuals, computed before anything moves",
        (_columns([[1, 0], [0, 2], [2, 1], [3, 5]]), _columns([1, -1, 4, 2]), 0.03125, 2),
    ),
    "no steps": (
        "with no step the answer is the starting point and its loss",
        (_columns([[1, 2], [3, 4]]), _columns([2, -4]), 0.1, 0),
    ),
    "one row": (
        "n = 1 is a legal data set: a mean of one number",
        (_columns([[0.5, -1.0, 2.0]]), _columns([3.0]), 0.0625, 4),
    ),
    "only the intercept": (
        "features that are all zero leave everything to the intercept",
        (np.zeros((4, 2)), _columns([1, 2, 3, 6]), 0.25, 3),
    ),
    "nothing to learn": (
        "a perfect fit still has a full history: stopping early is not part of the contract",
        (_columns([[1, 2], [3, 5]]), np.zeros(2), 0.1, 3),
    ),
    "unscaled": (
        "with raw features the safe step is tiny, and after 40 steps the fit is still far off",
        (HOUSES, PRICES, 1e-4, 40),
    ),
    "scaled": (
        "the same houses with features near one: a step of 0.2 now converges",
        (SCALED, PRICES, 0.2, 60),
    ),
    "reaches least squares": (
        "on well-conditioned data enough steps give the least-squares line to many digits",
        (_columns([[1, 1], [1, -1], [-1, 1], [-1, -1], [0, 1]]), _columns([5, 1, 2, -3, 4]), 0.25, 120),
    ),
    "too large a step": (
        "if lr is too large the losses grow; report them, do not hide it",
        (_columns([[10], [20], [40]]), _columns([1, 2, 2]), 1.0, 8),
    ),
    "more columns than rows": (
        "n < d: many perfect fits exist, and descent from zero reaches the shortest one, counting b as a weight",
        (_columns([[1, 0, 2, 1], [0, 1, 1, -1]]), _columns([3, 1]), 0.0625, 50),
    ),
    "twin columns": (
        "two equal columns share the weight evenly when both start at zero",
        (_columns([[1, 1], [2, 2], [4, 4]]), _columns([1, 3, 4]), 0.03125, 25),
    ),
    "large offset": (
        "targets far from zero are the intercept's work; do not centre them away first",
        (_columns([[1], [2], [3], [4]]), _columns([1000001, 1000002, 1000004, 1000005]), 0.0625, 10),
    ),
    "float32": (
        "float32 in, float32 out: np.zeros(d) alone is float64 and pulls everything up with it",
        (
            _columns([[0.5, -1.5], [1.25, 0.75], [-2.0, 0.5], [0.25, 1.0]], "f4"),
            _columns([1.5, -0.5, 2.0, 0.25], "f4"),
            0.1,
            12,
        ),
    ),
}

KEEP = {
    "scaled": "the pair unscaled/scaled is the lesson of this problem: same rows, other speed",
    "twin columns": "guards against solving the normal equations, which are singular here",
    "more columns than rows": "guards against solving the normal equations, which are singular here",
}


def gen(rng, size):
    n, d = rng.randint(1, 3 + 2 * size), rng.randint(1, 1 + size // 2)
    X = [[round(rng.uniform(-2, 2), 3) for _ in range(d)] for _ in range(n)]
    y = [round(rng.uniform(-5, 5), 3) for _ in range(n)]
    return _columns(X), _columns(y), round(rng.uniform(0.005, 0.4) / (d + 1), 4), rng.randint(0, 2 + size)


def valid(inp):
    X, y, lr, steps = inp
    assert isinstance(X, np.ndarray) and X.ndim == 2, "X is a 2-D array"
    assert X.dtype in (np.float32, np.float64), "X is float32 or float64"
    assert X.shape[0] >= 1 and X.shape[1] >= 1, "X has at least one row and one column"
    assert isinstance(y, np.ndarray) and y.shape == X.shape[:1], "y has one entry for each row of X"
    assert y.dtype == X.dtype, "y has the dtype of X"
    assert np.isfinite(X).all() and np.isfinite(y).all(), "X and y hold no NaN and no infinity"
    assert isinstance(lr, float) and 0 < lr <= 1, "lr is a float, above 0 and at most 1"
    assert type(steps) is int and 0 <= steps <= 200, "steps is an int from 0 to 200"


INVALID = {
    "no rows": (np.zeros((0, 2)), np.zeros(0), 0.1, 3),
    "lengths differ": (np.ones((3, 1)), np.ones(2), 0.1, 3),
    "integers": (np.ones((3, 1), dtype=int), np.ones(3, dtype=int), 0.1, 3),
    "a column as y": (np.ones((3, 1)), np.ones((3, 1)), 0.1, 3),
    "lr zero": (np.ones((3, 1)), np.ones(3), 0.0, 3),
    "steps below zero": (np.ones((3, 1)), np.ones(3), 0.1, -1),
}


def run(sol, inp):
    X, y, lr, steps = inp
    X, y = X.copy(), y.copy()
    returned = sol.fit(X, y, lr, steps)
    return {"returned": returned, "X after": X, "y after": y}


def check(inp, out, expected):
    X, y, _, steps = inp
    if not _same(out["X after"], X) or not _same(out["y after"], y):
        return "Your function changed X or y. The caller still needs them: work on new arrays."
    parts = out["returned"]
    if not isinstance(parts, (tuple, list)) or len(parts) != 3:
        return "Return three things: the weights w, the intercept b and the list of losses."
    return (
        _shape_fault(X, steps, *parts)
        or _history_fault(_floats(parts[2]), np.array(expected["returned"][2]), X.dtype)
        or _parameter_fault(parts, expected["returned"], X.dtype)
    )


def _same(a, b):
    return isinstance(a, np.ndarray) and a.dtype == b.dtype and a.shape == b.shape and a.tolist() == b.tolist()


def _floats(value):
    """`value` as an array of float64, or None."""
    try:
        array = np.asarray(value)
        return array.astype(float) if array.dtype.kind in "iuf" else None
    except (TypeError, ValueError, OverflowError):
        return None


def _shape_fault(X, steps, w, b, losses):
    if not isinstance(w, np.ndarray) or w.shape != X.shape[1:]:
        return f"w must be an array of shape {X.shape[1:]}: one weight for each column of X."
    if w.dtype != X.dtype:
        return f"w has dtype {w.dtype}, but X has {X.dtype}: w must have the dtype of X."
    number = _floats(b)
    if number is None or number.shape != ():
        return "b must be one number, not an array or anything else."
    history = _floats(losses)
    if history is None or history.ndim != 1:
        return "losses must be a flat list of numbers."
    if len(history) != steps + 1:
        return (
            f"losses has {len(history)} entries for {steps} steps; wanted {steps + 1}: "
            "one before the first step and one after each step."
        )
    return None


def _far(got, wanted, dtype):
    """Where `got` is off by more than rounding, judged by the largest of the wanted numbers."""
    share = 2e-4 if dtype == np.float32 else 1e-8
    return ~(np.abs(got - wanted) <= share * np.max(np.abs(wanted), initial=0.0) + 1e-12)


def _history_fault(got, wanted, dtype):
    far = _far(got, wanted, dtype)
    if not far.any():
        return None
    t = int(np.argmax(far))
    if t == 0:
        return (
            f"The loss before any step should be {wanted[0]:.6g}, the mean of y squared, as w = 0 and b = 0; "
            f"yours is {got[0]:.6g}."
        )
    return (
        f"After step {t} the loss should be {wanted[t]:.6g}; yours is {got[t]:.6g} (the losses before it agree)."
    )


def _parameter_fault(got, wanted, dtype):
    w = np.append(_floats(got[0]), _floats(got[1]))
    right = np.append(wanted[0].astype(float), wanted[1])
    far = _far(w, right, dtype)
    if not far.any():
        return None
    j = int(np.argmax(far))
    name = "b" if j == len(right) - 1 else f"w[{j}]"
    return f"The losses agree, but {name} should be {right[j]:.6g} after the last step; yours is {w[j]:.6g}."


def _observed(inp, w, b, losses):
    X, y, _, _ = inp
    w = np.array([float(x) for x in w], dtype=X.dtype)
    return {"returned": (w, float(b), [float(x) for x in losses]), "X after": X, "y after": y}


def oracle(inp):
    """The definition, one number at a time, in decimals of 60 digits."""
    X, y, lr, steps = inp
    with localcontext(prec=60):
        rows, targets = [[Decimal(x) for x in row] for row in X.tolist()], [Decimal(t) for t in y.tolist()]
        n, w, b, losses = len(rows), [Decimal(0)] * X.shape[1], Decimal(0), []
        for step in range(steps + 1):
            wrong = [sum(x * v for x, v in zip(row, w)) + b - t for row, t in zip(rows, targets)]
            losses.append(sum(r * r for r in wrong) / n)
            if step == steps:
                return _observed(inp, w, b, losses)
            slopes = [2 * sum(r * row[j] for r, row in zip(wrong, rows)) / n for j in range(len(w))]
            b -= Decimal(lr) * 2 * sum(wrong) / n
            w = [v - Decimal(lr) * s for v, s in zip(w, slopes)]
        raise AssertionError("steps is negative")


def oracle2(inp):
    """Where t steps lead, from eigenvectors: the error in each direction shrinks by (1 - lr * curvature)^t."""
    X, y, lr, steps = inp
    wide = X.astype(float)
    A = np.hstack([wide, np.ones((len(X), 1))])
    curvature, directions = np.linalg.eigh(2 * A.T @ A / len(X))
    goal = directions.T @ _least_squares(wide, A, y.astype(float))
    thetas = [directions @ ((1 - (1 - lr * curvature) ** t) * goal) for t in range(steps + 1)]
    losses = [math.fsum((A @ theta - y) ** 2) / len(y) for theta in thetas]
    return _observed(inp, thetas[-1][:-1], thetas[-1][-1], losses)


def _least_squares(X, A, y):
    if np.linalg.matrix_rank(A) < A.shape[1]:
        return np.linalg.pinv(A) @ y
    fitted = LinearRegression().fit(X, y)
    return np.append(fitted.coef_, fitted.intercept_)
