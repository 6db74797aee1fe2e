import random

import numpy as np
from sklearn.impute import SimpleImputer
from sklearn.linear_model import Ridge
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

RTOL = 1e-6
ATOL = 1e-7
NAN = float("nan")


def _table(seed, n, d, missing=0.0, spread=1.0):
    """Rounded normal numbers, so that files stay small; a share of them missing."""
    rng = random.Random(seed)
    rows = [[round(rng.gauss(0, spread), 2) for _ in range(d)] for _ in range(n)]
    return np.array([[NAN if rng.random() < missing else value for value in row] for row in rows])


def _target(seed, X, weights, noise=0.3):
    rng = random.Random(seed)
    clean = np.where(np.isnan(X), 0.0, X)
    return np.array([round(float(row @ np.array(weights)) + rng.gauss(0, noise), 2) for row in clean])


def _folds(n, count):
    return np.arange(n) % count


_PLAIN = _table(1, 12, 3)
_HOLES = _table(2, 12, 3, missing=0.25)
_FAR = np.vstack([_table(3, 8, 2), _table(4, 4, 2) * 9 + 20])
_NOISE = _table(5, 12, 14)
_WIDE = _table(6, 16, 4) * np.array([1.0, 50.0, 0.02, 1.0])
_GONE = _table(7, 12, 2)
_GONE[:8, 1] = NAN
_FLAT = _table(8, 12, 3)
_FLAT[:, 1] = 4.0
_FLAT[8:, 1] = 6.0

CASES = {
    "missing-values": (
        "a missing value is filled from the other folds' rows, not from its own",
        (_HOLES, _target(12, _HOLES, [2, -1, 0.5]), _folds(12, 3), 3, 1.0),
    ),
    "two-folds": (
        "each half is predicted from the other half alone",
        (_PLAIN, _target(11, _PLAIN, [1, 0, -2]), np.array([0] * 6 + [1] * 6), 2, 0.5),
    ),
    "a-far-fold": (
        "held-out rows that lie far away may not move the centre and the scale",
        (_FAR, _target(13, _FAR, [1, -1]), np.array([0] * 4 + [1] * 4 + [2] * 4), 2, 1.0),
    ),
    "nothing-but-noise": (
        "among many columns of noise the choice must not have seen the held-out targets",
        (
            _NOISE,
            np.array([round(random.Random(99 + i).gauss(0, 1), 2) for i in range(12)]),
            _folds(12, 4),
            2,
            0.1,
        ),
    ),
    "targets-drift": (
        "where targets differ from fold to fold, the level comes from the training folds",
        (
            _PLAIN,
            np.array([0.0] * 4 + [5.0] * 4 + [50.0] * 4) + _PLAIN[:, 0],
            np.array([7] * 4 + [3] * 4 + [5] * 4),
            3,
            2.0,
        ),
    ),
    "scales-differ": (
        "columns of different scales are told apart by strength after standardising",
        (_WIDE, _target(14, _WIDE, [1, 0.01, 30, 0]), _folds(16, 4), 3, 1.0),
    ),
    "a-column-unseen": (
        "a column without a single value among the training rows is filled with 0",
        (_GONE, _target(15, _GONE, [1, 1]), np.array([0] * 4 + [0] * 4 + [1] * 4), 2, 1.0),
    ),
    "a-column-flat": (
        "a column that does not vary among the training rows is not divided by 0",
        (_FLAT, _target(16, _FLAT, [1, 1, -1]), np.array([0] * 8 + [1] * 4), 3, 1.0),
    ),
    "unequal-folds": (
        "the error is the mean over all rows together, not over folds",
        (_PLAIN, _target(17, _PLAIN, [3, 0, 1], noise=2.0), np.array([0] * 8 + [1, 1, 1, 2]), 1, 0.2),
    ),
    "one-row-a-fold": (
        "leaving one out: each row has a fold of its own",
        (_PLAIN[:6], _target(18, _PLAIN[:6], [1, 1, 1]), np.arange(6), 1, 1.0),
    ),
}

INVALID = {
    "one fold": (_PLAIN, np.zeros(12), np.zeros(12, dtype=int), 1, 1.0),
    "k too large": (_PLAIN, np.zeros(12), _folds(12, 3), 4, 1.0),
    "lam zero": (_PLAIN, np.zeros(12), _folds(12, 3), 1, 0.0),
    "target missing": (_PLAIN, np.full(12, NAN), _folds(12, 3), 1, 1.0),
    "lengths differ": (_PLAIN, np.zeros(11), _folds(12, 3), 1, 1.0),
    "too few training rows": (_PLAIN[:5], np.zeros(5), np.array([0, 0, 1, 1, 1]), 1, 1.0),
}
KEEP = {
    "one-row-a-fold": "the smallest folds there are",
    "a-column-unseen": "its rule lies in a helper, which is given",
    "a-column-flat": "its rule lies in a helper, which is given",
    "unequal-folds": "its rule lies in a line that is given",
    "scales-differ": "the given lines are right, and must stay so",
}


