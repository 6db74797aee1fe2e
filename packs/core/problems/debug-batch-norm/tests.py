import random
from statistics import fmean, pvariance, variance

import numpy as np


class Draws:
    """`random(shape)` from Python's own generator, whose stream never changes; it notes its calls.

    Its numbers are multiples of 1/20, so that some are exactly p.
    """

    def __init__(self, seed):
        self._random = random.Random(seed)
        self.shapes = []

    def random(self, shape):
        shape = (shape,) if isinstance(shape, int) else tuple(shape)
        self.shapes.append(shape)
        return np.array([self._random.randrange(20) / 20 for _ in range(int(np.prod(shape)))]).reshape(shape)


def _batch(seed, n, d, centre=0.0, spread=1.0):
    rng = random.Random(f"batch {seed}")
    return np.array([[round(rng.gauss(centre, spread), 2) for _ in range(d)] for _ in range(n)])


def _many(seed, times, n, d, **kind):
    return [("forward", _batch(f"{seed} {k}", n, d, **kind)) for k in range(times)]


# An input is ((d, momentum, eps, p, seed), [(operation, argument), ...]).
CASES = {
    "train-then-predict": (
        "prediction uses what training left behind, not the batch at hand",
        (
            (2, 0.5, 1e-5, 0.0, 1),
            [*_many("a", 2, 4, 2, centre=5.0), ("predict", None), ("forward", _batch("b", 3, 2, 5.0))],
        ),
    ),
    "dropout-off": (
        "in prediction dropout lets everything pass, and draws nothing",
        ((3, 0.1, 1e-5, 0.5, 2), [*_many("c", 1, 4, 3), ("predict", None), *_many("d", 2, 2, 3)]),
    ),
    "dropout-on": (
        "in training what is kept is divided by 1 - p",
        ((3, 0.1, 1e-5, 0.4, 3), _many("e", 2, 5, 3)),
    ),
    "one-row": (
        "a single row can be predicted, and its output is not beta",
        (
            (2, 0.3, 1e-3, 0.2, 4),
            [*_many("f", 3, 4, 2, spread=3.0), ("predict", None), ("forward", _batch("g", 1, 2, 2.0))],
        ),
    ),
    "rows-apart": (
        "rows predicted together come out as each alone",
        (
            (2, 0.9, 1e-5, 0.0, 5),
            [
                *_many("h", 2, 6, 2),
                ("predict", None),
                ("forward", _batch("i", 2, 2)),
                ("forward", _batch("i", 2, 2)[:1]),
            ],
        ),
    ),
    "small-momentum": (
        "with a small momentum the running statistics move slowly",
        (
            (2, 0.01, 1e-5, 0.0, 6),
            [*_many("j", 5, 3, 2, centre=10.0), ("predict", None), ("forward", _batch("k", 2, 2, 10.0))],
        ),
    ),
    "momentum-one": (
        "with momentum 1 only the last batch is remembered",
        (
            (1, 1.0, 1e-5, 0.0, 7),
            [*_many("l", 2, 3, 1, centre=-4.0), ("predict", None), ("forward", _batch("m", 2, 1))],
        ),
    ),
    "two-rows": (
        "in a batch of two the divisors n and n - 1 are far apart",
        ((2, 0.5, 1e-5, 0.0, 8), [*_many("n", 1, 2, 2), ("predict", None), ("forward", _batch("o", 2, 2))]),
    ),
    "back-to-training": (
        "after a prediction training goes on with the batch's statistics and with dropout",
        (
            (2, 0.5, 1e-5, 0.5, 9),
            [
                *_many("p", 1, 3, 2),
                ("predict", None),
                *_many("q", 1, 3, 2),
                ("train", None),
                *_many("r", 2, 3, 2),
            ],
        ),
    ),
    "gamma-and-beta": (
        "gamma and beta act in both modes",
        (
            (2, 0.5, 1e-5, 0.0, 10),
            [
                ("gamma", np.array([2.0, -1.0])),
                ("beta", np.array([0.5, 1.0])),
                *_many("s", 1, 4, 2),
                ("predict", None),
                *_many("t", 1, 4, 2),
            ],
        ),
    ),
    "large-epsilon": (
        "eps stands under the root and tells when the variance is small",
        (
            (1, 0.5, 0.25, 0.0, 11),
            [("forward", np.array([[1.0], [1.5], [2.0]])), ("predict", None), ("forward", np.array([[3.0]]))],
        ),
    ),
    "constant-column": (
        "a column that does not vary is no division by zero",
        ((2, 0.5, 1e-5, 0.0, 12), [("forward", np.array([[1.0, 2.0], [1.0, 4.0], [1.0, 9.0]]))]),
    ),
    "nothing-dropped": (
        "with p = 0 everything is kept, and the numbers are drawn all the same",
        ((2, 0.5, 1e-5, 0.0, 13), _many("u", 2, 2, 2)),
    ),
}

