import numpy as np


def column_means(X):
    """Mean of each column over the values that are there; 0 where there are none."""
    there = ~np.isnan(X)
    count = there.sum(axis=0)
    total = np.where(there, X, 0.0).sum(axis=0)
    return np.where(count > 0, total / np.maximum(count, 1), 0.0)


def centre_and_scale(X):
    """Mean and standard deviation of each column; a deviation near 0 counts as 1."""
    scale = X.std(axis=0)
    return X.mean(axis=0), np.where(scale < 1e-12, 1.0, scale)


def strongest(Z, y, k):
    """Indices of the k columns that vary most with y, from left to right."""
    strength = np.abs(Z.T @ (y - y.mean()))
    return np.sort(np.argsort(-strength, kind="stable")[:k])


def ridge(Z, y, lam):
    """Weights of a ridge regression on centred columns; a constant added to y changes nothing."""
    return np.linalg.solve(Z.T @ Z + lam * np.eye(Z.shape[1]), Z.T @ y)


def cross_validate(X, y, fold, k, lam):
    """Predictions made while each row's fold was held out, and their root mean squared error."""
    predictions = np.empty(len(y))
    for number in np.unique(fold):
        test = fold == number
        train = ~test
        filled = np.where(np.isnan(X), column_means(X[train]), X)
        centre, scale = centre_and_scale(filled[train])
        Z = (filled - centre) / scale
        columns = strongest(Z[train], y[train], k)
        Z = Z[:, columns]
        level = y[train].mean()
        weights = ridge(Z[train], y[train], lam)
        predictions[test] = Z[test] @ weights + level
    rmse = float(np.sqrt(np.mean((predictions - y) ** 2)))
    return predictions, rmse
