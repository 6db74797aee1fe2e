"""Cases, generator, driver and oracle of "Bounded recency cache"."""

import random

LARGEST = 10**9

CASES = {
    "read-refreshes": (
        "reading a key counts as a use: after get(1) the key to drop is 2",
        (2, [("put", 1, 10), ("put", 2, 20), ("get", 1), ("put", 3, 30), ("get", 2), ("get", 1), ("get", 3)]),
    ),
    "overwrite-refreshes": (
        "overwriting a key counts as a use: after put(1, 11) the key to drop is 2",
        (2, [("put", 1, 10), ("put", 2, 20), ("put", 1, 11), ("put", 3, 30), ("get", 1), ("get", 2)]),
    ),
    "same-value-again": (
        "putting the same value again is a use too: the key to drop is 2",
        (2, [("put", 1, 10), ("put", 2, 20), ("put", 1, 10), ("put", 3, 30)]),
    ),
    "overwrite-when-full": (
        "overwriting a key in a full cache drops nothing",
        (2, [("put", 1, 10), ("put", 2, 20), ("put", 2, 21), ("get", 1), ("get", 2)]),
    ),
    "overwrite-again-and-again": (
        "a key that is overwritten many times still takes up one place only",
        (2, [("put", 1, 10), ("put", 1, 11), ("put", 1, 12), ("put", 2, 20), ("put", 3, 30), ("get", 1), ("put", 4, 40)]),
    ),
    "fills-up-exactly": (
        "a cache of 3 holds three keys before it drops any",
        (3, [("put", 1, 10), ("put", 2, 20), ("put", 3, 30), ("get", 1), ("get", 2), ("get", 3), ("put", 4, 40)]),
    ),
    "dropped-key-is-gone": (
        "a dropped key is absent, and when it comes back it comes back as new",
        (2, [("put", 1, 10), ("put", 2, 20), ("put", 3, 30), ("get", 1), ("put", 1, 12), ("get", 2), ("get", 1)]),
    ),
    "miss-changes-nothing": (
        "asking for an absent key neither stores it nor takes up room",
        (2, [("get", 9), ("put", 1, 10), ("get", 8), ("put", 2, 20), ("get", 7), ("get", 1), ("get", 2)]),
    ),
    "zero-is-a-value": (
        "0 is a value and a key like any other, although it counts as false",
        (2, [("put", 0, 0), ("get", 0), ("put", 5, 0), ("get", 0), ("put", 6, 1), ("get", 5), ("get", 0)]),
    ),
    "drops-key-zero": (
        "when the dropped key is 0, put returns 0 and not None",
        (1, [("put", 0, 3), ("put", 1, 4), ("get", 0)]),
    ),
    "capacity-one": (
        "a cache of one key: each new key drops the one before, overwriting drops nothing",
        (1, [("put", 1, 10), ("put", 1, 11), ("get", 1), ("put", 2, 20), ("get", 1), ("put", 3, 30), ("get", 3)]),
    ),
    "recency-not-frequency": (
        "the oldest use decides, not the number of uses: 1 was read often, but long ago",
        (2, [("put", 1, 10), ("get", 1), ("get", 1), ("put", 2, 20), ("put", 3, 30), ("get", 1), ("get", 2)]),
    ),
    "middle-of-three": (
        "reading the key in the middle keeps the order of its two neighbours",
        (3, [("put", 1, 10), ("put", 2, 20), ("put", 3, 30), ("get", 2), ("put", 4, 40), ("put", 5, 50), ("put", 6, 60)]),
    ),
    "overwrite-the-oldest": (
        "overwriting the oldest of three keys makes it the newest; the others keep their order",
        (3, [("put", 1, 10), ("put", 2, 20), ("put", 3, 30), ("put", 1, 11), ("put", 4, 40), ("put", 5, 50), ("put", 6, 60)]),
    ),
    "reads-turn-the-order": (
        "reading all keys in reverse turns the order of dropping round",
        (3, [("put", 1, 10), ("put", 2, 20), ("put", 3, 30), ("get", 3), ("get", 2), ("get", 1)]
         + [("put", 4, 40), ("put", 5, 50), ("put", 6, 60), ("put", 7, 70)]),
    ),
    "read-the-newest": (
        "reading the most recent key changes nothing in the order",
        (2, [("put", 1, 10), ("put", 2, 20), ("get", 2), ("get", 2), ("put", 3, 30), ("put", 4, 40), ("get", 4)]),
    ),
    "read-then-overwritten": (
        "a key that was read, then overwritten, returns the new value and is dropped only in its turn",
        (2, [("put", 1, 10), ("put", 2, 20), ("get", 1), ("put", 1, 15), ("get", 1), ("put", 3, 30), ("put", 4, 40)]),
    ),
    "no-operations": ("an unused cache: nothing is returned", (1, [])),
    "capacity-zero": ("a cache that can hold nothing is refused with ValueError", (0, [])),
    "capacity-negative": ("a negative capacity is refused with ValueError", (-3, [("get", 1)])),
}

