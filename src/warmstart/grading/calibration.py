"""From features to probabilities: logistic curves, fitted on the exemplars of the packs' questions."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from warmstart.grading.table import Array

WEIGHTS = Path(__file__).parent / "weights.json"


@dataclass(frozen=True, slots=True)
class Curve:
    """weights: of the terms that `terms` makes of features less `mean` by `scale`."""

    mean: Array
    scale: Array
    weights: Array

    def probability(self, rows: Array) -> Array:
        """(n,) of (n, features)."""
        scores = terms((rows - self.mean) / self.scale) @ self.weights
        return np.asarray(1 / (1 + np.exp(-np.clip(scores, -30, 30))), np.float32)


def terms(z: Array) -> Array:
    """(n, features) to (n, features + squares and products + 1): what depends on what; the last is 1."""
    one, two = np.triu_indices(z.shape[1])
    bounded = np.clip(z, -3, 3)
    return np.asarray(np.c_[z, bounded[:, one] * bounded[:, two], np.ones(len(z))], np.float32)


@dataclass(frozen=True, slots=True)
class Curves:
    """What a reader would say.

    touched: the point is made, in part, or its opposite is asserted; denied: its opposite, if it is touched;
    full: the point is made whole; wrong: the mistake is asserted.
    """

    touched: Curve
    denied: Curve
    full: Curve
    wrong: Curve


@cache
def curves() -> Curves:
    """Those that scripts/fit-grader wrote, read at the first call."""
    return from_json(json.loads(WEIGHTS.read_text("utf-8")))


def from_json(values: Mapping[str, Mapping[str, Sequence[float]]]) -> Curves:
    return Curves(*(_curve(values[name]) for name in Curves.__slots__))


def to_json(given: Curves) -> dict[str, Any]:
    """Rounded to what decides nothing, so that the file can be read and compared."""
    return {
        name: {key: _rounded(getattr(getattr(given, name), key)) for key in Curve.__slots__}
        for name in Curves.__slots__
    }


def _curve(values: Mapping[str, Sequence[float]]) -> Curve:
    return Curve(*(np.array(values[key], np.float32) for key in Curve.__slots__))


def _rounded(values: Array) -> list[float]:
    return [round(float(value), 4) for value in values]
