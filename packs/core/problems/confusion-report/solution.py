"""Confusion matrix, scores of each class, and their three averages."""

from collections.abc import Sequence

import numpy as np


def report(
    y_true: Sequence[int | str], y_pred: Sequence[int | str], labels: list[int | str], beta: float
) -> dict[str, object]:
    """Score predictions of the k classes in `labels`; arrays and matrix follow their order.

    "matrix": (k, k) ints, row = true class, column = predicted class.
    "precision", "recall", "fbeta": (k,) floats. "support": (k,) ints, true members of each class.
    "micro", "macro", "weighted": (precision, recall, fbeta).
    ValueError: the lengths differ, or a class is not in `labels`.
    """
    # <starter>
    if len(y_true) != len(y_pred):
        raise ValueError(f"{len(y_true)} true classes, but {len(y_pred)} predicted ones")
    position = {label: i for i, label in enumerate(labels)}
    matrix = np.zeros((len(labels), len(labels)), dtype=np.int64)
    for pair in zip(y_true, y_pred):
        if not all(label in position for label in pair):
            raise ValueError(f"{pair} has a class that is not in labels")
        matrix[position[pair[0]], position[pair[1]]] += 1
    hits, predicted, support = matrix.diagonal(), matrix.sum(axis=0), matrix.sum(axis=1)
    each = _scores(hits, predicted, support, beta)
    return {
        "matrix": matrix,
        "precision": each[0],
        "recall": each[1],
        "fbeta": each[2],
        "support": support,
        "micro": tuple(_scores(hits.sum(), predicted.sum(), support.sum(), beta).tolist()),
        "macro": tuple(each.mean(axis=1).tolist()),
        "weighted": tuple(_ratio(each @ support, support.sum()).tolist()),
    }
    # </starter>


# <starter>
def _ratio(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    """part / whole, and 0 where whole is 0."""
    return np.divide(part, whole, out=np.zeros(np.shape(part)), where=whole != 0)


def _scores(hits: np.ndarray, predicted: np.ndarray, support: np.ndarray, beta: float) -> np.ndarray:
    """Precision, recall and F-beta as three rows."""
    precision, recall = _ratio(hits, predicted), _ratio(hits, support)
    fbeta = _ratio((1 + beta**2) * precision * recall, beta**2 * precision + recall)
    return np.array([precision, recall, fbeta])
# </starter>
