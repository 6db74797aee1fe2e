"""A streak that forgives: days practised in a run that days off, and one missed day in seven, do not end."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

WITHIN = 7
"""Days in which one missed day is forgiven."""


@dataclass(frozen=True, slots=True)
class Streak:
    """`now`, `longest`: days practised in the run that reaches today, and in the longest one.

    `today`: practised already. `forgiven`: the last missed day within the run that reaches today.
    """

    now: int
    longest: int
    today: bool
    forgiven: int | None

    @property
    def sentence(self) -> str:
        if not self.longest:
            return "Nothing practised yet: the first day is the one on which you do something."
        if not self.now:
            return f"The next day of practice begins a run. The longest one had {_days(self.longest)}."
        run = f"{_days(self.now)} of practice in this run"
        if self.now == self.longest:
            return f"{run}; none was longer."
        return f"{run}; the longest one had {_days(self.longest)}."


def streak(practised: Collection[int], is_off: Callable[[int], bool], today: int) -> Streak:
    """Days are study days. A day off on which one practised counts; today is not missed until it is over.

    Of two missed days less than `WITHIN` apart the earlier one ends its run; the later one is forgiven.
    """
    days = {day for day in practised if day <= today}
    if not days:
        return Streak(0, 0, today=False, forgiven=None)
    run = longest = 0
    since_miss = 0
    missed: int | None = None
    for day in range(min(days), today + 1):
        if day in days:
            run, since_miss = run + 1, since_miss + 1
        elif day != today and not is_off(day):
            if missed is not None and day - missed < WITHIN:
                run = since_miss
            missed, since_miss = day, 0
        longest = max(longest, run)
    inside = missed is not None and run > since_miss
    return Streak(run, longest, today in days, missed if inside else None)


def _days(count: int) -> str:
    return f"{count} day{'' if count == 1 else 's'}"
