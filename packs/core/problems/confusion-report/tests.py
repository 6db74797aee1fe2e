"""Cases for confusion-report. The oracle counts in plain Python fractions; oracle2 is scikit-learn."""

import random
import warnings
from collections import Counter
from fractions import Fraction

import numpy as np
from sklearn.metrics import confusion_matrix, precision_recall_fscore_support

RTOL, ATOL = 1e-9, 1e-12

ANIMALS = ["cat", "dog", "owl"]

CASES = {
    "spam filter": (
        "rows are true classes and columns predicted ones, in the order of labels",
        (
            ["spam", "ham", "spam", "ham", "ham", "spam"],
            ["spam", "spam", "ham", "ham", "ham", "spam"],
            ["ham", "spam"],
            1.0,
        ),
    ),
    "never predicted": (
        "a class that is never predicted has precision 0 / 0, which is 0 by the rule here",
        (["cat", "cat", "dog", "owl", "owl"], ["cat", "dog", "dog", "cat", "dog"], ANIMALS, 1.0),
    ),
    "not a class": (
        "a predicted class that is not in labels is an error, not a row to skip",
        (["cat", "dog"], ["cat", "fox"], ANIMALS, 1.0),
    ),
    "order of labels": (
        "the order is that of labels, not the alphabet and not the order of appearance",
        ([1, 2, 3, 3, 2, 3, 1], [2, 2, 3, 1, 3, 3, 1], [3, 1, 2], 1.0),
    ),
    "predicted but never true": (
        "a class without true members has recall 0 / 0, which is 0, and support 0",
        (["cat", "cat", "dog"], ["cat", "owl", "dog"], ANIMALS, 1.0),
    ),
    "seen by nobody": (
        "a class that is neither true nor predicted scores 0, and the macro average still counts it",
        (["cat", "dog", "dog"], ["cat", "dog", "cat"], ANIMALS, 1.0),
    ),
    "beta two": (
        "beta enters squared, and beta above 1 pulls F-beta towards recall",
        ([1, 1, 1, 1, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0, 0, 1], [0, 1], 2.0),
    ),
    "beta a half": (
        "beta below 1 pulls F-beta towards precision",
        ([1, 1, 1, 1, 1, 0, 0, 2], [1, 1, 0, 0, 2, 0, 1, 2], [0, 1, 2], 0.5),
    ),
    "beta zero": (
        "beta = 0 leaves precision alone",
        ([1, 1, 1, 0, 0], [1, 0, 0, 0, 1], [0, 1], 0.0),
    ),
    "imbalanced": (
        "with nine to one the three averages part: micro follows the crowd, macro counts classes alike",
        ([0] * 9 + [1], [0] * 8 + [1, 0], [0, 1], 1.0),
    ),
    "averages of three": (
        "macro F-beta is the mean of the classes' F-beta, not the F-beta of the mean precision and recall",
        ([0, 0, 0, 0, 1, 1, 1, 2, 2, 2], [0, 0, 0, 1, 1, 2, 2, 2, 0, 1], [0, 1, 2], 1.0),
    ),
    "all wrong": (
        "precision and recall both 0 make F-beta 0 / 0, which is 0",
        (["dog", "cat", "dog"], ["cat", "dog", "cat"], ["cat", "dog"], 1.0),
    ),
    "all right": ("a perfect classifier scores 1 in everything", ([5, 7, 7], [5, 7, 7], [5, 7], 1.0)),
    "nothing to score": (
        "without a single prediction every score is 0 and the matrix is all zeros",
        ([], [], ["cat", "dog"], 1.0),
    ),
    "one class": ("k = 1 is a legal report", ([4, 4], [4, 4], [4], 1.0)),
    "negative labels": (
        "labels are names: -1 as an index would silently mean the last row",
        ([-1, 1, 1, -1, -1], [-1, -1, 1, -1, 1], [-1, 1], 1.0),
    ),
    "bytes as labels": (
        "labels may be an array of uint8: row * 20 + column does not fit into a byte",
        (
            np.array([0, 3, 19, 12, 13, 19, 15, 7], dtype=np.uint8),
            np.array([0, 4, 19, 16, 13, 18, 15, 7], dtype=np.uint8),
            list(range(20)),
            1.0,
        ),
    ),
    "three hundred of a class": (
        "labels may be bytes, counts may not: 300 items of one class do not fit into a uint8",
        (np.array([1] * 300 + [0] * 4, dtype=np.uint8), [1] * 299 + [0] * 3 + [1, 1], [0, 1], 1.0),
    ),
    "many items and classes": (
        "10,000 items of 300 classes: row * 300 + column goes up to 89,999, too much for 16 bits",
        ("drawn", "u2", 10_000, 300, 8, 1.0),
    ),
    "true class unknown": (
        "a true class that is not in labels is an error too",
        ([1, 2, 3], [1, 2, 2], [1, 2], 1.0),
    ),
    "lengths differ": (
        "three truths and two predictions cannot be compared; zip would drop one in silence",
        ([1, 2, 1], [1, 2], [1, 2], 1.0),
    ),
}

