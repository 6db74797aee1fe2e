"""How good predicted chances of recall are: log loss, AUC, calibration, and the RMSE of the bins that
srs-benchmark uses (by days gone, reviews and lapses so far; it can be gamed, so never on its own)."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from math import floor, log

import numpy as np

BINS_OF_ECE, LEAST = 15, 1e-6


@dataclass(frozen=True, slots=True)
class Asked:
    """One next-day review: before it, whole `days` gone, `reviews` and `lapses` so far."""

    recalled: bool
    days: int
    reviews: int
    lapses: int

    @property
    def bin(self) -> tuple[float, float, float]:
        return (
            _step(max(self.days, 1), 2.48, 3.62),
            _step(self.reviews, 1.99, 1.89),
            _step(self.lapses, 1.65, 1.73) if self.lapses else 0.0,
        )


def _step(value: int, scale: float, base: float) -> float:
    return round(scale * base ** floor(log(value) / log(base)), 2)


@dataclass(frozen=True, slots=True)
class Scores:
    log_loss: float
    auc: float
    rmse_bins: float
    ece: float

    def __str__(self) -> str:
        return (
            f"log loss {self.log_loss:.4f}  AUC {self.auc:.3f}"
            f"  RMSE(bins) {self.rmse_bins:.4f}  ECE {self.ece:.3f}"
        )

    def as_json(self) -> dict[str, float]:
        return asdict(self)


def losses(told: Sequence[float], asked: Sequence[Asked]) -> np.ndarray:
    """Of each review, in nats."""
    p = np.clip(np.array(told), LEAST, 1 - LEAST)
    return -np.log(np.where(np.array([each.recalled for each in asked]), p, 1 - p))


def scores(told: Sequence[float], asked: Sequence[Asked]) -> Scores:
    p, y = np.array(told), np.array([float(each.recalled) for each in asked])
    return Scores(float(losses(told, asked).mean()), _auc(p, y), _rmse_bins(p, y, asked), _ece(p, y))


def _auc(p: np.ndarray, y: np.ndarray) -> float:
    """The chance that a recalled one was given more than a forgotten one; ties count half."""
    _, place, count = np.unique(p, return_inverse=True, return_counts=True)
    rank = (np.cumsum(count) - (count - 1) / 2)[place]
    right = y.sum()
    wrong = len(y) - right
    if not right or not wrong:
        return 0.5
    return float((rank[y > 0].sum() - right * (right + 1) / 2) / (right * wrong))


def _ece(p: np.ndarray, y: np.ndarray) -> float:
    parts = np.array_split(np.argsort(p, kind="stable"), BINS_OF_ECE)
    return float(sum(abs(p[part].sum() - y[part].sum()) for part in parts) / len(p))


def _rmse_bins(p: np.ndarray, y: np.ndarray, asked: Sequence[Asked]) -> float:
    bins: dict[tuple[float, float, float], list[int]] = {}
    for place, each in enumerate(asked):
        bins.setdefault(each.bin, []).append(place)
    squares = sum(len(part) * (p[part].mean() - y[part].mean()) ** 2 for part in bins.values())
    return float(np.sqrt(squares / len(p)))
