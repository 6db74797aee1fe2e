"""Time spent, by week and kind of item."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from warmstart.web.progress.axes import Box, Tick

KINDS = ("problem", "question", "card")
NAMES = {"problem": "problems", "question": "questions", "card": "recall at sight"}
SHOWN = 12
BOX = Box(40, 10, 346, 150, inset=0)
BAR = 16


class Spent(NamedTuple):
    """Time that some item took on a (study) day."""

    day: date
    kind: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Part:
    """A kind's share of a week. `y`, `height`: of its piece of the bar."""

    kind: str
    name: str
    minutes: int
    y: float = 0.0
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class Week:
    """`monday`: its first day. `label`: where there is room for it under the bar."""

    monday: date
    parts: tuple[Part, ...]
    minutes: int
    x: float = 0.0
    label: str = ""

    @property
    def name(self) -> str:
        return f"week of {self.monday.day} {self.monday:%b %Y}"


@dataclass(frozen=True, slots=True)
class Weeks:
    """The last `SHOWN` weeks, oldest first, as a table and as bars."""

    weeks: tuple[Week, ...]
    ticks: tuple[Tick, ...]
    names: tuple[tuple[str, str], ...] = tuple(NAMES.items())
    box: Box = field(default=BOX)
    bar: int = BAR
    width: int = 360
    height: int = 176

    @property
    def minutes(self) -> int:
        return sum(week.minutes for week in self.weeks)

    @property
    def practised(self) -> tuple[Week, ...]:
        """For the table, newest first."""
        return tuple(week for week in reversed(self.weeks) if week.minutes)


def weeks(spent: Iterable[Spent], today: date) -> Weeks:
    """Times that were not told count for nothing."""
    first = first_monday(today)
    mondays = [first + timedelta(days=7 * n) for n in range(SHOWN)]
    seconds: defaultdict[tuple[date, str], float] = defaultdict(float)
    for day, kind, took in spent:
        seconds[_monday(day), kind if kind in KINDS else "card"] += took
    minutes = {monday: {kind: round(seconds[monday, kind] / 60) for kind in KINDS} for monday in mondays}
    most = _round_up(max(sum(own.values()) for own in minutes.values()))
    return Weeks(
        tuple(_week(n, monday, minutes[monday], most) for n, monday in enumerate(mondays)),
        tuple(Tick(BOX.upward(share), _hours(most * share)) for share in (0, 0.5, 1)),
    )


def first_monday(today: date) -> date:
    """With which the oldest of the weeks begins."""
    return _monday(today) - timedelta(days=7 * (SHOWN - 1))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _round_up(minutes: int) -> int:
    """To a full scale whose half is round, too: 60, 120, 240, ..., later whole hours of four."""
    for full in (20, 60, 120, 240):
        if minutes <= full:
            return full
    return -(-minutes // 240) * 240


def _hours(minutes: float) -> str:
    return f"{minutes:g} min" if minutes < 60 else f"{minutes / 60:g} h"


def _week(place: int, monday: date, minutes: dict[str, int], most: int) -> Week:
    parts: list[Part] = []
    total = 0
    for kind in KINDS:
        foot = BOX.upward(total / most)
        total += minutes[kind]
        head = BOX.upward(total / most)
        parts.append(Part(kind, NAMES[kind], minutes[kind], head, round(foot - head, 1)))
    step = (BOX.right - BOX.left) / SHOWN
    x = round(BOX.left + step * place + (step - BAR) / 2, 1)
    labelled = (SHOWN - 1 - place) % 3 == 0
    return Week(monday, tuple(parts), total, x, f"{monday.day} {monday:%b}" if labelled else "")
