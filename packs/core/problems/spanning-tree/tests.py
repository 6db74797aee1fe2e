"""Cases, generator, driver, oracles and checker of "Cheapest spanning forest"."""

import networkx as nx

MOST = 100_000
LARGEST = 10**9
LONGEST_CHAINS = 10_000

CASES = {
    "triangle": ("the dearest edge of a ring is left out", (3, [(0, 1, 4), (1, 2, 1), (0, 2, 2)])),
    "two-parts": (
        "what no edge joins stays apart: each part gets its own tree, and a lone node none",
        (6, [(0, 1, 3), (1, 2, 5), (0, 2, 4), (4, 5, 9)]),
    ),
    "no-nodes": ("no nodes, no edges, nothing to choose", (0, [])),
    "no-edges": ("nodes without edges", (4, [])),
    "single-node": ("one node is joined already", (1, [])),
    "self-loop": (
        "an edge from a node to itself closes a ring, however cheap it is",
        (2, [(0, 0, -9), (0, 1, 5), (1, 1, 0)]),
    ),
    "parallel-edges": (
        "of several edges between two nodes the cheapest is chosen",
        (2, [(0, 1, 7), (1, 0, 3), (0, 1, 5)]),
    ),
    "equal-weights": (
        "when all weights are equal, any spanning tree is right",
        (4, [(0, 1, 2), (1, 2, 2), (2, 3, 2), (3, 0, 2), (0, 2, 2)]),
    ),
    "negative-weights": (
        "negative edges are cheap, but not all of them can be chosen: two of these three",
        (4, [(0, 1, -5), (1, 2, -4), (0, 2, -3), (2, 3, 6)]),
    ),
    "positive-edges-are-needed": (
        "a forest must join what can be joined, even if that makes the sum larger",
        (4, [(0, 1, -2), (2, 3, 8), (1, 2, 3)]),
    ),
    "zero-weights": (
        "a weight of 0 is a weight like any other",
        (4, [(0, 1, 0), (1, 2, 0), (2, 3, 1), (3, 0, 0)]),
    ),
    "two-trees-meet": (
        "both ends were met before, but in different groups: the edge joins them",
        (4, [(0, 1, 1), (2, 3, 2), (1, 2, 3), (0, 3, 4)]),
    ),
    "groups-of-groups": (
        "pairs grow into fours and into one: joining must reach the whole group",
        (
            8,
            [
                *[(0, 1, 1), (2, 3, 1), (4, 5, 1), (6, 7, 1), (1, 3, 2), (5, 7, 2)],
                *[(0, 2, 3), (4, 6, 3), (3, 7, 4), (0, 4, 5), (1, 6, 6)],
            ],
        ),
    ),
    "dear-edges-first": (
        "the order of the list is not the order of the weights",
        (5, [(0, 1, 9), (1, 2, 8), (2, 3, 7), (3, 4, 6), (4, 0, 5), (0, 2, 4), (1, 3, 3)]),
    ),
    "cheap-star-dear-rim": (
        "a hub with cheap spokes: the whole rim is refused",
        (6, [(1, 2, 5), (2, 3, 5), (3, 4, 5), (4, 5, 5), (5, 1, 5), *[(0, at, at) for at in range(1, 6)]]),
    ),
    "already-a-tree": (
        "without rings every edge is chosen",
        (5, [(3, 1, 4), (1, 0, -1), (1, 4, 12), (4, 2, 3)]),
    ),
    "cheap-at-one-node": (
        "the cheapest edge of each node is not enough: the dear bridge is needed as well",
        (6, [(0, 1, 1), (1, 2, 2), (0, 2, 3), (3, 4, 1), (4, 5, 2), (3, 5, 3), (2, 3, 50)]),
    ),
    "extremes": (
        "the largest weight allowed is a weight, not infinity: both edges of weight 10^9 behind node 2 are needed",
        (5, [(0, 1, LARGEST), (1, 2, -LARGEST), (0, 2, LARGEST - 1), (2, 3, LARGEST), (3, 4, LARGEST)]),
    ),
    "long-chains": (
        "twice 10,000 nodes joined one after the other: groups that degenerate into chains take far too long",
        (LONGEST_CHAINS, "chains"),
    ),
}

KEEP = {
    "no-nodes": "the smallest graph",
    "no-edges": "nodes only",
    "single-node": "the smallest graph with a node",
    "already-a-tree": "nothing to refuse",
    "zero-weights": "guards against tests for truth",
}

INVALID = {
    "no-edges-argument": (3,),
    "node-outside": (2, [(0, 2, 1)]),
    "negative-node": (2, [(-1, 0, 1)]),
    "weight-missing": (2, [(0, 1)]),
    "float-weight": (2, [(0, 1, 0.5)]),
    "weight-too-large": (2, [(0, 1, 10**10)]),
    "edges-no-list": (2, "rings"),
    "too-many-nodes": (MOST + 1, []),
    "chains-too-long": (MOST, "chains"),
}

LADDER = (1000, 2000, 4000, 8000)


