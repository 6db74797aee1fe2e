"""Cases, generator, driver and oracle of "Hash map with open addressing"."""

import random

LIMIT = 10**9
LARGEST_HASH = 2**62
MOST_STEPS = 20_000
WATCHED = 40  # steps of a test whose table is read after every change


def _puts(**hashes):
    """Steps that put these keys with these hashes, each with ten times its hash plus one as its value."""
    return [["put", key, hashed, hashed % 1000 * 10 + 1] for key, hashed in hashes.items()]


CASES = {
    "chain-through-a-mark": (
        "the deleted entry stood between the home slot and the key: the search must walk over its mark",
        [
            *_puts(ant=2, bee=10, cat=18),
            ["delete", "bee", 10],
            ["get", "cat", 18],
            ["get", "bee", 10],
            ["len"],
        ],
    ),
    "grows": (
        "the fifth entry would fill more than half of 8 slots: all move to 32, by hash % 32",
        [*_puts(a=1, b=9, c=17, d=33, e=2), ["get", "b", 9], ["get", "d", 33], ["len"]],
    ),
    "empty": (
        "a new map has nothing to get and nothing to delete",
        [["len"], ["get", "a", 0], ["delete", "a", 0], ["len"]],
    ),
    "overwrite": (
        "a key that is there gets its new value in its own slot, and the map gets no longer",
        [
            *_puts(a=4, b=4),
            ["put", "a", 4, 70],
            ["put", "b", 4, 80],
            ["get", "a", 4],
            ["get", "b", 4],
            ["len"],
        ],
    ),
    "overwrite-behind-a-mark": (
        "the key stands behind a mark: a put must find it there, not put it in a second time",
        [
            *_puts(a=5, b=13),
            ["delete", "a", 5],
            ["put", "b", 13, 99],
            ["len"],
            ["delete", "b", 13],
            ["get", "b", 13],
            ["len"],
        ],
    ),
    "delete-then-reinsert": (
        "a key that comes back takes the first mark of its probe, and is counted again",
        [
            *_puts(a=3, b=3, c=3),
            ["delete", "b", 3],
            ["put", "b", 3, 7],
            ["get", "b", 3],
            ["get", "c", 3],
            ["len"],
        ],
    ),
    "newcomer-takes-the-mark": (
        "another key may take the mark of a deleted one, the first on its probe",
        [*_puts(a=6, b=6, c=6), ["delete", "a", 6], ["delete", "b", 6], ["put", "d", 6, 5], ["get", "c", 6]],
    ),
    "deleted-twice": (
        "a deleted key is absent: deleting it again returns None and does not make the map shorter",
        [*_puts(a=1, b=2), ["delete", "a", 1], ["delete", "a", 1], ["len"], ["delete", "c", 1], ["len"]],
    ),
    "same-hash-other-key": (
        "an equal hash does not make an equal key",
        [
            *_puts(a=9),
            ["get", "b", 9],
            ["delete", "b", 9],
            ["put", "b", 9, 2],
            ["get", "a", 9],
            ["get", "b", 9],
        ],
    ),
    "wraps-round": (
        "behind the last slot comes slot 0",
        [
            *_puts(a=7, b=15, c=6, d=14),
            ["delete", "a", 7],
            ["get", "d", 14],
            ["get", "c", 6],
            ["get", "b", 15],
        ],
    ),
    "all-collide": (
        "all keys have the same, largest hash: everything is one run of slots",
        [
            *[["put", key, LARGEST_HASH - 1, at] for at, key in enumerate("pqrstuv")],
            ["delete", "q", LARGEST_HASH - 1],
            ["get", "v", LARGEST_HASH - 1],
            ["put", "w", LARGEST_HASH - 1, 7],
            ["get", "w", LARGEST_HASH - 1],
            ["len"],
        ],
    ),
    "marks-count-as-used": (
        "two entries and two marks fill half of 8 slots: the next new key makes room, and 16 slots are enough",
        [
            *_puts(a=0, b=1, c=2, d=3),
            ["delete", "a", 0],
            ["delete", "c", 2],
            *_puts(e=4),
            ["get", "d", 3],
            ["len"],
        ],
    ),
    "room-although-a-mark-is-free": (
        "put asks for room before it looks for a slot, also if the new entry could take a mark",
        [*_puts(a=0, b=1, c=2, d=3), ["delete", "b", 1], *_puts(e=1), ["get", "e", 1], ["len"]],
    ),
    "only-marks": (
        "four marks and no entry: the new list has 8 slots again and holds no mark",
        [
            *_puts(a=0, b=1, c=2, d=3),
            *[["delete", key, at] for at, key in enumerate("abcd")],
            ["len"],
            *_puts(e=8),
            ["len"],
        ],
    ),
    "one-entry-left": (
        "one entry needs 4 * 2 = 8 slots, so the new list has 8 again",
        [
            *_puts(a=5, b=5, c=5, d=5),
            *[["delete", key, 5] for key in "abc"],
            *_puts(e=5),
            ["get", "d", 5],
            ["len"],
        ],
    ),
    "shorter-again": (
        "16 marks and no entry fill half of 32 slots: the new list has 8 slots, a quarter of the old one",
        [
            *_puts(**{f"k{at}": at for at in range(5)}),
            *[["delete", f"k{at}", at] for at in range(5)],
            *_puts(**{f"k{at}": at for at in range(5, 16)}),
            *[["delete", f"k{at}", at] for at in range(5, 16)],
            *_puts(x=21),
            ["get", "x", 21],
            ["len"],
        ],
    ),
    "shorter-with-entries": (
        "two entries need 4 * 3 = 12 slots, so 32 slots become 16; x and y find their home slots there taken",
        [
            *_puts(**{f"k{at}": at for at in range(16)}),
            *[["delete", f"k{at}", at] for at in range(16) if at not in (2, 5)],
            *_puts(x=18, y=21),
            ["get", "k2", 2],
            ["get", "k5", 5],
            ["len"],
        ],
    ),
    "overwrite-needs-no-room": (
        "an overwrite fills no slot, so it must not make a new list even when half is used",
        [*_puts(a=0, b=1, c=2, d=3), ["put", "d", 3, 1], ["put", "a", 0, 2], ["get", "d", 3]],
    ),
    "moved-in-slot-order": (
        "entries move in the order of their slots, not in the order in which they came",
        [*_puts(a=39, b=7, c=8, d=40), ["put", "e", 3, 1], ["get", "b", 7], ["get", "d", 40]],
    ),
    "value-zero": (
        "0 is a value like any other: found, returned, deleted",
        [["put", "z", 0, 0], ["get", "z", 0], ["delete", "z", 0], ["get", "z", 0], ["len"]],
    ),
    "churn": (
        "a hundred keys come and go, one at a time: marks must not fill the table until a search never ends",
        [
            step
            for at in range(100)
            for step in (["put", f"k{at}", at * 5, at], ["get", f"no{at}", at], ["delete", f"k{at}", at * 5])
        ],
    ),
    "grows-twice": (
        "forty entries: the list grows from 8 to 32 and to 128 slots, and every key is found",
        [
            *[["put", f"k{at}", at * 37, at] for at in range(40)],
            *[["get", f"k{at}", at * 37] for at in range(0, 40, 3)],
            ["len"],
        ],
    ),
}

