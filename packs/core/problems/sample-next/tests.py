"""Cases for sample-next. The oracle follows the five steps in decimals; oracle2 is SciPy's softmax and ranks."""

import math
import random
from decimal import Decimal, localcontext

import numpy as np
from scipy.special import softmax
from scipy.stats import rankdata

INF = math.inf


def _logits(values, dtype="f8"):
    return np.array(values, dtype=dtype)


SLOPE = _logits([2.0, 1.5, 1.0, 0.5, 0.0, -0.5, -1.0, -3.0])
MIXED = _logits([-1.2, 3.1, 0.4, 2.2, 2.9, -0.7, 1.8])
FLAT = np.zeros(8)

CASES = {
    "top three": ("the three largest logits share the probability", ("next", MIXED, 1.0, 3, 1.0)),
    "the token that crosses p": (
        "two of four equal tokens sum to exactly p = 0.5: that is enough, and ties go to smaller ids",
        ("next", np.zeros(4), 1.0, None, 0.5),
    ),
    "just above a sum": ("0.25 is below p = 0.26, so the second token is needed", ("next", np.zeros(4), 1.0, None, 0.26)),
    "softmax": ("no filter: temperature 1, all tokens, p = 1", ("next", MIXED, 1.0, None, 1.0)),
    "hot": ("temperature 2 halves the logits: flatter", ("next", MIXED, 2.0, None, 1.0)),
    "cold": ("temperature 0.5 doubles the logits: more peaked", ("next", MIXED, 0.5, None, 1.0)),
    "hot top-p": (
        "temperature goes first: a hot distribution needs more tokens to reach p",
        ("next", SLOPE, 3.0, None, 0.6),
    ),
    "cold top-p": ("a cold distribution needs fewer tokens to reach p", ("next", SLOPE, 0.4, None, 0.8)),
    "top-k, then top-p": (
        "top-p looks at the probabilities after top-k: they sum to 1 among the kept",
        ("next", SLOPE, 2.0, 4, 0.7),
    ),
    "greedy": ("temperature 0: everything to the largest logit", ("next", MIXED, 0.0, None, 0.3)),
    "greedy with a tie": ("temperature 0 and two largest logits: the smaller id", ("next", _logits([1, 4, 4, 2]), 0.0, 3, 1.0)),
    "greedy and top-k": ("temperature 0 stays greedy whatever k and p are", ("next", MIXED, 0.0, 2, 0.9)),
    "one token by k": ("k = 1: everything to the largest logit", ("next", MIXED, 1.0, 1, 1.0)),
    "ties at the cut of k": (
        "three tokens are equal and two places are left: exactly k are kept, the smaller ids",
        ("next", _logits([0.5, 2.0, 1.0, 1.0, 3.0, 1.0]), 1.0, 4, 1.0),
    ),
    "ties everywhere": ("all logits are equal: the k smallest ids", ("next", FLAT, 0.7, 3, 1.0)),
    "ties of many": (
        "an unstable sort mixes up equal logits once there are more than a few",
        ("next", np.zeros(40), 1.0, 17, 1.0),
    ),
    "peaked": ("the first token alone is above p: it is kept, not dropped", ("next", _logits([0.0, 9.0, 1.0]), 1.0, None, 0.5)),
    "tiny p": ("however small p is, one token remains", ("next", MIXED, 1.0, None, 1e-6)),
    "p is one": (
        "p = 1 keeps all, also tokens so rare that the running sum is 1 before them",
        ("next", _logits([0.0, 40.0, -5.0, 20.0]), 1.0, None, 1.0),
    ),
    "p nearly one": (
        "p = 0.9995 is less than 1: the first token alone has more than that",
        ("next", _logits([0.0, 10.0, 0.0, 0.0]), 1.0, None, 0.9995),
    ),
    "k is everything": ("k = V keeps all", ("next", SLOPE, 1.0, 8, 1.0)),
    "large logits": (
        "exp of 10000 overflows; what counts are differences",
        ("next", _logits([10000.0, 9999.0, 9998.0, -10000.0]), 1.0, None, 0.9),
    ),
    "large and cold": (
        "at temperature 0.001 the differences grow a thousandfold",
        ("next", _logits([10000.0, 9999.999, -10000.0]), 0.001, None, 1.0),
    ),
    "very low logits": ("all far below zero: exp of each is 0, their ratios are not", ("next", _logits([-9000.0, -9001.0, -9002.0]), 1.0, None, 1.0)),
    "forbidden tokens": (
        "minus infinity forbids a token: probability 0, no NaN",
        ("next", _logits([-INF, 1.0, -INF, 0.5, 0.0]), 1.0, None, 0.95),
    ),
    "fewer allowed than k": ("two allowed tokens and k = 4: forbidden ones stay at 0", ("next", _logits([-INF, 1.0, -INF, 0.5, -INF]), 1.0, 4, 1.0)),
    "one token": ("a vocabulary of one token", ("next", _logits([-3.0]), 0.8, 1, 0.4)),
    "float32": ("float32 logits give float32 probabilities", ("next", MIXED.astype("f4"), 0.9, 5, 0.85)),
    "large and cold, float32": (
        "33,333 in float32 is rounded to 0.002: take differences in float64 before the exponential",
        ("next", _logits([10000.0, 9999.5], "f4"), 0.3, None, 1.0),
    ),
    "float32, greedy": ("also when greedy the dtype is that of the logits", ("next", MIXED.astype("f4"), 0.0, None, 1.0)),
    "draws": ("each token as often as its probability says", ("draws", _logits([0.1, 0.2, 0.0, 0.4, 0.3]), 21, 4000)),
    "draws of rare tokens": ("a rare token comes up rarely, but it does", ("draws", _logits([0.97, 0.02, 0.01]), 22, 4000)),
    "a certain token": ("probability 1", ("draws", _logits([0.0, 1.0, 0.0]), 23, 200)),
    "u is zero": ("random() may return 0.0: the first token has probability 0", ("edge", _logits([0.0, 0.5, 0.5]), 0.0)),
    "u is nearly one": ("random() may come near 1: the last tokens have probability 0", ("edge", _logits([0.5, 0.5, 0.0]), 1 - 2**-53)),
    "sums end below one before a zero": (
        "ten times 0.1 adds up to less than 1, and u is not below it: what is missing must not go to the last token, which has probability 0",
        ("edge", _logits([0.1] * 10 + [0.0]), 1 - 2**-53),
    ),
    "sums end below one": (
        "ten float32 probabilities of 0.1 sum to less or more than 1, and u may lie above",
        ("edge", np.full(10, 0.09999999, dtype="f4"), 1 - 2**-53),
    ),
}

