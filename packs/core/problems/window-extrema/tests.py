"""Cases, generator and oracle of "Maximum of every window"."""

import random

LARGEST = 10**9
LONGEST = 100_000

CASES = {
    "mixed": (
        "a maximum stays for as long as the window holds it, and then a smaller one takes its place",
        ([2, 5, 3, 1, 4, 0, 0], 3),
    ),
    "equal-maxima": (
        "when one of two equal maxima leaves, the other is still there",
        ([6, 6, 1, 6, 2, 2, 1], 2),
    ),
    "window-too-long": ("a window longer than the list does not exist: ValueError", ([1, 2], 3)),
    "twin-dropped-early": (
        "an equal twin came in before the first one left: the window still holds a 9 when the first is gone",
        ([9, 3, 9, 1, 1, 1], 3),
    ),
    "empty": ("an empty list has no window of length 1", ([], 1)),
    "empty-and-zero": ("a window of length 0 is no window", ([], 0)),
    "zero": ("k = 0 raises ValueError, also when there are values", ([3, 1], 0)),
    "negative": ("a negative k raises ValueError", ([3, 1, 2], -1)),
    "one-wide": ("k = 1: every entry is the maximum of its own window", ([3, -1, 3, 2], 1)),
    "whole-list": ("k = n: there is exactly one window", ([3, 8, -1, 7], 4)),
    "whole-list-late-maximum": ("k = n, and the last entry is the largest", ([1, 5, 2, 9], 4)),
    "single": ("one entry, one window", ([-4], 1)),
    "increasing": ("the newest entry is always the maximum", ([1, 2, 3, 4, 5], 3)),
    "decreasing": (
        "the oldest entry is always the maximum, and always about to leave",
        ([9, 7, 5, 3, 1, 0], 3),
    ),
    "all-equal": ("every window has the same maximum", ([2, 2, 2, 2, 2], 2)),
    "negatives": (
        "all values are negative: the maximum is not 0",
        ([-5, -2, -8, -3, -9, -9], 3),
    ),
    "peak-leaves": (
        "a peak is the maximum of exactly k windows",
        ([0, 0, 0, 50, 0, 0, 0, 0, 1], 3),
    ),
    "second-best-waits": (
        "after the peak the best of the rest counts, although it came in while the peak was there",
        ([8, 1, 6, 2, 3, 1, 2], 4),
    ),
    "many-dropped-at-once": (
        "one large entry makes several waiting ones useless",
        ([5, 4, 3, 2, 9, 1, 1, 1, 1], 4),
    ),
    "saw": ("large and small entries in turn", ([1, 9, 1, 8, 1, 7, 1, 6], 2)),
    "extremes": ("the smallest and the largest value allowed", ([-LARGEST, LARGEST, -LARGEST, -LARGEST], 2)),
}

KEEP = {
    "single": "the shortest list with a window",
    "extremes": "the ends of the range that the statement allows",
    "empty": "no list is shorter",
    "empty-and-zero": "both bounds of k at once",
    "all-equal": "nothing but ties",
}

INVALID = {
    "not-a-list": ((1, 2), 1),
    "no-k": ([1, 2],),
    "float-value": ([1, 2.5], 1),
    "bool-value": ([True, 2], 1),
    "k-is-text": ([1, 2], "1"),
    "too-large": ([LARGEST + 1], 1),
    "too-long": ([0] * (LONGEST + 1), 1),
}

LADDER = (1000, 2000, 4000, 8000)


def big(n):
    """Falling values: the maximum leaves at every step, and as many candidates wait as the window is long."""
    return list(range(n, 0, -1)), n // 2


def gen(rng: random.Random, size: int):
    """Few different values, so that ties are common; now and then a window that does not exist."""
    spread = rng.choice([1, 3, 20])
    values = [rng.randint(-spread, spread) for _ in range(2 * size)]
    if rng.random() < 0.1:
        return values, rng.choice([-1, 0, len(values) + 1])
    return values, rng.randint(1, max(1, len(values)))


def valid(inp):
    assert type(inp) is tuple and len(inp) == 2, "want two arguments: values, k"
    values, k = inp
    assert type(values) is list, "values must be a list"
    assert len(values) <= LONGEST, "values has at most 100,000 entries"
    assert all(type(value) is int for value in values), "every value must be an integer"
    assert all(abs(value) <= LARGEST for value in values), "values lie between -10^9 and 10^9"
    assert type(k) is int and -10 <= k <= 2 * LONGEST, "k is an integer from -10 to 200,000"


def oracle(inp):
    """The maximum of each slice."""
    values, k = inp
    if k < 1 or k > len(values):
        raise ValueError("no window has that length")
    return [max(values[start : start + k]) for start in range(len(values) - k + 1)]


def check(inp, out, expected):
    if type(out) is not list or not all(type(entry) is int for entry in out):
        return f"the answer is a list of integers, not {out!r:.80}"
    values, k = inp
    if len(out) != len(expected):
        return f"{len(values)} entries have {len(expected)} windows of length {k}; the answer has {len(out)} entries"
    for start, (got, want) in enumerate(zip(out, expected)):
        if got == want:
            continue
        window = f"the window at positions {start} to {start + k - 1}"
        if got not in values[start : start + k]:
            return f"{window} does not hold {got} at all"
        return f"{window} holds {want}, which is larger than {got}"
    return None
