"""Points, the axes that the solution found, and the projections of the points on the first one."""

import numpy as np

TITLE = "The axis of largest variance, and what projecting on it loses"
POINTS = np.array([[1.0, 0.5], [2.0, 2.4], [3.0, 1.6], [4.5, 3.9], [5.5, 3.2], [6.5, 4.8], [8.0, 4.6]])
INPUT = (POINTS, 2, False, POINTS)


def frames(inp, out):
    X = [[float(a) for a in row] for row in inp[0].tolist()]
    mean, axes = _floats(out["mean"]), [_floats(row) for row in out["components"]]
    T = [_floats(row) for row in out["transform"]]
    ratio = _floats(out["ratio"])
    spread = [v**0.5 for v in _floats(out["variance"])]
    feet = [[mean[j] + t[0] * axes[0][j] for j in range(2)] for t in T]
    first = _axis(mean, axes[0], 6, "first", 1)
    second = _axis(mean, axes[1], 2.5, "second", 2)
    arrows = [_axis(mean, axes[i], spread[i], "", i + 1, both=False) for i in range(2)]
    told = [
        ("Seven points in the plane. Their two coordinates rise together, so one number could tell nearly all.", [], [], X),
        (f"Subtract the mean ({mean[0]:.3g}, {mean[1]:.3g}), marked by a cross: all directions are measured from there.", [], [mean], X),
        (
            f"The first component ({axes[0][0]:.3g}, {axes[0][1]:.3g}) is the direction of largest variance, "
            f"{out_of(ratio[0])} of the total.",
            [first],
            [mean],
            X,
        ),
        (
            f"The second, ({axes[1][0]:.3g}, {axes[1][1]:.3g}), is orthogonal to it and takes the rest, {out_of(ratio[1])}. "
            "Its largest entry is positive: that is the sign rule.",
            [first, second],
            [mean],
            X,
        ),
        (
            f"Solid: one standard deviation along each axis, {spread[0]:.3g} and {spread[1]:.3g}.",
            [{**first, "style": "dashed"}, {**second, "style": "dashed"}, *arrows],
            [mean],
            X,
        ),
    ]
    pictures = [{"caption": c, "view": _plot(p, lines, marks)} for c, lines, marks, p in told]
    for i in range(len(X)):
        caption = f"Point {i} is projected on the first axis: coordinate {T[i][0]:.3g} there. The dashed piece, {abs(T[i][1]):.3g} long, is what gets lost."
        pictures.append({"caption": caption, "view": _plot(X, [first, *_drops(X, feet, i + 1)], [mean], feet[: i + 1])})
    lost = sum(t[1] ** 2 for t in T) / (len(T) - 1)
    caption = f"With one component the points come back as the squares on the line. The mean squared loss (divisor n - 1) is {lost:.3g}, the variance of the second component."
    return [*pictures, {"caption": caption, "view": _plot([], [first], [mean], feet)}]


def out_of(share):
    return f"{100 * share:.1f} %"


def _floats(values):
    return [float(v) for v in values]


def _axis(mean, direction, length, label, group, both=True):
    start = [mean[j] - (length if both else 0) * direction[j] for j in range(2)]
    return {"points": [start, [mean[j] + length * direction[j] for j in range(2)]], "label": label, "style": "solid", "group": group}


def _drops(X, feet, count):
    return [{"points": [X[i], feet[i]], "style": "dashed", "group": 3} for i in range(count)]


def _plot(X, lines, means, feet=()):
    points = [{"x": x, "y": y, "shape": "dot", "group": 0} for x, y in X]
    points += [{"x": x, "y": y, "shape": "cross", "group": 1} for x, y in means]
    points += [{"x": x, "y": y, "shape": "square", "group": 1} for x, y in feet]
    return {
        "kind": "plot",
        "x": {"label": "x", "min": -1.5, "max": 10.5},
        "y": {"label": "y", "min": -1.5, "max": 8.0},
        "points": points,
        "lines": lines,
    }
