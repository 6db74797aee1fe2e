"""Cases, generator, driver and oracle of "Level by level, and in zig-zag"."""

LARGEST = 10**9
MOST_NODES = 50_000


def _complete(n):
    """Rows of a tree of n nodes filled level by level, with the row numbers as values."""
    return [
        [at, 2 * at + 1 if 2 * at + 1 < n else -1, 2 * at + 2 if 2 * at + 2 < n else -1] for at in range(n)
    ]


def _fork_below(n):
    """Rows of n single right children under each other; the last one has two children, 1 and 2."""
    stem = [[at % 10, -1, at + 1] for at in range(n)]
    return [*stem, [0, n + 1, n + 2], [1, -1, -1], [2, -1, -1]]


def _chain(n, left):
    """Rows of a chain of n nodes, each the left (or right) child of the one before."""
    return [[at % 10, *((at + 1, -1) if left else (-1, at + 1))] for at in range(n - 1)] + [[9, -1, -1]]


UNEVEN = [[1, 1, 2], [2, 3, -1], [3, 4, 5], [4, -1, -1], [5, -1, 6], [6, -1, -1], [7, -1, -1]]

CASES = {
    "uneven": (
        "branches of different length: a level holds what there is, from left to right",
        (UNEVEN, False),
    ),
    "zigzag": ("odd levels from right to left, even ones from left to right", (_complete(12), True)),
    "empty": ("the empty tree has no levels", ([], False)),
    "empty-zigzag": ("the empty tree has none in zig-zag either", ([], True)),
    "single": ("one node, one level", ([[7, -1, -1]], False)),
    "single-zigzag": ("level 0 is even", ([[7, -1, -1]], True)),
    "complete": ("fifteen nodes in four levels", (_complete(15), False)),
    "zigzag-five-levels": (
        "the levels 1 and 3 are turned, 0, 2 and 4 are not: turning one level must not turn the next",
        (_complete(31), True),
    ),
    "zigzag-uneven": (
        "a level with gaps is turned like any other",
        (
            [
                [1, 1, 2],
                [2, 3, -1],
                [3, 4, 5],
                [4, 6, 7],
                [5, -1, -1],
                [6, -1, 8],
                *[[v, -1, -1] for v in (7, 8, 9)],
            ],
            True,
        ),
    ),
    "only-left-children": ("a chain to the left: one node for each level", (_chain(4, True), True)),
    "only-right-children": ("a chain to the right", (_chain(4, False), False)),
    "falsy-values": (
        "0 is a value like any other, at the root as well as below",
        ([[0, 1, 2], [0, -1, 3], [5, -1, -1], [0, -1, -1]], False),
    ),
    "equal-values": (
        "equal values are different nodes",
        ([[3, 1, 2], [3, 3, -1], [3, -1, 4], [3, -1, -1], [4, -1, -1]], True),
    ),
    "cousins": (
        "children of different parents stand side by side: the left one's right child before the right one's left",
        ([[1, 1, 2], [2, -1, 3], [3, 4, -1], [4, -1, -1], [5, -1, -1]], False),
    ),
    "fork-far-below": (
        "seventy levels down two children stand side by side: places that are halved at each level are equal there",
        (_fork_below(70), False),
    ),
    "negative-and-extreme": (
        "negative values and the largest ones allowed",
        ([[-LARGEST, 1, 2], [LARGEST, -1, -1], [-1, -1, -1]], False),
    ),
    "rows-in-any-order": (
        "the order of the rows says nothing about the tree",
        ([[1, 3, 1], [3, -1, 2], [6, -1, -1], [2, 4, -1], [4, -1, -1]], False),
    ),
    "deep": (
        "1,500 levels of one node: a call for each level would exceed Python's recursion limit",
        (_chain(1500, True), False),
    ),
}

KEEP = {
    "empty": "the only tree without a root",
    "single": "the smallest tree",
    "single-zigzag": "the smallest tree in zig-zag",
    "only-right-children": "the mirror image of the other chain",
    "negative-and-extreme": "the ends of the range that the statement allows",
    "rows-in-any-order": "guards the driver",
    "complete": "the plainest tree of several levels",
}

