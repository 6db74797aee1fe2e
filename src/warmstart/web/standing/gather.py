"""Reading the log: what was added since a moment, and the goes that it touches."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from operator import itemgetter
from typing import Any
from uuid import UUID

from django.db.models import Q

from warmstart.web.accounts.models import Person
from warmstart.web.attempts.disputes import Disputes, effective, standing_disputes
from warmstart.web.attempts.models import (
    Answer,
    Attempt,
    Entry,
    EntryKind,
    Event,
    EventKind,
    GradeRow,
    Review,
    Submission,
    VerdictRow,
)
from warmstart.web.attempts.record import record_from_json
from warmstart.web.standing.decisions import Row
from warmstart.web.standing.goes import Answered, AttemptRows, Happened, Rated, Sent

CHUNK = 500
"""Attempts asked for in one query; SQLite's older builds take 999 values."""
_TOLD_ONLY = (EntryKind.FORECAST, EntryKind.DEBRIEF)
_TOLD = (EventKind.HINT_SHOWN, EventKind.GAVE_UP)


@dataclass(slots=True)
class Added:
    """Rows of the log since a moment. `attempts`: those that they touch.

    `late`: ids of rows that say something about an earlier time: a verdict given again, a dispute, a rating
    or an undoing of what was done before that moment.
    """

    rows: int = 0
    attempts: set[UUID] = field(default_factory=set)
    late: set[UUID] = field(default_factory=set)
    entries: list[Row] = field(default_factory=list)
    sights: list[tuple[UUID, Rated]] = field(default_factory=list)
    """(item, rating) of recalls at sight."""


def added(person: Person, since: datetime | None) -> Added:
    """`since` None: all."""
    found = Added()
    for take, rows in _tables(person, since):
        for row in rows:
            if row[0] == person.pk:
                take(found, since, row[1:])
    fresh = {str(rated.id) for _, rated in found.sights} | {str(row.id) for row in found.entries}
    undoing = (row for row in found.entries if row.kind == EntryKind.UNDONE)
    found.late -= {row.id for row in undoing if row.data.get("row") in fresh}
    found.entries.sort(key=lambda row: (row.at, row.id))
    return found


def _tables(person: Person, since: datetime | None) -> Iterator[tuple[Any, Any]]:
    """How to take the rows of each table, and the rows, each with its owner first.

    Those since a moment are asked for by time alone: together with the owner, SQLite walks all attempts.
    """

    def rows(model: Any, owner: str, field: str, *names: str) -> Any:
        wanted = {owner: person} if since is None else {f"{field}__gte": since}
        return model.objects.filter(**wanted).order_by().values_list(f"{owner}_id", *names)

    yield _attempt, rows(Attempt, "person", "begun_at", "pk")
    yield _touching, rows(Submission, "attempt__person", "created_at", "pk", "attempt_id", "created_at")
    judged = ("pk", "submission__attempt_id", "submission__created_at")
    yield _touching, rows(VerdictRow, "submission__attempt__person", "judged_at", *judged)
    yield _event, rows(Event, "attempt__person", "at", "pk", "attempt_id", "kind")
    yield _touching, rows(Answer, "attempt__person", "answered_at", "pk", "attempt_id", "answered_at")
    graded = ("pk", "answer__attempt_id", "answer__answered_at")
    yield _touching, rows(GradeRow, "answer__attempt__person", "graded_at", *graded)
    reviewed = ("pk", "item", "attempt_id", "attempt__begun_at", "reviewed_at", "rating", "seconds")
    yield _review, rows(Review, "person", "reviewed_at", *reviewed)
    yield _entry, rows(Entry, "person", "at", "pk", "kind", "at", "item", "data")


def _attempt(found: Added, since: datetime | None, row: tuple[UUID]) -> None:
    found.rows += 1


def _touching(found: Added, since: datetime | None, row: tuple[UUID, UUID, datetime]) -> None:
    """`row`: id, attempt, and of when it speaks."""
    pk, attempt, of = row
    found.rows += 1
    found.attempts.add(attempt)
    if since is not None and of < since:
        found.late.add(pk)


def _event(found: Added, since: datetime | None, row: tuple[UUID, UUID, str]) -> None:
    pk, attempt, kind = row
    found.rows += 1
    if kind in _TOLD:
        found.attempts.add(attempt)
    elif kind == EventKind.DISPUTED:
        found.attempts.add(attempt)
        if since is not None:
            found.late.add(pk)


