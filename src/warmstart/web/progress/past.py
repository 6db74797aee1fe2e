"""What was done, told from the log: of some study days, or all of it with what each go changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import lru_cache
from typing import Any

from warmstart.recall.days import start_of
from warmstart.recall.memory import recall_at
from warmstart.recall.replay import Course
from warmstart.web.progress.touched import at_sight_and_brought, touched
from warmstart.web.standing import timeline
from warmstart.web.standing.fold import Fold, Told
from warmstart.web.standing.goes import Go
from warmstart.web.standing.settled import log_length
from warmstart.web.standing.standing import Standing

MARGIN = timedelta(days=2)
"""A study day may have been lived in another zone."""


@dataclass(frozen=True, slots=True)
class Predicted:
    """A chance that was told before, and what came: a share of 1."""

    chance: float
    came: float


@dataclass(frozen=True, slots=True)
class Whole:
    """All goes, oldest first. `changes`: by a go's id. `recalled`, `results`: what was predicted of each."""

    goes: tuple[Go, ...]
    changes: Mapping[str, Told]
    recalled: tuple[Predicted, ...]
    results: tuple[Predicted, ...]


@dataclass(frozen=True, slots=True)
class _Asked:
    """Equal while nothing was added to the log, no pack changed, and the study day is the same."""

    key: tuple[Any, ...]
    standing: Standing = field(compare=False)


def goes_between(standing: Standing, first: int, last: int) -> tuple[Go, ...]:
    """Of the study days from `first` to `last`, oldest first."""
    return _between(_asked(standing), first, last)


def whole(standing: Standing) -> Whole:
    """The log replayed, once for a log of this length."""
    return _whole(_asked(standing))


def _asked(standing: Standing) -> _Asked:
    head = log_length(standing.person)
    key = (standing.person.pk, head, standing.catalogue.key, standing.study_day, standing.parameters)
    return _Asked(key, standing)


@lru_cache(maxsize=16)
def _between(asked: _Asked, first: int, last: int) -> tuple[Go, ...]:
    standing = asked.standing
    since, until = (start_of(day, standing.zone) for day in (first, last + 1))
    found = touched(standing.person, since - MARGIN, until + MARGIN)
    told = timeline.goes(standing.person, found, standing.decisions, standing.items, standing.at, every=False)
    return tuple(go for go in told if first <= go.study_day <= last and go.memory is None)


@lru_cache(maxsize=4)
def _whole(asked: _Asked) -> Whole:
    standing = asked.standing
    rows = at_sight_and_brought(standing.person)
    told = timeline.goes(standing.person, rows, standing.decisions, standing.items, standing.at, every=True)
    fold = Fold.fresh(standing.parameters)
    changes: dict[str, Told] = {}
    recalled: list[Predicted] = []
    results: list[Predicted] = []
    for go in told:
        recall = _recall_before(fold.course, go)
        if recall is not None:
            recalled.append(recall)
        found = fold.told([go], standing.items).get(go.id)
        if found is not None and go.y is not None:
            changes[go.id] = found
            results.append(Predicted(found.moved.chance, go.y))
    return Whole(tuple(told), changes, tuple(recalled), tuple(results))


def _recall_before(course: Course, go: Go) -> Predicted | None:
    """None: no review on a later study day than the last one of its item."""
    memory = course.memories.get(str(go.item))
    if memory is None or go.rating is None or go.memory is not None or go.study_day <= memory.study_day:
        return None
    return Predicted(recall_at(memory, go.day, course.parameters), float(go.rating > 1))
