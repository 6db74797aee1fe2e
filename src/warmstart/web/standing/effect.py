"""What pages of an attempt tell of its effect: on mastery, on memory, and when the item comes again."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from warmstart.recall.days import study_day
from warmstart.recall.proposal import Proposal
from warmstart.web.accounts.models import Person
from warmstart.web.standing.changes import Change, change_of
from warmstart.web.standing.goes import Go
from warmstart.web.standing.standing import Standing, standing_of

TWICE = "The same item gives evidence of a skill once a day; this go counts for your memory only."


@dataclass(frozen=True, slots=True)
class Effect:
    """`none`: why there is no change to tell. `ask`: it was on another day and costs a moment to compute."""

    change: Change | None = None
    proposal: Proposal | None = None
    rating: str = ""
    again: str = ""
    none: str = ""
    ask: bool = False

    @property
    def before(self) -> int:
        return self._percent("before")

    @property
    def after(self) -> int:
        return self._percent("after")

    @property
    def low(self) -> int:
        return self._percent("low")

    @property
    def high(self) -> int:
        return self._percent("high")

    def _percent(self, name: str) -> int:
        return round(100 * getattr(self.change, name)) if self.change else 0


def effect_of(person: Person, attempt: UUID, of: datetime, at: datetime, *, asked: bool) -> Effect | None:
    """Of an attempt whose last go was at `of`. `asked`: also of an earlier day. None: nothing ended."""
    standing = standing_of(person, at)
    if study_day(of, standing.zone) != standing.study_day:
        return Effect(change=change_of(person, attempt, at)) if asked else Effect(ask=True)
    goes = [go for go in standing.today if go.attempt == attempt]
    return _today(person, standing, goes[-1], at) if goes else None


def _today(person: Person, standing: Standing, go: Go, at: datetime) -> Effect:
    change = change_of(person, go.attempt, at) if go.attempt is not None else None
    due = standing.due(go.item)
    return Effect(
        change=change,
        proposal=go.proposed,
        rating="" if go.rating is None else go.rating.name.lower(),
        again="" if due is None else _again(standing, due),
        none="" if change is not None else TWICE,
    )


def _again(standing: Standing, due: datetime) -> str:
    """What was done today does not come again today, whenever the chance falls."""
    if study_day(due, standing.zone) <= standing.study_day + 1:
        return "tomorrow"
    return f"about {due.astimezone(standing.zone):%d %b}".replace(" 0", " ")
