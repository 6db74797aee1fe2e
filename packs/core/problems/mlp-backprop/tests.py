"""Cases for mlp-backprop: the gradients at the start, then training in rounds.

The oracle differentiates with autograd. oracle2 runs the definition in plain loops over complex numbers: the
derivative is the imaginary part of L(theta + ih) / h, and no gradient formula is needed.
"""

import math
import random

import autograd.numpy as anp
import numpy as np
from autograd import value_and_grad

RTOL, ATOL = 1e-9, 1e-9

NAMES = ("W1", "b1", "W2", "b2")


def _noise(rng, *shape, dtype="f8"):
    """Three-digit numbers from random.Random, whose stream does not change between versions."""
    return np.array([round(rng.uniform(-1.5, 1.5), 3) for _ in range(math.prod(shape))], dtype=dtype).reshape(shape)


def _case(seed, n, d, h, c, lr=0.1, rounds=(2,), dtype="f8"):
    rng = random.Random(seed)
    shapes = (n, d), (n, c), (d, h), (h,), (h, c), (c,)
    X, Y, *params = (_noise(rng, *shape, dtype=dtype) for shape in shapes)
    return X, Y, tuple(params), lr, list(rounds)


def _array(*rows):
    return np.array(rows, dtype=float)


XOR = (
    _array([0, 0], [0, 1], [1, 0], [1, 1]),
    _array([0], [1], [1], [0]),
    (_array([0.8, -0.7, 0.3], [0.9, 0.6, -0.5]), _array(-0.1, 0.2, 0.3), _array([0.7], [0.6], [-0.4]), _array(0.1)),
)
KINK = (
    _array([1, -1], [2, 0.5], [-1, 1]),
    _array([1], [0], [2]),
    (_array([1, 0.5], [1, -1]), _array(0, 0.5), _array([1], [-2]), _array(0.25)),
)

CASES = {
    "one row": (
        "the chain rule on a single row; one of two hidden units is off",
        (
            _array([1, 2]),
            _array([1]),
            (_array([1, -1], [0.5, 0]), _array(0, 0.5), _array([2], [3]), _array(-1)),
            0.125,
            [1],
        ),
    ),
    "three rows": ("the loss is a mean over the rows, and so is every gradient", _case(1, 3, 2, 3, 1)),
    "learns xor": ("four rows that no linear model fits; the loss falls near 0", (*XOR, 0.5, [40, 160])),
    "no steps": ("steps = 0: the parameters as given, and one loss", _case(2, 2, 2, 2, 1, rounds=[0])),
    "one step": (
        "all four gradients belong to the same point: none may use an updated W2",
        _case(3, 4, 2, 3, 2, 0.5, [1]),
    ),
    "rounds": ("training in rounds arrives where one long run does", _case(4, 3, 2, 2, 1, 0.1, [2, 0, 3])),
    "several outputs": (
        "the mean runs over rows, not over outputs",
        _case(5, 3, 2, 4, 3, 0.1, [1]),
    ),
    "all sizes differ": ("n, d, h and c all differ: a missing transpose shows", _case(6, 5, 4, 2, 3, 0.05, [2])),
    "square": ("n = d = h = c: every shape fits, only the right product is right", _case(7, 3, 3, 3, 3, 0.1, [2])),
    "one of everything": (
        "sizes of 1 broadcast silently; the shapes must still be right",
        _case(8, 1, 1, 1, 1, 0.1, [1]),
    ),
    "one hidden unit": ("db1 has shape (1,), not (1, 1) and not ()", _case(9, 4, 3, 1, 2, 0.1, [1])),
    "exactly at the kink": (
        "a hidden unit at exactly 0 passes no gradient",
        (*KINK, 0.125, [1]),
    ),
    "all units off": (
        "no hidden unit is on: only b2 gets a gradient, and W1 never moves",
        (
            _array([1, 2], [2, 1]),
            _array([3], [1]),
            (_array([-1, -2], [-1, 0]), _array(-1, -1), _array([1], [2]), _array(0.5)),
            0.5,
            [2],
        ),
    ),
    "equal units": (
        "two units with equal weights stay equal for ever",
        (
            XOR[0],
            XOR[1],
            (_array([0.5, 0.5], [0.25, 0.25]), _array(0, 0), _array([0.5], [0.5]), _array(0)),
            0.25,
            [4],
        ),
    ),
    "climbs when lr is large": (
        "lr too large: the losses grow, and are reported as they are",
        _case(10, 4, 3, 4, 1, 0.9, [4]),
    ),
    "float32": ("float32 in, float32 out, for gradients and parameters", _case(11, 3, 2, 3, 2, 0.1, [2], "f4")),
    "float32, no steps": (
        "the parameters that come back have the dtype that went in",
        _case(12, 2, 1, 2, 1, 0.1, [0], "f4"),
    ),
}

