"""Cases for tiny-autograd: a list of steps that build numbered values and call backward.

The oracle adds a nudge of 0 to every numbered value and differentiates by the nudges with autograd. oracle2
computes forwards over complex numbers, once for each value: the derivative is the imaginary part of
f(x + ih) / h. So neither walks a graph backwards by rules of ours.
"""

import cmath
import math

import autograd.numpy as anp
from autograd import grad

BINARY = ("add", "mul")
WITH_NUMBER = ("add number", "number add", "mul number", "number mul", "pow")
UNARY = ("exp", "relu")
REPEATED = ("chain", "diamonds")

CASES = {
    "product and sum": (
        "the chain rule through a product, a sum and a power",
        [("leaf", 2), ("leaf", -3.0), ("mul", 0, 1), ("add number", 2, 4), ("pow", 3, 2), ("backward", 4)],
    ),
    "used twice": (
        "a value used in several places collects from all of them",
        [("leaf", 3.0), ("mul", 0, 0), ("mul", 1, 0), ("add", 1, 2), ("backward", 3)],
    ),
    "two calls": (
        "a second call adds the same once more; what the first has left does not flow on",
        [("leaf", 2.0), ("mul number", 0, 3), ("pow", 1, 2), ("backward", 2), ("backward", 2)],
    ),
    "a leaf alone": ("a value depends on itself with derivative 1", [("leaf", 5.0), ("backward", 0)]),
    "nothing asked": ("without backward every gradient is 0", [("leaf", 5.0), ("exp", 0)]),
    "twice in a sum": ("a + a has the slope 2", [("leaf", 1.5), ("add", 0, 0), ("backward", 1)]),
    "twice in a product": ("a * a has the slope 2a", [("leaf", -1.5), ("mul", 0, 0), ("backward", 1)]),
    "numbers on the left": (
        "2 + a and 2 * a ask the number first and then a's __radd__ and __rmul__",
        [("leaf", 1.5), ("number add", 0, 2), ("number mul", 1, -3.0), ("backward", 2)],
    ),
    "numbers on the right": (
        "a + 2 and a * 2, with an int",
        [("leaf", 1.5), ("mul number", 0, 2), ("add number", 1, 7), ("backward", 2)],
    ),
    "powers": (
        "n x^(n-1), for fractions and negative n too",
        [
            ("leaf", 4.0),
            ("pow", 0, 0.5),
            ("pow", 0, -1),
            ("pow", 0, 3),
            ("add", 1, 2),
            ("mul", 4, 3),
            ("backward", 5),
        ],
    ),
    "power of a negative number": ("(-2)^3 has the slope 12", [("leaf", -2.0), ("pow", 0, 3), ("backward", 1)]),
    "power of zero": (
        "0^1 has the slope 1, 0^2 the slope 0",
        [("leaf", 0), ("pow", 0, 1), ("pow", 0, 2), ("add", 1, 2), ("backward", 3)],
    ),
    "exp": ("the slope of exp is its result", [("leaf", 0.7), ("exp", 0), ("exp", 1), ("backward", 2)]),
    "relu on and off": (
        "relu passes a gradient where its argument is above 0",
        [("leaf", 2.0), ("leaf", -2.0), ("relu", 0), ("relu", 1), ("mul", 2, 3), ("add", 2, 4), ("backward", 5)],
    ),
    "relu at zero": ("at 0 relu passes nothing", [("leaf", 0.0), ("relu", 0), ("add", 0, 1), ("backward", 2)]),
    "diamond": (
        "two ways from a to the result, which meet again: the sum of both",
        [("leaf", 0.5), ("exp", 0), ("pow", 0, 2), ("mul", 1, 2), ("backward", 3)],
    ),
    "short and long way": (
        "one use is met at once, the other after three steps; a must wait for both before it passes on",
        [
            ("leaf", 1.2),
            ("mul number", 0, 2),
            ("add number", 1, 1),
            ("exp", 2),
            ("relu", 3),
            ("mul", 4, 1),
            ("backward", 5),
        ],
    ),
    "long way first": (
        "the same with the operands the other way round",
        [
            ("leaf", 1.2),
            ("mul number", 0, 2),
            ("add number", 1, 1),
            ("exp", 2),
            ("relu", 3),
            ("mul", 1, 4),
            ("backward", 5),
        ],
    ),
    "a part that does not count": (
        "what the result does not depend on keeps its gradient, even if it uses the same values",
        [("leaf", 2.0), ("leaf", 3.0), ("mul", 0, 1), ("exp", 2), ("add", 0, 1), ("backward", 4)],
    ),
    "two results": (
        "calls on two results that share a part: the gradients add up",
        [("leaf", 1.5), ("mul", 0, 0), ("exp", 1), ("pow", 1, 2), ("backward", 2), ("backward", 3)],
    ),
    "from the middle": (
        "a call on a value inside the graph, after one on the result",
        [("leaf", 2.0), ("pow", 0, 2), ("mul", 1, 0), ("backward", 2), ("backward", 1)],
    ),
    "grown between calls": (
        "the graph grows after a call, on top of values that have a gradient already",
        [("leaf", 2.0), ("mul", 0, 0), ("backward", 1), ("mul", 1, 0), ("add", 2, 1), ("backward", 3)],
    ),
    "gradient is a float": (
        "a leaf made from an int has a float as data",
        [("leaf", 3), ("pow", 0, 2), ("backward", 1)],
    ),
    "equal numbers": (
        "values with equal data are different values",
        [("leaf", 2.0), ("leaf", 2.0), ("mul", 0, 1), ("mul number", 0, 2.0), ("add", 2, 3), ("backward", 4)],
    ),
    "vanishing": (
        "a gradient of 0 flows like any other",
        [("leaf", 2.0), ("mul number", 0, 0), ("exp", 1), ("mul", 2, 0), ("backward", 3)],
    ),
    "long chain": (
        "6,000 operations in a row: recursion ends at about 1,000",
        [("leaf", 2.0), ("chain", 0, 3000), ("backward", 1)],
    ),
    "forty diamonds": (
        "2^40 ways lead to the result; each value must be handled once",
        [("leaf", 3.0), ("diamonds", 0, 40), ("mul", 1, 0), ("backward", 2)],
    ),
}

