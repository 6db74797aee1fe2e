"""Who looks at whom: the weights of every head as a grid, first in one pass, then token by token from the cache."""

import numpy as np

TITLE = "Four heads of queries, two of keys, and a cache that grows"

TOKENS = ["the", "cat", "sat", "on", "the", "mat"]
H, G, D = 4, 2, 2

X = np.array([[1.0, 0, 0, 1], [0, 2, 0, 0], [0, 0, 2, 1], [1, 0, 1, 0], [1, 0, 0, 1], [0, 2, 1, 0]])
WQ = np.array(
    [[2.0, 0, 0, 2, 1, 0, 0, 0], [0, 2, 2, 0, 0, 1, 1, 1], [2, 1, 0, 0, 0, 2, 3, 0], [0, 0, 1, 2, 2, 0, 0, 2]]
)
WK = np.array([[1.0, 0, 1, 0], [0, 2, 0, 1], [1, 1, 0, 2], [0, 1, 2, 0]])
WV = np.eye(4)
WO = np.vstack([np.eye(4), np.eye(4)]) / 2

INPUT = (X, (WQ, WK, WV, WO), H, G, None, [4, 1, 1])


def frames(inp, out):
    x, params, heads, groups, past, chunks = inp
    first, later = out["calls"][0], out["calls"][1:]
    shown = [_sharing(heads, groups)]
    shown += [_head(a, a * groups // heads, np.asarray(first["weights"])[a], chunks[0]) for a in range(heads)]
    known = chunks[0]
    for call, count in zip(later, chunks[1:]):
        known += count
        shown.append(_decoded(np.asarray(call["weights"]), known, count))
    return [*shown, _heads_agree(out["calls"][-1], known, heads, groups), _cache(known, heads, groups, params)]


def _word(j):
    return f"{j} {TOKENS[j % len(TOKENS)]}"


def _sharing(heads, groups):
    owners = [a * groups // heads for a in range(heads)]
    rows = [
        {"label": "head of queries", "values": [str(a) for a in range(heads)]},
        {
            "label": "uses head of keys and values",
            "values": [str(e) for e in owners],
            "states": ["active" if e == 0 else "new" for e in owners],
        },
    ]
    caption = (
        f"{heads} heads ask and {groups} heads answer: consecutive heads of queries share keys and values. Each head is "
        f"{D} columns wide, so its scores are divided by the square root of {D}, whatever the width of the model."
    )
    return {"caption": caption, "view": {"kind": "arrays", "rows": rows}}


def _heat(table):
    return [[round(float(w), 2) for w in row] for row in table]


def _head(a, owner, weights, n):
    cells = _heat(weights)
    last = weights[-1]
    most = int(np.argmax(last))
    states = [["" if j <= i else "muted" for j in range(n)] for i in range(n)]
    caption = (
        f"Head {a}, keys of head {owner}, the first {n} tokens in one pass. Row i is what token i looks at; each row sums "
        f"to 1, and grey cells are tokens that come later. Token {_word(n - 1)} looks most at {_word(most)}: "
        f"{last[most]:.2f}."
    )
    names = [_word(j) for j in range(n)]
    view = {
        "kind": "grid",
        "cells": cells,
        "states": states,
        "heat": True,
        "row_labels": names,
        "column_labels": names,
    }
    return {"caption": caption, "view": view}


def _decoded(weights, known, count):
    cells = _heat(weights[:, -1])
    states = [["new" if j >= known - count else "" for j in range(known)] for _ in cells]
    caption = (
        f"Now only token {_word(known - 1)} is new. Its query meets the {known - count} cached keys and its own, so every "
        f"head has one row of {known} weights and no cell is masked. Nothing was computed again for the older tokens: "
        "they cannot see the new one."
    )
    names = [f"head {a}" for a in range(len(cells))]
    columns = [_word(j) for j in range(known)]
    view = {
        "kind": "grid",
        "cells": cells,
        "states": states,
        "heat": True,
        "row_labels": names,
        "column_labels": columns,
    }
    return {"caption": caption, "view": view}


def _heads_agree(call, known, heads, groups):
    weights = np.asarray(call["weights"])[:, -1]
    gaps = [[round(float(np.abs(p - q).sum() / 2), 2) for q in weights] for p in weights]
    states = [
        ["active" if a * groups // heads == b * groups // heads else "" for b in range(heads)] for a in range(heads)
    ]
    twins = max(gaps[a][b] for a in range(heads) for b in range(heads) if a * groups // heads == b * groups // heads)
    caption = (
        f"How far apart two heads look at the last token (0: at the same tokens, 1: at none in common). Marked pairs share "
        f"their keys and still differ by up to {twins:.2f}: their queries are their own, and sharing keys does not make them one."
    )
    names = [f"head {a}" for a in range(heads)]
    view = {
        "kind": "grid",
        "cells": gaps,
        "states": states,
        "heat": True,
        "row_labels": names,
        "column_labels": names,
    }
    return {"caption": caption, "view": view}


def _cache(known, heads, groups, params):
    d = params[0].shape[1] // heads
    kinds = {f"{heads}: one each": heads, f"{groups}: here": groups, "1: for all": 1}
    rows = [
        {"label": "heads of keys", "values": list(kinds)},
        {
            "label": f"numbers cached for {known} tokens",
            "values": [2 * g * d * known for g in kinds.values()],
            "states": ["", "active", ""],
        },
    ]
    caption = (
        f"What the cache holds after {known} tokens: two numbers, key and value, for each column of each head of keys. "
        f"Sharing makes it {heads // groups} times smaller than one head of keys for each head of queries, and all of it "
        "is read again for every new token."
    )
    return {"caption": caption, "view": {"kind": "arrays", "rows": rows}}
