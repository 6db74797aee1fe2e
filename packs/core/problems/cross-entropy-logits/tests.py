"""Cases for cross-entropy-logits.

The oracle differentiates with autograd. oracle2 takes the definition in decimals of 60 digits, whose exp does
not overflow, and divided differences with a step of 1e-20: no formula for the gradient, no trick for the loss.
"""

import random
from decimal import Decimal, localcontext

import autograd.numpy as anp
import numpy as np
from autograd import grad
from autograd.scipy.special import logsumexp

RTOL, ATOL = 1e-9, 1e-9


def _noise(seed, n, k, dtype="f8", size=1.0):
    """Three-digit numbers from random.Random, whose stream does not change between versions."""
    rng = random.Random(seed)
    return np.array([[size * round(rng.uniform(-3, 3), 3) for _ in range(k)] for _ in range(n)], dtype=dtype)


def _classes(*entries):
    return np.array(entries, dtype=np.int64)


def _rows(*rows, dtype="f8"):
    return np.array(rows, dtype=dtype)


CASES = {
    "two rows": (
        "the definition: the mean of two rows, and a gradient of softmax minus one-hot, divided by two",
        (_rows([2, 0, 1], [0, 0, 0]), _classes(0, 2), 0.0, -100),
    ),
    "smoothing": (
        "every class gets smoothing / k, the right one too",
        (_noise(1, 3, 4), _classes(1, 3, 0), 0.1, -100),
    ),
    "one row ignored": (
        "a row that does not count is left out of the sum, of the divisor and of the gradient",
        (_noise(2, 3, 3), _classes(2, -100, 0), 0.0, -100),
    ),
    "one row": ("one row: the mean is the row itself", (_noise(3, 1, 5), _classes(3), 0.0, -100)),
    "two classes": (
        "with two classes smoothing 0.2 wants 0.9 and 0.1, not 0.8 and 0.2",
        (_rows([1, -1], [0.5, 2]), _classes(0, 0), 0.2, -100),
    ),
    "one class": (
        "with one class p is 1: loss and gradient are 0, smoothed or not",
        (_rows([3], [-7]), _classes(0, 0), 0.3, -100),
    ),
    "equal logits": (
        "equal logits: p is uniform and the loss is log k",
        (np.full((2, 6), -2.5), _classes(5, 0), 0.0, -100),
    ),
    "nothing counts": (
        "every row ignored: loss 0 and a gradient of zeros, not 0 / 0",
        (_noise(4, 2, 3), _classes(-100, -100), 0.1, -100),
    ),
    "minus one": (
        "ignore_index -1 is also a valid index into a row: it must not pick the last class",
        (_noise(5, 3, 3), _classes(-1, 1, 2), 0.0, -1),
    ),
    "a class ignored": (
        "ignore_index may be a class; its rows do not count, but it stays in every softmax",
        (_noise(6, 5, 3), _classes(0, 1, 0, 2, 1), 0.0, 0),
    ),
    "a class ignored, smoothed": (
        "the class that is ignored as a target still gets its share of the smoothing",
        (_noise(7, 4, 3), _classes(2, 1, 0, 2), 0.3, 1),
    ),
    "far too large an index": (
        "ignore_index may lie beyond the classes",
        (_noise(8, 2, 3), _classes(255, 1), 0.1, 255),
    ),
    "huge logits": (
        "exp overflows at 710: subtract the row's maximum first",
        (_rows([1e4, 9998, -1e4], [-1e4, 1e4, 9999.5]), _classes(1, 2), 0.1, -100),
    ),
    "sure and wrong": (
        "p of the right class underflows to 0, the loss is still 2,000: never take the log of a probability",
        (_rows([1000, -1000], [0, 1]), _classes(1, 1), 0.0, -100),
    ),
    "rows far apart": (
        "each row needs its own maximum: with one for all, the lower row is 0 / 0",
        (_rows([5000, 5001, 4999], [-5000, -5001, -4998.5]), _classes(0, 1), 0.0, -100),
    ),
    "nearly all smoothing": (
        "smoothing close to 1 pulls every p towards 1 / k",
        (_noise(9, 2, 4), _classes(0, 2), 0.95, -100),
    ),
    "more classes than rows": ("rows and columns are not interchangeable", (_noise(10, 2, 7), _classes(6, 1), 0.05, -1)),
    "float32": (
        "float32 in, float32 out",
        (_noise(11, 3, 4, "f4"), _classes(0, 3, -100), 0.1, -100),
    ),
    "float32, huge": (
        "in float32 exp overflows at 88 already",
        (_noise(12, 3, 3, "f4", 40.0), _classes(2, 0, 1), 0.0, -100),
    ),
    "float32, nothing counts": (
        "the zeros have the dtype of the logits too",
        (_noise(13, 1, 2, "f4"), _classes(-1), 0.0, -1),
    ),
}

