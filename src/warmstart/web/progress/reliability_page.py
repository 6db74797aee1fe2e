"""The page that holds forecasts to what came."""

from dataclasses import dataclass

from warmstart.skills.reliability import Binned, binned
from warmstart.web.progress.binned import picture
from warmstart.web.progress.debriefs import interviews_of
from warmstart.web.progress.forecasts import Forecast, forecasts_of, last_of_each
from warmstart.web.progress.recall_check import Check
from warmstart.web.standing.standing import Standing

LEAST = 20
"""Rounds with an outcome from which on a curve says anything."""
MOST = 200
"""Forecasts listed, the newest."""


@dataclass(frozen=True, slots=True)
class ReliabilityPage:
    """`logged`: forecasts of rounds; `resolved`: those whose outcome was told; `left`: rounds to a curve."""

    logged: int
    resolved: int
    scores: Binned | None
    check: Check
    left: int
    forecasts: tuple[Forecast, ...]

    @property
    def older(self) -> int:
        return self.logged - len(self.forecasts)

    @property
    def sentence(self) -> str:
        if not self.logged:
            return "No forecast was made yet: they begin once your interview has a date."
        have = "has" if self.resolved == 1 else "have"
        plural = "" if self.logged == 1 else "s"
        yet = " yet" if not self.resolved else ""
        return f"{self.resolved} of {self.logged} forecast{plural} {have} an outcome{yet}."


def reliability_page(standing: Standing) -> ReliabilityPage:
    interviews = interviews_of(standing.person)
    forecasts = forecasts_of(standing.person, interviews, standing.zone)
    judged = last_of_each(forecasts, interviews)
    found = binned([(_chance(each), float(bool(each.result.came))) for each in judged])
    left = max(0, LEAST - len(judged))
    chart = picture(found) if found is not None and not left else None
    return ReliabilityPage(
        logged=len(forecasts),
        resolved=sum(each.judged for each in forecasts),
        scores=found,
        check=Check(found, chart, left),
        left=left,
        forecasts=tuple(reversed(forecasts[-MOST:])),
    )


def _chance(forecast: Forecast) -> float:
    return (forecast.low + forecast.high) / 2 if forecast.p is None else forecast.p
