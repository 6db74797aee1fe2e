import numpy as np


def softmax(scores):
    """Weights that sum to 1 over the last axis; a score of -inf gets weight 0."""
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def split_heads(x, heads):
    """(n, d) -> (heads, n, d / heads): each head gets its own columns."""
    n, d = x.shape
    return x.reshape(n, heads, d // heads).transpose(1, 0, 2)


def join_heads(x):
    """(heads, n, c) -> (n, heads * c): the heads side by side."""
    heads, n, c = x.shape
    return x.transpose(1, 0, 2).reshape(n, heads * c)


def attend(x, Wq, Wk, Wv, Wo, heads, causal):
    """One layer of multi-head self-attention: (n, d) -> (n, d)."""
    position = np.arange(len(x))
    Q, K, V = (split_heads(x @ W, heads) for W in (Wq, Wk, Wv))
    width = np.asarray(Q.shape[-1], dtype=x.dtype)
    scores = Q @ K.transpose(0, 2, 1) / np.sqrt(width)
    if causal:
        future = position > position[:, None]
        scores = np.where(future, -np.inf, scores)
    return join_heads(softmax(scores) @ V) @ Wo
