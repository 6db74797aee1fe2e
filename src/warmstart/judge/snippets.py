"""What a zygote runs before it forks: `main` touches what a submission on its stack will touch.

What Python and its libraries do lazily on first use would otherwise be paid by every submission
(NumPy 2 loads `numpy.random` in 16 to 20 ms), or fail once the jail is closed (`threadpoolctl` looks
into /proc when scikit-learn first asks it for threads).
"""

PURE = """
import dataclasses, heapq, re, random
from collections import Counter, defaultdict, deque

@dataclasses.dataclass
class Node:
    value: int
    next: "Node | None" = None

def solve(xs, target):
    seen = {}
    for j, x in enumerate(xs):
        if target - x in seen:
            return seen[target - x], j
        seen[x] = j
    return None

def main(xs, target):
    heap = list(xs); heapq.heapify(heap); Counter(xs); deque(xs)
    re.sub(r"[a-z]+", "", "abc1"); random.Random(3).random(); Node(1)
    try:
        {}["missing"]
    except KeyError:
        pass
    return [solve(xs, target), {"a": 1.5, "b": {1, 2}}, f"{3.5:.2f}", sorted(xs, key=lambda x: -x)]
"""

NUMPY = """
import numpy as np

def main(xs, target):
    rng = np.random.default_rng(0)
    X = rng.normal(size=(12, 3)); A = X.T @ X + np.eye(3)
    np.random.seed(0); np.random.rand(2); rng.permutation(4); rng.choice(4, 2); rng.integers(0, 3, 2)
    np.linalg.solve(A, np.ones(3)); np.linalg.svd(X); np.linalg.eigh(A); np.linalg.inv(A); np.linalg.norm(X)
    d = ((X[:, None, :] - X[None, :, :]) ** 2).sum(-1); i = d.argmin(1); np.argsort(d, axis=1)
    np.exp(X - X.max(axis=1, keepdims=True)); np.einsum("ij,kj->ik", X, X);
    np.unique(i, return_counts=True)
    np.where(X > 0, X, 0); np.bincount(i); np.concatenate([X, X]);
    np.isnan(X).any(); np.mean(X, axis=0); np.var(X)
    np.cumsum(X); np.percentile(X, 50); np.allclose(X, X); repr(X); str(X[0, 0])
    X.astype(np.float32).tolist()
    np.searchsorted(np.sort(X[:, 0]), 0.0); np.outer(X[0], X[1]); np.clip(X, 0, 1);
    np.tril(A); np.maximum(X, 0)
    with np.errstate(all="ignore"):
        np.log(np.zeros(2)); np.ones(2) / np.zeros(2)
    return [X, X.astype(np.float32), np.float64(1.5), i]
"""

NUMPY_AGAIN = """
import numpy as np

def main(xs, target):
    X = np.ones((12, 3))
    d = ((X[:, None, :] - X[None, :, :]) ** 2).sum(-1); i = d.argmin(1); np.argsort(d, axis=1)
    X.mean(axis=0); X @ X.T; X[i == 0]; repr(X); sum(x for x in xs)
    seen = {x: j for j, x in enumerate(xs)}; seen.get(target)
    return [X, X.astype(np.float32), np.float64(1.5), i]
"""
"""What nearly every NumPy job touches; the whole of NUMPY costs a worker more than it saves its job."""

SKLEARN = """
import numpy as np
from scipy import linalg, optimize, stats
from sklearn import metrics
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LinearRegression, LogisticRegression, Ridge
from sklearn.metrics import accuracy_score, mean_squared_error, roc_auc_score
from sklearn.model_selection import cross_val_score, train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler
from sklearn.tree import DecisionTreeClassifier

def main(xs, target):
    rng = np.random.default_rng(0)
    X = rng.normal(size=(40, 3)); y = (X @ [1.0, -2.0, 0.5] > 0).astype(int)
    A = X.T @ X + np.eye(3)
    linalg.solve(A, np.ones(3), assume_a="pos"); linalg.cho_factor(A); linalg.svd(X); linalg.eigh(A)
    stats.norm.cdf(0.5); stats.ttest_ind(X[:, 0], X[:, 1]); stats.pearsonr(X[:, 0], X[:, 1])
    optimize.minimize(lambda w: float(((X @ w - y) ** 2).sum()), np.zeros(3), method="L-BFGS-B")
    optimize.linear_sum_assignment(A)
    known, unseen, k, u = train_test_split(X, y, test_size=0.25, random_state=0, stratify=y)
    labels = KMeans(2, n_init=1, random_state=0).fit_predict(X)
    model = make_pipeline(StandardScaler(), LogisticRegression()).fit(known, k)
    chances = model.predict_proba(unseen)[:, 1]
    accuracy_score(u, model.predict(unseen)); roc_auc_score(u, chances); metrics.log_loss(u, chances)
    metrics.f1_score(u, model.predict(unseen)); metrics.confusion_matrix(u, model.predict(unseen))
    metrics.silhouette_score(X, labels); mean_squared_error(y, chances.mean() + 0 * y)
    DecisionTreeClassifier(max_depth=2, random_state=0).fit(X, y).predict(X)
    RandomForestClassifier(2, random_state=0, n_jobs=2).fit(X, y).predict(X)
    KNeighborsClassifier(2).fit(X, y).predict(X); PCA(2).fit_transform(X)
    LinearRegression().fit(X, y); Ridge().fit(X, y); cross_val_score(Ridge(), X, y, cv=2)
    OneHotEncoder().fit_transform([["a"], ["b"]]).toarray()
    return [X, labels, model.predict(unseen), float(chances[0]), repr(model)]
"""

SQL = """
from warmstart.judge import sql

SCHEMA = "CREATE TABLE sale (day TEXT, shop INTEGER, sum REAL); CREATE TABLE shop (id INTEGER, name TEXT);"
QUERY = '''
    WITH top AS (
        SELECT shop, sum, ROW_NUMBER() OVER (PARTITION BY shop ORDER BY sum DESC, day) AS place FROM sale
    )
    SELECT name, COUNT(*), AVG(top.sum), group_concat(place) FROM top LEFT JOIN shop ON shop.id = top.shop
    WHERE place <= 2 AND name LIKE 'a%' GROUP BY name HAVING COUNT(*) > 0 ORDER BY 3 DESC, name LIMIT 5
'''

def main(xs, target):
    sales = [("2026-01-01", x, x / 2) for x in xs]
    answer = sql.load(QUERY, SCHEMA)
    return [answer({"sale": sales, "shop": [(x, f"a{x}") for x in xs]}), answer({})]
"""
