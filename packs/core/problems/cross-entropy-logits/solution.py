"""Mean cross-entropy from logits: log-sum-exp forward, softmax minus wanted distribution backward."""

import numpy as np


def cross_entropy(
    logits: np.ndarray, targets: np.ndarray, smoothing: float, ignore_index: int
) -> tuple[float, np.ndarray]:
    """Mean cross-entropy over the rows that count, and its gradient.

    logits: (n, k); targets: (n,), a class or ignore_index; smoothing: from 0 to below 1.
    Returns (loss, dlogits). dlogits: (n, k), in the dtype of logits.
    """
    # <starter>
    counted = targets != ignore_index
    rows = logits[counted]
    if len(rows) == 0:
        return 0.0, np.zeros_like(logits)
    shifted = rows - rows.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    q = np.full_like(rows, smoothing / logits.shape[1])
    q[np.arange(len(rows)), targets[counted]] += 1 - smoothing
    dlogits = np.zeros_like(logits)
    dlogits[counted] = (np.exp(log_p) - q) / len(rows)
    return -float((q * log_p).sum()) / len(rows), dlogits
    # </starter>