def big(n):
    """The chains with about n edges, as a list."""
    nodes, edges = graph_of((n // 10, "chains"))
    return nodes, edges


def graph_of(inp):
    """Number of nodes and edges of an input.

    "chains": n nodes are joined one after the other, twice, with the edges written in opposite directions; then come
    4n dearer edges from the first node of each chain to some other one.
    """
    n, edges = inp
    if edges != "chains":
        return n, edges
    made = []
    for at in range(n - 1):
        made += [(at, at + 1, at), (n + at + 1, n + at, at)]
    for step in range(4 * n):
        made += [(0, step % n, n + step), (n + step % n, n, n + step)]
    return 2 * n, made


def gen(rng, size):
    n = rng.randint(1, 3 + size)
    spread = rng.choice([1, 4, 50])
    edges = [
        (rng.randrange(n), rng.randrange(n), rng.randint(-spread, spread))
        for _ in range(rng.randint(0, 2 + 2 * size))
    ]
    return n, edges


def valid(inp):
    assert type(inp) is tuple and len(inp) == 2, "want two arguments: n, edges"
    n, edges = inp
    assert type(n) is int and 0 <= n <= MOST, "n is an integer from 0 to 100,000"
    if type(edges) is str:
        assert edges == "chains" and 1 <= n <= LONGEST_CHAINS, '"chains" stand for 1 to 10,000 nodes each'
        return
    assert type(edges) is list and len(edges) <= MOST, "edges is a list of at most 100,000 tuples"
    for edge in edges:
        assert isinstance(edge, (tuple, list)) and len(edge) == 3, (
            f"an edge is (u, v, weight), unlike {edge!r}"
        )
        assert all(type(part) is int for part in edge), f"an edge holds three integers, unlike {edge!r}"
        assert 0 <= edge[0] < n and 0 <= edge[1] < n, f"nodes are 0 to {n - 1}, unlike {edge!r}"
        assert abs(edge[2]) <= LARGEST, "weights lie between -10^9 and 10^9"


def run(sol, inp):
    n, edges = graph_of(inp)
    given = [tuple(edge) for edge in edges]
    chosen = sol.spanning_forest(n, list(given))
    return summary(n, given, chosen) if inp[1] == "chains" else chosen


def parts(n, edges):
    """Label of each node's part: the smallest node that edges lead to from it."""
    near = [[] for _ in range(n)]
    for u, v, _ in edges:
        near[u].append(v)
        near[v].append(u)
    label = [None] * n
    for start in range(n):
        waiting = [start] if label[start] is None else []
        while waiting:
            node = waiting.pop()
            if label[node] is None:
                label[node] = start
                waiting += near[node]
    return label


def summary(n, edges, chosen):
    """What is looked at when a result is too long to be kept: number, sum, parts left."""
    taken = [edges[position] for position in chosen]
    return {"chosen": len(taken), "sum": sum(edge[2] for edge in taken), "parts": len(set(parts(n, taken)))}


def oracle(inp):
    """networkx on a multigraph whose edges carry their positions."""
    n, edges = graph_of(inp)
    graph = nx.MultiGraph()
    graph.add_nodes_from(range(n))
    graph.add_edges_from((u, v, at, {"weight": weight}) for at, (u, v, weight) in enumerate(edges) if u != v)
    chosen = sorted(at for _, _, at in nx.minimum_spanning_edges(graph, keys=True, data=False))
    return summary(n, edges, chosen) if inp[1] == "chains" else chosen


def oracle2(inp):
    """From the dearest to the cheapest: an edge goes if the others still join its ends. Of chains: their plan."""
    n, edges = inp
    if edges == "chains":
        return {"chosen": 2 * (n - 1), "sum": (n - 1) * (n - 2), "parts": 2}
    kept = sorted(range(len(edges)), key=lambda at: -edges[at][2])
    for at in list(kept):
        without = [other for other in kept if other != at]
        label = parts(n, [edges[other] for other in without])
        if label[edges[at][0]] == label[edges[at][1]]:
            kept = without
    return sorted(kept)


def check(inp, out, expected):
    if isinstance(expected, dict):
        return _check_chains(out, expected)
    n, edges = inp
    if type(out) is not list or not all(type(at) is int for at in out):
        return f"the answer is a list of positions, not {out!r:.80}"
    for at in out:
        if not 0 <= at < len(edges):
            return f"there are {len(edges)} edges, and {at} is no position of one"
        if out.count(at) > 1:
            return f"the edge at position {at} is in the answer {out.count(at)} times"
    taken = []
    for at in out:
        u, v, _ = edges[at]
        label = parts(n, taken)
        if label[u] == label[v]:
            return f"the edge {edges[at]} at position {at} closes a ring with the others of the answer"
        taken.append(edges[at])
    if len(out) < len(expected):
        label = parts(n, taken)
        u, v, _ = next(edge for edge in edges if label[edge[0]] != label[edge[1]])
        return f"the nodes {u} and {v} can be joined, and the answer leaves them apart"
    total, least = [sum(edges[at][2] for at in positions) for positions in (out, expected)]
    if total != least:
        return f"the chosen edges are a spanning forest of sum {total}; there is one of sum {least}"
    return None


def _check_chains(out, expected):
    for name, words in (("chosen", "edges are chosen"), ("parts", "parts are left"), ("sum", "is their sum")):
        if out[name] != expected[name]:
            return f"{out[name]} {words}, and {expected[name]} is right"
    return None
