"""Chances that were told, against what came: in bins of equally many, with scores."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log, sqrt

BINS = 10
CLIP = 1e-6
NORMAL = 1.96

Pair = tuple[float, float]
"""A chance, and what came: 1 it did, 0 it did not, between them a share of the points."""


@dataclass(frozen=True, slots=True)
class Bin:
    """`told`: mean chance; `low`, `high`: where the true share lies, nineteen times in twenty."""

    first: float
    last: float
    count: int
    told: float
    came: float
    low: float
    high: float

    @property
    def share(self) -> float:
        return self.came / self.count

    @property
    def interval(self) -> str:
        return f"{round(100 * self.low)} to {round(100 * self.high)} %"

    @property
    def name(self) -> str:
        ends = [f"{100 * end:.1f}".removesuffix(".0") for end in (self.first, self.last)]
        return f"{ends[0]} %" if ends[0] == ends[1] else f"{ends[0]} to {ends[1]} %"


@dataclass(frozen=True, slots=True)
class Binned:
    """`brier`: mean squared distance. `gap`: mean distance of a bin's told and true share (ECE)."""

    count: int
    told: float
    came: float
    brier: float
    log_loss: float
    gap: float
    bins: tuple[Bin, ...]


def binned(pairs: Sequence[Pair], bins: int = BINS) -> Binned | None:
    """Bins of equally many, by chance; fewer where there are fewer pairs. None: no pairs."""
    if not pairs:
        return None
    ordered = sorted(pairs)
    n, parts = len(ordered), min(bins, len(ordered))
    cuts = [n * part // parts for part in range(parts + 1)]
    made = tuple(_bin(ordered[a:b]) for a, b in pairwise(cuts))
    return Binned(
        count=n,
        told=sum(p for p, _ in ordered) / n,
        came=sum(came for _, came in ordered) / n,
        brier=sum((p - came) ** 2 for p, came in ordered) / n,
        log_loss=sum(_loss(p, came) for p, came in ordered) / n,
        gap=sum(each.count * abs(each.told - each.share) for each in made) / n,
        bins=made,
    )


def _loss(chance: float, came: float) -> float:
    held = min(max(chance, CLIP), 1 - CLIP)
    return -(came * log(held) + (1 - came) * log(1 - held))


def _bin(own: Sequence[Pair]) -> Bin:
    n, came = len(own), sum(came for _, came in own)
    return Bin(own[0][0], own[-1][0], n, sum(p for p, _ in own) / n, came, *wilson(came, n))


def wilson(came: float, n: int) -> tuple[float, float]:
    """Interval for a share at 95 %. Wilson 1927."""
    share, z2 = came / n, NORMAL * NORMAL
    middle = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = NORMAL / (1 + z2 / n) * sqrt(share * (1 - share) / n + z2 / (4 * n * n))
    return max(0.0, middle - half), min(1.0, middle + half)
