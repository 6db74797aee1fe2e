"""Cases for attention-backward.

The oracle differentiates with autograd; oracle2 takes complex steps through plain loops. Finite
differences would not do: at scores of 2,000 they are wrong in the sixth digit.
"""

import cmath
import itertools
import math
import random

import autograd.numpy as anp
import numpy as np
from autograd import grad

RTOL, ATOL = 2e-6, 1e-9


def _noise(seed, *shape, dtype="f8", size=1.0):
    """An array of three-digit numbers from random.Random, whose stream does not change between versions."""
    rng = random.Random(seed)
    entries = [size * round(rng.uniform(-2, 2), 3) for _ in range(math.prod(shape))]
    return np.array(entries, dtype=dtype).reshape(shape)


def _case(seed, n, m, d, v, mask=None, lead=(), dtype="f8"):
    shapes = (n, d), (m, d), (m, v), (n, v)
    Q, K, V, dout = (_noise(10 * seed + i, *lead, *shape, dtype=dtype) for i, shape in enumerate(shapes))
    return Q, K, V, mask, dout


def _rows(*rows):
    return np.array(rows, dtype=float)


CAUSAL = np.tril(np.ones((4, 4), dtype=bool))
SOME = np.array([[True, False, True], [False, False, False], [True, True, True]])
ODD_ONE_OUT = np.array([[True, True, False]])

CASES = {
    "two tokens": (
        "the definition on the smallest interesting input",
        (_rows([1, 0], [0, 1]), _rows([1, 0], [0, 2]), _rows([1, 2], [3, 0]), None, _rows([1, 0], [0, 1])),
    ),
    "causal": (
        "a token sees itself and what came before; weights of what it may not see are exactly zero",
        _case(1, 4, 4, 3, 3, CAUSAL),
    ),
    "nothing to see": (
        "a query that may see no key gives a row of zeros, and no gradient flows through it",
        _case(2, 3, 3, 2, 2, SOME),
    ),
    "four lengths": (
        "n, m, d and v all differ: a missing transpose or a scale from the wrong axis shows",
        _case(3, 2, 5, 3, 4),
    ),
    "more queries than keys": (
        "n > m: the sum in the softmax gradient runs over keys, not over queries",
        _case(4, 5, 2, 4, 1),
    ),
    "one key": (
        "with one key every weight is 1 whatever the score, so dQ and dK are zero",
        _case(5, 3, 1, 2, 2),
    ),
    "one query": ("a single query over four keys", _case(6, 1, 4, 2, 3)),
    "one dimension": (
        "d = 1: the scale is 1, and forgetting it changes nothing here",
        _case(7, 3, 4, 1, 2),
    ),
    "batch and heads": (
        "leading axes are independent problems: transpose the last two axes only",
        _case(8, 2, 3, 2, 2, None, (2, 2)),
    ),
    "batch with a mask": (
        "the mask has shape (n, m) and holds for every item of the batch",
        _case(9, 3, 3, 2, 1, SOME, (2,)),
    ),
    "batch and heads with a mask": (
        "the mask belongs to the last two axes, however many stand before them",
        _case(16, 3, 3, 2, 1, SOME, (2, 3)),
    ),
    "three leading axes": (
        "the dots stand for any number of leading axes, so index from the end: -1, -2",
        _case(17, 2, 3, 1, 1, ODD_ONE_OUT[[0, 0]], (2, 1, 2)),
    ),
    "equal keys": (
        "equal scores: the weights are uniform and out is the mean of the values",
        (_case(10, 2, 3, 2, 2)[0], np.full((3, 2), 0.5), *_case(10, 2, 3, 2, 2)[2:]),
    ),
    "huge scores": (
        "scores of +-2,000: exp overflows at 710 unless the maximum of the row is subtracted first",
        (_noise(111, 3, 2, size=25), _noise(112, 4, 2, size=25), *_case(11, 3, 4, 2, 2)[2:]),
    ),
    "rows far apart": (
        "one row at +2,000 and one at -2,000: one maximum for all rows turns the second into 0 / 0",
        (_rows([60, 0], [-60, 0]), _rows([47, 1], [47.01, -1]), *_case(12, 2, 2, 2, 2)[2:]),
    ),
    "below minus a billion": (
        "scores of -2^34: masking with -1e9 makes the forbidden key the most attractive one",
        (_rows([2**17]), _rows([-(2**17)], [-(2**17) - 2**-17], [3]), *_case(13, 1, 3, 1, 2, ODD_ONE_OUT)[2:]),
    ),
    "float32": (
        "float32 in, float32 out: np.sqrt(d) of an int is a float64 scalar, and NumPy 2 promotes by it",
        _case(14, 3, 4, 3, 2, dtype="f4"),
    ),
    "float32 with a mask": (
        "the masked softmax must stay float32 too",
        _case(15, 3, 3, 2, 2, SOME, dtype="f4"),
    ),
}

