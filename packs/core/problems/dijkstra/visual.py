"""Pictures of Dijkstra's algorithm: which place is settled next, and which roads make another one cheaper."""

import heapq

TITLE = "Places are settled in the order of their distance"
INPUT = (
    7,
    [
        (0, 1, 4),
        (0, 2, 1),
        (2, 1, 2),
        (1, 3, 5),
        (2, 3, 9),
        (2, 4, 6),
        (4, 3, 0),
        (3, 5, 3),
        (4, 5, 5),
        (6, 5, 1),
    ],
    0,
)
AT = [(0.05, 0.5), (0.3, 0.15), (0.3, 0.85), (0.62, 0.2), (0.62, 0.8), (0.95, 0.35), (0.95, 0.9)]


def _frame(caption, n, roads, distances, previous, state_of, lit=()):
    """lit: roads under consideration; roads of the tree so far are done."""
    nodes = []
    for v in range(n):
        note = "d = ?" if distances[v] is None else f"d = {distances[v]}"
        x, y = AT[v]
        nodes.append({"id": str(v), "label": str(v), "x": x, "y": y, "state": state_of(v), "note": note})
    edges = []
    for u, v, cost in roads:
        state = "active" if (u, v) in lit else "done" if previous[v] == u else ""
        edges.append({"from": str(u), "to": str(v), "label": str(cost), "state": state})
    return {"caption": caption, "view": {"kind": "graph", "nodes": nodes, "edges": edges, "directed": True}}


def _relax(roads, u, distances, previous, waiting):
    """Look at the roads out of u; what is said about it, and the roads."""
    told, lit = [], []
    for start, v, cost in roads:
        if start != u:
            continue
        lit.append((u, v))
        way = distances[u] + cost
        if distances[v] is None or way < distances[v]:
            before = "was not known" if distances[v] is None else f"falls from {distances[v]}"
            told.append(f"the distance of {v} {before}, now {way}")
            distances[v], previous[v] = way, u
            heapq.heappush(waiting, (way, v))
        else:
            told.append(f"{way} to {v} is no better than {distances[v]}")
    return "; ".join(told) if told else "no road leaves it", lit


def frames(inp, out):
    n, roads, source = inp
    distances, previous, settled = [None] * n, [None] * n, []
    distances[source], waiting = 0, [(0, source)]

    def state_of(v):
        return "done" if v in settled else "new" if distances[v] is not None else ""

    start = f"Only place {source} is known, at distance 0. It waits in the heap."
    pictures = [_frame(start, n, roads, distances, previous, state_of)]
    while waiting:
        distance, u = heapq.heappop(waiting)
        if u in settled:
            told = f"The pair ({distance}, {u}) is out of date: place {u} was settled at {distances[u]}. It is dropped."
            pictures.append(_frame(told, n, roads, distances, previous, state_of))
            continue
        told = f"Smallest in the heap is place {u} at {distance}. Nothing can make it cheaper: it is settled."
        settled.append(u)
        at = dict.fromkeys(settled, "done") | {u: "active"}
        pictures.append(_frame(told, n, roads, distances, previous, lambda v: at.get(v) or state_of(v)))
        told, lit = _relax(roads, u, distances, previous, waiting)
        pictures.append(
            _frame(f"Roads out of place {u}: {told}.", n, roads, distances, previous, state_of, lit)
        )
    found, came_from = out
    told = "The answer of the code that was run. " + (
        "Done roads lead back to the source." if found == distances else "Marked distances are wrong."
    )
    ends = [
        "wrong" if found[v] != distances[v] else "muted" if distances[v] is None else "done" for v in range(n)
    ]
    return [*pictures, _frame(told, n, roads, found, came_from, ends.__getitem__)]
