"""Cases for successive-halving: `run` makes `train` from a table of losses and keeps book on the calls."""

import math
import random
from fractions import Fraction

NAN, INF = math.nan, math.inf


def _table(rows):
    """[["a", first row], ["b", second row], ...]"""
    return [[chr(97 + i), [float(x) for x in row]] for i, row in enumerate(rows)]


NINE = _table([[9, 5, 1], [8, 7, 2], [3, 2, 5], [4, 6, 6], [2, 8, 7], [7, 1, 1], [6, 3, 3], [5, 4, 4], [1, 9, 9]])

CASES = {
    "four by halves": ("four, two, one; budgets 1, 2, 4 in all, so 1, 1, 2 more", (_table([[3, 3, 3], [1, 1, 1], [2, 2, 2], [4, 4, 4]]), 1, 2, 3)),
    "eta three": ("nine, three, one; what was good on rung 0 need not be good on rung 1", (NINE, 2, 3, 3)),
    "a tie at the cut": (
        "two equal losses at the cut: the one that comes first in configs stays",
        (_table([[5, 1], [2, 2], [2, 1], [1, 9]]), 1, 2, 2),
    ),
    "a tie for the best": ("equal losses on the last rung: the first in configs is best", (_table([[2, 4], [1, 4], [3, 0], [4, 0]]), 3, 2, 2)),
    "all equal": ("with equal losses the first ones stay", (_table([[1, 1, 1]] * 5), 1, 2, 3)),
    "numbers that do not divide": (
        "seven, then three, then one: the quotient is rounded down",
        (_table([[7, 1, 1], [6, 2, 1], [5, 3, 1], [4, 4, 1], [3, 5, 1], [2, 6, 1], [1, 7, 1]]), 1, 2, 3),
    ),
    "never fewer than one": (
        "two by eta 3 would be none: one stays, and goes on to the last rung",
        (_table([[2, 1, 1, 1], [1, 2, 2, 2]]), 1, 3, 4),
    ),
    "one configuration": ("a single one is trained on every rung, and is the best", (_table([[3, 2, 1]]), 2, 2, 3)),
    "one rung": ("rungs = 1: train once, cut nothing, take the best", (_table([[3], [1], [2]]), 5, 2, 1)),
    "no cut after the last rung": (
        "the last rung has two, and both are reported",
        (_table([[1, 2], [2, 1], [3, 0], [4, 0]]), 1, 2, 2),
    ),
    "order of survivors": (
        "the survivors are listed in the order of configs, not by loss",
        (_table([[4, 1, 1], [3, 2, 1], [2, 3, 3], [1, 4, 4], [9, 0, 0], [8, 0, 0], [7, 0, 0], [6, 0, 0]]), 1, 2, 3),
    ),
    "curves that cross": (
        "the loss of this rung counts, not the best that was ever seen",
        (_table([[1, 5, 5], [2, 3, 3], [3, 4, 1], [4, 2, 2], [9, 0, 0], [9, 0, 0], [9, 0, 0], [9, 0, 0]]), 1, 2, 3),
    ),
    "it gets worse": (
        "the best on the last rung was not the best before",
        (_table([[1, 9], [2, 3], [5, 0], [6, 0]]), 1, 2, 2),
    ),
    "a run that diverged": ("NaN is worse than every number", (_table([[NAN, 0], [3, 2], [2, 3], [NAN, 0]]), 1, 2, 2)),
    "nan stands first": ("NaN on the last rung: a minimum that starts with NaN never leaves it", (_table([[1, NAN], [2, 5], [3, 0], [4, 0]]), 1, 2, 2)),
    "infinity before nan": ("infinity is a number, NaN is not: infinity is better", (_table([[NAN, 0], [INF, 1], [NAN, 0], [INF, 2]]), 1, 2, 2)),
    "only nan": ("nobody has a loss: the first in configs stays and wins", (_table([[NAN, NAN], [NAN, NAN], [NAN, NAN], [NAN, NAN]]), 1, 2, 2)),
    "nan fills up": (
        "two places and one number: the first of those without a loss gets the other place",
        (_table([[1, 5], [NAN, 2], [NAN, 1], [NAN, 0]]), 1, 2, 2),
    ),
    "minus infinity": ("losses may be negative, down to minus infinity", (_table([[-1, -2], [-INF, -1], [0, -9], [-3, -4]]), 1, 2, 2)),
    "large budgets": ("start 10, eta 4: 10, 30 more, 120 more", (_table([[i, -i, i] for i in range(16)]), 10, 4, 3)),
    "names out of order": (
        "order is that of configs, not of the alphabet",
        ([["z", [1.0, 1.0]], ["m", [1.0, 1.0]], ["a", [1.0, 0.0]], ["k", [2.0, 0.0]]], 1, 2, 2),
    ),
    "nobody": ("without configurations: ValueError", ([], 1, 2, 2)),
}

