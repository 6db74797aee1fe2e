"""What of the log speaks of some stretch of time: attempts, and recalls at sight."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from warmstart.web.accounts.models import Person
from warmstart.web.attempts.models import Answer, Entry, EntryKind, Event, EventKind, Review, Submission
from warmstart.web.standing.decisions import Row
from warmstart.web.standing.gather import Added
from warmstart.web.standing.goes import Rated


def touched(person: Person, since: datetime, until: datetime) -> Added:
    """As `gather.added`, of rows in between: a go's time is that of one of its rows."""
    found = Added()
    for rows in (_of(Submission, "created_at", since, until), _of(Answer, "answered_at", since, until)):
        found.attempts.update(attempt for owner, attempt in rows if owner == person.pk)
    ended = _rows(Event, "at", since, until).filter(kind=EventKind.GAVE_UP)
    given_up = ended.values_list("attempt__person_id", "attempt_id")
    found.attempts.update(attempt for owner, attempt in given_up if owner == person.pk)
    at_sight = _rows(Review, "reviewed_at", since, until).filter(attempt=None)
    names = ("person_id", "item", "pk", "reviewed_at", "rating", "seconds")
    for owner, item, *rated in at_sight.values_list(*names):
        if owner == person.pk:
            found.sights.append((item, Rated(*rated)))
    return found


def at_sight_and_brought(person: Person) -> Added:
    """Of all times, what is no attempt's: recalls at sight, and memories that came without their reviews."""
    found = Added()
    at_sight = Review.objects.filter(person=person, attempt=None).order_by()
    for item, pk, at, rating, seconds in at_sight.values_list(
        "item", "pk", "reviewed_at", "rating", "seconds"
    ):
        found.sights.append((item, Rated(pk, at, rating, seconds)))
    brought = Entry.objects.filter(person=person, kind=EntryKind.MEMORY).order_by("at", "pk")
    found.entries.extend(Row(*row) for row in brought.values_list("pk", "kind", "at", "item", "data"))
    return found


def _of(model: Any, field: str, since: datetime, until: datetime) -> Iterable[tuple[Any, Any]]:
    """(owner, attempt)"""
    rows: Iterable[tuple[Any, Any]] = _rows(model, field, since, until).values_list(
        "attempt__person_id", "attempt_id"
    )
    return rows


def _rows(model: Any, field: str, since: datetime, until: datetime) -> Any:
    """By time alone: together with the owner, SQLite walks all attempts."""
    return model.objects.filter(**{f"{field}__gte": since, f"{field}__lt": until}).order_by()