LADDER = [500, 1000, 2000]


def big(n):
    X = np.sin(np.arange(8.0 * n)).reshape(n, 8)
    params = (
        np.cos(np.arange(128.0)).reshape(8, 16),
        np.zeros(16),
        np.sin(np.arange(16.0)).reshape(16, 1),
        np.zeros(1),
    )
    return X, X[:, :1] * X[:, 1:2], params, 0.01, [1]


def gen(rng, size):
    n, d, h, c = (rng.randint(1, 2 + size // 3) for _ in range(4))
    rounds = [rng.randint(0, 2) for _ in range(rng.randint(1, 2))]
    return _case(rng.randrange(10**6), n, d, h, c, round(rng.uniform(0.01, 0.2), 3), rounds)


def valid(inp):
    X, Y, params, lr, rounds = inp
    assert isinstance(params, tuple) and len(params) == 4, "params is the tuple (W1, b1, W2, b2)"
    for name, array in zip(("X", "Y", *NAMES), (X, Y, *params)):
        assert isinstance(array, np.ndarray) and array.size, f"{name} is an array, not empty"
        assert array.ndim == (1 if name in ("b1", "b2") else 2), f"{name} has the wrong number of axes"
        assert array.dtype in (np.float32, np.float64) and array.dtype == X.dtype, "all arrays have one float dtype"
        assert np.isfinite(array).all() and np.abs(array).max() <= 100, f"{name} is finite, none beyond 100"
    W1, b1, W2, b2 = params
    assert len(X) == len(Y), "X and Y have the same number of rows"
    assert W1.shape == (X.shape[1], len(b1)), "W1 has shape (d, h)"
    assert W2.shape == (len(b1), len(b2)), "W2 has shape (h, c)"
    assert Y.shape[1] == len(b2), "Y has shape (n, c)"
    assert isinstance(lr, float) and 0 < lr <= 1, "lr is a float, above 0 and at most 1"
    assert isinstance(rounds, list) and rounds, "the rounds are a list of numbers of steps"
    assert all(type(s) is int and 0 <= s <= 200 for s in rounds) and sum(rounds) <= 400, "0 to 200 steps a round"


_ONE = _array([1])

INVALID = {
    "W1 turned round": (
        np.ones((2, 3)),
        np.ones((2, 1)),
        (np.ones((4, 3)), np.ones(4), np.ones((4, 1)), np.ones(1)),
        0.1,
        [1],
    ),
    "bias as a row": (_ONE, _ONE, (_ONE, _ONE, _ONE, np.ones(1)), 0.1, [1]),
    "no rows": (np.ones((0, 1)), np.ones((0, 1)), (_ONE, np.ones(1), _ONE, np.ones(1)), 0.1, [1]),
    "lr zero": (_ONE, _ONE, (_ONE, np.ones(1), _ONE, np.ones(1)), 0.0, [1]),
    "steps below zero": (_ONE, _ONE, (_ONE, np.ones(1), _ONE, np.ones(1)), 0.1, [-1]),
    "dtypes differ": (_ONE, _ONE, (_ONE.astype("f4"), np.ones(1), _ONE, np.ones(1)), 0.1, [1]),
    "rows differ": (np.ones((2, 1)), _ONE, (_ONE, np.ones(1), _ONE, np.ones(1)), 0.1, [1]),
}


def run(sol, inp):
    X, Y, params, lr, rounds = inp
    X, Y, params = X.copy(), Y.copy(), tuple(p.copy() for p in params)
    loss, grads = sol.gradients(X, Y, params)
    reached, trained = params, []
    for steps in rounds:
        reached, losses = sol.train(X, Y, reached, lr, steps)
        trained.append((tuple(p.copy() if isinstance(p, np.ndarray) else p for p in reached), losses))
    return {"loss": loss, "grads": grads, "rounds": trained, "inputs after": (X, Y, *params)}


def check(inp, out, expected):
    X, Y, params, lr, rounds = inp
    for name, before, after in zip(("X", "Y", *NAMES), (X, Y, *params), out["inputs after"]):
        if after.dtype != before.dtype or after.tolist() != before.tolist():
            return f"Your code changed the caller's {name}. Build new arrays: p - lr * g, not p -= lr * g."
    single = X.dtype == np.float32
    return _gradient_fault(out, expected, X.dtype, 1e-5 if single else 1e-9) or _training_fault(
        out["rounds"], expected["rounds"], X.dtype, 1e-3 if single else 1e-6
    )


def _gradient_fault(out, expected, dtype, share):
    loss, grads = out["loss"], out["grads"]
    if not _is_number(loss):
        return "The loss that gradients returns must be one number."
    if not abs(float(loss) - expected["loss"]) <= share * max(1, abs(expected["loss"])):
        return f"The loss is {float(loss):.9g}; {expected['loss']:.9g} is right: half the squared distance, mean over rows."
    if not isinstance(grads, (tuple, list)) or len(grads) != 4:
        return "gradients returns the loss and four arrays: dW1, db1, dW2, db2."
    for name, got, wanted in zip(NAMES, grads, expected["grads"]):
        fault = _fault(f"d{name}", got, wanted, dtype, share)
        if fault:
            return fault
    return None


def _training_fault(got, wanted, dtype, share):
    for number, ((params, losses), (right, history)) in enumerate(zip(got, wanted), start=1):
        where = f"Round {number} of train, {len(history) - 1} steps: "
        if not isinstance(losses, (list, tuple)) or not all(_is_number(x) for x in losses):
            return where + "losses must be a list of numbers."
        if len(losses) != len(history):
            return (
                where + f"{len(losses)} losses; wanted {len(history)}, one before the first step and one after each."
            )
        room = share * max(1, max(history))
        for step, (a, b) in enumerate(zip(losses, history)):
            if not abs(float(a) - b) <= room:
                return where + f"losses[{step}] should be {b:.9g}; it is {float(a):.9g}."
        if not isinstance(params, (tuple, list)) or len(params) != 4:
            return where + "params must be the tuple (W1, b1, W2, b2)."
        for name, a, b in zip(NAMES, params, right):
            fault = _fault(name, a, b, dtype, share)
            if fault:
                return where + fault
    return None


def _is_number(value):
    return not isinstance(value, bool) and np.ndim(value) == 0 and np.asarray(value).dtype.kind in "iuf"


def _fault(name, got, wanted, dtype, share):
    if not isinstance(got, np.ndarray) or got.shape != wanted.shape:
        return f"{name} must be an array of shape {wanted.shape}, that of its parameter."
    if got.dtype != dtype:
        return f"{name} has dtype {got.dtype}, but the inputs have {dtype}."
    gaps = np.abs(got.astype(float) - wanted)
    if (gaps <= share * max(1, np.abs(wanted).max())).all():
        return None
    at = tuple(int(i) for i in np.unravel_index(np.argmax(np.where(np.isfinite(gaps), gaps, np.inf)), gaps.shape))
    return f"{name}{list(at)} should be {wanted[at]:.9g}; it is {got[at]:.9g}."


def _observed(inp, evaluate):
    """evaluate(params in float64) -> (loss, four gradients)."""
    X, Y, params, lr, rounds = inp
    reached = [p.astype(float) for p in params]
    loss, grads = evaluate(reached)
    first, trained, losses = (loss, grads), [], [loss]
    for steps in rounds:
        for _ in range(steps):
            reached = [p - lr * g for p, g in zip(reached, grads)]
            loss, grads = evaluate(reached)
            losses.append(loss)
        trained.append((tuple(p.astype(X.dtype) for p in reached), losses))
        losses = [loss]
    narrow = tuple(g.astype(X.dtype) for g in first[1])
    return {"loss": first[0], "grads": narrow, "rounds": trained, "inputs after": (X, Y, *params)}


def oracle(inp):
    X, Y = inp[0].astype(float), inp[1].astype(float)

    def loss(params):
        W1, b1, W2, b2 = params
        Z = anp.dot(X, W1) + b1
        out = anp.dot(anp.where(Z > 0, Z, 0.0), W2) + b2
        return anp.mean(anp.sum((out - Y) ** 2, axis=1)) / 2

    def evaluate(params):
        value, grads = value_and_grad(loss)(params)
        return float(value), grads

    return _observed(inp, evaluate)


def oracle2(inp):
    X, Y = inp[0].tolist(), inp[1].tolist()

    def evaluate(params):
        W1, b1, W2, b2 = params
        wide = [p.astype(complex) for p in params]
        value = _loss(X, Y, *(p.tolist() for p in wide)).real
        grads = [np.zeros(p.shape) for p in params]
        for p, g in zip(wide, grads):
            for at in np.ndindex(p.shape):
                p[at] += 1e-30j
                g[at] = _loss(X, Y, *(q.tolist() for q in wide)).imag / 1e-30
                p[at] = p[at].real
        return value, grads

    return _observed(inp, evaluate)


def _loss(X, Y, W1, b1, W2, b2):
    total = 0
    for x, y in zip(X, Y):
        z = [b1[j] + sum(x[k] * W1[k][j] for k in range(len(x))) for j in range(len(b1))]
        a = [v if v.real > 0 else 0 for v in z]
        for m, target in enumerate(y):
            o = b2[m] + sum(a[j] * W2[j][m] for j in range(len(a)))
            total += (o - target) ** 2
    return total / (2 * len(X))
