"""Cases, generator, driver and oracle of "Where the loop begins"."""

LARGEST = 10**9
LONGEST = 50_000
SHOWN = 100  # nodes of a list whose links are all shown

CASES = {
    "tail-and-cycle": (
        "the entry is where the tail joins the cycle, not where two walkers happen to meet",
        ([10, 20, 30, 40, 50], 2),
    ),
    "no-cycle": ("a list that ends has no entry", ([1, 2, 3, 4], None)),
    "cycle-at-head": ("the last node leads back to the first: the head is the entry", ([5, 6, 7], 0)),
    "empty": ("the empty list is None and has no entry", ([], None)),
    "single": ("one node that leads nowhere", ([4], None)),
    "self-loop": ("one node that leads to itself is a cycle of length one", ([4], 0)),
    "self-loop-at-the-end": (
        "a tail, then a node that leads to itself: there is no earlier repeat",
        ([1, 2, 3, 4], 3),
    ),
    "two-nodes": ("a list of two nodes may end, at an even place", ([8, 9], None)),
    "three-nodes": ("a list of odd length ends too", ([8, 9, 7], None)),
    "two-in-a-ring": ("two nodes that lead to each other", ([8, 9], 0)),
    "equal-values": (
        "equal values do not make equal nodes: neither a cycle where there is none, nor an earlier entry",
        ([3, 3, 3, 3, 3], None),
    ),
    "equal-values-in-a-ring": ("the entry is a node, although all nodes look alike", ([7, 7, 7, 7, 7, 7], 4)),
    "long-tail": (
        "a tail much longer than the cycle: the slow walker meets the other after many rounds",
        ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], 9),
    ),
    "long-cycle": ("a cycle much longer than the tail", ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], 1)),
    "tail-as-long-as-cycle": ("the tail has as many nodes as the cycle", ([1, 2, 3, 4, 5, 6], 3)),
    "falsy-values": ("a value of 0 is a value like any other", ([0, 0, 0], 1)),
    "deep": (
        "two thousand nodes: a call for each node would exceed Python's recursion limit",
        ([0] * 2000, 1200),
    ),
    "deep-without-cycle": ("two thousand nodes and an end", ([0] * 2000, None)),
}

KEEP = {
    "two-nodes": "the smallest list in which the fast walker steps right off the end",
    "three-nodes": "the smallest list in which he stands on the last node",
    "single": "the shortest list that ends",
    "empty": "no list is shorter",
    "deep": "guards against recursion",
    "deep-without-cycle": "guards against a bound on the number of steps",
    "falsy-values": "guards against tests for truth",
    "two-in-a-ring": "the smallest cycle of more than one node",
}

INVALID = {
    "not-a-list": ((1, 2), None),
    "no-back": ([1, 2],),
    "back-outside": ([1, 2], 2),
    "back-negative": ([1, 2], -1),
    "back-into-the-empty-list": ([], 0),
    "float-value": ([1.5], None),
    "back-is-bool": ([1, 2], True),
    "too-long": ([0] * (LONGEST + 1), None),
}

LADDER = (4000, 8000, 16_000, 32_000)


def big(n):
    """Half tail, half cycle: the walkers meet late, and the way back is long too."""
    return [0] * n, n // 2


def gen(rng, size):
    values = [rng.randint(-2, 2) for _ in range(rng.randint(0, 1 + 2 * size))]
    if not values or rng.random() < 0.25:
        return values, None
    return values, rng.randrange(len(values))


def valid(inp):
    assert type(inp) is tuple and len(inp) == 2, "want (values, back)"
    values, back = inp
    assert type(values) is list and len(values) <= LONGEST, "values is a list of at most 50,000 integers"
    assert all(type(value) is int for value in values), "every value must be an integer"
    assert all(abs(value) <= LARGEST for value in values), "values lie between -10^9 and 10^9"
    if back is not None:
        assert type(back) is int and 0 <= back < len(values), "back is a position of the list, or None"


def run(sol, inp):
    values, back = inp
    nodes = [sol.Node(value) for value in values]
    for node, following in zip(nodes, nodes[1:]):
        node.next = following
    if back is not None:
        nodes[-1].next = nodes[back]
    where = {id(node): position for position, node in enumerate(nodes)}
    entry = sol.cycle_entry(nodes[0] if nodes else None)
    named = None if entry is None else where.get(id(entry), "stranger")
    after = [None if node.next is None else where.get(id(node.next), "stranger") for node in nodes]
    return shown(inp, named, after, [node.value for node in nodes])


def shown(inp, entry, links, seen):
    """All links and values of a short list; of a long one those that are not as they were."""
    values, back = inp
    if len(values) > SHOWN:
        before = [*range(1, len(values)), back]
        links = [at for at in range(len(values)) if links[at] != before[at]][:SHOWN]
        seen = sum(a != b for a, b in zip(values, seen))
    return {"entry": entry, "next": links, "values": seen}


def oracle(inp):
    """The way itself, as positions, with a set of those met."""
    values, back = inp
    links = [*range(1, len(values)), back] if values else []
    met, at = set(), 0 if values else None
    while at is not None and at not in met:
        met.add(at)
        at = links[at]
    return shown(inp, at, links, list(values))


def check(inp, out, expected):
    values, _ = inp
    got, want = out["entry"], expected["entry"]
    if got == "stranger":
        return "what was returned is neither None nor one of the nodes of the list"
    if got != want and want is None:
        return f"the list ends, so None is wanted, and the node at position {got} was returned"
    if got != want and got is None:
        return f"the list goes round for ever from position {want} on, and None was returned"
    if got is not None and got < want:
        return f"the node at position {got} is on the tail and met only once; the cycle begins at position {want}"
    if got != want:
        return f"the node at position {got} is on the cycle, but the one at position {want} is met again before it"
    if out["next"] != expected["next"]:
        return "the links are not as they were before the call"
    if out["values"] != expected["values"]:
        return "the values are not as they were before the call"
    return None
