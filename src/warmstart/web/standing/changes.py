"""What one attempt changed, and the rating that is proposed for it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from warmstart.recall.proposal import Proposal
from warmstart.web.accounts.models import Person
from warmstart.web.standing import timeline
from warmstart.web.standing.facts import Facts
from warmstart.web.standing.fold import Fold, Told
from warmstart.web.standing.gather import added
from warmstart.web.standing.standing import Standing, standing_of

LEAST = 0.005
"""Logits that are not worth a word."""


@dataclass(frozen=True, slots=True)
class Change:
    """`total`, `parts`: logits, (where, by how much). `before`, `after`: chance with a medium item.

    `low`, `high`: 80 % interval after it; `attempts`: behind it.
    """

    total: float
    parts: tuple[tuple[str, float], ...]
    before: float
    after: float
    low: float
    high: float
    attempts: int
    skill: str
    skill_title: str

    @property
    def sentence(self) -> str:
        """`-0.21: of which skill -0.15, area -0.03, overall -0.03`, with proper minus signs."""
        if not self.parts:
            return f"{_signed(self.total)}: about what was expected"
        parts = ", ".join(f"{name} {_signed(delta)}" for name, delta in self.parts)
        return f"{_signed(self.total)}: of which {parts}"


def _signed(number: float) -> str:
    return f"{number:+.2f}".replace("-", "\N{MINUS SIGN}")


def change_of(person: Person, attempt: UUID, at: datetime) -> Change | None:
    """None: it gave no evidence (not ended, not graded, again on the same day, its item is gone)."""
    standing = standing_of(person, at)
    goes = [go for go in standing.today if go.attempt == attempt and go.id in standing.told]
    if goes:
        return of_told(standing.told[goes[-1].id], standing.items[goes[-1].item])
    return _earlier(person, attempt, standing)


def _earlier(person: Person, attempt: UUID, standing: Standing) -> Change | None:
    """Of a day that is folded already: everything before it is folded again."""
    found = added(person, None)
    decisions = standing.decisions
    goes = timeline.goes(person, found, decisions, standing.items, standing.at, every=True)
    last = next((n for n in reversed(range(len(goes))) if goes[n].attempt == attempt), None)
    if last is None:
        return None
    fold = Fold.fresh(standing.parameters)
    fold.add_all(goes[:last], standing.items)
    go = goes[last]
    told = fold.told([go], standing.items).get(go.id)
    return None if told is None else of_told(told, standing.items[go.item])


def of_told(told: Told, facts: Facts) -> Change:
    """As sentences have it."""
    moved, after = told.moved, told.after
    levels = (("skill", moved.skill), ("area", moved.area), ("overall", moved.overall), ("item", moved.item))
    return Change(
        total=moved.total,
        parts=tuple((name, delta) for name, delta in levels if abs(delta) >= LEAST),
        before=told.before.p,
        after=after.p,
        low=after.low,
        high=after.high,
        attempts=after.attempts,
        skill=facts.skill,
        skill_title=facts.skill_title,
    )


def proposal_of(person: Person, attempt: UUID, at: datetime) -> Proposal | None:
    """Of what was done on it today; None: nothing that has ended."""
    goes = [go for go in standing_of(person, at).today if go.attempt == attempt]
    return goes[-1].proposed if goes else None
