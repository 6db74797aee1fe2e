import math

import numpy as np

C = math.sqrt(2 / math.pi)
A = 0.044715


def _sigmoid(x):
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, e) / (1.0 + e)


def _phi_cdf(x):
    erf = np.array([math.erf(v / math.sqrt(2)) for v in x.ravel().tolist()]).reshape(x.shape)
    return 0.5 * (1 + erf)


def forward(name, x):
    z = x.astype(np.float64)
    if name == "relu":
        out = np.where(z > 0, z, 0.0)
    elif name == "leaky_relu":
        out = np.where(z > 0, z, 0.01 * z)
    elif name == "tanh":
        out = np.tanh(z)
    elif name == "sigmoid":
        out = _sigmoid(z)
    elif name == "silu":
        out = z * _sigmoid(z)
    elif name == "softplus":
        out = np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))
    elif name == "gelu":
        out = z * _phi_cdf(z)
    elif name == "gelu_tanh":
        out = 0.5 * z * (1 + np.tanh(C * (z + A * z**3)))
    else:
        raise ValueError(name)
    return out.astype(x.dtype)


def backward(name, x, dout):
    z = x.astype(np.float64)
    if name == "relu":
        d = np.where(z > 0, 1.0, 0.0)
    elif name == "leaky_relu":
        d = np.where(z > 0, 1.0, 0.01)
    elif name == "tanh":
        d = 1 - np.tanh(z) ** 2
    elif name == "sigmoid":
        s = _sigmoid(z)
        d = s * (1 - s)
    elif name == "silu":
        s = _sigmoid(z)
        d = s + z * s * (1 - s)
    elif name == "softplus":
        d = _sigmoid(z)
    elif name == "gelu":
        d = _phi_cdf(z) + z * np.exp(-0.5 * z * z) / math.sqrt(2 * math.pi)
    elif name == "gelu_tanh":
        t = np.tanh(C * (z + A * z**3))
        d = 0.5 * (1 + t) + 0.5 * z * (1 - t * t) * C * (1 + 3 * A * z * z)
    else:
        raise ValueError(name)
    return (dout * d).astype(x.dtype)
