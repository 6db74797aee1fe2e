"""A tanh network unrolled: one pass forward that keeps the states, one pass back that carries a gradient."""

import math

import numpy as np


def bptt(
    X: np.ndarray, Y: np.ndarray, h0: np.ndarray, params: tuple, window: int | None
) -> tuple[float, tuple, np.ndarray, np.ndarray]:
    """Loss, gradients of params = (Wx, Wh, b, Wy, c), gradient of h0 and of every hidden state.

    X: (T, d); Y: (T, k); h0: (h,). window: no gradient passes into a block of so many steps from behind.
    """
    # <starter>
    Wx, Wh, b, Wy, c = params
    H = np.empty((len(X) + 1, len(h0)), dtype=X.dtype)
    H[0] = h0
    for t in range(len(X)):
        H[t + 1] = np.tanh(X[t] @ Wx + H[t] @ Wh + b)
    R = H[1:] @ Wy + c - Y
    E = R / len(X)
    dH, carried, dZ = E @ Wy.T, np.zeros_like(h0), np.empty_like(H[1:])
    for t in reversed(range(len(X))):
        dH[t] += carried
        dZ[t] = dH[t] * (1 - H[t + 1] ** 2)
        carried = dZ[t] @ Wh.T
        if window and t and t % window == 0:
            carried = np.zeros_like(h0)
    grads = X.T @ dZ, H[:-1].T @ dZ, dZ.sum(axis=0), H[1:].T @ E, E.sum(axis=0)
    return float((R * R).sum()) / (2 * len(X)), grads, carried, dH
    # </starter>


def clip(grads: tuple, max_norm: float) -> tuple[tuple, float]:
    """All arrays scaled by one factor, so that their common norm is at most max_norm; and the norm before."""
    # <starter>
    norm = math.sqrt(sum(float((g * g).sum()) for g in grads))
    factor = max_norm / max(norm, max_norm)
    return tuple(g * factor for g in grads), norm
    # </starter>
