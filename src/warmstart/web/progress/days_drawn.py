"""The calendar of practice: a column a week, a square a day, larger for more minutes; pure geometry."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

WEEKS = 26
CELL = 13
LEFT, TOP = 30, 18
SIDES = (2.0, 5.0, 7.0, 9.0, 11.0)
"""Of a square, by level: size tells the minutes, colour repeats it."""
LEVELS = (1, 15, 30, 60)
"""Least minutes of each level above 0."""


@dataclass(frozen=True, slots=True)
class Square:
    x: float
    y: float
    side: float
    level: int
    label: str


@dataclass(frozen=True, slots=True)
class Name:
    """Of a month, or of a day of the week."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Calendar:
    """`sentence`: the same in words."""

    squares: tuple[Square, ...]
    names: tuple[Name, ...]
    sentence: str
    width: int = LEFT + WEEKS * CELL + 2
    height: int = TOP + 7 * CELL + 2


def level_of(minutes: float) -> int:
    return sum(minutes >= least for least in LEVELS)


def calendar(minutes: Mapping[date, float], is_off: Callable[[date], bool], today: date) -> Calendar:
    """`minutes`: of days practised, 0: no clock ran. The last `WEEKS` weeks from Mondays on, up to today."""
    first = today - timedelta(days=today.weekday() + 7 * (WEEKS - 1))
    days = [first + timedelta(days=n) for n in range((today - first).days + 1)]
    squares = tuple(_square(day, (day - first).days, minutes.get(day), is_off(day)) for day in days)
    return Calendar(squares, (*_months(first), *_weekdays()), _sentence(minutes, days))


def _square(day: date, place: int, minutes: float | None, off: bool) -> Square:
    level = 0 if minutes is None else max(1, level_of(minutes))
    side = SIDES[level]
    week, weekday = divmod(place, 7)
    middle = CELL / 2
    return Square(
        x=LEFT + week * CELL + middle - side / 2,
        y=TOP + weekday * CELL + middle - side / 2,
        side=side,
        level=level,
        label=f"{day.day} {day:%b %Y}: {_words(minutes, off)}",
    )


def _words(minutes: float | None, off: bool) -> str:
    if minutes is None:
        return "day off" if off else "nothing"
    if not minutes:
        return "no clock ran"
    return f"{round(minutes)} min" if minutes >= 1 else "under a minute"


def _months(first: date) -> list[Name]:
    """Over the column of each month's first Monday; the first one only where there is room."""
    mondays = [first + timedelta(days=7 * week) for week in range(WEEKS)]
    begins = [n for n, monday in enumerate(mondays) if n == 0 or monday.month != mondays[n - 1].month]
    if len(begins) > 1 and begins[1] - begins[0] < 3:
        begins = begins[1:]
    return [Name(LEFT + n * CELL, TOP - 6, f"{mondays[n]:%b}") for n in begins if n < WEEKS - 1]


def _weekdays() -> list[Name]:
    return [
        Name(0, TOP + n * CELL + CELL / 2, name)
        for n, name in ((0, "Mon"), (2, "Wed"), (4, "Fri"), (6, "Sun"))
    ]


def _sentence(minutes: Mapping[date, float], days: list[date]) -> str:
    own = {day: minutes[day] for day in days if day in minutes}
    if not own:
        return f"Nothing practised in the last {WEEKS} weeks."
    some = f"{len(own)} of the last {len(days)} days {'has' if len(own) == 1 else 'have'} some practice"
    if not any(own.values()):
        return f"{some}; no clock ran."
    most = max(own, key=lambda day: (own[day], day))
    return f"{some}; most was on {most.day} {most:%b %Y}: {_words(own[most], off=False)}."
