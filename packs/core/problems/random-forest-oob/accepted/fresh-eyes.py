import random

import numpy as np


def best_split(X: np.ndarray, y: np.ndarray, features: list[int]) -> tuple[int, float] | None:
    """Given: the (feature, threshold) with the least Gini impurity, weighted by size, among `features`.

    X: (r, d), y: (r,) of a node's rows. Rows with X[:, feature] <= threshold belong to the left.
    Of equal splits the lowest feature, then the lowest threshold. None: no feature has two values.
    """
    splits = []
    members = (y[:, None] == np.unique(y)).astype(float)
    for feature in sorted(features):
        order = np.argsort(X[:, feature], kind="stable")
        values, left = X[order, feature].astype(float), members[order].cumsum(axis=0)[:-1]
        sizes = np.arange(1, len(y))
        right = members.sum(axis=0) - left
        pure = (left**2).sum(axis=1) / sizes + (right**2).sum(axis=1) / sizes[::-1]
        for i in np.flatnonzero(values[:-1] < values[1:]):
            splits.append((float(pure[i]), feature, float(values[i] + values[i + 1]) / 2))
    most = max((split[0] for split in splits), default=0.0)
    return next((split[1:] for split in splits if split[0] >= most - 1e-9), None)


def forest_oob(
    X: np.ndarray, y: np.ndarray, n_trees: int, max_depth: int, m: int, rng: random.Random
) -> tuple[np.ndarray, float | None, list[list[int]]]:
    """Grow n_trees trees on bootstrap samples and let each vote on the rows that it has not seen.

    X: (n, d), float32 or float64; y: (n,), ints from 0; 1 <= m <= d features are drawn for each split.
    Returns (votes, score, bags). votes: (n, y.max() + 1), ints; score: share of the rows with a vote
    that the majority gets right, None: no row has a vote; bags: for each tree the rows drawn.
    """
    n, d = X.shape
    votes = np.zeros((n, int(y.max()) + 1), dtype=np.int64)
    bags = []

    def grow(rows, out, depth):
        labels = y[rows]
        split = None
        if depth < max_depth and (labels != labels[0]).any():
            split = best_split(X[rows], labels, rng.sample(range(d), m))
        if split is None:
            votes[out, np.bincount(labels).argmax()] += 1
            return
        f, t = split
        go, go_out = X[rows, f] <= t, X[out, f] <= t
        grow(rows[go], out[go_out], depth + 1)
        grow(rows[~go], out[~go_out], depth + 1)

    for _ in range(n_trees):
        bag = [rng.randrange(n) for _ in range(n)]
        bags.append(bag)
        rows = np.array(bag)
        unseen = np.ones(n, dtype=bool)
        unseen[rows] = False
        grow(rows, np.flatnonzero(unseen), 0)

    voted = votes.sum(axis=1) > 0
    score = float((votes[voted].argmax(axis=1) == y[voted]).mean()) if voted.any() else None
    return votes, score, bags
