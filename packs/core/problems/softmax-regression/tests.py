"""Cases for softmax-regression. The oracle is the definition, number by number; oracle2 differentiates with autograd."""

import math

import autograd
import autograd.numpy as anp
import numpy as np
from autograd.scipy.special import logsumexp
from sklearn.metrics import log_loss

RTOL, ATOL = 1e-8, 1e-10


def _array(rows, dtype="f8"):
    return np.array(rows, dtype=dtype)


def _labels(values):
    return np.array(values, dtype="i8")


X4 = _array([[1.0, 2.0], [-1.0, 0.5], [0.5, -1.5], [2.0, 0.0]])
Y4 = _labels([0, 2, 1, 0])
W3 = _array([[0.5, -0.25, 0.1], [0.3, 0.8, -0.6]])
B3 = _array([0.1, -0.2, 0.4])
BLOBS = _array(
    [[2, 0], [2.5, 0.5], [1.5, -0.5], [0.2, 1], [-1, 2], [-1.5, 1.5], [-0.5, 2.5], [-1, -2], [-1.5, -1.5], [0, -2]]
)
BLOB_LABELS = _labels([0, 0, 0, 0, 1, 1, 1, 2, 2, 0])

CASES = {
    "one gradient": (
        "the gradient is the input times (probability minus one-hot label), averaged over the rows",
        ("grad", W3, B3, X4, Y4),
    ),
    "one step": (
        "from zero all classes are equally likely: the first loss is ln k, and one step moves W and b together",
        ("fit", X4, Y4, 3, 0.5, 1),
    ),
    "no steps": (
        "with no step the answer is the start and its loss",
        ("fit", X4, Y4, 3, 0.5, 0),
    ),
    "large logits": (
        "logits of thousands: exp overflows unless the largest logit of each row is subtracted first",
        ("grad", 500 * W3, B3, 4 * X4, Y4),
    ),
    "very negative logits": (
        "all logits far below zero: without the shift every exp is 0 and the probabilities are 0/0",
        ("grad", W3, B3 - 5000, X4, Y4),
    ),
    "rows of different size": (
        "the largest logit of each row counts; the largest of the whole table lets other rows underflow",
        ("grad", W3, B3, _array([[2000.0, 1500.0], [-2000.0, 10.0], [0.5, 0.25], [0.0, 0.0]]), Y4),
    ),
    "certain and wrong": (
        "a label of probability 0 in floating point still has a finite loss, the gap between two logits",
        ("grad", _array([[400.0, -400.0]]), _array([0.0, 0.0]), _array([[2.0], [-2.0]]), _labels([1, 1])),
    ),
    "missing class": (
        "k is given: a class that no row has still gets a column, which descends",
        ("fit", X4, _labels([0, 2, 2, 0]), 4, 0.25, 5),
    ),
    "one label only": (
        "all rows have the same label out of three",
        ("fit", X4, _labels([1, 1, 1, 1]), 3, 0.5, 6),
    ),
    "one class": (
        "k = 1: the only class has probability 1, the loss is 0 and nothing moves",
        ("fit", X4, _labels([0, 0, 0, 0]), 1, 0.5, 3),
    ),
    "one row": (
        "n = 1 is a legal data set",
        ("fit", _array([[0.5, -1.0, 2.0]]), _labels([1]), 2, 0.5, 4),
    ),
    "two classes": (
        "k = 2 is logistic regression with two opposite columns of weights",
        ("fit", BLOBS, _labels([0, 0, 0, 1, 1, 1, 1, 0, 0, 1]), 2, 0.75, 20),
    ),
    "square": (
        "with n = d = k a transposed matrix has the right shape and the wrong content",
        ("grad", _array([[1, 2, -1], [0.5, -1, 0.25], [2, 0, 1]]), B3, _array([[1, 0, 2], [0.5, 1, -1], [3, -1, 0]]), _labels([2, 2, 0])),
    ),
    "more classes than rows": (
        "softmax runs over the classes, not over the rows",
        ("grad", _array([[0.5, -1.0, 2.0, 0.25, 0.0]]), _array([0.1, 0.2, 0.3, -0.4, 0.0]), _array([[1.0], [-2.0]]), _labels([4, 0])),
    ),
    "blobs": (
        "sixty steps on three overlapping clouds; the loss falls at every step",
        ("fit", BLOBS, BLOB_LABELS, 3, 0.5, 60),
    ),
    "too large a step": (
        "with a large lr and large features the losses jump; report them, and let nothing overflow",
        ("fit", 300 * BLOBS, BLOB_LABELS, 3, 1.0, 6),
    ),
    "twin rows": (
        "a row that occurs twice counts twice",
        ("fit", _array([[1.0], [1.0], [-1.0]]), _labels([0, 0, 1]), 2, 1.0, 3),
    ),
    "float32 gradient": (
        "float32 in, float32 out",
        ("grad", W3.astype("f4"), B3.astype("f4"), X4.astype("f4"), Y4),
    ),
    "float32, huge logits": (
        "float32 holds seven digits: logits of 10^8 are computed in float64, or the 3 beside them is lost",
        (
            "grad",
            _array([[10000, 10000], [3, 0]], "f4"),
            _array([0, 0], "f4"),
            _array([[10000, 1]], "f4"),
            _labels([0]),
        ),
    ),
    "float32": (
        "float32 in, float32 out: the parameters that come back have the dtype of X",
        ("fit", BLOBS.astype("f4"), BLOB_LABELS, 3, 0.5, 8),
    ),
}