LADDER = [192, 384, 768]


def big(n):
    angles = np.arange(8.0 * n).reshape(n, 8)
    return np.sin(angles), np.cos(angles), np.sin(2 * angles), None, np.cos(3 * angles)


def gen(rng, size):
    n, m, d, v = (rng.randint(1, 2 + size // 3) for _ in range(4))
    lead = (rng.randint(1, 2),) if rng.random() < 0.3 else ()
    mask = None
    if rng.random() < 0.5:
        mask = np.array([[rng.random() < 0.7 for _ in range(m)] for _ in range(n)])
    return _case(rng.randrange(10**6), n, m, d, v, mask, lead)


def valid(inp):
    Q, K, V, mask, dout = inp
    for name, array in (("Q", Q), ("K", K), ("V", V), ("dout", dout)):
        assert isinstance(array, np.ndarray) and array.ndim >= 2, f"{name} is an array of two or more axes"
        assert array.size, f"{name} is not empty"
        assert array.dtype == Q.dtype and array.dtype in (np.float32, np.float64), "all four have one float dtype"
        assert array.shape[:-2] == Q.shape[:-2], "the leading axes are the same"
        assert np.isfinite(array).all() and np.abs(array).max() <= 1e6, f"{name} is finite, no entry beyond 1e6"
    assert K.shape[-1] == Q.shape[-1], "Q and K have rows of the same length"
    assert V.shape[-2] == K.shape[-2], "V has a row for each row of K"
    assert dout.shape[-2:] == (Q.shape[-2], V.shape[-1]), "dout has the shape of the output"
    if mask is not None:
        assert isinstance(mask, np.ndarray) and mask.dtype == bool, "mask is None or an array of bool"
        assert mask.shape == (Q.shape[-2], K.shape[-2]), "mask has a row for each query, a column for each key"


INVALID = {
    "other lengths of rows": (np.ones((2, 3)), np.ones((2, 2)), np.ones((2, 2)), None, np.ones((2, 2))),
    "too few values": (np.ones((2, 3)), np.ones((3, 3)), np.ones((2, 2)), None, np.ones((2, 2))),
    "mask of floats": (np.ones((2, 1)), np.ones((2, 1)), np.ones((2, 1)), np.ones((2, 2)), np.ones((2, 1))),
    "mask turned round": _case(1, 2, 3, 1, 1, np.ones((3, 2), dtype=bool)),
    "no keys": (np.ones((2, 1)), np.ones((0, 1)), np.ones((0, 1)), None, np.ones((2, 1))),
    "dtypes differ": (np.ones((1, 1)), np.ones((1, 1), "f4"), np.ones((1, 1)), None, np.ones((1, 1))),
}


def run(sol, inp):
    given = tuple(None if x is None else x.copy() for x in inp)
    Q, K, V, mask, dout = given
    out, cache = sol.forward(Q, K, V, mask)
    sol.forward(Q * 0.5, K - 1, V + 1, mask)  # a layer of a deeper network, between forward and backward
    gradients = sol.backward(dout, cache)
    return {"out": out, "gradients": gradients, "inputs after": given}


def check(inp, out, expected):
    Q, K, V, mask, dout = inp
    names = "Q", "K", "V", "mask", "dout"
    for name, before, after in zip(names, inp, out["inputs after"]):
        if not _same(before, after):
            return f"{name} was changed by your code. The caller still needs it: work on new arrays."
    gradients = out["gradients"]
    if not isinstance(gradients, (tuple, list)) or len(gradients) != 3:
        return "backward returns three arrays: dQ, dK, dV."
    n, d, v = Q.shape[-2], Q.shape[-1], V.shape[-1]
    most = {name: float(np.abs(x).max()) for name, x in (("Q", Q), ("K", K), ("V", V), ("dout", dout))}
    rounding = 4 * float(np.finfo(Q.dtype).eps) * math.sqrt(d) * most["Q"] * most["K"]
    share = max(2e-5 if Q.dtype == np.float32 else 1e-9, rounding)
    slope = most["dout"] * most["V"] * v / math.sqrt(d)
    return (
        _fault("out", out["out"], expected["out"], share * most["V"])
        or _fault("dV", gradients[2], expected["gradients"][2], share * most["dout"] * n)
        or _fault("dQ", gradients[0], expected["gradients"][0], share * slope * most["K"])
        or _fault("dK", gradients[1], expected["gradients"][1], share * slope * most["Q"] * n)
    )


def _same(before, after):
    if before is None:
        return after is None
    return isinstance(after, np.ndarray) and after.dtype == before.dtype and np.array_equal(after, before)


MEANING = {
    "out": "row i is the weighted mean of the rows of V, weights softmax(q_i . k_j / sqrt(d)) over the keys j "
    "that query i may see; zeros if there are none",
    "dV": "each row of V collects dout from every query, times the weight with which that query looked at it",
    "dQ": "the gradient goes through softmax (all weights of a row are tied) and through the scale to the keys",
    "dK": "the gradient goes through softmax and scale as for dQ, and each key collects from every query",
}


def _fault(name, got, wanted, room):
    """`room`: how far an entry may be off."""
    if not isinstance(got, np.ndarray) or got.shape != wanted.shape:
        return f"{name} must be an array of shape {wanted.shape}."
    if got.dtype != wanted.dtype:
        return f"{name} has dtype {got.dtype}, but the inputs have {wanted.dtype}: stay in the dtype of the inputs."
    if not np.isfinite(got).all():
        return (
            f"{name} holds NaN or infinity. Before exp, subtract the maximum of each row of scores; "
            "and mind rows in which everything is masked."
        )
    gaps = np.abs(got.astype(float) - wanted)
    if not gaps.max() > room:
        return None
    where = [int(i) for i in np.unravel_index(np.argmax(gaps), gaps.shape)]
    pair = f"{got[tuple(where)]:.9g}, wanted {wanted[tuple(where)]:.9g}"
    return f"{name} is off, most at {where}: {pair}. Remember: {MEANING[name]}."


def _expected(inp, out, gradients):
    dtype = inp[0].dtype
    return {
        "out": out.astype(dtype),
        "gradients": tuple(x.astype(dtype) for x in gradients),
        "inputs after": inp,
    }


def oracle(inp):
    Q, K, V, mask, dout = inp
    allowed = 1.0 if mask is None else mask.astype(float)

    def attend(Q, K, V):
        scores = anp.matmul(Q, anp.swapaxes(K, -1, -2)) * Q.shape[-1] ** -0.5
        top = anp.max(anp.where(allowed * anp.ones(scores.shape) > 0, scores, -1e300), axis=-1, keepdims=True)
        weights = anp.exp(anp.where(allowed * anp.ones(scores.shape) > 0, scores - top, -1e300))
        total = anp.sum(weights, axis=-1, keepdims=True)
        return anp.matmul(weights / (total + (total == 0)), V)

    wide = [x.astype(float) for x in (Q, K, V)]
    gradients = grad(lambda three: anp.sum(attend(*three) * dout.astype(float)))(wide)
    return _expected(inp, attend(*wide), gradients)


def oracle2(inp):
    """d/dx of a real function is the imaginary part of f(x + ih) / h: no difference, nothing cancels."""
    Q, K, V, mask, dout = inp
    out, gradients = np.zeros(dout.shape), [np.zeros(x.shape) for x in (Q, K, V)]
    for item in np.ndindex(Q.shape[:-2]):
        three = [x[item].astype(complex).tolist() for x in (Q, K, V)]
        out[item] = np.real(_attend(*three, mask))
        for x, gradient in zip(three, gradients):
            for i, j in itertools.product(range(len(x)), range(len(x[0]))):
                x[i][j] += 1e-30j
                gradient[item][i, j] = (np.imag(_attend(*three, mask)) * dout[item]).sum() / 1e-30
                x[i][j] -= 1e-30j
    return _expected(inp, out, gradients)


def _attend(Q, K, V, mask):
    rows = []
    for i, q in enumerate(Q):
        seen = [j for j in range(len(K)) if mask is None or mask[i, j]]
        scores = [sum(a * b for a, b in zip(q, K[j])) / math.sqrt(len(q)) for j in seen]
        top = max((s.real for s in scores), default=0)
        weights = [cmath.exp(s - top) for s in scores]
        columns = range(len(V[0]))
        rows.append([sum(w * V[j][c] for w, j in zip(weights, seen)) / (sum(weights) or 1) for c in columns])
    return np.array(rows, dtype=complex)
