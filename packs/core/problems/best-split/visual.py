"""The impurity that is left, threshold by threshold."""

import numpy as np

TITLE = "The impurity that is left, along the thresholds"
INPUT = (
    np.array([[1.0], [2.0], [3.0], [4.0], [5.5], [6.5], [7.5], [9.0], [10.0], [11.0]]),
    np.array([0, 0, 1, 0, 0, 1, 1, 0, 1, 1]),
    "gini",
)


def _impurity(labels, criterion):
    shares = [labels.count(label) / len(labels) for label in sorted(set(labels))]
    if criterion == "gini":
        return 1 - sum(p * p for p in shares)
    return -sum(float(p * np.log2(p)) for p in shares)


def _counted(labels, names):
    return " and ".join(f"{labels.count(name)} of class {name}" for name in names)


def _view(rows, names, line, mark, best):
    points = [{"x": x, "y": 0.04, "group": names.index(label), "shape": "dot"} for x, label in rows]
    points += [{"x": t, "y": value, "group": 2, "shape": "square" if t == best else "ring"} for t, value in line]
    lines = [{"points": [[t, value] for t, value in line], "group": 2, "label": "impurity left"}] if len(line) > 1 else []
    if mark is not None:
        lines.append({"points": [[mark, 0], [mark, 0.6]], "style": "dashed", "group": 3, "label": f"x <= {mark:g}"})
    return {
        "kind": "plot",
        "x": {"label": "feature 0", "min": rows[0][0] - 1, "max": rows[-1][0] + 1},
        "y": {"label": "impurity left", "min": 0, "max": 0.6},
        "points": points,
        "lines": lines,
    }


def frames(inp, out):
    X, y, criterion = inp
    rows = sorted(zip(X[:, 0].tolist(), y.tolist()))
    names = sorted(set(y.tolist()))
    labels = [label for _, label in rows]
    whole = _impurity(labels, criterion)
    shown = [
        {
            "caption": f"The node holds {_counted(labels, names)}, drawn along the bottom in sorted order; its impurity "
            f"({criterion}) is {whole:.3f}, and every gap between two values offers one threshold.",
            "view": _view(rows, names, [], None, None),
        }
    ]
    line = []
    for i in range(1, len(rows)):
        if rows[i - 1][0] == rows[i][0]:
            continue
        t, left, right = (rows[i - 1][0] + rows[i][0]) / 2, labels[:i], labels[i:]
        after = (i * _impurity(left, criterion) + len(right) * _impurity(right, criterion)) / len(rows)
        line.append((t, after))
        lowest = min(value for _, value in line)
        verdict = "the lowest so far" if after == lowest else f"not below the lowest so far, {lowest:.3f}"
        shown.append(
            {
                "caption": f"The threshold moves to {t:g}: on the left are {_counted(left, names)}, on the right "
                f"{_counted(right, names)}; weighted by their sizes the children keep an impurity of {after:.3f}, {verdict}.",
                "view": _view(rows, names, line, t, None),
            }
        )
    feature, threshold, gain = out["returned"]
    shown.append(
        {
            "caption": f"The split returned is feature {int(feature)} at {float(threshold):g} with a gain of {float(gain):.3f}: "
            f"the height of the curve's lowest point below {whole:.3f}, the impurity before the split.",
            "view": _view(rows, names, line, float(threshold), float(threshold)),
        }
    )
    return shown
