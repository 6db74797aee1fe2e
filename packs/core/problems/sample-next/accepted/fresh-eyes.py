import random

import numpy as np


def next_distribution(logits, temperature, k, p):
    V = len(logits)
    out = np.zeros(V)
    if temperature == 0:
        out[np.argmax(logits)] = 1.0
        return out.astype(logits.dtype)
    x = logits.astype(np.float64)
    order = np.argsort(-x, kind="stable")
    if k is not None:
        order = order[:k]
    z = x[order] / temperature
    e = np.exp(z - z[0])
    q = e / e.sum()
    if p < 1:
        keep = int(np.searchsorted(np.cumsum(q), p, side="left")) + 1
        order, q = order[:keep], q[:keep]
        q = q / q.sum()
    out[order] = q
    return out.astype(logits.dtype)


def sample(probs, rng):
    c = np.cumsum(probs, dtype=np.float64)
    i = int(np.searchsorted(c, rng.random() * c[-1], side="right"))
    if i >= len(c):
        i = int(np.flatnonzero(probs)[-1])
    return i
