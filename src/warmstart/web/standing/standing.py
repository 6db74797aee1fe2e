"""Where somebody stands: the fold of their log up to yesterday, kept, and what they did today on top."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock
from uuid import UUID
from zoneinfo import ZoneInfo

from warmstart.recall.days import moment, real_day, study_day
from warmstart.recall.fitting import stage
from warmstart.recall.memory import Memory, due, recall_at
from warmstart.recall.parameters import Parameters
from warmstart.skills.bank import Bank, Mastery
from warmstart.web.accounts.models import Person
from warmstart.web.standing.decisions import DaysOff, Decisions, Target
from warmstart.web.standing.facts import Catalogue, Facts, SkillFacts, catalogue
from warmstart.web.standing.fitter import fit_stage
from warmstart.web.standing.fold import DayTotal, Fold, Told
from warmstart.web.standing.goes import Go
from warmstart.web.standing.parameters import parameters_of
from warmstart.web.standing.settled import Base, Today, log_length, today_of

WANTED = 0.9
"""Chance of recall at which an item is due."""
KEPT = 32
"""People whose standing a process keeps in memory."""
AHEAD = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Standing:
    """All of it as of `at`; `day`: the same in real days. `today`: done this study day, oldest first.

    `told`: what each go of today changed, by its id. `clock_behind`: the log has goes of later than now.
    """

    person: Person
    at: datetime
    day: float
    study_day: int
    zone: ZoneInfo
    catalogue: Catalogue
    items: Mapping[UUID, Facts]
    fold: Fold
    parameters: Parameters
    target: Target | None
    minutes: int
    off: DaysOff
    placed: bool
    suspended: frozenset[UUID]
    buried: frozenset[UUID]
    today: tuple[Go, ...]
    told: Mapping[str, Told]
    decisions: Decisions
    clock_behind: bool

    @property
    def memories(self) -> Mapping[str, Memory]:
        """By the item's id as text."""
        return self.fold.course.memories

    @property
    def bank(self) -> Bank:
        return self.fold.bank

    @property
    def days(self) -> Mapping[int, DayTotal]:
        """By study day; today's included."""
        return self.fold.days

    @property
    def skills(self) -> Mapping[str, SkillFacts]:
        return self.catalogue.skills

    @property
    def empty(self) -> bool:
        """Nothing was ever done."""
        return not self.fold.days

    def recall(self, item: UUID) -> float | None:
        """Chance of recalling it now, as the learner's own record has put it right; None: never met."""
        memory = self.memories.get(str(item))
        if memory is None:
            return None
        return self.fold.course.recalibration.shown(recall_at(memory, self.day, self.parameters))

    def due(self, item: UUID) -> datetime | None:
        """When its chance has fallen to `WANTED`; None: never met."""
        memory = self.memories.get(str(item))
        return None if memory is None else moment(due(memory, WANTED, self.parameters))

    def mastery(self, skill: str) -> Mastery:
        """Of a medium item of the skill, never seen."""
        known = self.skills.get(skill)
        area = known.area_key if known else skill.partition(".")[0]
        return self.bank.mastery(skill, area, self.day)


@dataclass(frozen=True, slots=True)
class _Kept:
    """What a process knows of somebody, good for a log of this length on this study day."""

    head: int
    content: str
    today: Today
    fold: Fold
    told: Mapping[str, Told]
    study_day: int
    parameters: Parameters


_kept: dict[UUID, _Kept] = {}
_lock = Lock()


def standing_of(person: Person, at: datetime) -> Standing:
    """From what is kept, as far as it holds; first in a process from the snapshot, or from the whole log."""
    content = catalogue()
    with _lock:
        kept = _kept.pop(person.pk, None)
        if kept is None or not _holds(kept, person, at, content):
            kept = _known(person, at, None if kept is None else kept.today.base, content)
        _kept[person.pk] = kept
        while len(_kept) > KEPT:
            del _kept[next(iter(_kept))]
    return _standing(person, at, kept, content)


def forget(person: Person) -> None:
    """What this process keeps of somebody; the snapshot stays."""
    with _lock:
        _kept.pop(person.pk, None)


def _holds(kept: _Kept, person: Person, at: datetime, content: Catalogue) -> bool:
    same = kept.head == log_length(person) and kept.content == content.key
    fitted = same and kept.parameters == parameters_of(person).values
    return fitted and kept.study_day == study_day(at, kept.today.decisions.zone_at(at))


def _known(person: Person, at: datetime, base: Base | None, content: Catalogue) -> _Kept:
    today = today_of(person, at, base, content)
    if _is_due_for_a_fit(person, today) and fit_stage(person, at):
        today = today_of(person, at, None, content)
    fold = today.base.fold.copy()
    told = fold.told(today.goes, today.items)
    day = study_day(at, today.decisions.zone_at(at))
    return _Kept(today.head, content.key, today, fold, told, day, fold.course.parameters)


def _is_due_for_a_fit(person: Person, today: Today) -> bool:
    """Looked at when a study day begins, or a process: a fit takes under a second."""
    return stage(today.base.fold.course.next_day_reviews) > parameters_of(person).stage


def _standing(person: Person, at: datetime, kept: _Kept, content: Catalogue) -> Standing:
    decisions = kept.today.decisions
    zone = decisions.zone_at(at)
    goes = kept.today.goes
    return Standing(
        person=person,
        at=at,
        day=real_day(at),
        study_day=kept.study_day,
        zone=zone,
        catalogue=content,
        items=kept.today.items,
        fold=kept.fold,
        parameters=kept.parameters,
        target=decisions.target,
        minutes=decisions.minutes,
        off=decisions.off,
        placed=decisions.placed,
        suspended=frozenset(decisions.suspended),
        buried=decisions.buried_on(kept.study_day),
        today=tuple(go for go in goes if go.study_day == kept.study_day and go.memory is None),
        told=kept.told,
        decisions=decisions,
        clock_behind=any(go.at > at + AHEAD for go in goes),
    )
