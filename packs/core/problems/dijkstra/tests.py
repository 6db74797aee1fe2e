"""Cases, generator, checker and oracles of "Cheapest routes from one place"."""

import networkx as nx

MOST_PLACES, MOST_ROADS, MOST_COST = 50_000, 200_000, 10**6

CASES = {
    "detour-is-cheaper": (
        "the direct road costs more than two others together",
        (3, [(0, 1, 7), (0, 2, 2), (2, 1, 3)], 0),
    ),
    "unreachable": (
        "no road leads to place 3: both lists say None",
        (4, [(0, 1, 4), (1, 2, 1), (3, 0, 2)], 0),
    ),
    "one-place": ("one place, no roads: the distance of the source is 0", (1, [], 0)),
    "no-roads": ("without roads only the source is reached", (3, [], 1)),
    "other-source": ("the source need not be place 0", (4, [(2, 1, 5), (1, 0, 5), (2, 3, 1), (3, 1, 1)], 2)),
    "one-way": ("a road leads in one direction only", (3, [(1, 0, 2), (0, 2, 3)], 0)),
    "two-roads-cheap-first": (
        "of two roads between the same places the cheaper counts, here the first",
        (2, [(0, 1, 3), (0, 1, 9)], 0),
    ),
    "two-roads-cheap-last": (
        "of two roads between the same places the cheaper counts, here the last",
        (2, [(0, 1, 9), (0, 1, 3)], 0),
    ),
    "road-to-itself": (
        "a road from a place to itself is never useful",
        (2, [(0, 0, 0), (0, 1, 4), (1, 1, 2)], 0),
    ),
    "back-to-the-source": (
        "a road back to the source gives it neither a distance nor a previous place",
        (3, [(0, 1, 1), (1, 0, 0), (1, 2, 1)], 0),
    ),
    "roads-of-cost-0": (
        "a road of cost 0 is a road, and a distance of 0 is a distance",
        (4, [(0, 1, 0), (1, 2, 0), (2, 3, 5), (0, 3, 6)], 0),
    ),
    "ring-of-cost-0": (
        "a ring of roads of cost 0: `previous` must lead back to the source, not round the ring",
        (5, [(0, 1, 2), (1, 2, 0), (2, 3, 0), (3, 1, 0), (3, 4, 1)], 0),
    ),
    "two-zero-roads": (
        "two places with roads of cost 0 both ways: they must not name each other",
        (4, [(0, 3, 1), (3, 1, 0), (1, 2, 0), (2, 1, 0)], 0),
    ),
    "better-found-late": (
        "place 3 is found for 9, then 7, then 4: the distance is final only when it is taken from the heap",
        (4, [(0, 3, 9), (0, 1, 2), (1, 3, 5), (1, 2, 1), (2, 3, 1)], 0),
    ),
    "improved-then-used": (
        "place 4 hangs behind place 3, which gets cheaper after it was found",
        (5, [(0, 3, 8), (3, 4, 1), (0, 1, 1), (1, 2, 1), (2, 3, 1)], 0),
    ),
    "two-equal-routes": (
        "two routes cost the same, and either will do",
        (4, [(0, 1, 1), (0, 2, 1), (1, 3, 1), (2, 3, 1)], 0),
    ),
    "fewer-roads-is-dearer": (
        "what counts is the cost, not the number of roads",
        (5, [(0, 4, 10), (0, 1, 1), (1, 2, 1), (2, 3, 1), (3, 4, 1)], 0),
    ),
    "nearest-first-is-wrong": (
        "always taking the cheapest road out of the last place gets lost",
        (5, [(0, 1, 1), (1, 2, 9), (0, 2, 3), (2, 3, 1), (1, 4, 20), (3, 4, 1)], 0),
    ),
    "large-costs": (
        "large costs add up exactly",
        (3, [(0, 1, MOST_COST), (1, 2, MOST_COST), (0, 2, MOST_COST)], 0),
    ),
    "farther-than-a-milliard": (
        "1,100 dear roads in a row cost more than 10^9 together: no number within reach stands for infinity",
        (1101, [(v, v + 1, MOST_COST) for v in range(1100)], 0),
    ),
    "chain": (
        "1,200 places in a row: a call for each place would exhaust Python's nested calls",
        (1200, [(v, v + 1, 1) for v in range(1199)], 0),
    ),
}

INVALID = {
    "negative-cost": (2, [(0, 1, -1)], 0),
    "float-cost": (2, [(0, 1, 1.5)], 0),
    "place-outside": (2, [(0, 2, 1)], 0),
    "negative-place": (2, [(-1, 1, 1)], 0),
    "source-outside": (2, [], 2),
    "no-places": (0, [], 0),
    "road-of-two": (2, [(0, 1)], 0),
    "bool-cost": (2, [(0, 1, True)], 0),
}