LADDER = (2000, 4000, 8000, 16000)


def big(n):
    rng = random.Random(n)
    return [[f"c{i}", [rng.random(), rng.random()]] for i in range(n)], 1, 2, 2


def gen(rng, size):
    rungs = rng.randint(1, 4)
    levels = rng.choice([3, 1000])
    rows = []
    for _ in range(rng.randint(1, 3 + 2 * size)):
        rows.append([rng.randint(-levels, levels) / 4 if rng.random() < 0.9 else NAN for _ in range(rungs)])
    names = [f"c{i}" for i in range(len(rows))]
    rng.shuffle(names)
    return [list(pair) for pair in zip(names, rows)], rng.randint(1, 5), rng.randint(2, 4), rungs


def valid(inp):
    assert isinstance(inp, (tuple, list)) and len(inp) == 4, "the input is curves, start, eta, rungs"
    curves, start, eta, rungs = inp
    assert isinstance(curves, (list, tuple)) and len(curves) <= 100_000, "at most 100000 configurations"
    assert all(isinstance(c, (list, tuple)) and len(c) == 2 for c in curves), "curves holds [name, losses] pairs"
    assert all(type(number) is int for number in (start, eta, rungs)), "start, eta and rungs are ints"
    assert start >= 1 and eta >= 2 and 1 <= rungs <= 12, "start is at least 1, eta at least 2, rungs 1 to 12"
    assert all(isinstance(name, str) for name, _ in curves), "a configuration is a string"
    assert len({name for name, _ in curves}) == len(curves), "configurations are different"
    for name, losses in curves:
        assert isinstance(losses, (list, tuple)) and len(losses) == rungs, f"{name} has a loss for each rung"
        assert all(type(loss) is float for loss in losses), f"the losses of {name} are floats"


INVALID = {
    "eta one": (_table([[1]]), 1, 1, 1),
    "no budget": (_table([[1]]), 0, 2, 1),
    "no rungs": ([["a", []]], 1, 2, 0),
    "a loss is missing": ([["a", [1.0]]], 1, 2, 2),
    "a name twice": ([["a", [1.0]], ["a", [2.0]]], 1, 2, 1),
    "whole losses": ([["a", [1]]], 1, 2, 1),
}


def run(sol, inp):
    curves, start, eta, rungs = dict(inp[0]), *inp[1:]
    configs, calls, last = list(curves), {}, {}

    def train(config, state, budget):
        """A state is a ticket: the number of epochs that it stands for, and a stamp of its own."""
        begun = state[0] if isinstance(state, tuple) and state and type(state[0]) is int else 0
        fresh = "start" if state is None else "latest" if state is last.get(config) else "other"
        epochs = begun + budget
        calls.setdefault(config, []).append([fresh, budget])
        last[config] = (epochs, config, len(calls[config]))
        rung = max((r for r in range(rungs) if start * eta**r <= epochs), default=0)
        return last[config], curves[config][rung]

    returned = sol.successive_halving(configs, train, start, eta, rungs)
    return {"returned": returned, "calls": calls, "changed": configs != list(curves)}


