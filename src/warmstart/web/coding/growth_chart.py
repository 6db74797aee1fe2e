"""Measured points and fitted curves on log-log axes, as places in an SVG picture; pure geometry."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from warmstart.judge.complexity import LEAST_POINTS, Complexity, Fit, fits, not_excluded
from warmstart.judge.growth import WEIGHTY, GrowthReport

WIDTH, HEIGHT = 320, 220
LEFT, RIGHT, TOP, BOTTOM = 44, 276, 12, 184
"""The plot's box within the picture; texts stand around it."""
INSET = 8
MOST_TICKS = 6
STEPS = 32
"""Of a drawn curve."""

Place = tuple[int, float]


@dataclass(frozen=True, slots=True)
class Tick:
    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Marker:
    """A measured point; `label` is what a pointer resting on it is told."""

    x: float
    y: float
    label: str


@dataclass(frozen=True, slots=True)
class Series:
    """One meter. `kind` chooses shape and stroke. `curve`: points of a polyline, empty without a fit."""

    kind: str
    name: str
    fitted: str
    markers: tuple[Marker, ...]
    curve: str


@dataclass(frozen=True, slots=True)
class Chart:
    """`right`: ticks of a second scale, where there is one."""

    id: str
    title: str
    description: str
    bottom: tuple[Tick, ...]
    left: tuple[Tick, ...]
    right: tuple[Tick, ...]
    series: tuple[Series, ...]
    width: int = WIDTH
    height: int = HEIGHT
    box: tuple[int, int, int, int] = (LEFT, TOP, RIGHT, BOTTOM)


@dataclass(frozen=True, slots=True)
class Scale:
    """Logarithmic: `low` and `high` are decimal logarithms, at the places `start` and `end`."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        share = (math.log10(value) - self.low) / (self.high - self.low)
        return round(self.start + share * (self.end - self.start), 1)

    def holds(self, value: float) -> bool:
        return value > 0 and self.low <= math.log10(value) <= self.high

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """Powers of ten, and 2 and 5 times those where there are too few."""
        decades = range(math.floor(self.low), math.ceil(self.high) + 1)
        values = [10.0**d for d in decades if self.low <= d <= self.high]
        if len(values) < 2:
            fine = (m * 10.0**d for d in decades for m in (1, 2, 5))
            values = [value for value in fine if self.holds(value)]
        values = values[:: math.ceil(len(values) / MOST_TICKS) or 1]
        return tuple(Tick(self.at(value), short(value)) for value in values)


def short(value: float) -> str:
    """1,000 as `1k`: there is little room beside an axis."""
    for size, letter in ((1e12, "T"), (1e9, "G"), (1e6, "M"), (1e3, "k")):
        if value >= size:
            return f"{value / size:.3g}{letter}"
    return f"{value:.3g}"


@lru_cache(maxsize=128)  # fitting takes milliseconds, and what was measured never changes
def time_chart(report: GrowthReport) -> Chart | None:
    """Counted steps (left) and CPU time (right) against n; None: neither was measured.

    Both scales have the same decades to the inch, so that equal slopes are equal growth.
    """
    counts = _positive((p.n, p.count) for p in report.points)
    clock = _positive((p.n, None if p.cpu is None else p.cpu * 1000) for p in report.points)
    if not counts and not clock:
        return None
    x = _across([*counts, *clock])
    span = 1.2 * max(_span(counts), _span(clock), 0.5)
    left, right = _upward(_least(counts), span), _downward(_most(clock), span)
    series = (
        _series("steps", "counted steps", counts, x, left, _of_counts(counts, report.time.complexity)),
        _series("clock", "CPU ms", clock, x, right, _of(clock, report.time.complexity)),
    )
    return Chart(
        "time",
        "Time against n",
        f"Both axes are logarithmic, so a straight line is a power of n. {report.time.sentence}.",
        x.ticks,
        left.ticks if counts else (),
        right.ticks if clock else (),
        tuple(one for one in series if one.markers),
    )


@lru_cache(maxsize=128)
def memory_chart(report: GrowthReport) -> Chart | None:
    """Peak memory beyond the input, in MiB, against n; None: it was never above nothing."""
    peaks = _positive((p.n, p.peak_mib) for p in report.points)
    if not peaks:
        return None
    x, y = _across(peaks), _upward(_least(peaks), 1.2 * max(_span(peaks), 0.5))
    heavy = [(n, peak) for n, peak in peaks if peak >= WEIGHTY]
    return Chart(
        "memory",
        "Peak memory against n",
        f"Both axes are logarithmic, so a straight line is a power of n. {report.space.sentence}.",
        x.ticks,
        y.ticks,
        (),
        (_series("peak", "peak MiB", peaks, x, y, _of(heavy, report.space.complexity)),),
    )


def _positive(points: Iterable[tuple[int, float | None]]) -> list[Place]:
    """A logarithm shows nothing else."""
    return [(n, cost) for n, cost in points if n > 0 and cost is not None and cost > 0]


def _least(points: Sequence[Place]) -> float:
    return min((math.log10(cost) for _, cost in points), default=0.0)


def _most(points: Sequence[Place]) -> float:
    return max((math.log10(cost) for _, cost in points), default=0.0)


def _span(points: Sequence[Place]) -> float:
    """In decades."""
    return _most(points) - _least(points)


def _across(points: Sequence[Place]) -> Scale:
    logs = [math.log10(n) for n, _ in points]
    low, high = min(logs), max(logs)
    return Scale(low, max(high, low + 0.3), LEFT + INSET, RIGHT - INSET)


def _upward(low: float, span: float) -> Scale:
    """From the least cost at the foot."""
    return Scale(low, low + span, BOTTOM - INSET, TOP + INSET)


def _downward(high: float, span: float) -> Scale:
    """From the greatest cost at the head: two series of equal slope then do not cover each other."""
    return Scale(high - span, high, BOTTOM - INSET, TOP + INSET)


def _of(points: Sequence[Place], complexity: Complexity | None) -> Fit | None:
    """The fit of one class."""
    return next((fit for fit in _ranked(points) if fit.complexity is complexity), None)


def _of_counts(points: Sequence[Place], complexity: Complexity | None) -> Fit | None:
    """The fit of the class that was told, where counts speak for it; else of their own best one."""
    ranked = _ranked(points)
    if complexity is None or not ranked:
        return None
    return _of(points, complexity) if complexity in not_excluded(ranked) else ranked[0]


def _ranked(points: Sequence[Place]) -> tuple[Fit, ...]:
    if len(points) < LEAST_POINTS:
        return ()
    try:
        return fits([n for n, _ in points], [cost for _, cost in points])
    except OverflowError:  # an exponential through large sizes that lie close together
        return ()


def _series(kind: str, name: str, points: Sequence[Place], x: Scale, y: Scale, fit: Fit | None) -> Series:
    markers = tuple(Marker(x.at(n), y.at(cost), f"n = {n:,}: {cost:,.6g} {name}") for n, cost in points)
    if fit is None:
        return Series(kind, name, "", markers, "")
    return Series(kind, name, str(fit.complexity), markers, _curve(fit, points, x, y))


def _curve(fit: Fit, points: Sequence[Place], x: Scale, y: Scale) -> str:
    """Only over the sizes that were measured, and only what lies in the box."""
    first, last = points[0][0], points[-1][0]
    sizes = [first * (last / first) ** (step / STEPS) for step in range(STEPS + 1)]
    drawn = ((x.at(n), y.at(cost)) for n in sizes if (cost := fit.at(n)) > 0)
    return " ".join(f"{across},{up}" for across, up in drawn if TOP <= up <= BOTTOM)
