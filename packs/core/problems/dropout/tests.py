"""Cases for dropout: a layer, a generator and a list of calls.

("forward", x, train) and ("backward", dout) are the calls; ("spoil",) overwrites the x of the latest forward.
`run` hands over a generator that plays back recorded numbers, so the stream of NumPy's own, which may change,
is nowhere in the cases. What is left of the record afterwards tells how many were drawn.
The oracle differentiates the forward pass with autograd. oracle2 is the definition in fractions, and its
gradient a divided difference, exact since the layer is linear.
"""

import math
import random
from fractions import Fraction

import autograd.numpy as anp
import numpy as np
from autograd import grad

RTOL, ATOL = 1e-9, 1e-12


class Recorded(np.random.Generator):
    """A generator whose `random` plays back numbers and writes down the shapes that it was asked for."""

    def __init__(self, numbers):
        super().__init__(np.random.PCG64(0))
        self.numbers, self.shapes = list(numbers), []

    def random(self, size=None, dtype=np.float64, out=None):
        shape = () if size is None else (size,) if np.ndim(size) == 0 else tuple(size)
        self.shapes.append([int(s) for s in shape])
        if dtype is not np.float64 or out is not None:
            self.shapes.append(["more arguments than the shape"])
        count = math.prod(shape)
        drawn, self.numbers = self.numbers[:count], self.numbers[count:]
        drawn += [0.5] * (count - len(drawn))
        return drawn[0] if size is None else np.array(drawn, dtype=dtype).reshape(shape)


def _noise(seed, *shape, dtype="f8"):
    """Three-digit numbers from random.Random, whose stream does not change between versions."""
    rng = random.Random(seed)
    return np.array([round(rng.uniform(-3, 3), 3) for _ in range(math.prod(shape))], dtype=dtype).reshape(shape)


def _drawn(seed, count):
    rng = random.Random(seed)
    return [min(round(rng.random(), 3), 0.999) for _ in range(count)]


def _row(*entries, dtype="f8"):
    return np.array(entries, dtype=dtype)


ONES = np.ones(4)

CASES = {
    "train, then back": (
        "entries whose number is at least p survive and grow by 1 / (1 - p), in both directions",
        (0.6, [0.9, 0.5, 0.7, 0.1], [("forward", _row(1, 2, 3, 4), True), ("backward", 10 * ONES)]),
    ),
    "eval": (
        "at evaluation the layer is the identity, in both directions, and draws nothing",
        (0.5, [0.9, 0.1], [("forward", _row(1, -2, 3), False), ("backward", _row(4, 5, 6))]),
    ),
    "nothing dropped": (
        "p = 0 keeps everything, and still draws its numbers",
        (0.0, [0.0, 0.4, 0.99, 0.2], [("forward", _row(1, 2, 3, 4), True), ("backward", ONES)]),
    ),
    "p near 1": (
        "with p = 0.99 a survivor grows a hundred times",
        (0.99, [0.995, 0.98, 0.99, 0.5], [("forward", _row(1, 2, 3, 4), True), ("backward", ONES)]),
    ),
    "a number equal to p": (
        "u = p survives: the rule is u >= p",
        (0.25, [0.25, 0.249, 0.251, 0.75], [("forward", _row(1, 2, 3, 4), True), ("backward", ONES)]),
    ),
    "p is not one half": (
        "at p = 0.2 four of five survive: keeping with probability p, or dividing by p, shows",
        (0.2, [0.1, 0.3, 0.5, 0.85, 0.15], [("forward", _row(1, 2, 3, 4, 5), True), ("backward", np.ones(5))]),
    ),
    "the same mask backward": (
        "backward uses the mask of the forward pass; numbers left in rng are not its business",
        (
            0.5,
            [0.9, 0.1, 0.8, 0.2, 0.1, 0.9, 0.2, 0.8],
            [("forward", _noise(1, 4), True), ("backward", _noise(2, 4)), ("backward", _noise(3, 4))],
        ),
    ),
    "train, eval, back": (
        "backward belongs to the latest forward, which was the identity",
        (0.5, [0.9, 0.1], [("forward", _row(1, 2), True), ("forward", _row(3, 4), False), ("backward", _row(1, 1))]),
    ),
    "eval, train, back": (
        "backward belongs to the latest forward, which dropped",
        (0.5, [0.9, 0.1], [("forward", _row(1, 2), False), ("forward", _row(3, 4), True), ("backward", _row(1, 1))]),
    ),
    "a new mask each time": (
        "every training pass draws anew; the eval pass between them leaves the stream alone",
        (
            0.4,
            _drawn(4, 9),
            [
                ("forward", _noise(5, 3), True),
                ("forward", _noise(6, 3), False),
                ("forward", _noise(7, 3), True),
                ("backward", _noise(8, 3)),
                ("forward", _noise(9, 3), True),
                ("backward", _noise(10, 3)),
            ],
        ),
    ),
    "another shape": (
        "the next batch may have another shape",
        (
            0.3,
            _drawn(11, 10),
            [("forward", _noise(12, 2, 3), True), ("forward", _noise(13, 4), True), ("backward", _noise(14, 4))],
        ),
    ),
    "three axes": (
        "each entry has a number of its own: no row, column or channel is dropped as a whole",
        (0.5, _drawn(15, 12), [("forward", _noise(16, 2, 3, 2), True), ("backward", _noise(17, 2, 3, 2))]),
    ),
    "x is zero": (
        "an entry of x that is 0 has a gradient all the same: the mask cannot be read off the output",
        (0.5, [0.6, 0.7, 0.2, 0.9], [("forward", _row(0, 0, 0, 5), True), ("backward", ONES)]),
    ),
    "x overwritten": (
        "the caller reuses its buffer after forward: what backward needs is the mask, not x",
        (0.5, [0.6, 0.2, 0.9], [("forward", _row(1, 2, 3), True), ("spoil",), ("backward", _row(1, 1, 1))]),
    ),
    "no entries": (
        "a batch without rows gives a result without rows",
        (0.5, [0.5], [("forward", np.ones((0, 3)), True), ("backward", np.ones((0, 3)))]),
    ),
    "float32": (
        "float32 in, float32 out: rng.random gives float64, and its products are wider",
        (
            0.3,
            _drawn(18, 6),
            [("forward", _noise(19, 2, 3, dtype="f4"), True), ("backward", _noise(20, 2, 3, dtype="f4"))],
        ),
    ),
    "float32 at evaluation": (
        "the identity keeps the dtype",
        (0.3, [], [("forward", _noise(21, 3, dtype="f4"), False), ("backward", _noise(22, 3, dtype="f4"))]),
    ),
    "both dtypes": (
        "a float32 batch after a float64 one",
        (
            0.5,
            _drawn(23, 6),
            [
                ("forward", _noise(24, 3), True),
                ("forward", _noise(25, 3, dtype="f4"), True),
                ("backward", _row(1, 2, 3, dtype="f4")),
            ],
        ),
    ),
}

