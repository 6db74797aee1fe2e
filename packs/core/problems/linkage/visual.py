"""The dendrogram grows, merge by merge, from the table that the solution returned."""

import numpy as np

TITLE = "The two nearest clusters merge, and the tree grows"
INPUT = ("linkage", np.array([[1.0], [2.0], [4.5], [9.0], [10.5], [14.0]]), "average")


def frames(inp, out):
    _, X, method = inp
    table = [[float(x) for x in row] for row in out["returned"]]
    n = len(X)
    places = _leaf_places(table, n)
    top = max(row[2] for row in table) * 1.1
    names = ", ".join(f"{i} at {X[i, 0]:g}" for i in range(n))
    first = f"Every point is a cluster of its own: {names}. Distances between clusters are by {method} linkage."
    pictures = [{"caption": first, "view": _drawn(table, n, places, 0, top)}]
    for i, (a, b, distance, size) in enumerate(table):
        caption = (
            f"Clusters {int(a)} and {int(b)} are nearest, at distance {distance:.4g}: they become cluster {n + i} "
            f"with {int(size)} points, drawn as a bar at that height. {n - i - 1} left."
        )
        pictures.append({"caption": caption, "view": _drawn(table, n, places, i + 1, top)})
    end = (
        f"One cluster is left after {len(table)} merges. A cut below the last bar, at the dashed line, "
        "leaves two clusters: the last merge undone."
    )
    return [*pictures, {"caption": end, "view": _drawn(table, n, places, len(table), top, cut=True)}]


def _leaf_places(table, n):
    """x of each cluster: leaves in the order that keeps bars from crossing, a bar's middle for a merge."""
    order = {i: [i] for i in range(n)}
    for i, (a, b, _, _) in enumerate(table):
        order[n + i] = order[int(a)] + order[int(b)]
    places = {leaf: float(x) for x, leaf in enumerate(order[n + len(table) - 1])}
    for i, (a, b, _, _) in enumerate(table):
        places[n + i] = (places[int(a)] + places[int(b)]) / 2
    return places


def _drawn(table, n, places, merges, top, cut=False):
    height = {**{i: 0.0 for i in range(n)}, **{n + i: table[i][2] for i in range(len(table))}}
    lines = []
    for i in range(merges):
        a, b, level = int(table[i][0]), int(table[i][1]), table[i][2]
        left, right = places[a], places[b]
        bar = [[left, height[a]], [left, level], [right, level], [right, height[b]]]
        lines.append({"points": bar, "style": "solid", "group": 1 if i == merges - 1 and not cut else 0})
    if cut:
        below = table[-2][2] if len(table) > 1 else 0.0
        level = (table[-1][2] + below) / 2
        lines.append({"points": [[-0.5, level], [n - 0.5, level]], "label": "cut", "style": "dashed", "group": 2})
    points = [{"x": places[i], "y": 0.0, "label": str(i), "group": 0, "shape": "dot"} for i in range(n)]
    return {
        "kind": "plot",
        "x": {"label": "points, in the order of the tree", "min": -0.5, "max": n - 0.5},
        "y": {"label": "distance", "min": 0, "max": top},
        "points": points,
        "lines": lines,
    }