def gen(rng, size):
    n, d, k = rng.randint(1, 3 + 2 * size), rng.randint(1, 1 + size // 2), rng.randint(1, 4)

    def table(rows, columns, most):
        return _array([[round(rng.uniform(-most, most), 3) for _ in range(columns)] for _ in range(rows)])

    X, y = table(n, d, 2), _labels([rng.randrange(k) for _ in range(n)])
    if rng.random() < 0.5:
        most = rng.choice([1, 1, 300])
        return "grad", table(d, k, most), table(1, k, most)[0], X, y
    return "fit", X, y, k, round(rng.uniform(0.05, 1), 3), rng.randint(0, 2 + size)


def valid(inp):
    assert isinstance(inp, tuple) and inp and inp[0] in ("grad", "fit"), "the input begins with 'grad' or 'fit'"
    assert len(inp) == (5 if inp[0] == "grad" else 6), "('grad', W, b, X, y) or ('fit', X, y, k, lr, steps)"
    if inp[0] == "grad":
        _, W, b, X, y = inp
        assert isinstance(b, np.ndarray) and b.ndim == 1 and len(b) >= 1, "b is a 1-D array"
        k = len(b)
        assert isinstance(W, np.ndarray) and W.ndim == 2 and W.shape[1] == k, "W has a column for each class"
        assert isinstance(X, np.ndarray) and X.shape[1:] == W.shape[:1], "W has a row for each column of X"
        assert W.dtype == b.dtype == X.dtype, "W, b and X have the same dtype"
        assert np.isfinite(W).all() and np.isfinite(b).all(), "W and b are finite"
        assert max(np.abs(W).max(), np.abs(b).max()) <= 10_000, "entries of W and b are at most 10,000 in size"
    else:
        _, X, y, k, lr, steps = inp
        assert type(k) is int and 1 <= k <= 100_000, "k is an int, at least 1"
        assert isinstance(lr, float) and 0 < lr <= 1, "lr is a float, above 0 and at most 1"
        assert type(steps) is int and 0 <= steps <= 100, "steps is an int from 0 to 100"
    assert isinstance(X, np.ndarray) and X.ndim == 2, "X is a 2-D array"
    assert X.dtype in (np.float32, np.float64), "X is float32 or float64"
    assert X.shape[0] >= 1 and X.shape[1] >= 1, "X has at least one row and one column"
    assert np.isfinite(X).all() and np.abs(X).max() <= 10_000, "entries of X are at most 10,000 in size"
    assert isinstance(y, np.ndarray) and y.shape == X.shape[:1] and y.dtype.kind == "i", "y has an int for each row"
    assert y.min() >= 0 and y.max() < k, "labels lie between 0 and k - 1"


INVALID = {
    "no rows": ("fit", np.zeros((0, 2)), np.zeros(0, dtype="i8"), 2, 0.1, 3),
    "label too large": ("fit", np.ones((2, 1)), _labels([0, 2]), 2, 0.1, 3),
    "label below zero": ("fit", np.ones((2, 1)), _labels([0, -1]), 2, 0.1, 3),
    "labels are floats": ("fit", np.ones((2, 1)), np.zeros(2), 2, 0.1, 3),
    "W has too few columns": ("grad", W3[:, :2], B3, X4, Y4),
    "W has too few rows": ("grad", W3[:1], B3, X4, Y4),
    "steps below zero": ("fit", X4, Y4, 3, 0.1, -1),
}

LADDER = [40, 80, 160, 320]


def big(n):
    """Many classes, few rows."""
    return "fit", np.array([[1.0, -0.5], [0.25, 2.0], [-1.5, 0.75]]), np.array([0, n // 2, n - 1]), n, 0.5, 3


def run(sol, inp):
    what, *given = inp
    given = [part.copy() if isinstance(part, np.ndarray) else part for part in given]
    returned = sol.loss_and_grad(*given) if what == "grad" else sol.fit(*given)
    return {"returned": returned, "after": [part for part in given if isinstance(part, np.ndarray)]}


def check(inp, out, expected):
    arrays = [part for part in inp if isinstance(part, np.ndarray)]
    if len(out["after"]) != len(arrays) or not all(map(_same, out["after"], arrays)):
        return "Your function changed an array that it was given. The caller still needs it: work on new arrays."
    parts = out["returned"]
    if not isinstance(parts, (tuple, list)) or len(parts) != 3:
        return "Return three things: (loss, dW, db) from loss_and_grad, (W, b, losses) from fit."
    if inp[0] == "grad":
        (loss, *got), (right_loss, *right), names = parts, expected["returned"], ("dW", "db")
        told, share = "The loss", _share(inp[3])
        faults = [_loss_fault(loss, right_loss, share)]
    else:
        (*got, losses), (*right, right_losses), names = parts, expected["returned"], ("W", "b")
        share = _share(inp[1])
        faults = [_history_fault(losses, right_losses, share)]
    faults = [_shape_fault(*three) for three in zip(names, got, right)] + faults
    faults += [_value_fault(*three, share) for three in zip(names, got, right) if not any(faults)]
    return next((fault for fault in faults if fault is not None), None)


def _share(X):
    return 2e-4 if X.dtype == np.float32 else 1e-8


def _shape_fault(name, got, right):
    if not isinstance(got, np.ndarray) or got.shape != right.shape:
        return f"{name} must be an array of shape {right.shape}."
    if got.dtype != right.dtype:
        return f"{name} has dtype {got.dtype}; it must have the dtype of X, {right.dtype}."
    return None


def _loss_fault(got, right, share):
    number = _floats(got)
    if number is None or number.shape != ():
        return "The loss must be one number."
    if not abs(float(number) - right) <= share * abs(right) + 1e-12 + share * 1e-2:
        return f"The loss should be {right:.9g}, the mean of -log p over the rows; yours is {float(number):.9g}."
    return None


def _history_fault(got, right, share):
    history = _floats(got)
    if history is None or history.ndim != 1:
        return "losses must be a flat list of numbers."
    if len(history) != len(right):
        return (
            f"losses has {len(history)} entries for {len(right) - 1} steps; wanted {len(right)}: "
            "one before the first step and one after each step."
        )
    room = share * max(1e-2, *right) + 1e-12
    for t, (value, wanted) in enumerate(zip(history.tolist(), right)):
        if not abs(value - wanted) <= room:
            place = "before any step" if t == 0 else f"after step {t}"
            return f"The loss {place} should be {wanted:.9g}; yours is {value:.9g}."
    return None


def _value_fault(name, got, right, share):
    far = ~(np.abs(got.astype(float) - right) <= share * np.abs(right).max() + 1e-10 + share * 1e-2)
    if not far.any():
        return None
    place = tuple(int(i) for i in np.argwhere(far)[0])
    where = "[" + ", ".join(map(str, place)) + "]"
    return f"{name}{where} should be {right[place]:.9g}; yours is {got[place]:.9g}."


def _same(a, b):
    return isinstance(a, np.ndarray) and a.dtype == b.dtype and a.shape == b.shape and a.tolist() == b.tolist()


def _floats(value):
    """`value` as an array of float64, or None."""
    try:
        array = np.asarray(value)
        return array.astype(float) if array.dtype.kind in "iuf" else None
    except (TypeError, ValueError, OverflowError):
        return None


def _observed(inp, calculus):
    """`calculus(W, b, X, y)`: loss and gradients in float64. The descent itself leaves no choice."""
    what, *given = inp
    arrays = [part for part in given if isinstance(part, np.ndarray)]
    if what == "grad":
        dtype = given[2].dtype
        loss, dW, db = calculus(*(part.astype(float) for part in given[:3]), given[3])
        return {"returned": (float(loss), dW.astype(dtype), db.astype(dtype)), "after": arrays}
    X, y, k, lr, steps = given
    W, b, losses = np.zeros((X.shape[1], k)), np.zeros(k), []
    for step in range(steps + 1):
        loss, dW, db = calculus(W, b, X.astype(float), y)
        losses.append(float(loss))
        if step < steps:
            W, b = W - lr * dW, b - lr * db
    return {"returned": (W.astype(X.dtype), b.astype(X.dtype), losses), "after": arrays}


def oracle(inp):
    """The definition, one number at a time."""
    return _observed(inp, _by_hand)


def _by_hand(W, b, X, y):
    (d, k), n = W.shape, len(y)
    losses, p = [], []
    for i in range(n):
        logits = [math.fsum([X[i, j] * W[j, c] for j in range(d)] + [b[c]]) for c in range(k)]
        top = max(logits)
        total = math.fsum(math.exp(z - top) for z in logits)
        losses.append(top - logits[y[i]] + math.log(total))
        p.append([math.exp(z - top) / total for z in logits])
    error = [[p[i][c] - (c == y[i]) for c in range(k)] for i in range(n)]
    dW = [[math.fsum(X[i, j] * error[i][c] for i in range(n)) / n for c in range(k)] for j in range(d)]
    db = [math.fsum(error[i][c] for i in range(n)) / n for c in range(k)]
    return math.fsum(losses) / n, np.array(dW), np.array(db)


def oracle2(inp):
    """Reverse-mode differentiation of the loss; scikit-learn's log loss where it does not clip."""
    answer = _observed(inp, _by_autograd)
    if inp[0] == "fit":
        _, X, y, k, _, _ = inp
        W, b, losses = answer["returned"]
        Z = X.astype(float) @ W + b
        p = np.exp(Z - Z.max(axis=1, keepdims=True))
        p /= p.sum(axis=1, keepdims=True)
        if k > 1 and p.min() > 1e-12 and X.dtype == np.float64:
            assert abs(log_loss(y, p, labels=range(k)) - losses[-1]) < 1e-9, "scikit-learn finds another loss"
    return answer


def _by_autograd(W, b, X, y):
    def loss(parameters):
        Z = anp.dot(X, parameters[:-1]) + parameters[-1]
        return anp.mean(logsumexp(Z, axis=1) - Z[anp.arange(len(y)), y])

    both = np.vstack([W, b])
    gradient = autograd.grad(loss)(both)
    return loss(both), gradient[:-1], gradient[-1]
