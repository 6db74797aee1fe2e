import math
import random

import numpy as np
from scipy.special import logsumexp


def _array(seed, n, d, spread=1.0, dtype=np.float64):
    rng = random.Random(seed)
    return np.array([[round(rng.gauss(0, 1) * spread, 3) for _ in range(d)] for _ in range(n)], dtype=dtype)


def _layer(seed, n, d, heads, causal, spread=1.0, dtype=np.float64):
    weights = [_array(f"{seed} {name}", d, d, dtype=dtype) for name in "qkvo"]
    return (_array(seed, n, d, spread, dtype), *weights, heads, causal)


_EYE = np.eye(4)
_PLACES = np.array([[10.0 * i + j for j in range(4)] for i in range(3)]) / 10
_APART = np.array([[900.0, 0.0], [0.0, -900.0], [1.0, 1.0]])
_BELOW = (
    np.array([[40.0, 1.0], [-40.0, 2.0], [-41.0, 3.0]]),
    np.eye(2) * 1.0,
    np.eye(2) * -1.0,
    np.eye(2),
    np.eye(2),
)

CASES = {
    "one-head": ("each query's weights sum to 1 over the keys", _layer(1, 3, 2, 1, False)),
    "causal": ("a position sees itself and what is before it", _layer(2, 4, 4, 2, True)),
    "two-heads": ("a head gets its own columns of every position", _layer(3, 3, 4, 2, False)),
    "places": (
        "entries that name their place show where each head looks",
        (_PLACES, _EYE * 0.1, _EYE * 0.1, _EYE, _EYE, 2, False),
    ),
    "width-one": ("as many heads as columns: each compares single numbers", _layer(4, 3, 3, 3, False)),
    "one-position": (
        "a single position attends to itself, with a mask and without",
        _layer(5, 1, 4, 2, True),
    ),
    "large-scores": ("scores in the thousands must not overflow", _layer(6, 4, 4, 2, False, spread=40.0)),
    "rows-far-apart": (
        "one row's scores lie far above another's, so each needs a maximum of its own",
        (_APART, np.eye(2), np.eye(2), np.eye(2), np.eye(2), 1, False),
    ),
    "far-below-zero": (
        "real scores below -1000 still beat what is masked",
        (*_BELOW, 1, True),
    ),
    "large-and-causal": ("the mask holds for large scores too", _layer(7, 5, 4, 2, True, spread=40.0)),
    "float32": ("a float32 layer gives float32", _layer(8, 4, 4, 2, True, dtype=np.float32)),
    "float32-large": ("in float32 exp overflows at 89 already", _layer(9, 3, 4, 1, False, 6.0, np.float32)),
}

INVALID = {
    "heads do not divide d": (*_layer(1, 2, 3, 1, False)[:5], 2, False),
    "no positions": (np.zeros((0, 2)), *(np.eye(2),) * 4, 1, False),
    "weights of another width": (np.zeros((2, 2)), *(np.eye(3),) * 4, 1, False),
    "two dtypes": (np.zeros((2, 2), np.float32), *(np.eye(2),) * 4, 1, False),
    "not finite": (np.array([[np.inf, 0.0]]), *(np.eye(2),) * 4, 1, False),
    "causal is no bool": (np.zeros((2, 2)), *(np.eye(2),) * 4, 1, 1),
}


