"""Cases for activations-backward.

The oracle differentiates with autograd. oracle2 goes entry by entry over complex numbers: the derivative of a
real function is the imaginary part of f(x + ih) / h, with nothing that cancels.
"""

import cmath
import math
import random

import autograd.numpy as anp
import autograd.scipy.special as asp
import numpy as np
from autograd import elementwise_grad
from scipy import special

RTOL, ATOL = 1e-9, 1e-9

NAMES = ["relu", "leaky_relu", "tanh", "sigmoid", "silu", "softplus", "gelu", "gelu_tanh"]


def _noise(seed, *shape, dtype="f8", size=3.0):
    """Three-digit numbers from random.Random, whose stream does not change between versions."""
    rng = random.Random(seed)
    return np.array([round(rng.uniform(-size, size), 3) for _ in range(math.prod(shape))], dtype=dtype).reshape(shape)


def _row(*entries, dtype="f8"):
    return np.array(entries, dtype=dtype)


EDGES = _row(-1000, -100, -30, 30, 100, 1000)
MIDDLE = _row(-2.5, -1, -0.3, 0.2, 0.9, 2)
WEIGHTS = _row(1, -0.5, 2, 0.25, -1, 3)

CASES = {
    "relu and leaky relu": (
        "the slope is 1 on the right; on the left, and at the kink, it is 0 or 0.01",
        (["relu", "leaky_relu"], _row(-2, -0.5, 0, 0.5, 3), _row(1, 1, 1, 1, -2)),
    ),
    "the smooth ones": (
        "slopes by the chain rule, from the input x",
        (["tanh", "sigmoid", "silu", "softplus"], MIDDLE, WEIGHTS),
    ),
    "two kinds of gelu": (
        "the exact function and its approximation by tanh differ in the fourth digit, and so do their slopes",
        (["gelu", "gelu_tanh"], MIDDLE, WEIGHTS),
    ),
    "tanh": ("1 - tanh(x)^2: square the output, not the input", (["tanh"], MIDDLE, WEIGHTS)),
    "sigmoid": ("s (1 - s), where s is the output", (["sigmoid"], MIDDLE, WEIGHTS)),
    "silu": ("a product of two functions of x has two terms in its slope", (["silu"], MIDDLE, WEIGHTS)),
    "softplus": ("the slope of softplus is the sigmoid", (["softplus"], MIDDLE, WEIGHTS)),
    "gelu": ("exact: the normal distribution function, and x times its density", (["gelu"], MIDDLE, WEIGHTS)),
    "gelu by tanh": (
        "the chain rule goes through the cubic: its slope has a factor 3",
        (["gelu_tanh"], MIDDLE, WEIGHTS),
    ),
    "kink of relu": (
        "at 0 the slope is that of the left side, for -0.0 as well",
        (["relu", "leaky_relu"], _row(0.0, -0.0, 1e-9, -1e-9), _row(1, 2, 3, 4)),
    ),
    "zero": ("at 0 every smooth one has a slope of its own: 1, 1/4, 1/2", (NAMES[2:], _row(0.0), _row(1.0))),
    "far out": (
        "at +-1000 exp overflows; values and slopes are still those of the straight lines there",
        (["tanh", "sigmoid", "silu", "softplus"], EDGES, np.ones(6)),
    ),
    "gelu far out": ("both are 0 on the far left and x on the far right", (["gelu", "gelu_tanh"], EDGES, WEIGHTS)),
    "left tail of softplus": (
        "log(1 + e^-40) is 4e-18, not 0: adding 1 first loses it, log1p does not",
        (["softplus"], _row(-10, -20, -36, -40, -60), np.ones(5)),
    ),
    "right tail of softplus": (
        "beyond 20 softplus is nearly x, but not yet to nine digits at 15",
        (["softplus"], _row(5, 10, 15, 21, 40), np.ones(5)),
    ),
    "dout is not one": (
        "the slope is multiplied by dout, entry by entry",
        (NAMES, _row(-1.5, 0.4, 2.2), _row(100, 0, -0.001)),
    ),
    "two axes": ("any shape: entries know nothing of each other", (NAMES, _noise(1, 2, 3), _noise(2, 2, 3))),
    "three axes": (
        "a batch of matrices, with the slope of each entry in its place",
        (["silu", "gelu"], _noise(3, 2, 1, 2), _noise(4, 2, 1, 2)),
    ),
    "float32": (
        "float32 in, float32 out, in both directions: mind erf and constants of NumPy",
        (NAMES, _noise(5, 5, dtype="f4"), _noise(6, 5, dtype="f4")),
    ),
    "float32 far out": (
        "in float32 exp overflows at 88 already",
        (NAMES, _row(-1000, -95, -20, 20, 95, 1000, dtype="f4"), _row(1, 1, 1, 1, 1, 1, dtype="f4")),
    ),
}

LADDER = [100, 200, 400]


def big(n):
    x = 4 * np.sin(np.arange(n, dtype=float))
    return ["silu"], x, np.cos(x)


def gen(rng, size):
    shape = [rng.randint(1, 3) for _ in range(rng.randint(1, 2))]
    names = rng.sample(NAMES, rng.randint(1, 2))
    spread = rng.choice([1.0, 3.0, 8.0, 60.0])
    return names, _noise(rng.randrange(10**6), *shape, size=spread), _noise(rng.randrange(10**6), *shape)


def valid(inp):
    names, x, dout = inp
    assert isinstance(names, list) and names, "names is a list of one or more names"
    for name in names:
        assert name in NAMES, f"{name!r} is none of {', '.join(NAMES)}"
    for label, array in (("x", x), ("dout", dout)):
        assert isinstance(array, np.ndarray) and array.ndim >= 1 and array.size, f"{label} is an array, not empty"
        assert array.dtype in (np.float32, np.float64), f"{label} is float32 or float64"
        assert np.isfinite(array).all() and np.abs(array).max() <= 1000, f"{label} is finite, none beyond 1000"
    assert x.shape == dout.shape and x.dtype == dout.dtype, "x and dout have one shape and one dtype"