STATISTICAL = ["draws", "draws of rare tokens"]

KEEP = {
    "a certain token": "the plainest distribution; nobody should fail it without being told so plainly",
}

LADDER = (2000, 4000, 8000, 16000)


def big(n):
    """Nearly flat, so that reaching p takes nearly all tokens."""
    rng = random.Random(n)
    return "next", np.array([rng.uniform(0, 0.1) for _ in range(n)]), 1.0, None, 0.9


def gen(rng, size):
    while True:
        V = rng.randint(1, 4 + 3 * size)
        grid = rng.choice([1, 4, 1000])
        logits = _logits([round(rng.uniform(-4, 4) * grid) / grid for _ in range(V)])
        temperature = rng.choice([0.0, 0.5, 1.0, 1.0, 1.7])
        k = rng.choice([None, rng.randint(1, V)])
        p = rng.choice([1.0, round(rng.uniform(0.05, 0.99), 3)])
        if _clear(logits, temperature, k, p):
            return "next", logits, temperature, k, p


def _clear(logits, temperature, k, p):
    """Whether no sum of step 4 comes near p."""
    if temperature == 0 or p == 1:
        return True
    ordered = np.sort(logits)[::-1][:k] / temperature
    sums = np.cumsum(np.exp(ordered - ordered[0]))
    return bool(np.abs(sums / sums[-1] - p).min() > 1e-4)