def gen(rng, size):
    heads = rng.choice([1, 2, 3])
    d = heads * rng.randint(1, 2)
    return _layer(rng.random(), 1 + size // 2, d, heads, rng.random() < 0.5, rng.choice([0.5, 1.0, 20.0]))


def valid(inp):
    assert isinstance(inp, tuple) and len(inp) == 7, "the arguments are x, Wq, Wk, Wv, Wo, heads, causal"
    x, *weights, heads, causal = inp
    for array in (x, *weights):
        assert isinstance(array, np.ndarray) and array.ndim == 2, "x and the weights are arrays with two axes"
        assert array.dtype == x.dtype and x.dtype in (np.float32, np.float64), (
            "all are float32 or all float64"
        )
        assert np.isfinite(array).all() and np.abs(array).max(initial=0) <= 1e3, (
            "entries lie within -1000 and 1000"
        )
    n, d = x.shape
    assert 1 <= n <= 200 and 1 <= d <= 64, "there are 1 to 200 positions and 1 to 64 columns"
    assert all(W.shape == (d, d) for W in weights), "each weight has shape (d, d)"
    assert type(heads) is int and heads >= 1 and d % heads == 0, "heads divides d"
    assert type(causal) is bool, "causal is a bool"


def _product(a, b):
    return [
        [math.fsum(x * y for x, y in zip(row, column, strict=True)) for column in zip(*b, strict=True)]
        for row in a
    ]


def oracle(inp):
    """Number by number, in float64, from the definition."""
    x, *weights, heads, causal = inp
    Wq, Wk, Wv, Wo = (W.astype(float).tolist() for W in weights)
    rows = x.astype(float).tolist()
    Q, K, V = (_product(rows, W) for W in (Wq, Wk, Wv))
    n, d = x.shape
    c = d // heads
    joined = [[0.0] * d for _ in range(n)]
    for h in range(heads):
        own = range(h * c, h * c + c)
        for i in range(n):
            seen = range(i + 1 if causal else n)
            scores = [sum(Q[i][k] * K[j][k] for k in own) / math.sqrt(c) for j in seen]
            top = max(scores)
            powers = [math.exp(score - top) for score in scores]
            for k in own:
                joined[i][k] = sum(p * V[j][k] for p, j in zip(powers, seen, strict=True)) / sum(powers)
    return _observed(inp, np.array(_product(joined, Wo)).astype(x.dtype))


def oracle2(inp):
    """Weights from logarithms of sums, all heads at once by index, in float64."""
    x, *weights, heads, causal = inp
    Wq, Wk, Wv, Wo = (W.astype(float) for W in weights)
    wide = x.astype(float)
    n, d = x.shape
    column = np.arange(d).reshape(heads, d // heads)
    Q, K, V = ((wide @ W)[:, column] for W in (Wq, Wk, Wv))
    scores = np.einsum("ihc,jhc->hij", Q, K) / math.sqrt(d // heads)
    if causal:
        scores[:, np.arange(n)[:, None] < np.arange(n)] = -np.inf
    attention = np.exp(scores - logsumexp(scores, axis=2, keepdims=True))
    joined = np.einsum("hij,jhc->ihc", attention, V).reshape(n, d)
    return _observed(inp, (joined @ Wo).astype(x.dtype))


def _observed(inp, result):
    return {"returned": result, "arguments after": list(inp[:5])}


def run(sol, inp):
    arrays = [array.copy() for array in inp[:5]]
    return {"returned": sol.attend(*arrays, *inp[5:]), "arguments after": arrays}


def check(inp, out, expected):
    x = inp[0]
    result, want = out["returned"], expected["returned"]
    for before, after in zip(inp[:5], out["arguments after"]):
        if not np.array_equal(before, after):
            return "An argument was changed. Work on new arrays."
    if not isinstance(result, np.ndarray) or result.shape != want.shape:
        return f"Want an array of shape {want.shape}."
    if result.dtype != x.dtype:
        return f"The result is {result.dtype}; want the dtype of x, {x.dtype}."
    if not np.isfinite(result).all():
        return "The result is not finite: somewhere exp overflows, or a row has nothing left to attend to."
    allowed = 1e-4 if x.dtype == np.float32 else 1e-8
    scale = float(np.abs(want).max()) or 1.0
    off = np.abs(result.astype(float) - want.astype(float))
    if off.max() > allowed * scale:
        i, j = (int(k) for k in np.unravel_index(off.argmax(), off.shape))
        return f"Position {i}, column {j} is {float(result[i, j]):.6g}; want {float(want[i, j]):.6g}."
    return None
