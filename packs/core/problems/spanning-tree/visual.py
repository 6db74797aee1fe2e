"""Kruskal's choice, one frame for each edge: chosen or refused, and the groups that are left."""

import math

TITLE = "The cheapest edge between two groups joins them"
INPUT = (
    8,
    [
        (0, 1, 4),
        (1, 2, 7),
        (0, 3, 3),
        (1, 3, 5),
        (3, 4, 6),
        (1, 4, 2),
        (2, 4, 9),
        (5, 6, 1),
        (6, 7, 8),
        (5, 7, 8),
    ],
)


def frames(inp, out):
    """Each edge in the order of the weights; at the end, what the solution returned."""
    n, edges = inp
    group = [{node} for node in range(n)]
    states = ["" for _ in edges]
    order = sorted(range(len(edges)), key=lambda at: edges[at][2])
    start = f"{len(edges)} edges, cheapest first. Every node is a group of its own: {n} groups."
    shown = [_frame(start, inp, group, states, None)]
    for position in order:
        u, v, weight = edges[position]
        words = f"The edge {u}-{v} of weight {weight} is next."
        if group[u] is group[v]:
            states[position] = "muted"
            caption = f"{words} Both ends are in the group {_words(group[u])}: it would close a ring and is refused."
        else:
            states[position] = "done"
            caption = f"{words} It leads from the group {_words(group[u])} to {_words(group[v])}: it is chosen and joins them."
            joined = group[u] | group[v]
            for node in joined:
                group[node] = joined
        left = len({id(each) for each in group})
        shown.append(_frame(f"{caption} Groups left: {left}.", inp, group, states, position))
    return [*shown, _last(inp, out, group, states)]


def _last(inp, out, group, states):
    edges = inp[1]
    chosen = [position for position, state in enumerate(states) if state == "done"]
    least = sum(edges[position][2] for position in chosen)
    told = sum(edges[position][2] for position in out)
    final = ["done" if position in out else "muted" for position in range(len(edges))]
    caption = f"The forest has {len(chosen)} edges and the sum {least}; no edge leads from one of its trees to another."
    if (len(out), told) != (len(chosen), least):
        caption += f" The solution chose {len(out)} edges of the sum {told}."
    return _frame(caption, inp, group, final, None)


def _words(group):
    return "{" + ", ".join(map(str, sorted(group))) + "}"


def _frame(caption, inp, group, states, current):
    n, edges = inp
    nodes = []
    ends = edges[current][:2] if current is not None else ()
    for node in range(n):
        angle = 2 * math.pi * node / n
        nodes.append(
            {
                "id": str(node),
                "label": str(node),
                "x": round(0.5 + 0.42 * math.sin(angle), 3),
                "y": round(0.5 - 0.42 * math.cos(angle), 3),
                "state": "active" if node in ends else "",
                "note": f"group {min(group[node])}",
            }
        )
    drawn = [
        {
            "from": str(u),
            "to": str(v),
            "label": str(weight),
            "state": "active" if at == current and state == "done" else "wrong" if at == current else state,
        }
        for at, ((u, v, weight), state) in enumerate(zip(edges, states))
    ]
    return {"caption": caption, "view": {"kind": "graph", "nodes": nodes, "edges": drawn, "directed": False}}
