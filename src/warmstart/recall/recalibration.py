"""Putting right the shown chance of recall by how often the learner did recall. Memories are not touched.

p' = sigmoid(a + b logit p), with priors a ~ N(0, .5) and b ~ N(1, .25) (variances). After every 25th
next-day review three Newton steps from the last (a, b) on the log posterior over all outcomes so far; from
the thousandth on after every 250th, and over the last 5,000, so that a long log costs no more.
A step is halved where it would lower the posterior; b is never below 0, or chances would rise as one forgets.
"""

from collections.abc import Mapping
from math import exp, log
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

EVERY, STEPS = 25, 3
MANY, SELDOM, MOST = 1000, 250, 5000
_LEAST = 1e-4
_VAR_A, _VAR_B = 0.5, 0.25
_ROUNDING, _SMALLEST = 1e-9, 1e-6
Array: TypeAlias = NDArray[np.float64]


class Recalibration:
    """A fold over (chance, recalled) of next-day reviews."""

    __slots__ = ("a", "b", "recalled", "seen", "z")

    def __init__(self) -> None:
        self.a, self.b, self.seen = 0.0, 1.0, 0
        self.z: list[float] = []
        self.recalled: list[bool] = []

    def shown(self, p: float) -> float:
        """The chance to show for a predicted one."""
        return _sigmoid(self.a + self.b * _logit(p))

    def add(self, p: float, recalled: bool) -> None:
        self.z.append(_logit(p))
        self.recalled.append(recalled)
        self.seen += 1
        if self.seen % (EVERY if self.seen <= MANY else SELDOM) == 0:
            del self.z[:-MOST], self.recalled[:-MOST]
            self._fit()

    def _fit(self) -> None:
        z, y = np.array(self.z), np.array(self.recalled, dtype=float)
        for _ in range(STEPS):
            q = 1.0 / (1.0 + np.exp(-(self.a + self.b * z)))
            slope = np.array([(y - q).sum() - self.a / _VAR_A, ((y - q) * z).sum() - (self.b - 1.0) / _VAR_B])
            v = q * (1.0 - q)
            mixed = (v * z).sum()
            bend = np.array([[v.sum() + 1.0 / _VAR_A, mixed], [mixed, (v * z * z).sum() + 1.0 / _VAR_B]])
            at_least = self.b <= 0.0 and slope[1] < 0.0
            step = np.array([slope[0] / bend[0, 0], 0.0]) if at_least else np.linalg.solve(bend, slope)
            self._step(z, y, step)

    def _step(self, z: Array, y: Array, step: Array) -> None:
        """Halved while it goes too far: far from the mode, a whole one may end where nothing is recalled."""
        least = _posterior(self.a, self.b, z, y)
        least -= _ROUNDING * (1.0 + abs(least))
        share = 1.0
        while True:
            a, b = self.a + share * float(step[0]), max(self.b + share * float(step[1]), 0.0)
            if share < _SMALLEST or _posterior(a, b, z, y) >= least:
                break
            share *= 0.5
        self.a, self.b = a, b

    def copy(self) -> "Recalibration":
        other = Recalibration()
        other.a, other.b, other.seen = self.a, self.b, self.seen
        other.z, other.recalled = list(self.z), list(self.recalled)
        return other

    def as_json(self) -> dict[str, Any]:
        outcomes = {"z": self.z, "recalled": [int(each) for each in self.recalled]}
        return {"a": self.a, "b": self.b, "seen": self.seen, **outcomes}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Recalibration":
        found = cls()
        found.a, found.b, found.seen = data["a"], data["b"], data["seen"]
        found.z, found.recalled = list(data["z"]), [bool(each) for each in data["recalled"]]
        return found


def _posterior(a: float, b: float, z: Array, y: Array) -> float:
    """Its logarithm, up to a constant."""
    x = a + b * z
    prior = a * a / _VAR_A + (b - 1.0) ** 2 / _VAR_B
    return float((y * x - np.logaddexp(0.0, x)).sum()) - 0.5 * prior


def _logit(p: float) -> float:
    kept = min(max(p, _LEAST), 1.0 - _LEAST)
    return log(kept / (1.0 - kept))


def _sigmoid(x: float) -> float:
    return 1.0 / (1.0 + exp(-x)) if x >= 0 else exp(x) / (1.0 + exp(x))