def _review(found: Added, since: datetime | None, row: tuple[Any, ...]) -> None:
    pk, item, attempt, begun_at, at, rating, seconds = row
    found.rows += 1
    if attempt is None:
        found.sights.append((item, Rated(pk, at, rating, seconds)))
        return
    found.attempts.add(attempt)
    if since is not None and begun_at < since:
        found.late.add(pk)


def _entry(found: Added, since: datetime | None, row: tuple[Any, ...]) -> None:
    found.rows += 1
    if row[1] not in _TOLD_ONLY:
        found.entries.append(Row(*row))
        if row[1] == EntryKind.UNDONE and since is not None:
            found.late.add(row[0])


def entries_before(person: Person, moment: datetime) -> list[Row]:
    """What decides, in the order of (time, id)."""
    found = Entry.objects.filter(person=person, at__lt=moment).exclude(kind__in=_TOLD_ONLY)
    rows = found.order_by("at", "pk").values_list("pk", "kind", "at", "item", "data")
    return [Row(*row) for row in rows]


def attempt_rows(person: Person, attempts: Iterable[UUID] | None) -> Mapping[UUID, AttemptRows]:
    """Everything about these attempts; None: about all of the person's."""
    if attempts is None:
        return _rows_of(person, Q())
    found: dict[UUID, AttemptRows] = {}
    ids = sorted(attempts)
    for start in range(0, len(ids), CHUNK):
        found |= _rows_of(person, Q(pk__in=ids[start : start + CHUNK]))
    return found


def _rows_of(person: Person, which: Q) -> dict[UUID, AttemptRows]:
    own = Attempt.objects.filter(which, person=person).order_by()
    found = {pk: AttemptRows(pk, item, at) for pk, item, at in own.values_list("pk", "item", "begun_at")}
    chosen = {"attempt__in": list(found)} if which else {"attempt__person": person}
    _add_sent(found, chosen)
    events = Event.objects.filter(kind__in=_TOLD, **chosen).order_by()
    for attempt, at, kind in events.values_list("attempt_id", "at", "kind"):
        found[attempt].events.append(Happened(at, kind))
    _add_answers(found, chosen)
    reviews = Review.objects.filter(**chosen, attempt__isnull=False).order_by()
    for attempt, pk, at, rating, seconds in reviews.values_list(
        "attempt_id", "pk", "reviewed_at", "rating", "seconds"
    ):
        if attempt in found:
            found[attempt].ratings.append(Rated(pk, at, rating, seconds))
    return found


def _add_sent(found: dict[UUID, AttemptRows], chosen: dict[str, Any]) -> None:
    # sorted here: asked to sort, SQLite walks the index of times through the whole log
    verdicts = VerdictRow.objects.filter(**{f"submission__{key}": value for key, value in chosen.items()})
    judged = verdicts.order_by().values_list("judged_at", "pk", "submission_id", "outcome")
    newest = {submission: outcome for _, _, submission, outcome in sorted(judged)}
    sent = Submission.objects.filter(**chosen).order_by()
    for at, pk, attempt in sorted(sent.values_list("created_at", "pk", "attempt_id")):
        found[attempt].sent.append(Sent(at, newest.get(pk)))


def _add_answers(found: dict[UUID, AttemptRows], chosen: dict[str, Any]) -> None:
    grades = GradeRow.objects.filter(**{f"answer__{key}": value for key, value in chosen.items()})
    rows = sorted(grades.order_by().values_list("graded_at", "pk", "answer_id", "share"))
    newest = {answer: (share, grade) for _, grade, answer, share in rows}
    disputed = _disputed(chosen)
    answers = Answer.objects.filter(part=0, **chosen).order_by()
    told = answers.values_list("answered_at", "pk", "attempt_id", "seconds")
    for at, pk, attempt, seconds in sorted(told, key=itemgetter(0, 1)):
        if pk in newest:
            share, grade = newest[pk]
            put_right = _share(grade, disputed[pk]) if pk in disputed else share
            found[attempt].answers.append(Answered(at, min(max(put_right, 0.0), 1.0), seconds))


def _disputed(chosen: dict[str, Any]) -> Mapping[UUID, Disputes]:
    events = Event.objects.filter(kind=EventKind.DISPUTED, **chosen).order_by()
    return standing_disputes(text for _, _, text in sorted(events.values_list("at", "pk", "text")))


def _share(grade: UUID, disputes: Disputes) -> float:
    data = GradeRow.objects.values_list("data", flat=True).get(pk=grade)
    return effective(record_from_json(data), disputes).share
