"""Cases, oracle and checker of the search-tree map."""

import random

LIMIT = 10**9
WATCHED = 40  # steps of a test whose tree is read after every change


def _inserts(keys):
    """Steps that insert `keys` in this order, each with ten times itself."""
    return [["insert", key, key * 10] for key in keys]


CASES = {
    "delete-two-children": (
        "a node with two children is replaced by its successor, whose right child moves up",
        [*_inserts([50, 30, 70, 60, 80, 65]), ["delete", 50], ["find", 65], ["find", 50]],
    ),
    "overwrite": (
        "inserting a key that is there replaces its value and adds no node",
        [
            ["insert", 4, 40],
            ["insert", 2, 20],
            ["insert", 4, 41],
            ["insert", 2, 22],
            ["find", 4],
            ["find", 2],
        ],
    ),
    "empty": (
        "an empty map has no entries to find and none to delete",
        [["find", 1], ["delete", 1], ["insert", 1, 10], ["find", 1]],
    ),
    "absent": (
        "deleting an absent key returns None and leaves the tree alone, also between two keys",
        [*_inserts([5, 3, 8]), ["delete", 4], ["delete", 9], ["delete", 1], ["find", 4], ["find", 9]],
    ),
    "delete-leaf": (
        "a leaf goes, on whichever side of its parent it hangs",
        [*_inserts([5, 3, 8, 1, 4]), ["delete", 4], ["delete", 1], ["delete", 8], ["find", 3], ["find", 5]],
    ),
    "delete-only-node": (
        "when the last entry goes, root must be None and the map usable again",
        [["insert", 7, 70], ["delete", 7], ["delete", 7], ["find", 7], ["insert", 2, 20], ["find", 2]],
    ),
    "one-left-child": (
        "a node with only a left child is replaced by that whole subtree",
        [*_inserts([9, 6, 3, 1, 4]), ["delete", 6], ["find", 4], ["find", 1]],
    ),
    "one-right-child": (
        "a node with only a right child is replaced by that whole subtree",
        [*_inserts([1, 4, 7, 6, 8]), ["delete", 4], ["find", 6], ["find", 8]],
    ),
    "root-with-one-child": (
        "deleting the root moves root itself, whichever side its only child is on",
        [*_inserts([5, 8, 7, 9]), ["delete", 5], ["find", 7], ["delete", 8], ["delete", 9], ["find", 7]],
    ),
    "successor-is-right-child": (
        "the successor may be the right child itself; its own right subtree must survive",
        [*_inserts([5, 3, 8, 9, 12]), ["delete", 5], ["find", 9], ["find", 12], ["delete", 8], ["find", 12]],
    ),
    "successor-is-deep": (
        "the successor may lie several steps down on the left of the right subtree",
        [*_inserts([20, 10, 40, 30, 50, 25, 35, 27, 26]), ["delete", 20], ["find", 27], ["find", 26]],
    ),
    "inner-two-children": (
        "a node with two children need not be the root",
        [*_inserts([50, 20, 10, 30, 25, 28, 70]), ["delete", 20], ["find", 28], ["delete", 25], ["find", 30]],
    ),
    "value-moves-with-key": (
        "key and value belong together when the successor moves, and delete returns the old value",
        [["insert", 2, 200], ["insert", 1, 100], ["insert", 3, 300], ["delete", 2], ["find", 3], ["find", 1]],
    ),
    "values-of-zero": (
        "0 is a value like any other: found, deleted, returned",
        [["insert", 0, 0], ["insert", -3, 0], ["find", 0], ["find", -3], ["delete", -3], ["delete", 0]],
    ),
    "delete-until-empty": (
        "deleting the root again and again must keep the tree in order until it is empty",
        [*_inserts([4, 2, 6, 1, 3, 5, 7]), *[["delete", key] for key in [4, 5, 6, 7, 2, 3, 1]]],
    ),
    "grow-again": (
        "a deleted key may come back, as a leaf with its new value",
        [
            *_inserts([5, 3, 8]),
            ["delete", 3],
            ["insert", 3, 31],
            ["delete", 5],
            ["insert", 5, 51],
            ["find", 5],
        ],
    ),
    "same-entry-twice": (
        "inserting the same key with the same value changes nothing at all",
        [
            ["insert", 4, 40],
            ["insert", 2, 20],
            ["insert", 4, 40],
            ["insert", 2, 20],
            ["delete", 4],
            ["find", 4],
        ],
    ),
    "answers-only": (
        "whatever is deleted, each remaining key answers with its own value",
        [
            ["insert_range", 40, 0, -10],
            *_inserts([60, 50, 70, 55]),
            ["delete", 40],
            *[["find", key] for key in [40, 50, 55, 60, 30]],
            *[["delete", key] for key in [50, 55, 60, 70, 10, 20, 30]],
        ],
    ),
    "overwrite-the-successor": (
        "delete returns the deleted entry's value, although the successor is by then in its place",
        [
            ["insert_range", 10, 40, 10],
            ["insert", 5, 50],
            ["delete", 10],
            ["insert", 20, 21],
            ["find", 20],
            *[["delete", key] for key in [5, 20, 30]],
        ],
    ),
    "ascending-chain": (
        "sorted keys make a chain deeper than Python recurses by default",
        [["insert_range", 0, 1100, 1], ["find", 1099], ["delete", 700], ["find", 700], ["find", 701]],
    ),
}

