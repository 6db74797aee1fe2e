"""Cases for lstm-cell: the backward pass of the first step, and the states over the whole sequence.

The oracle differentiates with autograd. oracle2 runs plain loops over complex numbers: the derivative of a real
function is the imaginary part of f(x + ih) / h, and no formula for a gradient is needed.
"""

import cmath
import math
import random

import autograd.numpy as anp
import numpy as np
from autograd import grad
from autograd.scipy.special import expit

RTOL, ATOL = 1e-9, 1e-9

INPUTS = ("X", "h", "c", "Wx", "Wh", "b", "dh_new", "dc_new")
RESULTS = ("dx", "dh", "dc", "dWx", "dWh", "db")


def _noise(rng, *shape, dtype="f8", size=1.2):
    """Three-digit numbers from random.Random, whose stream does not change between versions."""
    return np.array([round(rng.uniform(-size, size), 3) for _ in range(math.prod(shape))], dtype=dtype).reshape(shape)


def _case(seed, T, n, d, m, dtype="f8", size=1.2, bias=None):
    """bias: what stands in the four blocks of b, or None for noise."""
    rng = random.Random(seed)
    shapes = (T, n, d), (n, m), (n, m), (d, 4 * m), (m, 4 * m), (4 * m,), (n, m), (n, m)
    X, h, c, Wx, Wh, b, dh, dc = (_noise(rng, *shape, dtype=dtype, size=size) for shape in shapes)
    if bias is not None:
        b = np.repeat(np.array(bias, dtype=dtype), m)
    return X, h, c, (Wx, Wh, b), dh, dc


def _array(*rows):
    return np.array(rows, dtype=float)


def _only(case, **parts):
    """`case` with some parts multiplied by 0."""
    names = "X", "h", "c", "params", "dh", "dc"
    return tuple(part * 0 if name in parts else part for name, part in zip(names, case))


CASES = {
    "one unit": (
        "one row, one unit: every arrow of the graph once",
        (
            _array([[0.5]]),
            _array([0.25]),
            _array([2]),
            (_array([1, 0.5, 2, -1]), _array([0.5, 1, -1, 2]), _array(0, 1, 0, 0.5)),
            _array([1]),
            _array([0.5]),
        ),
    ),
    "two steps": ("both states are handed on from step to step", _case(1, 2, 1, 2, 2)),
    "batch of three": (
        "rows are independent; the gradients of the parameters are summed over them",
        _case(2, 1, 3, 2, 2),
    ),
    "all sizes differ": ("T, n, d and m all differ", _case(3, 3, 2, 4, 3)),
    "square": ("n = d = m: every shape fits, only the right product is right", _case(4, 2, 2, 2, 2)),
    "one of everything": ("sizes of 1: the shapes must still be right", _case(5, 1, 1, 1, 1)),
    "long": ("eight steps: C holds the cell, H what the output gate lets out of it", _case(6, 8, 1, 1, 2)),
    "only dh": (
        "nothing comes from later steps: the cell gets its gradient from h alone, through o and tanh",
        _only(_case(7, 1, 2, 2, 2), dc=0),
    ),
    "only dc": (
        "nothing comes through h: the cell passes dc on, and the output gate gets nothing",
        _only(_case(8, 1, 2, 2, 2), dh=0),
    ),
    "empty memory": (
        "c = 0: the forget gate has nothing to forget, and no gradient",
        _only(_case(9, 2, 2, 1, 2), c=0),
    ),
    "no past output": ("h = 0: Wh has no gradient, but dh is not zero", _only(_case(10, 2, 2, 1, 2), h=0)),
    "four blocks apart": (
        "each block of the bias has a value of its own: another order of the gates shows at once",
        _case(11, 2, 1, 1, 2, size=0.3, bias=[-2, 1, 0.7, 3]),
    ),
    "kept": (
        "forget gate open, input gate shut: the cell is kept, and so is its gradient",
        _case(12, 4, 1, 1, 2, size=0.5, bias=[-30, 30, 0, 0]),
    ),
    "forgotten": (
        "forget gate shut: nothing of the old cell is left, and nothing goes back to it",
        _case(13, 2, 1, 1, 2, size=0.5, bias=[0, -30, 0, 0]),
    ),
    "overwritten": (
        "input gate open, forget gate shut: the cell is the candidate",
        _case(14, 2, 1, 1, 2, size=0.5, bias=[30, -30, 0, 0]),
    ),
    "counting": (
        "all gates open, candidate 1: the cell counts the steps; it is not bounded, h is",
        _case(15, 6, 1, 1, 1, size=0.2, bias=[30, 30, 30, 30]),
    ),
    "saturated": (
        "inputs of +-1000: gates fully open or shut, and no NaN from exp",
        (
            _array([[1000, -1000]], [[-1000, 500]]),
            _array([0.5, -0.5]),
            _array([1, -2]),
            (_array([1, -1, 0.5, 1, 1, 1, -1, 0.5], [1, 2, 3, -1, -1, 1, 1, -2]), np.ones((2, 8)), np.zeros(8)),
            _array([1, -1]),
            _array([0.5, 0.25]),
        ),
    ),
    "full cell": (
        "a cell of +-40: tanh is flat there, so h lets no gradient into it and only dc comes back",
        (*_case(16, 1, 1, 1, 2)[:2], _array([40, -40]), *_case(16, 1, 1, 1, 2, bias=[0, 5, 0, 0])[3:]),
    ),
    "float32": ("float32 in, float32 out, in all results", _case(17, 3, 2, 2, 2, "f4")),
    "float32, saturated": ("in float32 exp overflows at 88 already", _case(18, 2, 1, 2, 1, "f4", 300)),
}

