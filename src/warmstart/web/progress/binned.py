"""Chances that were told, against what came: their picture; pure geometry."""

from dataclasses import dataclass, field

from warmstart.skills.reliability import Bin, Binned
from warmstart.web.progress.axes import Box, Tick, points

WIDTH, HEIGHT = 360, 262
BOX = Box(48, 12, 344, 216, inset=12)
LEAST, MOST = 2.5, 5.5
"""Radius of the dot of a bin with one, and of the fullest."""


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