INVALID = {
    "not-a-list": 7,
    "unknown-step": [["insert", 1, 2], ["pop", 1]],
    "key-is-text": [["find", "1"]],
    "value-missing": [["insert", 1]],
    "key-is-bool": [["delete", True]],
    "key-too-large": [["insert", 10**10, 0]],
    "step-of-zero": [["insert_range", 0, 5, 0]],
    "range-too-long": [["insert_range", 0, 10**7, 1]],
}

LADDER = (1000, 2000, 4000, 8000)


def _middle_first(low, high):
    """The whole numbers from `low` to below `high`, in an order that makes a balanced tree."""
    order, parts = [], [(low, high)]
    while parts:
        low, high = parts.pop()
        if low < high:
            middle = (low + high) // 2
            order.append(middle)
            parts += [(middle + 1, high), (low, middle)]
    return order


def big(n):
    """n/2 insertions that balance, n/4 look-ups of anything, n/4 deletions that always hit the root."""
    size = n // 2
    order = _middle_first(0, size)
    rng = random.Random(n)
    finds = [["find", rng.randrange(size)] for _ in range(n // 4)]
    deletes = [["delete", order[0] + i] for i in range(n // 4)]
    return [*[["insert", key, key] for key in order], *finds, *deletes]


def gen(rng, size):
    keys = list(range(-2, 3 + size))
    rng.shuffle(keys)
    steps = [["insert", key, rng.randint(-9, 99)] for key in keys[:size]]
    for _ in range(rng.randint(1, 4 + 2 * size)):
        name = rng.choice(["insert", "insert", "delete", "delete", "delete", "find"])
        key = rng.choice(keys)
        steps.append([name, key, rng.randint(-9, 99)] if name == "insert" else [name, key])
    return steps


def _whole(number):
    return type(number) is int and -LIMIT <= number <= LIMIT


def valid(inp):
    assert isinstance(inp, list), "the input is a list of steps"
    lengths = {"insert": 3, "find": 2, "delete": 2, "insert_range": 4}
    count = 0
    for step in inp:
        assert isinstance(step, (list, tuple)) and step, f"a step is a list such as ['find', 3], not {step!r}"
        name, *numbers = step
        assert name in lengths, f"unknown step {name!r}: use insert, find, delete or insert_range"
        assert len(step) == lengths[name], f"{name} takes {lengths[name] - 1} numbers, not {len(numbers)}"
        assert all(map(_whole, numbers)), f"{name} takes integers from -10^9 to 10^9, not {numbers!r}"
        assert name != "insert_range" or step[3] != 0, "the step of insert_range may not be 0"
        count += len(range(*numbers)) if name == "insert_range" else 1
    assert count <= 10_000, f"at most 10,000 operations, not {count}"


def _watches(steps):
    """Whether the tree is read after every change; otherwise only at the end."""
    return len(steps) <= WATCHED and all(step[0] != "insert_range" for step in steps)


def _apply(tree, step):
    name, *numbers = step
    if name == "find":
        return tree.find(numbers[0])
    if name == "delete":
        return tree.delete(numbers[0])
    for key in [numbers[0]] if name == "insert" else range(*numbers):
        tree.insert(key, numbers[1] if name == "insert" else key)
    return None


def _rows(root, most):
    """Rows [key, value, left, right] in preorder, at most `most` of them; -1 is no child.

    A node that is met twice keeps its first row, so a ring shows as a link to an earlier row.
    """
    rows, met, waiting = [], {}, [(root, None, 0)]
    while waiting and len(rows) < most:
        node, above, side = waiting.pop()
        if node is not None and id(node) in met:
            above[side] = met[id(node)][0]
        elif node is not None:
            row = [node.key, node.value, -1, -1]
            if above is not None:
                above[side] = len(rows)
            met[id(node)] = (len(rows), node)  # the node too: a freed one could lend its id to another
            rows.append(row)
            waiting += [(node.right, row, 3), (node.left, row, 2)]
    return rows


def run(sol, inp):
    tree = sol.BstMap()
    watched = _watches(inp)
    most = 10 + sum(len(range(*step[1:])) if step[0] == "insert_range" else 1 for step in inp)
    results, trees = [], []
    for number, step in enumerate(inp, 1):
        results.append(_apply(tree, step))
        if number == len(inp) or (watched and step[0] != "find"):
            trees.append(_rows(tree.root, most))
    return {"results": results, "trees": trees}


def _oracle_delete(places, key):
    path = next((path for path, entry in places.items() if entry[0] == key), None)
    if path is None:
        return None
    value = places[path][1]
    if path + "L" in places and path + "R" in places:
        heir = path + "R"
        while heir + "L" in places:
            heir += "L"
        places[path] = places[heir]
        path = heir
    child = path + "L" if path + "L" in places else path + "R"
    del places[path]
    moved = {old: places.pop(old) for old in list(places) if old.startswith(child)}
    places.update({path + old[len(child) :]: entry for old, entry in moved.items()})
    return value


def oracle(inp):
    """Keeps no nodes at all: a dict from the path of each entry ("", "L", "LR") to key and value.

    Sorting the paths gives the preorder, since "" < "L" < "R"; sorting path + "M" gives the inorder,
    which must be the sorted entries of a plain dict.
    """
    places, model, results, trees = {}, {}, [], []
    watched = _watches(inp)
    for number, (name, *numbers) in enumerate(inp, 1):
        keys = [numbers[0]] if name == "insert" else range(*numbers) if name == "insert_range" else []
        for key in keys:
            path = ""
            while path in places and places[path][0] != key:
                path += "L" if key < places[path][0] else "R"
            places[path] = (key, numbers[1] if name == "insert" else key)
            model[key] = places[path][1]
        result = model.get(numbers[0]) if name == "find" else None
        if name == "delete":
            result = model.pop(numbers[0], None)
            assert _oracle_delete(places, numbers[0]) == result
        assert [places[p] for p in sorted(places, key=lambda p: p + "M")] == sorted(model.items())
        results.append(result)
        if number == len(inp) or (watched and name != "find"):
            rows = {path: row for row, path in enumerate(sorted(places))}
            trees.append([[*places[p], rows.get(p + "L", -1), rows.get(p + "R", -1)] for p in rows])
    return {"results": results, "trees": trees}


def _step_text(inp, number):
    name, *numbers = inp[number]
    return f"step {number + 1}, {name}({', '.join(map(repr, numbers))})"


def _watched_steps(inp):
    """Indices of the steps after which the tree was read."""
    last = len(inp) - 1
    return [i for i, step in enumerate(inp) if i == last or (_watches(inp) and step[0] != "find")]


def _row(row):
    return (
        isinstance(row, (list, tuple))
        and len(row) == 4
        and all(isinstance(part, int) and not isinstance(part, bool) for part in row)
    )


def _tree_fault(rows, expected):
    """What is wrong with the tree, in words; None: it is the expected one."""
    if rows == expected:
        return None
    if not isinstance(rows, list) or not all(map(_row, rows)):
        return "a node's key or value is not an integer"
    children = [child for row in rows for child in row[2:] if child != -1]
    if len(set(children)) != len(children) or any(not 0 < child < len(rows) for child in children):
        return "it is not a tree: some node can be reached in two ways or leads back to itself"
    keys, wanted = [row[0] for row in rows], {row[0]: row[1] for row in expected}
    for key in keys:
        if keys.count(key) > 1:
            return f"key {key} is in the tree {'twice' if keys.count(key) == 2 else 'more than twice'}"
    for key in wanted:
        if key not in keys:
            return f"key {key} is no longer in the tree, or was never put in"
    for key, value, *_ in rows:
        if key not in wanted:
            return f"key {key} is in the tree and should not be"
        if value != wanted[key]:
            return f"key {key} has the value {value} and should have {wanted[key]}"
    return _order_fault(rows) or _shape_fault(rows, expected)


def _order_fault(rows):
    """A key on the wrong side of one of its ancestors, in words; None: all are in order."""
    waiting = [(0, -1, -1)]  # row, the ancestor whose key is the lower bound, the upper bound
    while waiting:
        at, low, high = waiting.pop()
        key, _, left, right = rows[at]
        if low != -1 and key < rows[low][0]:
            return f"key {key} is in the right subtree of {rows[low][0]}, which is larger"
        if high != -1 and key > rows[high][0]:
            return f"key {key} is in the left subtree of {rows[high][0]}, which is smaller"
        waiting += [
            (child, *bounds) for child, *bounds in ((left, low, at), (right, at, high)) if child != -1
        ]
    return None


def _shape_fault(rows, expected):
    """For two search trees with the same keys, both in preorder: where they part first."""
    for got, want in zip(rows, expected):
        if got[0] != want[0]:
            return f"the keys are in order, but {got[0]} stands where the rules put {want[0]}"
    return "the keys are in order, but some node hangs in a place where the rules do not put it"


def check(inp, out, expected):
    if (
        not isinstance(out, dict)
        or not isinstance(out.get("results"), list)
        or not isinstance(out.get("trees"), list)
    ):
        return "the map could not be read"
    if len(out["results"]) != len(inp) or len(out["trees"]) != len(expected["trees"]):
        return "the map stopped answering before the last step"
    trees = dict(zip(_watched_steps(inp), zip(out["trees"], expected["trees"])))
    for i, (got, want) in enumerate(zip(out["results"], expected["results"])):
        if got != want or isinstance(got, (bool, float)):
            return f"{_step_text(inp, i)} returned {got!r:.80}, not {want!r}"
        fault = i in trees and _tree_fault(*trees[i])
        if fault:
            return f"after {_step_text(inp, i)}: {fault}"
    return None
