"""What each zygote has loaded before it forks, and how it is warmed.

Warming runs representative snippets: what Python and NumPy do lazily on first use would otherwise
be paid by every submission (NumPy 2 loads `numpy.random` in 16 to 20 ms).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stack:
    """`imports`: loaded in the zygote. `packages`: third-party ones, readable in the jail."""

    name: str
    imports: tuple[str, ...]
    packages: tuple[str, ...]
    snippet: str


_STANDARD = (
    "abc",
    "bisect",
    "collections",
    "collections.abc",
    "copy",
    "dataclasses",
    "enum",
    "functools",
    "heapq",
    "itertools",
    "math",
    "operator",
    "random",
    "re",
    "string",
    "typing",
)

_PURE_SNIPPET = """
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

_NUMPY_SNIPPET = """
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

STACKS = {
    "pure": Stack("pure", _STANDARD, (), _PURE_SNIPPET),
    "numpy": Stack("numpy", (*_STANDARD, "numpy"), ("numpy", "numpy.libs"), _NUMPY_SNIPPET),
}