LADDER = [50, 100, 200]


def big(n):
    X = np.sin(np.arange(2.0 * n)).reshape(n, 1, 2)
    params = np.cos(np.arange(16.0)).reshape(2, 8), np.sin(np.arange(16.0)).reshape(2, 8), np.zeros(8)
    return X, np.zeros((1, 2)), np.zeros((1, 2)), params, np.ones((1, 2)), np.zeros((1, 2))


def gen(rng, size):
    T, n, d, m = (rng.randint(1, 1 + size // 3) for _ in range(4))
    return _case(rng.randrange(10**6), T, n, d, m, size=rng.choice([0.5, 1.2, 3.0]))


def valid(inp):
    X, h, c, params, dh, dc = inp
    assert isinstance(params, tuple) and len(params) == 3, "params is the tuple (Wx, Wh, b)"
    axes = {"X": 3, "b": 1}
    for name, array in zip(INPUTS, (X, h, c, *params, dh, dc)):
        assert isinstance(array, np.ndarray) and array.size, f"{name} is an array, not empty"
        assert array.ndim == axes.get(name, 2), f"{name} has the wrong number of axes"
        assert array.dtype in (np.float32, np.float64) and array.dtype == X.dtype, "all arrays have one float dtype"
        assert np.isfinite(array).all() and np.abs(array).max() <= 1000, f"{name} is finite, none beyond 1000"
    Wx, Wh, b = params
    n, m = h.shape
    assert X.shape[1] == n, "X has a row for each row of h, at every step"
    assert c.shape == dh.shape == dc.shape == (n, m), "the states and their gradients have shape (n, m)"
    assert Wx.shape == (X.shape[2], 4 * m), "Wx has shape (d, 4m)"
    assert Wh.shape == (m, 4 * m) and b.shape == (4 * m,), "Wh has shape (m, 4m), b (4m,)"


def _with(position, value):
    return tuple(value if i == position else part for i, part in enumerate(_case(1, 2, 1, 2, 2)))


INVALID = {
    "three gates": _with(3, (np.ones((2, 6)), np.ones((2, 6)), np.ones(6))),
    "no steps": _with(0, np.ones((0, 1, 2))),
    "flat state": _with(1, np.ones(2)),
    "cell of another size": _with(2, np.ones((1, 3))),
    "two biases": _with(3, (*_case(1, 2, 1, 2, 2)[3], np.ones(8))),
    "not finite": _with(4, _array([np.nan, 0])),
    "dtypes differ": _with(1, np.ones((1, 2), "f4")),
}


def run(sol, inp):
    X, h, c, params, dh, dc = inp
    X, h, c, dh, dc = (a.copy() for a in (X, h, c, dh, dc))
    params = tuple(p.copy() for p in params)
    h_new, c_new, cache = sol.step(X[0], h, c, params)
    first = tuple(a.copy() if isinstance(a, np.ndarray) else a for a in (h_new, c_new))
    sol.step(X[0] * 0.5, h - 1, c + 1, params)  # another step, between forward and backward
    gradients = sol.step_backward(dh, dc, cache)
    states = sol.forward(X, h, c, params)
    return {"step": first, "gradients": gradients, "states": states, "inputs after": (X, h, c, *params, dh, dc)}


def check(inp, out, expected):
    X, h, c, params, dh, dc = inp
    for name, before, after in zip(INPUTS, (X, h, c, *params, dh, dc), out["inputs after"]):
        if after.dtype != before.dtype or after.tolist() != before.tolist():
            return f"Your code changed the caller's {name}. Work on new arrays."
    share = 1e-4 if X.dtype == np.float32 else 1e-9
    groups = ("step", ("c_new", "h_new")), ("states", ("C", "H")), ("gradients", RESULTS)
    for group, names in groups:
        got, wanted = out[group], expected[group]
        if not isinstance(got, (tuple, list)) or len(got) != len(wanted):
            return f"{'step_backward' if group == 'gradients' else 'forward'} returns {len(wanted)} arrays."
        if group != "gradients":
            got, wanted = got[::-1], wanted[::-1]
        for name, a, b in zip(names, got, wanted):
            fault = _fault(name, a, b, share)
            if fault:
                return fault
    return None


MEANING = {
    "c_new": "the cell is f times the old cell plus i times the candidate; the blocks come in the order i, f, g, o",
    "h_new": "the output gate lets tanh of the new cell out",
    "C": "C[t] is the cell after step t, from the states that step t - 1 has left",
    "H": "H[t] is the output after step t, from the states that step t - 1 has left",
    "dx": "it is the gradient of the four blocks before their activations, back through Wx",
    "dh": "it is the gradient of the four blocks before their activations, back through Wh",
    "dc": "the new cell gets a gradient from dc_new and from dh_new; the forget gate passes it to the old cell",
    "dWx": "it pairs x with the gradient of the four blocks, summed over the rows",
    "dWh": "it pairs the old h with the gradient of the four blocks, summed over the rows",
    "db": "it is the gradient of the four blocks, in their order, summed over the rows",
}


def _fault(name, got, wanted, share):
    if not isinstance(got, np.ndarray) or got.shape != wanted.shape:
        return f"{name} must be an array of shape {wanted.shape}."
    if got.dtype != wanted.dtype:
        return f"{name} has dtype {got.dtype}, but the inputs have {wanted.dtype}."
    gaps = np.abs(got.astype(float) - wanted)
    if (gaps <= share * max(1, np.abs(wanted).max())).all():
        return None
    at = tuple(int(i) for i in np.unravel_index(np.argmax(np.where(np.isfinite(gaps), gaps, np.inf)), gaps.shape))
    return f"{name}{list(at)} should be {wanted[at]:.9g}; it is {got[at]:.9g}. Remember: {MEANING[name]}."


def _observed(inp, step, gradients, states):
    X, h, c, params, dh, dc = inp
    step, gradients, states = (
        tuple(np.asarray(a).astype(X.dtype) for a in group) for group in (step, gradients, states)
    )
    return {"step": step, "gradients": gradients, "states": states, "inputs after": (X, h, c, *params, dh, dc)}


def oracle(inp):
    X, h, c, params, dh, dc = inp
    wide = [a.astype(float) for a in (X[0], h, c, *params)]
    m = h.shape[1]

    def step(x, h, c, Wx, Wh, b):
        z = anp.dot(x, Wx) + anp.dot(h, Wh) + b
        kept = expit(z[:, m : 2 * m]) * c + expit(z[:, :m]) * anp.tanh(z[:, 2 * m : 3 * m])
        return expit(z[:, 3 * m :]) * anp.tanh(kept), kept

    def loss(arrays):
        out, kept = step(*arrays)
        return anp.sum(out * dh.astype(float)) + anp.sum(kept * dc.astype(float))

    H, C, state = [], [], (wide[1], wide[2])
    for x in X.astype(float):
        state = step(x, *state, *wide[3:])
        H.append(state[0])
        C.append(state[1])
    return _observed(inp, step(*wide), grad(loss)(wide), (H, C))


def oracle2(inp):
    X, h, c, params, dh, dc = inp
    arrays = [a.astype(complex) for a in (X[0], h, c, *params)]
    gradients = [np.zeros(a.shape) for a in arrays]
    for array, gradient in zip(arrays, gradients):
        for at in np.ndindex(array.shape):
            array[at] += 1e-30j
            out, kept = _step(*arrays)
            gradient[at] = ((np.imag(out) * dh).sum() + (np.imag(kept) * dc).sum()) / 1e-30
            array[at] = array[at].real
    H, C, state = [], [], (arrays[1], arrays[2])
    for x in X.astype(complex):
        state = _step(x, *state, *arrays[3:])
        H.append(np.real(state[0]))
        C.append(np.real(state[1]))
    return _observed(inp, (H[0], C[0]), gradients, (H, C))


def _step(x, h, c, Wx, Wh, b):
    out, kept = np.empty(h.shape, complex), np.empty(h.shape, complex)
    m = h.shape[1]
    for row, unit in np.ndindex(*h.shape):
        z = [
            b[k] + sum(v * w for v, w in zip(x[row], Wx[:, k])) + sum(v * w for v, w in zip(h[row], Wh[:, k]))
            for k in (unit, m + unit, 2 * m + unit, 3 * m + unit)
        ]
        kept[row, unit] = _logistic(z[1]) * c[row, unit] + _logistic(z[0]) * cmath.tanh(z[2])
        out[row, unit] = _logistic(z[3]) * cmath.tanh(complex(kept[row, unit]))
    return out, kept


def _logistic(z):
    return 1 / (1 + cmath.exp(-z)) if z.real > 0 else cmath.exp(z) / (1 + cmath.exp(z))