def valid(inp):
    assert isinstance(inp, (tuple, list)) and len(inp) in (3, 4, 5), "the input is what to call and its arguments"
    what, array, *rest = inp
    assert what in ("next", "draws", "edge"), "the first entry is 'next', 'draws' or 'edge'"
    assert len(rest) == {"next": 3, "draws": 2, "edge": 1}[what], "too few or too many arguments"
    assert isinstance(array, np.ndarray) and array.ndim == 1 and 1 <= len(array) <= 200_000, "a 1-D array, not empty"
    assert array.dtype in (np.float32, np.float64), "float32 or float64"
    if what == "next":
        temperature, k, p = rest
        finite = array[np.isfinite(array)]
        assert len(finite) >= 1 and np.abs(finite).max() <= 1e4, "a finite logit, none beyond 1e4"
        assert not np.isnan(array).any() and not (array == np.inf).any(), "logits are finite or -inf"
        assert type(temperature) is float and (temperature == 0 or 1e-3 <= temperature <= 100), "temperature out of range"
        assert k is None or type(k) is int and 1 <= k <= len(array), "k is None or an int from 1 to V"
        assert type(p) is float and 0 < p <= 1, "p is a float above 0, at most 1"
        return
    assert (array >= 0).all() and abs(float(array.sum()) - 1) < 1e-4, "probabilities are nonnegative and sum to 1"
    if what == "draws":
        assert all(type(number) is int and 0 <= number for number in rest), "seed and times are ints"
        assert 1 <= rest[1] <= 5000 and len(array) <= 100, "at most 5000 draws of at most 100 tokens"
    else:
        assert type(rest[0]) is float and 0 <= rest[0] < 1, "u is a float, at least 0 and below 1"


INVALID = {
    "no logits": ("next", np.zeros(0), 1.0, None, 1.0),
    "all forbidden": ("next", np.array([-INF, -INF]), 1.0, None, 1.0),
    "a NaN": ("next", np.array([math.nan, 1.0]), 1.0, None, 1.0),
    "temperature below zero": ("next", SLOPE, -1.0, None, 1.0),
    "k zero": ("next", SLOPE, 1.0, 0, 1.0),
    "p zero": ("next", SLOPE, 1.0, None, 0.0),
    "not a distribution": ("draws", np.array([0.5, 0.2]), 1, 10),
    "u is one": ("edge", np.array([0.5, 0.5]), 1.0),
}


class _Fixed(random.Random):
    """Gives the same number again and again, and so do all methods that lean on random()."""

    def __init__(self, u):
        super().__init__(0)
        self._u = u

    def random(self):
        return self._u

    def getrandbits(self, k):  # so that choice and randrange, which try again and again, come to an end
        return super().getrandbits(k)


def run(sol, inp):
    what, array, *rest = inp
    given, twice = array.copy(), []
    if what == "next":
        returned = sol.next_distribution(given, *rest)
    elif what == "edge":
        returned = sol.sample(given, _Fixed(rest[0]))
    else:
        rng, returned = random.Random(rest[0]), {}
        for _ in range(rest[1]):
            token = sol.sample(given, rng)
            returned[repr(token)] = returned.get(repr(token), 0) + 1
        for _ in range(2):
            rng = random.Random(rest[0])
            twice.append([sol.sample(given, rng) for _ in range(20)])
    return {"returned": returned, "twice": twice, "changed": given.tobytes() != array.tobytes()}


def check(inp, out, expected):
    what, array, *rest = inp
    if out["changed"]:
        return "Your function changed its array, which belongs to the caller."
    got = out["returned"]
    if what == "next":
        return _distribution_fault(array, got, expected["returned"])
    if what == "edge":
        got = got.item() if isinstance(got, np.ndarray) and got.ndim == 0 else got
        if type(got) is not int or not 0 <= got < len(array):
            return f"sample must return an id from 0 to {len(array) - 1}, not {got!r:.40}."
        return None if array[got] > 0 else f"With u = {rest[0]!r} sample returns token {got}, which has probability 0."
    if out["twice"][0] != out["twice"][1]:
        return "Two generators in the same state gave different tokens: take all randomness from rng."
    return _tally_fault(array, rest[1], got)


