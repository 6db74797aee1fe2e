"""Taking back what was rated, put off or suspended on this study day."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from warmstart.recall.days import start_of
from warmstart.recall.memory import Rating
from warmstart.web.attempts.models import Entry, EntryKind, Review
from warmstart.web.attempts.practice_log import resume, undo
from warmstart.web.review.ratings import NAMES
from warmstart.web.standing.standing import Standing


@dataclass(frozen=True, slots=True)
class Undoable:
    """A row of today's log. `what`: in words. `of_attempt`: a rating of something answered or solved."""

    row: UUID
    item: UUID
    at: datetime
    what: str
    suspension: bool = False
    of_attempt: bool = False


def undoables(standing: Standing) -> list[Undoable]:
    """The last one first."""
    since = start_of(standing.study_day, standing.zone)
    entries = list(Entry.objects.filter(person=standing.person, at__gte=since).order_by("at", "pk"))
    found = [_rating(row) for row in Review.objects.filter(person=standing.person, reviewed_at__gte=since)]
    found += [
        Undoable(row.pk, row.item, row.at, "putting it off")
        for row in entries
        if row.kind == EntryKind.BURIED and row.item is not None
    ]
    found += [
        Undoable(row.pk, row.item, row.at, "suspending it", suspension=True)
        for row in _suspensions(entries)
        if row.item in standing.suspended and row.item is not None
    ]
    left = [each for each in found if each.row not in standing.decisions.undone]
    return sorted(left, key=lambda each: (each.at, each.row), reverse=True)


def take_back(standing: Standing, row: UUID, at: datetime) -> Undoable | None:
    """None: there is no such row of today, or it was taken back before."""
    found = next((each for each in undoables(standing) if each.row == row), None)
    if found is None:
        return None
    if found.suspension:
        resume(standing.person, found.item, at)
    else:
        undo(standing.person, row, at)
    return found


def _rating(row: Review) -> Undoable:
    name = NAMES[Rating(row.rating)]
    what = f"the rating “{name}”"
    return Undoable(row.pk, row.item, row.reviewed_at, what, of_attempt=row.attempt_id is not None)


def _suspensions(entries: list[Entry]) -> list[Entry]:
    """The last one of each item."""
    return list({row.item: row for row in entries if row.kind == EntryKind.SUSPENDED}.values())
