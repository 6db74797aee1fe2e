"""Cases, generator, driver and oracle of "Quick sort in place"."""

LONGEST = 20_000
LARGEST = 10**9
KINDS = ("sorted", "reversed", "constant", "blocks")

CASES = {
    "nine-values": (
        "nine values in no order: every one must still be there, in its new place",
        ([4, 9, 1, 7, 3, 8, 2, 6, 5],),
    ),
    "equal-values": (
        "entries that repeat: none may get lost, none may stand outside its group",
        ([3, 1, 3, 2, 1, 3, 2],),
    ),
    "empty": ("an empty list is sorted, and it has no pivot", ([],)),
    "one-entry": ("one entry is sorted already", ([7],)),
    "two-in-order": ("two entries that stand right stay", ([1, 2],)),
    "two-swapped": ("two entries change places in the list that was given", ([2, 1],)),
    "two-equal": ("two equal entries: the part must still get smaller", ([5, 5],)),
    "three-falling": ("the entry swapped in from the right end has not been looked at yet", ([3, 2, 1],)),
    "all-equal": (
        "six equal entries: a split that leaves them all on one side never ends",
        ([4, 4, 4, 4, 4, 4],),
    ),
    "largest-first": ("the largest entry has to travel from the first place to the last", ([9, 1, 2, 3, 4],)),
    "smallest-last": (
        "the smallest entry has to travel from the last place to the first",
        ([2, 3, 4, 5, 1],),
    ),
    "negatives": (
        "negative entries, zero, and the largest ones allowed",
        ([0, -5, LARGEST, -LARGEST, 3, -1, 0],),
    ),
    "long-sorted": (
        "1,500 entries in order: a pivot from one end splits off one entry at a time",
        (("sorted", 1500),),
    ),
    "long-reversed": (
        "1,500 entries in falling order: a pivot from one end splits off one entry at a time",
        (("reversed", 1500),),
    ),
    "long-constant": (
        "1,500 equal entries: with two regions all of them land on one side",
        (("constant", 1500),),
    ),
}

KEEP = {
    "one-entry": "the shortest list that has a pivot",
    "two-in-order": "the shortest list that could be spoilt",
}

INVALID = {
    "no-list": (7,),
    "float-entry": ([1, 2.0],),
    "bool-entry": ([True],),
    "too-large-entry": ([LARGEST + 1],),
    "too-long": (("sorted", LONGEST + 1),),
    "unknown-description": (("zigzag", 10),),
    "two-arguments": ([1], [2]),
}

LADDER = [500, 1000, 2000, 4000]


def big(n):
    """Half falling, half equal: bad for a pivot from the front, and for two regions."""
    return (("blocks", n),)


def gen(rng, size):
    """Up to three times `size` entries, mostly with many that repeat."""
    spread = rng.choice([1, 3, 30])
    return ([rng.randint(-spread, spread) for _ in range(rng.randint(size, 3 * size))],)


def valid(inp):
    assert isinstance(inp, (tuple, list)) and len(inp) == 1, "want one argument: the list of values"
    (values,) = inp
    if isinstance(values, tuple):
        assert len(values) == 2 and values[0] in KINDS, f"a description is (kind, n), the kind one of {KINDS}"
        assert type(values[1]) is int and 0 <= values[1] <= LONGEST, "n lies between 0 and 20,000"
        return
    assert isinstance(values, list), 'values must be a list, or a description such as ("sorted", 1500)'
    assert len(values) <= LONGEST, "at most 20,000 values"
    assert all(type(value) is int for value in values), "every value must be an integer"
    assert all(abs(value) <= LARGEST for value in values), "values lie between -10^9 and 10^9"


def listed(values):
    """The values themselves, as a new list, or those that a description stands for."""
    if isinstance(values, list):
        return list(values)
    kind, n = values
    if kind == "constant":
        return [7] * n
    if kind == "blocks":
        return list(range(n - n // 2, 0, -1)) + [0] * (n // 2)
    return list(range(n)) if kind == "sorted" else list(range(n - 1, -1, -1))


def run(sol, inp):
    (values,) = inp
    values = listed(values)
    returned = sol.quick_sort(values)
    return {"returned": returned, "list after": values}


def oracle(inp):
    """Python's own sort."""
    return {"returned": None, "list after": sorted(listed(inp[0]))}


def check(inp, out, expected):
    after, wanted = out["list after"], expected["list after"]
    if out["returned"] is not None:
        return "It returned something. Sort the list that was given, and return None."
    if sorted(map(repr, after)) != sorted(map(repr, wanted)):
        if len(after) != len(wanted):
            return f"The list has {len(after)} entries afterwards, and it had {len(wanted)}."
        return "The entries afterwards are not those that were given: swap, do not overwrite."
    for place, (value, following) in enumerate(zip(after, after[1:])):
        if value > following:
            return f"The list is not sorted afterwards: {value} stands before {following}, at place {place}."
    return None
