import numpy as np


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, e) / (1 + e)


def step(x, h, c, params):
    Wx, Wh, b = params
    zi, zf, zg, zo = np.split(x @ Wx + h @ Wh + b, 4, axis=1)
    i, f, g, o = sigmoid(zi), sigmoid(zf), np.tanh(zg), sigmoid(zo)
    c_new = f * c + i * g
    tc = np.tanh(c_new)
    return o * tc, c_new, (x, h, c, Wx, Wh, i, f, g, o, tc)


def step_backward(dh_new, dc_new, cache):
    x, h, c, Wx, Wh, i, f, g, o, tc = cache
    do = dh_new * tc
    dct = dc_new + dh_new * o * (1 - tc * tc)
    dz = np.concatenate(
        [dct * g * i * (1 - i), dct * c * f * (1 - f), dct * i * (1 - g * g), do * o * (1 - o)], axis=1
    )
    return dz @ Wx.T, dz @ Wh.T, dct * f, x.T @ dz, h.T @ dz, dz.sum(axis=0)


def forward(X, h, c, params):
    H, C = [], []
    for x in X:
        h, c, _ = step(x, h, c, params)
        H.append(h)
        C.append(c)
    return np.stack(H), np.stack(C)
