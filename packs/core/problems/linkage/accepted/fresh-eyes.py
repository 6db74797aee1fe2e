import heapq
import math

import numpy as np


def linkage(X, method):
    if method not in ("single", "complete", "average", "ward"):
        raise ValueError(method)
    X = np.asarray(X).astype(np.float64)
    n = len(X)
    dist = {}
    heap = []
    for i in range(n - 1):
        row = np.sqrt(((X[i + 1:] - X[i]) ** 2).sum(axis=1)).tolist()
        for off, d in enumerate(row):
            heap.append((d, i, i + 1 + off))
    heapq.heapify(heap)
    D = [dict() for _ in range(2 * n - 1)]
    for d, i, j in heap:
        D[i][j] = d
        D[j][i] = d
    size = [1] * n + [0] * (n - 1)
    alive = set(range(n))
    table = np.zeros((n - 1, 4))
    for step in range(n - 1):
        while True:
            d, a, b = heapq.heappop(heap)
            if a in alive and b in alive:
                break
        new = n + step
        na, nb = size[a], size[b]
        size[new] = na + nb
        table[step] = (a, b, d, na + nb)
        alive.remove(a)
        alive.remove(b)
        for c in alive:
            da, db = D[a][c], D[b][c]
            if method == "single":
                x = min(da, db)
            elif method == "complete":
                x = max(da, db)
            elif method == "average":
                x = (na * da + nb * db) / (na + nb)
            else:
                nc = size[c]
                x = math.sqrt(max(0.0, ((na + nc) * da * da + (nb + nc) * db * db - nc * d * d) / (na + nb + nc)))
            D[new][c] = x
            D[c][new] = x
            heapq.heappush(heap, (x, c, new))
        alive.add(new)
        D[a] = D[b] = None
    return table


def cut(table, k):
    table = np.asarray(table)
    n = len(table) + 1
    if k < 1 or k > n:
        raise ValueError("k")
    parent = list(range(2 * n - 1))
    for i in range(n - k):
        parent[int(table[i, 0])] = n + i
        parent[int(table[i, 1])] = n + i
    for v in range(2 * n - 2, -1, -1):
        parent[v] = parent[parent[v]]
    names = {}
    return [names.setdefault(parent[v], len(names)) for v in range(n)]
