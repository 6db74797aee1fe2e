"""Cases for rnn-bptt.

The oracle differentiates the unrolled network with autograd; where a block begins, the state is taken out of the
graph. oracle2 runs plain loops over complex numbers: the derivative is the imaginary part of L(theta + ih) / h,
and where a block begins, the imaginary part of the state is dropped. Neither knows a formula for a gradient.
"""

import cmath
import math
import random

import autograd.numpy as anp
import numpy as np
from autograd import value_and_grad
from autograd.tracer import getval

RTOL, ATOL = 1e-9, 1e-9

NAMES = ("Wx", "Wh", "b", "Wy", "c")


def _noise(rng, *shape, dtype="f8", size=1.2):
    """Three-digit numbers from random.Random, whose stream does not change between versions."""
    return np.array([round(rng.uniform(-size, size), 3) for _ in range(math.prod(shape))], dtype=dtype).reshape(shape)


def _case(seed, T, d, h, k, window=None, max_norm=0.5, dtype="f8", size=1.2):
    rng = random.Random(seed)
    shapes = (T, d), (T, k), (h,), (d, h), (h, h), (h,), (h, k), (k,)
    X, Y, h0, *params = (_noise(rng, *shape, dtype=dtype, size=size) for shape in shapes)
    return X, Y, h0, tuple(params), window, max_norm


def _array(*rows):
    return np.array(rows, dtype=float)


def _far_target(seed, T):
    """Only the last target is missed by far: what reaches the first steps has come all the way."""
    X, Y, h0, params, window, max_norm = _case(seed, T, 1, 2, 1)
    return X, np.append(np.zeros((T - 1, 1)), [[50.0]], axis=0), h0, params, window, max_norm


CASES = {
    "two steps": ("the smallest sequence with a past", _case(1, 2, 1, 2, 1)),
    "truncated": (
        "blocks of two: the state is handed on, the gradient is not",
        _case(2, 4, 2, 2, 1, 2),
    ),
    "clipped": ("a norm above max_norm: all arrays shrink by one factor", _case(3, 3, 2, 3, 2, max_norm=0.1)),
    "one step": ("T = 1: an ordinary network with one hidden layer, and h0 as a second input", _case(4, 1, 2, 3, 1)),
    "one of everything": ("sizes of 1: the shapes must still be right", _case(5, 1, 1, 1, 1)),
    "all sizes differ": ("T, d, h and k all differ: a missing transpose shows", _case(6, 5, 2, 4, 3)),
    "square": ("T = d = h = k: every shape fits, only the right product is right", _case(7, 3, 3, 3, 3)),
    "far target": ("the loss sits at the last step, and its gradient must reach the first", _far_target(8, 6)),
    "start that matters": (
        "h0 is a state like the others: Wh meets it at step 0, and it has a gradient",
        (*_case(9, 3, 1, 2, 1)[:2], _array(0.9, -0.8), *_case(9, 3, 1, 2, 1)[3:]),
    ),
    "several outputs": ("the loss divides by the steps, not by the outputs", _case(10, 3, 1, 2, 3)),
    "long": ("a dozen steps, no truncation", _case(11, 12, 2, 3, 1)),
    "window one": ("every step alone: the only way into the past is cut each time", _case(12, 4, 1, 2, 1, 1)),
    "window three of seven": (
        "blocks 0-2, 3-5 and 6: they are counted from the first step, and the last is shorter",
        _case(13, 7, 1, 2, 1, 3),
    ),
    "window divides": ("two full blocks of three", _case(14, 6, 2, 2, 1, 3)),
    "window beyond the end": ("a window longer than the sequence cuts nothing", _case(15, 3, 1, 2, 1, 8)),
    "window as long as the sequence": ("one block: h0 keeps its gradient", _case(16, 3, 1, 2, 1, 3)),
    "saturated": (
        "units at +-1: tanh is flat there and lets nearly nothing through",
        (
            _array([300], [-300], [0.5]),
            _array([1], [0], [1]),
            _array(0, 0),
            (_array([1, -1]), _array([0.5, 0.1], [-0.2, 1]), _array(0, 0.1), _array([1], [2]), _array(0)),
            None,
            1.0,
        ),
    ),
    "exploding": (
        "large recurrent weights: the gradient grows on its way back",
        (
            np.zeros((5, 1)),
            _array([0], [0], [0], [0], [-5]),
            np.zeros(2),
            (_array([1, 1]), _array([3, 1], [0, 2.5]), np.zeros(2), _array([1], [1]), np.zeros(1)),
            None,
            1.0,
        ),
    ),
    "norm within": ("a norm at most max_norm: nothing is scaled, up or down", _case(17, 2, 1, 2, 1, max_norm=1000.0)),
    "nothing to learn": (
        "all gradients zero: the norm is 0, and nothing is divided by it",
        (
            np.zeros((2, 1)),
            np.zeros((2, 1)),
            np.zeros(2),
            (_array([1, 2]), np.eye(2), np.zeros(2), _array([1], [-1]), np.zeros(1)),
            None,
            0.5,
        ),
    ),
    "float32": ("float32 in, float32 out, clipped ones too", _case(18, 4, 2, 3, 2, 2, 0.1, "f4")),
    "float32, not clipped": ("the state of each step has the dtype of h0", _case(19, 3, 2, 2, 1, None, 100.0, "f4")),
}

