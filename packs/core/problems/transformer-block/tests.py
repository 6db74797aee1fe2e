"""Cases for transformer-block.

The oracle is the definition in plain loops, token by token with a growing list of keys. oracle2 takes whole
arrays, with SciPy's softmax and logistic function, scikit-learn's scaler for the norms and an einsum for heads.
"""

import math
import random

import numpy as np
from scipy.special import expit, softmax
from sklearn.preprocessing import scale

RTOL, ATOL = 1e-9, 1e-9

KEYS = ("g1", "c1", "Wq", "Wk", "Wv", "Wo", "g2", "c2", "W1", "b1", "W2", "b2")


def _noise(rng, *shape, dtype="f8", size=1.0):
    """Two-digit numbers from random.Random, whose stream does not change between versions."""
    return np.array([round(rng.uniform(-size, size), 2) for _ in range(math.prod(shape))], dtype=dtype).reshape(shape)


def _case(seed, n, D, F, H, dtype="f8", size=2.0, **given):
    """given: arrays that replace those drawn, by key; `x` for the tokens."""
    rng = random.Random(seed)
    x = _noise(rng, n, D, dtype=dtype, size=size)
    params = {
        key: _noise(rng, *shape, dtype=dtype, size=1.5)
        for key, shape in zip(KEYS, ((D,), (D,), *[(D, D)] * 4, (D,), (D,), (D, F), (F,), (F, D), (D,)))
    }
    params |= {key: array.astype(dtype) for key, array in given.items() if key != "x"}
    return given.get("x", x).astype(dtype), params, H


def _array(*rows):
    return np.array(rows, dtype=float)


CASES = {
    "one token": ("a single token attends to itself with weight 1", _case(1, 1, 2, 3, 1)),
    "two tokens": ("the first token knows nothing of the second", _case(2, 2, 2, 2, 1)),
    "two heads": ("two heads of two columns each, side by side", _case(3, 3, 4, 3, 2)),
    "heads of one column": ("H = D: every head is one column, the scale is 1", _case(4, 3, 3, 2, 3)),
    "as many tokens as heads": ("n = H = d: every wrong reshape fits", _case(5, 2, 4, 2, 2)),
    "three of each": ("n = H = d = 3, with more room for heads to be mixed up", _case(6, 3, 9, 1, 3)),
    "wide mlp": ("F is larger than D", _case(7, 2, 2, 8, 1)),
    "narrow mlp": ("F is 1", _case(8, 2, 3, 1, 1)),
    "long": ("seven tokens: weights of many sizes", _case(9, 7, 2, 2, 2)),
    "a loud last token": (
        "the last token is large: without a mask every row before it changes",
        _case(10, 3, 2, 2, 1, x=_array([1, 0], [0, 1], [30, -40])),
    ),
    "attention off": ("Wo is 0: what is left is x + MLP(Norm2(x))", _case(11, 2, 3, 2, 1, Wo=np.zeros((3, 3)))),
    "mlp off": (
        "W2 and b2 are 0: what is left is x + Attention(Norm1(x))",
        _case(12, 3, 2, 2, 1, W2=np.zeros((2, 2)), b2=np.zeros(2)),
    ),
    "all off": (
        "both branches give 0: the stream passes unchanged",
        _case(13, 2, 2, 2, 1, Wo=np.zeros((2, 2)), W2=np.zeros((2, 2)), b2=np.zeros(2)),
    ),
    "plain norms": (
        "gains 1 and shifts 0: only mean and variance count",
        _case(14, 3, 4, 2, 2, g1=np.ones(4), c1=np.zeros(4), g2=np.ones(4), c2=np.zeros(4)),
    ),
    "constant rows": (
        "a row of equal numbers has variance 0: Norm gives its shift, not 0 / 0",
        _case(15, 2, 3, 2, 1, x=_array([2, 2, 2], [0, 0, 0])),
    ),
    "one column": ("D = 1: every row is constant", _case(16, 3, 1, 2, 1)),
    "quiet rows": (
        "a variance near 1e-5: there it matters that epsilon stands inside the root",
        _case(17, 2, 3, 2, 1, x=_array([0.003, -0.001, 0.002], [0.001, 0.004, -0.003]), Wo=np.zeros((3, 3))),
    ),
    "quiet rows, attention": (
        "the same for Norm1",
        _case(18, 2, 3, 2, 1, x=_array([0.003, -0.001, 0.002], [0.001, 0.004, -0.003]), W2=np.zeros((2, 3))),
    ),
    "huge scores": (
        "scores in the thousands: subtract each row's maximum before exp",
        _case(19, 3, 2, 2, 1, g1=_array(60, -50), Wo=np.eye(2)),
    ),
    "far below the mask": (
        "the only score that token 0 may see is -10,000: what is hidden must be lower still",
        _case(
            30,
            2,
            2,
            1,
            1,
            x=np.eye(2),
            g1=np.ones(2),
            c1=np.zeros(2),
            Wq=-100 * np.eye(2),
            Wk=100 * np.eye(2),
            Wv=np.eye(2),
            Wo=np.eye(2),
        ),
    ),
    "float32 far from zero": (
        "entries near 990 that differ by quarters: subtract the mean before squaring",
        (
            _array([990, 990.25], [990.75, 990.25]).astype("f4"),
            {key: (np.eye(2) if key[0] == "W" else np.full(2, float(key[0] == "g"))).astype("f4") for key in KEYS},
            1,
        ),
    ),
    "rows far apart": (
        "one row of scores at 5,000 and one at 0: each row needs a maximum of its own",
        _case(
            23,
            2,
            3,
            2,
            1,
            x=_array([2, 0, 0], [0, 2, 0]),
            g1=_array(60, 60, 1),
            c1=np.zeros(3),
            Wq=np.diag([1.0, -1.0, 0.0]),
            Wk=np.eye(3),
        ),
    ),
    "loud gelu": ("far out GELU is 0 or z itself", _case(20, 2, 2, 3, 1, g2=_array(20, -30))),
    "float32": ("float32 in, float32 out", _case(21, 3, 4, 3, 2, "f4")),
    "float32, one head": ("a constant of NumPy in float64 makes everything wider", _case(22, 2, 2, 2, 1, "f4")),
}