KEEP = {
    "one-place": "the smallest input",
    "large-costs": "the largest costs allowed",
}

LADDER = [1000, 2000, 4000, 8000]


def big(n):
    """A chain each of whose places makes a hub cheaper, and many roads out of the hub.

    The hub improves once for each place of the chain: nobody may go on from it each time.
    """
    length = max(n // 4, 1)
    hub = length + 1
    roads = []
    for i in range(1, length + 1):
        roads += [(i - 1, i, 1), (i, hub, 2 * (length - i)), (hub, hub + i, i)]
    return hub + length + 1, roads, 0


def gen(rng, size):
    """A graph of up to 12 places; costs repeat, and are often 0."""
    n = rng.randint(1, 3 + size)
    most = rng.choice([2, 5, 30])
    roads = [
        (rng.randrange(n), rng.randrange(n), rng.choice([0, rng.randint(0, most), rng.randint(0, most)]))
        for _ in range(rng.randint(0, 3 * n))
    ]
    return n, roads, rng.randrange(n)


def valid(inp):
    assert isinstance(inp, (tuple, list)) and len(inp) == 3, "want three arguments: n, roads and source"
    n, roads, source = inp
    assert type(n) is int and 1 <= n <= MOST_PLACES, "n lies between 1 and 50,000"
    assert isinstance(roads, list) and len(roads) <= MOST_ROADS, "roads is a list of at most 200,000"
    for road in roads:
        assert isinstance(road, (tuple, list)) and len(road) == 3, f"a road is (u, v, cost), unlike {road!r}"
        assert all(type(part) is int for part in road), f"u, v and cost are integers, unlike {road!r}"
        assert 0 <= road[0] < n and 0 <= road[1] < n, f"places are 0 to {n - 1}, unlike {road!r}"
        assert 0 <= road[2] <= MOST_COST, f"a cost lies between 0 and 10^6, unlike {road!r}"
    assert type(source) is int and 0 <= source < n, f"source is a place, 0 to {n - 1}"


def oracle(inp):
    """networkx on the multigraph; previous places are read off its routes."""
    n, roads, source = inp
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(range(n))
    graph.add_weighted_edges_from(roads)
    lengths, routes = nx.single_source_dijkstra(graph, source)
    previous = [routes[v][-2] if v in routes and v != source else None for v in range(n)]
    return [lengths.get(v) for v in range(n)], previous


def oracle2(inp):
    """Bellman-Ford by its definition: the cheapest routes of at most 1, 2, ... roads."""
    n, roads, source = inp
    distances, previous = [None] * n, [None] * n
    distances[source] = 0
    changed = True
    while changed:
        changed = False
        for u, v, cost in roads:
            if distances[u] is not None and (distances[v] is None or distances[u] + cost < distances[v]):
                distances[v], previous[v], changed = distances[u] + cost, u, True
    return distances, previous


def check(inp, out, expected):
    n, roads, source = inp
    if not isinstance(out, (tuple, list)) or len(out) != 2 or not all(isinstance(part, list) for part in out):
        return f"The answer is a tuple of two lists, distances and previous, not {out!r:.80}."
    distances, previous = out
    if len(distances) != n or len(previous) != n:
        return f"Both lists have one entry for each of the {n} places."
    for v, (got, want) in enumerate(zip(distances, expected[0])):
        if got != want or type(got) is not type(want):
            return f"The distance of place {v} is {want}, not {got!r}."
    return previous_fault(roads, source, distances, previous)


def previous_fault(roads, source, distances, previous):
    """What is wrong with the tree of previous places, given that the distances are right."""
    cheapest = {}
    for u, v, cost in roads:
        cheapest[u, v] = min(cost, cheapest.get((u, v), cost))
    for v, u in enumerate(previous):
        if v == source or distances[v] is None:
            if u is not None:
                return f"Place {v} is {'the source' if v == source else 'not reachable'}: its previous place is None, not {u!r}."
        elif type(u) is not int or (u, v) not in cheapest:
            return f"The previous place of {v} is {u!r}, and no road leads from there to {v}."
        elif distances[u] is None or distances[u] + cheapest[u, v] != distances[v]:
            return f"The previous place of {v} is {u}, but no cheapest route to {v} comes from there."
    home = {source}
    for v in range(len(previous)):
        trail = []
        while v is not None and v not in home and len(trail) <= len(previous):
            trail.append(v)
            v = previous[v]
        if v in home:
            home.update(trail)
        elif distances[trail[0]] is not None:
            return f"Going back from place {trail[0]} one never arrives at the source: the previous places form a ring."
    return None
