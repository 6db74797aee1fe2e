"""Logged forecasts of a round over time, as a band in an SVG picture; pure geometry."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from warmstart.web.progress.axes import Box, Tick, points
from warmstart.web.progress.interval import range_words

WIDTH, HEIGHT = 334, 190
BOX = Box(44, 10, 310, 156)


class Told(NamedTuple):
    """What was forecast on a day: the range of the chance to pass, 0 to 1."""

    day: date
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Mark:
    """One forecast. `label`: what a pointer resting on it is told."""

    x: float
    top: float
    bottom: float
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """`band`: points of a polygon, empty where only one day was told."""

    id: str
    title: str
    description: str
    band: str
    marks: tuple[Mark, ...]
    bottom: tuple[Tick, ...]
    left: tuple[Tick, ...]
    interview: float | None
    box: Box = field(default=BOX)
    width: int = WIDTH
    height: int = HEIGHT


def forecast_chart(id: str, title: str, told: Sequence[Told], interview: date | None) -> Chart | None:
    """`told`: oldest first, one a day. `interview`: drawn where it is known and not before the first day."""
    if not told:
        return None
    first, last = told[0].day, told[-1].day
    end = interview if interview is not None and interview > last else last
    span = max((end - first).days, 1)
    places = [(BOX.across((each.day - first).days / span), each) for each in told]
    marks = tuple(_mark(x, each) for x, each in places)
    outline = [(m.x, m.top) for m in marks] + [(m.x, m.bottom) for m in reversed(marks)]
    shown = interview is not None and interview >= first
    return Chart(
        id=id,
        title=title,
        description=_described(told),
        band=points(outline) if len(marks) > 1 else "",
        marks=marks,
        bottom=_days(first, span),
        left=BOX.percents,
        interview=BOX.across((interview - first).days / span) if shown and interview else None,
    )


def _mark(x: float, each: Told) -> Mark:
    label = f"{each.day.day} {each.day:%b}: {range_words(each.low, each.high)}"
    return Mark(x, BOX.upward(each.high), BOX.upward(each.low), label)


def _described(told: Sequence[Told]) -> str:
    first, last = told[0], told[-1]
    now = range_words(last.low, last.high)
    if len(told) == 1:
        return f"One forecast so far, of {first.day.day} {first.day:%b}: a chance to pass of {now}."
    then = range_words(first.low, first.high)
    return (
        f"Chance to pass as it was forecast on {len(told)} days: {then} on {first.day.day} {first.day:%b}, "
        f"{now} on {last.day.day} {last.day:%b}."
    )


def _days(first: date, span: int) -> tuple[Tick, ...]:
    """At most four, whole days."""
    step = -(-span // 3)
    return tuple(
        Tick(BOX.across(n / span), f"{day.day} {day:%b}")
        for n in range(0, span + 1, step)
        for day in [first + timedelta(days=n)]
    )