LADDER = [128, 256, 512]


def big(n):
    x = np.sin(np.arange(4.0 * n)).reshape(n, 4)
    square = np.cos(np.arange(16.0)).reshape(4, 4)
    params = {key: square for key in ("Wq", "Wk", "Wv", "Wo", "W1", "W2")}
    return x, params | {key: square[0] for key in ("g1", "c1", "g2", "c2", "b1", "b2")}, 4


def gen(rng, size):
    H, d = rng.randint(1, 2), rng.randint(1, 2)
    return _case(rng.randrange(10**6), rng.randint(1, 2 + size // 3), H * d, rng.randint(1, 3), H)


def valid(inp):
    x, params, H = inp
    assert isinstance(params, dict) and set(params) == set(KEYS), f"the keys of params are {', '.join(KEYS)}"
    for name, array in (("x", x), *params.items()):
        assert isinstance(array, np.ndarray) and array.size, f"{name} is an array, not empty"
        assert array.dtype in (np.float32, np.float64) and array.dtype == x.dtype, "all arrays have one float dtype"
        assert np.isfinite(array).all() and np.abs(array).max() <= 1000, f"{name} is finite, none beyond 1000"
    assert x.ndim == 2, "x has a row for each token"
    D, F = x.shape[1], params["b1"].size
    assert type(H) is int and 1 <= H and D % H == 0, "n_heads is an int that divides D"
    shapes = (D,), (D,), *[(D, D)] * 4, (D,), (D,), (D, F), (F,), (F, D), (D,)
    for key, shape in zip(KEYS, shapes):
        assert params[key].shape == shape, f"{key} has shape {shape}"


def _with(key, value):
    x, params, H = _case(1, 2, 4, 3, 2)
    return x, params | {key: value}, H


INVALID = {
    "heads do not divide": (*_case(1, 2, 4, 3, 2)[:2], 3),
    "no heads": (*_case(1, 2, 4, 3, 2)[:2], 0),
    "gain as a row": _with("g1", np.ones((1, 4))),
    "key too many": _with("bq", np.ones(4)),
    "W2 turned round": _with("W2", np.ones((4, 3))),
    "not finite": _with("b1", _array(0, np.nan, 0)),
    "dtypes differ": _with("b2", np.ones(4, "f4")),
    "a flat x": (np.ones(4), *_case(1, 2, 4, 3, 2)[1:]),
}


def run(sol, inp):
    x, params, H = inp
    x, params = x.copy(), {key: array.copy() for key, array in params.items()}
    out = sol.block(x, params, H)
    return {"out": out, "x after": x, "params after": params}


def check(inp, out, expected):
    x, params, H = inp
    if not _same(x, out["x after"]):
        return "x was changed by your code. u = x + ... makes a new array, x += ... does not."
    for key in KEYS:
        if key not in out["params after"] or not _same(params[key], out["params after"][key]):
            return f"params[{key!r}] was changed by your code. The next call still needs it."
    return _fault(out["out"], expected["out"], 1e-4 if x.dtype == np.float32 else 1e-9)


def _same(before, after):
    return isinstance(after, np.ndarray) and after.dtype == before.dtype and after.tolist() == before.tolist()


def _fault(got, wanted, share):
    if not isinstance(got, np.ndarray) or got.shape != wanted.shape:
        return f"The result must be an array of the shape of x, {wanted.shape}."
    if got.dtype != wanted.dtype:
        return f"The result has dtype {got.dtype}, but the inputs have {wanted.dtype}."
    if not np.isfinite(got).all():
        return "The result holds NaN or infinity: mind constant rows in Norm, and subtract the maximum of each row of scores."
    gaps = np.abs(got.astype(float) - wanted)
    off = gaps > share * max(1, np.abs(wanted).max())
    if not off.any():
        return None
    at = tuple(int(i) for i in np.unravel_index(np.argmax(gaps), gaps.shape))
    pair = f"Entry {list(at)} should be {wanted[at]:.9g}; it is {got[at]:.9g}."
    if len(got) > 1 and not off[0].any():
        return f"{pair} Token 0, which sees itself alone, is right: look at what attention brings from other tokens."
    return (
        f"{pair} Token 0 sees itself alone, so for it attention is Norm1, Wv and Wo, whatever the scores."
        if off[0].any()
        else pair
    )


def _observed(inp, out):
    x, params, _ = inp
    return {"out": np.asarray(out).astype(x.dtype), "x after": x, "params after": params}


def oracle(inp):
    x, params, H = inp
    p = {key: array.tolist() for key, array in params.items()}
    d = x.shape[1] // H
    keys, values, out = [], [], []
    for row in x.tolist():
        a = _normed(row, p["g1"], p["c1"])
        q = _times(a, p["Wq"])
        keys.append(_times(a, p["Wk"]))
        values.append(_times(a, p["Wv"]))
        merged = []
        for first in range(0, len(row), d):
            columns = range(first, first + d)
            scores = [math.fsum(q[c] * k[c] for c in columns) / math.sqrt(d) for k in keys]
            raised = [math.exp(s - max(scores)) for s in scores]
            merged += [math.fsum(w * v[c] for w, v in zip(raised, values)) / math.fsum(raised) for c in columns]
        u = [a + b for a, b in zip(row, _times(merged, p["Wo"]))]
        hidden = [_bent(z + b) for z, b in zip(_times(_normed(u, p["g2"], p["c2"]), p["W1"]), p["b1"])]
        out.append([a + b + c for a, b, c in zip(u, _times(hidden, p["W2"]), p["b2"])])
    return _observed(inp, out)


def _normed(row, gain, shift):
    mean = math.fsum(row) / len(row)
    variance = math.fsum((v - mean) ** 2 for v in row) / len(row)
    return [g * (v - mean) / math.sqrt(variance + 1e-5) + c for v, g, c in zip(row, gain, shift)]


def _times(row, matrix):
    return [math.fsum(a * b for a, b in zip(row, column)) for column in zip(*matrix)]


def _bent(z):
    return 0.5 * z * (1 + math.tanh(math.sqrt(2 / math.pi) * (z + 0.044715 * z**3)))


def oracle2(inp):
    x, params, H = inp
    p = {key: array.astype(float) for key, array in params.items()}
    x = x.astype(float)
    n, D = x.shape
    a = _scaled(x) * p["g1"] + p["c1"]
    Q, K, V = ((a @ p[key]).reshape(n, H, D // H) for key in ("Wq", "Wk", "Wv"))
    later = np.arange(n) > np.arange(n)[:, None]
    scores = np.einsum("ihc,jhc->hij", Q, K) / (D / H) ** 0.5
    weights = softmax(np.where(later, -np.inf, scores), axis=-1)
    u = x + np.einsum("hij,jhc->ihc", weights, V).reshape(n, D) @ p["Wo"]
    z = (_scaled(u) * p["g2"] + p["c2"]) @ p["W1"] + p["b1"]
    bent = z * expit(math.sqrt(8 / math.pi) * (z + 0.044715 * z**3))
    return _observed(inp, u + bent @ p["W2"] + p["b2"])


def _scaled(rows):
    """scikit-learn scales columns to variance 1 (0 for constant ones); epsilon then comes as a factor."""
    variance = rows.var(axis=1, keepdims=True)
    return scale(rows, axis=1) * np.sqrt(variance / (variance + 1e-5))
