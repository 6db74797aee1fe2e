"""Cases for roc-auc: scikit-learn gives the curve; oracle2 counts every threshold and every pair in fractions."""

import random
from fractions import Fraction

import numpy as np
from sklearn.metrics import roc_auc_score, roc_curve


def _rows(labels, scores, dtype="f8"):
    return np.array(labels, dtype="i8"), np.array(scores, dtype=dtype)


CASES = {
    "four rows": (
        "each row moves the curve: up for a positive, right for a negative",
        _rows([1, 0, 1, 0], [0.9, 0.8, 0.7, 0.2]),
    ),
    "a tie across the classes": (
        "a positive and a negative with equal scores move together: one slanted line, half of the area",
        _rows([1, 0], [0.5, 0.5]),
    ),
    "one class only": (
        "without negative rows the false positive rate is 0/0: ValueError, not a NaN",
        _rows([1, 1, 1], [0.1, 0.7, 0.4]),
    ),
    "no positives": (
        "without positive rows the true positive rate is 0/0: ValueError",
        _rows([0, 0], [0.3, 0.6]),
    ),
    "no rows": ("no rows means no class occurs: ValueError", _rows([], [])),
    "lengths differ": (
        "more scores than labels is a mistake of the caller: ValueError",
        _rows([0, 1, 1], [0.1, 0.7, 0.4, 0.9]),
    ),
    "constant score": (
        "a score that is the same for all rows gives the diagonal in one step, whatever the order of the rows",
        _rows([1, 1, 1, 0, 0], [3.0] * 5),
    ),
    "positives first in a tie": (
        "equal scores, positives listed first: the curve must not climb before it goes right",
        _rows([1, 1, 0, 0, 1, 0], [0.6, 0.4, 0.4, 0.4, 0.4, 0.1]),
    ),
    "negatives first in a tie": (
        "the same rows with the negatives listed first give the same curve",
        _rows([0, 0, 1, 1, 1, 0], [0.4, 0.4, 0.4, 0.4, 0.6, 0.1]),
    ),
    "perfect": (
        "all positives above all negatives: the area is 1",
        _rows([0, 1, 0, 1], [-2.0, 5.0, 0.0, 1.5]),
    ),
    "reversed": (
        "all positives below all negatives: the area is 0, and it is not turned round",
        _rows([1, 0, 1, 0], [-2.0, 5.0, 0.0, 1.5]),
    ),
    "rare positives": (
        "each rate is divided by the size of its own class, not by the number of rows",
        _rows([0, 0, 0, 1, 0, 0, 0, 0], [8, 7, 6, 5, 4, 3, 2, 1]),
    ),
    "a straight piece": (
        "several negatives in a row lie on one line, and every one of them keeps its point",
        _rows([1, 0, 0, 0, 1], [0.9, 0.8, 0.7, 0.6, 0.5]),
    ),
    "nearly equal": (
        "scores that differ in the twelfth digit are different scores",
        _rows([0, 1, 0, 1], [0.5, 0.5 + 1e-12, 0.25, 0.25 - 1e-12]),
    ),
    "ties at both ends": (
        "runs of equal scores at the top and at the bottom end the curve at (1, 1) once",
        _rows([1, 0, 1, 1, 0, 0, 1], [2, 2, 2, 1, 0, 0, 0]),
    ),
    "scores beyond 0 and 1": (
        "scores need not be probabilities: negative and large ones are sorted like any others",
        _rows([0, 1, 1, 0, 1], [-1e6, 1e6, -3.5, 0.0, 1e300]),
    ),
    "minus zero": (
        "0.0 and -0.0 are equal numbers, so they are one threshold",
        _rows([1, 0, 0, 1], [0.0, -0.0, 1.0, -1.0]),
    ),
    "float32": (
        "scores in float32 give rates and thresholds in float64",
        _rows([1, 0, 1, 0, 1], [0.1, 0.7, 0.7, 0.3, 0.9], "f4"),
    ),
}

LADDER = (2000, 4000, 8000, 16000)


def big(n):
    """No two scores are equal, so every row is a threshold of its own."""
    rng = random.Random(n)
    scores = [i + 0.5 for i in range(n)]
    rng.shuffle(scores)
    return np.array([i % 2 for i in range(n)]), np.array(scores)


def gen(rng, size):
    n = rng.randint(2, 4 + 3 * size)
    levels = rng.choice([2, 4, 1000])
    labels = [0, 1] + [rng.randint(0, 1) for _ in range(n - 2)]
    rng.shuffle(labels)
    return _rows(labels, [round(rng.randint(-levels, levels) / levels, 3) for _ in range(n)])


