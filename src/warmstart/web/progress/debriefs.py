"""What people told of their interviews: a fold of the log's targets and debriefs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from warmstart.web.accounts.models import Person
from warmstart.web.attempts.models import Entry, EntryKind


class Result(StrEnum):
    """What became of a round."""

    PASSED = "passed"
    FAILED = "failed"
    WAITING = "waiting"
    NOT_HELD = "not-held"
    UNTOLD = ""

    @property
    def words(self) -> str:
        return _WORDS[self]

    @property
    def came(self) -> bool | None:
        """None: no forecast can be held to it."""
        return {Result.PASSED: True, Result.FAILED: False}.get(self)


_WORDS = {
    Result.PASSED: "passed",
    Result.FAILED: "not passed",
    Result.WAITING: "held, result not told",
    Result.NOT_HELD: "not held",
    Result.UNTOLD: "not said",
}


@dataclass(frozen=True, slots=True)
class RoundTold:
    """`skills`: ids of what was asked. `went`: 1 to 5, as the learner felt. `title`: of then."""

    title: str = ""
    result: Result = Result.UNTOLD
    skills: tuple[str, ...] = ()
    asked: str = ""
    went: int | None = None

    @property
    def says_something(self) -> bool:
        return self != RoundTold(self.title)

    def as_json(self) -> dict[str, Any]:
        return {
            "title": self.title,
            "result": str(self.result),
            "skills": list(self.skills),
            "asked": self.asked,
            "went": self.went,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "RoundTold":
        """Words of a newer Warmstart count as not said."""
        result, went = data.get("result", ""), data.get("went")
        return cls(
            title=str(data.get("title", "")),
            result=Result(result) if result in set(Result) else Result.UNTOLD,
            skills=tuple(str(skill) for skill in data.get("skills") or ()),
            asked=str(data.get("asked", "")),
            went=went if went in range(1, 6) else None,
        )


@dataclass(frozen=True, slots=True)
class Debrief:
    """One telling. A later one of the same interview counts instead."""

    id: UUID
    at: datetime
    day: date | None
    rounds: Mapping[str, RoundTold]
    notes: str

    def came(self, round_id: str) -> bool | None:
        """Whether the round was passed; None: not told."""
        told = self.rounds.get(round_id)
        return None if told is None else told.result.came


@dataclass(slots=True)
class Interview:
    """What was prepared for. `targets`: its entries, as they were changed; `last`: the newest one's data.

    `debriefs`: oldest first.
    """

    id: UUID
    targets: set[UUID]
    last: dict[str, Any]
    since: datetime
    debriefs: list[Debrief] = field(default_factory=list)

    @property
    def debrief(self) -> Debrief | None:
        return self.debriefs[-1] if self.debriefs else None

    @property
    def day(self) -> date | None:
        """As planned."""
        return _day(self.last.get("date"))

    @property
    def title(self) -> str:
        names = [self.last.get("company", ""), self.last.get("role", ""), self.last.get("level", "")]
        return ", ".join(str(name) for name in names if name) or "Interview"


def interviews_of(person: Person) -> list[Interview]:
    """Oldest first."""
    kinds = (EntryKind.TARGET, EntryKind.DEBRIEF)
    rows = Entry.objects.filter(person=person, kind__in=kinds).order_by("at", "pk")
    return folded(rows)


def folded(rows: Iterable[Entry]) -> list[Interview]:
    """Targets of one role and company in a row are one interview, until it is debriefed."""
    found: list[Interview] = []
    for row in rows:
        if row.kind == EntryKind.TARGET:
            _add_target(found, row)
        else:
            _add_debrief(found, row)
    return found


def _add_target(found: list[Interview], row: Entry) -> None:
    last = found[-1] if found else None
    if last is not None and not last.debriefs and _named(last.last) == _named(row.data):
        last.targets.add(row.pk)
        last.last = row.data
    else:
        found.append(Interview(row.pk, {row.pk}, row.data, row.at))


def _named(data: Mapping[str, Any]) -> tuple[object, object]:
    return data.get("role"), data.get("company")


def _add_debrief(found: list[Interview], row: Entry) -> None:
    own = (each for each in found if str(row.data.get("target")) in map(str, each.targets))
    interview = next(own, None)
    if interview is None:
        return
    try:
        rounds = {id: RoundTold.from_json(told) for id, told in row.data.get("rounds", {}).items()}
    except (AttributeError, TypeError):  # written by another Warmstart, or by hand
        return
    day, notes = _day(row.data.get("date")), str(row.data.get("notes", ""))
    interview.debriefs.append(Debrief(row.pk, row.at, day, rounds, notes))


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(str(text))
    except ValueError:
        return None
