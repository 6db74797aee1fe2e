"""The curve of each activation and the curve of its slope, then what the slopes mean for depth."""

import numpy as np

TITLE = "Activations and their slopes"

X = np.round(np.arange(-4, 4.01, 0.2), 1) + 0.0

INPUT = (
    ["relu", "leaky_relu", "tanh", "sigmoid", "softplus", "silu", "gelu", "gelu_tanh"],
    X,
    np.ones_like(X),
)

SAID = {
    "relu": "it passes what is positive and blocks the rest; a unit that is never positive gets no gradient",
    "leaky_relu": "a small slope on the left keeps a gradient alive where ReLU is flat",
    "tanh": "it is centred at 0, but flat on both sides: saturated units learn slowly",
    "sigmoid": "squeezed between 0 and 1, its slope never exceeds a quarter",
    "softplus": "a ReLU with a round corner; its slope is the sigmoid",
    "silu": "x times the sigmoid: it dips below 0 before it rises, so it is not monotone",
    "gelu": "x times the normal distribution function: near SiLU, with a sharper bend",
    "gelu_tanh": "the approximation by tanh: to the eye the same curve as the exact one",
}


def frames(inp, out):
    names, x, _ = inp
    curves = {
        name: (x.tolist(), np.asarray(value).tolist(), np.asarray(slope).tolist())
        for name, (value, slope) in zip(names, out["pairs"])
    }
    shown = [_curve(name, *curves[name]) for name in names]
    return [*shown, _difference(curves), _depth(names, curves)]


def _curve(name, x, value, slope):
    low, high = min(range(len(x)), key=value.__getitem__), max(range(len(x)), key=slope.__getitem__)
    caption = (
        f"{name}: {SAID.get(name, 'as your code computes it')}. On this stretch its smallest value is "
        f"{value[low]:.3f}, at x = {x[low]:g}; its largest slope is {slope[high]:.3f}, first at x = {x[high]:g}."
    )
    lines = [_line(x, value, "f(x)", 0), *_slopes(x, slope)]
    points = [{"x": x[high], "y": slope[high], "group": 1, "shape": "ring", "label": "steepest"}]
    return {"caption": caption, "view": _plot("f(x) and f'(x)", -1.2, 4.2, lines, points)}


def _slopes(x, slope):
    """The curve of the slope, in two pieces where it jumps."""
    jumps = [i for i in range(1, len(x)) if abs(slope[i] - slope[i - 1]) > 0.5]
    ends = [0, *jumps, len(x)]
    pieces = [_line(x[a:b], slope[a:b], "slope" if b == len(x) else "", 1) for a, b in zip(ends, ends[1:])]
    return [{**piece, "style": "dashed"} for piece in pieces]


def _line(x, y, label, group):
    return {"points": [[a, round(b, 5)] for a, b in zip(x, y)], "label": label, "style": "solid", "group": group}


def _plot(label, low, high, lines, points=()):
    axes = {"x": {"label": "x", "min": -4, "max": 4}, "y": {"label": label, "min": low, "max": high}}
    return {"kind": "plot", **axes, "lines": lines, "points": list(points)}


def _difference(curves):
    x, exact, exact_slope = curves["gelu"]
    _, close, close_slope = curves["gelu_tanh"]
    gaps = [1000 * (b - a) for a, b in zip(exact, close)]
    slopes = [1000 * (b - a) for a, b in zip(exact_slope, close_slope)]
    most = max(abs(g) for g in gaps)
    caption = (
        f"What the eye did not see: approximation minus exact GELU, a thousand times enlarged. They part by up to "
        f"{most / 1000:.5f}. A network trained with one and run with the other is off by that in every unit."
    )
    lines = [_line(x, gaps, "value", 0), {**_line(x, slopes, "slope", 1), "style": "dashed"}]
    high = 1.1 * max(most, *(abs(s) for s in slopes))
    return {"caption": caption, "view": _plot("1000 x difference", -high, high, lines)}


def _depth(names, curves):
    """The best case of a stack of ten: every layer at its steepest point."""
    steepest = {name: max(curves[name][2]) for name in names}
    values = [round(steepest[name] ** 10, 6) for name in names]
    caption = (
        "A gradient that passes ten layers is multiplied by ten slopes. At best, every layer at its steepest, this "
        f"factor is {values[names.index('relu')]:g} with ReLU, {values[names.index('tanh')]:g} with tanh and "
        f"{values[names.index('sigmoid')]:g} with the sigmoid: weights must make up for what it takes away."
    )
    cells = [[round(steepest[name], 3), value] for name, value in zip(names, values)]
    states = [["", "wrong" if value < 0.01 else ""] for value in values]
    view = {"kind": "grid", "cells": cells, "states": states, "row_labels": list(names)}
    return {"caption": caption, "view": {**view, "column_labels": ["max slope", "to the 10th"]}}
