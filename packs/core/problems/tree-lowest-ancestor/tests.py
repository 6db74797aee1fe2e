"""Cases, generator, driver and oracle of "Lowest common ancestor"."""

LARGEST = 10**9
MOST_NODES = 50_000


def _chain(n):
    """Rows of a chain of n nodes, each the left child of the one before."""
    return [[at % 5, at + 1 if at + 1 < n else -1, -1] for at in range(n)]


def _complete(n):
    """Rows of a tree of n nodes filled level by level, with values that fall from row to row."""
    return [
        [n - at, 2 * at + 1 if 2 * at + 1 < n else -1, 2 * at + 2 if 2 * at + 2 < n else -1]
        for at in range(n)
    ]


# row 0 is the root; 1 and 2 are its children; 3, 4 those of 1; 5 is the right child of 2; 6, 7 those of 4; 8 that of 7
TREE = [
    [5, 1, 2],
    [9, 3, 4],
    [2, -1, 5],
    [7, -1, -1],
    [1, 6, 7],
    [8, -1, -1],
    [3, -1, -1],
    [4, 8, -1],
    [6, -1, -1],
]
SAME = [[1, left, right] for _, left, right in TREE]

CASES = {
    "two-branches": ("the two ways up join below the root", (TREE, 3, 8)),
    "one-above-the-other": (
        "a node is an ancestor of itself: the upper of the two is the answer",
        (TREE, 4, 8),
    ),
    "one-is-absent": (
        "b is not in the tree, so there is no answer, although a is",
        (TREE, 3, ["outside", 8]),
    ),
    "other-above-the-one": ("the same with the upper node given second", (TREE, 8, 1)),
    "first-is-absent": (
        "a is not in the tree, though a node with the same value is",
        (TREE, ["outside", 7], 3),
    ),
    "both-absent": ("neither is in the tree", (TREE, ["outside", 9], ["outside", 9])),
    "same-absent": (
        "a and b are one and the same node, and it is not in the tree",
        (TREE, ["outside", 5], ["same"]),
    ),
    "same-node": ("a node's lowest common ancestor with itself is the node", (TREE, 6, 6)),
    "root-and-leaf": ("the root is above everything", (TREE, 0, 8)),
    "root-twice": ("the root is a node like any other", (TREE, 0, 0)),
    "meet-at-the-root": ("one is on the left of the root and the other on its right", (TREE, 5, 6)),
    "siblings": ("the parent of both", (TREE, 6, 7)),
    "different-depths": (
        "one lies much deeper than the other: their ways up have different lengths",
        (TREE, 5, 8),
    ),
    "uncle-and-nephew": ("a node and the child of its sibling", (TREE, 3, 6)),
    "equal-values": ("all values are the same, and only identity tells the nodes apart", (SAME, 3, 8)),
    "equal-values-one-above": ("the same, with one above the other", (SAME, 8, 4)),
    "equal-values-absent": ("the absent node looks like all the others", (SAME, 5, ["outside", 1])),
    "absent-node-above": (
        "the absent node has the root as its child, and still is not in the tree",
        (TREE, ["above", 0], 4),
    ),
    "both-absent-above": (
        "both are above the root, and neither is in the tree",
        (TREE, ["above", 0], ["above", 0]),
    ),
    "absent-and-root": (
        "the root alone is no answer when the other node is absent",
        (TREE, 0, ["outside", 3]),
    ),
    "no-tree": ("in an empty tree every node is absent", ([], ["outside", 1], ["outside", 2])),
    "single": ("a tree of one node", ([[3, -1, -1]], 0, 0)),
    "single-and-absent": ("a tree of one node and another node", ([[3, -1, -1]], ["outside", 3], 0)),
    "no-search-tree": (
        "the values are in no order: they do not say where a node lies",
        (_complete(15), 9, 10),
    ),
    "value-zero": ("0 is a value like any other", ([[0, 1, 2], [0, 3, -1], [0, -1, -1], [0, -1, -1]], 3, 1)),
    "deep": (
        "1,500 levels: a call for each level would exceed Python's recursion limit",
        (_chain(1500), 1499, 700),
    ),
    "deep-and-absent": (
        "in a chain of 1,500 nodes one of the two is missing",
        (_chain(1500), ["outside", 4], 1499),
    ),
}

KEEP = {
    "single": "the smallest tree",
    "single-and-absent": "the smallest tree with an absent node",
    "root-twice": "guards the end of both ways up",
    "both-absent": "guards the order of the two questions",
    "both-absent-above": "the same with children in the tree",
    "siblings": "the plainest pair",
    "deep-and-absent": "guards against recursion on the way to None",
    "value-zero": "guards against tests for truth",
    "no-tree": "no tree is smaller",
}

INVALID = {
    "not-rows": (7, 0, 0),
    "b-missing": ([[1, -1, -1]], 0),
    "a-is-no-row": ([[1, -1, -1]], 1, 0),
    "a-is-negative": ([[1, -1, -1]], -1, 0),
    "a-is-none": ([[1, -1, -1]], None, 0),
    "a-is-bool": ([[1, -1, -1], [2, -1, -1]], False, 0),
    "unknown-description": ([[1, -1, -1]], ["below", 1], 0),
    "a-is-same": ([[1, -1, -1]], ["same"], 0),
    "child-outside": ([[1, 1, -1]], 0, 0),
    "two-parents": ([[1, 1, 1], [2, -1, -1]], 0, 1),
    "not-reached": ([[1, -1, -1], [2, -1, -1]], 0, 1),
}