LADDER = [2000, 4000, 8000]


def big(n):
    numbers = [(i * 7919 % 10007) / 10007 for i in range(n)]
    return 0.5, numbers, [("forward", np.sin(np.arange(n, dtype=float)), True), ("backward", np.ones(n))]


def gen(rng, size):
    p = rng.choice([0.0, 0.5, 0.9, round(rng.uniform(0, 0.99), 2)])
    calls, shape = [], None
    for _ in range(2 + size // 2):
        seed = rng.randrange(10**6)
        if shape is None or rng.random() < 0.5:
            shape = [rng.randint(1, 3) for _ in range(rng.randint(1, 2))]
            calls.append(("forward", _noise(seed, *shape), rng.random() < 0.7))
        else:
            calls.append(("backward", _noise(seed, *shape)))
    return p, _drawn(rng.randrange(10**6), 40), [*calls, ("backward", _noise(1, *shape))]


def valid(inp):
    p, numbers, calls = inp
    assert isinstance(p, float) and 0 <= p < 1, "p is a float from 0 to below 1"
    assert isinstance(numbers, list), "the numbers to be drawn are a list"
    assert all(isinstance(u, float) and 0 <= u < 1 for u in numbers), "a drawn number is a float in [0, 1)"
    assert isinstance(calls, list) and calls and calls[0][0] == "forward", "the first call is a forward"
    latest = None
    for call in calls:
        assert call[0] in ("forward", "backward", "spoil"), "a call is a forward or a backward"
        if call[0] == "spoil":
            continue
        array = call[1]
        assert isinstance(array, np.ndarray) and array.ndim >= 1, "an array with at least one axis"
        assert array.dtype in (np.float32, np.float64), "float32 or float64"
        assert np.isfinite(array).all() and np.abs(array).max(initial=0) <= 1e6, "entries finite, at most 1e6 in size"
        if call[0] == "forward":
            assert type(call[2]) is bool, "train is a bool"
            latest = array
        assert array.shape == latest.shape, "dout has the shape of the latest x"
        assert array.dtype == latest.dtype, "dout has the dtype of the latest x"


INVALID = {
    "p is 1": (1.0, [0.5], [("forward", np.ones(1), True)]),
    "p below 0": (-0.1, [0.5], [("forward", np.ones(1), True)]),
    "backward first": (0.5, [0.5], [("backward", np.ones(1))]),
    "shapes differ": (0.5, [0.5], [("forward", np.ones(1), False), ("backward", np.ones(2))]),
    "integers": (0.5, [0.5], [("forward", np.ones(1, int), True)]),
    "train is a number": (0.5, [0.5], [("forward", np.ones(1), 1)]),
    "a draw of 1": (0.5, [1.0], [("forward", np.ones(1), True)]),
}


def run(sol, inp):
    p, numbers, calls = inp
    layer, rng = sol.Dropout(p), Recorded(numbers)
    steps, latest = [], None
    for call in calls:
        if call[0] == "spoil":
            latest[...] = 77
            continue
        array = call[1].copy()
        if call[0] == "forward":
            result = layer.forward(array, call[2], rng)
            latest = array
        else:
            result = layer.backward(array)
        result = result.copy() if isinstance(result, np.ndarray) else result
        steps.append({"result": result, "given after": array.copy(), "draws": list(rng.shapes)})
    return steps


def check(inp, out, expected):
    calls = [call for call in inp[2] if call[0] != "spoil"]
    for number, (call, step, right) in enumerate(zip(calls, out, expected), start=1):
        mode = (" with train true" if call[2] else " with train false") if call[0] == "forward" else ""
        fault = _step_fault(call, step, right)
        if fault:
            return f"Call {number}, {call[0]}{mode}: {fault}"
    return None


def _step_fault(call, step, right):
    before, after = call[1], step["given after"]
    if after.dtype != before.dtype or after.tolist() != before.tolist():
        return "it changed the array that it was given. The caller still needs it."
    if step["draws"] != right["draws"]:
        return (
            f"by then rng.random was asked for the shapes {step['draws']}; wanted {right['draws']}. "
            "A training pass draws once, for all entries; nothing else draws."
        )
    got, wanted = step["result"], right["result"]
    if not isinstance(got, np.ndarray) or got.shape != wanted.shape:
        return f"the result must be an array of shape {wanted.shape}."
    if got.dtype != wanted.dtype:
        return f"the result has dtype {got.dtype}, but x has {wanted.dtype}."
    share = 1e-6 if got.dtype == np.float32 else 1e-9
    off = ~(np.abs(got.astype(float) - wanted) <= share * np.abs(wanted.astype(float)))
    if not off.any():
        return None
    at = tuple(int(i) for i in np.unravel_index(np.argmax(off), off.shape))
    return f"entry {list(at)} should be {wanted[at]:.9g}; it is {got[at]:.9g} (the entry given was {before[at]:.9g})."


def _replay(inp, forward, backward):
    """The calls, by functions of (array, factors drawn or None)."""
    p, numbers, calls = inp
    numbers, shapes, steps, drawn = list(numbers), [], [], None
    for call in calls:
        if call[0] == "spoil":
            continue
        x = call[1]
        if call[0] == "forward":
            drawn = None
            if call[2]:
                shapes = [*shapes, list(x.shape)]
                drawn, numbers = (numbers + [0.5] * x.size)[: x.size], numbers[x.size :]
            result = forward(x, drawn, p)
        else:
            result = backward(x, drawn, p)
        steps.append({"result": result.astype(x.dtype), "given after": x, "draws": list(shapes)})
    return steps


def _dropped(x, drawn, p):
    if drawn is None:
        return x * 1.0
    return anp.where(np.reshape(drawn, x.shape) >= p, x / (1 - p), 0.0)


def oracle(inp):
    def backward(dout, drawn, p):
        wide = dout.astype(float)
        return grad(lambda x: anp.sum(_dropped(x, drawn, p) * wide))(np.full(dout.shape, 0.3))

    return _replay(inp, lambda x, drawn, p: _dropped(x.astype(float), drawn, p), backward)


def oracle2(inp):
    def entry(x, u, p):
        if u is None:
            return x
        return x / (1 - Fraction(p)) if Fraction(u) >= Fraction(p) else Fraction(0)

    def forward(x, drawn, p):
        entries = [entry(Fraction(t), u, p) for t, u in zip(x.ravel().tolist(), drawn or [None] * x.size)]
        return np.array([float(e) for e in entries]).reshape(x.shape)

    def backward(dout, drawn, p):
        pairs = zip(dout.ravel().tolist(), drawn or [None] * dout.size)
        slopes = [Fraction(d) * (entry(Fraction(8), u, p) - entry(Fraction(3), u, p)) / 5 for d, u in pairs]
        return np.array([float(s) for s in slopes]).reshape(dout.shape)

    return _replay(inp, forward, backward)