def valid(inp):
    assert isinstance(inp, (tuple, list)) and len(inp) == 2, "the input is y and scores"
    y, scores = inp
    assert isinstance(y, np.ndarray) and y.ndim == 1 and y.dtype == np.int64, "y is a 1-D array of int64"
    assert isinstance(scores, np.ndarray) and scores.ndim == 1, "scores is a 1-D array"
    assert scores.dtype in (np.float32, np.float64), "scores are float32 or float64"
    assert np.isin(y, (0, 1)).all(), "y holds 0 and 1 only"
    assert np.isfinite(scores).all(), "scores hold no NaN and no infinity"
    assert max(len(y), len(scores)) <= 100_000, "at most 100000 rows"


INVALID = {
    "labels of -1 and 1": (np.array([-1, 1]), np.array([0.1, 0.2])),
    "a NaN": (np.array([0, 1]), np.array([np.nan, 0.2])),
    "two columns of scores": (np.array([0, 1]), np.zeros((2, 2))),
    "labels in int8": (np.array([0, 1], dtype="i1"), np.array([0.1, 0.2])),
    "labels as floats": (np.array([0.0, 1.0]), np.array([0.1, 0.2])),
    "whole scores": (np.array([0, 1]), np.array([1, 2])),
}


def run(sol, inp):
    y, scores = inp[0].copy(), inp[1].copy()
    returned = sol.roc(y, scores)
    seen = {"y after": y, "scores after": scores}
    if not isinstance(returned, (tuple, list)) or len(returned) != 4:
        return {"returned": returned, **seen}
    fpr, tpr, thresholds, area = returned
    return {"thresholds": thresholds, "fpr": fpr, "tpr": tpr, "area": area, **seen}


NAMES = ("thresholds", "fpr", "tpr")


def check(inp, out, expected):
    y, scores = inp
    if "returned" in out:
        return "Return four things: fpr, tpr, thresholds and the area."
    for name, before in (("y after", y), ("scores after", scores)):
        if out[name].tobytes() != before.tobytes():
            return "Your function changed its input. The caller still needs it: work on new arrays."
    for name in NAMES:
        if not isinstance(out[name], np.ndarray) or out[name].dtype != np.float64 or out[name].ndim != 1:
            return f"{name} must be a 1-D array of float64."
    return _length_fault(out, expected) or _curve_fault(out, expected) or _area_fault(out, expected)


def _length_fault(out, expected):
    wanted = len(expected["thresholds"])
    for name in NAMES:
        if len(out[name]) != wanted:
            return (
                f"{name} has {len(out[name])} entries, wanted {wanted}: one for infinity and one for each of "
                f"the {wanted - 1} distinct scores."
            )
    return None


def _curve_fault(out, expected):
    for i in range(len(expected["thresholds"])):
        threshold = expected["thresholds"][i]
        if out["thresholds"][i] != threshold:
            return f"thresholds[{i}] is {out['thresholds'][i]}, wanted {threshold}: infinity, then falling scores."
        for name, kind in (("fpr", "negative"), ("tpr", "positive")):
            got, want = out[name][i], expected[name][i]
            if not abs(got - want) <= 1e-9:
                return (
                    f"At threshold {threshold} the {name} is {want:.6g}, yours is {got:.6g}: "
                    f"the share of {kind} rows with a score of at least {threshold}."
                )
    return None


def _area_fault(out, expected):
    area = np.asarray(out["area"])
    if area.shape != () or area.dtype.kind not in "iuf":
        return "The area must be one number."
    if not abs(float(area) - expected["area"]) <= 1e-9:
        return (
            f"The curve is right, but the area under it is {expected['area']:.6g} and yours is {float(area):.6g}: "
            "add up trapezoids, each with the mean of its two heights."
        )
    return None


def _observed(inp, fpr, tpr, thresholds, area):
    found = {"thresholds": np.array(thresholds, dtype=float), "fpr": np.array(fpr, dtype=float)}
    found["tpr"] = np.array(tpr, dtype=float)
    return {**found, "area": float(area), "y after": inp[0], "scores after": inp[1]}


def _refuse(y, scores):
    if len(y) != len(scores) or len(set(y.tolist())) < 2:
        raise ValueError("not one score a row, or not both classes")


def oracle(inp):
    y, scores = inp
    _refuse(y, scores)
    fpr, tpr, thresholds = roc_curve(y, scores, drop_intermediate=False)
    return _observed(inp, fpr, tpr, thresholds, roc_auc_score(y, scores))


def oracle2(inp):
    """Every threshold counted afresh, every pair compared."""
    y, scores = inp
    _refuse(y, scores)
    above = [s for s, label in zip(scores.tolist(), y.tolist()) if label == 1]
    below = [s for s, label in zip(scores.tolist(), y.tolist()) if label == 0]
    thresholds = [float("inf"), *sorted(set(scores.tolist()), reverse=True)]
    tpr = [Fraction(sum(s >= t for s in above), len(above)) for t in thresholds]
    fpr = [Fraction(sum(s >= t for s in below), len(below)) for t in thresholds]
    won = sum(Fraction((p > q) + (p >= q), 2) for p in above for q in below)
    return _observed(inp, list(map(float, fpr)), list(map(float, tpr)), thresholds, won / (len(above) * len(below)))
