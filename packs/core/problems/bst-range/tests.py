"""Cases, generator, driver and oracle of "Count the keys in a range"."""

import random
from bisect import bisect_left, bisect_right

LARGEST = 10**9
MOST_NODES = 20_000


def _tree(*keys):
    """Rows of the search tree into which these keys were inserted in this order."""
    rows = []
    for key in keys:
        rows.append([key, -1, -1])
        at = 0
        while at != len(rows) - 1:
            side = 1 if key < rows[at][0] else 2
            if rows[at][side] == -1:
                rows[at][side] = len(rows) - 1
            at = rows[at][side]
    return rows


BUSHY = _tree(50, 20, 80, 10, 30, 60, 90, 25, 40, 70, 65, 35)

CASES = {
    "bounds-are-keys": (
        "both bounds are keys and belong to the range",
        (BUSHY, [[20, 60], [10, 90], [50, 50], [25, 40]]),
    ),
    "bounds-are-absent": (
        "bounds that are no keys",
        (BUSHY, [[21, 64], [0, 100], [41, 49], [36, 66]]),
    ),
    "one-key": (
        "lo = hi asks whether the key is there",
        (BUSHY, [[30, 30], [31, 31], [10, 10], [90, 90], [65, 65]]),
    ),
    "turned-bounds": (
        "lo > hi is an empty range, not the range the other way round, and not a negative number of keys",
        (BUSHY, [[60, 20], [51, 50], [100, 0], [50, 49]]),
    ),
    "outside": ("a range beside all keys is empty", (BUSHY, [[-50, 9], [91, 500], [-9, -8]])),
    "everything": ("a range that holds all keys", (BUSHY, [[-1000, 1000], [10, 1000], [-1000, 90]])),
    "in-the-left-subtree": (
        "the range lies in the left half; the root is not in it",
        (BUSHY, [[22, 37], [10, 49], [0, 25]]),
    ),
    "in-the-right-subtree": (
        "the range lies in the right half; the root is not in it",
        (BUSHY, [[61, 85], [51, 90], [70, 200]]),
    ),
    "bound-is-an-inner-key": (
        "a bound equals a node with two subtrees: one of them lies in the range, the other does not",
        (BUSHY, [[20, 45], [5, 20], [80, 95], [55, 80]]),
    ),
    "one-side-open": (
        "only one of the bounds cuts anything off",
        (BUSHY, [[-99, 33], [33, 999], [-99, 50], [50, 999]]),
    ),
    "empty-tree": ("an empty tree has no keys", ([], [[0, 10], [5, 5], [9, 1]])),
    "single": ("a tree of one key", (_tree(7), [[7, 7], [0, 6], [8, 9], [0, 9]])),
    "negatives": (
        "negative keys, and a sum of 0 that counts several keys",
        (_tree(0, -4, 4, -9, -1, 1, 9), [[-4, 4], [-1, 1], [-9, -1], [0, 0], [-3, 0], [-100, 100]]),
    ),
    "key-zero": ("0 is a key like any other", (_tree(0), [[0, 0], [-1, 0], [0, 1], [1, 2]])),
    "neighbours": (
        "keys without gaps",
        (_tree(4, 2, 6, 1, 3, 5, 7), [[2, 5], [3, 3], [1, 7], [4, 6], [6, 9]]),
    ),
    "chain-right": (
        "sorted keys make a chain to the right",
        (_tree(*range(1, 9)), [[3, 6], [1, 1], [8, 8], [0, 9]]),
    ),
    "chain-left": (
        "falling keys make a chain to the left",
        (_tree(*range(8, 0, -1)), [[3, 6], [1, 1], [8, 8], [0, 9]]),
    ),
    "extremes": (
        "the largest keys and bounds allowed",
        (_tree(LARGEST, -LARGEST, 0), [[-2 * LARGEST, 2 * LARGEST], [LARGEST, LARGEST], [-LARGEST, -1]]),
    ),
    "deep": (
        "1,500 keys in a chain: a call for each level would exceed Python's recursion limit",
        ([[at, -1, at + 1] for at in range(1499)] + [[1499, -1, -1]], [[700, 1450], [1499, 1499], [0, 2000]]),
    ),
}

KEEP = {
    "empty-tree": "no tree is smaller",
    "single": "the smallest tree with a key",
    "key-zero": "guards against tests for truth",
    "everything": "the widest range",
    "outside": "the ranges without keys",
    "chain-left": "the mirror image of the other chain",
    "extremes": "the ends of the range that the statement allows",
    "one-side-open": "guards one-sided solutions",
    "neighbours": "keys without gaps, where lo - 1 is a key",
}

INVALID = {
    "no-questions": ([],),
    "not-rows": (7, []),
    "question-of-three": ([[1, -1, -1]], [[1, 2, 3]]),
    "float-bound": ([[1, -1, -1]], [[1, 2.5]]),
    "bound-too-large": ([[1, -1, -1]], [[0, 10**10]]),
    "left-key-larger": ([[1, 1, -1], [2, -1, -1]], []),
    "far-below-out-of-order": ([[5, 1, -1], [2, -1, 2], [9, -1, -1]], []),
    "equal-keys": ([[5, 1, -1], [5, -1, -1]], []),
    "child-outside": ([[1, 1, -1]], []),
    "not-reached": ([[1, -1, -1], [2, -1, -1]], []),
}

