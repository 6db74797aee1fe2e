"""Cases for logreg-newton. The oracle works in 50-digit decimals; oracle2 solves reweighted least squares and asks scikit-learn."""

from decimal import Decimal, localcontext

import numpy as np
from scipy.linalg import lstsq
from scipy.special import expit, log_expit
from sklearn.linear_model import LogisticRegression

RTOL, ATOL = 1e-7, 1e-9


def _fit(rows, labels, lam=1.0, steps=6, dtype="f8"):
    return np.array(rows, dtype=dtype), np.array(labels, dtype="i8"), lam, steps


CLOUDS = [[0.5, 1.0], [1.5, 0.5], [1.0, -0.5], [2.0, 1.5], [-0.5, 0.5], [-1.0, -1.0], [-1.5, 0.5], [0.5, -1.5]]
CLOUD_LABELS = [1, 1, 0, 1, 0, 0, 1, 0]

CASES = {
    "one step": (
        "from zero every p is 1/2, so the first Hessian is a quarter of the sum of squares, plus the penalty",
        _fit([[1.0], [2.0], [3.0], [5.0]], [0, 0, 1, 1], 1.0, 1),
    ),
    "six steps": (
        "Newton's steps shrink fast: a handful reaches the minimum",
        _fit(CLOUDS, CLOUD_LABELS, 0.5, 6),
    ),
    "losses that rise": (
        "far from the minimum a full step may overshoot and the loss rise; the step is taken all the same",
        _fit([[-51.5, -40.0], [-17.4, -10.4], [-17.1, -0.4], [6.1, 1.6]], [0, 0, 0, 1], 0.001, 30),
    ),
    "no steps": (
        "with no step the answer is the start, whose loss is n ln 2",
        _fit(CLOUDS, CLOUD_LABELS, 0.5, 0),
    ),
    "two steps": (
        "from the second step on each row counts by its own p (1 - p)",
        _fit(CLOUDS, CLOUD_LABELS, 0.5, 2),
    ),
    "separable": (
        "a threshold parts the labels; without a penalty the weights would run away, with one they stay finite",
        _fit([[-2.0], [-1.0], [1.0], [2.0]], [0, 0, 1, 1], 0.01, 12),
    ),
    "separable, weak penalty": (
        "the weaker the penalty, the larger the weights, but they are finite",
        _fit([[-2.0, 0.5], [-1.0, -0.5], [1.0, 0.25], [2.0, 1.0]], [0, 0, 1, 1], 0.001, 15),
    ),
    "strong penalty": (
        "a huge penalty leaves w near 0 and b free: b tells the share of ones",
        _fit(CLOUDS, [1, 1, 1, 1, 0, 1, 1, 0], 1000.0, 8),
    ),
    "few ones": (
        "one 1 among eleven 0s: the intercept does the work, and it carries no penalty",
        _fit([[i - 5.5] for i in range(12)], [0] * 8 + [1] + [0] * 3, 2.0, 8),
    ),
    "features far from zero": (
        "all features are shifted by 100: only b changes, for it carries no penalty",
        _fit([[100 + u, 100 + v] for u, v in CLOUDS], CLOUD_LABELS, 0.5, 6),
    ),
    "one far row": (
        "a row at 2,000 gets a logit of thousands: exp of it overflows, its loss is still 0",
        _fit([[-1.0], [-0.5], [0.5], [1.0], [0.25], [2000.0]], [0, 0, 1, 1, 0, 1], 0.05, 12),
    ),
    "one far row below": (
        "a logit far below zero: exp(-z) overflows, and p is 0, not NaN",
        _fit([[-1.0], [-0.5], [0.5], [1.0], [-0.25], [-2000.0]], [0, 0, 1, 1, 1, 0], 0.05, 12),
    ),
    "no signal": (
        "exclusive-or: every w is 0 and every p stays 1/2",
        _fit([[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 0], 1.0, 3),
    ),
    "twin columns": (
        "two equal columns share the weight: the penalty makes the Hessian invertible",
        _fit([[1, 1], [2, 2], [3, 3], [5, 5]], [0, 1, 0, 1], 1.0, 6),
    ),
    "column of zeros": (
        "a column of zeros gets the weight 0",
        _fit([[1, 0], [2, 0], [3, 0], [5, 0]], [0, 1, 0, 1], 1.0, 6),
    ),
    "more columns than rows": (
        "n < d: the penalty makes the minimum unique",
        _fit([[1, 0, 2, -1], [0, 1, 1, 3], [2, -1, 0, 1]], [1, 0, 0], 0.5, 7),
    ),
    "two rows": ("one row of each label is enough", _fit([[0.5], [2.5]], [1, 0], 0.25, 7)),
    "many steps": (
        "once at the minimum, further steps stay there",
        _fit(CLOUDS, CLOUD_LABELS, 2.0, 20),
    ),
    "float32": (
        "float32 features are computed with in float64, and w is float64",
        _fit([[0.1, 1.7], [1.3, 0.5], [0.9, -0.4], [-0.6, 0.3], [-1.1, -1.2]], [1, 1, 0, 0, 1], 0.3, 5, "f4"),
    ),
}

KEEP = {
    "many steps": "a fit that has settled must not move, nor stop its history early",
    "more columns than rows": "guards against closed forms that need more rows than columns",
}


def gen(rng, size):
    n, d = rng.randint(2, 4 + 2 * size), rng.randint(1, 1 + size // 3)
    rows = [[round(rng.uniform(-2, 2), 3) for _ in range(d)] for _ in range(n)]
    labels = [0, 1] + [rng.randint(0, 1) for _ in range(n - 2)]
    rng.shuffle(labels)
    return _fit(rows, labels, rng.choice([0.2, 1.0, 3.5]), rng.randint(0, 3 + size // 2))


def valid(inp):
    assert isinstance(inp, tuple) and len(inp) == 4, "the input is X, y, lam, steps"
    X, y, lam, steps = inp
    assert isinstance(X, np.ndarray) and X.ndim == 2, "X is a 2-D array"
    assert X.dtype in (np.float32, np.float64), "X is float32 or float64"
    assert X.shape[0] >= 2 and X.shape[1] >= 1, "X has at least two rows and one column"
    assert np.isfinite(X).all() and np.abs(X).max() <= 10_000, "entries of X are at most 10,000 in size"
    assert isinstance(y, np.ndarray) and y.shape == X.shape[:1] and y.dtype.kind == "i", "y has an int for each row"
    assert set(y.tolist()) == {0, 1}, "labels are 0 and 1, and both occur"
    assert isinstance(lam, float) and 0.001 <= lam <= 10_000, "lam is a float from 0.001 to 10,000"
    assert type(steps) is int and 0 <= steps <= 30, "steps is an int from 0 to 30"


INVALID = {
    "one label only": _fit([[1.0], [2.0]], [1, 1]),
    "labels -1 and 1": _fit([[1.0], [2.0]], [-1, 1]),
    "no penalty": _fit([[1.0], [2.0]], [0, 1], 0.0),
    "lengths differ": _fit([[1.0], [2.0]], [0, 1, 1]),
    "steps below zero": _fit([[1.0], [2.0]], [0, 1], 1.0, -1),
    "integers": _fit([[1], [2]], [0, 1], 1.0, 3, "i8"),
}

LADDER = [200, 400, 800, 1600, 3200]


def big(n):
    rows = np.arange(float(n))
    X = np.stack([np.sin(rows), np.cos(1.7 * rows), np.sin(0.3 * rows + 1)], axis=1)
    return X, (np.sin(rows) + np.cos(5 * rows) > 0).astype("i8") if n > 2 else np.array([0, 1][:n]), 1.0, 3


def run(sol, inp):
    X, y, lam, steps = inp
    X, y = X.copy(), y.copy()
    return {"returned": sol.fit(X, y, lam, steps), "X after": X, "y after": y}


def check(inp, out, expected):
    X, y, _, steps = inp
    if not _same(out["X after"], X) or not _same(out["y after"], y):
        return "Your function changed X or y. The caller still needs them: work on new arrays."
    parts = out["returned"]
    if not isinstance(parts, (tuple, list)) or len(parts) != 3:
        return "Return three things: the weights w, the intercept b and the list of losses."
    w, b, losses = parts
    if not isinstance(w, np.ndarray) or w.shape != X.shape[1:]:
        return f"w must be an array of shape {X.shape[1:]}: one weight for each column of X."
    if w.dtype != np.float64:
        return f"w must be float64, whatever the dtype of X; yours is {w.dtype}."
    number, history = _floats(b), _floats(losses)
    if number is None or number.shape != ():
        return "b must be one number, not an array or anything else."
    if history is None or history.ndim != 1 or len(history) != steps + 1:
        return f"losses must be a flat list of {steps + 1} numbers: before the first step and after each step."
    return _history_fault(history, expected["returned"][2]) or _parameter_fault(
        np.append(w, number), expected["returned"]
    )


def _history_fault(got, wanted):
    for t, (value, right) in enumerate(zip(got.tolist(), wanted)):
        if not abs(value - right) <= 1e-7 * abs(right) + 1e-9:
            if t == 0:
                return f"At w = 0, b = 0 the loss is n ln 2 = {right:.9g}; yours is {value:.9g}."
            return f"After step {t} the loss should be {right:.9g}; yours is {value:.9g} (those before it agree)."
    return None


def _parameter_fault(got, wanted):
    right = np.append(wanted[0], wanted[1])
    far = ~(np.abs(got - right) <= 1e-7 * np.abs(right).max() + 1e-9)
    if not far.any():
        return None
    j = int(np.argmax(far))
    name = "b" if j == len(right) - 1 else f"w[{j}]"
    return f"{name} should be {right[j]:.9g} after the last step; yours is {got[j]:.9g}."


def _same(a, b):
    return isinstance(a, np.ndarray) and a.dtype == b.dtype and a.shape == b.shape and a.tolist() == b.tolist()


def _floats(value):
    """`value` as an array of float64, or None."""
    try:
        array = np.asarray(value)
        return array.astype(float) if array.dtype.kind in "iuf" else None
    except (TypeError, ValueError, OverflowError):
        return None


def _observed(inp, theta, losses):
    theta = [float(value) for value in theta]
    returned = np.array(theta[:-1]), theta[-1], [float(loss) for loss in losses]
    return {"returned": returned, "X after": inp[0], "y after": inp[1]}


def oracle(inp):
    """The definition in decimals; derivatives summed row by row, the step by elimination."""
    X, y, lam, steps = inp
    with localcontext(prec=50):
        rows = [[*map(Decimal, row), Decimal(1)] for row in X.tolist()]
        labels, theta, losses = y.tolist(), [Decimal(0)] * (X.shape[1] + 1), []
        penalty = [Decimal(lam)] * X.shape[1] + [Decimal(0)]
        while True:
            logits = [sum(a * t for a, t in zip(row, theta)) for row in rows]
            loss = sum(l * t * t for l, t in zip(penalty, theta)) / 2
            loss += sum((1 + (z if label == 0 else -z).exp()).ln() for z, label in zip(logits, labels))
            losses.append(loss)
            if len(losses) > steps:
                return _observed(inp, theta, losses)
            p = [1 / (1 + (-z).exp()) for z in logits]
            step = _eliminate(*_derivatives(rows, labels, p, penalty, theta))
            theta = [t - s for t, s in zip(theta, step)]


def _derivatives(rows, labels, p, penalty, theta):
    size = range(len(theta))
    slope = [sum((q - label) * row[i] for q, label, row in zip(p, labels, rows)) + penalty[i] * theta[i] for i in size]
    curve = [
        [sum(q * (1 - q) * row[i] * row[j] for q, row in zip(p, rows)) + (penalty[i] if i == j else 0) for j in size]
        for i in size
    ]
    return curve, slope


def _eliminate(matrix, right):
    table = [[*row, value] for row, value in zip(matrix, right)]
    for i in range(len(table)):
        pivot = max(range(i, len(table)), key=lambda r: abs(table[r][i]))
        table[i], table[pivot] = table[pivot], table[i]
        table[i] = [value / table[i][i] for value in table[i]]
        for r in range(len(table)):
            if r != i:
                table[r] = [a - table[r][i] * b for a, b in zip(table[r], table[i])]
    return [row[-1] for row in table]


def oracle2(inp):
    """Each step as a weighted least-squares fit with the penalty as further rows; at the end scikit-learn."""
    X, y, lam, steps = inp
    A = np.column_stack([X.astype(float), np.ones(len(X))])
    sign, theta, losses = 2 * y - 1, np.zeros(A.shape[1]), []
    extra = np.sqrt(lam) * np.eye(*A.shape[1:] * 2)[:-1]
    for step in range(steps + 1):
        z = A @ theta
        losses.append(-log_expit(sign * z).sum() + lam / 2 * theta[:-1] @ theta[:-1])
        if step < steps:
            root = np.sqrt(expit(z) * expit(-z))
            pull = np.divide(sign * expit(-sign * z), root, out=np.zeros_like(z), where=root > 0)
            target = np.concatenate([root * z + pull, np.zeros(len(extra))])
            theta = lstsq(np.vstack([root[:, None] * A, extra]), target)[0]
    if steps >= 12 and np.abs(X).max() < 1000:
        model = LogisticRegression(C=1 / lam, solver="newton-cholesky", tol=1e-10, max_iter=500).fit(X.astype(float), y)
        best = np.append(model.coef_[0], model.intercept_)
        assert np.allclose(theta, best, rtol=1e-5, atol=1e-6), f"scikit-learn finds {best}"
    return _observed(inp, theta, losses)
