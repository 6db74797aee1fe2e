"""Cases for time-split. The oracle asks of every row and block; oracle2 is scikit-learn on the different times."""

import random

import numpy as np
from sklearn.model_selection import TimeSeriesSplit


def _at(times, splits, size, gap, known=None):
    return list(times), list(times) if known is None else list(known), splits, size, gap


CASES = {
    "six days": ("two blocks of two days each, and the window grows", _at(range(1, 7), 2, 2, 0)),
    "a gap": ("known + gap < start: with gap 1 the day before the test is left out", _at(range(1, 7), 2, 2, 1)),
    "the edge of the gap": (
        "exactly gap before the start is too late: 10 + 5 < 15 is false",
        _at([0, 9, 10, 11, 15, 20], 1, 2, 5),
    ),
    "purged": (
        "rows seen before the test with labels known only during it may not train",
        _at([1, 2, 3, 4, 5, 6], 1, 2, 0, [2, 6, 4, 7, 6, 6]),
    ),
    "known at the start": (
        "a label known at the very moment at which the test starts is too late",
        _at([1, 2, 3, 4], 1, 2, 0, [1, 3, 4, 5]),
    ),
    "purged with a gap": (
        "the gap is counted from the time at which the label was known",
        _at([1, 2, 3, 4, 5, 9], 2, 1, 1, [1, 3, 3, 6, 7, 9]),
    ),
    "equal times": (
        "rows of the same time stay together: blocks are made of times, not of rows",
        _at([1, 1, 1, 2, 2, 3, 3, 3, 3], 2, 1, 0),
    ),
    "equal times across": (
        "two blocks of two times have five rows and three here",
        _at([5, 1, 4, 2, 3, 2, 3, 2, 5], 2, 2, 0),
    ),
    "unsorted": ("rows in any order: row numbers come back, ascending", _at([40, 10, 60, 20, 50, 30], 2, 1, 0)),
    "uneven steps": ("a block has `size` different times, however far apart they are", _at([1, 2, 50, 51, 1000, 1001], 2, 2, 0)),
    "gap in time": ("the gap is a time, not a number of rows", _at([1, 2, 3, 100, 101], 1, 2, 50)),
    "earlier blocks train": (
        "what was tested in one block trains for the next",
        _at([1, 2, 3, 4], 3, 1, 0),
    ),
    "blocks at the end": (
        "what does not fill a block belongs to the beginning, so that the latest rows are tested",
        _at(range(7), 2, 3, 0),
    ),
    "a late label of an old row": (
        "the first row is known only at the end: it trains in no block",
        _at([0, 1, 2, 3], 2, 1, 0, [9, 1, 2, 3]),
    ),
    "label after the first block": (
        "a row purged in one block may train in the next",
        _at([0, 1, 2, 3, 4], 3, 1, 0, [0, 2, 2, 3, 4]),
    ),
    "negative times": ("times may be below zero; 0 is no special time", _at([-3, -1, 0, 2, -3], 2, 1, 0)),
    "one block": ("splits = 1: everything known before it trains", _at([1, 2, 3], 1, 1, 0)),
    "too few times": ("three different times do not make two blocks of two", _at([1, 2, 3, 3, 2], 2, 2, 0)),
    "equal times are one": ("five rows, but two different times: too few for three blocks", _at([1, 1, 2, 2, 2], 3, 1, 0)),
    "nothing left to train": ("all times are tested, so the first block has no training rows", _at([1, 2, 3, 4], 2, 2, 0)),
    "the gap eats all": ("the gap leaves no row for the first block", _at([1, 2, 3, 4], 2, 1, 5)),
    "all labels late": ("no label is known before the test begins", _at([1, 2, 3], 1, 1, 0, [3, 3, 3])),
    "no rows": ("without rows there are too few times", _at([], 1, 1, 0)),
}

LADDER = (4000, 8000, 16000, 32000)


def big(n):
    """All times differ, in no order; labels are known some steps later."""
    times = list(range(n))
    random.Random(n).shuffle(times)
    return times, [t + 3 for t in times], 3, n // 5, 2