LADDER = (250, 500, 1000, 2000)


def big(n):
    """A balanced tree of n keys and n ranges, most of them wide."""
    rows, parts = [], [(0, n, None, 1)]
    while parts:
        low, high, parent, side = parts.pop()
        if low < high:
            middle = (low + high) // 2
            if parent is not None:
                rows[parent][side] = len(rows)
            parts += [(middle + 1, high, len(rows), 2), (low, middle, len(rows), 1)]
            rows.append([3 * middle, -1, -1])
    rng = random.Random(n)
    return rows, [[rng.randrange(n), rng.randrange(2 * n, 3 * n)] for _ in range(n)]


def gen(rng, size):
    keys = rng.sample(range(-2 * size - 2, 2 * size + 3), rng.randint(0, 2 * size + 1))
    spread = 2 * size + 4
    questions = [sorted(rng.randint(-spread, spread) for _ in range(2)) for _ in range(4)]
    if rng.random() < 0.3:
        questions[0].reverse()
    return _tree(*keys), questions


def valid(inp):
    assert type(inp) is tuple and len(inp) == 2, "want two arguments: rows, questions"
    rows, questions = inp
    assert type(rows) is list and len(rows) <= MOST_NODES, "rows is a list of at most 20,000 rows"
    for row in rows:
        assert isinstance(row, (list, tuple)) and len(row) == 3, (
            f"a row is [key, left row, right row], unlike {row!r}"
        )
        assert all(type(part) is int for part in row), f"a row holds three integers, unlike {row!r}"
        assert abs(row[0]) <= LARGEST, "keys lie between -10^9 and 10^9"
        assert all(-1 <= child < len(rows) for child in row[1:]), f"a child is a row or -1, unlike {row!r}"
    reached = [(0, -2 * LARGEST, 2 * LARGEST)] if rows else []
    for at, low, high in reached:
        key, left, right = rows[at]
        assert low < key < high, f"key {key} is on the wrong side of a key above it, or equal to it"
        reached += [(left, low, key)] if left != -1 else []
        reached += [(right, key, high)] if right != -1 else []
        assert len(reached) <= len(rows), "every row but row 0 must be the child of exactly one row"
    assert len(reached) == len(rows), "every row must be reached from row 0 once"
    assert type(questions) is list and len(questions) <= MOST_NODES, (
        "questions is a list of at most 20,000 pairs"
    )
    for pair in questions:
        assert isinstance(pair, (list, tuple)) and len(pair) == 2, f"a question is [lo, hi], unlike {pair!r}"
        assert all(type(bound) is int and abs(bound) <= 2 * LARGEST for bound in pair), (
            "bounds are integers from -2*10^9 to 2*10^9"
        )


def figures(rows):
    """Count and total of each row's subtree."""
    order = [0] if rows else []
    for at in order:
        order += [child for child in rows[at][1:] if child != -1]
    result = [[1, key] for key, _, _ in rows]
    for at in reversed(order):
        for child in rows[at][1:]:
            if child != -1:
                result[at][0] += result[child][0]
                result[at][1] += result[child][1]
    return result


def run(sol, inp):
    rows, questions = inp
    known = figures(rows)
    nodes = [sol.Node(row[0], count, total) for row, (count, total) in zip(rows, known)]
    for node, (_, left, right) in zip(nodes, rows):
        node.left = nodes[left] if left != -1 else None
        node.right = nodes[right] if right != -1 else None
    root = nodes[0] if nodes else None
    answers = [sol.count_and_sum(root, lo, hi) for lo, hi in questions]
    where = {id(node): at for at, node in enumerate(nodes)}
    changed = [
        at
        for at, node in enumerate(nodes)
        if [node.key, where.get(id(node.left), -1), where.get(id(node.right), -1)] != list(rows[at])
        or [node.count, node.total] != known[at]
    ]
    return {"answers": answers, "changed nodes": changed[:9]}


def oracle(inp):
    """The sorted keys, cut by bisection."""
    rows, questions = inp
    keys = sorted(row[0] for row in rows)
    inside = [keys[bisect_left(keys, lo) : bisect_right(keys, hi)] for lo, hi in questions]
    return {"answers": [(len(part), sum(part)) for part in inside], "changed nodes": []}


def check(inp, out, expected):
    rows, questions = inp
    for (lo, hi), got, want in zip(questions, out["answers"], expected["answers"]):
        if type(got) is tuple and got == want and all(type(part) is int for part in got):
            continue
        question = f"from {lo} to {hi}: "
        if type(got) is not tuple or len(got) != 2 or not all(type(part) is int for part in got):
            return question + f"the answer is a tuple of two integers, not {got!r:.60}"
        inside = sorted(row[0] for row in rows if lo <= row[0] <= hi)
        keys = f"{inside}" if len(inside) <= 8 else f"{inside[:4]} and {len(inside) - 4} more"
        if not inside:
            return question + f"no key lies in this range, so (0, 0) is right, not {got}"
        if got[0] != want[0]:
            return question + f"the keys {keys} lie in this range, which makes {want[0]}, not {got[0]}"
        return question + f"the keys {keys} lie in this range, and their sum is {want[1]}, not {got[1]}"
    if out["changed nodes"]:
        return "the tree is not as it was before the calls"
    return None
