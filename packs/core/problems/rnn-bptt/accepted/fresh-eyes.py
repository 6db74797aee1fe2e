import math

import numpy as np


def bptt(X, Y, h0, params, window):
    Wx, Wh, b, Wy, c = params
    T = len(X)
    H = np.empty((T + 1, len(h0)), dtype=X.dtype)
    H[0] = h0
    pre = X @ Wx + b
    for t in range(T):
        H[t + 1] = np.tanh(pre[t] + H[t] @ Wh)
    E = H[1:] @ Wy + c - Y
    loss = float((E * E).sum() / (2 * T))
    dO = E / T
    dH = dO @ Wy.T
    dZ = np.empty_like(dH)
    flow = np.zeros_like(h0)
    for t in reversed(range(T)):
        dH[t] += flow
        dZ[t] = dH[t] * (1 - H[t + 1] ** 2)
        flow = dZ[t] @ Wh.T
        if window is not None and t > 0 and t % window == 0:
            flow = np.zeros_like(h0)
    grads = (X.T @ dZ, H[:-1].T @ dZ, dZ.sum(axis=0), H[1:].T @ dO, dO.sum(axis=0))
    return loss, grads, flow, dH


def clip(grads, max_norm):
    norm = math.sqrt(sum(float((g.astype(np.float64) ** 2).sum()) for g in grads))
    if norm <= max_norm:
        return tuple(g.copy() for g in grads), norm
    factor = max_norm / norm
    return tuple(g * factor for g in grads), norm
