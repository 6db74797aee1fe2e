"""How much was practised and when: streak, calendar, weeks."""

from dataclasses import dataclass
from datetime import date

from warmstart.web.progress.days_drawn import Calendar, calendar
from warmstart.web.progress.past import goes_between
from warmstart.web.progress.streak import Streak, streak
from warmstart.web.progress.weeks import Spent, Weeks, first_monday, weeks
from warmstart.web.standing.goes import Go
from warmstart.web.standing.standing import Standing


@dataclass(frozen=True, slots=True)
class TimeSpent:
    """`untimed`: goes of those weeks without a clock: they count as done, not as time."""

    streak: Streak
    calendar: Calendar
    weeks: Weeks
    untimed: int


def streak_of(standing: Standing) -> Streak:
    return streak(
        standing.days.keys(), lambda day: standing.off.is_off(date.fromordinal(day)), standing.study_day
    )


def time_spent(standing: Standing) -> TimeSpent:
    today = date.fromordinal(standing.study_day)
    minutes = {date.fromordinal(day): total.seconds / 60 for day, total in standing.days.items()}
    goes = goes_between(standing, first_monday(today).toordinal(), standing.study_day)
    return TimeSpent(
        streak_of(standing),
        calendar(minutes, standing.off.is_off, today),
        weeks((_spent(go) for go in goes if go.seconds is not None), today),
        sum(go.seconds is None for go in goes),
    )


def _spent(go: Go) -> Spent:
    """A recall at sight counts with the cards, whatever was recalled."""
    kind = "card" if go.kind == "sight" else go.kind
    return Spent(date.fromordinal(go.study_day), kind, float(go.seconds or 0))