KEEP = {"no-operations": "the smallest legal cache must be accepted and do nothing by itself"}

INVALID = {
    "no-operations": (2,),
    "capacity-text": ("2", []),
    "capacity-bool": (True, []),
    "unknown-operation": (2, [("delete", 1)]),
    "put-without-value": (2, [("put", 1)]),
    "text-key": (2, [("get", "a")]),
    "too-large-value": (2, [("put", 1, LARGEST + 1)]),
    "capacity-too-large": (100_001, []),
}

LADDER = [2000, 4000, 8000, 16_000]


def gen(rng: random.Random, size: int) -> tuple[int, list[tuple]]:
    """Few keys around a small capacity, so that hits, misses and evictions are all common."""
    capacity = rng.randint(1, 4)
    keys = capacity + rng.randint(0, 2)
    operations: list[tuple] = []
    for _ in range(rng.randint(size, 4 * size)):
        key = rng.randint(0, keys)
        operations.append(("get", key) if rng.random() < 0.4 else ("put", key, rng.randint(0, 9)))
    return capacity, operations


def valid(inp: tuple) -> None:
    assert type(inp) is tuple and len(inp) == 2, "want two arguments: capacity, operations"
    capacity, operations = inp
    assert type(capacity) is int and -10 <= capacity <= 100_000, "capacity is an integer from -10 to 100,000"
    assert type(operations) is list, "operations must be a list"
    assert len(operations) <= 100_000, "at most 100,000 operations"
    for operation in operations:
        assert type(operation) is tuple and operation, 'want ("get", key) or ("put", key, value)'
        name, *numbers = operation
        assert name in ("get", "put"), 'an operation is "get" or "put"'
        assert len(numbers) == (1 if name == "get" else 2), "get takes a key, put takes a key and a value"
        assert all(type(number) is int for number in numbers), "keys and values are integers"
        assert all(abs(number) <= LARGEST for number in numbers), "keys and values lie between -10^9 and 10^9"


def run(sol, inp):
    """What each call on one new cache returned."""
    capacity, operations = inp
    cache = sol.RecencyCache(capacity)
    return [
        cache.get(*arguments) if name == "get" else cache.put(*arguments) for name, *arguments in operations
    ]


def oracle(inp: tuple[int, list[tuple]]) -> list[int | None]:
    """A plain list of (key, value), the oldest use in front; every use moves its pair to the back."""
    capacity, operations = inp
    if capacity < 1:
        raise ValueError(capacity)
    store: list[tuple[int, int]] = []
    returned: list[int | None] = []
    for name, key, *rest in operations:
        found = [pair for pair in store if pair[0] == key]
        store = [pair for pair in store if pair[0] != key]
        if name == "get":
            store += found
            returned.append(found[0][1] if found else None)
        else:
            returned.append(store.pop(0)[0] if len(store) == capacity else None)
            store.append((key, rest[0]))
    return returned


def big(n: int) -> tuple[int, list[tuple]]:
    """A full cache of n/4 keys: new keys evict all the time, and reads reach for old and new ones alike."""
    rng = random.Random(n)
    capacity = n // 4
    operations: list[tuple] = [("put", key, key) for key in range(capacity)]
    newest = capacity - 1
    while len(operations) + 2 <= n:
        newest += 1
        operations.append(("put", newest, newest))
        operations.append(("get", newest - rng.randint(0, capacity // 2)))
    return capacity, operations
