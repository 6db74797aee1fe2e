"""The fit after each stump, over the points."""

import numpy as np

TITLE = "The fit after each stump"
INPUT = (
    np.array([[1], [2], [3], [4], [5], [6], [7], [8], [9], [10], [11], [12]]) / 1.0,
    np.array([1, 1.5, 0.5, 4, 4.5, 4.25, 4.75, 8, 7.5, 2, 2.5, 1.5]) / 1.0,
    9,
    0.6,
    np.arange(1, 51).reshape(-1, 1) / 4.0,
)


def _view(X, y, Q, line, dashed, low, high):
    lines = [{"points": [[q, round(v, 4)] for (q,), v in zip(Q.tolist(), line)], "group": 1, "label": "model"}]
    if dashed is not None:
        lines.append({"points": [[dashed, low], [dashed, high]], "style": "dashed", "group": 3, "label": "threshold"})
    return {
        "kind": "plot",
        "x": {"label": "feature 0", "min": 0, "max": 13},
        "y": {"label": "target", "min": low, "max": high},
        "points": [{"x": x, "y": t, "group": 0} for (x,), t in zip(X.tolist(), y.tolist())],
        "lines": lines,
    }


def frames(inp, out):
    X, y, _, lr, Q = inp
    train, query = np.asarray(out["train"], dtype=float), np.asarray(out["query"], dtype=float)
    low = float(min(y.min(), query.min())) - 0.5
    high = float(max(y.max(), query.max())) + 0.5
    errors = [float(((y - stage) ** 2).sum()) for stage in train]
    shown = [
        {
            "caption": f"The model starts as a constant, {float(out['base']):.3f}; for the squared error the best constant is the "
            f"mean of the targets, and its squared error is {errors[0]:.2f}.",
            "view": _view(X, y, Q, query[0].tolist(), None, low, high),
        }
    ]
    for m, stump in enumerate(out["stumps"], start=1):
        threshold, left, right = (float(value) for value in stump[1:])
        shown.append(
            {
                "caption": f"Stump {m} is fitted to the residuals and splits at {threshold:g}: their mean is {left:.3f} on the left and "
                f"{right:.3f} on the right; {lr:g} times these are added, and the squared error goes from {errors[m - 1]:.2f} "
                f"to {errors[m]:.2f}.",
                "view": _view(X, y, Q, query[m].tolist(), threshold, low, high),
            }
        )
    shown.append(
        {
            "caption": f"After {len(out['stumps'])} stumps the model is a staircase with a step at each threshold that was used; what "
            "it still misses would be the target of the next stump.",
            "view": _view(X, y, Q, query[-1].tolist(), None, low, high),
        }
    )
    return shown
