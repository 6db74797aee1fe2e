"""Cases, generator, driver and oracle of "Sort a linked list"."""

import hashlib
import random

LONGEST = 100_000
LARGEST = 10**9
STRIDE = 61_813  # a prime: the keys of a long list jump about, and only its multiples bring them back early

CASES = {
    "four-nodes": (
        "four different keys: every node must still be there, in its new place",
        ([3, 1, 4, 2],),
    ),
    "equal-keys": (
        "equal keys keep their order: the 2 that came first stays first",
        ([2, 1, 2, 1, 2],),
    ),
    "empty": ("the empty list is None and stays None", ([],)),
    "one-node": ("one node is sorted already", ([7],)),
    "two-in-order": (
        "two nodes: each half gets one, also when nothing has to change",
        ([1, 2],),
    ),
    "two-swapped": (
        "two nodes change places: the new first node is returned and the old one ends the list",
        ([2, 1],),
    ),
    "two-equal": ("two equal keys must not change places", ([5, 5],)),
    "three-nodes": (
        "an odd length splits unevenly, and the node in the middle must not get lost",
        ([3, 2, 1],),
    ),
    "all-equal": ("six equal keys: a stable sort leaves the list as it is", ([4, 4, 4, 4, 4, 4],)),
    "sorted": ("a sorted list comes back as it was", ([1, 2, 3, 4, 5, 6, 7],)),
    "reversed": (
        "everything moves, and the old first node becomes the last: its link must end the list",
        ([6, 5, 4, 3, 2, 1],),
    ),
    "one-half-runs-out": (
        "all of the second half is smaller: the rest of the first half must be hung on whole",
        ([7, 8, 9, 1, 2, 3],),
    ),
    "negatives": ("negative keys, zero, and the largest keys allowed", ([0, -5, LARGEST, -LARGEST, 3, -1],)),
    "ties-across-halves": (
        "each key occurs in both halves: on a tie the node from the first half goes first",
        ([1, 2, 3, 3, 2, 1, 2, 3, 1],),
    ),
    "two-thousand": (
        "2,000 nodes: a call for every node would exceed Python's recursion limit",
        (("scattered", 2000, 1),),
    ),
    "falling-keys": (
        "30,000 nodes in falling order: a method that only gets along with scattered keys would take far too long",
        (("falling", 30_000, 1),),
    ),
    "hundred-thousand": (
        "100,000 nodes in no order, with many equal keys: one walk for each node would take far too long",
        (("scattered", 100_000, 1000),),
    ),
}

KEEP = {
    "one-node": "the shortest list that has a first node; guards the base case",
}

INVALID = {
    "no-list": (7,),
    "float-key": ([1, 2.0],),
    "bool-key": ([True],),
    "too-large-key": ([LARGEST + 1],),
    "too-long": (("scattered", LONGEST + 1, 1),),
    "no-width": (("scattered", 10, 0),),
    "unknown-description": (("zigzag", 10, 1),),
    "two-arguments": ([1], [2]),
}

LADDER = [500, 1000, 2000, 4000]


def gen(rng: random.Random, size: int) -> tuple[list[int]]:
    """Up to three times `size` keys, mostly with many ties."""
    spread = rng.choice([1, 3, 30])
    return ([rng.randint(-spread, spread) for _ in range(rng.randint(size, 3 * size))],)


def valid(inp: tuple) -> None:
    assert type(inp) is tuple and len(inp) == 1, "want one argument: the keys from first to last"
    (keys,) = inp
    if type(keys) is tuple:
        assert len(keys) == 3 and keys[0] in ("falling", "scattered"), (
            'a description is ("falling", n, width) or ("scattered", n, width)'
        )
        _, n, width = keys
        assert type(n) is int and 0 <= n <= LONGEST, "n lies between 0 and 100,000"
        assert type(width) is int and 1 <= width <= LONGEST, "width lies between 1 and 100,000"
        return
    assert type(keys) is list, 'keys must be a list, or a description such as ("scattered", n, width)'
    assert len(keys) <= LONGEST, "at most 100,000 keys"
    assert all(type(key) is int for key in keys), "every key must be an integer"
    assert all(abs(key) <= LARGEST for key in keys), "keys lie between -10^9 and 10^9"


def keys_of(keys):
    """The keys themselves, or those that a description such as ("scattered", n, width) stands for."""
    if isinstance(keys, list):
        return keys
    kind, n, width = keys
    stride = STRIDE if kind == "scattered" else n - 1  # modulo n, a step of n - 1 is a step down
    return [position * stride % n // width for position in range(n)]


def shown(keys, pairs):
    """The pairs, or for a description their number and a digest, to keep long results short."""
    if isinstance(keys, list):
        return pairs
    return {"nodes": len(pairs), "digest": hashlib.sha256(repr(pairs).encode()).hexdigest()}


def run(sol, inp):
    """Builds the list, sorts it and walks the result, at most one node further than there are."""
    (keys,) = inp
    nodes = [sol.Node(key) for key in keys_of(keys)]
    for node, following in zip(nodes, nodes[1:]):
        node.next = following
    position = {id(node): at for at, node in enumerate(nodes)}
    pairs = []
    node = sol.sort_list(nodes[0] if nodes else None)
    while node is not None and len(pairs) <= len(nodes):
        if not isinstance(node, sol.Node):
            raise TypeError(f"want a Node or None, found {type(node).__name__}")
        pairs.append((node.key, position.get(id(node))))
        node = node.next
    return shown(keys, pairs)


def oracle(inp):
    """Python's own stable sort of (key, position) by key."""
    (keys,) = inp
    pairs = [(key, at) for at, key in enumerate(keys_of(keys))]
    return shown(keys, sorted(pairs, key=lambda pair: pair[0]))


def check(inp, out, expected):
    """Names the first thing that is wrong with the walk."""
    (keys,) = inp
    if isinstance(keys, tuple):
        return check_long(out, expected)
    if len(out) > len(expected):
        return "The walk does not end: it met more nodes than the input has, so the links form a cycle."
    positions = [position for _, position in out]
    if None in positions:
        return f"Node {positions.index(None)} of the result is not one of the nodes you were given."
    given = keys_of(keys)
    for key, position in out:
        if type(key) is not int or key != given[position]:
            return f"The node that stood at position {position} had key {given[position]} and now has {key!r}."
    if len(out) < len(expected):
        lost = min(set(range(len(given))) - set(positions))
        return (
            f"The result has {len(out)} of {len(expected)} nodes: the one from position {lost}"
            f" (key {given[lost]}) cannot be reached from the node you returned."
        )
    for (key, position), (following, later) in zip(out, out[1:]):
        if key > following:
            return f"Key {key} comes before key {following}."
        if key == following and position > later:
            return (
                f"Two nodes with key {key} changed places:"
                f" in the input, position {later} comes before position {position}."
            )
    return None


def check_long(out, expected):
    """The same for a long list, of which only length and digest are known."""
    if out["nodes"] > expected["nodes"]:
        return "The walk does not end: it met more nodes than the input has, so the links form a cycle."
    if out["nodes"] < expected["nodes"]:
        return f"The walk met {out['nodes']} nodes, the input has {expected['nodes']}."
    if out["digest"] != expected["digest"]:
        return "All nodes are there, but not in sorted and stable order, or with changed keys."
    return None


def big(n: int) -> tuple[list[int]]:
    """Random keys: inserting one by one has to walk through half of the list each time."""
    rng = random.Random(n)
    return ([rng.randint(-LARGEST, LARGEST) for _ in range(n)],)