INVALID = {
    "unknown name": (["swish"], np.ones(2), np.ones(2)),
    "no name": ([], np.ones(2), np.ones(2)),
    "shapes differ": (["relu"], np.ones(2), np.ones(3)),
    "dtypes differ": (["relu"], np.ones(2), np.ones(2, "f4")),
    "integers": (["relu"], np.ones(2, int), np.ones(2, int)),
    "not finite": (["relu"], _row(1, np.nan), np.ones(2)),
    "empty": (["relu"], np.ones(0), np.ones(0)),
    "too large": (["relu"], _row(1001.0), np.ones(1)),
}


def run(sol, inp):
    names, x, dout = inp
    x, dout = x.copy(), dout.copy()
    pairs = [(sol.forward(name, x), sol.backward(name, x, dout)) for name in names]
    return {"pairs": pairs, "x after": x, "dout after": dout}


def check(inp, out, expected):
    names, x, dout = inp
    for label, before in (("x", x), ("dout", dout)):
        if not _same(out[f"{label} after"], before):
            return f"Your code changed {label}. The caller still needs it: work on new arrays."
    share = 1e-5 if x.dtype == np.float32 else 1e-9
    room = share * np.maximum(1, np.abs(x.astype(float)))
    for name, (value, slope), (right, steep) in zip(names, out["pairs"], expected["pairs"]):
        fault = (
            _fault(f"forward({name!r}, x)", x, value, right, room)
            or (name == "softplus" and _tail_fault(x, value, right, share))
            or _fault(f"backward({name!r}, x, dout)", x, slope, steep, room * np.maximum(1, np.abs(dout)))
        )
        if fault:
            return fault
    return None


def _same(a, b):
    return isinstance(a, np.ndarray) and a.dtype == b.dtype and a.shape == b.shape and a.tolist() == b.tolist()


def _fault(call, x, got, wanted, room):
    if not isinstance(got, np.ndarray) or got.shape != x.shape:
        return f"{call} must be an array of the shape of x, {x.shape}."
    if got.dtype != x.dtype:
        return f"{call} has dtype {got.dtype}, but x has {x.dtype}: stay in the dtype of x."
    excess = np.abs(got.astype(float) - wanted) - room
    bad = ~(excess <= 0)
    if not bad.any():
        return None
    at = tuple(int(i) for i in np.unravel_index(np.argmax(np.where(np.isfinite(excess), excess, np.inf)), x.shape))
    return f"{call} is {got[at]:.9g} where x is {x[at]:.9g}; {wanted[at]:.9g} is right."


def _tail_fault(x, got, wanted, share):
    right = wanted.astype(float)
    off = (np.abs(got.astype(float) - right) > share * right) & (right >= 1e-30)
    if not off.any():
        return None
    at = tuple(int(i) for i in np.unravel_index(np.argmax(off), x.shape))
    return (
        f"softplus({x[at]:.9g}) is {right[at]:.9g}; yours, {got[at]:.9g}, is close, but not relative to its own size. "
        "What becomes of a tiny number when you add 1 to it?"
    )


def _observed(inp, pairs):
    _, x, dout = inp
    return {"pairs": [(a.astype(x.dtype), b.astype(x.dtype)) for a, b in pairs], "x after": x, "dout after": dout}


AUTOGRAD = {
    "relu": lambda x: anp.where(x > 0, x, 0.0),
    "leaky_relu": lambda x: anp.where(x > 0, x, 0.01 * x),
    "tanh": anp.tanh,
    "sigmoid": asp.expit,
    "silu": lambda x: x * asp.expit(x),
    "softplus": lambda x: anp.logaddexp(0.0, x),
    "gelu": lambda x: x * 0.5 * asp.erfc(-x / math.sqrt(2)),
    "gelu_tanh": lambda x: 0.5 * x * (1 + anp.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x**3))),
}


def oracle(inp):
    names, x, dout = inp
    wide = x.astype(float)
    return _observed(inp, [(AUTOGRAD[n](wide), elementwise_grad(AUTOGRAD[n])(wide) * dout) for n in names])


def _logistic(z):
    return 1 / (1 + cmath.exp(-z)) if z.real > 0 else cmath.exp(z) / (1 + cmath.exp(z))


def _log1p(w):
    return complex(special.log1p(w))


COMPLEX = {
    "relu": lambda z: z if z.real > 0 else 0j,
    "leaky_relu": lambda z: z if z.real > 0 else z / 100,
    "tanh": cmath.tanh,
    "sigmoid": _logistic,
    "silu": lambda z: z * _logistic(z),
    "softplus": lambda z: z + _log1p(cmath.exp(-z)) if z.real > 0 else _log1p(cmath.exp(z)),
    "gelu": lambda z: (
        z * complex(special.ndtr(z.real) + 1j * z.imag * math.exp(-(z.real**2) / 2) / math.sqrt(2 * math.pi))
    ),
    "gelu_tanh": lambda z: z * _logistic(math.sqrt(8 / math.pi) * (z + 0.044715 * z**3)),
}


def oracle2(inp):
    names, x, dout = inp
    pairs = []
    for name in names:
        results = [COMPLEX[name](complex(t, 1e-30)) for t in x.ravel().tolist()]
        values = np.array([r.real for r in results]).reshape(x.shape)
        slopes = np.array([r.imag / 1e-30 for r in results]).reshape(x.shape)
        pairs.append((values, slopes * dout))
    return _observed(inp, pairs)
