"""Adding ratings and decisions to the log. Times come from the caller; rows that exist are left alone."""

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from warmstart.web.accounts.models import Person
from warmstart.web.attempts.log import grown
from warmstart.web.attempts.models import Attempt, Entry, EntryKind, Review

MOST_SECONDS = 3 * 60 * 60


def add_review(
    person: Person,
    item: UUID,
    rating: int,
    at: datetime,
    *,
    attempt: Attempt | None = None,
    seconds: int | None = None,
    zone: str = "",
    id: UUID | None = None,
) -> Review:
    """See `Review` for what the fields hold. `id`: as for `add_entry`. ValueError: no rating from 1 to 4."""
    if rating not in (1, 2, 3, 4):
        raise ValueError(f"want a rating from 1 to 4, not {rating}")
    fields: dict[str, Any] = {"person": person, "item": item, "rating": rating, "reviewed_at": at}
    fields |= {"attempt": attempt, "zone": zone}
    fields["seconds"] = None if seconds is None else min(max(seconds, 0), MOST_SECONDS)
    with transaction.atomic():
        review, made = Review.objects.get_or_create(id=id or uuid4(), defaults=fields)
        if made:
            grown(person.pk)
        return review


def add_entry(
    person: Person,
    kind: EntryKind,
    at: datetime,
    data: dict[str, Any] | None = None,
    *,
    item: UUID | None = None,
    id: UUID | None = None,
) -> Entry:
    """`id`: where the same thing shall be one row, whoever adds it; one that is there already stays."""
    fields: dict[str, Any] = {"person": person, "kind": kind, "at": at, "item": item, "data": data or {}}
    with transaction.atomic():
        if id is None:
            grown(person.pk)
            return Entry.objects.create(**fields)
        entry, made = Entry.objects.get_or_create(id=id, defaults=fields)
        if made:
            grown(person.pk)
        return entry


def set_target(
    person: Person,
    at: datetime,
    *,
    role: str,
    day: date | None,
    company: str = "",
    level: str = "",
    rounds: dict[str, float] | None = None,
    sourced: bool = False,
) -> Entry:
    """`rounds`: weight by id of a round; None: those of the role. `sourced`: the learner knows them."""
    data = {"role": role, "company": company, "level": level, "rounds": rounds, "sourced": sourced}
    return add_entry(person, EntryKind.TARGET, at, data | {"date": None if day is None else day.isoformat()})


def set_pace(person: Person, at: datetime, minutes: int) -> Entry:
    return add_entry(person, EntryKind.PACE, at, {"minutes": minutes})


def set_day_off(person: Person, at: datetime, day: date, *, off: bool) -> Entry:
    return add_entry(person, EntryKind.DAY_OFF, at, {"date": day.isoformat(), "off": off})


def set_weekdays_off(person: Person, at: datetime, weekdays: list[int]) -> Entry:
    """0 is Monday; these and no others, every week."""
    return add_entry(person, EntryKind.DAY_OFF, at, {"weekdays": sorted(set(weekdays))})


def undo(person: Person, row: UUID, at: datetime) -> Entry:
    """Take back a review or a burial of that id; both rows stay in the log."""
    return add_entry(person, EntryKind.UNDONE, at, {"row": str(row)})


def bury(person: Person, item: UUID, at: datetime, study_day: int) -> Entry:
    """Not again on `study_day`."""
    return add_entry(person, EntryKind.BURIED, at, {"study_day": study_day}, item=item)


def suspend(person: Person, item: UUID, at: datetime) -> Entry:
    return add_entry(person, EntryKind.SUSPENDED, at, item=item)


def resume(person: Person, item: UUID, at: datetime) -> Entry:
    return add_entry(person, EntryKind.RESUMED, at, item=item)


def write_card(
    person: Person, card: UUID, at: datetime, *, front: str, back: str, topic: str = "", out: bool = False
) -> Entry:
    """A card of one's own; its last row counts. `topic`: id of a skill, or free. `out`: taken out."""
    data = {"front": front, "back": back, "topic": topic, "out": out}
    return add_entry(person, EntryKind.CARD, at, data, item=card)
