"""Cases, generator, driver and oracles of "A fair sample from a stream"."""

import itertools
import math
import random

SPARE = 10
BOUND = 6.0
"""Standard deviations; of the hundred frequencies one is beyond less than once in 100,000 solutions."""

CASES = {
    "whole-stream": ("a stream of fewer than k items is the sample", ("once", 4, 6, 1)),
    "three-of-thirty": (
        "three different items, the same ones when rng is in the same state again",
        ("once", 30, 3, 2),
    ),
    "exactly-k": ("a stream of exactly k items is the sample", ("once", 5, 5, 3)),
    "one-more-than-k": ("k + 1 items: one of them is left out", ("once", 6, 5, 4)),
    "empty-stream": ("an empty stream has an empty sample", ("once", 0, 3, 5)),
    "nothing-wanted": ("k = 0: an empty sample, and the stream is read to its end all the same", ("once", 20, 0, 6)),
    "one-wanted-one-there": ("k = 1 and one item", ("once", 1, 1, 7)),
    "long-stream": ("3,000 items go by, and only 20 may be kept at a time", ("once", 3000, 20, 8)),
    "half-of-many": ("100 of 200 items: none may be taken twice", ("once", 200, 100, 9)),
    "one-of-two": ("k = 1: the first and the second item are equally likely", ("draws", 2, 1, 101, 4000)),
    "one-of-three": (
        "k = 1: the third item gets in with probability 1/3, not 1/2 and not 1/4",
        ("draws", 3, 1, 102, 6000),
    ),
    "one-of-eight": (
        "k = 1: early items must not die out, late ones must not be favoured",
        ("draws", 8, 1, 103, 6000),
    ),
    "two-of-four": (
        "all six pairs are equally likely: whoever leaves is chosen by chance as well",
        ("draws", 4, 2, 104, 6000),
    ),
    "three-of-four": ("the last item gets in with probability 3/4", ("draws", 4, 3, 105, 5000)),
    "three-of-six": (
        "all twenty sets of three are equally likely, not only the single items",
        ("draws", 6, 3, 106, 8000),
    ),
    "two-of-nine": ("pairs of neighbours are as likely as all others", ("draws", 9, 2, 107, 8000)),
}

STATISTICAL = [name for name, (_, inp) in CASES.items() if inp[0] == "draws"]

KEEP = {
    "empty-stream": "the shortest stream",
    "one-wanted-one-there": "the smallest sample that is not empty",
    "exactly-k": "the border between keeping all and choosing",
}

INVALID = {
    "unknown-kind": ("twice", 3, 1, 0),
    "negative-k": ("once", 3, -1, 0),
    "n-is-float": ("once", 3.0, 1, 0),
    "too-long": ("once", 10_001, 1, 0),
    "too-many-sets": ("draws", 40, 20, 0, 100),
    "too-few-draws": ("draws", 4, 2, 0, 100),
    "times-missing": ("draws", 4, 2, 0),
}

LADDER = [1000, 2000, 4000, 8000]


def big(n):
    """n items, half of them in the sample."""
    return "once", n, n // 2, n


def gen(rng, size):
    """A single call, with k from 0 to more than there are."""
    n = rng.randint(0, 4 * size)
    return "once", n, rng.randint(0, n + 2), rng.randrange(10**6)


def valid(inp):
    assert isinstance(inp, (tuple, list)) and len(inp) in (4, 5), (
        "want (kind, n, k, seed), with draws also times"
    )
    kind, n, k, seed, *times = inp
    assert kind in ("once", "draws"), "the kind is 'once' or 'draws'"
    assert all(type(part) is int for part in inp[1:]), "n, k, seed and times are integers"
    assert 0 <= n <= 10_000 and 0 <= k <= 5000 and seed >= 0, (
        "n is 0 to 10,000, k at least 0, seed at least 0"
    )
    assert len(times) == (kind == "draws"), "only 'draws' takes a number of times"
    if kind == "draws":
        assert 1 <= k < n and math.comb(n, k) <= 60, (
            "with many draws, k is from 1 to n - 1, and there are at most 60 sets"
        )
        assert 100 * math.comb(n, k) <= times[0] <= 10_000, "at least 100 draws for each set, at most 10,000"


