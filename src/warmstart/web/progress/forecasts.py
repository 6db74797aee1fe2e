"""Forecasts as they were logged, and what became of the rounds they spoke of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from warmstart.recall.days import study_day
from warmstart.web.accounts.models import Person
from warmstart.web.attempts.models import Entry, EntryKind
from warmstart.web.progress.debriefs import Interview, Result
from warmstart.web.progress.rounds import title_of


@dataclass(frozen=True, slots=True)
class Forecast:
    """Of one round, made on one study day. `p`: best estimate of the chance to pass, None: not logged.

    `low`, `high`: the range that was shown. `late`: made when the round was over.
    """

    day: date
    interview: str
    target: UUID
    round: str
    title: str
    p: float | None
    low: float
    high: float
    result: Result = Result.UNTOLD
    late: bool = False

    @property
    def judged(self) -> bool:
        """Its outcome was told: now `p` can be shown beside it. Before, only the range is."""
        return self.result.came is not None

    @property
    def outcome(self) -> str:
        if self.late:
            return "made afterwards"
        return "none yet" if self.result is Result.UNTOLD else self.result.words


def forecasts_of(person: Person, interviews: Sequence[Interview], zone: ZoneInfo) -> list[Forecast]:
    """Oldest first; those that cannot be read are left out."""
    rows = Entry.objects.filter(person=person, kind=EntryKind.FORECAST).order_by("at", "pk")
    return [each for row in rows for each in read_forecasts(row, interviews, zone)]


def read_forecasts(row: Entry, interviews: Iterable[Interview], zone: ZoneInfo) -> list[Forecast]:
    """A forecast a round. What was made after the day that a debrief names, or after the round's outcome
    was told, is held to nothing.
    """
    target = str(row.data.get("target", ""))
    interview = next((each for each in interviews if target in map(str, each.targets)), None)
    try:
        day = date.fromordinal(int(row.data.get("study_day") or study_day(row.at, zone)))
        told = [_read(data, day, target, interview, zone) for data in row.data.get("rounds", ())]
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError):
        return []
    return told


def _chance(number: Any) -> float:
    """ValueError: none."""
    chance = float(number)
    if not 0 <= chance <= 1:
        raise ValueError(f"want a chance from 0 to 1, not {chance}")
    return chance


def _read(
    data: dict[str, Any], day: date, target: str, interview: Interview | None, zone: ZoneInfo
) -> Forecast:
    p, round_id = data.get("p"), str(data["id"])
    late = interview is not None and _is_late(interview, round_id, day, zone)
    return Forecast(
        day=day,
        interview=interview.title if interview else "",
        target=UUID(target),
        round=round_id,
        title=title_of(round_id),
        p=None if p is None else _chance(p),
        low=_chance(data["pass_low"]),
        high=_chance(data["pass_high"]),
        result=Result.UNTOLD if interview is None or late else _result(interview, round_id),
        late=late,
    )


def _result(interview: Interview, round_id: str) -> Result:
    debrief = interview.debrief
    if debrief is None or round_id not in debrief.rounds:
        return Result.UNTOLD
    return debrief.rounds[round_id].result


def _is_late(interview: Interview, round_id: str, day: date, zone: ZoneInfo) -> bool:
    """Rounds may be held and told of on several days, while the form has one: the first telling counts."""
    debrief = interview.debrief
    if debrief is None or _result(interview, round_id) is Result.UNTOLD:
        return False
    if debrief.day is not None and day > debrief.day:
        return True
    came = (each.at for each in interview.debriefs if each.came(round_id) is not None)
    first = next(came, None)
    return first is not None and day.toordinal() > study_day(first, zone)


def last_of_each(forecasts: Iterable[Forecast], interviews: Iterable[Interview]) -> list[Forecast]:
    """The last forecast of each round of each interview that has an outcome: others would count it twice."""
    chains = {target: each.id for each in interviews for target in each.targets}
    last = {(chains.get(each.target, each.target), each.round): each for each in forecasts if each.judged}
    return list(last.values())