KEEP = {
    "constant-column": "a division by zero is what everybody fears here",
    "nothing-dropped": "a mask that is skipped for p = 0 would move no numbers",
}

INVALID = {
    "no operations": ((2, 0.5, 1e-5, 0.0, 1), []),
    "a batch of one in training": ((2, 0.5, 1e-5, 0.0, 1), _many("x", 1, 1, 2)),
    "another width": ((3, 0.5, 1e-5, 0.0, 1), _many("x", 1, 2, 2)),
    "momentum 0": ((2, 0.0, 1e-5, 0.0, 1), _many("x", 1, 2, 2)),
    "p of 1": ((2, 0.5, 1e-5, 1.0, 1), _many("x", 1, 2, 2)),
    "unknown operation": ((2, 0.5, 1e-5, 0.0, 1), [("backward", None)]),
}


def gen(rng, size):
    d = rng.randint(1, 3)
    settings = (
        d,
        rng.choice([0.1, 0.5, 0.9]),
        rng.choice([1e-5, 0.1]),
        rng.choice([0.0, 0.3, 0.5]),
        rng.randint(0, 99),
    )
    steps = [("forward", _batch(rng.random(), rng.randint(2, 4), d, rng.choice([0.0, 5.0])))]
    training = True
    for _ in range(size // 2):
        if rng.random() < 0.4:
            training = not training
            steps.append(("train" if training else "predict", None))
        steps.append(("forward", _batch(rng.random(), rng.randint(2, 4), d, rng.choice([0.0, 5.0]))))
    return settings, steps


def valid(inp):
    assert isinstance(inp, tuple) and len(inp) == 2, "the input is (settings, operations)"
    settings, steps = inp
    assert isinstance(settings, tuple) and len(settings) == 5, "settings are d, momentum, eps, p, seed"
    d, momentum, eps, p, seed = settings
    assert type(d) is int and 1 <= d <= 20, "d is between 1 and 20"
    assert isinstance(momentum, float) and 0 < momentum <= 1, "momentum is above 0 and at most 1"
    assert isinstance(eps, float) and 1e-12 <= eps <= 1, "eps is between 1e-12 and 1"
    assert isinstance(p, float) and 0 <= p < 1, "p is at least 0 and below 1"
    assert type(seed) is int, "the seed is an int"
    assert isinstance(steps, list) and 1 <= len(steps) <= 50, "there are 1 to 50 operations"
    training = True
    for step in steps:
        assert isinstance(step, tuple) and len(step) == 2, "an operation is (name, argument)"
        name, value = step
        assert name in ("forward", "train", "predict", "gamma", "beta"), (
            "operations: forward, train, predict, gamma, beta"
        )
        training = name == "train" or (training and name != "predict")
        if name in ("train", "predict"):
            assert value is None, f"{name} takes None"
            continue
        assert isinstance(value, np.ndarray) and value.dtype == np.float64, "arrays are float64"
        assert np.isfinite(value).all() and np.abs(value).max(initial=0) <= 1e6, (
            "entries are of moderate size"
        )
        if name == "forward":
            assert value.ndim == 2 and value.shape[1] == d, "a batch has shape (n, d)"
            assert (2 if training else 1) <= len(value) <= 100, (
                "a batch has 1 to 100 rows, at least 2 in training"
            )
        else:
            assert value.shape == (d,), "gamma and beta have shape (d,)"


def oracle(inp):
    """Column by column and row by row, on lists, with the variances of the standard library."""
    (d, momentum, eps, p, seed), steps = inp
    draws = Draws(seed)
    gamma, beta, means, variances = [1.0] * d, [0.0] * d, [0.0] * d, [1.0] * d
    training, outputs = True, []
    for name, value in steps:
        if name in ("train", "predict"):
            training = name == "train"
        elif name == "gamma":
            gamma = value.tolist()
        elif name == "beta":
            beta = value.tolist()
        else:
            columns = [list(column) for column in zip(*value.tolist(), strict=True)]
            used = (
                [(fmean(c), pvariance(c)) for c in columns]
                if training
                else list(zip(means, variances, strict=True))
            )
            if training:
                means = [m + momentum * (fmean(c) - m) for m, c in zip(means, columns, strict=True)]
                variances = [
                    v + momentum * (variance(c) - v) for v, c in zip(variances, columns, strict=True)
                ]
            numbers = draws.random(value.shape).tolist() if training else None
            rows = []
            for i, row in enumerate(value.tolist()):
                rows.append([])
                for j, x in enumerate(row):
                    unit = max(0.0, gamma[j] * (x - used[j][0]) / (used[j][1] + eps) ** 0.5 + beta[j])
                    if numbers is not None:
                        unit = unit / (1 - p) if numbers[i][j] >= p else 0.0
                    rows[-1].append(unit)
            outputs.append(np.array(rows))
    return {
        "outputs": outputs,
        "running_mean": np.array(means),
        "running_var": np.array(variances),
        "drawn": draws.shapes,
        "batches after": [value for name, value in steps if name == "forward"],
    }


def oracle2(inp):
    """Running statistics not step by step but as weighted sums over all batches seen so far."""
    (d, momentum, eps, p, seed), steps = inp
    draws, training, seen, outputs = Draws(seed), True, [], []
    own = {"gamma": np.ones(d), "beta": np.zeros(d)}

    def statistics():
        shares = [momentum * (1 - momentum) ** (len(seen) - 1 - k) for k in range(len(seen))]
        rest = (1 - momentum) ** len(seen)
        mean = sum((s * (X.sum(0) / len(X)) for s, X in zip(shares, seen, strict=True)), np.zeros(d))
        spread = (
            s * np.cov(X, rowvar=False).reshape(d, d).diagonal() for s, X in zip(shares, seen, strict=True)
        )
        return mean, sum(spread, rest * np.ones(d))

    for name, value in steps:
        if name in ("train", "predict"):
            training = name == "train"
        elif name != "forward":
            own[name] = value
        else:
            mean, var = statistics()
            if training:
                seen.append(value)
                mean = np.average(value, axis=0)
                var = np.average((value - mean) ** 2, axis=0)
            Y = np.clip(own["gamma"] * ((value - mean) * (var + eps) ** -0.5) + own["beta"], 0, None)
            if training:
                Y = np.where(draws.random(value.shape) < p, 0, Y * (1 / (1 - p)))
            outputs.append(Y)
    mean, var = statistics()
    return {
        "outputs": outputs,
        "running_mean": mean,
        "running_var": var,
        "drawn": draws.shapes,
        "batches after": [value for name, value in steps if name == "forward"],
    }


def run(sol, inp):
    (d, momentum, eps, p, seed), steps = inp
    draws = Draws(seed)
    block = sol.Block(d, momentum, eps, p, draws)
    outputs, batches = [], []
    for name, value in steps:
        if name in ("train", "predict"):
            getattr(block, name)()
        elif name in ("gamma", "beta"):
            setattr(block.norm, name, value.copy())
        else:
            batches.append(value.copy())
            outputs.append(np.array(block.forward(batches[-1])))
    return {
        "outputs": outputs,
        "running_mean": np.array(block.norm.running_mean),
        "running_var": np.array(block.norm.running_var),
        "drawn": draws.shapes,
        "batches after": batches,
    }