class Item:
    """An opaque object that knows how many of its kind exist."""

    alive = 0
    most = 0

    def __init__(self, place):
        self._place = place
        Item.alive += 1
        Item.most = max(Item.most, Item.alive)

    def __del__(self):
        Item.alive -= 1

    def place(self):
        return self._place


def arriving(n):
    """The items, each of which exists only as long as somebody holds it."""
    for place in range(n):
        yield Item(place)


def places_of(chosen):
    if not isinstance(chosen, list) or not all(isinstance(item, Item) for item in chosen):
        raise TypeError(f"want a list of items of the stream, found {chosen!r:.60}")
    return sorted(item.place() for item in chosen)


def run(sol, inp):
    kind, n, k, seed, *times = inp
    if kind == "once":
        Item.alive = Item.most = 0
        stream = arriving(n)
        chosen = places_of(sol.sample_stream(stream, k, random.Random(seed)))
        most, left = Item.most, sum(1 for _ in stream)
        return {
            "chosen": chosen,
            "again": places_of(sol.sample_stream(arriving(n), k, random.Random(seed))),
            "most": most,
            "left": left,
        }
    rng, tally = random.Random(seed), {}
    for _ in range(times[0]):
        chosen = tuple(places_of(sol.sample_stream(arriving(n), k, rng)))
        tally[chosen] = tally.get(chosen, 0) + 1
    return {"tally": [[list(places), tally[places]] for places in sorted(tally)]}


def oracle(inp):
    """How many items; with draws, the probability of each set and of each item, by the binomial coefficients."""
    kind, n, k = inp[:3]
    if kind == "once":
        return {"size": min(n, k)}
    return {"size": k, "set": 1 / math.comb(n, k), "item": math.comb(n - 1, k - 1) / math.comb(n, k)}


def oracle2(inp):
    """The same by listing all sets."""
    kind, n, k = inp[:3]
    if kind == "once":
        return {"size": len(range(n)[:k])}
    sets = list(itertools.combinations(range(n), k))
    return {"size": len(sets[0]), "set": 1 / len(sets), "item": sum(0 in one for one in sets) / len(sets)}


def set_fault(places, n, size):
    """What is wrong with one sample."""
    if len(places) != size:
        return f"The sample has {len(places)} items, and {size} are wanted."
    twice = [place for place, other in zip(places, places[1:]) if place == other]
    return f"Item {twice[0]} was taken twice." if twice else None


def deviation(count, times, p):
    """Of a frequency from its expectation, in standard deviations."""
    return (count - times * p) / math.sqrt(times * p * (1 - p))


def check(inp, out, expected):
    kind, n, k, *rest = inp
    if kind == "draws":
        return tally_fault(out["tally"], n, rest[1], expected)
    fault = set_fault(out["chosen"], n, expected["size"])
    if fault:
        return fault
    if out["again"] != out["chosen"]:
        return "A second call with rng in the same state gave another sample: take all randomness from rng."
    if out["most"] > k + SPARE:
        return f"{out['most']} items were held at the same time; {k + SPARE} are allowed. Forget what is not in the sample."
    if out["left"]:
        return f"{out['left']} items were left in the stream. Read it to its end, also if nothing is wanted."
    return None


def tally_fault(tally, n, times, expected):
    """The frequencies of single items first: they say more than those of sets."""
    for places, _ in tally:
        fault = set_fault(places, n, expected["size"])
        if fault:
            return fault
    for item in range(n):
        count = sum(often for places, often in tally if item in places)
        off = deviation(count, times, expected["item"])
        if abs(off) > BOUND:
            wanted = times * expected["item"]
            return f"Item {item} of {n} was chosen {count} times in {times}, expected {wanted:.0f}: {off:+.0f} standard deviations."
    known = {tuple(places): often for places, often in tally}
    for places in combinations(n, expected["size"]):
        off = deviation(known.get(places, 0), times, expected["set"])
        if abs(off) > BOUND:
            often, wanted = known.get(places, 0), times * expected["set"]
            return f"The set {list(places)} was chosen {often} times in {times}, expected {wanted:.0f}: {off:+.0f} standard deviations."
    return None


def combinations(n, k):
    return list(itertools.combinations(range(n), k))