LADDER = (1500, 3000, 6000, 12_000)


def big(n):
    """A stem of n/3 nodes that forks into two arms of n/3; the two nodes are their ends."""
    third = n // 3
    rows = [[at % 7, at + 1, -1] for at in range(3 * third)]
    rows[third - 1][2] = 2 * third
    rows[2 * third - 1][1] = rows[3 * third - 1][1] = -1
    return rows, 2 * third - 1, 3 * third - 1


def gen(rng, size):
    """A tree that grows a leaf at a time at a random free place; sometimes a node is not in it."""
    rows, free = [], []
    for at in range(rng.randint(1, 1 + 3 * size)):
        rows.append([rng.randint(0, 3), -1, -1])
        if free:
            parent, side = free.pop(rng.randrange(len(free)))
            rows[parent][side] = at
        free += [(at, 1), (at, 2)]
    pair = [rng.randrange(len(rows)) for _ in range(2)]
    if rng.random() < 0.15:
        pair[rng.randrange(2)] = [rng.choice(["outside", "above"]), rng.randint(0, 3)]
    return rows, *pair


def valid(inp):
    assert type(inp) is tuple and len(inp) == 3, "want three arguments: rows, a, b"
    rows, *pair = inp
    assert type(rows) is list and len(rows) <= MOST_NODES, "rows is a list of at most 50,000 rows"
    for row in rows:
        assert isinstance(row, (list, tuple)) and len(row) == 3, (
            f"a row is [value, left row, right row], unlike {row!r}"
        )
        assert all(type(part) is int for part in row), f"a row holds three integers, unlike {row!r}"
        assert abs(row[0]) <= LARGEST, "values lie between -10^9 and 10^9"
        assert all(-1 <= child < len(rows) for child in row[1:]), f"a child is a row or -1, unlike {row!r}"
    reached = [0] if rows else []
    for at in reached:
        reached += [child for child in rows[at][1:] if child != -1]
        assert len(reached) <= len(rows), "every row but row 0 must be the child of exactly one row"
    assert sorted(reached) == list(range(len(rows))), "every row must be reached from row 0 once"
    for number, node in enumerate(pair):
        if node == ["same"]:
            assert number == 1, 'only b can be ["same"]'
        elif isinstance(node, (list, tuple)):
            assert len(node) == 2 and node[0] in ("outside", "above"), (
                'an absent node is ["outside" or "above", value], and b may be ["same"]'
            )
            assert type(node[1]) is int and abs(node[1]) <= LARGEST, "its value lies between -10^9 and 10^9"
        else:
            assert type(node) is int and 0 <= node < len(rows), (
                f"a and b are rows, or describe a node, unlike {node!r}"
            )


def run(sol, inp):
    rows, *pair = inp
    nodes = [sol.Node(value) for value, _, _ in rows]
    for node, (_, left, right) in zip(nodes, rows):
        node.left = nodes[left] if left != -1 else None
        node.right = nodes[right] if right != -1 else None
    root = nodes[0] if nodes else None
    a = _given(sol, nodes, pair[0])
    b = a if pair[1] == ["same"] else _given(sol, nodes, pair[1])
    answer = sol.lowest_ancestor(root, a, b)
    where = {id(node): at for at, node in enumerate(nodes)}
    changed = [
        at
        for at, node in enumerate(nodes)
        if [node.value, where.get(id(node.left), -1), where.get(id(node.right), -1)] != list(rows[at])
    ]
    named = None if answer is None else where.get(id(answer), "stranger")
    return {"answer": named, "changed nodes": changed[:9]}


def _given(sol, nodes, each):
    """The node that a row number or a description stands for."""
    if type(each) is int:
        return nodes[each]
    return sol.Node(each[1], nodes[0] if nodes and each[0] == "above" else None)


def _way_up(rows, at):
    """Rows from `at` up to the root."""
    parents = {child: row for row, (_, *children) in enumerate(rows) for child in children}
    way = [at]
    while way[-1] != 0:
        way.append(parents[way[-1]])
    return way


def oracle(inp):
    """Both ways from the root down: the last place where they agree."""
    rows, a, b = inp
    b = a if b == ["same"] else b
    if type(a) is not int or type(b) is not int:
        return {"answer": None, "changed nodes": []}
    both = zip(reversed(_way_up(rows, a)), reversed(_way_up(rows, b)))
    return {"answer": [x for x, y in both if x == y][-1], "changed nodes": []}


def check(inp, out, expected):
    rows, a, b = inp
    b = a if b == ["same"] else b
    got, want = out["answer"], expected["answer"]
    if got == "stranger":
        return "what was returned is neither None nor a node of the tree"
    if got != want and want is None:
        missing = "a" if type(a) is not int else "b"
        return f"{missing} is not in the tree, so None is wanted, and the node of row {got} was returned"
    if got != want and got is None:
        return f"both nodes are in the tree and row {want} is above both, and None was returned"
    if got != want:
        missed = [name for name, at in (("a", a), ("b", b)) if got not in _way_up(rows, at)]
        if missed:
            return f"row {got} is not an ancestor of {' nor of '.join(missed)}"
        return f"row {got} is above both nodes, and row {want}, further from the root, is too"
    if out["changed nodes"]:
        return "the tree is not as it was before the call"
    return None
