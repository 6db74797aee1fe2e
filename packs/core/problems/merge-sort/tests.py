"""Cases, generator, driver and oracle of "Stable merge sort with few comparisons"."""

import random

LONGEST = 20_000
LARGEST = 10**9
JUMPING = [(p * 37) % 61 for p in range(61)]

CASES = {
    "four-records": ("four different keys: every record must still be there", ([3, 1, 4, 2],)),
    "equal-keys": ("equal keys: the record that came first stays first", ([2, 1, 2, 1, 2],)),
    "empty": ("no record: the result is an empty list, and there is nothing to ask", ([],)),
    "one-record": ("one record is sorted already, and there is nothing to ask", ([7],)),
    "two-in-order": ("two records, one question", ([1, 2],)),
    "two-swapped": ("two records change places, in a new list", ([2, 1],)),
    "two-equal": ("two equal records must not change places", ([5, 5],)),
    "three-falling": ("an odd number splits unevenly; nobody may get lost", ([3, 2, 1],)),
    "left-runs-out": (
        "the left half runs out first: the rest of the right one must follow",
        ([1, 2, 3, 7, 8, 9, 10],),
    ),
    "right-runs-out": (
        "the right half runs out first: the rest of the left one must follow",
        ([7, 8, 9, 1, 2, 3],),
    ),
    "all-equal": ("all records are equal: a stable sort leaves them where they are", ([4] * 9,)),
    "ties-across-halves": (
        "each key occurs in both halves: on a tie the record from the left half goes first",
        ([1, 2, 3, 3, 2, 1, 2, 3, 1],),
    ),
    "negatives": ("negative keys, zero, and the largest ones allowed", ([0, -5, LARGEST, -LARGEST, 3, -1],)),
    "eight-falling": (
        "8 records in falling order, and no more than 8 x 3 questions: sorting short runs by insertion asks 28",
        ([8, 7, 6, 5, 4, 3, 2, 1],),
    ),
    "sixteen-jumping": (
        "16 records, and no more than 16 x 4 questions: the two parts must be halves",
        ([15, 8, 10, 1, 14, 6, 2, 3, 12, 13, 11, 7, 5, 4, 9, 0],),
    ),
    "in-order": ("33 records in order, and no more than 33 x 6 questions", (list(range(33)),)),
    "reversed": ("64 records in falling order, and no more than 64 x 6 questions", (list(range(64, 0, -1)),)),
    "jumping": ("61 records in no order, and no more than 61 x 6 questions", (JUMPING,)),
    "interleaved": (
        "the halves interleave, so that almost every record takes a question",
        ([*range(0, 64, 2), *range(1, 64, 2)],),
    ),
    "long": (
        "1,500 records in falling order: a call for each record would exhaust Python's nested calls",
        (list(range(1500, 0, -1)),),
    ),
}

INVALID = {
    "no-list": ((1, 2),),
    "float-key": ([1, 2.0],),
    "bool-key": ([True],),
    "too-large-key": ([LARGEST + 1],),
    "too-long": ([0] * (LONGEST + 1),),
    "two-arguments": ([1], [2]),
}

KEEP = {
    "one-record": "the longest list that allows no question",
    "two-in-order": "the shortest list that could be spoilt",
}

LADDER = [2000, 4000, 8000, 16000]


def big(n):
    """Random keys."""
    rng = random.Random(n)
    return ([rng.randint(-LARGEST, LARGEST) for _ in range(n)],)


def gen(rng, size):
    """Up to three times `size` keys, mostly with many ties."""
    spread = rng.choice([1, 3, 30])
    return ([rng.randint(-spread, spread) for _ in range(rng.randint(size, 3 * size))],)


def valid(inp):
    assert isinstance(inp, (tuple, list)) and len(inp) == 1, "want one argument: the keys of the records"
    (keys,) = inp
    assert isinstance(keys, list), "the keys must be a list"
    assert len(keys) <= LONGEST, "at most 20,000 keys"
    assert all(type(key) is int for key in keys), "every key must be an integer"
    assert all(abs(key) <= LARGEST for key in keys), "keys lie between -10^9 and 10^9"


class Record:
    """Opaque to the learner; the driver knows its key by its identity."""


def run(sol, inp):
    (keys,) = inp
    records = [Record() for _ in keys]
    key_of = dict(zip(records, keys))
    position = {record: at for at, record in enumerate(records)}
    calls = 0

    def before(a, b):
        nonlocal calls
        calls += 1
        return key_of[a] < key_of[b]

    given = list(records)
    returned = sol.merge_sort(given, before)
    if not isinstance(returned, list):
        raise TypeError(f"want a list of records, found {type(returned).__name__}")
    new = returned is not given
    shown = [position.get(record) if isinstance(record, Record) else None for record in returned]
    after = [position.get(record) for record in given]
    return {"returned": shown, "new list": new, "calls": calls, "records after": after}


def most_calls(n):
    """n times the logarithm of n to base 2, rounded up."""
    return n * (n - 1).bit_length() if n > 1 else 0


def oracle(inp):
    """Python's own stable sort of the positions; the number of calls is the most that is allowed."""
    (keys,) = inp
    places = list(range(len(keys)))
    return {
        "returned": sorted(places, key=keys.__getitem__),
        "new list": True,
        "calls": most_calls(len(keys)),
        "records after": places,
    }


def check(inp, out, expected):
    (keys,) = inp
    shown, wanted = out["returned"], expected["returned"]
    if out["records after"] != expected["records after"]:
        return "The list that was given has changed. The order belongs into a new list."
    if not out["new list"]:
        return "The list that was given came back. The order belongs into a new list, also of one record or none."
    if None in shown:
        return f"Entry {shown.index(None)} of the result is not one of the records."
    if len(shown) != len(wanted) or len(set(shown)) != len(wanted):
        return f"The result has {len(shown)} entries, {len(set(shown))} of them different; {len(wanted)} records came."
    for first, second in zip(shown, shown[1:]):
        if keys[first] > keys[second]:
            return f"The record with key {keys[first]} stands before the one with key {keys[second]}."
        if keys[first] == keys[second] and first > second:
            return (
                f"Two records with key {keys[first]} changed places:"
                f" in the input, position {second} comes before position {first}."
            )
    if out["calls"] > expected["calls"]:
        return f"`before` was called {out['calls']} times; for {len(keys)} records {expected['calls']} calls are allowed."
    return None