def gen(rng, size):
    n, d = 10 + size, 1 + rng.randint(0, size)
    rows = [[round(rng.gauss(0, 2), 2) for _ in range(d)] for _ in range(n)]
    X = np.array([[NAN if rng.random() < 0.1 else value for value in row] for row in rows])
    y = np.array([round(rng.gauss(row[0], 1), 2) for row in rows])
    fold = np.array([i % (2 + size // 3) for i in range(n)])
    return X, y, fold, rng.randint(1, d), rng.choice([0.1, 1.0, 10.0])


def valid(inp):
    assert isinstance(inp, tuple) and len(inp) == 5, "the arguments are X, y, fold, k, lam"
    X, y, fold, k, lam = inp
    for name, array, ndim, kind in (("X", X, 2, "f"), ("y", y, 1, "f"), ("fold", fold, 1, "i")):
        assert isinstance(array, np.ndarray), f"{name} is an array"
        assert array.ndim == ndim and array.dtype.kind == kind, f"{name} has {ndim} axes of the right dtype"
        assert not np.isinf(array).any(), f"{name} is finite"
    assert X.dtype == y.dtype == np.float64, "X and y are float64"
    assert len(X) == len(y) == len(fold), "X, y and fold have one length"
    assert not np.isnan(y).any(), "y has no NaN"
    assert X.size <= 5000 and np.nanmax(np.abs(X), initial=0.0) <= 1e6 and np.abs(y).max() <= 1e6, (
        "of moderate size"
    )
    assert type(k) is int and 1 <= k <= X.shape[1], "k is between 1 and the number of columns"
    assert isinstance(lam, float) and 1e-3 <= lam <= 1e6, "lam is between 0.001 and 10^6"
    sizes = [int((fold == number).sum()) for number in np.unique(fold)]
    assert fold.min() >= 0, "folds are numbered from 0 on"
    assert len(sizes) >= 2, "there are at least two folds"
    assert len(y) - max(sizes) >= 4, "every training part has at least four rows"


def _observed(inp, predictions):
    """What `run` returns: the arguments must still be what they were."""
    X, y, fold, _, _ = inp
    rmse = sum((float(p) - float(t)) ** 2 for p, t in zip(predictions, y, strict=True)) / len(y)
    return {"predictions": predictions, "rmse": rmse**0.5, "X after": X, "y after": y, "fold after": fold}


def _mean(values):
    return sum(values) / len(values)


def _prepared(column, train):
    """One column, standardised from its training rows, by loops."""
    seen = [column[i] for i in train if column[i] == column[i]]
    fill = _mean(seen) if seen else 0.0
    whole = [value if value == value else fill for value in column]
    centre = _mean([whole[i] for i in train])
    scale = _mean([(whole[i] - centre) ** 2 for i in train]) ** 0.5
    return [(value - centre) / (scale if scale >= 1e-12 else 1.0) for value in whole]


def oracle(inp):
    """By loops over rows and columns; the weights by a least-squares problem with k rows added."""
    X, y, fold, k, lam = inp
    predictions = np.empty(len(y))
    for number in sorted(set(fold.tolist())):
        train = [i for i in range(len(y)) if fold[i] != number]
        columns = [_prepared(X[:, j].tolist(), train) for j in range(X.shape[1])]
        level = _mean([float(y[i]) for i in train])
        strength = [abs(sum(z[i] * (y[i] - level) for i in train)) for z in columns]
        kept = sorted(sorted(range(len(columns)), key=lambda j: (-strength[j], j))[:k])
        A = np.array([[columns[j][i] for j in kept] for i in train])
        A = np.vstack([A, lam**0.5 * np.eye(k)])
        b = np.concatenate([[y[i] - level for i in train], np.zeros(k)])
        weights = np.linalg.lstsq(A, b, rcond=None)[0]
        for i in range(len(y)):
            if fold[i] == number:
                predictions[i] = sum(columns[j][i] * w for j, w in zip(kept, weights, strict=True)) + level
    return _observed(inp, predictions)


def oracle2(inp):
    """scikit-learn's imputer, scaler and ridge; only the choice of columns is ours."""
    X, y, fold, k, lam = inp
    predictions = np.empty(len(y))
    for number in np.unique(fold):
        train, test = fold != number, fold == number
        steps = make_pipeline(SimpleImputer(keep_empty_features=True), StandardScaler())
        A, B = steps.fit_transform(X[train]), steps.transform(X[test])
        strength = [abs(float(np.dot(column, y[train] - y[train].mean()))) for column in A.T]
        kept = sorted(range(X.shape[1]), key=lambda j: (-strength[j], j))[:k]
        model = Ridge(alpha=lam, solver="svd").fit(A[:, kept], y[train])
        predictions[test] = model.predict(B[:, kept])
    return _observed(inp, predictions)


def run(sol, inp):
    X, y, fold, k, lam = inp
    X, y, fold = X.copy(), y.copy(), fold.copy()
    predictions, rmse = sol.cross_validate(X, y, fold, k, lam)
    return {"predictions": predictions, "rmse": rmse, "X after": X, "y after": y, "fold after": fold}
