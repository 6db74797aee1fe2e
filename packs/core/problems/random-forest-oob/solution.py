"""A random forest of classification trees with its out-of-bag votes and score."""

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
    # <starter>
    n = len(y)
    votes, bags = np.zeros((n, y.max() + 1), dtype=int), []
    for _ in range(n_trees):
        bag = [rng.randrange(n) for _ in range(n)]
        tree = _grow(X, y, np.array(bag), max_depth, m, rng)
        seen = set(bag)
        for i in range(n):
            if i not in seen:
                votes[i, _descend(tree, X[i])] += 1
        bags.append(bag)
    voted = votes.any(axis=1)
    right = votes.argmax(axis=1) == y
    return votes, float(right[voted].mean()) if voted.any() else None, bags
    # </starter>


# <starter>
def _grow(X, y, rows, depth, m, rng):
    """A label for a leaf, else (feature, threshold, left, right); `rows` may hold a row several times."""
    split = None
    if depth > 0 and len(np.unique(y[rows])) > 1:
        split = best_split(X[rows], y[rows], rng.sample(range(X.shape[1]), m))
    if split is None:
        return int(np.bincount(y[rows]).argmax())
    feature, threshold = split
    goes_left = X[rows, feature] <= threshold
    left = _grow(X, y, rows[goes_left], depth - 1, m, rng)
    right = _grow(X, y, rows[~goes_left], depth - 1, m, rng)
    return feature, threshold, left, right


def _descend(tree, row):
    while isinstance(tree, tuple):
        feature, threshold, left, right = tree
        tree = left if row[feature] <= threshold else right
    return tree


# </starter>
