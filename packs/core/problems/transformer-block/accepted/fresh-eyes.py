import math

import numpy as np


def norm(x, g, c):
    mu = x.mean(axis=1, keepdims=True)
    var = ((x - mu) ** 2).mean(axis=1, keepdims=True)
    return g * (x - mu) / np.sqrt(var + 1e-5) + c


def gelu(z):
    return 0.5 * z * (1 + np.tanh(math.sqrt(2 / math.pi) * (z + 0.044715 * z**3)))


def block(x, params, n_heads):
    P = params
    n, D = x.shape
    d = D // n_heads
    a = norm(x, P["g1"], P["c1"])
    q, k, v = ((a @ P[w]).reshape(n, n_heads, d).transpose(1, 0, 2) for w in ("Wq", "Wk", "Wv"))
    s = q @ k.transpose(0, 2, 1) / math.sqrt(d)
    s = np.where(np.arange(n) > np.arange(n)[:, None], -np.inf, s)
    e = np.exp(s - s.max(axis=-1, keepdims=True))
    w = e / e.sum(axis=-1, keepdims=True)
    u = x + (w @ v).transpose(1, 0, 2).reshape(n, D) @ P["Wo"]
    r = norm(u, P["g2"], P["c2"])
    return u + gelu(r @ P["W1"] + P["b1"]) @ P["W2"] + P["b2"]
