"""Cases for multi-head: a sequence in chunks, each with the cache that the one before has left.

The oracle is the definition in plain loops, token by token and head by head. oracle2 knows no cache: it takes
the keys of the whole sequence at once, with an index array that says which head uses which, and SciPy's softmax.
"""

import math
import random

import numpy as np
from scipy.special import softmax

RTOL, ATOL = 1e-9, 1e-9

NAMES = ("Wq", "Wk", "Wv", "Wo")


def _noise(rng, *shape, dtype="f8", size=1.0):
    """Two-digit numbers from random.Random, whose stream does not change between versions."""
    return np.array([round(rng.uniform(-size, size), 2) for _ in range(math.prod(shape))], dtype=dtype).reshape(shape)


def _case(seed, chunks, D, d, H, G, p=0, dtype="f8", size=1.0):
    rng = random.Random(seed)
    x = _noise(rng, sum(chunks), D, dtype=dtype, size=2 * size)
    params = tuple(_noise(rng, *shape, dtype=dtype) for shape in ((D, H * d), (D, G * d), (D, G * d), (H * d, D)))
    past = tuple(_noise(rng, G, p, d, dtype=dtype) for _ in range(2)) if p else None
    return x, params, H, G, past, list(chunks)


I = np.eye(2)

CASES = {
    "two heads": (
        "two heads of one column each: head 0 sees the first column only, head 1 the second",
        (np.array([[1.0, 0.0], [0.0, 1.0]]), (I, I, I, I), 2, 2, None, [2]),
    ),
    "shared keys": (
        "four heads of queries, two of keys: heads 0 and 1 share, and so do 2 and 3",
        _case(1, [3], 3, 2, 4, 2),
    ),
    "one token at a time": (
        "decoding: one new token sees all of the cache and itself",
        _case(2, [2, 1, 1], 2, 2, 2, 1),
    ),
    "one head": ("H = G = 1: plain causal attention between two projections", _case(3, [3], 2, 2, 1, 1)),
    "one token": ("the only token sees itself with weight 1", _case(4, [1], 3, 2, 2, 2)),
    "as many keys as queries": ("G = H: every head has keys of its own", _case(5, [3], 2, 2, 3, 3)),
    "one key head for all": ("G = 1: all heads share the only keys and values", _case(6, [3], 2, 2, 3, 1)),
    "groups of three": ("H / G = 3: heads 0, 1, 2 share, then 3, 4, 5", _case(7, [2], 2, 1, 6, 2)),
    "two groups of two, wide": ("D is larger than all heads together", _case(8, [3], 7, 1, 4, 2)),
    "narrow": ("D is smaller than one head: the scale comes from d, not from D", _case(9, [3], 1, 4, 2, 1)),
    "heads as wide as long": ("n = H = d = 3: every wrong reshape fits", _case(10, [3], 3, 3, 3, 3)),
    "merging": ("n = H: heads must be put side by side, not tokens", _case(11, [4], 2, 1, 4, 4)),
    "a past": ("keys of earlier tokens come first, the new ones behind them", _case(12, [2], 2, 2, 2, 2, 3)),
    "a past, one token": ("one new token after a past of four: it sees five", _case(13, [1], 2, 1, 2, 1, 4)),
    "a past of one": ("new token 0 sees two tokens, new token 1 sees three", _case(14, [2], 2, 2, 2, 1, 1)),
    "chunks": ("three chunks of two: the mask moves with the past", _case(15, [2, 2, 2], 2, 1, 2, 2)),
    "uneven chunks after a past": ("the cache grows by as many tokens as are new", _case(16, [1, 3], 2, 2, 4, 2, 2)),
    "huge scores": (
        "scores in the thousands: subtract each row's maximum before exp",
        _case(17, [3], 2, 2, 2, 1, 0, "f8", 50.0),
    ),
    "far below the mask": (
        "every score that token 0 may see is below -10,000: what is hidden must be lower still",
        (
            np.array([[-101.0], [100.0]]),
            (np.array([[-1.0]]), np.ones((1, 1)), np.ones((1, 1)), np.ones((1, 1))),
            1,
            1,
            None,
            [2],
        ),
    ),
    "float32": ("float32 in, float32 out: weights and cache too", _case(18, [2, 1], 3, 2, 2, 1, 0, "f4")),
    "float32 with a past": (
        "a mask or a scale in float64 makes everything wider",
        _case(19, [2], 2, 2, 2, 2, 2, "f4"),
    ),
}

LADDER = [96, 192, 384]


