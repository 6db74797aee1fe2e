"""Convolution by a loop over the places of the kernel: each meets a strided view of the padded image."""

import numpy as np


def forward(
    x: np.ndarray, w: np.ndarray, b: np.ndarray, stride: int, padding: int, dilation: int
) -> tuple[np.ndarray, object]:
    """x: (N, C, H, W); w: (K, C, kh, kw); b: (K,). Returns (out, cache); out: (N, K, H', W')."""
    # <starter>
    sides = (0, 0), (0, 0), (padding, padding), (padding, padding)
    padded = np.pad(x, sides)
    size = [
        (full - dilation * (kernel - 1) - 1) // stride + 1 for full, kernel in zip(padded.shape[2:], w.shape[2:])
    ]
    out = np.zeros((len(x), len(w), *size), dtype=x.dtype) + b[:, None, None]
    for u, v in np.ndindex(w.shape[2:]):
        met = padded[_met(u, v, size, stride, dilation)]
        out += np.einsum("kc,ncij->nkij", w[:, :, u, v], met)
    return out, (padded, w, stride, padding, dilation)
    # </starter>


def backward(dout: np.ndarray, cache: object) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """dout: (N, K, H', W'). Returns (dx, dw, db) in the shapes and the dtype of x, w, b."""
    # <starter>
    padded, w, stride, padding, dilation = cache
    dpadded, dw = np.zeros_like(padded), np.zeros_like(w)
    for u, v in np.ndindex(w.shape[2:]):
        met = _met(u, v, dout.shape[2:], stride, dilation)
        dw[:, :, u, v] = np.einsum("nkij,ncij->kc", dout, padded[met])
        dpadded[met] += np.einsum("kc,nkij->ncij", w[:, :, u, v], dout)
    height, width = padded.shape[2:]
    dx = dpadded[:, :, padding : height - padding, padding : width - padding]
    return dx, dw, dout.sum(axis=(0, 2, 3))
    # </starter>


# <starter>
def _met(u, v, size, stride, dilation):
    """Index of the pixels that place (u, v) of the kernel meets, over all outputs."""
    starts = u * dilation, v * dilation
    down, right = (slice(a, a + stride * (n - 1) + 1, stride) for a, n in zip(starts, size))
    return slice(None), slice(None), down, right
# </starter>