def _distribution_fault(logits, got, want):
    if not isinstance(got, np.ndarray) or got.shape != want.shape:
        return f"Return an array of shape {want.shape}: a probability for each token."
    if got.dtype != logits.dtype:
        return f"The result has dtype {got.dtype}, but the logits have {logits.dtype}: keep it."
    if np.isnan(got).any():
        return "A probability is NaN. Subtract the largest logit before you take exponentials."
    for i in range(len(want)):
        if got[i] != 0 and want[i] == 0:
            return f"Token {i} (logit {logits[i]:.4g}) has probability {got[i]:.4g}, but it does not belong to the kept ones."
        if got[i] == 0 and want[i] != 0:
            return f"Token {i} (logit {logits[i]:.4g}) should be kept with probability {want[i]:.4g}, yours is 0."
    room = 1e-5 if logits.dtype == np.float32 else 1e-9
    far = ~(np.abs(got.astype(float) - want) <= room)
    if far.any():
        i = int(far.argmax())
        return f"The right tokens are kept, but token {i} has probability {got[i]:.8g}, wanted {want[i]:.8g}."
    return None


def _tally_fault(probs, times, tally):
    for i, p in enumerate(probs.tolist()):
        count, room = tally.get(str(i), 0), 6 * math.sqrt(times * p * (1 - p)) + (0.5 if p > 0 else 0)
        if abs(count - times * p) > room:
            return f"Token {i} has probability {p:.4g} and came up {count:g} times in {times} draws; about {times * p:.0f} expected."
    strange = next((token for token in tally if token not in {str(i) for i in range(len(probs))}), None)
    return None if strange is None else f"sample returned {strange:.40}, which is no token id (an int from 0 to V - 1)."


def oracle(inp):
    what, array, *rest = inp
    if what == "next":
        return {"returned": _by_steps(array, *rest), "twice": [], "changed": False}
    if what == "edge":
        return {"returned": int(np.flatnonzero(array)[-1 if rest[0] > 0.5 else 0]), "twice": [], "changed": False}
    tally = {str(i): p * rest[1] for i, p in enumerate(array.tolist()) if p}
    return {"returned": tally, "twice": [], "changed": False}


def _by_steps(logits, temperature, k, p):
    ids = sorted(range(len(logits)), key=lambda i: (-logits[i], i))
    probs = [0.0] * len(logits)
    with localcontext(prec=50):
        if temperature == 0:
            probs[ids[0]] = 1.0
        else:
            allowed = [i for i in ids[:k] if math.isfinite(logits[i])]
            top = Decimal(float(logits[allowed[0]]))
            heat = Decimal(temperature)
            weight = {i: ((Decimal(float(logits[i])) - top) / heat).exp() for i in allowed}
            total, kept, mass = sum(weight.values()), [], Decimal(0)
            for i in allowed:
                if kept and p < 1 and mass / total >= Decimal(p):
                    break
                kept.append(i)
                mass += weight[i]
            for i in kept:
                probs[i] = float(weight[i] / mass)
    return np.array(probs, dtype=logits.dtype)


def oracle2(inp):
    what, logits, *rest = inp
    if what != "next":
        return oracle(inp)
    temperature, k, p = rest
    rank = rankdata(-logits, method="ordinal")
    if temperature == 0:
        return {"returned": (rank == 1).astype(logits.dtype), "twice": [], "changed": False}
    cold = np.where(rank <= (k or len(logits)), logits.astype(float), -INF) / temperature
    probs = softmax(cold)
    before = np.array([math.fsum(probs[rank < r].tolist()) for r in rank.tolist()])
    kept = (before < p) | (p == 1)
    found = softmax(np.where(kept, cold, -INF))
    return {"returned": found.astype(logits.dtype), "twice": [], "changed": False}
