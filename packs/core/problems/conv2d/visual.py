"""The window over the padded image with the output filling beside it; then the gradients on their way back."""

import numpy as np

TITLE = "A window slides, and gradients go back under it"

STRIDE, PADDING, DILATION = 2, 1, 1

INPUT = (
    np.array([[[[1, 2, 0, 1, 3], [0, 1, 3, 2, 0], [2, 0, 1, 0, 1], [1, 3, 0, 2, 1], [0, 1, 2, 1, 0]]]], dtype=float),
    np.array([[[[1, 0, -1], [2, 0, -2], [1, 0, -1]]]], dtype=float),
    np.array([1.0]),
    STRIDE,
    PADDING,
    DILATION,
    np.array([[[[1, 0, 2], [0, -1, 0], [3, 0, 1]]]], dtype=float),
)


def frames(inp, out):
    x, w, b, stride, padding, dilation, dout = inp
    image, kernel = np.pad(x[0, 0], padding), w[0, 0]
    answers = np.asarray(out["out"])[0, 0]
    shown = [_first(image, kernel, b, answers, padding)]
    for at in np.ndindex(answers.shape):
        shown.append(_forward(image, kernel, b, answers, at, stride, dilation, padding))
    collected = np.zeros_like(image)
    for at in np.ndindex(answers.shape):
        if dout[0, 0][at]:
            met = _met(kernel, at, stride, dilation)
            for spot, weight in zip(met, kernel.ravel()):
                collected[spot] += weight * dout[0, 0][at]
            shown.append(_backward(collected, dout[0, 0], at, met, padding, answers.shape))
    return [*shown, _last(np.asarray(out["gradients"][0])[0, 0], collected, dout[0, 0], padding)]


def _met(kernel, at, stride, dilation):
    i, j = at
    return [(i * stride + u * dilation, j * stride + v * dilation) for u, v in np.ndindex(kernel.shape)]


def _text(value):
    return f"{value:g}".center(3)


def _grid(left, right, left_states, right_states):
    """Two tables beside each other with an empty column between them."""
    height = max(len(left), len(right))

    def row(table, i, width, fill):
        return list(table[i]) if i < len(table) else [fill] * width

    wide = len(left[0]), len(right[0])
    cells, states = (
        [[*row(a, i, wide[0], ""), "", *row(c, i, wide[1], "")] for i in range(height)]
        for a, c in ((left, right), (left_states, right_states))
    )
    labels = [*map(str, range(wide[0])), "", *map(str, range(wide[1]))]
    rows = [str(i) for i in range(height)]
    return {"kind": "grid", "cells": cells, "states": states, "row_labels": rows, "column_labels": labels}


def _border(shape, padding):
    return [
        [
            "" if padding <= i < shape[0] - padding and padding <= j < shape[1] - padding else "muted"
            for j in range(shape[1])
        ]
        for i in range(shape[0])
    ]


def _texts(table):
    return [[_text(v) for v in row] for row in table.tolist()]


def _first(image, kernel, b, answers, padding):
    caption = (
        f"On the left the image with {padding} ring of zeros around it (grey), on the right the kernel. It has "
        f"{kernel.size} weights and a bias of {b[0]:g}; the same ones serve every place of the image. With stride "
        f"{STRIDE} there are {answers.shape[0]} x {answers.shape[1]} places at which it fits."
    )
    plain = [[""] * kernel.shape[1] for _ in kernel]
    return {"caption": caption, "view": _grid(_texts(image), _texts(kernel), _border(image.shape, padding), plain)}


def _forward(image, kernel, b, answers, at, stride, dilation, padding):
    states = _border(image.shape, padding)
    for i, j in _met(kernel, at, stride, dilation):
        states[i][j] = "active"
    order = list(np.ndindex(answers.shape))
    done = order[: order.index(at) + 1]
    right = [
        [_text(answers[i, j]) if (i, j) in done else "" for j in range(answers.shape[1])] for i in range(len(answers))
    ]
    marks = [["new" if (i, j) == at else "" for j in range(answers.shape[1])] for i in range(len(answers))]
    met = _met(kernel, at, stride, dilation)
    terms = [f"{w:g} x {image[spot]:g}" for spot, w in zip(met, kernel.ravel()) if w and image[spot]]
    caption = (
        f"Output ({at[0]}, {at[1]}): the window starts at row {at[0] * stride}, column {at[1] * stride} of the padded "
        f"image. Kernel times pixels, {' + '.join(terms) or 'all products zero'}, plus the bias {b[0]:g}, gives "
        f"{answers[at]:g}."
    )
    return {"caption": caption, "view": _grid(_texts(image), right, states, marks)}


def _backward(collected, dout, at, met, padding, shape):
    states = _border(collected.shape, padding)
    for i, j in met:
        states[i][j] = "active"
    marks = [["new" if (i, j) == at else "" for j in range(shape[1])] for i in range(shape[0])]
    caption = (
        f"Backward. The loss changes by {dout[at]:g} per unit of output ({at[0]}, {at[1]}), so each pixel that this "
        f"window met collects its weight times {dout[at]:g}, on top of what it has from windows before."
    )
    return {"caption": caption, "view": _grid(_texts(collected), _texts(dout), states, marks)}


def _last(dx, collected, dout, padding):
    height, width = collected.shape
    inner = collected[padding : height - padding, padding : width - padding]
    same = dx.shape == inner.shape and bool(np.allclose(dx, inner))
    states = [
        ["" if dx.shape == inner.shape and abs(v - u) < 1e-9 else "wrong" for v, u in zip(*rows)]
        for rows in zip(dx, inner)
    ]
    told = "is what the windows have collected" if same else "is not what the windows have collected"
    caption = (
        f"The ring of zeros is a constant, so its share is cut off: dx has the shape of the image again, and it {told}. "
        "Outputs whose gradient is 0 have sent nothing, and stride 2 leaves some pixels under more windows than others."
    )
    plain = [[""] * len(row) for row in dout]
    return {"caption": caption, "view": _grid(_texts(dx), _texts(dout), states, plain)}
