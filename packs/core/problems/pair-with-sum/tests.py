"""Cases, generator and oracle of "Two entries that add up"."""

import random
from itertools import combinations

LARGEST = 10**9

CASES = {
    "earliest-end": (
        "two pairs fit: the one that is complete first (smallest j) wins, even if its i is larger",
        ([1, 5, 4, 8], 9),
    ),
    "earliest-start": (
        "when the partner occurred more than once, its earliest position counts",
        ([3, 6, 3, 7], 10),
    ),
    "half-of-target": (
        "an entry that is half of the target is no pair with itself",
        ([5, 1], 10),
    ),
    "equal-values": (
        "two different entries may hold the same value",
        ([5, 5], 10),
    ),
    "half-then-twin": (
        "the lone half must wait for its twin further on",
        ([2, 6, 1, 6], 12),
    ),
    "three-equal": (
        "of three equal entries the first two end earliest",
        ([7, 7, 7], 14),
    ),
    "starts-at-zero": (
        "position 0 is a position like any other, although 0 counts as false",
        ([6, 1, 2, 3], 9),
    ),
    "zeros": (
        "zero plus zero is zero: neither a value nor a target of 0 means 'nothing'",
        ([0, 4, 0], 0),
    ),
    "negatives": (
        "negative values and a negative target",
        ([-3, 8, -5, 2], -8),
    ),
    "above-target": (
        "an entry larger than the target still has a partner: a negative one",
        ([10, 1, -4], 6),
    ),
    "opposites": (
        "a number and its negative make 0",
        ([9, 4, -9, -4], 0),
    ),
    "unsorted": (
        "the list is in no order, and the answer is in positions of the list as given",
        ([40, 10, 30, 20], 30),
    ),
    "no-pair": (
        "nothing adds up: None, not an empty tuple and not -1",
        ([1, 2, 4, 8], 7),
    ),
    "empty": ("an empty list has no pair", ([], 0)),
    "single": ("one entry has no partner, not even itself", ([4], 8)),
    "extremes": (
        "the largest and smallest allowed values",
        ([LARGEST, -LARGEST, 1 - LARGEST, LARGEST], 2 * LARGEST),
    ),
    "far-apart": (
        "the two entries are the first and the last of 1,500",
        ([-1] + [3] * 1498 + [8], 7),
    ),
}

INVALID = {
    "not-a-list": ((1, 2), 3),
    "no-target": ([1, 2],),
    "float-value": ([1, 2.5], 3),
    "bool-value": ([True, 2], 3),
    "too-large": ([LARGEST + 1, 0], 3),
    "target-too-large": ([1, 2], 2 * LARGEST + 1),
}

LADDER = [1000, 2000, 4000, 8000]


def gen(rng: random.Random, size: int) -> tuple[list[int], int]:
    """Few distinct values, so that ties, twins and missing partners are all common."""
    spread = rng.choice([1, 3, 10])
    values = [rng.randint(-spread, spread) for _ in range(size)]
    return values, rng.randint(-2 * spread, 2 * spread)


def valid(inp: tuple) -> None:
    assert type(inp) is tuple and len(inp) == 2, "want two arguments: values, target"
    values, target = inp
    assert type(values) is list, "values must be a list"
    assert len(values) <= 100_000, "values has at most 100,000 entries"
    assert all(type(value) is int for value in values), "every value must be an integer"
    assert all(abs(value) <= LARGEST for value in values), "values lie between -10^9 and 10^9"
    assert type(target) is int, "target must be an integer"
    assert abs(target) <= 2 * LARGEST, "target lies between -2*10^9 and 2*10^9"


def oracle(inp: tuple[list[int], int]) -> tuple[int, int] | None:
    """All pairs, the best by (j, i)."""
    values, target = inp
    pairs = [(j, i) for i, j in combinations(range(len(values)), 2) if values[i] + values[j] == target]
    if not pairs:
        return None
    j, i = min(pairs)
    return i, j


def big(n: int) -> tuple[list[int], int]:
    """Odd values and an odd target: no pair exists, so nobody can stop early."""
    values = list(range(1, 2 * n, 2))
    random.Random(n).shuffle(values)
    return values, 2 * n + 1
