"""Cases, oracle and checker of the build order."""

import random

import networkx as nx


def _names(text):
    return text.split()


def _pairs(text):
    """'ab ca' means: a needs b, c needs a."""
    return [(pair[0], pair[1]) for pair in text.split()]


CASES = {
    "diamond": (
        "two tasks may need the same third: meeting it again is no ring",
        (
            ["deploy", "test", "lint", "compile"],
            [("deploy", "test"), ("deploy", "lint"), ("test", "compile"), ("lint", "compile")],
        ),
    ),
    "ring-of-three": (
        "a ring is reported with each task needing the next, without the tasks that only wait for it",
        (_names("a b c d e"), _pairs("ab bc cd db ea")),
    ),
    "nothing": (
        "no tasks have an order: the empty one",
        ([], []),
    ),
    "no-pairs": (
        "tasks without any pair belong in the order",
        (_names("c a b"), []),
    ),
    "isolated": (
        "a task that needs nothing and is needed by nothing still has to be done",
        (_names("a b lonely c"), [("a", "b"), ("b", "c")]),
    ),
    "listed-backwards": (
        "the order of the list says nothing about the order of the work",
        (_names("a b c d"), _pairs("ab bc cd")),
    ),
    "listed-forwards": (
        "a pair (task, needed) puts needed first, not task",
        (_names("a b c d"), _pairs("ba cb dc")),
    ),
    "same-pair-twice": (
        "a repeated pair means the same as a single one",
        (_names("a b c"), _pairs("ab ab bc ab bc")),
    ),
    "needs-itself": (
        "a task that needs itself is a ring of one",
        (_names("a b c"), _pairs("ab bb ca")),
    ),
    "ring-of-two": (
        "two tasks that need each other are a ring",
        (_names("p q"), _pairs("pq qp")),
    ),
    "ring-in-one-part": (
        "a ring anywhere forbids an order, although the other parts have one",
        (_names("a b c d e f g"), _pairs("ab bc ac de ef fd")),
    ),
    "ring-after-a-tail": (
        "tasks that lead into a ring, or hang behind it, are not in it",
        (_names("a b c d e f"), _pairs("ab bc cd db ce ef")),
    ),
    "ring-with-a-short-cut": (
        "what is reported must close: each name needs the next, the last needs the first",
        (_names("a b c d e"), _pairs("ab ac bd cd de ea")),
    ),
    "two-rings": (
        "with several rings, any one of them is right",
        (_names("a b c d e f"), _pairs("ab ba cd de ec fa fc")),
    ),
    "ring-one-way-only": (
        "two ways to the same task are no ring, even when one is longer",
        (_names("a b c d e"), _pairs("ad ab bc cd de ae be")),
    ),
    "many-need-one": (
        "a task that is finished may be met many times",
        (_names("a b c d e"), _pairs("ae be ce de ab bc cd")),
    ),
    "needs-one-outside-first": (
        "a task of the ring may also need one outside it, listed first",
        (_names("a b c"), _pairs("ba bb")),
    ),
    "unknown-needed": (
        "needing something that is not a task raises ValueError",
        (_names("a b"), _pairs("ab bx")),
    ),
    "unknown-task": (
        "a pair for something that is not a task raises ValueError",
        (_names("a b"), _pairs("xa")),
    ),
    "unknown-beside-a-ring": (
        "an unknown name raises ValueError even when there is a ring as well",
        (_names("a b"), _pairs("ab ba xb")),
    ),
    "unknown-needed-beside-a-ring": (
        "the names come before the rings: on the needed side too an unknown one raises ValueError",
        (_names("a b"), _pairs("aa bz")),
    ),
    "unknown-without-tasks": (
        "with no tasks at all, any pair names something unknown",
        ([], _pairs("zz")),
    ),
    "deep-chain": (
        "a chain of 1,100 tasks is deeper than Python recurses by default",
        ([f"t{i}" for i in range(1100)], [(f"t{i}", f"t{i + 1}") for i in range(1099)]),
    ),
}

INVALID = {
    "a-name-twice": (["a", "a"], []),
    "pair-of-three": (["a", "b"], [("a", "b", "a")]),
    "a-number-as-name": ([1, 2], [(1, 2)]),
    "empty-name": ([""], []),
    "only-tasks": (["a"],),
    "needs-is-text": (["a", "b"], "ab"),
}

KEEP = {"nothing": "the statement promises an answer for no tasks at all"}

LADDER = (1000, 2000, 4000, 8000)


