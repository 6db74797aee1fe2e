"""Centres of three clumps, moving from a poor start; the last frame shows what the solution returned."""

import numpy as np

TITLE = "Centres move to the mean of their points"
X = np.array(
    [
        [1.0, 1.2], [1.8, 0.7], [2.3, 1.9], [1.4, 2.4], [2.9, 1.1],
        [7.2, 1.5], [8.1, 2.2], [8.8, 1.0], [7.6, 2.9], [9.1, 2.0],
        [4.1, 6.9], [5.0, 7.8], [5.6, 6.6], [4.6, 8.2], [6.0, 7.5], [3.7, 7.6],
    ]
)  # fmt: skip
INPUT = ("lloyd", X, np.array([[2.9, 1.1], [4.6, 8.2], [6.0, 7.5]]), 20)


def frames(inp, out):
    _, X, C0, max_iter = inp
    points, centres = X.tolist(), C0.tolist()
    labels = _nearest(points, centres)
    told = f"Start: every point belongs to the nearest of {len(centres)} centres (crosses). The inertia, the sum of squared distances, is {_inertia(points, centres):.4g}."
    pictures = [{"caption": told, "view": _plot(points, labels, centres, [])}]
    n_iter, settled = 0, False
    while n_iter < min(max_iter, 12) and not settled:
        n_iter += 1
        moved = _means(points, labels, centres)
        trails = [[a, b] for a, b in zip(centres, moved) if a != b]
        told = f"Iteration {n_iter}: each centre moves to the mean of its points. With the same labels the sum of squared distances falls to {_sum(points, labels, moved):.4g}."
        pictures.append({"caption": told, "view": _plot(points, labels, moved, trails)})
        before, centres, labels = labels, moved, _nearest(points, moved)
        changed = [i for i, (a, b) in enumerate(zip(before, labels)) if a != b]
        settled = not changed
        which = f"{len(changed)} of {len(points)} points change their label" if changed else "no label changes, so this was the last"
        told = f"Iteration {n_iter}: all points are assigned again; {which}. Inertia {_inertia(points, centres):.4g}."
        pictures.append({"caption": told, "view": _plot(points, labels, centres, [], changed)})
    return [*pictures, _returned(points, centres, out["returned"])]


def _returned(points, centres, returned):
    C, labels, inertia, n_iter = returned
    mine = [[float(x) for x in row] for row in C.tolist()]
    same = all(abs(a - b) < 1e-6 for p, q in zip(mine, centres) for a, b in zip(p, q))
    verdict = "the centres reached here" if same else "not the centres reached here"
    told = f"Your code returned the centres shown as squares, {verdict}, with inertia {float(inertia):.4g} and {int(n_iter)} as the number of iterations."
    return {"caption": told, "view": _plot(points, [int(label) for label in labels], mine, [], shape="square")}


def _squared(p, q):
    return sum((a - b) ** 2 for a, b in zip(p, q))


def _nearest(points, centres):
    return [min(range(len(centres)), key=lambda j: _squared(p, centres[j])) for p in points]


def _means(points, labels, centres):
    moved = []
    for j, centre in enumerate(centres):
        own = [p for p, label in zip(points, labels) if label == j]
        moved.append([sum(column) / len(own) for column in zip(*own)] if own else centre)
    return moved


def _sum(points, labels, centres):
    return sum(_squared(p, centres[label]) for p, label in zip(points, labels))


def _inertia(points, centres):
    return _sum(points, _nearest(points, centres), centres)


def _plot(points, labels, centres, trails, changed=(), shape="cross"):
    marks = [
        {"x": x, "y": y, "group": label % 6, "shape": "ring" if i in changed else "dot"}
        for i, ((x, y), label) in enumerate(zip(points, labels))
    ]
    marks += [{"x": x, "y": y, "group": j % 6, "shape": shape, "label": f"C{j}"} for j, (x, y) in enumerate(centres)]
    return {
        "kind": "plot",
        "x": {"label": "x", "min": 0, "max": 10},
        "y": {"label": "y", "min": 0, "max": 9},
        "points": marks,
        "lines": [{"points": trail, "style": "dashed"} for trail in trails],
    }
