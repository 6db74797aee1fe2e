"""What somebody claimed of a submission's growth beside what was measured: posted, logged, shown again."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from warmstart import WarmstartError
from warmstart.judge.complexity import Complexity
from warmstart.judge.growth import GrowthReport, Measured, Point
from warmstart.judge.problem import Growth
from warmstart.judge.verdict import Outcome
from warmstart.web.accounts.models import Person
from warmstart.web.attempts.log import add_event, current_attempt
from warmstart.web.attempts.models import Attempt, Event, EventKind, Submission, VerdictRow
from warmstart.web.catalogue.content import content_of
from warmstart.web.catalogue.models import IndexedProblem
from warmstart.web.coding.growth_chart import Chart, memory_chart, time_chart

CLASSES = tuple(str(complexity) for complexity in Complexity)
_CALLED = {str(complexity): complexity for complexity in Complexity}


class UnfitClaim(WarmstartError):
    """Nothing was claimed, or no class that could be; nothing is measured before."""

    status = 422


class Word(StrEnum):
    """How a claim stands to what was measured."""

    AGREES = "agrees"
    DIFFERS = "differs"
    UNTOLD = "cannot be told"


@dataclass(frozen=True, slots=True)
class Claim:
    """What the learner said before anything was measured."""

    time: Complexity
    space: Complexity


@dataclass(frozen=True, slots=True)
class Side:
    """A claim beside its measurement."""

    name: str
    claimed: Complexity
    measured: Measured

    @property
    def word(self) -> Word:
        if self.measured.complexity is None:
            return Word.UNTOLD
        possible = (self.measured.complexity, *self.measured.not_excluded)
        return Word.AGREES if self.claimed in possible else Word.DIFFERS


@dataclass(frozen=True, slots=True)
class Grown:
    """One entry of the log: which submission, what was claimed, what was measured."""

    submission: UUID
    at: datetime
    claim: Claim
    report: GrowthReport

    @property
    def sides(self) -> tuple[Side, Side]:
        return (
            Side("Time", self.claim.time, self.report.time),
            Side("Extra memory", self.claim.space, self.report.space),
        )

    @property
    def contract(self) -> str:
        """Empty: the problem asks for nothing."""
        if self.report.contract is None:
            return ""
        words = {True: "met", False: "missed by a whole degree", None: "cannot be told"}
        return words[self.report.meets]

    @property
    def charts(self) -> tuple[Chart, ...]:
        """Time first; none of what has no points."""
        both = (time_chart(self.report), memory_chart(self.report))
        return tuple(chart for chart in both if chart is not None)

    @property
    def table(self) -> tuple[tuple[str, str, str, str], ...]:
        """What the charts show, in figures."""
        return tuple(
            (
                f"{point.n:,}",
                _cell(point.count, ",d"),
                _cell(None if point.cpu is None else point.cpu * 1000, ".2f"),
                _cell(point.peak_mib, ".2f"),
            )
            for point in self.report.points
        )


def _cell(value: float | None, form: str) -> str:
    return "\u2013" if value is None else format(value, form)


@dataclass(frozen=True, slots=True)
class GrowthPanel:
    """`submission`: what can be measured now. `n`: what n counts. `grown`: what was measured last."""

    row: IndexedProblem
    submission: UUID
    n: str
    grown: Grown | None

    @property
    def classes(self) -> tuple[str, ...]:
        return CLASSES

    @property
    def of_another(self) -> bool:
        """What was measured is an earlier submission than the one that can be measured now."""
        return self.grown is not None and self.grown.submission != self.submission


def posted_claim(posted: Mapping[str, str]) -> Claim:
    """UnfitClaim: a class is missing, or is none."""
    try:
        return Claim(_CALLED[posted.get("time", "")], _CALLED[posted.get("space", "")])
    except KeyError as missing:
        raise UnfitClaim("Say first how you think time and memory grow; then it is measured.") from missing


def record(submission: Submission, claim: Claim, report: GrowthReport, at: datetime) -> None:
    """Into the log, where neither claim nor measurement changes any more."""
    written = {"submission": str(submission.pk), "claim": asdict(claim), "report": asdict(report)}
    add_event(submission.attempt, EventKind.GROWN, at, text=json.dumps(written, default=str))


def growth_of_submission(row: IndexedProblem, submission: Submission) -> GrowthPanel | None:
    """None: it was not accepted, or the problem has no inputs of growing size."""
    own = _accepted(submission.attempt).filter(pk=submission.pk)
    told = Event.objects.filter(attempt=submission.attempt, text__contains=str(submission.pk))
    return _panel(row, own, told)


def growth_of_attempt(person: Person, row: IndexedProblem) -> GrowthPanel | None:
    """Of the current attempt: its newest accepted submission, and what was measured last."""
    attempt = current_attempt(person, row.pk) if _measurable(row) else None
    if attempt is None:
        return None
    return _panel(row, _accepted(attempt), Event.objects.filter(attempt=attempt))


def _measurable(row: IndexedProblem) -> bool:
    return content_of(row).frozen.source.big is not None


def _accepted(attempt: Attempt) -> QuerySet[Submission]:
    """Oldest first. The newest verdict of a submission counts."""
    newest = VerdictRow.objects.filter(submission=OuterRef("pk")).order_by("-judged_at").values("outcome")
    return attempt.submissions.annotate(newest=Subquery(newest[:1])).filter(newest=Outcome.AC)


def _panel(row: IndexedProblem, accepted: QuerySet[Submission], told: QuerySet[Event]) -> GrowthPanel | None:
    newest = accepted.last() if _measurable(row) else None
    if newest is None:
        return None
    event = told.filter(kind=EventKind.GROWN).last()
    contract = content_of(row).frozen.growth
    n = "size of the input" if contract is None else contract.n
    return GrowthPanel(row, newest.pk, n, None if event is None else _read(event))


def _read(event: Event) -> Grown:
    written = json.loads(event.text)
    claim = Claim(**{name: _CALLED[formula] for name, formula in written["claim"].items()})
    return Grown(UUID(written["submission"]), event.at, claim, _report(written["report"]))


def _report(written: dict[str, Any]) -> GrowthReport:
    contract = written["contract"]
    return GrowthReport(
        points=tuple(Point(**point) for point in written["points"]),
        time=_measured(written["time"]),
        space=_measured(written["space"]),
        contract=None if contract is None else Growth(**contract | {"ladder": tuple(contract["ladder"])}),
        meets=written["meets"],
        cancelled=written["cancelled"],
    )


def _measured(written: dict[str, Any]) -> Measured:
    formula = written["complexity"]
    return Measured(
        complexity=None if formula is None else _CALLED[formula],
        not_excluded=tuple(_CALLED[near] for near in written["not_excluded"]),
        slope=written["slope"],
        basis=written["basis"],
        overruled=written["overruled"],
    )
