"""How much of one gradient is left, step by step into the past, in units with different recurrent weights."""

import math

import numpy as np

TITLE = "What a gradient is worth after a dozen steps back"

T = 13
PARAMS = (
    np.zeros((1, 4)),
    np.diag([0.5, 0.95, 1.2, 1.2]),
    np.array([0.0, 0.0, 0.0, 0.3]),
    np.ones((4, 1)),
    np.zeros(1),
)
X = np.zeros((T, 1))
START = np.array([0.0, 0.0, 0.0, 0.87])


def _targets():
    """What the network answers at every step, save the last, which misses its target by T."""
    Wx, Wh, b, Wy, c = PARAMS
    h, answers = START, []
    for x in X:
        h = np.tanh(x @ Wx + h @ Wh + b)
        answers.append(h @ Wy + c)
    answers[-1] = answers[-1] - T
    return np.array(answers)


INPUT = (X, _targets(), START, PARAMS, None, 5.0)

SMALLEST = 1e-7


def frames(inp, out):
    X, Y, h0, params, window, max_norm = inp
    dH = np.asarray(out["dH"], dtype=float)
    sizes = np.maximum(np.abs(dH[::-1]), SMALLEST)
    names = _names(params)
    shown = [_first(params, names, dH)]
    shown += [_back(s, sizes, names, params) for s in range(1, len(sizes))]
    return [*shown, _clipped(out, max_norm)]


def _names(params):
    _, Wh, b, _, _ = params
    return [f"w = {w:g}{' (flat)' if bias else ''}" for w, bias in zip(np.diag(Wh), b)]


def _first(params, names, dH):
    rows = [
        {"label": "unit", "values": [str(j + 1) for j in range(len(names))]},
        {"label": "weight to itself", "values": [float(w) for w in np.diag(params[1])]},
        {"label": "bias", "values": [float(v) for v in params[2]]},
        {
            "label": "gradient at the last step",
            "values": [round(float(g), 4) for g in dH[-1]],
            "states": ["new"] * len(names),
        },
    ]
    caption = (
        "Four hidden units, each connected to itself alone, so that their histories can be told apart. Every target is "
        "met except the last, so all of the gradient starts at the last step, with the same size in every unit."
    )
    return {"caption": caption, "view": {"kind": "arrays", "rows": rows}}


def _back(s, sizes, names, params):
    decay = [math.log10(v) for v in sizes[s]]
    lines = [
        {
            "points": [[k, round(math.log10(sizes[k][j]), 4)] for k in range(s + 1)],
            "label": name if s > 2 else "",
            "style": "dashed" if params[2][j] else "solid",
            "group": j,
        }
        for j, name in enumerate(names)
    ]
    points = [{"x": s, "y": round(y, 4), "group": j, "shape": "dot", "label": ""} for j, y in enumerate(decay)]
    axes = {
        "x": {"label": "steps back", "min": 0, "max": len(sizes) - 1},
        "y": {"label": "log10 of the gradient", "min": -7, "max": 2},
    }
    return {"caption": _story(s, sizes, names), "view": {"kind": "plot", **axes, "lines": lines, "points": points}}


def _worth(value):
    return "0" if value <= SMALLEST else f"{value:.2g}"


def _story(s, sizes, names):
    told = ", ".join(f"{_worth(v)} (unit {j + 1})" for j, v in enumerate(sizes[s]))
    back = f"{s} step{'s' if s > 1 else ''} back: {told}."
    if s == 1:
        return (
            f"{back} Each step back multiplies by the slope of tanh and by the recurrent weight. Units 1 to 3 stand at "
            "0, where the slope is 1; unit 4 stands where tanh is nearly flat."
        )
    most, least = int(np.argmax(sizes[s])), int(np.argmin(sizes[s]))
    gap = "beyond measure" if sizes[s][least] <= SMALLEST else f"{sizes[s][most] / sizes[s][least]:,.0f} times"
    factors = ", ".join(
        "-" if sizes[s][j] <= SMALLEST else f"{sizes[s][j] / sizes[s - 1][j]:.2f}" for j in range(len(names))
    )
    return (
        f"{back} The factors of this step were {factors}: what is multiplied again and again by "
        f"less than 1 vanishes, by more than 1 explodes. Unit {most + 1} outweighs unit {least + 1} {gap}."
        if s == 2
        else f"{back} The factors were {factors}. Unit {most + 1} outweighs unit {least + 1} {gap}."
    )


def _clipped(out, max_norm):
    norm = float(out["norm"])
    squares = [float((np.asarray(g) ** 2).sum()) for g in out["grads"]]
    after = [float((np.asarray(g) ** 2).sum()) for g in out["clipped"]]
    rows = [
        {"label": "gradient of", "values": ["Wx", "Wh", "b", "Wy", "c"]},
        {"label": "its norm", "values": [round(math.sqrt(v), 4) for v in squares]},
        {"label": "its norm when clipped", "values": [round(math.sqrt(v), 4) for v in after], "states": ["done"] * 5},
    ]
    caption = (
        f"All parameters together have a gradient of norm {norm:.3f}, and at most {max_norm:g} is allowed: clipping "
        f"multiplies all of them by one factor, {min(1.0, max_norm / max(norm, 1e-12)):.3f}, which keeps the direction. "
        "It bounds what has exploded; what has vanished stays lost."
    )
    return {"caption": caption, "view": {"kind": "arrays", "rows": rows}}