LADDER = [50, 100, 200]


def big(n):
    """Eight rows of n classes."""
    angles = np.arange(8.0 * n).reshape(8, n)
    return 5 * np.sin(angles), np.arange(8) * (n // 8), 0.1, -100


def gen(rng, size):
    n, k = rng.randint(1, 2 + size // 2), rng.randint(1, 3 + size // 2)
    ignored = rng.choice([-100, -1, rng.randrange(k)])
    targets = [ignored if rng.random() < 0.2 else rng.randrange(k) for _ in range(n)]
    smoothing = rng.choice([0.0, round(rng.uniform(0, 0.5), 3)])
    logits = _noise(rng.randrange(10**6), n, k, size=rng.choice([1.0, 1.0, 100.0]))
    return logits, _classes(*targets), smoothing, ignored


def valid(inp):
    logits, targets, smoothing, ignore_index = inp
    assert isinstance(logits, np.ndarray) and logits.ndim == 2 and logits.size, "logits is a 2-D array, not empty"
    assert logits.dtype in (np.float32, np.float64), "logits is float32 or float64"
    assert np.isfinite(logits).all() and np.abs(logits).max() <= 1e4, "logits are finite, none beyond 10,000"
    assert isinstance(targets, np.ndarray) and targets.shape == logits.shape[:1], "targets has one entry for each row"
    assert targets.dtype == np.int64, "targets is int64"
    assert type(ignore_index) is int and abs(ignore_index) < 2**62, "ignore_index is an int"
    classes = targets[targets != ignore_index]
    assert ((classes >= 0) & (classes < logits.shape[1])).all(), "a target is a class or ignore_index"
    assert isinstance(smoothing, float) and 0 <= smoothing < 1, "smoothing is a float from 0 to below 1"


INVALID = {
    "target beyond the classes": (np.ones((2, 3)), _classes(0, 3), 0.0, -100),
    "negative target": (np.ones((2, 3)), _classes(0, -1), 0.0, -100),
    "smoothing of 1": (np.ones((1, 3)), _classes(0), 1.0, -100),
    "no rows": (np.ones((0, 3)), _classes(), 0.0, -100),
    "flat logits": (np.ones(3), _classes(0, 1, 2), 0.0, -100),
    "infinite logit": (_rows([0, -np.inf]), _classes(0), 0.0, -100),
    "targets as floats": (np.ones((2, 3)), np.ones(2), 0.0, -100),
    "lengths differ": (np.ones((2, 3)), _classes(0), 0.0, -100),
}


def run(sol, inp):
    logits, targets, smoothing, ignore_index = inp
    logits, targets = logits.copy(), targets.copy()
    returned = sol.cross_entropy(logits, targets, smoothing, ignore_index)
    return {"returned": returned, "logits after": logits, "targets after": targets}


def check(inp, out, expected):
    logits, targets, smoothing, ignore_index = inp
    if not _same(out["logits after"], logits):
        return "Your function changed logits. The caller still needs them: work on new arrays."
    if not _same(out["targets after"], targets):
        return "Your function changed targets. The caller still needs them: work on a copy."
    parts = out["returned"]
    if not isinstance(parts, (tuple, list)) or len(parts) != 2:
        return "Return two things: the loss and the gradient."
    counted = targets != ignore_index
    share = (2e-6 if logits.dtype == np.float32 else 1e-10) * max(1.0, float(np.abs(logits).max()))
    return (
        _shape_fault(logits, *parts)
        or _loss_fault(float(parts[0]), expected["returned"][0], share, counted)
        or _gradient_fault(parts[1], expected["returned"][1], share / max(int(counted.sum()), 1), counted)
    )


def _same(a, b):
    return isinstance(a, np.ndarray) and a.dtype == b.dtype and a.shape == b.shape and a.tolist() == b.tolist()


def _shape_fault(logits, loss, dlogits):
    if isinstance(loss, bool) or np.ndim(loss) != 0 or np.asarray(loss).dtype.kind not in "iuf":
        return "The loss must be one number, not an array or anything else."
    if not isinstance(dlogits, np.ndarray) or dlogits.shape != logits.shape:
        return f"dlogits must be an array of the shape of logits, {logits.shape}."
    if dlogits.dtype != logits.dtype:
        return f"dlogits has dtype {dlogits.dtype}, but logits has {logits.dtype}: stay in the dtype of the logits."
    return None


def _loss_fault(got, wanted, room, counted):
    if not np.isfinite(got):
        return (
            f"The loss is {got}. Subtract each row's maximum before exp, never take the log of a probability, "
            "and mind the case in which no row counts."
        )
    if abs(got - wanted) <= room:
        return None
    rows = f"the mean over the {int(counted.sum())} of {len(counted)} rows that count"
    return f"The loss should be {wanted:.9g}, {rows}; yours is {got:.9g}."


def _gradient_fault(got, wanted, room, counted):
    if not np.isfinite(got).all():
        return "dlogits holds NaN or infinity: mind large logits, and the case in which no row counts."
    gaps = np.abs(got.astype(float) - wanted)
    if not gaps.max() > room:
        return None
    i, j = (int(x) for x in np.unravel_index(np.argmax(gaps), gaps.shape))
    if not counted[i]:
        return f"Row {i} does not count, so its gradient is zero; dlogits[{i}, {j}] is {got[i, j]:.9g}."
    pair = f"dlogits[{i}, {j}] should be {wanted[i, j]:.9g}; yours is {got[i, j]:.9g}"
    return f"{pair}. The loss agrees: its gradient is softmax minus the smoothed target, divided as the mean is."


def _observed(inp, loss, dlogits):
    logits, targets, _, _ = inp
    returned = float(loss), dlogits.astype(logits.dtype)
    return {"returned": returned, "logits after": logits, "targets after": targets}


def oracle(inp):
    logits, targets, smoothing, ignore_index = inp
    counted = (targets != ignore_index).astype(float)
    wanted = (1 - smoothing) * (targets[:, None] == np.arange(logits.shape[1])) + smoothing / logits.shape[1]

    def loss(z):
        rows = logsumexp(z, axis=1) - anp.sum(wanted * z, axis=1)
        return anp.sum(rows * counted) / max(counted.sum(), 1.0)

    wide = logits.astype(float)
    return _observed(inp, loss(wide), grad(loss)(wide))


STEP = Decimal("1e-20")


def oracle2(inp):
    logits, targets, smoothing, ignore_index = inp
    gradient = np.zeros(logits.shape)
    with localcontext(prec=60):
        rows = [[Decimal(z) for z in row] for row in logits.tolist()]
        counted = [i for i, t in enumerate(targets.tolist()) if t != ignore_index]
        total = Decimal(0)
        for i in counted:
            t = int(targets[i])
            total += _row_loss(rows[i], t, Decimal(smoothing))
            for j in range(len(rows[i])):
                moved = [[z + side * STEP * (c == j) for c, z in enumerate(rows[i])] for side in (1, -1)]
                up, down = (_row_loss(row, t, Decimal(smoothing)) for row in moved)
                gradient[i, j] = (up - down) / (2 * STEP) / len(counted)
        return _observed(inp, total / max(len(counted), 1), gradient)


def _row_loss(row, target, smoothing):
    weights = [z.exp() for z in row]
    wanted = [smoothing / len(row) + (1 - smoothing) * (j == target) for j in range(len(row))]
    return -sum(q * (w / sum(weights)).ln() for q, w in zip(wanted, weights))