def big(n):
    x = np.sin(np.arange(4.0 * n)).reshape(n, 4)
    wide, narrow = np.cos(np.arange(16.0)).reshape(4, 4), np.sin(np.arange(8.0)).reshape(4, 2)
    return x, (wide, narrow, narrow, wide), 2, 1, None, [n]


def gen(rng, size):
    G, group, d, D = rng.randint(1, 2), rng.randint(1, 2), rng.randint(1, 2), rng.randint(1, 3)
    chunks = [rng.randint(1, 1 + size // 3) for _ in range(rng.randint(1, 2))]
    return _case(rng.randrange(10**6), chunks, D, d, G * group, G, rng.choice([0, 0, 1, 2]))


def valid(inp):
    x, params, H, G, past, chunks = inp
    assert type(H) is int and type(G) is int and 1 <= G <= H, "n_heads and n_kv are ints, 1 <= n_kv <= n_heads"
    assert H % G == 0, "n_kv divides n_heads"
    assert isinstance(params, tuple) and len(params) == 4, "params is the tuple (Wq, Wk, Wv, Wo)"
    for name, array in zip(("x", *NAMES), (x, *params)):
        assert isinstance(array, np.ndarray) and array.ndim == 2 and array.size, f"{name} is a 2-D array, not empty"
        assert array.dtype in (np.float32, np.float64) and array.dtype == x.dtype, "all arrays have one float dtype"
        assert np.isfinite(array).all() and np.abs(array).max() <= 1000, f"{name} is finite, none beyond 1000"
    D, wide = x.shape[1], params[0].shape[1]
    d = wide // H
    assert wide == H * d and d >= 1, "Wq has a multiple of n_heads columns"
    assert params[0].shape == (D, H * d) and params[3].shape == (H * d, D), "Wq is (D, H d) and Wo is (H d, D)"
    assert params[1].shape == params[2].shape == (D, G * d), "Wk and Wv are (D, G d)"
    if past is not None:
        assert isinstance(past, tuple) and len(past) == 2, "past is None or a pair (K, V)"
        for array in past:
            assert isinstance(array, np.ndarray) and array.ndim == 3 and array.size, "K and V have three axes"
            assert array.dtype == x.dtype, "K and V have the dtype of x"
            assert array.shape[::2] == (G, d) and array.shape == past[0].shape, "K and V have shape (G, p, d)"
            assert np.isfinite(array).all() and np.abs(array).max() <= 1000, "K and V are finite, none beyond 1000"
    assert isinstance(chunks, list) and all(type(c) is int and c >= 1 for c in chunks), "a chunk has a token or more"
    assert sum(chunks) == len(x), "the chunks make up x"


def _with(position, value):
    return tuple(value if i == position else part for i, part in enumerate(_case(1, [2], 2, 2, 2, 2, 1)))


INVALID = {
    "groups do not divide": (*_case(1, [2], 2, 1, 3, 3)[:2], 3, 2, None, [2]),
    "no key heads": _with(3, 0),
    "chunks too short": _with(5, [1]),
    "empty chunk": _with(5, [2, 0]),
    "past of one array": _with(4, (np.ones((2, 1, 2)),)),
    "past of other heads": _with(4, (np.ones((1, 1, 2)), np.ones((1, 1, 2)))),
    "past in float32": _with(4, (np.ones((2, 1, 2), "f4"), np.ones((2, 1, 2), "f4"))),
    "weights turned round": _with(1, (np.ones((4, 2)), np.ones((2, 4)), np.ones((2, 4)), np.ones((4, 2)))),
}


def run(sol, inp):
    x, params, H, G, past, chunks = inp
    x, params = x.copy(), tuple(p.copy() for p in params)
    first = past = None if past is None else tuple(a.copy() for a in past)
    results, start = [], 0
    for count in chunks:
        out, weights, present = sol.attend(x[start : start + count], params, H, G, past)
        results.append({"out": out, "weights": weights, "present": present})
        past, start = present, start + count
    return {"calls": results, "inputs after": (x, *params), "past after": first}


def check(inp, out, expected):
    x, params, H, G, past, chunks = inp
    before = {name: array for name, array in zip(("x", *NAMES), (x, *params))}
    after = dict(zip(before, out["inputs after"]))
    for part, array in enumerate(past or ()):
        before[f"past[{part}]"], after[f"past[{part}]"] = array, out["past after"][part]
    for name, array in before.items():
        if after[name].dtype != array.dtype or after[name].tolist() != array.tolist():
            return f"Your code changed the caller's {name}. Work on new arrays."
    share = 1e-4 if x.dtype == np.float32 else 1e-9
    for number, (got, wanted) in enumerate(zip(out["calls"], expected["calls"]), start=1):
        fault = _call_fault(got, wanted, share)
        if fault:
            return f"Call {number}, {chunks[number - 1]} new: {fault}" if len(chunks) > 1 else fault
    return None


MEANING = {
    "present[0]": "keys of the past first, then those of the new tokens, one set for each of the n_kv heads",
    "present[1]": "values of the past first, then those of the new tokens, one set for each of the n_kv heads",
    "weights": "softmax over the tokens up to p + i of q . k / sqrt(d); query head a uses key head a // (H / G)",
    "out": "the heads side by side, in order, times Wo",
}


def _call_fault(got, wanted, share):
    if not isinstance(got["present"], (tuple, list)) or len(got["present"]) != 2:
        return "present must be a pair of arrays, K and V."
    parts = (
        ("present[0]", got["present"][0], wanted["present"][0]),
        ("present[1]", got["present"][1], wanted["present"][1]),
        ("weights", got["weights"], wanted["weights"]),
        ("out", got["out"], wanted["out"]),
    )
    return next((fault for fault in (_fault(*part, share) for part in parts) if fault), None)


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


def _observed(inp, calls):
    x, params, _, _, past, _ = inp
    calls = [
        {
            "out": np.asarray(out).astype(x.dtype),
            "weights": np.asarray(weights).astype(x.dtype),
            "present": tuple(np.asarray(a).astype(x.dtype) for a in present),
        }
        for out, weights, present in calls
    ]
    return {"calls": calls, "inputs after": (x, *params), "past after": past}


def oracle(inp):
    x, params, H, G, past, chunks = inp
    d = params[0].shape[1] // H
    Wq, Wk, Wv, Wo = (p.tolist() for p in params)
    keys, values = (
        ([h.tolist() for h in part] for part in past) if past else ([[] for _ in range(G)] for _ in range(2))
    )
    calls, rows = [], iter(x.tolist())
    for count in chunks:
        first, out, weights = len(keys[0]), [], [[] for _ in range(H)]
        for token in (next(rows) for _ in range(count)):
            q, k, v = (_times(token, W) for W in (Wq, Wk, Wv))
            for e in range(G):
                keys[e].append(k[e * d : (e + 1) * d])
                values[e].append(v[e * d : (e + 1) * d])
            merged = []
            for a in range(H):
                e = a * G // H
                scores = [_dot(q[a * d : (a + 1) * d], key) / math.sqrt(d) for key in keys[e]]
                top = max(scores)
                raised = [math.exp(s - top) for s in scores]
                w = [r / math.fsum(raised) for r in raised]
                weights[a].append(w)
                merged += [_dot(w, [value[c] for value in values[e]]) for c in range(d)]
            out.append(_times(merged, Wo))
        full = [[row + [0.0] * (first + count - len(row)) for row in head] for head in weights]
        calls.append((out, full, (np.array(keys), np.array(values))))
    return _observed(inp, calls)


def _dot(a, b):
    return math.fsum(p * q for p, q in zip(a, b))


def _times(row, matrix):
    return [_dot(row, column) for column in zip(*matrix)]


def oracle2(inp):
    x, params, H, G, past, chunks = inp
    wide = x.astype(float)
    Wq, Wk, Wv, Wo = (p.astype(float) for p in params)
    d = Wq.shape[1] // H
    K, V = (np.array([wide @ W[:, e * d : (e + 1) * d] for e in range(G)]) for W in (Wk, Wv))
    if past:
        K, V = (np.append(old.astype(float), new, axis=1) for old, new in zip(past, (K, V)))
    p, n = K.shape[1] - len(x), len(x)
    uses = np.arange(H) // (H // G)
    scores = np.einsum("ihc,hjc->hij", (wide @ Wq).reshape(n, H, d), K[uses]) * d**-0.5
    hidden = np.arange(p + n) > p + np.arange(n)[:, None]
    weights = softmax(scores + np.where(hidden, -np.inf, 0), axis=-1)
    out = sum(weights[a] @ V[uses[a]] @ Wo[a * d : (a + 1) * d] for a in range(H))
    calls, start = [], 0
    for count in chunks:
        stop = start + count
        calls.append((out[start:stop], weights[:, start:stop, : p + stop], (K[:, : p + stop], V[:, : p + stop])))
        start = stop
    return _observed(inp, calls)
