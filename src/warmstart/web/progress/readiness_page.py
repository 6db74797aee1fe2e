"""The page of the forecast: each round as a range, what is behind it, what would move it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from warmstart.web.progress.debriefs import interviews_of
from warmstart.web.progress.forecast_chart import Chart, Told, forecast_chart
from warmstart.web.progress.forecasts import Forecast, forecasts_of
from warmstart.web.standing.agenda import Listed, agenda_of
from warmstart.web.standing.outlook import Outlook
from warmstart.web.standing.standing import Standing

MOST = 5


@dataclass(frozen=True, slots=True)
class ReadinessPage:
    """`moves`: what would add most in a day's minutes. `table`: by day, newest first, a range a round.

    `told`: a debrief of it was written.
    """

    title: str
    day: date | None
    told: bool
    today: date
    outlook: Outlook
    moves: tuple[Listed, ...]
    charts: tuple[Chart, ...]
    titles: tuple[str, ...]
    table: tuple[tuple[date, tuple[Told | None, ...]], ...]

    @property
    def past(self) -> bool:
        return self.day is not None and self.day < self.today

    @property
    def keeps(self) -> bool:
        """What is shown is logged: there is a day to come that it can be held to."""
        return self.day is not None and not self.past

    @property
    def when(self) -> str:
        if self.day is None or self.past:
            return ""
        days = (self.day - self.today).days
        return {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")


def readiness_page(standing: Standing, outlook: Outlook) -> ReadinessPage:
    """Call it with a target only."""
    interviews = interviews_of(standing.person)
    interview = interviews[-1]
    own = [
        each
        for each in forecasts_of(standing.person, interviews, standing.zone)
        if each.target in interview.targets
    ]
    told = {round_.id: _told(own, round_.id) for round_ in outlook.rounds}
    charts = (forecast_chart(r.id, r.title, told[r.id], interview.day) for r in outlook.rounds)
    return ReadinessPage(
        title=interview.title,
        day=interview.day,
        told=interview.debrief is not None,
        today=date.fromordinal(standing.study_day),
        outlook=outlook,
        moves=_moves(standing),
        charts=tuple(chart for chart in charts if chart is not None),
        titles=tuple(round_.title for round_ in outlook.rounds),
        table=_table(list(told.values())),
    )


def _told(forecasts: Sequence[Forecast], round_id: str) -> list[Told]:
    """One a day, the last one."""
    last = {each.day: Told(each.day, each.low, each.high) for each in forecasts if each.round == round_id}
    return [last[day] for day in sorted(last)]


def _table(told: Sequence[Sequence[Told]]) -> tuple[tuple[date, tuple[Told | None, ...]], ...]:
    by_day = [{each.day: each for each in own} for own in told]
    days = sorted({day for own in by_day for day in own}, reverse=True)
    return tuple((day, tuple(own.get(day) for own in by_day)) for day in days)


def _moves(standing: Standing) -> tuple[Listed, ...]:
    """Of a whole day's minutes, whatever was done of today's."""
    items = agenda_of(standing, float(standing.minutes)).items
    return tuple(sorted(items, key=lambda listed: -listed.gain)[:MOST])
