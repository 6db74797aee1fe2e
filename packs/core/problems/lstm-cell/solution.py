"""An LSTM step, its backward pass and the loop over a sequence."""

import numpy as np


# <starter>
def _sigmoid(z):
    return (1 + np.tanh(z / 2)) / 2
# </starter>


def step(
    x: np.ndarray, h: np.ndarray, c: np.ndarray, params: tuple
) -> tuple[np.ndarray, np.ndarray, object]:
    """One step. x: (n, d); h, c: (n, m); params = (Wx, Wh, b), blocks i, f, g, o. Returns (h_new, c_new, cache)."""
    # <starter>
    Wx, Wh, b = params
    z_i, z_f, z_g, z_o = np.split(x @ Wx + h @ Wh + b, 4, axis=1)
    i, f, g, o = _sigmoid(z_i), _sigmoid(z_f), np.tanh(z_g), _sigmoid(z_o)
    c_new = f * c + i * g
    return o * np.tanh(c_new), c_new, (x, h, c, Wx, Wh, i, f, g, o, np.tanh(c_new))
    # </starter>


def step_backward(dh_new: np.ndarray, dc_new: np.ndarray, cache: object) -> tuple[np.ndarray, ...]:
    """Gradients of one step: (dx, dh, dc, dWx, dWh, db), from those of its two results."""
    # <starter>
    x, h, c, Wx, Wh, i, f, g, o, tau = cache
    cell = dc_new + dh_new * o * (1 - tau**2)
    dz_i = cell * g * i * (1 - i)
    dz_f = cell * c * f * (1 - f)
    dz_g = cell * i * (1 - g**2)
    dz_o = dh_new * tau * o * (1 - o)
    dz = np.concatenate([dz_i, dz_f, dz_g, dz_o], axis=1)
    return dz @ Wx.T, dz @ Wh.T, cell * f, x.T @ dz, h.T @ dz, dz.sum(axis=0)
    # </starter>


def forward(X: np.ndarray, h: np.ndarray, c: np.ndarray, params: tuple) -> tuple[np.ndarray, np.ndarray]:
    """Both states after every step: H, C of shape (T, n, m). X: (T, n, d); h, c: (n, m)."""
    # <starter>
    H, C = [], []
    for x in X:
        h, c, _ = step(x, h, c, params)
        H.append(h)
        C.append(c)
    return np.stack(H), np.stack(C)
    # </starter>