LADDER = [2000, 4000, 8000]


def big(n):
    """n values: a leaf, and diamonds of three each, whose two halves meet again."""
    return [("leaf", 2.0), ("diamonds", 0, n // 5), ("backward", 1)]


def gen(rng, size):
    steps = [("leaf", round(rng.uniform(-2, 2), 2)) for _ in range(rng.randint(1, 3))]
    data = [step[1] for step in steps]
    for _ in range(1 + size):
        i, j = rng.randrange(len(data)), rng.randrange(len(data))
        kind = rng.choice(["add", "add", "mul", "mul", "add number", "number mul", "pow", "exp", "relu"])
        if (
            kind == "pow"
            and abs(data[i]) > 5
            or kind == "exp"
            and data[i] > 3
            or kind == "mul"
            and abs(data[i] * data[j]) > 1e3
        ):
            kind = "relu"
        number = rng.randint(1, 3) if kind == "pow" else round(rng.uniform(-2, 2), 1)
        step = (kind, i, j) if kind in BINARY else (kind, i) if kind in UNARY else (kind, i, number)
        steps.append(step)
        data.append(_numbers([*[s for s in steps if s[0] != "backward"]])[-1])
        if rng.random() < 0.2:
            steps.append(("backward", len(data) - 1))
    return [*steps, ("backward", len(data) - 1)]


def valid(inp):
    assert isinstance(inp, list) and inp, "the input is a list of steps"
    known, calls, cost = 0, 0, 0
    for step in inp:
        assert isinstance(step, tuple) and len(step) in (2, 3), "a step is a tuple of two or three entries"
        kind, *rest = step
        assert kind in ("leaf", "backward", *BINARY, *WITH_NUMBER, *UNARY, *REPEATED), f"unknown step {kind!r}"
        assert len(step) == (2 if kind in ("leaf", "backward", *UNARY) else 3), (
            f"{kind} has another number of entries"
        )
        places = rest if kind in BINARY else [] if kind == "leaf" else rest[:1]
        assert all(type(i) is int and 0 <= i < known for i in places), f"{step}: no such value yet"
        if kind == "leaf" or kind in WITH_NUMBER:
            assert type(rest[-1]) in (int, float) and math.isfinite(rest[-1]), "a number is an int or a float, finite"
        if kind in REPEATED:
            assert type(rest[1]) is int and 1 <= rest[1] <= 20_000, "repeated 1 to 20,000 times"
            cost += rest[1]
        calls += kind == "backward"
        known += kind != "backward"
    assert known <= 2000 and calls <= 50 and cost <= 25_000, "2,000 values, 50 calls, 25,000 repetitions at most"
    steps = [step for step in inp if step[0] != "backward"]
    data = _numbers(steps)
    for step in steps:
        if step[0] == "pow":
            whole = type(step[2]) is int and step[2] >= 1
            assert data[step[1]] > 0 or whole, "in a ** n, a is above 0 or n is an int of at least 1"
            assert abs(step[2]) <= 100, "an exponent of at most 100"
    assert all(abs(x) <= 1e12 for x in data), "nothing overflows"


def _numbers(steps):
    """What the steps compute, over plain numbers."""
    data = []
    for kind, *rest in steps:
        x = rest[0] if kind == "leaf" else data[rest[0]]
        y = data[rest[1]] if kind in BINARY else rest[-1]
        if kind == "pow" and not _tame(x, y):
            result = math.inf
        else:
            result = _computed(kind, x, y, lambda x: math.exp(x) if x < 100 else math.inf, lambda x: max(x, 0.0))
        data.append(result if abs(result) <= 1e12 else math.inf)
    return [float(x) for x in data]


def _tame(x, n):
    """x ** n is a real number, and not a huge one."""
    return (x > 0 or (type(n) is int and n >= 1)) and (x == 0 or n * math.log(abs(x)) < 30)


def _computed(kind, x, y, exp, relu):
    if kind in ("add", "add number"):
        return x + y
    if kind == "number add":
        return y + x
    if kind in ("mul", "mul number"):
        return x * y
    if kind == "number mul":
        return y * x
    if kind == "pow":
        return x**y
    if kind in UNARY:
        return exp(x) if kind == "exp" else relu(x)
    if kind in REPEATED:
        for _ in range(y):
            x = x * 0.999 + 0.001 if kind == "chain" else x * 0.5 + x * 0.5
    return x


INVALID = {
    "nothing": [],
    "value of the future": [("leaf", 1.0), ("add", 0, 1)],
    "unknown step": [("leaf", 1.0), ("sub", 0, 0)],
    "text as a number": [("leaf", "1")],
    "root of a negative number": [("leaf", -1.0), ("pow", 0, 0.5)],
    "one over zero": [("leaf", 0.0), ("pow", 0, -1)],
    "overflow": [("leaf", 50.0), ("exp", 0)],
    "backward of nothing": [("leaf", 1.0), ("backward", 1)],
    "too long a chain": [("leaf", 1.0), ("chain", 0, 30_000)],
}


def run(sol, inp):
    values, reports = [], []
    for kind, *rest in inp:
        if kind == "backward":
            values[rest[0]].backward()
            reports.append([(v.data, v.grad) for v in values])
        elif kind == "leaf":
            values.append(sol.Value(rest[0]))
        else:
            x = values[rest[0]]
            y = values[rest[1]] if kind in BINARY else rest[-1]
            values.append(_computed(kind, x, y, lambda v: v.exp(), lambda v: v.relu()))
    return {"after each call": reports, "at the end": [(v.data, v.grad) for v in values]}


def check(inp, out, expected):
    built = [step for step in inp if step[0] != "backward"]
    calls = [step for step in inp if step[0] == "backward"]
    moments = [
        f"after backward of value {step[1]} (call {i} of {len(calls)})" for i, step in enumerate(calls, start=1)
    ]
    got, wanted = [*out["after each call"], out["at the end"]], [*expected["after each call"], expected["at the end"]]
    for moment, have, want in zip([*moments, "at the end"], got, wanted):
        for number, ((data, slope), (right, steep)) in enumerate(zip(have, want)):
            name = f"value {number}, {_shown(built[number])},"
            if type(data) is not float or type(slope) is not float:
                return f"data and grad of {name} must be floats."
            if not abs(data - right) <= 1e-9 * max(1, abs(right)):
                return f"data of {name} should be {right:.9g}; it is {data:.9g}."
            if not abs(slope - steep) <= 1e-9 * max(1, abs(steep)):
                return f"grad of {name} should be {steep:.9g} {moment}; it is {slope:.9g}."
    return None


def _shown(step):
    kind, *rest = step
    return f"({kind} {', '.join(str(part) for part in rest)})"


def _reported(inp, slopes):
    """slopes(steps, root) -> for each value the derivative of value number `root` by it."""
    steps, reports, totals = [], [], []
    for step in inp:
        if step[0] != "backward":
            steps.append(step)
            totals.append(0.0)
            continue
        totals = [t + s for t, s in zip(totals, slopes(steps, step[1]))]
        reports.append(list(zip(_numbers(steps), totals)))
    return {"after each call": reports, "at the end": list(zip(_numbers(steps), totals))}


def _nudged(steps, nudges, exp, relu):
    values = []
    for (kind, *rest), nudge in zip(steps, nudges):
        x = rest[0] if kind == "leaf" else values[rest[0]]
        y = values[rest[1]] if kind in BINARY else rest[-1]
        values.append(_computed(kind, x, y, exp, relu) + nudge)
    return values


def oracle(inp):
    def slopes(steps, root):
        def result(nudges):
            return _nudged(steps, nudges, anp.exp, lambda x: anp.where(x > 0, x, 0.0))[root]

        return grad(lambda nudges: result(nudges))([0.0] * len(steps))

    return _reported(inp, lambda steps, root: [float(s) for s in slopes(steps, root)])


def oracle2(inp):
    def slope(steps, root, place):
        nudges = [1e-30j if i == place else 0j for i in range(len(steps))]
        return _nudged(steps, nudges, cmath.exp, lambda z: z if z.real > 0 else 0j)[root].imag / 1e-30

    return _reported(inp, lambda steps, root: [slope(steps, root, place) for place in range(len(steps))])
