"""XOR learned: the surface that the trained parameters describe, round after round, then the losses."""

import numpy as np

TITLE = "Three hidden units learn XOR"

X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
Y = np.array([[0.0], [1.0], [1.0], [0.0]])

START = (
    np.array([[0.8, -0.7, 0.3], [0.9, 0.6, -0.5]]),
    np.array([-0.1, 0.2, 0.3]),
    np.array([[0.7], [0.6], [-0.4]]),
    np.array([0.1]),
)

INPUT = (X, Y, START, 0.5, [1, 1, 2, 4, 6, 8, 10, 6, 4, 4, 10, 14, 20])

LOW, HIGH, FINE = -0.5, 1.5, 15


def frames(inp, out):
    X, Y, params, lr, rounds = inp
    losses = [float(out["rounds"][0][1][0])]
    shown = [_surface(X, Y, params, 0, losses[0])]
    step = 0
    for steps, (reached, history) in zip(rounds, out["rounds"]):
        losses += [float(loss) for loss in history[1:]]
        step += steps
        shown.append(_surface(X, Y, reached, step, losses[-1]))
    return [*shown, _curve(losses)]


def _forward(points, params):
    W1, b1, W2, b2 = (np.asarray(p, dtype=float) for p in params)
    Z = points @ W1 + b1
    return Z, np.maximum(Z, 0) @ W2 + b2


def _surface(X, Y, params, step, loss):
    side = np.linspace(LOW, HIGH, FINE)
    places = np.array([[x, y] for y in side for x in side])
    field = np.clip(_forward(places, params)[1].reshape(FINE, FINE), 0, 1).round(2)
    Z, answers = _forward(X, params)
    right = (answers > 0.5) == (Y > 0.5)
    points = [
        {
            "x": float(x),
            "y": float(y),
            "group": int(target[0]),
            "shape": "dot" if fits[0] else "cross",
            "label": f"{answer[0]:.2f}",
        }
        for (x, y), target, answer, fits in zip(X, Y, answers, right)
    ]
    return {
        "caption": _caption(step, loss, int(right.sum()), Z, X, Y, answers),
        "view": {
            "kind": "plot",
            "x": {"label": "first input", "min": LOW, "max": HIGH},
            "y": {"label": "second input", "min": LOW, "max": HIGH},
            "points": points,
            "lines": _folds(params),
            "field": field.tolist(),
        },
    }


def _caption(step, loss, right, Z, X, Y, answers):
    idle = int((Z <= 0).all(axis=0).sum())
    when = "Before training" if step == 0 else f"After {step} step{'s' if step > 1 else ''}"
    story = f"{when} the loss is {loss:.4f} and {right} of 4 corners are on the right side of one half."
    if step == 0:
        return (
            f"{story} The colour is the network's output; each line is where a hidden unit switches on, and the "
            "surface can bend only there."
        )
    tail = f" {idle} of the hidden units see no corner at all, so no gradient moves them." if idle else ""
    worst = int(np.argmax(np.abs(answers - Y)))
    corner = f"({X[worst, 0]:g}, {X[worst, 1]:g})"
    return (
        f"{story} Furthest off is corner {corner}: {answers[worst, 0]:.2f} where {Y[worst, 0]:g} is wanted, so it "
        f"pulls hardest at the units that are on there, {_units(Z[worst])}.{tail}"
    )


def _units(inputs):
    on = [str(unit + 1) for unit, z in enumerate(inputs) if z > 0]
    return (
        f"unit{'s' if len(on) > 1 else ''} {' and '.join(on)}"
        if on
        else "which are none: only the output bias can help"
    )


def _folds(params):
    """For each hidden unit the line on which its input is 0, as far as it lies in the picture."""
    lines = []
    for unit, (w, b) in enumerate(zip(np.asarray(params[0], dtype=float).T, params[1])):
        ends = []
        for edge in (LOW, HIGH):
            for axis in (0, 1):
                if abs(w[1 - axis]) > 1e-9:
                    other = -(b + w[axis] * edge) / w[1 - axis]
                    if LOW <= other <= HIGH:
                        ends.append([edge, float(other)] if axis == 0 else [float(other), edge])
        if len(ends) >= 2:
            lines.append(
                {"points": [ends[0], ends[-1]], "label": f"unit {unit + 1}", "style": "dashed", "group": 2 + unit}
            )
    return lines


def _curve(losses):
    steps = len(losses) - 1
    caption = (
        f"The loss from {losses[0]:.4f} to {losses[-1]:.4f} over {steps} steps. A gradient without its 1/n, or one "
        "taken from weights that were already updated, would have drawn another curve."
    )
    points = [[i, round(loss, 5)] for i, loss in enumerate(losses)]
    thin = points[:40] + points[40::4]
    axes = {
        "x": {"label": "step", "min": 0, "max": steps},
        "y": {"label": "loss", "min": 0, "max": round(1.05 * max(losses), 4)},
    }
    line = {"points": thin, "label": "loss", "style": "solid", "group": 0}
    return {"caption": caption, "view": {"kind": "plot", **axes, "lines": [line]}}
