"""Cases, generator, driver and oracles of "First and last position of a key"."""

import bisect
import math

LONGEST = 100_000
LARGEST = 10**9
KEYS = {
    "same": lambda item: item,
    "tens": lambda item: item // 10,
    "opposite": lambda item: -item,
    "size": abs,
}

CASES = {
    "run-in-the-middle": (
        "several items have the key: the first of them, and the place behind the last",
        ([10, 11, 25, 27, 29, 31], 2, "tens"),
    ),
    "absent": (
        "no item has the key: both numbers are the place where it would be inserted",
        ([1, 3, 5, 7, 9], 6, "same"),
    ),
    "empty": ("in the empty list both numbers are 0", ([], 5, "same")),
    "one-found": ("one item, and it has the key", ([4], 4, "same")),
    "one-too-small": ("one item with a smaller key: a new one would go behind it", ([4], 5, "same")),
    "one-too-large": ("one item with a larger key: a new one would go before it", ([4], 3, "same")),
    "all-equal": (
        "all items have the key: from 0 to the length of the list",
        ([6, 6, 6, 6, 6, 6, 6], 6, "same"),
    ),
    "run-at-the-start": (
        "the first items have the key, so the first number is 0",
        ([2, 2, 2, 5, 8], 2, "same"),
    ),
    "run-at-the-end": (
        "the last items have the key, so the second number is the length of the list",
        ([1, 5, 8, 8, 8, 8], 8, "same"),
    ),
    "before-all": ("the key is smaller than all others", ([3, 4, 4, 9], -2, "same")),
    "behind-all": ("the key is larger than all others", ([3, 4, 4, 9], 10, "same")),
    "neighbours": ("each key once: the two numbers differ by one", ([1, 2, 3, 4, 5, 6, 7, 8], 3, "same")),
    "falling-items": (
        "the items fall, their keys rise: only the keys count",
        ([9, 7, 7, 4, 0, -3], -7, "opposite"),
    ),
    "falling-items-absent": ("the items fall, and no key is there", ([9, 7, 7, 4, 0, -3], -5, "opposite")),
    "sizes": (
        "items of different signs with the same size are equal in the order",
        ([0, 1, -2, 2, -2, 5, -6], 2, "size"),
    ),
    "between-integers": (
        "x lies between two keys: 2.5 is no key, and 3 is not one up to 2.5",
        ([1, 2, 2, 3, 3, 4], 2.5, "same"),
    ),
    "negative-tens": (
        "floor division: -1 to -10 have the key -1",
        ([-21, -15, -10, -3, -1, 0, 4, 12], -1, "tens"),
    ),
    "long": ("200 items allow 20 calls of key, not one for each item", (list(range(0, 600, 3)), 300, "same")),
    "long-run": (
        "200 items, 150 of them with the key: walking along them takes too many calls",
        ([1] * 20 + [5] * 150 + [9] * 30, 5, "same"),
    ),
}

INVALID = {
    "not-sorted": ([3, 1, 2], 2, "same"),
    "not-sorted-by-key": ([1, 2, 3], 2, "opposite"),
    "float-item": ([1, 2.0], 2, "same"),
    "bool-item": ([True], 1, "same"),
    "text-x": ([1, 2], "2", "same"),
    "x-is-nan": ([1, 2], math.nan, "same"),
    "unknown-key": ([1, 2], 2, "length"),
    "key-missing": ([1, 2], 2),
}

KEEP = {
    "one-found": "the shortest list with an answer",
    "before-all": "the border on the left, which no known mistake misses alone",
}

LADDER = [500, 2000, 8000, 32_000]


def big(n):
    """Half of the items have the key that is searched."""
    return [0] * (n // 4) + [1] * (n // 2) + [2] * (n - n // 4 - n // 2), 1, "same"


def gen(rng, size):
    """Up to five times `size` items; x is near a key, sometimes half-way."""
    name = rng.choice(sorted(KEYS))
    spread = rng.choice([3, 10, 50])
    items = [rng.randint(-spread, spread) for _ in range(rng.randint(size, 5 * size))]
    items.sort(key=KEYS[name])
    near = KEYS[name](rng.choice(items)) if items else 0
    return items, near + rng.choice([0, 0, 0, 1, -1, 0.5]), name


def valid(inp):
    assert isinstance(inp, (tuple, list)) and len(inp) == 3, "want three: items, x and the name of the key"
    items, x, name = inp
    assert isinstance(items, list), "items must be a list"
    assert len(items) <= LONGEST, "at most 100,000 items"
    assert all(type(item) is int and abs(item) <= LARGEST for item in items), (
        "items are integers, up to 10^9 in size"
    )
    assert type(x) in (int, float) and math.isfinite(x), f"x must be a finite number, not {x!r}"
    assert name in KEYS, f"the key is one of {', '.join(sorted(KEYS))}"
    keys = [KEYS[name](item) for item in items]
    assert keys == sorted(keys), "the items must be sorted by the key"


def run(sol, inp):
    items, x, name = inp
    plain, calls = KEYS[name], 0

    def key(item):
        nonlocal calls
        calls += 1
        return plain(item)

    returned = sol.equal_range(items, x, key)
    return {"returned": returned, "calls": calls}


def most_calls(n):
    return 2 * n.bit_length() + 4


def oracle(inp):
    """The library's bisect, on a list of all keys."""
    items, x, name = inp
    keys = [KEYS[name](item) for item in items]
    return {
        "returned": (bisect.bisect_left(keys, x), bisect.bisect_right(keys, x)),
        "calls": most_calls(len(items)),
    }


def oracle2(inp):
    """By the definition: count."""
    items, x, name = inp
    below = sum(KEYS[name](item) < x for item in items)
    return {
        "returned": (below, below + sum(KEYS[name](item) == x for item in items)),
        "calls": most_calls(len(items)),
    }


def check(inp, out, expected):
    items, x, name = inp
    returned, (first, end) = out["returned"], expected["returned"]
    if not isinstance(returned, (tuple, list)) or [type(part) for part in returned] != [int, int]:
        return f"The answer is a tuple of two integers, not {returned!r:.80}."
    if returned[0] != first:
        return f"{first} items have a key below {x}, so `first` is {first}, not {returned[0]}."
    if returned[1] != end:
        return f"{end} items have a key up to {x}, so `end` is {end}, not {returned[1]}."
    if out["calls"] > expected["calls"]:
        return f"`key` was called {out['calls']} times; for {len(items)} items {expected['calls']} calls are allowed."
    return None
