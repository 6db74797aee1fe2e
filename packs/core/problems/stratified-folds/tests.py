"""Cases for stratified-folds. Random folds are judged by their properties, many of them by exact chances.

("stratified", labels, k, seed), ("grouped", groups, k), ("draws", labels, k, seed, times).
"""

import heapq
import math
import random
from collections import Counter

CASES = {
    "two classes": ("four of one class and two of the other: both are halved", ("stratified", list("abaaba"), 2, 3)),
    "one per group": (
        "three folds and three rows of each class: every fold has one of each",
        ("stratified", [0, 1, 2, 0, 1, 2, 0, 1, 2], 3, 1),
    ),
    "groups": ("the largest group first, each to the emptiest fold", ("grouped", list("xyxzzx"), 2)),
    "sorted by class": ("rows sorted by class: slices of the list would hold one class each", ("stratified", [0] * 8 + [1] * 4, 4, 5)),
    "remainders": (
        "seven rows in three folds: 3, 2, 2, not 2, 2, 3 with the whole remainder elsewhere, nor 5, 1, 1",
        ("stratified", [1] * 7, 3, 2),
    ),
    "remainder of two": ("eleven rows in four folds: the remainder is three, one for each of three folds", ("stratified", ["q"] * 11, 4, 8)),
    "remainders of many classes": (
        "each class leaves a remainder; if all of them go to the first fold, it swells",
        ("stratified", [0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4], 2, 4),
    ),
    "a rare class": ("one row of a class lies in one fold, the others have none; no error", ("stratified", [0, 0, 0, 0, 1, 0, 0, 0], 4, 6)),
    "all classes rare": ("as many classes as rows: the folds still have equal sizes", ("stratified", list(range(9)), 3, 7)),
    "as many folds as rows": ("k = n: one row in each fold", ("stratified", ["u", "v", "u", "v", "v"], 5, 9)),
    "two rows": ("the smallest division: one row here, one there", ("stratified", [1, 0], 2, 0)),
    "more folds than rows": ("k > n would leave a fold empty: ValueError", ("stratified", [0, 1, 0], 4, 0)),
    "one fold": ("one fold leaves nothing to train on: ValueError", ("stratified", [0, 1, 0], 1, 0)),
    "no rows": ("nothing to divide: ValueError", ("stratified", [], 2, 0)),
    "equal groups": (
        "equal sizes: the group that appears first goes first, to the first of the emptiest folds",
        ("grouped", ["m", "b", "z", "a", "a", "z", "b", "m"], 2),
    ),
    "large and small groups": (
        "the small groups fill up what the large one leaves; the order of the rows does not matter",
        ("grouped", ["s", "t", "big", "big", "u", "big", "v", "big", "w", "big"], 3),
    ),
    "largest first": (
        "placed in order of appearance, the large group at the end would stick out",
        ("grouped", [1, 2, 3, 3, 4, 4, 4, 4, 4], 2),
    ),
    "scattered group": ("rows of one group need not stand together", ("grouped", [7, 8, 7, 9, 7, 8, 9, 9, 9], 3)),
    "counts rows, not groups": (
        "the emptiest fold is the one with the fewest rows, not the fewest groups",
        ("grouped", ["a"] * 6 + ["b"] * 2 + ["c"] * 2 + ["d"], 2),
    ),
    "as many folds as groups": ("k = number of groups: leave one group out", ("grouped", list("caabc"), 3)),
    "more folds than groups": ("two groups cannot fill three folds: ValueError", ("grouped", list("aabb"), 3)),
    "one fold of groups": ("k = 1: ValueError", ("grouped", list("ab"), 1)),
    "no groups": ("no rows, no groups: ValueError", ("grouped", [], 2)),
    "uniform": (
        "which rows of a class lie together is chance: every two of them equally often",
        ("draws", list("aabaabbaab"), 2, 11, 1500),
    ),
    "uniform over three folds": (
        "each row of a class is in each fold equally often, the first rows too",
        ("draws", [0, 0, 0, 1, 1, 1, 0, 0, 0], 3, 12, 1500),
    ),
}

STATISTICAL = ["uniform", "uniform over three folds"]

LADDER = (4000, 8000, 16000, 32000)


