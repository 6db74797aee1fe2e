"""Inverted dropout: one array of factors ties the two directions together."""

import numpy as np


class Dropout:
    """Drops each entry with probability p during training; the identity otherwise."""

    def __init__(self, p: float) -> None:
        # <starter>
        self._p = p
        # </starter>

    def forward(self, x: np.ndarray, train: bool, rng: np.random.Generator) -> np.ndarray:
        """x with entries dropped and the others scaled up; draws rng.random(x.shape) once, if train."""
        # <starter>
        self._factor = np.ones_like(x)
        if train:
            self._factor = (rng.random(x.shape) >= self._p).astype(x.dtype) / (1 - self._p)
        return x * self._factor
        # </starter>

    def backward(self, dout: np.ndarray) -> np.ndarray:
        """Gradient with respect to the x of the latest forward."""
        # <starter>
        return dout * self._factor
        # </starter>
