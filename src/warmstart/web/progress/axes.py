"""What the charts of this slice share: a plot's box, its scales and ticks; pure geometry."""

from collections.abc import Iterable
from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Tick:
    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Box:
    """A plot within its picture; texts stand around it."""

    left: float
    top: float
    right: float
    bottom: float
    inset: float = 8

    def across(self, share: float) -> float:
        """0 at the left, 1 at the right."""
        return round(self.left + self.inset + share * (self.right - self.left - 2 * self.inset), 1)

    def upward(self, share: float) -> float:
        """0 at the foot, 1 at the head."""
        return round(self.bottom - self.inset - share * (self.bottom - self.top - 2 * self.inset), 1)

    @property
    def percents(self) -> tuple[Tick, ...]:
        return tuple(Tick(self.upward(at / 100), f"{at} %") for at in (0, 25, 50, 75, 100))

    @property
    def percents_across(self) -> tuple[Tick, ...]:
        return tuple(Tick(self.across(at / 100), f"{at} %") for at in (0, 25, 50, 75, 100))


def points(places: Iterable[Point]) -> str:
    """For a polyline or polygon."""
    return " ".join(f"{x:g},{y:g}" for x, y in places)
