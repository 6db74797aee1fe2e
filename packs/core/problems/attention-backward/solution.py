"""Scaled dot-product attention, forward and backward, written out in NumPy."""

import math

import numpy as np


def forward(
    Q: np.ndarray, K: np.ndarray, V: np.ndarray, mask: np.ndarray | None
) -> tuple[np.ndarray, object]:
    """Attention of every query over the keys that it may see.

    Q: (..., n, d); K: (..., m, d); V: (..., m, v); mask: (n, m) bool, True = may attend, or None.
    Returns (out, cache). out: (..., n, v); cache: whatever backward needs.
    """
    # <starter>
    scores = Q @ K.swapaxes(-1, -2) / math.sqrt(Q.shape[-1])
    if mask is not None:
        scores = np.where(mask, scores, -np.inf)
    lowest = np.finfo(scores.dtype).min
    weights = np.exp(scores - np.maximum(scores.max(axis=-1, keepdims=True), lowest))
    P = weights / np.maximum(weights.sum(axis=-1, keepdims=True), 1)
    return P @ V, (Q, K, V, P)
    # </starter>


def backward(dout: np.ndarray, cache: object) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Gradients of the loss whose gradient with respect to `out` is dout.

    dout: (..., n, v). Returns (dQ, dK, dV) in the shapes and the dtype of Q, K, V.
    """
    # <starter>
    Q, K, V, P = cache
    dV = P.swapaxes(-1, -2) @ dout
    dP = dout @ V.swapaxes(-1, -2)
    dS = P * (dP - (P * dP).sum(axis=-1, keepdims=True)) / math.sqrt(Q.shape[-1])
    return dS @ K, dS.swapaxes(-1, -2) @ Q, dV
    # </starter>
