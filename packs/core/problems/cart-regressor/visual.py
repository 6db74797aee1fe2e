"""A tree grows, node by node; then its predictions as a staircase over the points."""

import numpy as np

TITLE = "A tree grows where the error falls most"
INPUT = (
    np.array([[1], [2], [3], [4], [5], [6], [7], [8], [9], [10], [11], [12]]) / 1.0,
    np.array([1, 1.5, 0.5, 4, 4.5, 4.25, 4.75, 8, 7.5, 2, 2.5, 1.5]) / 1.0,
    3,
    2,
    np.arange(1, 51).reshape(-1, 1) / 4.0,
)


def _error(targets):
    mean = sum(targets) / len(targets)
    return sum((t - mean) ** 2 for t in targets)


def _best(rows, min_leaf):
    """(error, feature, threshold) of the best split of `rows`, pairs of a row and its target; None: there is none."""
    best = None
    for feature in range(len(rows[0][0])):
        values = sorted({row[feature] for row, _ in rows})
        for low, high in zip(values, values[1:]):
            parts = [[t for row, t in rows if (row[feature] > low) == side] for side in (False, True)]
            error = sum(map(_error, parts))
            if min(map(len, parts)) >= min_leaf and (best is None or error < best[0] - 1e-7):
                best = error, feature, (low + high) / 2
    return best


def _view(nodes, active):
    drawn = []
    for index, node in enumerate(nodes):
        mean = sum(t for _, t in node["rows"]) / len(node["rows"])
        label = node["question"] or f"mean {mean:.2f}"
        drawn.append({"label": label, "note": f"{len(node['rows'])} rows, error {_error([t for _, t in node['rows']]):.2f}"})
        drawn[-1]["state"] = "active" if index == active else "new" if node["new"] else "done" if node["leaf"] else ""
        drawn[-1]["children"] = list(node["children"])
    return {"kind": "tree", "nodes": drawn}


def frames(inp, out):
    X, y, max_depth, min_leaf, Q = inp
    nodes = [{"rows": list(zip(X.tolist(), y.tolist())), "question": "", "children": [], "leaf": False, "new": True, "depth": 0}]
    shown = [
        {
            "caption": f"The root holds all {len(y)} rows and would predict their mean; its error is the sum of the squared "
            "distances from that mean, and every split is judged by how small it makes this sum.",
            "view": _view(nodes, None),
        }
    ]
    waiting = [0]
    while waiting:
        index = waiting.pop()
        node = nodes[index]
        for other in nodes:
            other["new"] = False
        error = _error([t for _, t in node["rows"]])
        deep, best = node["depth"] == max_depth, _best(node["rows"], min_leaf)
        if deep or best is None or len({t for _, t in node["rows"]}) == 1:
            reason = f"{max_depth} edges below the root are allowed" if deep else f"no split leaves {min_leaf} rows on both sides"
            node["leaf"] = True
            shown.append(
                {
                    "caption": f"The marked node with {len(node['rows'])} rows stays a leaf, as {reason}; "
                    f"it predicts {sum(t for _, t in node['rows']) / len(node['rows']):.2f}.",
                    "view": _view(nodes, index),
                }
            )
            continue
        left, feature, threshold = best
        node["question"] = f"x{feature} <= {threshold:g}"
        for side in (False, True):
            part = [pair for pair in node["rows"] if (pair[0][feature] > threshold) == side]
            node["children"].append(len(nodes))
            nodes.append({"rows": part, "question": "", "children": [], "leaf": False, "new": True, "depth": node["depth"] + 1})
        waiting += node["children"][::-1]
        shown.append(
            {
                "caption": f"Of all thresholds that leave {min_leaf} rows on both sides, {threshold:g} is the best for the marked "
                f"node: the error of its {len(node['rows'])} rows falls from {error:.2f} to {left:.2f}, summed over both children.",
                "view": _view(nodes, index),
            }
        )
    heights = [float(v) for v in out["query"]]
    low, high = min(*y.tolist(), *heights), max(*y.tolist(), *heights)
    shown.append(
        {
            "caption": "The predictions of the fitted tree, drawn over the training points: a staircase with one step for each leaf, "
            "flat beyond the first and the last point.",
            "view": {
                "kind": "plot",
                "x": {"label": "feature 0", "min": 0, "max": 13},
                "y": {"label": "target", "min": low - 1, "max": high + 1},
                "points": [{"x": x, "y": t, "group": 0} for (x,), t in zip(X.tolist(), y.tolist())],
                "lines": [{"points": [[q, v] for (q,), v in zip(Q.tolist(), heights)], "group": 1, "label": "prediction"}],
            },
        }
    )
    return shown
