"""What somebody decided about their plan so far, read from the log's entries alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.http import HttpRequest

from warmstart.recall.days import study_day
from warmstart.web.accounts.models import Person
from warmstart.web.attempts.models import Entry, EntryKind
from warmstart.web.standing.decisions import Decisions, Row, Target
from warmstart.web.standing.zones import zone_named, zone_of

KINDS = (EntryKind.TARGET, EntryKind.PACE, EntryKind.DAY_OFF, EntryKind.PLACED)


@dataclass(frozen=True, slots=True)
class PastTarget:
    """A target as it was told. `day` None: there was no date yet."""

    at: datetime
    role: str
    company: str
    level: str
    day: date | None
    sourced: bool


@dataclass(frozen=True, slots=True)
class Decided:
    """`targets`: the newest first. `begun`: when the pace was first told, None: never."""

    decisions: Decisions
    targets: tuple[PastTarget, ...]
    begun: datetime | None


def decided_by(person: Person) -> Decided:
    """In the order of (time, id), as every fold of the log."""
    found = Entry.objects.filter(person=person, kind__in=KINDS).order_by("at", "id")
    rows = [Row(*each) for each in found.values_list("id", "kind", "at", "item", "data")]
    decisions = Decisions()
    decisions.add(rows)
    told = [past for row in rows if row.kind == EntryKind.TARGET and (past := _past(row.at, row.data))]
    begun = next((row.at for row in rows if row.kind == EntryKind.PACE), None)
    return Decided(decisions, tuple(reversed(told)), begun)


def _past(at: datetime, data: Mapping[str, Any]) -> PastTarget | None:
    """None: another program wrote it, and it cannot be read."""
    try:
        day = None if data.get("date") is None else date.fromisoformat(data["date"])
    except (TypeError, ValueError):
        return None
    role, company, level = (str(data.get(key) or "") for key in ("role", "company", "level"))
    return PastTarget(at, role, company, level, day, bool(data.get("sourced")))


def is_known(known: Target | None, told: Mapping[str, Any], rounds: Mapping[str, float] | None) -> bool:
    """Whether a form says of the interview what the last one said: two presses, or saved as it was."""
    if known is None:
        return False
    same = (known.role, known.company, known.level, known.date, known.sourced) == (
        *(told[name] for name in ("role", "company", "level", "day")),
        told.get("sourced", False),
    )
    return same and _are_alike(known.rounds or {}, rounds or {})


def _are_alike(known: Mapping[str, float], told: Mapping[str, float]) -> bool:
    """The form shows three figures of a weight."""
    return known.keys() == told.keys() and all(abs(known[each] - told[each]) < 8e-4 for each in known)


def local_day(request: HttpRequest, at: datetime) -> date:
    """The calendar's date where the learner is."""
    return at.astimezone(zone_named(zone_of(request))).date()


def study_date(request: HttpRequest, at: datetime) -> date:
    """The date whose study day it is there: until four in the morning still yesterday's."""
    return date.fromordinal(study_day(at, zone_named(zone_of(request))))
