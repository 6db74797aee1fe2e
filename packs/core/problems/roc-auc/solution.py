"""ROC curve and its area: one sort, two running counts, one point for each distinct score."""

import numpy as np


def roc(y: np.ndarray, scores: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray, float]:
    """Rates at every distinct score, and the area under the curve.

    y: (n,), integers 0 and 1; scores: (n,), float32 or float64.
    Returns (fpr, tpr, thresholds, area): three arrays of float64, one entry more than there are
    distinct scores, thresholds falling from infinity; and a float.
    ValueError: the lengths differ, or a class does not occur.
    """
    # <starter>
    positives = int(y.sum())
    negatives = len(y) - positives
    if len(y) != len(scores) or positives == 0 or negatives == 0:
        raise ValueError("want one score for each row, and rows of both classes")
    order = np.argsort(-scores)
    falling = scores[order].astype(float)
    last_of_run = np.append(falling[1:] != falling[:-1], True)
    above = np.flatnonzero(last_of_run) + 1
    true = np.cumsum(y[order])[last_of_run]
    tpr = np.append(0.0, true / positives)
    fpr = np.append(0.0, (above - true) / negatives)
    thresholds = np.append(np.inf, falling[last_of_run])
    area = float((np.diff(fpr) * (tpr[1:] + tpr[:-1])).sum() / 2)
    return fpr, tpr, thresholds, area
    # </starter>