def big(n):
    """Two rows of each class: as many classes as can be while there is something to balance."""
    labels = [i // 2 for i in range(n)]
    random.Random(n).shuffle(labels)
    return "stratified", labels, 5, 1


def gen(rng, size):
    n = rng.randint(2, 5 + 4 * size)
    names = rng.choice([["a", "b"], ["a", "b", "c", "d"], [f"g{i}" for i in range(n)]])
    values = [rng.choice(names) for _ in range(n)]
    if rng.random() < 0.5:
        return "stratified", values, rng.randint(2, min(n, 6)), rng.randrange(1000)
    return "grouped", values, rng.randint(2, 5)


def valid(inp):
    assert isinstance(inp, (tuple, list)) and len(inp) in (3, 4, 5), "the input is what to call and its arguments"
    what, values, k, *rest = inp
    assert what in ("stratified", "grouped", "draws"), "the first entry is 'stratified', 'grouped' or 'draws'"
    assert len(rest) == ("grouped", "stratified", "draws").index(what), "too few or too many arguments"
    assert isinstance(values, (list, tuple)) and len(values) <= 100_000, "a list of at most 100000 rows"
    assert len({type(v) for v in values}) <= 1, "labels are all integers or all strings"
    assert all(type(v) in (int, str) for v in values), "a label or a group is an integer or a string"
    assert type(k) is int, "k is an int"
    assert all(type(number) is int and number >= 0 for number in rest), "seed and times are ints, 0 or more"
    if what == "draws":
        assert 2 <= k <= len(values) <= 12 and 1 <= rest[1] <= 3000, "draws: at most 12 rows, at most 3000 times"
        assert all(times % k == 0 for times in Counter(values).values()), "draws: k divides the size of each class"


INVALID = {
    "mixed labels": ("stratified", [0, "a"], 2, 0),
    "labels as floats": ("stratified", [0.5, 1.5], 2, 0),
    "no seed": ("stratified", [0, 1], 2),
    "k as a float": ("grouped", [0, 1], 2.0),
    "uneven draws": ("draws", [0, 0, 0], 2, 1, 100),
}


def run(sol, inp):
    what, values, k, *rest = inp
    values = list(values)
    if what == "draws":
        return _tallied(sol, values, k, *rest)
    if what == "grouped":
        return {"folds": sol.grouped_folds(values, k), "changed": values != list(inp[1])}
    folds = sol.stratified_folds(values, k, random.Random(rest[0]))
    again = sol.stratified_folds(list(inp[1]), k, random.Random(rest[0]))
    return {"folds": folds, "again": again, "changed": values != list(inp[1])}


def _tallied(sol, values, k, seed, times):
    rng, n = random.Random(seed), len(values)
    placed, together = [[0] * k for _ in range(n)], [[0] * n for _ in range(n)]
    for _ in range(times):
        folds = sol.stratified_folds(list(values), k, rng)
        for number, fold in enumerate(folds):
            for row in fold:
                placed[row][number] += 1
                for other in fold:
                    together[row][other] += 1
    return {"placed": placed, "together": together}


def check(inp, out, expected):
    what, values, k, *rest = inp
    if what == "draws":
        return _chance_fault(values, k, rest[1], out, expected)
    if out["changed"]:
        return "Your function changed its list, which belongs to the caller."
    fault = _partition_fault(values, k, out["folds"])
    if fault:
        return fault
    if what == "grouped":
        return _group_fault(values, out["folds"], expected["folds"])
    if out["again"] != out["folds"]:
        return "Two calls with rng in the same state gave different folds: take all randomness from rng."
    return _balance_fault(values, k, out["folds"])


def _partition_fault(values, k, folds):
    if not isinstance(folds, (list, tuple)) or not all(isinstance(fold, (list, tuple)) for fold in folds):
        return "Return a list of lists of row numbers."
    if len(folds) != k:
        return f"There are {len(folds)} folds, wanted {k}."
    for number, fold in enumerate(folds):
        if not all(type(row) is int and 0 <= row < len(values) for row in fold):
            return f"Fold {number} holds something that is no row number from 0 to {len(values) - 1}."
        if list(fold) != sorted(fold):
            return f"Fold {number} is not ascending."
    times = Counter(row for fold in folds for row in fold)
    for row in range(len(values)):
        if times[row] != 1:
            return f"Row {row} lies in {times[row]} folds; every row lies in exactly one."
    return None


def _balance_fault(labels, k, folds):
    sizes = [len(fold) for fold in folds]
    for label in sorted(set(labels)):
        counts = [sum(labels[row] == label for row in fold) for fold in folds]
        if max(counts) - min(counts) > 1:
            return f"Of class {label!r} the folds have {counts} rows; any two may differ by at most 1."
    if max(sizes) - min(sizes) > 1:
        return f"Each class is balanced, but the folds have {sizes} rows in all; any two may differ by at most 1."
    return None


def _group_fault(groups, folds, wanted):
    home = {}
    for number, fold in enumerate(folds):
        for row in fold:
            if home.setdefault(groups[row], number) != number:
                return f"Group {groups[row]!r} lies in folds {home[groups[row]]} and {number}: it must not be split."
    for number, (fold, right) in enumerate(zip(folds, wanted)):
        if list(fold) != list(right):
            rule = "the largest group goes first (then the earliest), to the fold with the fewest rows (then the first)"
            return f"Fold {number} is {list(fold)}, wanted {list(right)}: {rule}."
    return None


def _chance_fault(labels, k, times, out, expected):
    if out.keys() != expected.keys():
        return "The folds could not be counted."
    for row, counts in enumerate(out["placed"]):
        for fold, count in enumerate(counts):
            if _unlikely(count, times, 1 / k):
                return f"Row {row} is in fold {fold} in {count} of {times} calls; about {times / k:.0f} expected."
    for row, counts in enumerate(out["together"]):
        for other, count in enumerate(counts):
            if other == row or labels[other] != labels[row]:
                continue
            size = labels.count(labels[row])
            p = (size // k - 1) / (size - 1)
            if _unlikely(count, times, p):
                return (
                    f"Rows {row} and {other} of one class are in the same fold in {count} of {times} calls; "
                    f"about {times * p:.0f} expected: shuffle the rows of each class."
                )
    return None


def _unlikely(count, times, p):
    """More than 6 standard deviations off; oracles give expectations, to be met exactly."""
    return abs(count - times * p) > 6 * math.sqrt(times * p * (1 - p)) + 0.5


def oracle(inp):
    what, values, k, *rest = inp
    parts = len(values) if what != "grouped" else len(set(values))
    if k < 2 or k > parts:
        raise ValueError(k)
    if what == "grouped":
        return {"folds": _by_graham(values, k), "changed": False}
    if what == "draws":
        return _expected(values, k, rest[1])
    folds = _by_need(values, k, random.Random(rest[0]))
    return {"folds": folds, "again": folds, "changed": False}


def _by_graham(groups, k):
    """A heap of (rows so far, number) and tuples that sort themselves."""
    sizes = sorted((-groups.count(g), groups.index(g), g) for g in set(groups))
    heap, folds = [(0, number) for number in range(k)], [set() for _ in range(k)]
    for size, _, group in sizes:
        rows, number = heapq.heappop(heap)
        folds[number].add(group)
        heapq.heappush(heap, (rows - size, number))
    return [[row for row, g in enumerate(groups) if g in fold] for fold in folds]


def _by_need(labels, k, rng):
    """Another way than a deal: each row to the fold that has the fewest of its class, then the fewest rows."""
    order = list(range(len(labels)))
    rng.shuffle(order)
    order.sort(key=lambda row: str(labels[row]))
    folds = [[] for _ in range(k)]
    for row in order:
        folds[min(range(k), key=lambda f: (sum(labels[r] == labels[row] for r in folds[f]), len(folds[f]), f))].append(row)
    return [sorted(fold) for fold in folds]


def _expected(labels, k, times):
    n = len(labels)
    placed = [[times / k] * k for _ in range(n)]
    together = [[0.0] * n for _ in range(n)]
    for i in range(n):
        for j in range(n):
            size = labels.count(labels[i])
            if labels[i] == labels[j]:
                together[i][j] = float(times) if i == j else times * (size // k - 1) / (size - 1)
    return {"placed": placed, "together": together}


def oracle2(inp):
    """The same rules by other loops: a linear search for the emptiest fold, a deal by index."""
    what, values, k, *rest = inp
    if what == "draws":
        return oracle(inp)
    if k < 2 or k > len(values if what != "grouped" else set(values)):
        raise ValueError(k)
    if what == "grouped":
        left, folds = list(dict.fromkeys(values)), [[] for _ in range(k)]
        while left:
            largest = max(left, key=lambda g: (values.count(g), -values.index(g)))
            left.remove(largest)
            fewest = min(len(fold) for fold in folds)
            next(fold for fold in folds if len(fold) == fewest).extend(r for r, g in enumerate(values) if g == largest)
        return {"folds": [sorted(fold) for fold in folds], "changed": False}
    rng, number, folds = random.Random(rest[0]), 0, [[] for _ in range(k)]
    for label in sorted(set(values)):
        rows = [row for row, value in enumerate(values) if value == label]
        for row in rng.sample(rows, len(rows)):
            folds[number % k].append(row)
            number += 1
    folds = [sorted(fold) for fold in folds]
    return {"folds": folds, "again": folds, "changed": False}
