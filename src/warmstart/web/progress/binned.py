"""Chances that were told, against what came: bins, scores and their picture; pure."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import log, sqrt

from warmstart.web.progress.axes import Box, Tick, points

BINS = 10
CLIP = 1e-6
NORMAL = 1.96
WIDTH, HEIGHT = 360, 262
BOX = Box(48, 12, 344, 216, inset=12)
LEAST, MOST = 2.5, 5.5
"""Radius of the dot of a bin with one, and of the fullest."""

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


@dataclass(frozen=True, slots=True)
class Dot:
    """A bin. `label`: what a pointer resting on it is told."""

    x: float
    y: float
    top: float
    bottom: float
    radius: float
    label: str


@dataclass(frozen=True, slots=True)
class Picture:
    """`diagonal`: where chance and outcome agree; `curve`: through the dots."""

    dots: tuple[Dot, ...]
    curve: str
    diagonal: str
    left: tuple[Tick, ...] = BOX.percents
    bottom: tuple[Tick, ...] = BOX.percents_across
    box: Box = field(default=BOX)
    width: int = WIDTH
    height: int = HEIGHT


def picture(found: Binned) -> Picture:
    most = max(each.count for each in found.bins)
    dots = tuple(_dot(each, most) for each in found.bins)
    ends = [(BOX.across(at), BOX.upward(at)) for at in (0, 1)]
    return Picture(dots, points((dot.x, dot.y) for dot in dots), points(ends))


def _dot(each: Bin, most: int) -> Dot:
    return Dot(
        BOX.across(each.told),
        BOX.upward(each.share),
        BOX.upward(each.high),
        BOX.upward(each.low),
        round(LEAST + (MOST - LEAST) * (each.count / most) ** 0.5, 1),
        f"{each.name} told: {each.came:.3g} of {each.count} came",
    )
