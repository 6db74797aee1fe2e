"""Causal multi-head attention; queries in groups that share keys and values; a cache for decoding."""

import math

import numpy as np


def attend(
    x: np.ndarray,
    params: tuple,
    n_heads: int,
    n_kv: int,
    past: tuple[np.ndarray, np.ndarray] | None,
) -> tuple[np.ndarray, np.ndarray, tuple[np.ndarray, np.ndarray]]:
    """x: (n, D); params = (Wq, Wk, Wv, Wo); past: (K, V), each (n_kv, p, d), or None.

    Returns (out, weights, present): (n, D), (n_heads, n, p + n), and (K, V), each (n_kv, p + n, d).
    """
    # <starter>
    Wq, Wk, Wv, Wo = params
    n, d = len(x), Wq.shape[1] // n_heads
    Q, K, V = (_split(x @ W, d) for W in (Wq, Wk, Wv))
    if past is not None:
        K, V = np.concatenate([past[0], K], axis=1), np.concatenate([past[1], V], axis=1)
    uses = np.arange(n_heads) // (n_heads // n_kv)
    scores = Q @ K[uses].swapaxes(1, 2) / math.sqrt(d)
    seen = np.tri(n, K.shape[1], K.shape[1] - n)
    scores = np.where(seen, scores, -np.inf)
    raised = np.exp(scores - scores.max(axis=2, keepdims=True))
    weights = raised / raised.sum(axis=2, keepdims=True)
    heads = weights @ V[uses]
    return heads.swapaxes(0, 1).reshape(n, n_heads * d) @ Wo, weights, (K, V)
    # </starter>


# <starter>
def _split(columns, d):
    """(n, heads * d) as (heads, n, d)."""
    return columns.reshape(len(columns), columns.shape[1] // d, d).swapaxes(0, 1)
# </starter>