KEEP = {
    "empty": "the map before anything happened",
    "value-zero": "guards against tests for truth",
}

INVALID = {
    "not-a-list": 7,
    "unknown-step": [["pop", "a", 1]],
    "no-hash": [["get", "a"]],
    "value-missing": [["put", "a", 1]],
    "key-is-a-number": [["get", 1, 1]],
    "empty-key": [["get", "", 1]],
    "negative-hash": [["get", "a", -1]],
    "two-hashes": [["put", "a", 1, 1], ["get", "a", 2]],
    "value-too-large": [["put", "a", 1, 10**10]],
}

LADDER = (500, 1000, 2000, 4000)


def big(n):
    """n/2 new keys, n/4 look-ups of absent and present ones, n/8 deletions with a new key after each."""
    rng = random.Random(n)
    hashes = [rng.randrange(LARGEST_HASH) for _ in range(n)]
    steps = [["put", f"k{at}", hashes[at], at] for at in range(n // 2)]
    steps += [["get", f"k{at}", hashes[at]] for at in (rng.randrange(n) for _ in range(n // 4))]
    for at in range(n // 8):
        steps += [["delete", f"k{at}", hashes[at]], ["put", f"k{n // 2 + at}", hashes[n // 2 + at], at]]
    return steps


def gen(rng, size):
    keys = {f"{letter}": rng.randrange(4 + 3 * size) for letter in "abcdefghij"[: 2 + size]}
    steps = []
    for _ in range(3 + 4 * size):
        name = rng.choice(["put", "put", "put", "delete", "delete", "get", "len"])
        key = rng.choice(list(keys))
        rest = [] if name == "len" else [key, keys[key]]
        steps.append([name, *rest, rng.randint(-9, 99)] if name == "put" else [name, *rest])
    return steps[:WATCHED]


def valid(inp):
    assert isinstance(inp, list), "the input is a list of steps"
    assert len(inp) <= MOST_STEPS, f"at most {MOST_STEPS} steps"
    lengths = {"put": 4, "get": 3, "delete": 3, "len": 1}
    known = {}
    for step in inp:
        assert isinstance(step, (list, tuple)) and step, (
            f"a step is a list that begins with a name, unlike {step!r}"
        )
        assert step[0] in lengths, f"unknown step {step[0]!r}: use put, get, delete or len"
        assert len(step) == lengths[step[0]], (
            f"{step[0]} has {lengths[step[0]] - 1} arguments, unlike {step!r}"
        )
        if len(step) > 1:
            key, hashed = step[1:3]
            assert isinstance(key, str) and 1 <= len(key) <= 20, (
                f"a key is a text of 1 to 20 characters, not {key!r}"
            )
            assert type(hashed) is int and 0 <= hashed <= LARGEST_HASH, "a hash is an integer from 0 to 2^62"
            assert known.setdefault(key, hashed) == hashed, f"the key {key!r} comes with two different hashes"
        if len(step) > 3:
            assert type(step[3]) is int and abs(step[3]) <= LIMIT, "values lie between -10^9 and 10^9"


def run(sol, inp):
    table = sol.HashMap()
    results, tables = [], []
    for number, (name, *rest) in enumerate(inp):
        results.append(len(table) if name == "len" else getattr(table, name)(*rest))
        changing = name in ("put", "delete") and len(inp) <= WATCHED
        if changing or (len(inp) > WATCHED and number == len(inp) - 1):
            tables.append([shown(sol, slot) for slot in table.slots])
    return {"results": results, "tables": tables}


def shown(sol, slot):
    """A slot as the statement shows it."""
    if slot is None:
        return None
    return "deleted" if slot is sol.DELETED else [slot.key, slot.value]


def oracle(inp):
    """The rules word for word: slots as plain data, nothing counted in advance, probes written out in full."""
    slots, hashes, results, tables = [None] * 8, {}, [], []
    for number, (name, *rest) in enumerate(inp):
        if name == "len":
            results.append(sum(isinstance(slot, list) for slot in slots))
        else:
            key, hashed = rest[:2]
            hashes[key] = hashed
            at = next((i for i, slot in enumerate(slots) if isinstance(slot, list) and slot[0] == key), None)
            results.append(None if at is None or name == "put" else slots[at][1])
            if name == "delete" and at is not None:
                slots[at] = "deleted"
            if name == "put" and at is not None:
                slots[at] = [key, rest[2]]
            if name == "put" and at is None:
                slots = _with_room(slots, hashes)
                slots[_first_free(slots, hashed)] = [key, rest[2]]
        if (name in ("put", "delete") and len(inp) <= WATCHED) or (
            len(inp) > WATCHED and number == len(inp) - 1
        ):
            tables.append(list(slots))
    return {"results": results, "tables": tables}


def _first_free(slots, hashed):
    probe = [(hashed + step) % len(slots) for step in range(len(slots))]
    return next(place for place in probe if not isinstance(slots[place], list))


def _with_room(slots, hashes):
    used = len(slots) - slots.count(None)
    if used + 1 <= len(slots) / 2:
        return slots
    entries = [slot for slot in slots if isinstance(slot, list)]
    length = next(2**p for p in range(3, 40) if 2**p >= 4 * (len(entries) + 1))
    fresh = [None] * length
    for entry in entries:
        fresh[_first_free(fresh, hashes[entry[0]])] = entry
    return fresh


def check(inp, out, expected):
    if not isinstance(out, dict) or len(out["results"]) != len(inp):
        return "there is not one result for each step"
    tables = iter(zip(out["tables"], expected["tables"]))
    for number, (name, *rest) in enumerate(inp):
        step = f"step {number + 1}, {name}({', '.join(map(repr, rest))}): "
        got, want = out["results"][number], expected["results"][number]
        if type(got) is not type(want) or got != want:
            return step + _answer_fault(name, got, want)
        changing = name in ("put", "delete") and len(inp) <= WATCHED
        if changing or (len(inp) > WATCHED and number == len(inp) - 1):
            fault = _table_fault(*next(tables))
            if fault:
                return step + fault
    return None


def _answer_fault(name, got, want):
    if name == "put":
        return f"put returns nothing, not {got!r:.40}"
    if name == "len":
        return f"there are {want} entries, and it said {got!r:.40}"
    if want is None:
        return f"the key is absent, so None is wanted, not {got!r:.40}"
    if got is None:
        return f"the key is present with the value {want}, and it was not found"
    return f"the value is {want}, not {got!r:.40}"


def _table_fault(got, want):
    if got == want:
        return None
    if len(got) != len(want):
        return f"now there must be {len(want)} slots, and there are {len(got)}"
    place = next(at for at in range(len(want)) if got[at] != want[at])
    keys = [slot[0] for slot in got if isinstance(slot, list)]
    twice = sorted({key for key in keys if keys.count(key) > 1})
    if twice:
        return f"the key {twice[0]!r} is in the table twice"
    return f"slot {place} must now hold {_words(want[place])}, and holds {_words(got[place])}"


def _words(slot):
    if slot is None:
        return "None"
    return "DELETED" if slot == "deleted" else f"{slot[0]!r} with the value {slot[1]}"
