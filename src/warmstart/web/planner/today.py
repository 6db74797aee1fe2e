"""The first screen: what to do today, for how long, and why; planned anew whenever it is looked at."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from warmstart.plan.left_out import OVERRUN
from warmstart.web.planner.dates import days_until
from warmstart.web.planner.left_off import left_off
from warmstart.web.planner.wish import Wish
from warmstart.web.standing.agenda import Agenda, Listed, local_date
from warmstart.web.standing.decisions import Target
from warmstart.web.standing.facts import Facts
from warmstart.web.standing.outlook import Outlook
from warmstart.web.standing.outside import whole_agenda
from warmstart.web.standing.standing import Standing

TO_DO = {"review": "to review", "new": "new", "practice": "to practise"}


@dataclass(frozen=True, slots=True)
class TodayPage:
    """`day`: on the calendar there; `study_date`: whose study day it is. `counts`: `3 to review, 2 new`.

    `newcomer`: nothing was told or done yet. `placing`: the first questions wait. `outlook` None: no target.
    """

    day: date
    study_date: date
    interview: str
    is_past: bool
    agenda: Agenda
    counts: str
    outlook: Outlook | None
    wish: Wish
    left_off: Facts | None
    done: int
    day_off: bool
    newcomer: bool
    installed: bool
    placing: bool

    @property
    def runs_over(self) -> bool:
        """Whether the list is visibly longer than the minutes that there are."""
        return round(self.agenda.minutes) > round(self.agenda.wanted)

    @property
    def most_over(self) -> float:
        return OVERRUN


def today_page(standing: Standing, outlook: Outlook | None, wish: Wish) -> TodayPage:
    agenda = whole_agenda(standing, wish.minutes)
    day = standing.at.astimezone(standing.zone).date()
    target = standing.target
    return TodayPage(
        day=day,
        study_date=local_date(standing),
        interview=_interview(target, day),
        is_past=target is not None and target.date is not None and target.date < day,
        agenda=agenda,
        counts=_counts(agenda.items),
        outlook=outlook,
        wish=wish,
        left_off=left_off(standing.person, standing.items),
        done=len(standing.today),
        day_off=standing.off.is_off(local_date(standing)),
        newcomer=target is None and not standing.placed and standing.empty,
        installed=any(facts.live for facts in standing.items.values()),
        placing=target is not None and not standing.placed,
    )


def _interview(target: Target | None, day: date) -> str:
    """`The interview at Example (ML engineer) is in 18 days.`; empty: no date yet."""
    if target is None or target.date is None:
        return ""
    where = f" at {target.company}" if target.company else ""
    verb = "is" if target.date >= day else "was"
    return f"The interview{where} ({target.role}) {verb} {days_until(target.date, day)}."


def _counts(items: tuple[Listed, ...]) -> str:
    found = Counter(each.kind for each in items)
    return ", ".join(f"{found[kind]} {said}" for kind, said in TO_DO.items() if found[kind])
