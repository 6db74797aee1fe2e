"""Agglomerative clustering: a heap of distances, and the recurrence of Lance and Williams."""

import heapq
import math

import numpy as np


def linkage(X: np.ndarray, method: str) -> np.ndarray:
    """The merge table of the rows of X; method: "single", "complete", "average" or "ward".

    X: (n, d), float32 or float64. Returns (n - 1, 4), float64: smaller id, larger id, distance, size.
    ValueError: another method.
    """
    # <starter>
    if method not in ("single", "complete", "average", "ward"):
        raise ValueError(f"unknown method {method!r}")
    n = len(X)
    points = X.astype(float).tolist()
    apart = [{} for _ in range(n)]  # of each living cluster: its distance to the others
    heap = []
    for b in range(n):
        for a in range(b):
            distance = math.dist(points[a], points[b])
            apart[a][b] = apart[b][a] = distance
            heap.append((distance, a, b))
    heapq.heapify(heap)
    sizes = dict.fromkeys(range(n), 1)
    table = []
    while len(sizes) > 1:
        distance, a, b = heapq.heappop(heap)
        if a not in sizes or b not in sizes:
            continue
        na, nb, new = sizes.pop(a), sizes.pop(b), n + len(table)
        apart.append({})
        for c, nc in sizes.items():
            far = updated(method, apart[a][c], apart[b][c], distance, na, nb, nc)
            apart[new][c] = apart[c][new] = far
            heapq.heappush(heap, (far, c, new))
        sizes[new] = na + nb
        table.append([a, b, distance, na + nb])
    return np.array(table).reshape(n - 1, 4)
    # </starter>


# <starter>
def updated(method: str, ac: float, bc: float, ab: float, na: int, nb: int, nc: int) -> float:
    """The distance of cluster c from the union of a and b."""
    if method == "single":
        return min(ac, bc)
    if method == "complete":
        return max(ac, bc)
    if method == "average":
        return (na * ac + nb * bc) / (na + nb)
    squared = (na + nc) * ac * ac + (nb + nc) * bc * bc - nc * ab * ab
    return math.sqrt(squared / (na + nb + nc))


# </starter>


def cut(table: np.ndarray, k: int) -> list[int]:
    """The cluster of each point when merging stops at k clusters, numbered by first appearance.

    table: (n - 1, 4), as `linkage` returns it. ValueError: k < 1 or k > n.
    """
    # <starter>
    n = len(table) + 1
    if not 1 <= k <= n:
        raise ValueError(f"cannot cut {n} points into {k} clusters")
    members = {i: [i] for i in range(n)}
    for i, (a, b) in enumerate(table[: n - k, :2].astype(int).tolist()):
        members[n + i] = members.pop(a) + members.pop(b)
    clusters = sorted(members.values(), key=min)
    number = {point: i for i, points in enumerate(clusters) for point in points}
    return [number[point] for point in range(n)]
    # </starter>
