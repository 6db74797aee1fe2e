"""Boundary and margins: after some of the steps for the mean so far, and for the result returned."""

import numpy as np

TITLE = "Boundary and margins settle"
INPUT = (
    "train",
    np.array(
        [[1.2, 0.7], [2.1, 1.6], [0.6, 1.9], [1.9, -0.2], [0.9, 1.2], [2.6, 0.6],
         [-0.9, -1.1], [-1.6, 0.3], [0.1, -1.8], [-0.4, -0.3], [-2.2, -0.8], [-1.1, 1.2]]
    ),
    np.array([1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1]),
    0.5,
    np.array([(k * step + lap) % 12 for lap, step in enumerate([5, 7, 11, 1, 5, 7]) for k in range(12)]),
)
SHOWN = (1, 2, 3, 12, 24, 36, 48, 72)
PULLS = 10
LIMIT = 3.0


def _inside(w, b, level):
    """The part of the line w x + b = level within the square, as two points; None: it does not meet it."""
    found = []
    for axis, other in ((0, 1), (1, 0)):
        for edge in (-LIMIT, LIMIT):
            if abs(w[other]) > 1e-9:
                value = (level - b - w[axis] * edge) / w[other]
                if -LIMIT <= value <= LIMIT:
                    place = [0.0, 0.0]
                    place[axis], place[other] = edge, round(float(value), 4)
                    if place not in found:
                        found.append(place)
    return found[:2] if len(found) >= 2 else None


def _view(X, y, w, b, row):
    lines = []
    for level, style, label in ((0, "solid", "boundary"), (1, "dashed", "margin"), (-1, "dashed", "margin")):
        ends = _inside(w, b, level)
        if ends is not None:
            lines.append({"points": ends, "style": style, "group": 3, "label": label})
    points = []
    for i, ((u, v), label) in enumerate(zip(X.tolist(), y.tolist())):
        points.append({"x": u, "y": v, "group": 0 if label > 0 else 1, "shape": "square" if i == row else "dot"})
        if label * (u * w[0] + v * w[1] + b) < 1:
            points.append({"x": u, "y": v, "group": 4, "shape": "ring"})
    axis = {"min": -LIMIT, "max": LIMIT}
    return {
        "kind": "plot",
        "x": {"label": "feature 0", **axis},
        "y": {"label": "feature 1", **axis},
        "points": points,
        "lines": lines,
    }


def _objective(w, b, X, y, lam):
    return float(lam / 2 * w @ w + np.maximum(0, 1 - y * (X @ w + b)).mean())


def frames(inp, out):
    _, X, y, lam, order = inp
    w, b, sum_w, sum_b, shown, pulls = np.zeros(2), 0.0, np.zeros(2), 0.0, [], 0
    for t, i in enumerate(order.tolist(), start=1):
        margin = float(y[i] * (X[i] @ w + b))
        w = (1 - 1 / t) * w
        if margin < 1:
            w, b, pulls = w + y[i] * X[i] / (lam * t), b + float(y[i]) / (lam * t), pulls + 1
        sum_w, sum_b = sum_w + w, sum_b + b
        if t in SHOWN or (margin < 1 and pulls <= PULLS):
            pull = "inside the margin, so it pulls" if margin < 1 else "beyond the margin, so only w shrinks"
            value = _objective(sum_w / t, sum_b / t, X, y, lam)
            shown.append(
                {
                    "caption": f"Step {t} has the rate {1 / (lam * t):.3g} and looks at the square, whose margin is {margin:.2f}: {pull}; "
                    f"the mean of all iterates so far, drawn with its margins, has an objective of {value:.3f}.",
                    "view": _view(X, y, sum_w / t, sum_b / t, i),
                }
            )
    w, b = np.asarray(out["returned"][0], dtype=float), float(out["returned"][1])
    inside = int((y * (X @ w + b) < 1).sum())
    shown.append(
        {
            "caption": f"These are boundary and margins of the result returned: {inside} points (ringed) lie inside the "
            f"margin or on the wrong side, and the objective is {_objective(w, b, X, y, lam):.3f}.",
            "view": _view(X, y, w, b, None),
        }
    )
    return shown
