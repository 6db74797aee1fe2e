import numpy as np


def roc(y, scores):
    y = np.asarray(y)
    scores = np.asarray(scores)
    if len(y) != len(scores):
        raise ValueError("lengths differ")
    n_pos = int(np.count_nonzero(y == 1))
    n_neg = len(y) - n_pos
    if n_pos == 0 or n_neg == 0:
        raise ValueError("a class is missing")
    order = np.argsort(-scores.astype(np.float64), kind="stable")
    s = scores[order].astype(np.float64)
    pos = (y[order] == 1).astype(np.int64)
    last = np.append(np.flatnonzero(s[1:] != s[:-1]), len(s) - 1)
    tp = np.cumsum(pos)[last]
    fp = last + 1 - tp
    tpr = np.concatenate([[0.0], tp / n_pos])
    fpr = np.concatenate([[0.0], fp / n_neg])
    thresholds = np.concatenate([[np.inf], s[last]])
    area = float(np.sum(np.diff(fpr) * (tpr[1:] + tpr[:-1]) / 2))
    return fpr, tpr, thresholds, area
