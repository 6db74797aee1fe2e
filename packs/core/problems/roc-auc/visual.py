"""The threshold falls through the scores; the curve is the one that the solution returned."""

import numpy as np

TITLE = "The threshold falls, and the curve grows"
INPUT = (
    np.array([1, 1, 0, 1, 0, 1, 0, 0]),
    np.array([0.95, 0.8, 0.7, 0.6, 0.6, 0.4, 0.3, 0.1]),
)


def frames(inp, out):
    y, scores = inp
    fpr, tpr = ([float(x) for x in out[name]] for name in ("fpr", "tpr"))
    thresholds = [float(x) for x in out["thresholds"]]
    pictures = []
    for i in range(len(thresholds)):
        caption = _told(y, scores, thresholds, fpr, tpr, i)
        pictures.append({"caption": caption, "view": _curve(fpr, tpr, i)})
    end = f"The area under the curve is {float(out['area']):.4g}: the share of pairs of a positive and a negative row in which the positive one scores higher, a tie counting half."
    return [*pictures, {"caption": end, "view": _curve(fpr, tpr, len(fpr) - 1, shade=True)}]


def _told(y, scores, thresholds, fpr, tpr, i):
    if i == 0:
        return f"Above all scores no row is called positive. The curve starts at ({fpr[0]:.3g}, {tpr[0]:.3g})."
    here = scores == thresholds[i]
    up, right = int((here & (y == 1)).sum()), int((here & (y == 0)).sum())
    where = f"Now {fpr[i]:.3g} of the negatives and {tpr[i]:.3g} of the positives are above."
    if up and right:
        return f"The threshold reaches {thresholds[i]:g}, where {up} positive and {right} negative tie: they move together, in one slanted line. {where}"
    way = "up, because a positive row" if up else "right, because a negative row"
    return f"The threshold reaches {thresholds[i]:g}. The curve goes {way} has this score. {where}"


def _curve(fpr, tpr, i, shade=False):
    walked = [[fpr[j], tpr[j]] for j in range(i + 1)]
    points = [{"x": fpr[j], "y": tpr[j], "group": 0, "shape": "dot"} for j in range(i)]
    points.append({"x": fpr[i], "y": tpr[i], "group": 1, "shape": "ring"})
    lines = [
        {"points": [[0, 0], [1, 1]], "label": "chance", "style": "dashed", "group": 2},
    ]
    if i:
        lines.append({"points": walked, "label": "ROC", "style": "solid", "group": 0})
    if shade:
        lines += [{"points": [[x, 0], [x, top]], "style": "dashed", "group": 3} for x, top in walked if top > 0]
    return {
        "kind": "plot",
        "x": {"label": "false positive rate", "min": 0, "max": 1},
        "y": {"label": "true positive rate", "min": 0, "max": 1},
        "points": points,
        "lines": lines,
    }
