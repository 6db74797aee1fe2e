"""Cases, generator, checker and oracle of "Search a rotated list"."""

LONGEST = 100_000
LARGEST = 10**9

CASES = {
    "seven-values": (
        "the turn is left of the middle, and the value right of it",
        ([12, 15, 1, 4, 6, 8, 10], 8),
    ),
    "repeats-hide-the-turn": (
        "first, middle and last entry are equal: they do not tell where the turn is",
        ([2, 2, 2, 0, 2], 0),
    ),
    "not-rotated": ("a list that was not rotated at all", ([1, 3, 5, 7, 9], 7)),
    "not-rotated-first": ("the first entry of a list that was not rotated", ([1, 3, 5, 7, 9], 1)),
    "not-rotated-last": ("the last entry of a list that was not rotated", ([1, 3, 5, 7, 9], 9)),
    "first-entry": ("the first entry of the list, at index 0", ([7, 9, 1, 3, 5], 7)),
    "last-entry": ("the last entry of the list", ([7, 9, 1, 3, 5], 5)),
    "smallest": ("the smallest entry, right behind the turn", ([5, 7, 9, 11, 1, 3], 1)),
    "largest": ("the largest entry, right before the turn", ([5, 7, 9, 11, 1, 3], 11)),
    "turn-after-first": ("only the largest entry stands before the turn", ([9, 1, 3, 5, 7], 3)),
    "turn-before-last": ("only the smallest entry stands behind the turn", ([3, 5, 7, 9, 1], 1)),
    "absent-between": ("the value would lie between two entries", ([7, 9, 1, 3, 5], 4)),
    "absent-at-the-turn": ("the value lies between the last entry and the first one", ([7, 9, 1, 3, 5], 6)),
    "absent-too-large": ("the value is larger than all entries", ([7, 9, 1, 3, 5], 10)),
    "empty": ("nothing can be found in an empty list", ([], 3)),
    "single-found": ("one entry, and it is the value", ([4], 4)),
    "single-absent": ("one entry, and it is not the value", ([4], 2)),
    "two-turned": ("two entries: the middle is the first of them", ([5, 2], 2)),
    "two-in-order": ("two entries in order", ([2, 5], 5)),
    "many-equal": ("all entries are equal, and the value is another", ([3, 3, 3, 3, 3, 3], 4)),
    "needle-left": ("one other entry among equal ones, in the left part", ([1, 1, 0, 1, 1, 1, 1, 1, 1], 0)),
    "needle-right": ("one other entry among equal ones, in the right part", ([1, 1, 1, 1, 1, 1, 2, 1, 1], 2)),
    "behind-an-equal-first": (
        "the first entry equals the middle one, and the value stands right behind it",
        ([2, 0, 1, 2, 2, 2, 2], 0),
    ),
    "run-over-the-turn": (
        "equal entries stand at both ends, and the value in between",
        ([4, 4, 6, 8, 1, 3, 4, 4, 4], 3),
    ),
    "middle-equals-first": (
        "the first entry equals the middle one, but not the last",
        ([6, 6, 6, 6, 8, 9, 2], 9),
    ),
    "middle-equals-last": (
        "the last entry equals the middle one, but not the first",
        ([7, 9, 1, 2, 2, 2, 2], 9),
    ),
    "negatives": (
        "negative entries, and the largest ones allowed",
        ([0, 8, LARGEST, -LARGEST, -7, -3], -LARGEST),
    ),
    "long": ("1,000 entries, rotated by 300", ([3 * ((p + 300) % 1000) for p in range(1000)], 876)),
}

INVALID = {
    "two-turns": ([3, 1, 4, 2], 1),
    "turn-and-larger-end": ([3, 5, 1, 4], 1),
    "no-list": ((1, 2, 3), 1),
    "float-entry": ([1, 2.0], 2),
    "bool-entry": ([True], 1),
    "x-is-float": ([1, 2], 2.0),
    "too-large": ([1, LARGEST + 1], 1),
    "x-missing": ([1, 2],),
}

KEEP = {
    "single-absent": "the shortest list in which something can be missing",
    "empty": "the shortest list",
    "not-rotated-last": "the border of a plain binary search",
}

LADDER = [1000, 4000, 16_000, 64_000]


def big(n):
    """Different entries, rotated by a third; the value stands near the end of the list."""
    turn = n // 3
    return [*range(turn, n), *range(turn)], max(turn - 2, 0)


def gen(rng, size):
    """Up to three times `size` entries, with and without repeats; x mostly occurs."""
    count, spread = rng.randint(size, 3 * size), rng.choice([2, 6, 60])
    values = sorted(rng.randint(-spread, spread) for _ in range(count))
    if rng.random() < 0.4:
        values = sorted(set(values))
    turn = rng.randrange(len(values) + 1)
    values = values[turn:] + values[:turn]
    x = rng.choice(values) if values and rng.random() < 0.75 else rng.randint(-spread - 1, spread + 1)
    return values, x


def valid(inp):
    assert isinstance(inp, (tuple, list)) and len(inp) == 2, "want two arguments: values and x"
    values, x = inp
    assert isinstance(values, list), "values must be a list"
    assert len(values) <= LONGEST, "at most 100,000 values"
    assert all(type(value) is int for value in [*values, x]), "all values, and x, must be integers"
    assert all(abs(value) <= LARGEST for value in [*values, x]), "values lie between -10^9 and 10^9"
    falls = sum(a > b for a, b in zip(values, [*values[1:], *values[:1]]))
    assert falls <= 1, "values must be a sorted list that was rotated: going round, it falls only once"


def oracle(inp):
    """The list's own search: the first index."""
    values, x = inp
    return values.index(x) if x in values else None


def check(inp, out, expected):
    values, x = inp
    if out is None:
        return None if expected is None else f"{x} occurs, at index {expected}, and it was not found."
    if type(out) is not int:
        return f"The answer is an index or None, not {out!r:.80}."
    if expected is None:
        return f"{x} does not occur, so None is wanted, not {out}."
    if not 0 <= out < len(values):
        return f"{out} is no index of a list of {len(values)} entries, counted from 0."
    if values[out] != x:
        return f"At index {out} stands {values[out]}, not {x}."
    return None
