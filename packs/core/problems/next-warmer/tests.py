"""Cases, generator and oracle of "Days until a larger value"."""

import random

LARGEST = 10**9
LONGEST = 100_000

CASES = {
    "mixed": (
        "rises and falls: one large value may end several waits at once",
        ([14, 11, 12, 9, 15, 13],),
    ),
    "plateau": (
        "an equal value is not larger: both 6 wait for the 7",
        ([6, 6, 2, 6, 7],),
    ),
    "decreasing": ("nothing larger ever comes: all zeros", ([9, 7, 4, 4, -2],)),
    "empty": ("no days, no answers", ([],)),
    "single": ("the last day has nothing to wait for", ([5],)),
    "increasing": ("each day waits for the next one only, and the last for none", ([1, 2, 5, 9],)),
    "two-equal": ("two equal values: neither is larger", ([3, 3],)),
    "all-equal": ("a plateau to the end releases nobody", ([8, 8, 8, 8],)),
    "one-peak-at-the-end": (
        "one value releases all: every distance is different",
        ([5, 4, 3, 2, 1, 6],),
    ),
    "first-larger-not-largest": (
        "the next larger value counts, although a much larger one comes later",
        ([2, 1, 3, 100],),
    ),
    "larger-before-only": ("a larger value that lies in the past does not count", ([9, 1, 2, 3],)),
    "released-from-below": (
        "the older day may wait longer than the newer one on top of it",
        ([7, 3, 5, 4, 6, 8],),
    ),
    "negatives-and-zero": (
        "negative values and 0 are values like any other: -1 is larger than -5",
        ([-5, -7, -1, 0, -3, 0, 1],),
    ),
    "equal-then-released": (
        "equal values in different places wait each for its own number of days",
        ([4, 2, 4, 1, 2, 4, 5, 2],),
    ),
    "saw": ("two interleaved sequences", ([1, 9, 2, 8, 3, 7, 4, 6, 5],)),
    "extremes": ("the smallest and the largest value allowed", ([-LARGEST, LARGEST, -LARGEST, LARGEST],)),
    "far-away": (
        "the first value waits for the last one, 300 days",
        ([50, *[k % 7 for k in range(299)], 51],),
    ),
}

KEEP = {
    "empty": "the only input without a last day",
    "single": "the shortest list with a day",
    "two-equal": "the smallest plateau",
    "all-equal": "a plateau that nothing ends",
    "extremes": "the ends of the range that the statement allows",
}

INVALID = {
    "not-a-list": ((1, 2),),
    "no-argument": (),
    "float-value": ([1, 2.5],),
    "bool-value": ([True, 2],),
    "too-large": ([LARGEST + 1],),
    "too-long": ([0] * (LONGEST + 1),),
}

LADDER = (1000, 2000, 4000, 8000)


def big(n):
    """Falling values, then one that releases half of them: who looks ahead reads to the end each time."""
    falling = list(range(2 * n, n + 1, -1))
    return ([*falling, n + n // 2],)


def gen(rng: random.Random, size: int):
    """Few different values, so that plateaus and ties are common."""
    spread = rng.choice([1, 3, 20])
    return ([rng.randint(-spread, spread) for _ in range(rng.randint(size, 2 * size))],)


def valid(inp):
    assert type(inp) is tuple and len(inp) == 1, "want one argument: values"
    (values,) = inp
    assert type(values) is list, "values must be a list"
    assert len(values) <= LONGEST, "values has at most 100,000 entries"
    assert all(type(value) is int for value in values), "every value must be an integer"
    assert all(abs(value) <= LARGEST for value in values), "values lie between -10^9 and 10^9"


def oracle(inp):
    """The definition: look ahead from each day."""
    (values,) = inp
    return [
        next((d for d in range(1, len(values) - i) if values[i + d] > values[i]), 0)
        for i in range(len(values))
    ]


def check(inp, out, expected):
    if type(out) is not list or not all(type(entry) is int for entry in out):
        return f"the answer is a list of integers, not {out!r:.80}"
    (values,) = inp
    if len(out) != len(values):
        return f"there are {len(values)} days, and the answer has {len(out)} entries"
    for day, (got, want) in enumerate(zip(out, expected)):
        if got != want:
            return f"day {day} (value {values[day]}): {_fault(values, day, got, want)}"
    return None


def _fault(values, day, got, want):
    """What is wrong with one entry, in words."""
    if want == 0:
        return f"no later value is larger, so 0 is right, not {got}"
    if got == 0:
        return (
            f"day {day + want} has {values[day + want]}, which is larger, and the answer says that nothing is"
        )
    if not 0 < got < len(values) - day:
        return f"{got} is not a number of days that leads to a later day of the list"
    if values[day + got] == values[day]:
        return f"day {day + got} has {values[day + got]} too, which is not larger"
    if values[day + got] < values[day]:
        return f"day {day + got} has {values[day + got]}, which is smaller"
    return f"day {day + got} has a larger value, but an earlier day has one already"