def big(n):
    """A chain of n/3 tasks, each listed before what it needs, and as many pairs again further down it."""
    count = n // 3
    rng = random.Random(n)
    tasks = [f"task{i}" for i in range(count)]
    needs = [(tasks[i], tasks[i + 1]) for i in range(count - 1)]
    needs += [(tasks[i], tasks[rng.randrange(i + 1, count)]) for i in range(count - 1)]
    return tasks, needs


def gen(rng, size):
    tasks = list("abcdefghij"[: rng.randint(min(size, 1), size + 1)])
    rank = rng.sample(tasks, len(tasks))
    needs = []
    for _ in range(rng.randint(0, 2 * size) if len(tasks) > 1 else 0):
        low, high = sorted(rng.sample(range(len(rank)), 2))
        needs.append((rank[high], rank[low]))
    if tasks and rng.random() < 0.5:
        ring = rng.sample(tasks, rng.randint(1, min(4, len(tasks))))
        needs += zip(ring, [*ring[1:], ring[0]])
        rng.shuffle(needs)
    if needs and rng.random() < 0.3:
        needs.append(rng.choice(needs))
    if rng.random() < 0.05:
        needs.append(("z", "a"))
    return tasks, needs


def _name(name):
    return isinstance(name, str) and name != ""


def valid(inp):
    assert isinstance(inp, (tuple, list)) and len(inp) == 2, (
        "the input is a list of tasks and a list of pairs"
    )
    tasks, needs = inp
    assert isinstance(tasks, (list, tuple)) and isinstance(needs, (list, tuple)), "tasks and needs are lists"
    assert len(tasks) <= 20_000 and len(needs) <= 50_000, "at most 20,000 tasks and 50,000 pairs"
    assert all(map(_name, tasks)), "a task is a non-empty text"
    assert len(set(tasks)) == len(tasks), "each task is listed once"
    for pair in needs:
        assert isinstance(pair, (tuple, list)) and len(pair) == 2, (
            f"a pair is (task, needed), unlike {pair!r}"
        )
        assert all(map(_name, pair)), f"both parts of a pair are names, unlike {pair!r}"


def oracle(inp):
    """networkx: any order and any ring will do, so this is one right answer among several."""
    tasks, needs = inp
    graph = nx.DiGraph()
    graph.add_nodes_from(tasks)
    if any(name not in graph for pair in needs for name in pair):
        raise ValueError("a pair names a task that is not listed")
    graph.add_edges_from((needed, task) for task, needed in needs)
    if nx.is_directed_acyclic_graph(graph):
        return "order", list(nx.topological_sort(graph))
    ring = [task for task, _ in nx.find_cycle(graph)]
    return "cycle", ring[::-1]


def _name_fault(names, tasks):
    """Unknown and repeated names, in words."""
    known, met = set(tasks), set()
    for name in names:
        if name not in known:
            return f"{name!r} is not one of the tasks"
        if name in met:
            return f"{name!r} is listed twice"
        met.add(name)
    return None


def _order_fault(names, tasks, needs):
    missing = (
        next((task for task in tasks if task not in set(names)), None) if len(names) < len(tasks) else None
    )
    if missing is not None:
        return f"{missing!r} is missing from the order"
    place = {name: i for i, name in enumerate(names)}
    for task, needed in needs:
        if place[task] < place[needed]:
            return f"the order puts {task!r} before {needed!r}, which it needs"
    return None


def _cycle_fault(names, needs):
    if not names:
        return "a ring has at least one task"
    pairs = {tuple(pair) for pair in needs}
    for task, needed in zip(names, [*names[1:], names[0]]):
        if (task, needed) not in pairs:
            turned = " (it is the other way round)" if (needed, task) in pairs else ""
            return f"this is no ring: {task!r} does not need {needed!r}{turned}"
    return None


def check(inp, out, expected):
    if isinstance(out, list) and len(out) == 2:
        return "the answer is a tuple (word, names); this is a list of the two"
    if not isinstance(out, tuple) or len(out) != 2:
        return f"the answer is a tuple (word, names), not {out!r:.80}"
    kind, names = out
    if kind not in ("order", "cycle"):
        return f'the answer begins with "order" or "cycle", not {kind!r:.80}'
    if isinstance(names, tuple):
        return "the second part of the answer is a list of names; this is a tuple"
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        return f"the second part of the answer is a list of names, not {names!r:.80}"
    tasks, needs = inp
    if kind != expected[0] and kind == "order":
        return f"it gives an order, although these tasks form a ring: {', '.join(map(repr, expected[1]))}"
    fault = _name_fault(names, tasks)
    if fault and kind == "cycle" and list(names[:1]) == list(names[-1:]):
        return f"{names[0]!r} stands at both ends of the ring; each name stands in it once"
    if fault:
        return fault
    return _order_fault(names, tasks, needs) if kind == "order" else _cycle_fault(names, needs)