def gen(rng, size):
    n = rng.randint(1, 5 + 3 * size)
    times = [rng.randint(-2, rng.choice([4, 9, 40])) for _ in range(n)]
    late = rng.choice([0, 0, 3])
    known = [t + rng.randint(0, late) for t in times]
    most = max(1, len(set(times)) - 1)
    splits = rng.randint(1, min(4, most))
    return times, known, splits, rng.randint(1, max(1, most // splits)), rng.choice([0, 0, 1, 2])


def valid(inp):
    assert isinstance(inp, (tuple, list)) and len(inp) == 5, "the input is times, known, splits, size, gap"
    times, known, splits, size, gap = inp
    assert isinstance(times, (list, tuple)) and isinstance(known, (list, tuple)), "times and known are lists"
    assert len(times) == len(known) <= 100_000, "times and known have the same length, at most 100000"
    assert all(type(t) is int and abs(t) <= 10**12 for t in (*times, *known)), "times are integers, at most 1e12 in size"
    assert all(t <= k for t, k in zip(times, known)), "no label is known before its row is seen"
    assert type(splits) is int and splits >= 1 and type(size) is int and size >= 1, "splits and size are at least 1"
    assert type(gap) is int and gap >= 0, "gap is an int of at least 0"


INVALID = {
    "known too early": ([2, 3], [1, 3], 1, 1, 0),
    "other lengths": ([1, 2, 3], [1, 2], 1, 1, 0),
    "no blocks": ([1, 2], [1, 2], 0, 1, 0),
    "empty blocks": ([1, 2], [1, 2], 1, 0, 0),
    "gap below zero": ([1, 2], [1, 2], 1, 1, -1),
    "times as floats": ([1.0, 2.0], [1.0, 2.0], 1, 1, 0),
}


def run(sol, inp):
    times, known, splits, size, gap = inp
    times, known = list(times), list(known)
    returned = sol.walk_forward(times, known, splits, size, gap)
    return {"splits": returned, "changed": times != list(inp[0]) or known != list(inp[1])}


def check(inp, out, expected):
    times, known, _, _, gap = inp
    got, wanted = out["splits"], expected["splits"]
    if out["changed"]:
        return "Your function changed a list, which belongs to the caller."
    pairs = isinstance(got, (list, tuple)) and all(isinstance(p, (list, tuple)) and len(p) == 2 for p in got)
    if not pairs or not all(isinstance(rows, (list, tuple)) for pair in got for rows in pair):
        return "Return a list of pairs (train, test), each a list of row numbers."
    if len(got) != len(wanted):
        return f"There are {len(got)} splits, wanted {len(wanted)}."
    for number, ((train, test), (right_train, right_test)) in enumerate(zip(got, wanted)):
        start = min(times[row] for row in right_test)
        fault = _rows_fault("test", test, right_test) or _leak(times, known, gap, start, train)
        fault = fault or _rows_fault("train", train, right_train)
        if fault:
            return f"Split {number}, whose test starts at time {start}: {fault}"
    return None


def _leak(times, known, gap, start, train):
    for row in train:
        if type(row) is int and 0 <= row < len(times) and not known[row] + gap < start:
            return (
                f"row {row} (time {times[row]}, label known at {known[row]}) trains, "
                f"although {known[row]} + gap {gap} < {start} is false."
            )
    return None


def _rows_fault(name, got, wanted):
    extra = [row for row in got if row not in wanted]
    missing = [row for row in wanted if row not in got]
    if extra:
        return f"{name} has row {extra[0]!r:.40}, which does not belong there."
    if missing:
        return f"{name} lacks row {missing[0]}."
    if list(got) != list(wanted):
        return f"{name} is {list(got)!r:.60}, wanted ascending row numbers, each once."
    return None


def oracle(inp):
    times, known, splits, size, gap = inp
    rank = {t: sum(other < t for other in set(times)) for t in times}
    first = len(rank) - splits * size
    if first < 0:
        raise ValueError("too few different times")
    found = []
    for block in range(splits):
        test = [row for row, t in enumerate(times) if (rank[t] - first) // size == block]
        start = min(times[row] for row in test)
        train = [row for row in range(len(times)) if start - known[row] > gap]
        if not train:
            raise ValueError("no training rows")
        found.append((train, test))
    return {"splits": found, "changed": False}


def oracle2(inp):
    times, known, splits, size, gap = inp
    different = np.unique(np.array(times, dtype=int))
    if len(different) < splits * size:
        raise ValueError("too few different times")
    if len(different) == splits * size:
        raise ValueError("nothing before the first block")
    if splits == 1:
        folds = [(np.arange(len(different) - size), np.arange(len(different) - size, len(different)))]
    else:
        folds = TimeSeriesSplit(n_splits=splits, test_size=size).split(different)
    found = []
    for before, block in folds:
        train = np.isin(times, different[before]) & (np.array(known) + gap < different[block].min())
        if not train.any():
            raise ValueError("no training rows")
        test = np.isin(times, different[block])
        found.append((np.flatnonzero(train).tolist(), np.flatnonzero(test).tolist()))
    return {"splits": found, "changed": False}
