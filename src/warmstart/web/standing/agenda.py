"""Today's list for somebody: what to do, for how long, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from warmstart.plan.greedy import plan
from warmstart.web.standing.facts import Facts
from warmstart.web.standing.goes import Go
from warmstart.web.standing.learner import SIGHT, Beliefs, interview_at, minutes_until
from warmstart.web.standing.standing import Standing

POINTS = 100.0


@dataclass(frozen=True, slots=True)
class Listed:
    """`kind`: review, new or practice. `gain`: points of a hundred of the expected score on the day."""

    kind: str
    facts: Facts
    minutes: float
    gain: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What is not on the list, and why."""

    kind: str
    facts: Facts
    reason: str


@dataclass(frozen=True, slots=True)
class Agenda:
    """`minutes`: of the list; `wanted`: that were to be filled; `done`: spent today. `gain`: of all of it."""

    items: tuple[Listed, ...]
    left_out: tuple[LeftOut, ...]
    minutes: float
    wanted: float
    done: float
    gain: float
    sentences: tuple[str, ...]


def local_date(standing: Standing) -> date:
    """The date of the study day."""
    return date.fromordinal(standing.study_day)


def minutes_done(standing: Standing) -> float:
    """On today's clock; what ran without one counts as authored."""
    return sum(_minutes(standing, go) for go in standing.today)


def _reviewed(standing: Standing) -> float:
    return sum(_minutes(standing, go) for go in standing.today if go.kind == "sight")


def _minutes(standing: Standing, go: Go) -> float:
    if go.seconds:
        return go.seconds / 60
    facts = standing.items.get(go.item)
    if facts is None:
        return 0.0
    return facts.minutes if go.kind != "sight" else SIGHT.get(facts.kind, facts.minutes)


def minutes_wanted(standing: Standing, minutes: float | None = None) -> float:
    """To be filled. `minutes` None: what is left of today's; on a day off none are."""
    if minutes is not None:
        return max(minutes, 0.0)
    off = standing.off.is_off(local_date(standing))
    return 0.0 if off else max(standing.minutes - minutes_done(standing), 0.0)


def agenda_of(standing: Standing, minutes: float | None = None, kept: float = 0.0) -> Agenda:
    """`minutes` as in `minutes_wanted`; `kept`: of them, for what the plan does not know."""
    done = minutes_done(standing)
    off = standing.off.is_off(local_date(standing))
    wanted = minutes_wanted(standing, minutes)
    beliefs = Beliefs(standing)
    learner = beliefs.learner(minutes_until(standing, done), done, _reviewed(standing))
    found = plan(learner, max(wanted - kept, 0.0))
    items = tuple(
        Listed(each.kind, _facts(standing, each.id), each.minutes, each.gain * POINTS, each.reasons)
        for each in found.items
    )
    left_out = tuple(LeftOut(each.kind, _facts(standing, each.id), each.reason) for each in found.left_out)
    return Agenda(
        items=items,
        left_out=left_out,
        minutes=found.minutes,
        wanted=wanted,
        done=done,
        gain=(found.expected - found.without) * POINTS,
        sentences=tuple(
            _sentences(
                standing, wanted, found.too_near, off=off and minutes is None, empty=not items and not kept
            )
        ),
    )


def _facts(standing: Standing, id: str) -> Facts:
    return standing.items[UUID(id)]


def _sentences(
    standing: Standing, wanted: float, near: str | None, *, off: bool, empty: bool
) -> Iterator[str]:
    if standing.clock_behind:
        yield "The log has entries of later than now: is this machine's clock set back? Nothing was lost."
    yield from _of_the_date(standing, near)
    if off:
        yield "Today is a day off. What is due waits; nothing is lost by resting."
    elif wanted <= 0:
        yield "Today's minutes are done."
    elif empty:
        yield "There is nothing that would raise your score in these minutes."


def _of_the_date(standing: Standing, near: str | None) -> Iterator[str]:
    """`near`: what the plan says of a date that is near."""
    at = interview_at(standing)
    if at is None:
        yield "No interview date is set: the plan looks thirty days ahead."
    elif at < standing.at:
        yield "The date of your interview is past. Tell how it went, or set a new one."
    elif near is not None:
        yield near
