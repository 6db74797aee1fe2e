"""Causal attention of four tokens as heat grids, row by row, and the gradients on their way back through them."""

import math

import numpy as np

TITLE = "Weights as heat, and gradients back through them"

TOKENS = ["the", "cat", "sat", "down"]

INPUT = (
    np.array([[1.0, 0.0], [0.0, 2.0], [2.0, 1.0], [1.0, 2.0]]),
    np.array([[1.0, 1.0], [2.0, 0.0], [0.0, 2.0], [1.0, 1.0]]),
    np.array([[1.0, 0.0], [0.0, 1.0], [2.0, 0.0], [1.0, 1.0]]),
    np.tril(np.ones((4, 4), dtype=bool)),
    np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 0.0], [0.0, 2.0]]),
)


def frames(inp, out):
    Q, K, V, mask, dout = inp
    S = Q @ K.T / math.sqrt(Q.shape[1])
    P = _softmax(np.where(mask, S, -np.inf))
    answers = np.asarray(out["out"])
    dQ, dK, dV = (np.asarray(g) for g in out["gradients"])
    dP = dout @ V.T
    dS = P * (dP - (P * dP).sum(axis=1, keepdims=True))
    return [
        _scores(S),
        _masked(S, mask),
        *[_row(i, S, P, mask) for i in range(len(P))],
        _outputs(P, V, answers),
        _values(P, dout, dV, V),
        _to_weights(dP, dout, mask),
        *[_through_softmax(i, P, dP, dS) for i in range(len(P)) if np.abs(dout[i]).max() > 0],
        _to_queries(dS, dQ, dK, Q, K),
    ]


def _softmax(scores):
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    return raised / raised.sum(axis=1, keepdims=True)


def _n(value):
    return round(float(value), 2) + 0.0


def _table(values, states=None, heat=False, rows=None, columns=None):
    cells = [[_n(v) for v in row] for row in np.asarray(values).tolist()]
    view = {"kind": "grid", "cells": cells, "row_labels": rows or TOKENS[: len(cells)]}
    if states is not None:
        view["states"] = states
    if heat:
        view["heat"] = True
    if columns is not False:
        view["column_labels"] = columns or TOKENS[: len(cells[0])]
    return view


def _scores(S):
    i, j = (int(a) for a in np.unravel_index(np.argmax(S), S.shape))
    caption = (
        "Each query (row) meets each key (column): the dot product, divided by the square root of 2, the width of a "
        f"query. The largest score is {S[i, j]:.2f}, where '{TOKENS[i]}' meets '{TOKENS[j]}'."
    )
    return {"caption": caption, "view": _table(S)}


def _masked(S, mask):
    states = [["" if seen else "muted" for seen in row] for row in mask.tolist()]
    caption = (
        "The causal mask: a token sees itself and what came before. Grey scores become minus infinity, which exp turns "
        "into exactly 0; no number like -1e9 is needed."
    )
    return {"caption": caption, "view": _table(S, states)}


def _row(i, S, P, mask):
    done = np.where(np.arange(len(P))[:, None] <= i, P, 0)
    states = [
        ["muted" if not mask[a, b] or a > i else "active" if a == i else "done" for b in range(len(P))]
        for a in range(len(P))
    ]
    seen = [j for j in range(len(P)) if mask[i, j]]
    top = max(S[i, j] for j in seen)
    powers = ", ".join(f"{math.exp(S[i, j] - top):.2f}" for j in seen)
    total = sum(math.exp(S[i, j] - top) for j in seen)
    caption = (
        f"Softmax of row '{TOKENS[i]}': its maximum, {top:.2f}, is subtracted first, so the powers are {powers}; divided "
        f"by their sum, {total:.2f}, they become weights that sum to 1."
    )
    return {"caption": caption, "view": _table(done, states, heat=True)}


def _outputs(P, V, answers):
    i = len(P) - 1
    terms = " + ".join(f"{_n(P[i, j]):g} x ({V[j, 0]:g}, {V[j, 1]:g})" for j in range(len(V)))
    caption = (
        f"Each row of the output is the mean of the values, weighted by that row. For '{TOKENS[i]}': {terms} gives "
        f"({', '.join(f'{a:.2f}' for a in answers[i])})."
    )
    states = [["active" if a == i else "" for _ in row] for a, row in enumerate(answers.tolist())]
    return {"caption": caption, "view": _table(answers, states, columns=False)}


def _values(P, dout, dV, V):
    caption = (
        f"Backward. The loss asks something of '{TOKENS[1]}' and '{TOKENS[3]}' only, so the other rows of dout are 0. "
        "Each value collects dout from every query, times the weight with which that query looked at it: dV is the "
        f"transpose of the weights times dout. The value of '{TOKENS[0]}' gets ({', '.join(f'{g:.2f}' for g in dV[0])})."
    )
    states = [["new" if abs(g) > 1e-12 else "muted" for g in row] for row in dV.tolist()]
    return {"caption": caption, "view": _table(dV, states, columns=False)}


def _to_weights(dP, dout, mask):
    states = [
        ["active" if seen and np.abs(dout[i]).max() > 0 else "muted" for seen in row]
        for i, row in enumerate(mask.tolist())
    ]
    caption = (
        "The gradient of a weight is dout of its row times the value of its column: how much the loss would change if "
        "the query looked a little more at that key. Grey cells have weight 0 or a row that nobody asks about; nothing "
        "will pass through them."
    )
    return {"caption": caption, "view": _table(dP, states)}


def _through_softmax(i, P, dP, dS):
    average = float((P[i] * dP[i]).sum())
    rows = [P[i], dP[i], dP[i] - average, dS[i]]
    labels = ["weight", "its gradient", "minus mean", "times weight"]
    states = [["muted" if P[i, j] == 0 else "new" if r == 3 else "" for j in range(len(P))] for r in range(4)]
    caption = (
        f"Through the softmax of row '{TOKENS[i]}'. The weights sum to 1, so none can rise alone: what counts is how "
        f"much better a key is than the row's weighted average, {average:.2f}. Times its weight this is the gradient of "
        f"the score, and the row sums to {_n(dS[i].sum()):g}."
    )
    return {"caption": caption, "view": _table(rows, states, rows=labels)}


def _to_queries(dS, dQ, dK, Q, K):
    both = [[*q, *k] for q, k in zip(dQ.tolist(), dK.tolist())]
    right = np.hstack([dS @ K, dS.T @ Q]) / math.sqrt(Q.shape[1])
    same = right.shape == np.shape(both) and bool(np.allclose(both, right, atol=1e-6))
    states = [["done" if same else "wrong"] * len(row) for row in both]
    caption = (
        "Last, the scores: with the same factor one over the square root of 2, dQ (left two columns) is the gradient of "
        "the scores times the keys, dK (right two) its transpose times the queries. Rows of dQ that nobody asked about "
        f"are 0, but keys collect from every row. {'They agree with your arrays.' if same else 'Your arrays differ.'}"
    )
    view = _table(both, states, columns=["dQ", "dQ", "dK", "dK"][: len(both[0])])
    return {"caption": caption, "view": view}
