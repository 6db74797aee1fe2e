import math

import numpy as np


def attend(x, params, n_heads, n_kv, past):
    Wq, Wk, Wv, Wo = params
    n = len(x)
    d = Wq.shape[1] // n_heads
    Q = (x @ Wq).reshape(n, n_heads, d).transpose(1, 0, 2)
    K = (x @ Wk).reshape(n, n_kv, d).transpose(1, 0, 2)
    V = (x @ Wv).reshape(n, n_kv, d).transpose(1, 0, 2)
    p = 0
    if past is not None:
        p = past[0].shape[1]
        K = np.concatenate([past[0], K], axis=1)
        V = np.concatenate([past[1], V], axis=1)
    share = n_heads // n_kv
    k, v = np.repeat(K, share, axis=0), np.repeat(V, share, axis=0)
    s = Q @ k.transpose(0, 2, 1) / math.sqrt(d)
    hidden = np.arange(p + n) > p + np.arange(n)[:, None]
    s = np.where(hidden, -np.inf, s)
    e = np.exp(s - s.max(axis=-1, keepdims=True))
    w = e / e.sum(axis=-1, keepdims=True)
    out = (w @ v).transpose(1, 0, 2).reshape(n, n_heads * d) @ Wo
    return out, w, (K, V)
