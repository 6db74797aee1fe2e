"""Cases, generator and oracles of "The k-th smallest without sorting"."""

import heapq

LONGEST = 20_000
LARGEST = 10**9
SCATTERED = [(p * 61) % 101 for p in range(101)]  # 0 to 100, each once, in no order

CASES = {
    "five-values": ("k counts from 0, so k = 1 asks for the second smallest", ([7, 2, 9, 4, 3], 1)),
    "repeated-values": ("entries that repeat count as often as they occur", ([6, 1, 6, 1, 6, 3], 4)),
    "smallest": ("k = 0 asks for the smallest entry", ([4, 8, 1, 5, 9], 0)),
    "largest": ("k = n - 1 asks for the largest entry", ([4, 8, 1, 5, 9], 4)),
    "single": ("of one entry, the one at index 0 is that entry", ([5], 0)),
    "two": ("of two entries, index 1 is the larger", ([9, 3], 1)),
    "all-equal": ("equal entries: a split that keeps all of them never ends", ([4] * 12, 7)),
    "zeros-and-ones": ("two different values: the border between them decides", ([1, 0, 1, 0, 0, 1, 0], 3)),
    "first-of-the-ones": ("the place right behind the last zero holds a one", ([1, 0, 1, 0, 0, 1, 0], 4)),
    "negatives": ("negative entries, and the largest ones allowed", ([3, -LARGEST, 0, -7, LARGEST, -7], 2)),
    "sorted": ("a sorted list of 101 entries: index and entry are the same", (list(range(101)), 73)),
    "reversed": ("a list in falling order", (list(range(100, -1, -1)), 20)),
    "scattered-low": ("several rounds, with the answer near the beginning", (SCATTERED, 9)),
    "scattered-high": (
        "several rounds: each time the larger group is kept, k must be shifted",
        (SCATTERED, 93),
    ),
    "every-index": (
        "asked for each index in turn, the answers are the sorted list",
        ([5, -1, 5, 3, 0, 3, 8, 5], [0, 1, 2, 3, 4, 5, 6, 7]),
    ),
    "too-large": ("index n does not exist, so ValueError is wanted", ([4, 8, 1], 3)),
    "far-too-large": ("an index far behind the end raises ValueError as well", ([4, 8, 1], 50)),
    "negative-k": ("k = -1 does not mean the last entry: ValueError is wanted", ([4, 8, 1], -1)),
    "empty": ("the empty list has no index 0", ([], 0)),
}

INVALID = {
    "no-list": ((1, 2), 0),
    "float-entry": ([1, 2.0], 0),
    "bool-entry": ([True], 0),
    "k-is-float": ([1, 2], 1.0),
    "too-large-entry": ([LARGEST + 1], 0),
    "too-long": ([0] * (LONGEST + 1), 0),
    "k-missing": ([1],),
    "one-k-of-a-list-outside": ([1, 2], [0, 2]),
}

LADDER = [500, 1000, 2000, 4000]


def big(n):
    """Rising, then all equal: bad for a pivot from the front and for two groups. Many k, since one is luck."""
    rising = n // 2
    return list(range(rising)) + [n] * (n - rising), [(2 * i + 1) * n // 32 for i in range(16)]


def gen(rng, size):
    """Up to four times `size` entries, mostly with many that repeat; k is rarely out of range."""
    spread = rng.choice([1, 4, 40])
    values = [rng.randint(-spread, spread) for _ in range(rng.randint(1 + size, 1 + 4 * size))]
    k = rng.choice([-2, len(values)]) if rng.random() < 0.1 else rng.randrange(len(values))
    return values, k


def valid(inp):
    assert isinstance(inp, (tuple, list)) and len(inp) == 2, "want two arguments: values and k"
    values, k = inp
    assert isinstance(values, list), "values must be a list"
    assert len(values) <= LONGEST, "at most 20,000 values"
    assert all(type(value) is int for value in values), "every value must be an integer"
    assert all(abs(value) <= LARGEST for value in values), "values lie between -10^9 and 10^9"
    if isinstance(k, list):
        assert len(k) <= 20 and all(type(one) is int for one in k), "a list of k holds at most 20 integers"
        assert all(0 <= one < len(values) for one in k), "every k of a list must be an index of values"
    else:
        assert type(k) is int, f"k must be an integer, not {k!r}"


def run(sol, inp):
    values, k = inp
    if isinstance(k, list):
        return [sol.kth_smallest(list(values), one) for one in k]
    return sol.kth_smallest(values, k)


def oracle(inp):
    """Python's own sort."""
    values, k = inp
    if isinstance(k, list):
        return [sorted(values)[one] for one in k]
    if k < 0 or k >= len(values):
        raise ValueError("no such index")
    return sorted(values)[k]


def oracle2(inp):
    """The last of the k + 1 smallest entries that a heap finds."""
    values, k = inp
    if isinstance(k, list):
        return [heapq.nsmallest(one + 1, values)[-1] for one in k]
    if k not in range(len(values)):
        raise ValueError("no such index")
    return heapq.nsmallest(k + 1, values)[-1]


def check(inp, out, expected):
    values, k = inp
    if isinstance(k, list):
        faults = (fault(values, one, got, want) for one, got, want in zip(k, out, expected))
        return next((text for text in faults if text), None)
    return fault(values, k, out, expected)


def fault(values, k, out, expected):
    """What is wrong with one answer."""
    if type(out) is int and out == expected:
        return None
    if type(out) is not int:
        return f"The answer is an entry of the list, an integer, not {out!r:.80}."
    if out not in values:
        return f"{out} is not an entry of the list."
    smaller, equal = sum(value < out for value in values), values.count(out)
    places = f"index {smaller}" if equal == 1 else f"indices {smaller} to {smaller + equal - 1}"
    return f"In the sorted list {out} has {places}; index {k} was asked for, counted from 0."