LADDER = [100, 200, 400]


def big(n):
    steps = np.arange(n, dtype=float)[:, None]
    params = np.ones((1, 3)), np.eye(3) / 2, np.zeros(3), np.ones((3, 1)), np.zeros(1)
    return np.sin(steps), np.cos(steps), np.zeros(3), params, None, 1.0


def gen(rng, size):
    T = rng.randint(1, 2 + size)
    d, h, k = (rng.randint(1, 1 + size // 3) for _ in range(3))
    window = rng.choice([None, rng.randint(1, T + 1)])
    return _case(rng.randrange(10**6), T, d, h, k, window, round(rng.uniform(0.05, 3), 2))


def valid(inp):
    X, Y, h0, params, window, max_norm = inp
    assert isinstance(params, tuple) and len(params) == 5, "params is the tuple (Wx, Wh, b, Wy, c)"
    for name, array in zip(("X", "Y", "h0", *NAMES), (X, Y, h0, *params)):
        assert isinstance(array, np.ndarray) and array.size, f"{name} is an array, not empty"
        assert array.ndim == (1 if name in ("h0", "b", "c") else 2), f"{name} has the wrong number of axes"
        assert array.dtype in (np.float32, np.float64) and array.dtype == X.dtype, "all arrays have one float dtype"
        assert np.isfinite(array).all() and np.abs(array).max() <= 1000, f"{name} is finite, none beyond 1000"
    Wx, Wh, b, Wy, c = params
    h = len(h0)
    assert len(X) == len(Y), "X and Y have the same number of steps"
    assert Wx.shape == (X.shape[1], h) and Wh.shape == (h, h) and b.shape == (h,), "Wx (d, h), Wh (h, h), b (h,)"
    assert Wy.shape == (h, Y.shape[1]) and c.shape == Y.shape[1:], "Wy has shape (h, k), c (k,)"
    assert window is None or (type(window) is int and window >= 1), "window is None or an int of at least 1"
    assert isinstance(max_norm, float) and 0 < max_norm < math.inf, "max_norm is a float above 0"


def _with(position, value):
    return tuple(value if i == position else part for i, part in enumerate(_case(1, 2, 1, 2, 1)))


INVALID = {
    "window zero": _with(4, 0),
    "max_norm zero": _with(5, 0.0),
    "steps differ": _with(1, np.ones((3, 1))),
    "h0 as a row": _with(2, np.ones((1, 2))),
    "no steps": (np.ones((0, 1)), np.ones((0, 1)), *_case(1, 2, 1, 2, 1)[2:]),
    "not finite": _with(0, _array([1], [np.inf])),
    "a parameter too few": _with(3, _case(1, 2, 1, 2, 1)[3][:4]),
    "dtypes differ": _with(2, np.ones(2, "f4")),
}


def run(sol, inp):
    X, Y, h0, params, window, max_norm = inp
    X, Y, h0, params = X.copy(), Y.copy(), h0.copy(), tuple(p.copy() for p in params)
    loss, grads, dh0, dH = sol.bptt(X, Y, h0, params, window)
    given = tuple(g.copy() for g in grads)
    clipped, norm = sol.clip(given, max_norm)
    return {
        "loss": loss,
        "grads": grads,
        "dh0": dh0,
        "dH": dH,
        "clipped": clipped,
        "norm": norm,
        "clip was given": given,
        "inputs after": (X, Y, h0, *params),
    }


def check(inp, out, expected):
    X, Y, h0, params, window, max_norm = inp
    for name, before, after in zip(("X", "Y", "h0", *NAMES), (X, Y, h0, *params), out["inputs after"]):
        if after.dtype != before.dtype or after.tolist() != before.tolist():
            return f"Your code changed the caller's {name}. Work on new arrays."
    share = 1e-4 if X.dtype == np.float32 else 1e-9
    return _backward_fault(out, expected, share) or _clip_fault(out, expected, share)


MEANING = {
    "dH": "two gradients meet in a hidden state, that of its own output and that of the next step",
    "dh0": "it is what comes back to the state before the first step",
    "dWx": "it collects x_t times the gradient inside tanh, over all steps",
    "dWh": "it collects h_{t-1}, the state before the step, times the gradient inside tanh",
    "db": "it collects the gradient inside tanh, over all steps",
    "dWy": "it collects h_t times the gradient of o_t, over all steps",
    "dc": "it collects the gradient of o_t, over all steps",
}


def _backward_fault(out, expected, share):
    fault = _number_fault("loss", out["loss"], expected["loss"], share)
    if fault:
        return fault + " It is half the squared distance, averaged over the steps."
    if not isinstance(out["grads"], (tuple, list)) or len(out["grads"]) != 5:
        return "grads must be five arrays: those of Wx, Wh, b, Wy, c."
    named = ("dH", out["dH"], expected["dH"]), ("dh0", out["dh0"], expected["dh0"])
    pairs = ((f"d{name}", got, right) for name, got, right in zip(NAMES, out["grads"], expected["grads"]))
    faults = (_fault(name, got, right, share, MEANING[name]) for name, got, right in (*named, *pairs))
    return next((fault for fault in faults if fault), None)


def _clip_fault(out, expected, share):
    for name, before, after in zip(NAMES, out["grads"], out["clip was given"]):
        if before.tolist() != after.tolist():
            return f"clip changed d{name} in place. Return new arrays."
    fault = _number_fault("norm", out["norm"], expected["norm"], share)
    if fault:
        return fault + " It is one norm for all entries of all arrays, before clipping."
    if not isinstance(out["clipped"], (tuple, list)) or len(out["clipped"]) != 5:
        return "clip returns as many arrays as it was given."
    meaning = "one factor for all arrays, and none if the norm is at most max_norm"
    faults = (
        _fault(f"clipped d{name}", got, right, share, meaning)
        for name, got, right in zip(NAMES, out["clipped"], expected["clipped"])
    )
    return next((fault for fault in faults if fault), None)


def _number_fault(name, got, wanted, share):
    if isinstance(got, bool) or np.ndim(got) != 0 or np.asarray(got).dtype.kind not in "iuf":
        return f"{name} must be one number."
    if abs(float(got) - wanted) <= share * max(1, abs(wanted)):
        return None
    return f"{name} should be {wanted:.9g}; it is {float(got):.9g}."


def _fault(name, got, wanted, share, meaning):
    if not isinstance(got, np.ndarray) or got.shape != wanted.shape:
        return f"{name} must be an array of shape {wanted.shape}."
    if got.dtype != wanted.dtype:
        return f"{name} has dtype {got.dtype}, but the inputs have {wanted.dtype}."
    gaps = np.abs(got.astype(float) - wanted)
    if (gaps <= share * max(1, np.abs(wanted).max())).all():
        return None
    at = tuple(int(i) for i in np.unravel_index(np.argmax(np.where(np.isfinite(gaps), gaps, np.inf)), gaps.shape))
    return f"{name}{list(at)} should be {wanted[at]:.9g}; it is {got[at]:.9g}. Remember: {meaning}."


def _observed(inp, loss, grads, dh0, dH):
    X, Y, h0, params, window, max_norm = inp
    norm = math.hypot(*(x for g in grads for x in np.ravel(g).tolist()))
    clipped = [g * (max_norm / norm) if norm > max_norm else g for g in grads]
    given = tuple(g.astype(X.dtype) for g in grads)
    return {
        "loss": float(loss),
        "grads": given,
        "dh0": dh0.astype(X.dtype),
        "dH": dH.astype(X.dtype),
        "clipped": tuple(g.astype(X.dtype) for g in clipped),
        "norm": norm,
        "clip was given": given,
        "inputs after": (X, Y, h0, *params),
    }


def oracle(inp):
    X, Y, h0, params, window, _ = inp
    X, Y = X.astype(float), Y.astype(float)

    def loss(variables):
        *params, h, nudges = variables
        Wx, Wh, b, Wy, c = params
        total = 0.0
        for t in range(len(X)):
            if window and t > 0 and t % window == 0:
                h = getval(h)
            h = anp.tanh(anp.dot(X[t], Wx) + anp.dot(h, Wh) + b) + nudges[t]
            total = total + anp.sum((anp.dot(h, Wy) + c - Y[t]) ** 2)
        return total / (2 * len(X))

    variables = [*(p.astype(float) for p in params), h0.astype(float), np.zeros((len(X), len(h0)))]
    value, gradients = value_and_grad(loss)(variables)
    return _observed(inp, value, gradients[:5], gradients[5], gradients[6])


def oracle2(inp):
    X, Y, h0, params, window, _ = inp
    arrays = [a.astype(complex) for a in (*params, h0, np.zeros((len(X), len(h0))))]
    steps = list(zip(X.tolist(), Y.tolist()))
    gradients = [np.zeros(a.shape) for a in arrays]
    for array, gradient in zip(arrays, gradients):
        for at in np.ndindex(array.shape):
            array[at] += 1e-30j
            gradient[at] = _loss(steps, window, *(a.tolist() for a in arrays)).imag / 1e-30
            array[at] = array[at].real
    value = _loss(steps, window, *(a.tolist() for a in arrays)).real
    return _observed(inp, value, gradients[:5], gradients[5], gradients[6])


def _loss(steps, window, Wx, Wh, b, Wy, c, h, nudges):
    total, units = 0, range(len(h))
    for t, (x, y) in enumerate(steps):
        if window and t > 0 and t % window == 0:
            h = [complex(v.real) for v in h]
        inside = [
            b[j] + sum(x[i] * Wx[i][j] for i in range(len(x))) + sum(h[i] * Wh[i][j] for i in units) for j in units
        ]
        h = [cmath.tanh(z) + nudge for z, nudge in zip(inside, nudges[t])]
        answers = [c[m] + sum(h[j] * Wy[j][m] for j in units) for m in range(len(c))]
        total += sum((o - target) ** 2 for o, target in zip(answers, y))
    return total / (2 * len(steps))