KEEP = {
    "all right": "a perfect classifier is the first thing that people try",
    "one class": "the smallest legal report",
}


def gen(rng, size):
    labels = rng.sample(range(-5, 20), rng.randint(1, 2 + size // 2))
    if rng.random() < 0.4:
        labels = [f"class {label}" for label in labels]
    n = rng.randint(0, 3 * size)
    seen = rng.sample(labels, rng.randint(1, len(labels)))
    y_true = [rng.choice(labels) for _ in range(n)]
    y_pred = [t if rng.random() < 0.6 else rng.choice(seen) for t in y_true]
    return y_true, y_pred, labels, rng.choice([0.5, 1.0, 1.0, 2.0, round(rng.uniform(0, 4), 2)])


def _arguments(inp):
    """What `report` is called with: the input itself, or what it describes."""
    if len(inp) != 6:
        return inp
    dtype, n, k, seed, beta = inp[1:]
    rng = random.Random(seed)
    labels = sorted(range(k), key=lambda _: rng.random())
    true = [int(k * rng.random() ** 3) for _ in range(n)]  # the first classes are common, the last rare
    pred = [(i + (rng.random() < 0.4)) % k for i in true]
    y_true, y_pred = (np.array([labels[i] for i in y], dtype=dtype) for y in (true, pred))
    return y_true, y_pred, labels, beta


def valid(inp):
    assert isinstance(inp, tuple) and len(inp) in (4, 6), "the input is y_true, y_pred, labels, beta"
    if len(inp) == 6:
        what, dtype, n, k, seed, beta = inp
        assert what == "drawn" and dtype in ("u2", "i4", "i8"), "a description begins with 'drawn' and u2, i4 or i8"
        assert type(n) is int and 0 <= n <= 10_000, "n is an int from 0 to 10,000"
        assert type(k) is int and 1 <= k <= 300, "k is an int from 1 to 300"
        assert type(seed) is int and seed >= 0, "seed is an int, 0 or more"
        assert isinstance(beta, float) and 0 <= beta <= 100, "beta is a float from 0 to 100"
        return
    y_true, y_pred, labels, beta = inp
    assert isinstance(labels, list) and 1 <= len(labels) <= 300, "labels is a list of 1 to 300 classes"
    kind = type(labels[0])
    assert kind in (int, str) and all(type(x) is kind for x in labels), "labels are all int or all str"
    assert len(set(labels)) == len(labels), "no label occurs twice"
    for name, y in (("y_true", y_true), ("y_pred", y_pred)):
        if isinstance(y, np.ndarray):
            assert kind is int and y.ndim == 1 and y.dtype.kind in "iu", f"{name}: an array is 1-D and of integers"
        else:
            assert isinstance(y, list), f"{name} is a list or an array"
            assert all(type(x) is kind for x in y), f"{name} has entries of the type of the labels"
        assert len(y) <= 10_000, f"{name} has at most 10,000 entries"
    assert isinstance(beta, float) and 0 <= beta <= 100, "beta is a float from 0 to 100"


INVALID = {
    "no labels": ([], [], [], 1.0),
    "a label twice": ([1], [1], [1, 1], 1.0),
    "beta negative": ([1], [1], [1], -1.0),
    "text and numbers": (["1"], [1], [1], 1.0),
    "too many classes": ("drawn", "u2", 10, 301, 1, 1.0),
    "scores for classes": (np.array([0.2]), np.array([0.8]), [0, 1], 1.0),
}


def run(sol, inp):
    y_true, y_pred, labels, beta = _arguments(inp)
    given = y_true.copy(), y_pred.copy(), labels.copy()
    return {"report": sol.report(*given, beta), "inputs after": given}


def check(inp, out, expected):
    arguments = _arguments(inp)
    for name, before, after in zip(("y_true", "y_pred", "labels"), arguments, out["inputs after"]):
        if list(before) != list(after):
            return f"{name} was changed by your function. Leave the caller's data alone."
    got, wanted, labels = out["report"], expected["report"], arguments[2]
    if not isinstance(got, dict) or set(got) != set(wanted):
        return f"report returns a dict with exactly the keys {', '.join(wanted)}."
    matrix = wanted["matrix"]
    if len(inp) == 6:
        matrix = _full(matrix, len(labels))
    fault = _matrix_fault(got["matrix"], matrix, labels)
    for name in ("support", "precision", "recall", "fbeta"):
        fault = fault or _class_fault(name, got[name], wanted[name], labels)
    for name in ("micro", "macro", "weighted"):
        fault = fault or _average_fault(name, got[name], wanted[name])
    return fault


def _full(entries, k):
    """The matrix whose entries that are not zero are the rows (i, j, count)."""
    matrix = np.zeros((k, k), dtype=np.int64)
    matrix[entries[:, 0], entries[:, 1]] = entries[:, 2]
    return matrix


def _matrix_fault(got, wanted, labels):
    if not isinstance(got, np.ndarray) or got.shape != wanted.shape or got.dtype.kind not in "iu":
        return f"matrix must be an integer array of shape {wanted.shape}."
    if np.array_equal(got, wanted):
        return None
    if np.array_equal(got, wanted.T):
        return "matrix is transposed: rows stand for true classes, columns for predicted ones."
    i, j = (int(x) for x in np.argwhere(got != wanted)[0])
    return (
        f"matrix[{i}, {j}] is {got[i, j]}, wanted {wanted[i, j]}: the number of items of class {labels[i]!r} "
        f"that were predicted to be {labels[j]!r}."
    )


MEANING = {
    "support": "the number of items that truly belong to the class",
    "precision": "of the items predicted to be this class, the share that truly is; 0 if there are none",
    "recall": "of the items that truly are this class, the share predicted to be; 0 if there are none",
    "fbeta": "(1 + beta^2) P R / (beta^2 P + R) of this class; 0 if P and R are both 0",
    "micro": "the scores of the pooled counts of all classes",
    "macro": "the plain mean of the classes' scores, over all labels, also those that never occur",
    "weighted": "the mean of the classes' scores, weighted by support; 0 if there are no items",
}


def _class_fault(name, got, wanted, labels):
    if not isinstance(got, np.ndarray) or got.shape != wanted.shape or got.dtype.kind not in "iuf":
        return f"{name} must be an array of shape {wanted.shape}, one entry for each label."
    if name != "support" and got.dtype != np.float64:
        return f"{name} has dtype {got.dtype}; the scores are float64."
    off = ~(np.abs(got - wanted) <= 1e-9)
    if not off.any():
        return None
    i = int(np.argmax(off))
    return f"{name} of class {labels[i]!r} is {got[i]:.9g}, wanted {wanted[i]:.9g}: {MEANING[name]}."


def _floats(value):
    """`value` as an array of float64, or None."""
    try:
        array = np.asarray(value)
        return array.astype(float) if array.dtype.kind in "iuf" else None
    except (TypeError, ValueError, OverflowError):
        return None


def _average_fault(name, got, wanted):
    three = _floats(got)
    if three is None or three.shape != (3,):
        return f"{name} must hold three numbers: precision, recall, F-beta."
    for part, x, right in zip(("precision", "recall", "F-beta"), three.tolist(), wanted):
        if not abs(x - right) <= 1e-9:
            return f"The {name} {part} is {x:.9g}, wanted {right:.9g}: {MEANING[name]}."
    return None


def _expected(inp, matrix, support, each, averages):
    names = "precision", "recall", "fbeta"
    matrix = np.array(matrix, dtype="i8")
    if len(inp) == 6:  # 90,000 entries, nearly all of them zero
        matrix = np.column_stack([np.argwhere(matrix), matrix[matrix != 0]])
    report = {"matrix": matrix, "support": np.array(support, dtype="i8")}
    report |= {name: np.array([float(x) for x in row]) for name, row in zip(names, each)}
    report |= {name: tuple(float(x) for x in three) for name, three in averages.items()}
    return {"report": report, "inputs after": inp[:3] if len(inp) == 4 else ()}


def _refuse(y_true, y_pred, labels):
    if len(y_true) != len(y_pred) or not set(y_true) | set(y_pred) <= set(labels):
        raise ValueError("lengths differ, or a class is not in labels")


def oracle(inp):
    y_true, y_pred, labels, beta = _arguments(inp)
    y_true, y_pred, beta = list(y_true), list(y_pred), Fraction(beta)
    _refuse(y_true, y_pred, labels)
    pairs = Counter(zip(y_true, y_pred))
    matrix = [[pairs[a, b] for b in labels] for a in labels]
    right = [pairs[label, label] for label in labels]
    missed = [sum(n for (t, p), n in pairs.items() if t == label != p) for label in labels]
    false = [sum(n for (t, p), n in pairs.items() if p == label != t) for label in labels]
    each = [_from_counts(*counts, beta) for counts in zip(right, missed, false)]
    support = [y_true.count(label) for label in labels]
    averages = {
        "micro": _from_counts(sum(right), sum(missed), sum(false), beta),
        "macro": [sum(column) / len(labels) for column in zip(*each)],
        "weighted": [_over(sum(s * n for s, n in zip(c, support)), len(y_true)) for c in zip(*each)],
    }
    return _expected(inp, matrix, support, zip(*each), averages)


def _over(a, b):
    return Fraction(a) / b if b else Fraction(0)


def _from_counts(right, missed, false, beta):
    """F-beta here from counts, not from precision and recall."""
    weight = beta**2
    total = (1 + weight) * right + weight * missed + false
    return _over(right, right + false), _over(right, right + missed), _over((1 + weight) * right, total)


def oracle2(inp):
    y_true, y_pred, labels, beta = _arguments(inp)
    _refuse(list(y_true), list(y_pred), labels)
    zeros = [0.0] * len(labels)
    if len(y_true) == 0:  # scikit-learn refuses it
        averages = dict.fromkeys(("micro", "macro", "weighted"), (0.0, 0.0, 0.0))
        return _expected(inp, [[0] * len(labels)] * len(labels), [0] * len(labels), [zeros] * 3, averages)

    def scored(average):
        return precision_recall_fscore_support(
            y_true, y_pred, labels=labels, beta=beta, average=average, zero_division=0
        )

    *each, support = scored(None)
    averages = {name: scored(name)[:3] for name in ("micro", "macro", "weighted")}
    with warnings.catch_warnings(action="ignore"):  # it wonders about a single class
        matrix = confusion_matrix(y_true, y_pred, labels=labels)
    return _expected(inp, matrix, support, each, averages)