INVALID = {
    "not-rows": (7, False),
    "no-zigzag": ([],),
    "zigzag-is-a-number": ([[1, -1, -1]], 1),
    "short-row": ([[1, -1]], False),
    "float-value": ([[1.5, -1, -1]], False),
    "child-outside": ([[1, 1, -1]], False),
    "two-parents": ([[1, 1, 1], [2, -1, -1]], False),
    "root-is-a-child": ([[1, 0, -1]], False),
    "not-reached": ([[1, -1, -1], [2, -1, -1]], False),
    "ring": ([[1, -1, -1], [2, 2, -1], [3, 1, -1]], False),
}

LADDER = (2000, 4000, 8000, 16_000)


def big(n):
    """A complete tree with a chain of half as many nodes below its last leaf: wide and deep at once."""
    width = n // 2
    rows = [
        [at, 2 * at + 1 if 2 * at + 1 < width else -1, 2 * at + 2 if 2 * at + 2 < width else -1]
        for at in range(width)
    ]
    rows += [[at, at + 1 if at + 1 < n else -1, -1] for at in range(width, n)]
    rows[width - 1][1] = width
    return rows, True


def gen(rng, size):
    """A tree that grows a leaf at a time at a random free place."""
    rows, free = [], []
    for at in range(rng.randint(size, 3 * size)):
        rows.append([rng.randint(-3, 9), -1, -1])
        if free:
            parent, side = free.pop(rng.randrange(len(free)))
            rows[parent][side] = at
        free += [(at, 1), (at, 2)]
    return rows, rng.random() < 0.6


def valid(inp):
    assert type(inp) is tuple and len(inp) == 2, "want two arguments: rows, zigzag"
    rows, zigzag = inp
    assert type(zigzag) is bool, "zigzag is True or False"
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


def run(sol, inp):
    rows, zigzag = inp
    nodes = [sol.Node(value) for value, _, _ in rows]
    for node, (_, left, right) in zip(nodes, rows):
        node.left = nodes[left] if left != -1 else None
        node.right = nodes[right] if right != -1 else None
    result = sol.levels(nodes[0] if nodes else None, zigzag)
    where = {id(node): at for at, node in enumerate(nodes)} | {id(None): -1}
    changed = [
        at
        for at, node in enumerate(nodes)
        if [node.value, where.get(id(node.left)), where.get(id(node.right))] != list(rows[at])
    ]
    return {"levels": result, "changed nodes": changed[:9]}


def oracle(inp):
    """Depth of each row from its parent's; values sorted by depth and by the path of lefts and rights."""
    rows, zigzag = inp
    paths, waiting = {}, [(0, "")] if rows else []
    while waiting:
        at, path = waiting.pop()
        paths[at] = path
        waiting += [(child, path + turn) for child, turn in zip(rows[at][1:], "ab") if child != -1]
    depths = sorted({len(path) for path in paths.values()})
    result = []
    for depth in depths:
        level = sorted((path, at) for at, path in paths.items() if len(path) == depth)
        values = [rows[at][0] for _, at in level]
        result.append(values[::-1] if zigzag and depth % 2 else values)
    return {"levels": result, "changed nodes": []}


def check(inp, out, expected):
    got, want = out["levels"], expected["levels"]
    if type(got) is not list or not all(type(level) is list for level in got):
        return f"the answer is a list of lists, not {got!r:.80}"
    if len(got) != len(want):
        return f"the tree has {len(want)} levels, and the answer has {len(got)}"
    for depth, (have, need) in enumerate(zip(got, want)):
        if have == need and all(type(value) is int for value in have):
            continue
        if have == need[::-1]:
            return f"level {depth} is listed in the wrong direction: {have!r:.80}"
        if len(have) == len(need) and sorted(map(repr, have)) == sorted(map(repr, need)):
            return f"level {depth} has the right values in the wrong order: {have!r:.80}"
        return f"level {depth} has {need!r:.80}, and the answer says {have!r:.80}"
    if out["changed nodes"]:
        return "the tree is not as it was before the call"
    return None
