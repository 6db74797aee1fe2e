import numpy as np


def _windows(H, W, kh, kw, s, p, d):
    Ho = (H + 2 * p - d * (kh - 1) - 1) // s + 1
    Wo = (W + 2 * p - d * (kw - 1) - 1) // s + 1
    for u in range(kh):
        for v in range(kw):
            yield u, v, slice(u * d, u * d + (Ho - 1) * s + 1, s), slice(v * d, v * d + (Wo - 1) * s + 1, s)


def forward(x, w, b, stride, padding, dilation):
    p = padding
    N, C, H, W = x.shape
    K, _, kh, kw = w.shape
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    out = 0
    for u, v, r, c in _windows(H, W, kh, kw, stride, p, dilation):
        out = out + np.einsum("kc,ncij->nkij", w[:, :, u, v], xp[:, :, r, c], optimize=True)
    out = out + b[None, :, None, None]
    return out, (xp, x.shape, w.copy(), stride, p, dilation)


def backward(dout, cache):
    xp, (N, C, H, W), w, stride, p, dilation = cache
    K, _, kh, kw = w.shape
    dxp = np.zeros_like(xp)
    dw = np.zeros_like(w)
    for u, v, r, c in _windows(H, W, kh, kw, stride, p, dilation):
        dw[:, :, u, v] = np.einsum("nkij,ncij->kc", dout, xp[:, :, r, c], optimize=True)
        dxp[:, :, r, c] += np.einsum("kc,nkij->ncij", w[:, :, u, v], dout, optimize=True)
    return dxp[:, :, p : p + H, p : p + W].copy(), dw, dout.sum(axis=(0, 2, 3))
