import numpy as np


class Dropout:
    def __init__(self, p):
        self.p = p
        self.mask = None

    def forward(self, x, train, rng):
        if not train:
            self.mask = None
            return x.copy()
        self.mask = rng.random(x.shape) >= self.p
        return self._apply(x)

    def backward(self, dout):
        if self.mask is None:
            return dout.copy()
        return self._apply(dout)

    def _apply(self, a):
        return (np.where(self.mask, a, 0.0) / (1.0 - self.p)).astype(a.dtype)
