import numpy as np


def cross_entropy(logits, targets, smoothing, ignore_index):
    n, k = logits.shape
    counts = targets != ignore_index
    m = int(counts.sum())
    dlogits = np.zeros_like(logits)
    if m == 0:
        return 0.0, dlogits
    z = logits[counts].astype(np.float64)
    t = targets[counts]
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    q = np.full((m, k), smoothing / k)
    q[np.arange(m), t] += 1.0 - smoothing
    loss = -float((q * log_p).sum()) / m
    dlogits[counts] = (np.exp(log_p) - q) / m
    return loss, dlogits
