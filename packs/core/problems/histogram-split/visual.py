"""Bins, running sums and gain of one feature; then the sibling by subtraction."""

import numpy as np

TITLE = "From bins to running sums to the gain"
INPUT = (
    np.array([[1, 7], [2, 2], [3, 9], [5, 4], [6, 1], [8, 12], [9, 5], [12, 10], [20, 3], [64, 8], [80, 11], [90, 6]]) / 1.0,
    np.array([2, 1, 3, 1, 2, -1, 1, -2, -3, -1, -2, 1]) / 1.0,
    np.ones(12),
    6,
    1.0,
    1,
)


def _edges(x, max_bins):
    values = sorted(set(x))
    if len(values) <= max_bins:
        return [(a + b) / 2 for a, b in zip(values, values[1:])]
    ordered, n = sorted(x), len(x)
    return sorted({ordered[-(-j * n // max_bins) - 1] for j in range(1, max_bins)} - {values[-1]})


def _rows(*rows):
    return {"kind": "arrays", "rows": [dict(zip(("label", "values", "states", "pointers"), row)) for row in rows]}


def _states(bins, active=(), done=()):
    return ["active" if k in active else "done" if k in done else "" for k in range(bins)]


def frames(inp, out):
    X, g, h, max_bins, lam, _ = inp
    x, g, h = X[:, 0].tolist(), g.tolist(), h.tolist()
    cuts = _edges(x, max_bins)
    codes, bins = [sum(cut < v for cut in cuts) for v in x], len(cuts) + 1
    edges = ", ".join(f"{cut:g}" for cut in cuts)
    shown = [
        {
            "caption": f"Feature 0 has {len(set(x))} distinct values and may have {max_bins} bins: the edges {edges} are "
            "quantiles, so that every bin holds about as many rows, however far apart the values are.",
            "view": _rows(("feature 0", x), ("bin", codes), ("g", g)),
        }
    ]
    table = [[0.0] * bins, [0.0] * bins, [0] * bins]
    for k in range(bins):
        mine = [i for i, code in enumerate(codes) if code == k]
        table[0][k], table[1][k], table[2][k] = sum(g[i] for i in mine), sum(h[i] for i in mine), len(mine)
        shown.append(
            {
                "caption": f"Bin {k} takes its {len(mine)} rows: their gradients add up to {table[0][k]:g} and their "
                f"second derivatives to {table[1][k]:g}; after this no row of them is looked at again.",
                "view": _rows(
                    ("feature 0", x, ["active" if i in mine else "" for i in range(len(x))]),
                    ("g", g, ["active" if i in mine else "" for i in range(len(x))]),
                    ("G of bin", list(table[0]), _states(bins, (k,), range(k))),
                    ("H of bin", list(table[1]), _states(bins, (k,), range(k))),
                    ("rows of bin", list(table[2]), _states(bins, (k,), range(k))),
                ),
            }
        )
    whole_g, whole_h, gains = sum(g), sum(h), [None] * (bins - 1)
    for k in range(bins - 1):
        left_g, left_h = sum(table[0][: k + 1]), sum(table[1][: k + 1])
        right_g, right_h = whole_g - left_g, whole_h - left_h
        gain = left_g**2 / (left_h + lam) + right_g**2 / (right_h + lam) - whole_g**2 / (whole_h + lam)
        gains[k] = round(gain, 3)
        shown.append(
            {
                "caption": f"The edge {cuts[k]:g} puts all bins up to {k} on the left: the running sums give G = {left_g:g} and "
                f"H = {left_h:g} there, the rest of the node has G = {right_g:g} and H = {right_h:g}, and the gain is {gain:.3f}.",
                "view": _rows(
                    ("G of bin", list(table[0]), _states(bins, (k,), range(k + 1))),
                    ("H of bin", list(table[1]), _states(bins, (k,), range(k + 1))),
                    ("gain at edge", [*gains, None], _states(bins, (k,)), {"edge": k}),
                ),
            }
        )
    feature, threshold, gain, left, right = out["returned"]
    sides = [[round(float(v), 3) for v in np.asarray(tables[0])[:, 0]] for tables in (left, right)]
    shown.append(
        {
            "caption": f"The split returned is feature {int(feature)} at {float(threshold):g} with a gain of {float(gain):.3f}; "
            "of its children one is counted from its rows, and the other is the parent minus that one, bin by bin.",
            "view": _rows(("parent: G", [a + b for a, b in zip(*sides)]), ("left: G", sides[0]), ("right: G", sides[1])),
        }
    )
    others = [[round(float(v), 3) for v in np.asarray(tables[1])[:, 0]] for tables in (left, right)]
    shown.append(
        {
            "caption": "The histograms of feature 1 belong to the children too, since its rows are parted as well; again left and right "
            "add up to the parent, and with these histograms the search in the children can begin without touching the larger one's rows.",
            "view": _rows(
                ("parent: G", [a + b for a, b in zip(*others)]), ("left: G", others[0]), ("right: G", others[1])
            ),
        }
    )
    return shown