def check(inp, out, expected):
    curves, rungs = dict(inp[0]), inp[3]
    if out["changed"]:
        return "Your function changed configs, which belongs to the caller."
    fault = _calls_fault(list(curves), out["calls"], expected["calls"])
    if fault:
        return fault
    if not isinstance(out["returned"], (tuple, list)) or len(out["returned"]) != 3:
        return "Return three things: the best, the survivors of each rung, and the epochs spent."
    (best, survivors, spent), (right, wanted, total) = out["returned"], expected["returned"]
    if not isinstance(survivors, (list, tuple)) or len(survivors) != rungs:
        return f"survivors must be a list of {rungs} lists, one for each rung."
    for rung, (got, want) in enumerate(zip(survivors, wanted)):
        if got is None or list(got) != want:
            return f"On rung {rung} the race has {want}, in the order of configs; yours says {got!r:.80}."
    if best != right:
        return f"The best is {right!r}, by the losses of the last rung; yours says {best!r:.40}."
    if type(spent) is not int or spent != total:
        return f"{total} epochs were trained in all, yours says {spent!r:.40}."
    return None


def _calls_fault(names, calls, wanted):
    for name in names:
        got, right = calls.get(name, []), wanted.get(name, [])
        for rung, ((fresh, budget), (_, more)) in enumerate(zip(got, right)):
            if fresh == "start" and rung:
                return f"{name!r} starts from the beginning on rung {rung}; go on from its latest state."
            if fresh == "other":
                return f"{name!r} gets a state on rung {rung} that its last call did not return."
            if budget != more:
                return f"On rung {rung} {name!r} is trained for {budget!r:.40} more epochs, wanted {more}."
        if len(got) != len(right):
            return f"{name!r} is trained {len(got)} times, wanted {len(right)}: once on each rung that it takes part in."
    return None


def _worse(a, b):
    """Whether loss a is worse than loss b."""
    if math.isnan(a) or math.isnan(b):
        return math.isnan(a) and not math.isnan(b)
    return a > b


def oracle(inp):
    """By counting: one stays if fewer than that many are better."""
    curves, start, eta, rungs = dict(inp[0]), *inp[1:]
    if not curves:
        raise ValueError("no configurations")
    names, survivors = list(curves), []
    racing = names
    for rung in range(rungs):
        survivors.append(racing)
        keep = max(1, len(racing) // eta) if rung < rungs - 1 else 1
        racing = [name for name in racing if _better(curves, racing, name, rung) < keep]
    calls = {}
    for rung, racers in enumerate(survivors):
        before = start * eta ** (rung - 1) if rung else 0
        for name in racers:
            calls.setdefault(name, []).append(["latest" if rung else "start", start * eta**rung - before])
    spent = sum(budget for made in calls.values() for _, budget in made)
    return {"returned": (racing[0], survivors, spent), "calls": calls, "changed": False}


def _better(curves, racing, name, rung):
    here, own = racing.index(name), curves[name][rung]
    return sum(_worse(own, curves[o][rung]) or (i < here and not _worse(curves[o][rung], own)) for i, o in enumerate(racing))


def oracle2(inp):
    """By eliminating the worst, one after the other; the bill from a sum over rungs."""
    curves, start, eta, rungs = dict(inp[0]), *inp[1:]
    if not curves:
        raise ValueError("no configurations")
    racing, survivors, total = list(curves), [], 0
    for rung in range(rungs):
        survivors.append(list(racing))
        total += len(racing) * start * eta**rung * (Fraction(eta - 1, eta) if rung else 1)
        keep = max(1, len(racing) // eta) if rung + 1 < rungs else 1
        while len(racing) > keep:
            worst = racing[0]
            for name in racing[1:]:
                if not _worse(curves[worst][rung], curves[name][rung]):
                    worst = name
            racing.remove(worst)
    calls = {n: [["start", start]] for n in curves}
    for rung in range(1, rungs):
        for name in survivors[rung]:
            calls[name].append(["latest", start * (eta - 1) * eta ** (rung - 1)])
    return {"returned": (racing[0], survivors, int(total)), "calls": calls, "changed": False}
